//! Finding customers.

use super::answer::{CUSTOMER_PAGE, CUSTOMERS, DONE};
use super::format::NON_EMPTY;
use super::interactive::CLOSED;
use super::numbering::PERHAPS_PAIR;
use super::operation::{Body, Endpoint, Method, Operation, pages};
use super::phone::{PHONE_NUMBER, UNSENT_COUNTRY_CODE};
use super::unfilled::SOMETHING;
use crate::schema::Source::{Documented, Seen};
use crate::schema::{
    Choice, Code, Field, GROUP, Group, List, NUMBER, Number, Object, Params, Rule, Shape, TEXT,
    Text, TextRule, bound, doc, limit, value,
};

/// A filter that does not say how it goes with the one before.
pub static MISSING_SUPR_OP: Code = Code {
    id: "filters.missing_supr_op",
    message: "From the second filter on, say how each combines with the one before: supr_op \"and\".",
};

/// An empty list of filters.
pub static NO_FILTERS: Code = Code {
    id: "filters.empty",
    message: "Interakt has failed on an empty list. Leave filters out, or give one that everyone matches: created_at_utc gt 1970-01-01T00:00:00Z.",
};

/// A path value that a URL would drop.
pub static PATH_DOTS: Code = Code {
    id: "path.dots",
    message: "\".\" and \"..\" cannot be part of a URL's path, not even encoded.",
};

/// Every URL parser takes such a segment away, and the request would reach another address.
static NOT_DOTS: TextRule = TextRule {
    code: &PATH_DOTS,
    source: Documented,
    holds: |text, _| !matches!(text, "." | ".."),
    pattern: doc("^(?!\\.{1,2}$)"),
    doc: doc("Neither `.` nor `..`."),
};

/// `listUsers`.
pub static LIST: Operation = Operation {
    endpoint: &Endpoint {
        name: "listUsers",
        method: Method::Post,
        path: "/v1/public/apis/users/",
        query: "",
        body: Body::Fields,
        repeatable: true,
        pages: pages("iterateUsers", &["data", "customers"], &["data", "has_next_page"]),
    },
    input: Shape::Object(&FILTERED),
    answer: Shape::Object(&open!(&[&DONE, &CUSTOMER_PAGE])),
    summary: doc("List customers, page by page."),
    doc: doc("A read, though Interakt makes it a POST: asking again changes nothing."),
};

/// `getUserByPhone`.
pub static BY_PHONE: Operation = Operation {
    endpoint: &Endpoint {
        name: "getUserByPhone",
        method: Method::Get,
        path: "/v1/public/apis/users/phone_number/{phoneNumber}",
        query: "",
        body: Body::None,
        repeatable: true,
        pages: None,
    },
    input: Shape::Object(&Object {
        name: doc(""),
        doc: doc(""),
        groups: &[&Group {
            fields: &[
                in_path!(
                    "phoneNumber",
                    PHONE_NUMBER,
                    "The number without country code, digits only."
                ),
                unsent!(
                    "countryCode",
                    UNSENT_COUNTRY_CODE,
                    "Calling code of the number, to check it by. It is not sent: Interakt looks for the number alone.",
                ),
            ],
            verdicts: Some(&PERHAPS_PAIR),
            ..GROUP
        }],
        open: false,
    }),
    answer: Shape::Object(&open!(&[&DONE, &CUSTOMERS])),
    summary: doc("Find customers by phone number."),
    doc: doc("The number goes without country code: customers of several countries can have it."),
};

/// `getUserById`.
pub static BY_ID: Operation = Operation {
    endpoint: &Endpoint {
        name: "getUserById",
        method: Method::Get,
        path: "/v1/public/apis/users/id/{userId}",
        query: "",
        body: Body::None,
        repeatable: true,
        pages: None,
    },
    input: Shape::Object(&Object {
        name: doc(""),
        doc: doc(""),
        groups: &[&Group {
            fields: &[in_path!(
                "userId",
                Shape::Text(&Text {
                    min: limit(1, Documented),
                    rules: &[&NOT_DOTS, &SOMETHING],
                    example: doc("user-42"),
                    ..TEXT
                }),
                "The id of the customer in your own system.",
            )],
            ..GROUP
        }],
        open: false,
    }),
    answer: Shape::Object(&open!(&[&DONE, &CUSTOMERS])),
    summary: doc("Find a customer by user id."),
    doc: doc("The id is the one that `trackUser` gave."),
};

/// The key `offset`.
pub(super) const OFFSET: Field = in_query!(
    "offset",
    Shape::Number(&Number { integer: true, min: bound(0, Documented), ..NUMBER }),
    "How many to pass over.",
);

static FILTERED: Object = Object {
    name: doc("UserFilters"),
    doc: doc("Which customers, and which page of them."),
    groups: &[&Group {
        fields: &[
            optional!(
                "filters",
                Shape::List(&List {
                    item: Shape::Object(&FILTER),
                    min: None,
                    max: None,
                    rules: &[&FILTERS, &SAYS_HOW]
                }),
                "What the customers have in common; without it, all of them.",
            ),
            OFFSET,
            in_query!(
                "limit",
                Shape::Number(&Number {
                    integer: true,
                    min: bound(1, Documented),
                    max: bound(100, Seen)
                }),
                "How many at most.",
            ),
        ],
        ..GROUP
    }],
    open: false,
};

static FILTER: Object = Object {
    name: doc("UserFilter"),
    doc: doc("A condition on a trait."),
    groups: &[&Group {
        fields: &[
            required!("trait", NON_EMPTY, "The trait, such as \"created_at_utc\"."),
            required!(
                "op",
                Shape::Choice(&Choice {
                    values: &[value("gt", "Greater, or later."), value("lt", "Less, or earlier.")],
                    closed: Seen,
                    ..CLOSED
                }),
                "How the trait compares with `val`.",
            ),
            optional!(
                "supr_op",
                Shape::Choice(&Choice {
                    values: &[value("and", "Both hold.")],
                    closed: Seen,
                    ..CLOSED
                }),
                "How this filter goes with the one before, or the one behind it where that has none.",
            ),
            required!(
                "val",
                Shape::Either(&[
                    Shape::Text(&Text { example: doc("2026-01-01T00:00:00.000Z"), ..TEXT }),
                    Shape::Number(&NUMBER),
                    Shape::Boolean,
                ]),
                "What the trait is compared with.",
            ),
        ],
        ..GROUP
    }],
    open: false,
};

static SAYS_HOW: Rule = Rule {
    code: &MISSING_SUPR_OP,
    source: Seen,
    check: |filters, found| {
        let mut told = true;
        for (index, filter) in filters.items().enumerate() {
            let tells = !filter.is_object() || filter.get("supr_op").is_some();
            if !told && !tells {
                found.below(&[index.into(), "supr_op".into()], Params::default());
            }
            told = tells;
        }
    },
    doc: doc("Of two filters side by side, one has `supr_op`."),
};

static FILTERS: Rule = Rule {
    code: &NO_FILTERS,
    source: Seen,
    check: |filters, found| {
        if filters.count() == Some(0) {
            found.here(Params::default());
        }
    },
    doc: doc("Not empty: leave the key out instead."),
};
