//! Handing a chat to an agent.

use super::answer::ACCEPTED;
use super::format::{ANY_TEXT, EMAIL_ADDRESS};
use super::operation::{Body, Endpoint, Method, Operation};
use super::phone::CUSTOMER_WITH_COUNTRY_CODE;
use crate::schema::Source::Documented;
use crate::schema::{GROUP, Group, Object, Shape, TEXT, Text, doc, limit};

/// `assignChat`.
pub static ASSIGN: Operation = Operation {
    endpoint: &Endpoint {
        name: "assignChat",
        method: Method::Post,
        path: "/v1/public/assignment/",
        query: "",
        body: Body::Input,
        repeatable: false,
        pages: None,
    },
    input: Shape::Object(&ASSIGNMENT),
    answer: Shape::Object(&ACCEPTED),
    summary: doc("Assign a chat to an agent."),
    doc: doc("The agent is known by the e-mail address of the Interakt account."),
};

static ASSIGNMENT: Object = Object {
    name: doc("Assignment"),
    doc: doc("Whose chat goes to whom."),
    groups: &[&Group {
        fields: &[
            required!(
                "user_phone_number",
                CUSTOMER_WITH_COUNTRY_CODE,
                "Country code and number of the customer, digits only, without +, such as \"919876543210\".",
            ),
            required!(
                "agent_email",
                Shape::Text(&Text {
                    min: limit(1, Documented),
                    rules: &[&EMAIL_ADDRESS],
                    example: doc("agent@example.com"),
                    ..TEXT
                }),
                "The e-mail address of the agent.",
            ),
            optional!("wc_id", ANY_TEXT, "Not documented; two integrations send it."),
        ],
        ..GROUP
    }],
    open: false,
};
