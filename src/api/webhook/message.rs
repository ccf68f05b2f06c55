//! What an event says of a message and of its customer.

use super::meta::{CLICK, META_DATA, TAPPED, TAPPED_AT, coded};
use super::reply::{FLOW_CONTENT, FLOW_REPLY, REPLY};
use crate::api::answer::{MAYBE_TEXT, TRAITS, told};
use crate::api::answer_template::{RAW_TEMPLATE, open_choice};
use crate::api::format::ANY_TEXT;
use crate::schema::Source::Seen;
use crate::schema::{Choice, GROUP, Group, NUMBER, Object, Shape, Unless, codes, doc, value};

static CUSTOMER: Object = Object {
    name: doc("WebhookCustomer"),
    doc: doc("The customer that an event is about."),
    groups: &[&Group {
        fields: told(
            const {
                &[
                    optional!("id", MAYBE_TEXT, "Interakt's own id."),
                    optional!(
                        "channel_phone_number",
                        MAYBE_TEXT,
                        "Country code and number, digits only: a `fullPhoneNumber`."
                    ),
                    optional!("phone_number", MAYBE_TEXT, "The number without country code."),
                    optional!("country_code", MAYBE_TEXT, "The calling code with its +."),
                    optional!("traits", TRAITS, "What is known of the customer."),
                ]
            },
        ),
        ..GROUP
    }],
    open: true,
};

static COMPONENT: Object = Object {
    name: doc("WebhookTemplateComponent"),
    doc: doc("The values of a part of a template, as they were sent."),
    groups: &[&Group {
        fields: told(
            const {
                &[
                    optional!("type", ANY_TEXT, "The part: `header`, `body`, `button`…"),
                    optional!("sub_type", ANY_TEXT, "The kind of button."),
                    optional!("index", Shape::Any, "Which button, from 0."),
                    optional!("parameters", Shape::List(&list!(Shape::Any)), "The values."),
                ]
            },
        ),
        ..GROUP
    }],
    open: true,
};

/// What a customer wrote stays as it is, even when it looks like JSON: else anybody could forge a
/// tap by typing one, as a text or below a picture.
static CONTENT: Unless = Unless {
    key: "message_content_type",
    value: "Text",
    coded: &["Interactive", "Button", "Quick", "List", "Template", "Flow", FLOW_REPLY],
    shape: Shape::Either(&[Shape::Tagged(&REPLY), Shape::List(&list!(Shape::Object(&COMPONENT)))]),
};

