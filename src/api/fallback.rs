//! What is sent by SMS when the message itself cannot be delivered.

use super::placeholder::{count, placeholders};
use super::unfilled::FILLED;
use crate::schema::Source::{Advised, Documented, Seen};
use crate::schema::{
    Code, Field, GROUP, Group, List, Object, Params, Rule, Shape, TEXT, Tagged, Text, TextRule,
    Variant, View, doc, is_digits, limit,
};

/// No SMS header.
pub static NOT_A_SENDER: Code = Code {
    id: "fallback.sender_id",
    message: "Must be the 6 letters or digits of your registered SMS header.",
};
/// A DLT id with something else than digits.
pub static NOT_DLT: Code = Code { id: "dlt.not_digits", message: "A DLT id must be digits only." };
/// A DLT id of an unusual length.
pub static DLT_LENGTH: Code = Code {
    id: "dlt.length",
    message: "A DLT id usually has {limit} digits; this one has {actual}.",
};
/// Placeholders whose numbers do not run from 1.
pub static GAP: Code = Code {
    id: "fallback.placeholder_gap",
    message: "The placeholders must be {{1}}, {{2}} and so on, without gaps.",
};
/// Values and placeholders that are not equally many.
pub static VARIABLE_COUNT: Code = Code {
    id: "fallback.variable_count",
    message: "The message has {expected} placeholders, but there are {actual} variables.",
};

const DLT_DIGITS: usize = 19;

const DLT_ID: Shape = Shape::Text(&Text {
    min: limit(1, Documented),
    rules: &[
        &TextRule {
            code: &NOT_DLT,
            source: Documented,
            holds: |text, _| is_digits(text),
            pattern: doc("^[0-9]+$"),
            doc: doc("Digits only."),
        },
        &TextRule {
            code: &DLT_LENGTH,
            source: Seen,
            holds: |text, params| {
                params.set("limit", DLT_DIGITS);
                params.set("actual", text.len());
                text.len() == DLT_DIGITS
            },
            pattern: doc(""),
            doc: doc("19 digits."),
        },
    ],
    example: doc("1107174012164676172"),
    ..TEXT
});

const SENDER_ID: Shape = Shape::Text(&Text {
    rules: &[&TextRule {
        code: &NOT_A_SENDER,
        source: Documented,
        holds: |text, _| text.len() == 6 && text.bytes().all(|b| b.is_ascii_alphanumeric()),
        pattern: doc("^[A-Za-z0-9]{6}$"),
        doc: doc("Exactly 6 letters or digits."),
    }],
    example: doc("INTRKT"),
    ..TEXT
});

/// The key `fallback` of a message.
pub const FALLBACK: Field = optional!(
    "fallback",
    Shape::List(&List { item: Shape::Tagged(&CHANNEL), min: None, max: None, rules: &[] }),
    "What is sent instead when the message cannot be delivered.",
);

/// A message by another channel.
pub static CHANNEL: Tagged = Tagged {
    name: doc("Fallback"),
    doc: doc("A message by another channel."),
    tag: "channel",
    tag_doc: doc("The channel."),
    common: &[],
    variants: &[
        Variant {
            value: "sms",
            object: Object {
                name: doc("SmsFallback"),
                doc: doc("An SMS, registered on India's DLT platform."),
                groups: &[&SMS],
                open: false,
            },
        },
        Variant {
            value: "RCS",
            object: Object {
                name: doc("RcsFallback"),
                doc: doc(
                    "An RCS message. Interakt names the channel but does not document its content: any key passes.",
                ),
                groups: &[],
                open: true,
            },
        },
    ],
};

static SMS: Group = Group {
    fields: &[
        required!(
            "sender_id",
            SENDER_ID,
            "Your DLT header: 6 letters or digits, such as \"INTRKT\"."
        ),
        required!("pe_id", DLT_ID, "Your Principal Entity id on the DLT platform, digits."),
        optional!(
            "provider_name",
            Shape::Text(&Text { min: limit(1, Advised), example: doc("default"), ..TEXT }),
            "The SMS provider; \"default\" unless Interakt told you otherwise."
        ),
        required!("content", Shape::Object(&CONTENT), "The text and its values."),
    ],
    ..GROUP
};

static CONTENT: Object = Object {
    name: doc("SmsContent"),
    doc: doc("The text of an SMS and the values of its placeholders."),
    groups: &[&Group {
        fields: &[
            required!(
                "message",
                Shape::Text(&Text {
                    min: limit(1, Documented),
                    max: limit(2000, Documented),
                    example: doc("{{1}} is your code."),
                    ..TEXT
                }),
                "The text as registered, with the placeholders {{1}}, {{2}}…",
            ),
            required!("dlt_te_id", DLT_ID, "The DLT template id of the text, digits."),
            optional!(
                "variables",
                Shape::List(&List {
                    item: Shape::Text(&Text {
                        max: limit(30, Advised),
                        rules: FILLED,
                        example: doc("123456"),
                        ..TEXT
                    }),
                    min: None,
                    max: None,
                    rules: &[],
                }),
                "The values of {{1}}, {{2}}…, as many as there are placeholders.",
            ),
        ],
        rules: &[&NO_GAPS, &AS_MANY_VARIABLES],
        ..GROUP
    }],
    open: false,
};

fn variables_of(content: View) -> Option<Option<u32>> {
    content.text("message").map(|message| count(&placeholders(&message)))
}

static NO_GAPS: Rule = Rule {
    code: &GAP,
    source: Documented,
    check: |content, found| {
        if variables_of(content) == Some(None) {
            found.at("message", Params::default());
        }
    },
    doc: doc("The placeholders are numbered from 1 without gaps."),
};

static AS_MANY_VARIABLES: Rule = Rule {
    code: &VARIABLE_COUNT,
    source: Documented,
    check: |content, found| {
        let Some(Some(expected)) = variables_of(content) else { return };
        let Some(actual) = content.get("variables").map_or(Some(0), View::count) else { return };
        if expected as usize != actual {
            found.at(
                "variables",
                Params::default().with("expected", expected).with("actual", actual),
            );
        }
    },
    doc: doc("As many `variables` as the message has placeholders."),
};
