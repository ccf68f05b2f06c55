//! Who a request is about: a phone number in one of two forms, or a user id.

use super::format::is_digits;
use crate::schema::Source::{Documented, Seen, Vendor};
use crate::schema::{
    Code, Field, Forms, Group, Params, Rule, Shape, TEXT, Text, TextRule, View, doc, limit,
};

/// Digits of country code and national number together, by ITU E.164.
pub const MOST_DIGITS: usize = 15;

/// Calling codes under which genuine fixed or mobile numbers start with 0.
const ZERO_IS_PART_OF_THE_NUMBER: [&str; 10] =
    ["39", "225", "226", "229", "241", "242", "250", "378", "881", "992"];

/// Neither phone nor user id.
pub static MISSING: Code = Code {
    id: "recipient.missing",
    message: "Say who this is for: countryCode with phoneNumber, or fullPhoneNumber.",
};
/// Both forms of a phone number.
pub static BOTH_FORMS: Code = Code {
    id: "recipient.both_forms",
    message: "Give either fullPhoneNumber or countryCode with phoneNumber, not both.",
};
/// Something that is no digit.
pub static NOT_DIGITS: Code = Code {
    id: "phone.not_digits",
    message: "Must be digits only, without spaces, brackets or signs.",
};
/// A trunk zero.
pub static LEADING_ZERO: Code = Code { id: "phone.leading_zero", message: "Drop the leading 0." };
/// `00` as people dial abroad.
pub static INTERNATIONAL_PREFIX: Code =
    Code { id: "phone.international_prefix", message: "Drop the international prefix 00." };
/// More than E.164 allows.
pub static TOO_LONG: Code = Code {
    id: "phone.too_long",
    message: "Country code and number have at most {limit} digits together, this has {actual}.",
};
/// A plus where digits suffice.
pub static LEADING_PLUS: Code = Code {
    id: "phone.leading_plus",
    message: "Interakt documents this number without the +. It has been seen to work.",
};
/// No calling code.
pub static NOT_A_COUNTRY_CODE: Code = Code {
    id: "country_code.invalid",
    message: "Must be + and a calling code of one to three digits, such as +91.",
};
/// A calling code without its plus.
pub static MISSING_PLUS: Code = Code {
    id: "country_code.missing_plus",
    message: "Interakt documents the country code with a +. Without it, it works for some.",
};

/// Only digits.
pub static DIGITS: TextRule = TextRule {
    code: &NOT_DIGITS,
    source: Documented,
    holds: |text, _| is_digits(text),
    pattern: doc("^[0-9]+$"),
    doc: doc("Digits only."),
};
static NO_PREFIX: TextRule = TextRule {
    code: &INTERNATIONAL_PREFIX,
    source: Vendor,
    holds: |text, _| !digits(text).starts_with("00"),
    pattern: doc("^(?!\\+?00)"),
    doc: doc("No international prefix 00."),
};
/// E.164: no country code starts with 0.
static NO_ZERO: TextRule = TextRule {
    code: &LEADING_ZERO,
    source: Vendor,
    holds: |text, _| !digits(text).starts_with('0'),
    pattern: doc("^(?!\\+?0)"),
    doc: doc("No leading 0."),
};
static SHORT_ENOUGH: TextRule = TextRule {
    code: &TOO_LONG,
    source: Vendor,
    holds: |text, params| fits(digits(text).len(), params),
    pattern: doc("^\\+?[0-9]{0,15}$"),
    doc: doc("At most 15 digits (ITU E.164)."),
};
static NO_PLUS: TextRule = TextRule {
    code: &LEADING_PLUS,
    source: Seen,
    holds: |text, _| !text.starts_with('+'),
    pattern: doc(""),
    doc: doc("Without a +."),
};
static DIGITS_AFTER_PLUS: TextRule = TextRule {
    code: &NOT_DIGITS,
    source: Documented,
    holds: |text, _| is_digits(digits(text)),
    pattern: doc("^\\+?[0-9]+$"),
    doc: doc("Digits only."),
};