static MESSAGE: Object = Object {
    name: doc("WebhookMessage"),
    doc: doc("A message, as Interakt has it now."),
    groups: &[
        &Group {
            fields: &[required!(
                "id",
                ANY_TEXT,
                "The id that the answer to `sendMessage` had; of a message that was received, its own."
            )],
            ..GROUP
        },
        &Group {
            fields: told(
                const {
                    &[
                        optional!(
                            "chat_message_type",
                            MAYBE_TEXT,
                            "Who sent it: \"PublicApiMessage\", \"CustomerMessage\"…"
                        ),
                        optional!(
                            "message_status",
                            Shape::Nullable(&Shape::Choice(&open_choice!(&[
                                value("Sent", ""),
                                value("Delivered", ""),
                                value("Read", ""),
                                value("Failed", ""),
                            ]))),
                            "How far it has come, by this event."
                        ),
                        optional!("campaign_id", MAYBE_TEXT, "The campaign that it counts for."),
                        optional!(
                            "is_template_message",
                            Shape::Nullable(&Shape::Boolean),
                            "Whether it was made from a template."
                        ),
                        optional!(
                            "channel_failure_reason",
                            MAYBE_TEXT,
                            "Why it was not delivered, in words."
                        ),
                        optional!(
                            "channel_error_code",
                            MAYBE_TEXT,
                            "Why it was not delivered: the channel's number, as text."
                        ),
                        optional!(
                            "message_content_type",
                            Shape::Nullable(&Shape::Choice(&open_choice!(&[
                                value("Text", ""),
                                value("Template", ""),
                                value("Image", ""),
                                value("Video", ""),
                                value("Audio", ""),
                                value("Document", ""),
                                value("InteractiveButtonReply", ""),
                                value("InteractiveListReply", ""),
                                value(FLOW_CONTENT, ""),
                            ]))),
                            "What it is."
                        ),
                        optional!("campaign_name", MAYBE_TEXT, "The campaign's name."),
                        optional!(
                            "source_message_id",
                            MAYBE_TEXT,
                            "The message that it belongs to, by Interakt's id."
                        ),
                        optional!(
                            "message_context",
                            Shape::Nullable(&Shape::Object(&open!(&[&Group {
                                fields: &[
                                    optional!("id", MAYBE_TEXT, "Its id."),
                                    optional!("from", MAYBE_TEXT, "Who sent it."),
                                ],
                                ..GROUP
                            }]))),
                            "The message that it answers."
                        ),
                        optional!("media_url", MAYBE_TEXT, "Where its file is."),
                    ]
                },
            ),
            ..GROUP
        },
        &Group {
            fields: &[
                optional!(
                    "received_at_utc",
                    Shape::Nullable(&Shape::Time),
                    "When WhatsApp took it, or received it from the customer."
                ),
                optional!("delivered_at_utc", Shape::Nullable(&Shape::Time), "When it arrived."),
                optional!("seen_at_utc", Shape::Nullable(&Shape::Time), "When it was read."),
                optional!(
                    "raw_template",
                    Shape::Nullable(&Shape::Encoded(&Shape::Object(&RAW_TEMPLATE))),
                    "The template that it was made from. Decoded from JSON in a string."
                ),
                optional!(
                    "message",
                    Shape::Unless(&CONTENT),
                    "The text; what was tapped or filled in, or a template's values, decoded from JSON in a string."
                ),
                optional!("meta_data", coded!(&META_DATA), "What goes with it."),
                optional!("metadata", coded!(&META_DATA), "The same, as payloads of 2021 have it."),
            ],
            ..GROUP
        },
        &TAPPED,
        &TAPPED_AT,
    ],
    open: true,
};

static ANSWERED: Object = Object {
    name: doc("WebhookSourceMessage"),
    doc: doc("The message that a form came with."),
    groups: &[&Group {
        fields: told(
            const {
                &[
                    optional!("template_name", MAYBE_TEXT, "The template's code name."),
                    optional!("campaign_id", MAYBE_TEXT, "The campaign that it counts for."),
                    optional!(
                        "callback_data",
                        MAYBE_TEXT,
                        "The request's `callbackData`, which the event has as its own."
                    ),
                    optional!("status", MAYBE_TEXT, "How far it has come, such as \"Sent\"."),
                    optional!(
                        "is_campaign",
                        Shape::Nullable(&Shape::Boolean),
                        "Whether a campaign sent it."
                    ),
                    optional!(
                        "message_type",
                        MAYBE_TEXT,
                        "Who sent it, such as \"PublicApiMessage\"."
                    ),
                ]
            },
        ),
        ..GROUP
    }],
    open: true,
};

/// The data of an event about a message.
pub(super) static EVENT_DATA: Object = Object {
    name: doc("WebhookMessageData"),
    doc: doc("What an event says of a message and of its customer."),
    groups: &[
        &Group {
            fields: &[
                required!("message", Shape::Object(&MESSAGE), "The message."),
                optional!("event", coded!(&CLICK), "What was tapped."),
                optional!(
                    "source_template_message",
                    coded!(&ANSWERED),
                    "The message with the form that was filled in."
                ),
            ],
            ..GROUP
        },
        &Group {
            fields: told(
                const {
                    &[
                        optional!(
                            "customer",
                            Shape::Nullable(&Shape::Object(&CUSTOMER)),
                            "The customer."
                        ),
                        optional!(
                            "flow_id",
                            Shape::Nullable(&Shape::Number(&NUMBER)),
                            "Meta's id of the form that was filled in."
                        ),
                        optional!("channel_type", MAYBE_TEXT, "The channel, such as \"Whatsapp\"."),
                        optional!(
                            "is_fallback_message",
                            Shape::Nullable(&Shape::Boolean),
                            "Whether it was sent because another channel did not reach the customer."
                        ),
                        optional!(
                            "next_fallback_channel",
                            MAYBE_TEXT,
                            "The channel that is tried next."
                        ),
                    ]
                },
            ),
            ..GROUP
        },
    ],
    open: true,
};
