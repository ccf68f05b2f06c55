//! What people type, paste and copy out of contacts, read as a phone number.
//!
//! Nothing is guessed silently: what was dropped, replaced or assumed is in the
//! notes, and of several readings the one wins that changes least.

use super::calling_code::CallingCode;
use super::characters::{EXTENSION, UNREADABLE, Written};
use super::country::Country;
use super::damaged::DAMAGED;
use super::dialled::{
    KNOWN, MOBILE, National, POSSIBLE, begins_prefix, international_prefix, national,
    without_fifteen,
};
use super::note::Done;
use super::verdict::{
    MISSING_CODE_AT, MISSING_COUNTRY_CODE, UNKNOWN_CODE_AT, code_at, judge, likelier,
};
use crate::schema::{Code, Report, codes, decimal, error, push_decimal};

/// What can be wrong with what is typed, besides what can be wrong with a number.
pub static CODES: &[&Code] = &[&UNREADABLE, &EXTENSION, &MISSING_COUNTRY_CODE, &DAMAGED];

/// A number as far as it could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Number {
    /// Its calling code.
    pub code: CallingCode,
    /// The digits behind the calling code.
    pub national: String,
    /// ISO letters of its country.
    pub country: Option<&'static str>,
    /// Whether it could exist.
    pub possible: bool,
    /// Whether it also looks like one that a mobile can have.
    pub mobile: bool,
}

impl Number {
    /// Calling code and national number.
    pub fn full(&self) -> String {
        let mut full = decimal(self.code.number().into());
        full.push_str(&self.national);
        full
    }
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// The number; `None` where no calling code was found.
    pub number: Option<Number>,
    /// Errors and warnings.
    pub issues: Report,
    /// What was dropped, replaced or assumed.
    pub notes: Report,
    /// Whether digits typed behind would make a number with nothing wrong of what is none.
    pub open: bool,
}

/// Reads what somebody typed. A text without a + is a number of the default country, if
/// there is one.
///
/// ```
/// use interakt_wasm::phone::{Country, parse};
/// let typed = parse("+91 99999-99999", None);
/// assert_eq!(typed.number.unwrap().full(), "919999999999");
///
/// let typed = parse("099999 99999", Country::of("IN").as_ref());
/// assert_eq!(typed.number.unwrap().full(), "919999999999");
/// assert_eq!(typed.notes.found(), 3);
/// ```
pub fn parse(text: &str, default: Option<&Country>) -> Typed {
    read::<true>(text.as_bytes(), Some(text), default)
}

/// The same of a text in UTF-8, which is given again if it is ASCII; without notes for whoever tells
/// of none.
pub(crate) fn read<const NOTED: bool>(
    text: &[u8],
    plain: Option<&str>,
    default: Option<&Country>,
) -> Typed {
    let Written { plus, linked, digits, mut doings, mut problem, mut params, open } =
        Written::of(text, plain);
    if digits.is_empty() && problem.is_none() {
        problem = Some(const { error(&codes::EMPTY) });
    }
    let home = default.filter(|_| !plus && !linked);
    let prefix = international_prefix(&digits, home);
    let bare = digits.get(prefix.len()..).unwrap_or_default();
    doings.add_if(Done::ReadInternationalPrefix, !prefix.is_empty());
    let mut begins = begins_prefix(&digits, home)
        // Though it begins as what leaves the country.
        || home.is_some_and(|home| home.code.could_begin(&digits));
    let home = home.filter(|_| prefix.is_empty());
    // Nobody says that the digits begin with a country code.
    let unsaid = home.is_none() && !plus && prefix.is_empty();
    let split = match home {
        Some(home) => Some((home.code, bare)),
        None => CallingCode::split(bare),
    };
    let split = split.filter(|_| !digits.is_empty());
    let mut moved = String::new();
    let mut found = match split {
        Some((code, bare)) if without_fifteen(code, bare, &mut moved) => {
            Some((code, National { trunk: "15", ..national(code, &moved, false) }))
        }
        _ => split.map(|(code, bare)| (code, national(code, bare, home.is_some()))),
    };
    begins |= match &found {
        Some((_, national)) => national.open,
        None => CallingCode::begins_with(bare),
    };
    if problem.is_none() {
        // Whoever takes out what is no digit changes the number as well.
        let mut rule = match &found {
            Some((code, national)) => judge(*code, national.digits, &mut params),
            None => Some(UNKNOWN_CODE_AT),
        };
        if unsaid {
            rule = rule.map(|rule| likelier(rule, bare, &mut params));
        }
        problem = rule.map(code_at);
        if rule == Some(MISSING_CODE_AT) {
            // The country that the digits seem to begin with is an accident.
            found = None;
        } else if unsaid && bare.starts_with('0') {
            problem = Some(const { error(&MISSING_COUNTRY_CODE) });
        }
    }
    let (mut number, mut country, mut trunk) = (None, None, "");
    if let Some((code, national)) = found {
        doings.add_if(Done::AssumedCountry, home.is_some());
        doings.add_if(Done::AssumedInternational, unsaid && !linked);
        doings.add_if(Done::DroppedCountryCode, national.code_dropped);
        doings.add_if(Done::DroppedTrunkPrefix, !national.trunk.is_empty());
        trunk = national.trunk;
        let countries = code.countries();
        let letters = match default {
            Some(Country { code: chosen, letters: Some(letters) }) if *chosen == code => *letters,
            _ => countries,
        };
        let letters = letters.get(..2);
        country = Some(Country { code, letters });
        number = Some(Number {
            code,
            national: national.digits.to_owned(),
            // One that does not tell its country is one of the country that was chosen.
            country: match national.likeness >= KNOWN {
                true => code.country_among(countries, national.digits),
                false => letters,
            },
            possible: national.likeness >= POSSIBLE,
            mobile: national.likeness >= MOBILE,
        });
    }
    let mut issues = Report::default();
    if let Some(problem) = problem {
        issues.add(problem, &params);
    }
    let notes = match NOTED {
        true => doings.notes(prefix, trunk, country),
        false => Report::default(),
    };
    Typed { number, issues, notes, open: open && begins }
}

impl Typed {
    /// Whether there is a number with nothing wrong.
    pub fn is_ok(&self) -> bool {
        self.issues.errors() == 0
    }

    /// JSON text: `[code, national, country, kind, issues, notes, open]`, where `code` is 0 if there
    /// is no number, `kind` is 0 if it is not possible and 2 if a mobile can have it, issues and
    /// notes are as in a [`Report`], and `open` is 1 or is not there.
    pub fn json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    pub(crate) fn write(&self, out: &mut String) {
        let (mut code, mut national, mut country, mut kind) = (0, "", "", 0);
        if let Some(number) = &self.number {
            code = number.code.number();
            national = &number.national;
            country = number.country.unwrap_or_default();
            kind = i64::from(number.possible).wrapping_add(number.mobile.into());
        }
        // Digits and letters: nothing to quote.
        out.push('[');
        push_decimal(code.into(), out);
        out.push_str(",\"");
        out.push_str(national);
        out.push_str("\",\"");
        out.push_str(country);
        out.push_str("\",");
        push_decimal(kind, out);
        out.push_str(",[");
        out.push_str(self.issues.text());
        out.push_str("],[");
        out.push_str(self.notes.text());
        out.push_str(if self.open { "],1]" } else { "]]" });
    }
}
