//! Parts of inputs that people check alone: a form has a step for each of them.

use super::{
    fallback, interactive, interactive_list, message, order, recipient, send_template, track,
};
use crate::schema::{Doc, Shape, doc};

/// A part of an input, which has a validator of its own.
pub struct Part {
    /// The name of the exported value.
    pub name: &'static str,
    /// What it may be.
    pub shape: Shape,
    /// What it is.
    pub doc: Doc,
    /// One without issues, as JSON.
    pub example: Doc,
}

/// The parts, as one meets them in a message.
pub static PARTS: [&Part; 8] = [
    &RECIPIENT,
    &Part {
        name: "phoneRecipient",
        shape: Shape::Object(&recipient::PHONE_RECIPIENT),
        doc: doc("Whom an RCS message is for: a phone number in one of two forms, and no user id."),
        example: doc(r#"{ "fullPhoneNumber": "919876543210" }"#),
    },
    &Part {
        name: "textBody",
        shape: message::BODY,
        doc: doc("The text of a text message: `data.message`."),
        example: doc(r#""Your order is on its way.""#),
    },
    &Part {
        name: "replyButton",
        shape: Shape::Object(&interactive::REPLY_BUTTON),
        doc: doc("A button to answer with: one of `data.message.action.buttons`."),
        example: doc(r#"{ "type": "reply", "reply": { "id": "yes", "title": "Yes" } }"#),
    },
    &Part {
        name: "listBody",
        shape: Shape::Object(&interactive_list::LIST_MESSAGE),
        doc: doc("A text with a list to choose from: `data.message` of an `InteractiveList`."),
        example: doc(
            r#"{ "type": "list", "body": { "text": "What do you like?" }, "action": { "button": "Choose", "sections": [{ "rows": [{ "id": "1", "title": "Shoes" }] }] } }"#,
        ),
    },
    &Part {
        name: "template",
        shape: Shape::Object(&send_template::TEMPLATE),
        doc: doc("A template and the values of its variables: `template` of a `Template`."),
        example: doc(
            r#"{ "name": "order_shipped", "languageCode": "en", "bodyValues": ["Asha", "order 1042"] }"#,
        ),
    },
    &Part {
        name: "order",
        shape: Shape::Object(&order::ORDER),
        doc: doc("An order to be paid: one of `template.order_details`."),
        example: doc(
            r#"{ "reference_id": "order-1042", "order_items": [{ "name": "Shoes", "amount": 999, "quantity": 1, "country_of_origin": "India" }] }"#,
        ),
    },
    &Part {
        name: "fallback",
        shape: Shape::Tagged(&fallback::CHANNEL),
        doc: doc("A message by another channel: one of `fallback`."),
        example: doc(
            r#"{ "channel": "sms", "sender_id": "INTRKT", "pe_id": "1101174012164676172", "content": { "message": "{{1}} is your code.", "dlt_te_id": "1107174012164676172", "variables": ["123456"] } }"#,
        ),
    },
];

static RECIPIENT: Part = Part {
    name: "recipient",
    shape: Shape::Object(&recipient::RECIPIENT),
    doc: doc("Who a request is about: a phone number in one of two forms, or a user id."),
    example: doc(r#"{ "countryCode": "+91", "phoneNumber": "9876543210" }"#),
};

/// What a form about a customer gives, by name: the inputs of its two operations, and the recipient
/// alone.
pub static CUSTOMER_INPUTS: [(&str, &Shape); 3] = [
    (track::USER.endpoint.name, &track::USER.input),
    (track::EVENT.endpoint.name, &track::EVENT.input),
    (RECIPIENT.name, &RECIPIENT.shape),
];
