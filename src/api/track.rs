//! Customers and what they do.

use super::answer::{ACCEPTED, WITH_ID};
use super::format::{DATE_TIME, NON_EMPTY};
use super::operation::{Body, Endpoint, Method, Operation};
use super::recipient::USER_OR_PHONE;
use super::send_template::is_one_line;
use crate::schema::Source::{Documented, Seen};
use crate::schema::{
    Code, Field, GROUP, Group, List, Map, NUMBER, Object, Shape, TEXT, Text, TextRule, doc, limit,
};

/// `trackUser`.
pub static USER: Operation = Operation {
    endpoint: &Endpoint {
        name: "trackUser",
        method: Method::Post,
        path: "/v1/public/track/users/",
        query: "",
        body: Body::Input,
        repeatable: true,
        pages: None,
    },
    input: Shape::Object(&TRACKED_USER),
    answer: Shape::Object(&ACCEPTED),
    summary: doc("Create or update a customer."),
    doc: doc(
        "A trait that is sent again replaces its value. Sending the same again changes nothing.",
    ),
};

/// `trackEvent`.
pub static EVENT: Operation = Operation {
    endpoint: &Endpoint {
        name: "trackEvent",
        method: Method::Post,
        path: "/v1/public/track/events/",
        query: "",
        body: Body::Input,
        repeatable: false,
        pages: None,
    },
    input: Shape::Object(&TRACKED_EVENT),
    answer: Shape::Object(&WITH_ID),
    summary: doc("Record something that a customer did."),
    doc: doc(
        "Every event is kept: the same one sent twice stands twice on the customer's time line.",
    ),
};

/// White space that Interakt refuses in a trait.
pub static TRAIT_WHITESPACE: Code = Code {
    id: "trait.whitespace",
    message: "Interakt has refused traits with a line break, a tab or 3 spaces in a row.",
};

const SCALARS: [Shape; 3] = [
    Shape::Text(&Text {
        rules: &[&TextRule {
            code: &TRAIT_WHITESPACE,
            source: Seen,
            holds: |text, _| is_one_line(text, 3),
            pattern: doc(""),
            doc: doc("No new line, no tab, no 3 spaces in a row."),
        }],
        example: doc("Asha"),
        ..TEXT
    }),
    Shape::Number(&NUMBER),
    Shape::Boolean,
];

const TRAITS: Shape = Shape::Map(&Map {
    key: None,
    value: Shape::Nullable(&Shape::Either(&[
        SCALARS[0],
        SCALARS[1],
        SCALARS[2],
        Shape::List(&List {
            item: Shape::Nullable(&Shape::Either(&SCALARS)),
            min: None,
            max: None,
            rules: &[],
        }),
    ])),
    example: doc("name"),
});

const CREATED_AT: Field = optional!(
    "createdAt",
    Shape::Text(&Text {
        min: limit(1, Documented),
        rules: &[&DATE_TIME],
        example: doc("2026-11-22T09:00:00.000Z"),
        ..TEXT
    }),
    "When it happened, in ISO 8601.",
);

static TRACKED_USER: Object = Object {
    name: doc("TrackedUser"),
    doc: doc("A customer."),
    groups: &[
        &USER_OR_PHONE,
        &Group {
            fields: &[
                optional!(
                    "traits",
                    TRAITS,
                    "What is known of the customer: a flat object of strings, numbers, booleans, null and lists of those."
                ),
                optional!(
                    "add_to_sales_cycle",
                    Shape::Boolean,
                    "Whether the customer enters the sales cycle."
                ),
                CREATED_AT,
                optional!(
                    "tags",
                    Shape::List(&List { item: NON_EMPTY, min: None, max: None, rules: &[] }),
                    "Tags that the customer gets.",
                ),
            ],
            ..GROUP
        },
    ],
    open: false,
};

static TRACKED_EVENT: Object = Object {
    name: doc("TrackedEvent"),
    doc: doc("Something that a customer did."),
    groups: &[
        &USER_OR_PHONE,
        &Group {
            fields: &[
                required!(
                    "event",
                    Shape::Text(&Text {
                        min: limit(1, Documented),
                        example: doc("Product Added To Cart"),
                        ..TEXT
                    }),
                    "The name of the event.",
                ),
                optional!(
                    "traits",
                    TRAITS,
                    "What is known of the event: a flat object of strings, numbers, booleans, null and lists of those."
                ),
                CREATED_AT,
            ],
            ..GROUP
        },
    ],
    open: false,
};
