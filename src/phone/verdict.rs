//! What the world's numbering plan says of a number: one thing at most, the one that
//! whoever typed it can best act on.

use super::calling_code::CallingCode;
use super::lengths::{Lengths, Wrong};
use super::patterns::Kind;
use crate::schema::Source::{Advised, Documented, Seen, Vendor};
use crate::schema::{Code, Param, Params, Verdict, code, doc};

/// Digits that begin with no country code, as far as can be told.
pub static MISSING_COUNTRY_CODE: Code = Code {
    id: "phone.missing_country_code",
    message: "The country code seems to be missing[: without one, this is a mobile number of {country}][ (+{countryCode})]. Start with it.",
};
/// `00` as people dial abroad.
pub static INTERNATIONAL_PREFIX: Code =
    Code { id: "phone.international_prefix", message: "Drop the international prefix 00." };
macro_rules! verdicts {
    ($($name:ident = $id:literal, $source:ident, $message:expr, $doc:literal;)*) => {
        $(
            #[doc = $doc]
            static $name: Verdict = Verdict {
                code: &Code { id: $id, message: $message },
                source: $source,
                doc: doc($doc),
            };
        )*
    };
}

/// What the numbers of a country have, and this one has not.
const LENGTHS: &str =
    "Phone numbers[ of {country}][ (+{countryCode})] have {lengths} digits; this one has {actual}.";

verdicts! {
    NO_PHONES = "phone.no_phones", Vendor,
        "No phone has a number with +{countryCode}; only services do.",
        "Not under a country code of services alone.";
    INCLUDES_CODE = "phone.includes_country_code", Documented,
        "This repeats the country code {countryCode}[ of {country}]: keep it once.",
        "The country code appears only once.";
    TRUNK_ZERO = "phone.leading_zero", Documented,
        "[{country} ](+{countryCode}) numbers have no leading 0: drop it.",
        "No leading 0, except where the numbers of the country have one.";
    TOO_SHORT = "phone.too_short", Vendor, LENGTHS,
        "At least as long as the shortest numbers of the country.";
    TOO_LONG = "phone.too_long", Vendor, LENGTHS,
        "At most as long as the longest numbers of the country.";
    WRONG_LENGTH = "phone.wrong_length", Vendor, LENGTHS,
        "Of a length that numbers of the country have.";
    UNKNOWN_PATTERN = "phone.unknown_pattern", Advised,
        "No [{country} ](+{countryCode}) number is known to look like this. Check the digits.",
        "Looks like the numbers of the country that are in use.";
    UNKNOWN_CODE = "phone.unknown_country_code", Vendor,
        "Must begin with an existing country code, such as 91.",
        "Begins with a country code that exists.";
    NOT_MOBILE = "phone.not_mobile", Advised,
        "This does not look like a mobile number of [{country} ](+{countryCode}). A fixed line can have WhatsApp too.",
        "Looks like a mobile number.";
    ANY_ZERO = "phone.perhaps_leading_zero", Seen,
        "Drop the leading 0 if it is only dialled inside the country.",
        "Without `countryCode`: no leading 0.";
}

static ANY_TOO_SHORT: Verdict = Verdict {
    doc: doc("Without `countryCode`: at least as long as the shortest numbers anywhere."),
    ..TOO_SHORT
};
static ANY_TOO_LONG: Verdict = Verdict {
    doc: doc("Without `countryCode`: at most as long as the longest numbers anywhere."),
    ..TOO_LONG
};

static MISSING_CODE: Verdict = Verdict {
    code: &MISSING_COUNTRY_CODE,
    source: Vendor,
    doc: doc("No mobile number of India without its country code, where it breaks another rule."),
};

static PREFIX: Verdict = Verdict {
    code: &INTERNATIONAL_PREFIX,
    source: Vendor,
    doc: doc("No international prefix 00, except where mobile numbers begin so."),
};

// Service numbers, such as those that are free to call, have lengths that phones have not.
static SERVICE: Verdict = Verdict { source: Advised, ..NO_PHONES };
static LONG_SERVICE: Verdict = Verdict { source: Advised, ..TOO_LONG };
static UNEVEN_SERVICE: Verdict = Verdict { source: Advised, ..WRONG_LENGTH };

