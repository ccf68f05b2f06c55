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
    /// How much it is like a national number: from [`POSSIBLE`] on it could be one.
    pub likeness: usize,
    /// More digits could make a number of it, or of what another way to drop leaves.
    pub open: bool,
}

/// It could be a number, and looks like none.
pub(super) const POSSIBLE: usize = 2;
/// It looks like a number.
pub(super) const KNOWN: usize = POSSIBLE + Kind::NotMobile as usize;
/// It looks like one that a mobile can have.
pub(super) const MOBILE: usize = POSSIBLE + Kind::Mobile as usize;

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

/// Whether more digits could make such a prefix of some.
pub(super) fn begins_prefix(digits: &str, home: Option<&Country>) -> bool {
    digits == "0" || digits == "01" && home.is_some_and(|home| home.code.number() == 1)
}

impl CallingCode {
    /// Whether more digits could make a national number of some.
    pub(super) fn could_begin(self, digits: &str) -> bool {
        digits.len() < self.lengths().most()
            && (!digits.starts_with('0') || self.has_zeros())
            // Where any number that begins so is a mobile's, this is one.
            && (!digits.starts_with("00") || self.kind("000000000") == Kind::Mobile)
    }
}

#[cfg(not(target_arch = "wasm32"))]
impl CallingCode {
    /// What is dialled inside the country before its national numbers, if anything.
    ///
    /// ```
    /// use interakt_wasm::phone::CallingCode;
    /// let trunks = |code| CallingCode::of(code).unwrap().trunks();
    /// assert_eq!(trunks("91"), ["0"]);
    /// assert_eq!(trunks("36"), ["06"]);
    /// assert!(trunks("34").is_empty());
    /// ```
    pub fn trunks(self) -> Vec<&'static str> {
        let others = TRUNK.iter().filter(|(of, _)| *of == self.number());
        let zero = self.dials_zero().then_some("0");
        zero.into_iter().chain(others.map(|(_, prefix)| *prefix)).collect()
    }
}

/// What may stand before a national number: the prefix that is dialled inside the country, the
/// calling code, and once more that prefix. Each way to drop them is tried in turn.
static WAYS: [[bool; 3]; 5] = [
    [false, false, false],
    [true, false, false],
    [false, true, false],
    [false, true, true],
    [true, true, false],
];

/// The national number in what stands behind a calling code, or in what is dialled inside its
/// country: what changes least of all that looks like a number, or else of all that could be one.
pub(super) fn national(code: CallingCode, digits: &str, at_home: bool) -> National<'_> {
    let mut best = dropped(code, digits, 0);
    for way in 1..if at_home { WAYS.len() } else { 2 } {
        let mut other = dropped(code, digits, way);
        other.open |= best.open;
        best.open = other.open;
        if other.likeness.min(KNOWN) > best.likeness {
            best = other;
        }
    }
    best
}

/// Whether what is dialled in Argentina and Gabon alone is read too: the cut that writes numbers so
/// reads them so, and the others do without the bytes.
const READS_WHAT_IT_WRITES: bool =
    cfg!(any(feature = "phone-formats", not(target_arch = "wasm32")));

/// Writes the national number of a mobile of Argentina that is dialled inside the country, with a 15
/// behind the code of its area: abroad, and to WhatsApp, it has a 9 before that instead. `false` for
/// what is none.
pub(super) fn without_fifteen(code: CallingCode, digits: &str, out: &mut String) -> bool {
    let digits = digits.strip_prefix('0').unwrap_or(digits);
    if !READS_WHAT_IT_WRITES || code.number() != 54 || digits.len() != 12 {
        return false;
    }
    for at in 2..5 {
        let (area, behind) = digits.split_at_checked(at).unwrap_or_default();
        if let Some(number) = behind.strip_prefix("15") {
            out.clear();
            out.push('9');
            out.push_str(area);
            out.push_str(number);
            if code.kind(out) == Kind::Mobile {
                return true;
            }
        }
    }
    false
}

/// What one of the `WAYS` leaves.
fn dropped(code: CallingCode, digits: &str, way: usize) -> National<'_> {
    let mut national =
        National { digits, trunk: "", code_dropped: false, likeness: 0, open: false };
    let [before, middle, after] = WAYS.get(way).copied().unwrap_or_default();
    if before {
        national.drop_trunk(code);
    }
    if middle {
        national.drop_code(code);
    }
    if after {
        national.drop_trunk(code);
    }
    national.open |= code.could_begin(national.digits);
    national.likeness = match code.wrong(national.digits) {
        // What is wrong besides is more telling.
        Some(Wrong::LeadingZero) => 0,
        Some(_) => 1,
        None => POSSIBLE.wrapping_add(code.kind(national.digits) as usize),
    };
    national
}

#[cfg(any(feature = "phone-formats", not(target_arch = "wasm32")))]
impl CallingCode {
    /// What is left of some digits without what is dialled before a national number. One or two
    /// digits can be anything yet.
    pub(super) fn without_trunk(self, digits: &str) -> &str {
        let mut national =
            National { digits, trunk: "", code_dropped: false, likeness: 0, open: false };
        if digits.len() > 2 {
            national.drop_trunk(self);
        }
        national.digits
    }
}

/// What is written before national numbers: of several prefixes the 0, or else the last.
#[cfg(any(feature = "phone-formats", not(target_arch = "wasm32")))]
pub(super) fn trunk(code: CallingCode) -> &'static str {
    let mut found = "0";
    for (of, prefix) in &TRUNK {
        if *of == code.number() && !code.dials_zero() {
            found = prefix;
        }
    }
    found
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
        // In Gabon it stands before numbers of eight digits that do not begin with another.
        let is_gabon = READS_WHAT_IT_WRITES
            && code.number() == 241
            && matches!(self.digits.as_bytes(), [b'0', b'1'..=b'9', _, _, _, _, _, _, _]);
        if code.dials_zero() || is_gabon {
            self.drop("0");
        }
    }

    fn drop(&mut self, prefix: &'static str) -> bool {
        self.open |= prefix.starts_with(self.digits);
        let Some(digits) = self.digits.strip_prefix(prefix) else { return false };
        (self.trunk, self.digits) = (prefix, digits);
        true
    }
}
