//! Sending an approved WhatsApp template.

use std::borrow::Cow;

use super::language::LANGUAGE_CODE;
use super::order::{ORDER_DETAILS, ORDER_STATUS};
use crate::schema::Source::{Advised, Documented, Seen, Vendor};
use crate::schema::{
    Choice, Code, Field, GROUP, Group, List, Map, Object, Params, Rule, Shape, TEXT, Text,
    TextRule, View, code_points, codes, doc, limit, value,
};

/// A name that no template can have.
pub static NOT_A_NAME: Code = Code {
    id: "template.name",
    message: "Must be the template's code name: lower-case letters, digits and _ only.",
};
/// White space that Meta refuses in a value.
pub static VALUE_WHITESPACE: Code = Code {
    id: "template.value_whitespace",
    message: "Meta refuses values with a new line, a tab or more than 4 spaces in a row.",
};
/// A code that differs between body and button.
pub static CODE_MISMATCH: Code = Code {
    id: "template.code_mismatch",
    message: "If this is an authentication template, the code must be the same in bodyValues[0] and in buttonValues[\"0\"][0].",
};
/// A code that is too long.
pub static CODE_TOO_LONG: Code = Code {
    id: "template.code_too_long",
    message: "If this is an authentication template, the code may have {limit} characters, this has {actual}.",
};
/// Cards and orders that are not equally many.
pub static ORDER_COUNT: Code = Code {
    id: "order.count_mismatch",
    message: "Each card wants an order of its own: there are {expected} cards, but {actual} order_details.",
};
/// Another category than the one that guards.
pub static CATEGORY: Code =
    Code { id: "template.category_unknown", message: "Interakt documents only \"utility\" here." };

/// The code name of a template.
pub const TEMPLATE_NAME: Shape = Shape::Text(&Text {
    min: limit(1, Vendor),
    max: limit(512, Vendor),
    rules: &[&TextRule {
        code: &NOT_A_NAME,
        source: Vendor,
        holds: |text, _| {
            text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
        },
        pattern: doc("^[a-z0-9_]*$"),
        doc: doc("Lower-case letters, digits and `_` only."),
    }],
    example: doc("order_shipped"),
    ..TEXT
});

/// The value of a variable.
pub const VALUE: Shape = Shape::Text(&Text {
    min: limit(1, Vendor),
    rules: &[&TextRule {
        code: &VALUE_WHITESPACE,
        source: Seen,
        holds: |text, _| {
            let mut spaces = 0;
            for byte in text.as_bytes() {
                spaces = if *byte == b' ' { spaces + 1 } else { 0 };
                if spaces > 4 || matches!(byte, b'\n' | b'\r' | b'\t') {
                    return false;
                }
            }
            true
        },
        pattern: doc(""),
        doc: doc("No new line, no tab, no more than 4 spaces in a row (Meta's error 132018)."),
    }],
    example: doc("Asha"),
    ..TEXT
});

/// Values of variables, in order.
pub const VALUES: Shape = Shape::List(&List { item: VALUE, min: None, max: None, rules: &[] });

const HEADER_VALUES: Field = optional!(
    "headerValues",
    VALUES,
    "The value of the variable in a text header, or the URL of the file for a media header.",
);
/// The key `bodyValues`.
pub const BODY_VALUES: Field =
    optional!("bodyValues", VALUES, "The values of {{1}}, {{2}}… in the body, in order.");
const BUTTON_VALUES: Field = optional!(
    "buttonValues",
    Shape::Map(&Map {
        key: Some(&TextRule {
            code: &codes::KEY,
            source: Documented,
            holds: |key, params| {
                let fits = matches!(key.as_bytes(), [b'0'..=b'9']);
                if !fits {
                    params
                        .set("expected", "Keys are the positions of the buttons, \"0\" to \"9\".");
                }
                fits
            },
            pattern: doc("^[0-9]$"),
            doc: doc("The position of the button, \"0\" to \"9\"."),
        }),
        value: VALUES,
        example: doc("0"),
    }),
    "Values for the buttons with a variable: the position of the button, counted from \"0\", to its values.",
);

/// What a template message holds beside the keys of every message.
pub static TEMPLATE_GROUP: Group = Group {
    fields: &[
        optional!(
            "template_category",
            Shape::Choice(&Choice {
                values: &[value(
                    "utility",
                    "Send only while Meta holds the template for a Utility one."
                )],
                closed: Advised,
                ignore_case: false,
                rules: &[],
                unlisted: &CATEGORY,
            }),
            "With \"utility\" the message is only sent while the template's category is Utility: a guard against paying for Marketing.",
        ),
        required!("template", Shape::Object(&TEMPLATE), "The template and its values."),
    ],
    ..GROUP
};