// Sure enough for a warning, as what they take the place of.
static FOR_UNKNOWN_PATTERN: Verdict = Verdict {
    source: Advised,
    doc: doc(
        "No mobile number of India without its country code, where it looks like no number in use.",
    ),
    ..MISSING_CODE
};
static FOR_NOT_MOBILE: Verdict = Verdict {
    source: Advised,
    doc: doc(
        "No mobile number of India without its country code, where it does not look like a mobile number.",
    ),
    ..MISSING_CODE
};

/// The rules of a number behind its country code.
static RULES: &[&Verdict] = &[
    &NO_PHONES,
    &INCLUDES_CODE,
    &TRUNK_ZERO,
    &TOO_SHORT,
    &TOO_LONG,
    &WRONG_LENGTH,
    &PREFIX,
    &UNKNOWN_PATTERN,
    &UNKNOWN_CODE,
    &MISSING_CODE,
    &FOR_UNKNOWN_PATTERN,
    &NOT_MOBILE,
    &FOR_NOT_MOBILE,
];

/// The rules of a number beside its country code, and then those of one without.
static RULES_ASIDE: &[&Verdict] = &[
    &NO_PHONES,
    &INCLUDES_CODE,
    &TRUNK_ZERO,
    &TOO_SHORT,
    &TOO_LONG,
    &WRONG_LENGTH,
    &PREFIX,
    &UNKNOWN_PATTERN,
    &NOT_MOBILE,
    &ANY_ZERO,
    &ANY_TOO_SHORT,
    &ANY_TOO_LONG,
];

// Places in `RULES`. The first rules stand there in the order of [`Wrong`].
const PREFIX_AT: usize = 6;
const UNKNOWN_PATTERN_AT: usize = 7;
pub(super) const UNKNOWN_CODE_AT: usize = 8;
pub(super) const MISSING_CODE_AT: usize = 9;
const FOR_UNKNOWN_PATTERN_AT: usize = 10;
const NOT_MOBILE_AT: usize = 11;
const FOR_NOT_MOBILE_AT: usize = 12;

// Places in `RULES_ASIDE`, whose first rules are those of `RULES`.
const NOT_MOBILE_ASIDE_AT: usize = 8;
const ANY_ZERO_AT: usize = 9;
const ANY_TOO_SHORT_AT: usize = 10;
const ANY_TOO_LONG_AT: usize = 11;

/// None without the numbering plan.
const fn kept(rules: &'static [&'static Verdict]) -> &'static [&'static Verdict] {
    if cfg!(feature = "phone-lengths") { rules } else { &[] }
}

/// The rules of a number beside its country code, or without one.
pub(crate) static RULES_ANYWHERE: &[&Verdict] = kept(RULES_ASIDE);

/// The rules of a number beside its country code.
#[expect(clippy::disallowed_methods, reason = "it is made when the crate is compiled")]
pub(crate) static RULES_OF_PAIRS: &[&Verdict] = kept(RULES_ASIDE.split_at(ANY_ZERO_AT).0);

/// The rules of the number of somebody who is to get messages.
pub(crate) static RULES_TO_MESSAGE: &[&Verdict] = kept(RULES);

/// The rules of the number of any phone: it need be no mobile.
#[expect(clippy::disallowed_methods, reason = "it is made when the crate is compiled")]
pub(crate) static RULES_OF_PHONES: &[&Verdict] = kept(RULES.split_at(NOT_MOBILE_AT).0);

/// The rules of a number that is to be called: a service can have it as well.
pub(crate) static RULES_TO_CALL: &[&Verdict] = kept(&[
    &SERVICE,
    &INCLUDES_CODE,
    &TRUNK_ZERO,
    &TOO_SHORT,
    &LONG_SERVICE,
    &UNEVEN_SERVICE,
    &PREFIX,
    &UNKNOWN_PATTERN,
    &UNKNOWN_CODE,
]);

/// What is wrong with a number, if anything, and the parameters of its message.
pub fn verdict(code: CallingCode, national: &str) -> Option<(&'static Verdict, Params)> {
    let mut params = Params::default();
    let rule = judge(code, national, &mut params)?;
    Some((*RULES.get(rule)?, params))
}

