//! What an event says of a message and of its customer.

use super::kind::kind;
use crate::api::answer::{MAYBE_TEXT, TRAITS, told};
use crate::api::answer_template::{RAW_TEMPLATE, open_choice};
use crate::api::format::ANY_TEXT;
use crate::schema::Source::Seen;
use crate::schema::{Choice, GROUP, Group, Object, Shape, Tagged, Unless, codes, doc, value};

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

static TAPPED: Group = Group {
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

static TAPPED_AT: Group = Group {
    fields: &[optional!(
        "click_timestamp",
        Shape::Nullable(&Shape::Time),
        "When the button was tapped."
    )],
    ..GROUP
};

/// A tap on a button that is no quick reply.
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

static META_DATA: Object = Object {
    name: doc("WebhookMetaData"),
    doc: doc("What goes with a message: who sent it, what it cost, what was tapped."),
    groups: &[
        &Group {
            fields: told(
                const {
                    &[
                        optional!("source", MAYBE_TEXT, "Who sent it, such as \"PublicInterakt\"."),
                        optional!(
                            "source_data",
                            Shape::Nullable(&Shape::Object(&open!(&[&Group {
                                fields: &[optional!(
                                    "callback_data",
                                    MAYBE_TEXT,
                                    "The request's `callbackData`, which the event has as its own."
                                )],
                                ..GROUP
                            }]))),
                            "What the sender gave along."
                        ),
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
                                    "The quick reply, as `{ type, text }`."
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
        &TAPPED,
        &TAPPED_AT,
    ],
    open: true,
};

static CHOSEN: Group = Group {
    fields: &[
        required!("id", ANY_TEXT, "The id that the message gave it."),
        required!("title", ANY_TEXT, "What it said."),
    ],
    ..GROUP
};

static REPLY: Tagged = Tagged {
    name: doc("WebhookReply"),
    doc: doc("What a customer chose from a message with buttons or a list."),
    tag: "type",
    tag_doc: doc("What was tapped."),
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
    ],
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
    coded: &["Interactive", "Template"],
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
                            MAYBE_TEXT,
                            "What it is: \"Text\", \"Template\", \"Image\", \"InteractiveButtonReply\"…"
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
                    "The text; what was tapped, or a template's values, decoded from JSON in a string."
                ),
                optional!(
                    "meta_data",
                    Shape::Nullable(&Shape::Object(&META_DATA)),
                    "What goes with it."
                ),
            ],
            ..GROUP
        },
    ],
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
                optional!("event", Shape::Nullable(&Shape::Object(&CLICK)), "What was tapped."),
            ],
            ..GROUP
        },
        &Group {
            fields: told(
                const {
                    &[optional!(
                        "customer",
                        Shape::Nullable(&Shape::Object(&CUSTOMER)),
                        "The customer."
                    )]
                },
            ),
            ..GROUP
        },
    ],
    open: true,
};
