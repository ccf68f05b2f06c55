//! What a customer chose or filled in.

use super::kind::kind;
use crate::api::answer::{MAYBE_TEXT, told};
use crate::api::format::ANY_TEXT;
use crate::schema::{GROUP, Group, Map, Object, Shape, Tagged, doc};

/// The kind of reply that the answers to a form are.
pub(super) const FLOW_REPLY: &str = "nfm_reply";
/// The same, as `message_content_type` has it.
pub(super) const FLOW_CONTENT: &str = "InteractiveFlowReply";

static CHOSEN: Group = Group {
    fields: &[
        required!("id", ANY_TEXT, "The id that the message gave it."),
        required!("title", ANY_TEXT, "What it said."),
    ],
    ..GROUP
};

/// Nothing of it is required: a form whose answers cannot be read is a form all the same.
static FORM: Object = open!(&[
    &Group {
        fields: &[optional!(
            "response_json",
            Shape::Nullable(&Shape::Encoded(&Shape::Map(&Map {
                key: None,
                value: Shape::Any,
                example: doc("city")
            }))),
            "The answers under the names that the form's author gave them, Interakt's `screen_0_` before some: texts, lists of texts, and whatever else the form sends. Decoded from JSON in a string."
        )],
        ..GROUP
    },
    &Group {
        fields: told(
            const {
                &[
                    optional!("body", MAYBE_TEXT, "What the chat shows, such as \"Sent\"."),
                    optional!("name", MAYBE_TEXT, "What it is: \"flow\"."),
                ]
            }
        ),
        ..GROUP
    },
]);

/// What a customer chose or filled in.
pub(super) static REPLY: Tagged = Tagged {
    name: doc("WebhookReply"),
    doc: doc("What a customer chose from a message with buttons or a list, or filled into a form."),
    tag: "type",
    tag_doc: doc("What the customer did."),
    common: &[],
    variants: &[
        kind(
            "button_reply",
            "WebhookButtonReply",
            &[&Group {
                fields: &[required!(
                    "button_reply",
                    Shape::Object(&open!(&[&CHOSEN])),
                    "The button."
                )],
                ..GROUP
            }],
            "A button was tapped.",
        ),
        kind(
            "list_reply",
            "WebhookListReply",
            &[&Group {
                fields: &[required!(
                    "list_reply",
                    Shape::Object(&open!(&[
                        &CHOSEN,
                        &Group {
                            fields: &[optional!("description", MAYBE_TEXT, "What it said below.")],
                            ..GROUP
                        }
                    ])),
                    "The row."
                )],
                ..GROUP
            }],
            "A row of a list was chosen.",
        ),
        kind(
            FLOW_REPLY,
            "WebhookFlowReply",
            &[&Group {
                fields: &[required!("nfm_reply", Shape::Object(&FORM), "The form.")],
                ..GROUP
            }],
            "A form of WhatsApp Flows was filled in.",
        ),
    ],
};
