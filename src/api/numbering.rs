//! What the world's numbering plan says of a number: one thing at most, the one that
//! whoever typed it can best act on.

use std::borrow::Cow;

use super::format::is_digits;
use super::phone::{INTERNATIONAL_PREFIX, digits};
use crate::phone::{CallingCode, Kind, Lengths};
use crate::schema::Source::{Advised, Documented, Seen, Vendor};
use crate::schema::{Code, Params, Verdict, Verdicts, View, doc};

macro_rules! verdicts {
    ($($name:ident = $id:literal, $source:ident, $message:expr, $doc:literal;)*) => {
        $(
            #[doc = $doc]
            pub static $name: Verdict = Verdict {
                code: &Code { id: $id, message: $message },
                source: $source,
                doc: doc($doc),
            };
        )*
    };
}

/// What the numbers of a country have, and this one has not.
const LENGTHS: &str =
    "[{name} (+{countryCode})|+{countryCode}] numbers have {lengths} digits, this has {actual}.";

verdicts! {
    NO_PHONES = "phone.no_phones", Vendor,
        "No phone has a number under +{countryCode}, only services do.",
        "Not under a country code of services alone.";
    INCLUDES_CODE = "phone.includes_country_code", Documented,
        "This includes the country code {countryCode}: leave it out.",
        "Without the country code.";
    CODE_TWICE = "phone.includes_country_code", Vendor,
        "The country code {countryCode} stands here twice.",
        "The country code stands there once.";
    TRUNK_ZERO = "phone.leading_zero", Documented,
        "Drop the leading 0: it is only dialled inside the country.",
        "No leading 0, except where the numbers of the country have one.";
    ZERO_BEHIND_CODE = "phone.leading_zero", Vendor,
        "Drop the 0 behind the country code {countryCode}.",
        "No 0 behind the country code, except where the numbers of the country have one.";
    PREFIX_BEHIND_CODE = "phone.international_prefix", Vendor,
        "Drop the 00 behind the country code {countryCode}.",
        "No 00 behind the country code, except where mobile numbers begin so.";
    TOO_SHORT = "phone.too_short", Vendor, LENGTHS,
        "At least as long as the shortest numbers of the country.";
    TOO_LONG = "phone.too_long", Vendor, LENGTHS,
        "At most as long as the longest numbers of the country.";
    WRONG_LENGTH = "phone.wrong_length", Vendor, LENGTHS,
        "Of a length that numbers of the country have.";
    UNKNOWN_PATTERN = "phone.unknown_pattern", Advised,
        "No [{name} (+{countryCode})|+{countryCode}] number is known to look like this. Check the digits.",
        "Looks like the numbers of the country that are in use.";
    NOT_MOBILE = "phone.not_mobile", Advised,
        "This does not look like a mobile number of [{name} (+{countryCode})|+{countryCode}]. A fixed line can have a WhatsApp account too.",
        "Looks like a mobile number.";
    UNKNOWN_CODE = "phone.unknown_country_code", Vendor,
        "Must begin with a country code that exists, such as 91.",
        "Begins with a country code that exists.";
    ANY_ZERO = "phone.leading_zero", Seen,
        "Drop the leading 0 if it is only dialled inside the country.",
        "Without `countryCode`: no leading 0.";
    ANY_TOO_SHORT = "phone.too_short", Vendor,
        "Phone numbers have {lengths} digits, this has {actual}.",
        "Without `countryCode`: at least as long as the shortest numbers anywhere.";
    ANY_TOO_LONG = "phone.too_long", Vendor,
        "Phone numbers have {lengths} digits, this has {actual}.",
        "Without `countryCode`: at most as long as the longest numbers anywhere.";
}

static PREFIX: Verdict = Verdict {
    code: &INTERNATIONAL_PREFIX,
    source: Vendor,
    doc: doc("No international prefix 00, except where mobile numbers begin so."),
};
static ANY_PREFIX: Verdict =
    Verdict { doc: doc("Without `countryCode`: no international prefix 00."), ..PREFIX };

// Service numbers, such as those that are free to call, have lengths that phones have not.
static SERVICE: Verdict = Verdict { source: Advised, ..NO_PHONES };
static LONG_SERVICE: Verdict = Verdict { source: Advised, ..TOO_LONG };
static UNEVEN_SERVICE: Verdict = Verdict { source: Advised, ..WRONG_LENGTH };

/// `phoneNumber` beside `countryCode`.
pub static PAIR: Verdicts = Verdicts {
    key: "phoneNumber",
    look: pair,
    rules: &[
        &NO_PHONES,
        &INCLUDES_CODE,
        &TRUNK_ZERO,
        &TOO_SHORT,
        &TOO_LONG,
        &WRONG_LENGTH,
        &PREFIX,
        &UNKNOWN_PATTERN,
        &NOT_MOBILE,
    ],
    doc: doc("Possible under `countryCode`, by the world's numbering plan."),
};