/// The codes of `RULES`, as reports have them.
#[expect(clippy::indexing_slicing, reason = "it is made when the crate is compiled")]
static CODES: [u32; RULES.len()] = {
    let mut codes = [0; RULES.len()];
    let mut at = 0;
    while at < RULES.len() {
        codes[at] = code(RULES[at].code, RULES[at].source.severity());
        at += 1;
    }
    codes
};

/// As reports have it, the code of the rule at a place.
pub(super) fn code_at(rule: usize) -> u32 {
    CODES.get(rule).copied().unwrap_or_default()
}

/// What is wrong with a national number, if anything: the place of its rule in each of the lists
/// of numbers behind their country code.
pub(crate) fn judge(code: CallingCode, national: &str, params: &mut Params) -> Option<usize> {
    let wrong = code.wrong(national);
    let kind = if wrong.is_none() { code.kind(national) } else { Kind::Unknown };
    let rule = match (wrong, kind) {
        (_, Kind::Mobile) => return None,
        // Mobile numbers of Tajikistan and of satellites do begin so.
        _ if national.starts_with("00") => return Some(PREFIX_AT),
        (Some(wrong), _) => wrong as usize,
        (None, Kind::Unknown) => UNKNOWN_PATTERN_AT,
        (None, Kind::NotMobile) => NOT_MOBILE_AT,
    };
    describe(code, code.countries(), params);
    if (Wrong::TooShort as usize..=Wrong::WrongLength as usize).contains(&rule) {
        measure(code.lengths(), national, params);
    }
    Some(rule)
}

/// The same of a number beside its country code: the place in each of the lists of such numbers.
pub(crate) fn judge_aside(code: CallingCode, national: &str, params: &mut Params) -> Option<usize> {
    // All rules that differ by their place are far behind.
    Some(judge(code, national, params)?.min(NOT_MOBILE_ASIDE_AT))
}

/// The same of country code and number in one, which may not be what they are taken for.
pub(crate) fn judge_full(full: &str, params: &mut Params) -> Option<usize> {
    let rule = judge_behind_code(full, params)?;
    Some(likelier(rule, full, params))
}

/// The same of country code and number in one.
pub(crate) fn judge_behind_code(full: &str, params: &mut Params) -> Option<usize> {
    match CallingCode::split(full) {
        Some((code, national)) => judge(code, national, params),
        None => Some(UNKNOWN_CODE_AT),
    }
}

/// Where most who write by Interakt live.
const HOME: &str = "91";

/// What to tell of digits that break a rule: where they are a mobile number of [`HOME`] as they
/// stand, its country code is missing, and the one that they seem to begin with is an accident.
pub(super) fn likelier(rule: usize, digits: &str, params: &mut Params) -> usize {
    if let Some(home) = CallingCode::of(HOME)
        && home.kind(digits) == Kind::Mobile
    {
        *params = Params::default();
        describe(home, home.countries(), params);
        return match rule {
            UNKNOWN_PATTERN_AT => FOR_UNKNOWN_PATTERN_AT,
            NOT_MOBILE_AT => FOR_NOT_MOBILE_AT,
            _ => MISSING_CODE_AT,
        };
    }
    rule
}

/// What a message says of a calling code, and of the first of these countries.
pub(super) fn describe(code: CallingCode, countries: &'static str, params: &mut Params) {
    params.set("countryCode", u32::from(code.number()));
    if let Some(country) = countries.get(..2) {
        params.set("country", country);
    }
}

fn measure(lengths: Lengths, national: &str, params: &mut Params) {
    params.set("lengths", Param::Numbers(lengths.bits()));
    params.set("actual", national.len());
}

/// What is wrong with a national number of no matter which country: the place of its rule in
/// [`RULES_ANYWHERE`].
pub(crate) fn judge_anywhere(number: &str, params: &mut Params) -> Option<usize> {
    let (lengths, length) = (Lengths::anywhere(), number.len());
    // The numbers that do begin with 00 have nine digits.
    if number.starts_with("00") && length > 9 {
        return Some(PREFIX_AT);
    }
    if lengths.contains(length) {
        return number.starts_with('0').then_some(ANY_ZERO_AT);
    }
    measure(lengths, number, params);
    Some(if length > lengths.most() { ANY_TOO_LONG_AT } else { ANY_TOO_SHORT_AT })
}
