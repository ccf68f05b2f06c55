//! The strings that carry phone numbers. Here stand the rules about their signs; numbers
//! without a sign too many are left to [`super::numbering`].

use super::numbering::{CALLED, FULL, OF_ANY_PHONE, digits};
use crate::phone::{CallingCode, DAMAGED, INTERNATIONAL_PREFIX, damaged};
use crate::schema::Source::{Documented, Seen, Vendor};
use crate::schema::{Code, Shape, TEXT, Text, TextRule, doc, is_digits, limit};

/// Something that is no digit.
pub static NOT_DIGITS: Code = Code {
    id: "phone.not_digits",
    message: "Must be digits only, without spaces, brackets or signs.",
};
/// A zero where a country code should be.
pub static LEADING_ZERO: Code = Code {
    id: "phone.zero_before_country_code",
    message: "Drop the leading 0: the number must begin with its country code.",
};
/// E.164 without its plus.
pub static NOT_E164: Code = Code {
    id: "phone.not_e164",
    message: "Must be + and at most 15 digits, country code first, such as +919876543210.",
};
/// No calling code.
pub static NOT_A_COUNTRY_CODE: Code =
    Code { id: "country_code.invalid", message: "Must be + and one to three digits, such as +91." };
/// A calling code that nobody has.
pub static NO_SUCH_COUNTRY_CODE: Code =
    Code { id: "country_code.unknown", message: "There is no such country code." };
/// A calling code without its plus.
pub static MISSING_PLUS: Code = Code {
    id: "country_code.missing_plus",
    message: "Interakt documents the country code with a +. It works for some accounts without it.",
};

static DIGITS: TextRule = TextRule {
    code: &NOT_DIGITS,
    source: Documented,
    holds: |text, _| is_digits(text),
    pattern: doc("^[0-9]+$"),
    doc: doc("Digits only."),
};
static DIGITS_AFTER_PLUS: TextRule =
    TextRule { holds: |text, _| is_digits(digits(text)), pattern: doc("^\\+?[0-9]+$"), ..DIGITS };
static NO_PREFIX: TextRule = TextRule {
    code: &INTERNATIONAL_PREFIX,
    source: Vendor,
    holds: |text, _| !digits(text).starts_with("00"),
    pattern: doc("^(?!\\+?00)"),
    doc: doc("No international prefix 00."),
};
static NO_ZERO: TextRule = TextRule {
    code: &LEADING_ZERO,
    source: Vendor,
    holds: |text, _| !digits(text).starts_with('0'),
    pattern: doc("^(?!\\+?0)"),
    doc: doc("No leading 0: no country code begins so."),
};
static CODE_OF_DIGITS: TextRule = TextRule {
    code: &NOT_A_COUNTRY_CODE,
    source: Documented,
    holds: |text, _| {
        let code = digits(text);
        is_digits(code) && code.len() <= 3 && !code.starts_with('0')
    },
    pattern: doc("^\\+?[1-9][0-9]{0,2}$"),
    doc: doc("The calling code: one to three digits."),
};
static KNOWN_CODE: TextRule = TextRule {
    code: &NO_SUCH_COUNTRY_CODE,
    source: Vendor,
    holds: |text, _| CallingCode::of(digits(text)).is_some(),
    pattern: doc(""),
    doc: doc("A calling code that exists."),
};

static UNDAMAGED: TextRule = TextRule {
    code: &DAMAGED,
    source: Documented,
    holds: |text, params| !damaged(text, params),
    pattern: doc(""),
    doc: doc("Not as spreadsheets write it: no E+09, no .0 or comma behind, no ' before."),
};

/// `+` and a calling code.
pub const COUNTRY_CODE: Shape = Shape::Text(&Text {
    rules: &[
        &UNDAMAGED,
        &CODE_OF_DIGITS,
        &KNOWN_CODE,
        &TextRule {
            code: &MISSING_PLUS,
            source: Seen,
            holds: |text, _| text.starts_with('+'),
            pattern: doc(""),
            doc: doc("A leading +."),
        },
    ],
    empty_is_absent: true,
    example: doc("+91"),
    ..TEXT
});

/// A calling code that is never sent: it may go without the plus.
pub const UNSENT_COUNTRY_CODE: Shape = Shape::Text(&Text {
    rules: &[&UNDAMAGED, &CODE_OF_DIGITS, &KNOWN_CODE],
    empty_is_absent: true,
    example: doc("+91"),
    ..TEXT
});

const NATIONAL: Text = Text { rules: &[&UNDAMAGED, &DIGITS], example: doc("9876543210"), ..TEXT };

/// A national number, digits only. What it must look like depends on the country.
pub const PHONE_NUMBER: Shape = Shape::Text(&Text { min: limit(1, Documented), ..NATIONAL });

/// That of a recipient, who may be told in another way.
pub const RECIPIENT_NUMBER: Shape = Shape::Text(&Text { empty_is_absent: true, ..NATIONAL });

/// Country code and number of a recipient: digits, with or without a `+`.
pub const FULL_PHONE_NUMBER: Shape = Shape::Text(&Text {
    rules: &[&UNDAMAGED, &DIGITS_AFTER_PLUS, &NO_PREFIX, &NO_ZERO],
    verdicts: Some(&FULL),
    empty_is_absent: true,
    example: doc("919876543210"),
    ..TEXT
});

const WITH_COUNTRY_CODE: Text = Text {
    min: limit(1, Documented),
    rules: &[&UNDAMAGED, &DIGITS, &NO_PREFIX, &NO_ZERO],
    example: doc("919876543210"),
    ..TEXT
};

/// Country code and number of a customer, digits only, never a `+`.
pub const CUSTOMER_WITH_COUNTRY_CODE: Shape =
    Shape::Text(&Text { verdicts: Some(&FULL), ..WITH_COUNTRY_CODE });

/// Country code and number of any phone, digits only, never a `+`.
pub const DIGITS_WITH_COUNTRY_CODE: Shape =
    Shape::Text(&Text { verdicts: Some(&OF_ANY_PHONE), ..WITH_COUNTRY_CODE });

static E164_FORM: TextRule = TextRule {
    code: &NOT_E164,
    source: Vendor,
    holds: |text, _| {
        let full = text.strip_prefix('+').unwrap_or_default();
        is_digits(full) && full.len() <= 15 && !full.starts_with('0')
    },
    pattern: doc("^\\+[1-9][0-9]{0,14}$"),
    doc: doc("E.164: +, country code and number, at most 15 digits."),
};

/// `+`, country code and number, to be called.
pub const E164: Shape = Shape::Text(&Text {
    min: limit(1, Vendor),
    rules: &[&E164_FORM],
    verdicts: Some(&CALLED),
    example: doc("+919876543210"),
    ..TEXT
});
