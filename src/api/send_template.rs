//! Sending an approved WhatsApp template.

use super::format::ANY_TEXT;
use super::language::LANGUAGE_CODE;
use super::order::{ORDER_DETAILS, ORDER_STATUS};
use super::unfilled::FILLED_IN;
use crate::schema::Source::{Advised, Documented, Seen, Vendor};
use crate::schema::{
    Choice, Code, Field, GROUP, Group, List, Map, Object, Params, Rule, Shape, TEXT, Text,
    TextRule, View, codes, doc, has_any, limit, value,
};

/// A name that no template can have.
pub static NOT_A_NAME: Code = Code {
    id: "template.name",
    message: "Must be the template's code name: lower-case letters, digits and _ only.",
};
/// White space that Meta refuses in a value.
pub static VALUE_WHITESPACE: Code = Code {
    id: "template.value_whitespace",
    message: "Meta refuses values with a line break, a tab or more than 4 spaces in a row.",
};
/// A key that is no position of a button.
pub static NOT_A_POSITION: Code = Code {
    id: "template.button_position",
    message: "Keys are the positions of the buttons, \"0\" to \"9\": \"{key}\" is not one.",
};
/// Cards and orders that are not equally many.
pub static ORDER_COUNT: Code = Code {
    id: "order.count_mismatch",
    message: "Each card needs an order: {expected} cards, but {actual} order_details.",
};
/// Another category than the one that guards.
pub static CATEGORY: Code = Code {
    id: "template.category_unknown",
    message: "Interakt documents only {allowed} here.[ Did you mean \"{suggestion}\"?]",
};

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

/// Whether a text has neither line break nor tab nor so many spaces in a row.
pub(super) fn is_one_line(text: &str, many: u32) -> bool {
    // So many spaces in a row cover one of each so many places.
    if cfg!(target_feature = "simd128")
        && !has_any(text.as_bytes(), [b'\n', b'\r', b'\t'])
        && !text
            .as_bytes()
            .chunks_exact((many as usize).max(1))
            .any(|some| some.last() == Some(&b' '))
    {
        return true;
    }
    let mut spaces = 0u32;
    for byte in text.as_bytes() {
        spaces = if *byte == b' ' { spaces.wrapping_add(1) } else { 0 };
        if spaces == many || matches!(byte, b'\n' | b'\r' | b'\t') {
            return false;
        }
    }
    true
}

const MAYBE_EMPTY: Text = Text {
    rules: &[
        &TextRule {
            code: &VALUE_WHITESPACE,
            source: Seen,
            holds: |text, _| is_one_line(text, 5),
            pattern: doc(""),
            doc: doc("No new line, no tab, no more than 4 spaces in a row (Meta's error 132018)."),
        },
        &FILLED_IN,
    ],
    example: doc("Asha"),
    ..TEXT
};

/// The value of a variable.
pub const VALUE: Shape = Shape::Text(&Text { min: limit(1, Vendor), ..MAYBE_EMPTY });

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
const POSITION: TextRule = TextRule {
    code: &NOT_A_POSITION,
    source: Documented,
    holds: |key, _| matches!(key.as_bytes(), [b'0'..=b'9']),
    pattern: doc("^[0-9]$"),
    doc: doc("The position of the button, \"0\" to \"9\"."),
};
const BUTTON_VALUES: Field = optional!(
    "buttonValues",
    Shape::Map(&Map {
        key: Some(&POSITION),
        value: Shape::List(&list!(Shape::Text(&MAYBE_EMPTY))),
        example: doc("0"),
    }),
    "Values for the buttons with a variable: the position of the button, counted from \"0\", to its values.",
);
const BUTTON_PAYLOAD: Field = optional!(
    "buttonPayload",
    Shape::Map(&Map {
        key: Some(&TextRule { source: Seen, ..POSITION }),
        value: Shape::List(&List {
            item: ANY_TEXT,
            min: limit(1, Seen),
            max: limit(1, Seen),
            rules: &[],
        }),
        example: doc("0"),
    }),
    "What comes back in the webhook when a quick-reply button is tapped: the position of the button, counted from \"0\", to its payload, alone in a list.",
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

/// A template and its values.
pub static TEMPLATE: Object = Object {
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
            BUTTON_PAYLOAD,
            optional!(
                "is_flow_template",
                Shape::Boolean,
                "Whether a button of the template opens a WhatsApp Flow: then values of buttons may be empty.",
            ),
            optional!(
                "fileName",
                Shape::Text(&Text { min: limit(1, Advised), example: doc("invoice.pdf"), ..TEXT }),
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
        rules: &[&BUTTONS_HAVE_VALUES, &ORDER_PER_CARD],
        ..GROUP
    }],
    open: false,
};

static CARD: Object = Object {
    name: doc("TemplateCard"),
    doc: doc("The values of one card of a carousel."),
    groups: &[&Group {
        fields: &[HEADER_VALUES, BODY_VALUES, BUTTON_VALUES],
        rules: &[&BUTTONS_HAVE_VALUES],
        ..GROUP
    }],
    open: false,
};

/// Only the buttons of a flow may go without a value.
static BUTTONS_HAVE_VALUES: Rule = Rule {
    code: &codes::EMPTY,
    source: Vendor,
    check: |template, found| {
        // Asked once, and only where it counts.
        let mut asked = false;
        for (button, values) in template.get("buttonValues").unwrap_or_default().pieces() {
            let Some(button) = button.as_text() else { continue };
            for (index, value) in values.items().enumerate() {
                if value.json() == "\"\"" {
                    let flow = || template.get("is_flow_template");
                    if !asked && flow().is_some_and(|flow| flow.json() == "true") {
                        return;
                    }
                    asked = true;
                    let path = ["buttonValues".into(), (&*button).into(), index.into()];
                    found.below(&path, Params::default());
                }
            }
        }
    },
    doc: doc("No value in `buttonValues` is empty, except with `is_flow_template`."),
};

static ORDER_PER_CARD: Rule = Rule {
    code: &ORDER_COUNT,
    source: Advised,
    check: |template, found| {
        let count = |key| template.get(key).and_then(View::count);
        let Some(expected) = count("carouselCards") else { return };
        let Some(actual) = count("order_details") else { return };
        if expected != actual {
            found.at(
                "order_details",
                Params::default().with("expected", expected).with("actual", actual),
            );
        }
    },
    doc: doc("As many `order_details` as `carouselCards`, where there are both."),
};
