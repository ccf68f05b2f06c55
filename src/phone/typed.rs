//! What people type, paste and copy out of contacts, read as a phone number.
//!
//! Nothing is guessed silently: what was dropped, replaced or assumed is in the
//! notes, and of several readings the one wins that changes least.

use super::calling_code::CallingCode;
use super::characters::{EXTENSION, MISSING_COUNTRY_CODE, NOT_DIGITS, Written};
use super::country::Country;
use super::dialled::{international_prefix, national};
use super::note::Done;
use super::patterns::Kind;
use super::verdict::{UNKNOWN_CODE, report};
use crate::schema::{Code, Params, Report, codes, decimal, error, push_decimal, quote};

/// What can be wrong with what is typed, besides what can be wrong with a number.
pub static CODES: &[&Code] = &[&NOT_DIGITS, &EXTENSION, &MISSING_COUNTRY_CODE];

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
    /// A number that does not tell its country is one of the country that was chosen.
    fn new(chosen: Country, national: &str) -> Self {
        let Country { code, letters } = chosen;
        let possible = code.wrong(national).is_none();
        let kind = if possible { code.kind(national) } else { Kind::Unknown };
        let letters = letters.filter(|_| kind == Kind::Unknown);
        Number {
            code,
            national: national.to_owned(),
            country: letters.or_else(|| code.country(national)),
            possible,
            mobile: kind == Kind::Mobile,
        }
    }

    /// Calling code and national number.
    pub fn full(&self) -> String {
        let mut full = decimal(self.code.number().into());
        full.push_str(&self.national);
        full
    }

    /// `[code, national, country, possible, mobile]`
    fn write(&self, out: &mut String) {
        out.push('[');
        push_decimal(self.code.number().into(), out);
        out.push(',');
        quote(&self.national, out);
        out.push(',');
        match self.country {
            Some(country) => quote(country, out),
            None => out.push_str("null"),
        }
        out.push_str(if self.possible { ",true" } else { ",false" });
        out.push_str(if self.mobile { ",true]" } else { ",false]" });
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
    let Written { plus, digits, mut doings, mut problem } = Written::of(text);
    if digits.is_empty() && problem.is_none() {
        problem = Some(const { error(&codes::EMPTY) });
    }
    let home = default.filter(|_| !plus);
    let prefix = international_prefix(&digits, home);
    let bare = digits.get(prefix.len()..).unwrap_or_default();
    let international = plus || !prefix.is_empty();
    doings.add_if(Done::ReadInternationalPrefix, !prefix.is_empty());
    let home = home.filter(|_| !international);
    let split = match home {
        Some(home) => Some((home.code, bare)),
        None => CallingCode::split(bare),
    };
    let (mut number, mut country, mut trunk) = (None, None, "");
    let mut issues = Report::default();
    if let Some((code, bare)) = split.filter(|_| !digits.is_empty()) {
        doings.add_if(Done::AssumedCountry, home.is_some());
        doings.add_if(Done::AssumedInternational, home.is_none() && !international);
        let national = national(code, bare, home.is_some());
        doings.add_if(Done::DroppedCountryCode, national.code_dropped);
        doings.add_if(Done::DroppedTrunkPrefix, !national.trunk.is_empty());
        trunk = national.trunk;
        let chosen = default.filter(|chosen| chosen.code == code);
        let chosen = Country { code, letters: chosen.and_then(|chosen| chosen.letters) };
        number = Some(Number::new(chosen, national.digits));
        country = Some(chosen);
        // Whoever takes out what is no digit changes the number as well.
        if problem.is_none() {
            report(code, national.digits, &mut issues);
        }
    } else if problem.is_none() {
        let missing = !international && bare.starts_with('0');
        problem = Some(match missing {
            true => const { error(&MISSING_COUNTRY_CODE) },
            false => const { error(&UNKNOWN_CODE) },
        });
    }
    if let Some(problem) = problem {
        issues.add(problem, &Params::default());
    }
    Typed { number, issues, notes: doings.notes(prefix, trunk, country) }
}

impl Typed {
    /// Whether there is a number with nothing wrong.
    pub fn is_ok(&self) -> bool {
        self.issues.errors() == 0
    }

    /// JSON text: `[number, issues, notes]`, where a number is `null` or
    /// `[code, national, country, possible, mobile]`, and the others are as in a [`Report`].
    pub fn json(&self) -> String {
        let mut out = String::from("[");
        match &self.number {
            Some(number) => number.write(&mut out),
            None => out.push_str("null"),
        }
        for report in [&self.issues, &self.notes] {
            out.push_str(",[");
            out.push_str(report.text());
            out.push(']');
        }
        out.push(']');
        out
    }
}
