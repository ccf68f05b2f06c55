//! The carousel of a new template.

use super::interactive::CLOSED;
use super::template_button::{BUTTON, URL_EXAMPLE, has_url_variable};
use super::template_keys::{BODY_TEXT, EXAMPLES, HEADER_FILE_NAME, HEADER_FILE_URL, HEADER_HANDLE};
use super::template_rules::{BODY_EXAMPLES, NO_GAPS, NOT_AT_EDGE};
use crate::schema::Source::{Documented, Vendor};
use crate::schema::{
    Choice, Code, Field, Found, GROUP, Group, List, NUMBER, Number, Object, Params, Rule, Shape,
    TEXT, Text, View, bound, doc, limit, value,
};

/// A carousel in another category.
pub static NOT_MARKETING: Code =
    Code { id: "carousel.category", message: "A carousel must be of category Marketing." };
/// Something beside the carousel.
pub static BESIDE: Code =
    Code { id: "carousel.header_or_footer", message: "A carousel cannot have a header or footer." };
/// Cards that do not look alike.
pub static FORMAT: Code =
    Code { id: "carousel.header_format", message: "All cards must have the same header_format." };
/// Cards with different buttons.
pub static BUTTON_KINDS: Code = Code {
    id: "carousel.button_kinds",
    message: "All cards must have the same kinds of buttons in the same order.",
};
/// A body on some cards.
pub static BODIES: Code =
    Code { id: "carousel.body", message: "Either all cards must have a body, or none." };
/// Cards that are not numbered from 0.
pub static INDEX: Code = Code {
    id: "carousel.card_index",
    message: "Cards are numbered 0, 1, 2…: this one must be {expected}.",
};

/// The key `carousel_cards`. What it wants of the rest of the template stands with it.
pub(super) const CAROUSEL_CARDS: Field = optional!(
    "carousel_cards",
    Shape::List(&List {
        item: Shape::Object(&CARD),
        min: limit(2, Vendor),
        max: limit(10, Vendor),
        rules: &[&NUMBERED, &SAME_FORMAT, &ALL_OR_NONE, &SAME_BUTTONS],
    }),
    "Two to ten cards, all of the same make. Then the template is of category Marketing and has no header or footer.",
);

static CARD: Object = Object {
    name: doc("NewTemplateCard"),
    doc: doc("A card of a carousel."),
    groups: &[&Group {
        fields: &[
            required!(
                "card_index",
                Shape::Number(&Number { integer: true, min: bound(0, Vendor), ..NUMBER }),
                "0, 1, 2… in order."
            ),
            required!(
                "header_format",
                Shape::Choice(&Choice {
                    values: &[value("IMAGE", "A picture."), value("VIDEO", "A film.").from(Vendor)],
                    ..CLOSED
                }),
                "What stands above; the same on all cards.",
            ),
            optional!(
                "header",
                Shape::Nullable(&Shape::Text(&TEXT)),
                "Always `null`: cards have no text above."
            ),
            Field { required: true, ..HEADER_HANDLE },
            HEADER_FILE_URL,
            HEADER_FILE_NAME,
            optional!(
                "cardTitle",
                Shape::Text(&Text { example: doc("Running shoes"), ..TEXT }),
                "The title in Interakt."
            ),
            optional!(
                "body",
                Shape::Text(&Text {
                    min: limit(1, Vendor),
                    max: limit(160, Vendor),
                    example: doc("Light, for long distances."),
                    ..TEXT
                }),
                "The text; on all cards or on none.",
            ),
            BODY_TEXT,
            required!(
                "buttons",
                Shape::List(&List {
                    item: BUTTON,
                    min: limit(1, Vendor),
                    max: limit(2, Vendor),
                    rules: &[]
                }),
                "One or two buttons, of the same kinds in the same order on all cards.",
            ),
            optional!("button_text", EXAMPLES, "Examples for the variables of URL buttons."),
        ],
        rules: &[&NO_GAPS, &NOT_AT_EDGE, &BODY_EXAMPLES, &HAS_URL_EXAMPLE],
        ..GROUP
    }],
    open: false,
};

