//! RCS messages.

use super::language::LANGUAGE_CODE;
use super::media::CONTENT_INFO;
use super::message::COMMON;
use super::rcs_card::{CAROUSEL_MESSAGE, STANDALONE_MESSAGE};
use super::rcs_suggestion::{SUGGESTIONS, TO_TAP};
use super::recipient::PHONE;
use super::send_template::BODY_VALUES;
use super::unfilled::FILLED;
use crate::schema::Source::{Advised, Analogy, Documented, Vendor};
use crate::schema::{
    Code, GROUP, Group, List, Object, Params, Rule, Shape, TEXT, Tagged, Text, doc, limit, variant,
};

/// A kind of message without the action that it is named after.
pub static NO_SUCH_ACTION: Code = Code {
    id: "rcs.action_missing",
    message: "A message of type {type} should have a suggestion with {wanted}.",
};

/// An RCS message, told by its `type`.
pub static MESSAGE: Tagged = Tagged {
    name: doc("RcsMessage"),
    doc: doc("An RCS message to one customer."),
    tag: "type",
    tag_doc: doc("The kind of message, in Interakt's own spelling."),
    common: &[&PHONE, &COMMON],
    variants: &[
        variant("Text", "RcsText", &[&TEXT_MESSAGE], "A text."),
        variant("QR", "RcsQuickReplies", &[&SUGGESTING], "A text with answers to tap."),
        variant(
            "BUTTON_URL",
            "RcsUrlButton",
            &[&SUGGESTING],
            "A text with a button that opens a page.",
        ),
        variant(
            "DIALER_ACTION",
            "RcsDialer",
            &[&SUGGESTING],
            "A text with a button that calls a number.",
        ),
        variant(
            "Location",
            "RcsLocation",
            &[&SUGGESTING],
            "A text with a button that shows a place.",
        ),
        variant(
            "Calender",
            "RcsCalendar",
            &[&SUGGESTING],
            "A text with a button that makes an entry in the calendar.",
        ),
        variant("CAROUSEL", "RcsCarousel", &[&CAROUSEL_MESSAGE], "Two to ten cards."),
        variant("STANDALONE_CAROUSEL", "RcsCard", &[&STANDALONE_MESSAGE], "One card."),
        variant("Image", "RcsMedia", &[&MEDIA_MESSAGE], "A picture, a film or a PDF."),
        variant(
            "Template",
            "RcsTemplateMessage",
            &[&TEMPLATE_MESSAGE],
            "A message from an RCS template.",
        ),
    ],
};

const PLAIN_TEXT: Shape = Shape::Text(&Text {
    min: limit(1, Vendor),
    max: limit(3072, Vendor),
    rules: FILLED,
    example: doc("Your order is on its way."),
    ..TEXT
});

static TEXT_MESSAGE: Group = Group {
    fields: &[required!(
        "message",
        Shape::Object(&Object {
            name: doc("RcsPlainMessage"),
            doc: doc("A text, and what can be tapped below it."),
            groups: &[&Group {
                fields: &[
                    required!("plainText", PLAIN_TEXT, "The text."),
                    optional!("suggestions", SUGGESTIONS, "What can be tapped below."),
                ],
                ..GROUP
            }],
            open: false,
        }),
        "The content.",
    )],
    ..GROUP
};

static SUGGESTING: Group = Group {
    fields: &[required!(
        "message",
        Shape::Object(&Object {
            name: doc("RcsSuggestingMessage"),
            doc: doc("A text with something to tap."),
            groups: &[&Group {
                fields: &[
                    required!("plainText", PLAIN_TEXT, "The text."),
                    required!("suggestions", Shape::List(&TO_TAP), "What can be tapped below."),
                ],
                ..GROUP
            }],
            open: false,
        }),
        "The content.",
    )],
    rules: &[&HAS_ITS_ACTION],
    ..GROUP
};

/// The action that gives each type its name, as a path below a suggestion.
static ACTIONS: [(&str, &[&str]); 5] = [
    ("QR", &["reply"]),
    ("BUTTON_URL", &["action", "openUrl"]),
    ("DIALER_ACTION", &["action", "dialerAction"]),
    ("Location", &["action", "showLocation"]),
    ("Calender", &["action", "createCalendarEvent"]),
];

static HAS_ITS_ACTION: Rule = Rule {
    code: &NO_SUCH_ACTION,
    source: Analogy,
    check: |message, found| {
        let Some(kind) = message.text("type") else { return };
        let Some((name, path)) = ACTIONS.iter().find(|(name, _)| *name == kind) else { return };
        let suggestions = message.at(&["message", "suggestions"]).unwrap_or_default();
        if suggestions.count().is_some_and(|count| count > 0)
            && suggestions.items().all(|suggestion| suggestion.at(path).is_none())
        {
            let wanted = path.last().copied().unwrap_or_default();
            let params = Params::default().with("type", *name).with("wanted", wanted);
            found.below(&["message".into(), "suggestions".into()], params);
        }
    },
    doc: doc("One of the suggestions is of the kind that `type` names."),
};

static MEDIA_MESSAGE: Group = Group {
    fields: &[required!("contentInfo", Shape::Object(&CONTENT_INFO), "The file.")],
    ..GROUP
};

static TEMPLATE_MESSAGE: Group = Group {
    fields: &[required!("template", Shape::Object(&RCS_TEMPLATE), "The template and its values.")],
    ..GROUP
};

static RCS_TEMPLATE: Object = Object {
    name: doc("RcsTemplate"),
    doc: doc("An RCS template and the values of its variables."),
    groups: &[&Group {
        fields: &[
            required!(
                "name",
                Shape::Text(&Text {
                    min: limit(1, Documented),
                    max: limit(512, Analogy),
                    example: doc("order_shipped"),
                    ..TEXT
                }),
                "The name of the template.",
            ),
            required!(
                "languageCode",
                LANGUAGE_CODE,
                "The language of the template, such as \"en\"."
            ),
            BODY_VALUES,
            optional!(
                "carouselCards",
                Shape::List(&List {
                    item: Shape::Object(&Object {
                        name: doc("RcsTemplateCard"),
                        doc: doc("The values of one card."),
                        groups: &[&Group { fields: &[BODY_VALUES], ..GROUP }],
                        open: false,
                    }),
                    min: limit(2, Advised),
                    max: limit(10, Advised),
                    rules: &[],
                }),
                "The values of each card of a carousel, in order.",
            ),
        ],
        ..GROUP
    }],
    open: false,
};
