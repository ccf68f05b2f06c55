//! What goes with a message: who sent it, what it cost, what was tapped.

use crate::api::answer::{MAYBE_TEXT, told};
use crate::api::answer_template::open_choice;
use crate::schema::Source::Seen;
use crate::schema::{Choice, GROUP, Group, Object, Shape, codes, doc, value};

/// What may be an object, or that as JSON in a string.
macro_rules! coded {
    ($object:expr) => {
        Shape::Nullable(&Shape::Encoded(&Shape::Object($object)))
    };
}
pub(super) use coded;

/// What a tap says of itself.
pub(super) static TAPPED: Group = Group {
    fields: told(
        const {
            &[
                optional!(
                    "click_type",
                    Shape::Nullable(&Shape::Choice(&open_choice!(&[
                        value("QR", "A quick reply."),
                        value("CTA", "A button that opens a page."),
                    ]))),
                    "What kind of button was tapped."
                ),
                optional!("button_text", MAYBE_TEXT, "What the button says."),
                optional!("button_link", MAYBE_TEXT, "The page that it opens."),
            ]
        },
    ),
    ..GROUP
};

/// When it was.
pub(super) static TAPPED_AT: Group = Group {
    fields: &[optional!(
        "click_timestamp",
        Shape::Nullable(&Shape::Time),
        "When the button was tapped."
    )],
    ..GROUP
};

/// A tap on a button, mostly one that is no quick reply.
pub(super) static CLICK: Object = Object {
    name: doc("WebhookClick"),
    doc: doc("A tap on a button that opens a page."),
    groups: &[
        &Group {
            fields: told(
                const {
                    &[optional!(
                        "callbackData",
                        MAYBE_TEXT,
                        "The request's `callbackData`, which the event has as its own."
                    )]
                },
            ),
            ..GROUP
        },
        &TAPPED,
        &TAPPED_AT,
    ],
    open: true,
};

static SOURCE_DATA: Object = open!(&[&Group {
    fields: told(
        const {
            &[
                optional!(
                    "callback_data",
                    MAYBE_TEXT,
                    "The request's `callbackData`, which the event has as its own."
                ),
                optional!(
                    "buttonPayload",
                    Shape::Any,
                    "The request's `buttonPayload`, of the button that was tapped."
                ),
                optional!("button_payload", Shape::Any, "The same under another name."),
            ]
        },
    ),
    ..GROUP
}]);

/// What goes with a message.
pub(super) static META_DATA: Object = Object {
    name: doc("WebhookMetaData"),
    doc: doc("What goes with a message: who sent it, what it cost, what was tapped."),
    groups: &[
        &Group {
            fields: told(
                const {
                    &[
                        optional!("source", MAYBE_TEXT, "Who sent it, such as \"PublicInterakt\"."),
                        optional!(
                            "message_cost",
                            Shape::Nullable(&Shape::Object(&open!(&[&Group {
                                fields: &[
                                    optional!(
                                        "whatsapp_cost",
                                        MAYBE_TEXT,
                                        "Meta's part, a decimal."
                                    ),
                                    optional!(
                                        "interakt_markup",
                                        MAYBE_TEXT,
                                        "Interakt's part, a decimal."
                                    ),
                                    optional!(
                                        "actual_message_cost",
                                        MAYBE_TEXT,
                                        "Both together, a decimal."
                                    ),
                                ],
                                ..GROUP
                            }]))),
                            "What the message cost, in the account's currency."
                        ),
                        optional!(
                            "button_payload",
                            Shape::Nullable(&Shape::Object(&open!(&[&Group {
                                fields: &[optional!(
                                    "payload",
                                    Shape::Any,
                                    "The quick reply, as `{ type, text }`; or what the request's `buttonPayload` said."
                                )],
                                ..GROUP
                            }]))),
                            "What the quick reply carries that was tapped."
                        ),
                    ]
                },
            ),
            ..GROUP
        },
        &Group {
            fields: &[optional!(
                "source_data",
                coded!(&SOURCE_DATA),
                "What the sender gave along."
            )],
            ..GROUP
        },
        &TAPPED,
        &TAPPED_AT,
    ],
    open: true,
};