fn digits(text: &str) -> &str {
    text.strip_prefix('+').unwrap_or(text)
}

fn fits(actual: usize, params: &mut Params) -> bool {
    if actual > MOST_DIGITS {
        params.set("limit", MOST_DIGITS);
        params.set("actual", actual);
    }
    actual <= MOST_DIGITS
}

/// `+` and a calling code.
pub const COUNTRY_CODE: Shape = Shape::Text(&Text {
    min: limit(1, Documented),
    rules: &[
        &TextRule {
            code: &NOT_A_COUNTRY_CODE,
            source: Documented,
            holds: |text, _| {
                let code = digits(text);
                is_digits(code) && code.len() <= 3 && !code.starts_with('0')
            },
            pattern: doc("^\\+?[1-9][0-9]{0,2}$"),
            doc: doc("The calling code: one to three digits."),
        },
        &TextRule {
            code: &MISSING_PLUS,
            source: Seen,
            holds: |text, _| text.starts_with('+'),
            pattern: doc(""),
            doc: doc("A leading +."),
        },
    ],
    example: doc("+91"),
    ..TEXT
});

/// A national number, digits only. Whether it may start with 0 depends on the country.
pub const PHONE_NUMBER: Shape = Shape::Text(&Text {
    min: limit(1, Documented),
    rules: &[&DIGITS, &NO_PREFIX],
    example: doc("9876543210"),
    ..TEXT
});

/// A national number without the country that it belongs to.
pub const PHONE_NUMBER_OF_ANY_COUNTRY: Shape = Shape::Text(&Text {
    min: limit(1, Documented),
    rules: &[&DIGITS, &NO_PREFIX, &SHORT_ENOUGH, &NO_TRUNK_ZERO],
    example: doc("9876543210"),
    ..TEXT
});
/// A warning: under some calling codes numbers do start with 0.
static NO_TRUNK_ZERO: TextRule = TextRule { source: Seen, pattern: doc(""), ..NO_ZERO };

/// Country code and number, digits only; a leading `+` has worked for some.
pub const FULL_PHONE_NUMBER: Shape = Shape::Text(&Text {
    min: limit(1, Documented),
    rules: &[&DIGITS_AFTER_PLUS, &NO_PREFIX, &NO_ZERO, &SHORT_ENOUGH, &NO_PLUS],
    example: doc("919876543210"),
    ..TEXT
});

/// Country code and number, digits only, never a `+`.
pub const DIGITS_WITH_COUNTRY_CODE: Shape = Shape::Text(&Text {
    min: limit(1, Documented),
    rules: &[&DIGITS, &NO_PREFIX, &NO_ZERO, &SHORT_ENOUGH],
    example: doc("919876543210"),
    ..TEXT
});

/// E.164 without its plus.
pub static NOT_E164: Code = Code {
    id: "phone.not_e164",
    message: "Must be +, country code and number without spaces, such as +919876543210.",
};

/// `+`, country code and number.
pub const E164: Shape = Shape::Text(&Text {
    min: limit(1, Vendor),
    rules: &[
        &TextRule {
            code: &NOT_E164,
            source: Vendor,
            holds: |text, _| {
                text.strip_prefix('+').is_some_and(|rest| is_digits(rest) && !rest.starts_with('0'))
            },
            pattern: doc("^\\+[1-9][0-9]*$"),
            doc: doc("E.164: +, country code and number."),
        },
        &SHORT_ENOUGH,
    ],
    example: doc("+919876543210"),
    ..TEXT
});

/// The id that the customer has in your own system.
pub const USER_ID: Shape =
    Shape::Text(&Text { empty_is_absent: true, example: doc("user-42"), ..TEXT });

