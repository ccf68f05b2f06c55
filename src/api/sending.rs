//! The two operations that send.

use super::answer::WITH_ID;
use super::operation::{Body, Endpoint, Method, Operation};
use super::{message, rcs};
use crate::schema::{Shape, doc};

/// `sendMessage`.
pub static MESSAGE: Operation = Operation {
    endpoint: &Endpoint {
        name: "sendMessage",
        method: Method::Post,
        path: "/v1/public/message/",
        query: "",
        body: Body::Input,
        repeatable: false,
        pages: None,
    },
    input: message::INPUT,
    answer: Shape::Object(&WITH_ID),
    summary: doc("Send a WhatsApp message."),
    doc: doc("Sending the same again delivers it again: there is no idempotency key."),
};

/// `sendRcs`.
pub static RCS: Operation = Operation {
    endpoint: &Endpoint {
        name: "sendRcs",
        method: Method::Post,
        path: "/v1/public/rcs/message/",
        query: "",
        body: Body::Input,
        repeatable: false,
        pages: None,
    },
    input: Shape::Tagged(&rcs::MESSAGE),
    answer: Shape::Object(&WITH_ID),
    summary: doc("Send an RCS message."),
    doc: doc("Sending the same again delivers it again: there is no idempotency key."),
};
