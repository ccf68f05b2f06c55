//! What is dialled before a number and is no part of it.

use super::calling_code::CallingCode;
use super::country::Country;
use super::lengths::Wrong;
use super::patterns::Kind;
use super::tables::TRUNK;

/// What of some digits is the national number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct National<'a> {
    /// The national number.
    pub digits: &'a str,
    /// What is dialled inside the country stood before it: `0`.
    pub trunk: &'static str,
    /// The calling code stood before it.
    pub code_dropped: bool,
}

/// The prefix with which some digits leave the country that they are dialled in. Of the
/// countries that have another one than 00 only those of North America are known.
pub(super) fn international_prefix(digits: &str, home: Option<&Country>) -> &'static str {
    if let Some(Country { code, .. }) = home {
        if code.number() == 1 && digits.starts_with("011") {
            return "011";
        }
        // Mobile numbers of Tajikistan and of satellites can begin with 00.
        if code.wrong(digits).is_none() && code.kind(digits) == Kind::Mobile {
            return "";
        }
    }
    if digits.starts_with("00") { "00" } else { "" }
}

/// What may stand before a national number: the prefix that is dialled inside the country, the
/// calling code, and once more that prefix. Each way to drop them is tried in turn.
static WAYS: [[bool; 3]; 4] =
    [[true, false, false], [false, true, false], [false, true, true], [true, true, false]];

/// The national number in what stands behind a calling code, or in what is dialled inside its
/// country: what changes least of all that looks like a number, or else of all that could be one.
pub(super) fn national(code: CallingCode, digits: &str, at_home: bool) -> National<'_> {
    let plain = National { digits, trunk: "", code_dropped: false };
    let (mut best, mut most) = (plain, likeness(code, digits));
    for [before, middle, after] in WAYS.iter().take(if at_home { WAYS.len() } else { 1 }) {
        if most > 1 {
            break;
        }
        let mut national = plain;
        if *before {
            national.drop_trunk(code);
        }
        if *middle {
            national.drop_code(code);
        }
        if *after {
            national.drop_trunk(code);
        }
        let found = likeness(code, national.digits);
        if found > most {
            (best, most) = (national, found);
        }
    }
    let wrong = code.wrong(best.digits);
    if wrong == Some(Wrong::LeadingZero) {
        // No number begins with this 0: what is wrong besides is more telling.
        let mut national = plain;
        national.drop_trunk(code);
        if code.wrong(national.digits) != wrong {
            return national;
        }
    }
    best
}

/// How much digits are like a national number: 1 if they could be one, 2 if one is known to look so.
fn likeness(code: CallingCode, digits: &str) -> usize {
    match code.wrong(digits) {
        Some(_) => 0,
        None => 1 + usize::from(code.kind(digits) != Kind::Unknown),
    }
}

impl National<'_> {
    fn drop_code(&mut self, code: CallingCode) {
        if let Some((own, digits)) = CallingCode::split(self.digits)
            && own == code
        {
            self.digits = digits;
            self.code_dropped = true;
        }
    }

    fn drop_trunk(&mut self, code: CallingCode) {
        for (of, prefix) in &TRUNK {
            if *of == code.number() && self.drop(prefix) {
                return;
            }
        }
        if code.dials_zero() {
            self.drop("0");
        }
    }

    fn drop(&mut self, prefix: &'static str) -> bool {
        let Some(digits) = self.digits.strip_prefix(prefix) else { return false };
        (self.trunk, self.digits) = (prefix, digits);
        true
    }
}