/// `phoneNumber`, perhaps beside `countryCode`.
pub static PERHAPS_PAIR: Verdicts = Verdicts {
    look: perhaps_pair,
    rules: &[
        &NO_PHONES,
        &INCLUDES_CODE,
        &TRUNK_ZERO,
        &TOO_SHORT,
        &TOO_LONG,
        &WRONG_LENGTH,
        &PREFIX,
        &UNKNOWN_PATTERN,
        &NOT_MOBILE,
        &ANY_PREFIX,
        &ANY_ZERO,
        &ANY_TOO_SHORT,
        &ANY_TOO_LONG,
    ],
    doc: doc(
        "Possible under `countryCode`, or in any country without it, by the world's numbering plan.",
    ),
    ..PAIR
};

/// Country code and number in one, of somebody who is to get messages.
pub static FULL: Verdicts = Verdicts {
    key: "",
    look: full,
    rules: &[
        &UNKNOWN_CODE,
        &NO_PHONES,
        &CODE_TWICE,
        &ZERO_BEHIND_CODE,
        &TOO_SHORT,
        &TOO_LONG,
        &WRONG_LENGTH,
        &PREFIX_BEHIND_CODE,
        &UNKNOWN_PATTERN,
        &NOT_MOBILE,
    ],
    doc: doc("Possible by the world's numbering plan."),
};

/// Country code and number in one, of any phone: it need be no mobile.
pub static OF_ANY_PHONE: Verdicts = Verdicts {
    rules: &[
        &UNKNOWN_CODE,
        &NO_PHONES,
        &CODE_TWICE,
        &ZERO_BEHIND_CODE,
        &TOO_SHORT,
        &TOO_LONG,
        &WRONG_LENGTH,
        &PREFIX_BEHIND_CODE,
        &UNKNOWN_PATTERN,
    ],
    ..FULL
};

/// Country code and number in one, to be called: a service can have it as well.
pub static CALLED: Verdicts = Verdicts {
    rules: &[
        &UNKNOWN_CODE,
        &SERVICE,
        &CODE_TWICE,
        &ZERO_BEHIND_CODE,
        &TOO_SHORT,
        &LONG_SERVICE,
        &UNEVEN_SERVICE,
        &PREFIX_BEHIND_CODE,
        &UNKNOWN_PATTERN,
    ],
    ..FULL
};

/// What is wrong with a number, if anything, and the parameters of its message.
pub fn verdict(code: CallingCode, national: &str) -> Option<(&'static Verdict, Params)> {
    let mut params = Params::default();
    let rule = judge(code, national, &mut params)?;
    Some((*FULL.rules.get(rule + 1)?, params))
}

/// What is wrong with a national number, if anything: the place of its rule in [`PAIR`]. The
/// first rules stand there in the order of [`crate::phone::Wrong`].
fn judge(code: CallingCode, national: &str, params: &mut Params) -> Option<usize> {
    let wrong = code.wrong(national);
    let kind = if wrong.is_none() { code.kind(national) } else { Kind::Unknown };
    let rule = match (wrong, kind) {
        (_, Kind::Mobile) => return None,
        // Mobile numbers of Tajikistan and of satellites do begin so.
        _ if national.starts_with("00") => 6,
        (Some(wrong), _) => wrong as usize,
        (None, Kind::Unknown) => 7,
        (None, Kind::NotMobile) => 8,
    };
    params.set("countryCode", u32::from(code.number()));
    if let Some(country) = code.countries().get(..2) {
        params.set("country", country);
    }
    params.set("name", code.name());
    if (3..6).contains(&rule) {
        measure(code.lengths(), national, params);
    }
    Some(rule)
}

fn measure(lengths: Lengths, national: &str, params: &mut Params) {
    params.set("lengths", lengths.iter().map(|length| length as u32).collect::<Vec<_>>());
    params.set("actual", national.len());
}

fn full(value: View, params: &mut Params) -> Option<usize> {
    let text = value.as_text()?;
    match CallingCode::split(digits(&text)) {
        Some((code, national)) => judge(code, national, params).map(|rule| rule + 1),
        None => Some(0),
    }
}

fn pair(value: View, params: &mut Params) -> Option<usize> {
    let (code, number) = (value.text("countryCode")?, national(value)?);
    judge(CallingCode::of(digits(&code))?, &number, params)
}

fn perhaps_pair(value: View, params: &mut Params) -> Option<usize> {
    if value.get("countryCode").is_some() {
        return pair(value, params);
    }
    let (lengths, number) = (Lengths::anywhere(), national(value)?);
    let length = number.len();
    // The numbers that do begin with 00 have nine digits.
    if number.starts_with("00") && length > 9 {
        return Some(9);
    }
    if lengths.contains(length) {
        return number.starts_with('0').then_some(10);
    }
    measure(lengths, &number, params);
    Some(if lengths.iter().all(|one| one < length) { 12 } else { 11 })
}

/// The national number, where its characters are fine.
fn national(value: View<'_>) -> Option<Cow<'_, str>> {
    value.text("phoneNumber").filter(|text| is_digits(text))
}