const USER_ID_FIELD: Field = optional!(
    "userId",
    USER_ID,
    "The id of the customer in your own system. An empty string counts as absent.",
);
const COUNTRY_CODE_FIELD: Field = optional!(
    "countryCode",
    COUNTRY_CODE,
    "Calling code of the number with its plus, such as \"+91\". Goes with `phoneNumber`.",
);
const PHONE_NUMBER_FIELD: Field = optional!(
    "phoneNumber",
    PHONE_NUMBER,
    "The number without country code and without leading 0, digits only, such as \"9876543210\". Goes with `countryCode`.",
);
const FULL_PHONE_NUMBER_FIELD: Field = optional!(
    "fullPhoneNumber",
    FULL_PHONE_NUMBER,
    "Country code and number, digits only, such as \"919876543210\". Instead of `countryCode` and `phoneNumber`, never beside them.",
);

/// A user id, a phone number in either form, or a user id beside one of them.
pub static USER_OR_PHONE: Group = Group {
    fields: &[USER_ID_FIELD, COUNTRY_CODE_FIELD, PHONE_NUMBER_FIELD, FULL_PHONE_NUMBER_FIELD],
    forms: Some(&Forms {
        name: doc("Recipient"),
        ways: &[&["countryCode", "phoneNumber"], &["fullPhoneNumber"], &["userId"]],
        beside: &["userId"],
        missing: Some(&MISSING_USER),
        both: &BOTH_FORMS,
        source: Documented,
    }),
    rules: &[&TOTAL_LENGTH, &TRUNK_ZERO],
};

/// A phone number in either form.
pub static PHONE: Group = Group {
    fields: &[COUNTRY_CODE_FIELD, PHONE_NUMBER_FIELD, FULL_PHONE_NUMBER_FIELD],
    forms: Some(&Forms {
        name: doc("PhoneRecipient"),
        ways: &[&["countryCode", "phoneNumber"], &["fullPhoneNumber"]],
        beside: &[],
        missing: Some(&MISSING),
        both: &BOTH_FORMS,
        source: Documented,
    }),
    rules: &[&TOTAL_LENGTH, &TRUNK_ZERO],
};

/// Neither phone nor user id, where a user id would do.
pub static MISSING_USER: Code = Code {
    id: "recipient.missing",
    message: "Say who this is for: countryCode with phoneNumber, or fullPhoneNumber, or userId.",
};

/// How many digits `countryCode` and `phoneNumber` have together. What is not
/// digits does not count, nor does a number whose prefix 00 has to go first.
fn digits_in_all(view: View) -> usize {
    let code = view.text("countryCode").unwrap_or_default();
    let number = view.text("phoneNumber").unwrap_or_default();
    let count = |text: &str| if is_digits(text) { text.len() } else { 0 };
    match count(&number) {
        0 => 0,
        _ if number.starts_with("00") => 0,
        own => count(digits(&code)) + own,
    }
}

static TOTAL_LENGTH: Rule = Rule {
    code: &TOO_LONG,
    source: Vendor,
    check: |view, found| {
        let mut params = Params::default();
        if !fits(digits_in_all(view), &mut params) {
            found.at("phoneNumber", params);
        }
    },
    doc: doc("`countryCode` and `phoneNumber` have at most 15 digits together (ITU E.164)."),
};

static TRUNK_ZERO: Rule = Rule {
    code: &LEADING_ZERO,
    source: Documented,
    check: |view, found| {
        let number = view.text("phoneNumber").unwrap_or_default();
        let code = view.text("countryCode").unwrap_or_default();
        let trunk = is_digits(&number) && number.starts_with('0') && !number.starts_with("00");
        if trunk && !ZERO_IS_PART_OF_THE_NUMBER.contains(&digits(&code)) {
            found.at("phoneNumber", Params::default());
        }
    },
    doc: doc(
        "`phoneNumber` does not start with 0, except under the calling codes whose numbers do: 39, 225, 226, 229, 241, 242, 250, 378, 881, 992.",
    ),
};
