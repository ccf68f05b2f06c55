//! What an RCS webhook is told, in the shape of Jio Business Messaging.

use super::channel::{Channel, Facts, Part, Place, Places};
use super::kind::kind;
use super::status::Status;
use crate::api::answer::{MAYBE_TEXT, told};
use crate::api::answer_template::open_choice;
use crate::api::format::ANY_TEXT;
#[cfg(not(target_arch = "wasm32"))]
use crate::schema::Source::Documented;
use crate::schema::Source::Seen;
use crate::schema::{Choice, Field, GROUP, Group, Object, Shape, Tagged, codes, doc, value};

/// The kinds of events, in one list: what each is called, says of a message, and means.
macro_rules! events {
    ($($list:ident: $($value:literal, $status:expr, $text:literal;)*)*) => {
        $(const $list: Shape = Shape::Choice(const { &open_choice!(&[$(value($value, $text)),*]) });)*

        /// RCS.
        pub static RCS: Channel = Channel {
            places: &Places {
                name: "rcs",
                tag: PAYLOAD.tag,
                message_id: MESSAGE_ID,
                callback_data: "",
                submissions: &[],
                event: EVENT_TYPE,
                events: &[$($(($value, Facts { status: $status, key: KEY }),)*)*],
                other: Facts { status: Status::None, key: KEY },
            },
            payload: &PAYLOAD,
            #[cfg(not(target_arch = "wasm32"))]
            sources: &[Documented, Documented, Documented, Seen],
        };
    };
}

events! {
    OF_USER:
    "MESSAGE_DELIVERED", Status::Delivered, "It is on the customer's device.";
    "MESSAGE_READ", Status::Read, "The customer has seen it.";
    OF_SERVER:
    "TTL_EXPIRATION_REVOKED", Status::Failed, "It was called back: its time was up.";
    "TTL_EXPIRATION_REVOKE_FAILED", Status::None, "It could not be called back: it may still arrive.";
    OF_SENDING:
    "SEND_MESSAGE_SUCCESS", Status::Accepted, "The carrier has taken it, no more.";
    "SEND_MESSAGE_FAILURE", Status::Failed, "It was not sent: `error` says why.";
}

/// What tells events of one kind apart.
const KEY: &[Part] = &[Part::Text(EVENT_TYPE), Part::Text(MESSAGE_ID)];
const EVENT_TYPE: Place = "entity.eventType";
const MESSAGE_ID: Place = "entity.messageId";

static IDENTITY: Group = Group {
    fields: &[
        required!("messageId", ANY_TEXT, "The message's id."),
        optional!("sendTime", Shape::Nullable(&Shape::Time), "When it happened."),
    ],
    ..GROUP
};

const EVENT_ID: Field = optional!("eventId", MAYBE_TEXT, "The event's own id.");

static SUGGESTION: Object = Object {
    name: doc("RcsSuggestionResponse"),
    doc: doc("What the customer tapped."),
    groups: &[&Group {
        fields: told(
            const {
                &[
                    optional!(
                        "postBack",
                        Shape::Nullable(&Shape::Object(&open!(&[&Group {
                            fields: &[optional!(
                                "data",
                                MAYBE_TEXT,
                                "The `postBack.data` that the message gave it."
                            )],
                            ..GROUP
                        }]))),
                        "What the suggestion sends back."
                    ),
                    optional!("plainText", MAYBE_TEXT, "What it said."),
                    optional!(
                        "type",
                        Shape::Nullable(&Shape::Choice(&open_choice!(&[
                            value("REPLY", "A suggested reply."),
                            value("ACTION", "A suggested action."),
                        ]))),
                        "What kind of suggestion."
                    ),
                ]
            },
        ),
        ..GROUP
    }],
    open: true,
};

static ERROR: Object = Object {
    name: doc("RcsEventError"),
    doc: doc("Why a message was not sent."),
    groups: &[&Group {
        fields: told(
            const {
                &[
                    optional!("code", Shape::Any, "A code, as text or as number."),
                    optional!("errCode", Shape::Any, "Another code, as text or as number."),
                    optional!("message", MAYBE_TEXT, "The reason in words."),
                ]
            },
        ),
        ..GROUP
    }],
    open: true,
};

static USER_MESSAGE: Object = Object {
    name: doc("RcsUserMessageEntity"),
    doc: doc("What a customer wrote or tapped."),
    groups: &[
        &IDENTITY,
        &Group {
            fields: told(
                const {
                    &[
                        optional!("text", MAYBE_TEXT, "What the customer wrote."),
                        optional!("userFile", Shape::Any, "The file that came."),
                        optional!("location", Shape::Any, "The place that came."),
                        optional!(
                            "suggestionResponse",
                            Shape::Nullable(&Shape::Object(&SUGGESTION)),
                            "What was tapped; null: the customer wrote."
                        ),
                    ]
                },
            ),
            ..GROUP
        },
    ],
    open: true,
};

/// What an event is about: what happened, to which message, and keys of its kind alone.
macro_rules! event {
    ($name:literal, $text:literal, $types:expr, [$($field:expr),*]) => {
        Object {
            name: doc($name),
            doc: doc($text),
            groups: &[
                &Group { fields: &[required!("eventType", $types, "What happened.")], ..GROUP },
                &IDENTITY,
                &Group { fields: told(const { &[$($field),*] }), ..GROUP },
            ],
            open: true,
        }
    };
}

static USER_EVENT: Object = event!(
    "RcsUserEventEntity",
    "What the customer's device tells.",
    OF_USER,
    [optional!("senderPhoneNumber", MAYBE_TEXT, "The customer's number with its +."), EVENT_ID]
);

static SERVER_EVENT: Object = event!(
    "RcsServerEventEntity",
    "What the carrier did with a message.",
    OF_SERVER,
    [optional!("phoneNumber", MAYBE_TEXT, "The customer's number with its +."), EVENT_ID]
);

static STATUS_EVENT: Object = event!(
    "RcsStatusEventEntity",
    "Whether a message was taken.",
    OF_SENDING,
    [optional!("error", Shape::Nullable(&Shape::Object(&ERROR)), "Why it was not.")]
);

/// The keys of a kind: what it is about.
macro_rules! about {
    ($entity:ident, $text:literal) => {
        &[&Group { fields: &[required!("entity", Shape::Object(&$entity), $text)], ..GROUP }]
    };
}

/// A payload of RCS, told by its `entityType`.
static PAYLOAD: Tagged = Tagged {
    name: doc("RcsPayload"),
    doc: doc("What Jio tells a webhook about RCS. It is not signed."),
    tag: "entityType",
    tag_doc: doc("What kind of event it is."),
    common: &[&Group {
        fields: told(
            const {
                &[
                    optional!("userPhoneNumber", MAYBE_TEXT, "The customer's number with its +."),
                    optional!("botId", MAYBE_TEXT, "The id of the sending assistant."),
                ]
            },
        ),
        ..GROUP
    }],
    variants: &[
        kind(
            "USER_MESSAGE",
            "RcsUserMessage",
            about!(USER_MESSAGE, "The message."),
            "A customer has written, or tapped a suggestion.",
        ),
        kind(
            "USER_EVENT",
            "RcsUserEvent",
            about!(USER_EVENT, "The event."),
            "A message has arrived or was read.",
        ),
        kind(
            "SERVER_EVENT",
            "RcsServerEvent",
            about!(SERVER_EVENT, "The event."),
            "The time of a message was up.",
        ),
        kind(
            "STATUS_EVENT",
            "RcsStatusEvent",
            about!(STATUS_EVENT, "The event."),
            "The carrier has taken a message or not.",
        ),
    ],
};