static HAS_URL_EXAMPLE: Rule = Rule {
    code: &URL_EXAMPLE,
    source: Documented,
    check: |card, found| {
        let examples = card.get("button_text").map_or(Some(0), View::count);
        if card.get("buttons").is_some_and(has_url_variable) && examples == Some(0) {
            found.at("button_text", Params::default());
        }
    },
    doc: doc("`button_text` has an example where a URL has a variable."),
};

static NUMBERED: Rule = Rule {
    code: &INDEX,
    source: Vendor,
    check: |cards, found| {
        for (index, card) in cards.items().enumerate() {
            if card.number("card_index").is_some_and(|n| n != index as f64) {
                found.below(
                    &[index.into(), "card_index".into()],
                    Params::default().with("expected", index),
                );
            }
        }
    },
    doc: doc("`card_index` counts 0, 1, 2…"),
};

/// Reports each card at `key` whose feature differs from that of the first card.
/// A card without the feature is passed over: that it lacks it is reported elsewhere.
fn like_the_first(
    cards: View,
    key: &'static str,
    found: &mut Found,
    feature: fn(View) -> Option<String>,
) {
    let mut cards = cards.items().enumerate();
    let Some(first) = cards.next().and_then(|(_, card)| feature(card)) else { return };
    for (index, card) in cards {
        if feature(card).is_some_and(|feature| feature != first) {
            found.below(&[index.into(), key.into()], Params::default());
        }
    }
}

static SAME_FORMAT: Rule = Rule {
    code: &FORMAT,
    source: Vendor,
    check: |cards, found| {
        like_the_first(cards, "header_format", found, |card| {
            card.text("header_format").map(|f| f.into_owned())
        });
    },
    doc: doc("Every card has the same `header_format`."),
};

static ALL_OR_NONE: Rule = Rule {
    code: &BODIES,
    source: Vendor,
    check: |cards, found| {
        like_the_first(cards, "body", found, |card| {
            let body = card.get("body").map_or("without", |_| "with");
            card.is_object().then(|| body.to_owned())
        });
    },
    doc: doc("`body` stands on all cards or on none."),
};

static SAME_BUTTONS: Rule = Rule {
    code: &BUTTON_KINDS,
    source: Vendor,
    check: |cards, found| {
        like_the_first(cards, "buttons", found, |card| {
            let mut kinds = String::new();
            for button in card.get("buttons")?.items() {
                kinds.push_str(&button.text("type")?);
                kinds.push(' ');
            }
            (!kinds.is_empty()).then_some(kinds)
        });
    },
    doc: doc("Every card has the same kinds of buttons in the same order."),
};

/// What a carousel wants of the template around it.
pub(super) static CAROUSEL_RULES: &[&Rule] = &[&IS_MARKETING, &NOTHING_BESIDE];

static IS_MARKETING: Rule = Rule {
    code: &NOT_MARKETING,
    source: Vendor,
    check: |template, found| {
        let category = template.text("category").unwrap_or_default();
        let other =
            ["utility", "authentication"].iter().any(|other| category.eq_ignore_ascii_case(other));
        if template.get("carousel_cards").is_some() && other {
            found.at("category", Params::default());
        }
    },
    doc: doc("A template with `carousel_cards` is of category Marketing."),
};

static NOTHING_BESIDE: Rule = Rule {
    code: &BESIDE,
    source: Vendor,
    check: |template, found| {
        if template.get("carousel_cards").is_none() {
            return;
        }
        for key in ["header_format", "header", "footer"] {
            if template.get(key).is_some_and(|value| !value.is_null()) {
                found.at(key, Params::default());
            }
        }
    },
    doc: doc("No `header_format`, `header` or `footer` stands beside `carousel_cards`."),
};
