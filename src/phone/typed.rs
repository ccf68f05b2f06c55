//! What people type, paste and copy out of contacts, read as a phone number.
//!
//! Nothing is guessed silently: what was dropped, replaced or assumed is in the
//! notes, and of several readings the one wins that changes least.

use super::calling_code::CallingCode;
use super::characters::{EXTENSION, NOT_DIGITS, Written};
use super::country::{Country, with_plus};
use super::dialled::{National, international_prefix, national};
use super::note::{Doings, Done, Note};
use super::patterns::Kind;
use crate::api::numbering::{UNKNOWN_CODE, verdict};
use crate::schema::{Code, Issue, Params, Plain, Severity, code_points, codes, decimal};

/// Most characters of a text that is read.
const MOST_CHARACTERS: usize = 250;

/// Neither a + nor a country, and a 0 that no calling code begins with.
static MISSING_COUNTRY_CODE: Code = Code {
    id: "phone.missing_country_code",
    message: "Start with + and the country code, or choose a country.",
};

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
    /// Calling code and national number.
    pub fn full(&self) -> String {
        let mut full = decimal(self.code.number().into());
        full.push_str(&self.national);
        full
    }

    fn plain(&self) -> Plain<'_> {
        Plain::object([
            ("countryCode", with_plus(self.code)),
            ("phoneNumber", self.national.as_str().into()),
            ("fullPhoneNumber", Plain::Text(self.full().into())),
            ("country", self.country.into()),
            ("possible", Plain::Boolean(self.possible)),
            ("mobile", Plain::Boolean(self.mobile)),
        ])
    }
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Typed {
    /// The number; `None` where no calling code was found.
    pub number: Option<Number>,
    /// Errors and warnings.
    pub issues: Vec<Issue>,
    /// What was dropped, replaced or assumed.
    pub notes: Vec<Note>,
}

/// Reads what somebody typed. A text without a + is a number of the default country, if
/// there is one.
///
/// ```
/// use interakt_wasm::phone::{Country, parse};
/// let typed = parse("+91 99999-99999", None);
/// assert_eq!(typed.number.unwrap().full(), "919999999999");
///
/// let typed = parse("099999 99999", Country::of("IN"));
/// assert_eq!(typed.number.unwrap().full(), "919999999999");
/// assert_eq!(typed.notes[2].message(), "Dropped the leading 0 that is dialled inside India.");
/// ```
pub fn parse(text: &str, default: Option<Country>) -> Typed {
    let mut typed = Typed::default();
    let length = code_points(text);
    if length > MOST_CHARACTERS {
        let params = Params::default().with("limit", MOST_CHARACTERS).with("actual", length);
        typed.error(&codes::TOO_LONG, params.with("unit", "characters"));
        return typed;
    }
    let Written { mut plus, mut digits, context, mut done, problem } = Written::of(text);
    if let Some(context) = context {
        let own = std::mem::replace(&mut digits, Written::of(context).digits);
        digits.push_str(&own);
        plus = true;
    }
    if let Some(problem) = problem.or(digits.is_empty().then_some(&codes::EMPTY)) {
        typed.error(problem, Params::default());
    }
    let country = match digits.as_str() {
        "" => None,
        digits => typed.read(plus, digits, default, &mut done),
    };
    typed.notes = done.notes(country);
    typed
}

impl Typed {
    /// Whether there is a number with nothing wrong.
    pub fn is_ok(&self) -> bool {
        self.issues.iter().all(|issue| issue.severity == Severity::Warning)
    }

    /// `{ value, issues, notes }`
    pub fn plain(&self) -> Plain<'_> {
        Plain::object([
            ("value", self.number.as_ref().map_or(Plain::Null, Number::plain)),
            ("issues", Plain::list(&self.issues, Issue::plain)),
            ("notes", Plain::list(&self.notes, Note::plain)),
        ])
    }

    fn error(&mut self, code: &Code, params: Params) {
        self.issues.push(Issue::new(code, Severity::Error, Vec::new(), params));
    }

    /// Finds the calling code, and what of the digits is the national number. Gives the country
    /// that they were read for.
    fn read<'a>(
        &mut self,
        plus: bool,
        digits: &'a str,
        default: Option<Country>,
        done: &mut Doings<'a>,
    ) -> Option<Country> {
        let mut home = default.filter(|_| !plus);
        done.prefix = international_prefix(digits, home.map(|home| home.code));
        let digits = digits.get(done.prefix.len()..)?;
        let international = plus || !done.prefix.is_empty();
        if !done.prefix.is_empty() {
            done.add(Done::ReadInternationalPrefix);
            home = None;
        }
        let split = match home {
            Some(home) => Some((home.code, digits)),
            None => CallingCode::split(digits),
        };
        let Some((code, digits)) = split else {
            let missing = !international && digits.starts_with('0');
            let code = if missing { &MISSING_COUNTRY_CODE } else { UNKNOWN_CODE.code };
            self.error(code, Params::default());
            return None;
        };
        if home.is_some() {
            done.add(Done::AssumedCountry);
        } else if !international {
            done.add(Done::AssumedInternational);
        }
        let National { digits, trunk, code_dropped } = national(code, digits, home.is_some());
        if code_dropped {
            done.add(Done::DroppedCountryCode);
        }
        if !trunk.is_empty() {
            done.add(Done::DroppedTrunkPrefix);
            done.trunk = trunk;
        }
        let default = default.filter(|default| default.code == code);
        let country = default.unwrap_or(Country { code, letters: "" });
        self.judge(country, digits);
        Some(country)
    }

    /// Says what a national number is, and what is wrong with it.
    fn judge(&mut self, country: Country, national: &str) {
        let Country { code, letters } = country;
        let possible = code.wrong(national).is_none();
        let kind = if possible { code.kind(national) } else { Kind::Unknown };
        let chosen = kind == Kind::Unknown && !letters.is_empty();
        self.number = Some(Number {
            code,
            national: national.to_owned(),
            country: if chosen { Some(letters) } else { code.country(national) },
            possible,
            mobile: kind == Kind::Mobile,
        });
        // Who takes out what is no digit changes the number as well.
        let whole = self.issues.iter().all(|issue| issue.code != NOT_DIGITS.id);
        if let Some((verdict, params)) = verdict(code, national).filter(|_| whole) {
            let severity = verdict.source.severity();
            if severity == Severity::Error || self.is_ok() {
                self.issues.push(Issue::new(verdict.code, severity, Vec::new(), params));
            }
        }
    }
}
