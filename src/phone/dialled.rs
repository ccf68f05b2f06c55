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
    pub trunk: &'a str,
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
/// country: what changes least of all that makes it possible.
pub(super) fn national(code: CallingCode, digits: &str, at_home: bool) -> National<'_> {
    let plain = National { digits, trunk: "", code_dropped: false };
    let wrong = code.wrong(digits);
    let ways = match wrong {
        None => 0,
        Some(_) if at_home => 4,
        Some(Wrong::CodeTwice) => 0,
        Some(_) => 1,
    };
    for [before, middle, after] in WAYS.iter().take(ways) {
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
        if code.wrong(national.digits).is_none() {
            return national;
        }
    }
    if wrong == Some(Wrong::LeadingZero) {
        // No number begins with this 0: what is wrong besides is more telling.
        let mut national = plain;
        national.drop_trunk(code);
        if code.wrong(national.digits) != wrong {
            return national;
        }
    }
    plain
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
        let known = TRUNK.iter().find(|(of, _)| *of == code.number());
        let prefix = known.map_or("0", |(_, prefix)| *prefix);
        let length = match prefix {
            // Inside Belarus it is 8 and then 0.
            "8" if self.digits.starts_with("80") => 2,
            _ if self.digits.starts_with(prefix) => prefix.len(),
            _ => usize::from(self.digits.starts_with('0')),
        };
        (self.trunk, self.digits) = self.digits.split_at_checked(length).unwrap_or_default();
    }
}