static TEMPLATE: Object = Object {
    name: doc("Template"),
    doc: doc("An approved template and the values of its variables."),
    groups: &[&Group {
        fields: &[
            required!(
                "name",
                TEMPLATE_NAME,
                "The code name, as the template's info icon in Interakt shows it."
            ),
            required!(
                "languageCode",
                LANGUAGE_CODE,
                "The language in which the template was approved: `en` and `en_US` are different templates.",
            ),
            HEADER_VALUES,
            BODY_VALUES,
            BUTTON_VALUES,
            optional!(
                "fileName",
                Shape::Text(&Text {
                    min: limit(1, Documented),
                    example: doc("invoice.pdf"),
                    ..TEXT
                }),
                "The name that the customer sees for a document in the header.",
            ),
            optional!(
                "carouselCards",
                Shape::List(&List {
                    item: Shape::Object(&CARD),
                    min: limit(2, Vendor),
                    max: limit(10, Vendor),
                    rules: &[],
                }),
                "The values of each card of a carousel, in order.",
            ),
            ORDER_DETAILS,
            ORDER_STATUS,
        ],
        rules: &[&SAME_CODE, &SHORT_CODE, &ORDER_PER_CARD],
        ..GROUP
    }],
    open: false,
};

static CARD: Object = Object {
    name: doc("TemplateCard"),
    doc: doc("The values of one card of a carousel."),
    groups: &[&Group { fields: &[HEADER_VALUES, BODY_VALUES, BUTTON_VALUES], ..GROUP }],
    open: false,
};

/// The only body value and the only value of button 0, when the template has no
/// other: that is what an authentication template looks like.
fn one_time_code<'a>(template: View<'a>) -> Option<(Cow<'a, str>, Cow<'a, str>)> {
    let others = ["headerValues", "carouselCards", "order_details", "order_status"];
    let code = template.get("bodyValues")?.only()?.as_text()?;
    let buttons = template.get("buttonValues")?;
    if buttons.only().is_none() || others.iter().any(|key| template.get(key).is_some()) {
        return None;
    }
    Some((code, buttons.get("0")?.only()?.as_text()?))
}

/// Letters and digits, at least one digit: what codes are made of.
fn looks_like_a_code(text: &str) -> bool {
    text.len() <= MOST_CODE
        && text.bytes().all(|b| b.is_ascii_alphanumeric())
        && text.bytes().any(|b| b.is_ascii_digit())
}

const MOST_CODE: usize = 15;

static SAME_CODE: Rule = Rule {
    code: &CODE_MISMATCH,
    source: Advised,
    check: |template, found| {
        let Some((body, button)) = one_time_code(template) else { return };
        if body != button && looks_like_a_code(&body) && looks_like_a_code(&button) {
            found.below(&["buttonValues".into(), "0".into(), 0.into()], Params::default());
        }
    },
    doc: doc(
        "In an authentication template the code is the same in `bodyValues[0]` and `buttonValues[\"0\"][0]`. Looked at when these are the only values and both look like codes.",
    ),
};

static SHORT_CODE: Rule = Rule {
    code: &CODE_TOO_LONG,
    source: Advised,
    check: |template, found| {
        let Some((body, button)) = one_time_code(template) else { return };
        let actual = code_points(&body);
        if body == button && actual > MOST_CODE {
            let params = Params::default().with("limit", MOST_CODE).with("actual", actual);
            found.below(&["bodyValues".into(), 0.into()], params);
        }
    },
    doc: doc(
        "The code of an authentication template has at most 15 characters. Looked at when the same single value stands in body and button.",
    ),
};

static ORDER_PER_CARD: Rule = Rule {
    code: &ORDER_COUNT,
    source: Advised,
    check: |template, found| {
        let count = |key| template.get(key).and_then(View::count);
        let (Some(expected), Some(actual)) = (count("carouselCards"), count("order_details"))
        else {
            return;
        };
        if expected != actual {
            found.at(
                "order_details",
                Params::default().with("expected", expected).with("actual", actual),
            );
        }
    },
    doc: doc("As many `order_details` as `carouselCards`, where there are both."),
};
