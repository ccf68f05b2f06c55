//! What Interakt answers. Every object is open: unknown keys pass untouched.

use super::format::ANY_TEXT;
use crate::schema::{Field, GROUP, Group, Map, NUMBER, Object, Shape, doc};

/// Keys that only types and documentation speak of: decoding passes them by, so
/// the wasm goes without.
pub(super) const fn told(fields: &'static [Field]) -> &'static [Field] {
    if cfg!(target_arch = "wasm32") { &[] } else { fields }
}

const RESULT: Field =
    required!("result", Shape::Boolean, "Always `true`: an answer with `false` is an error.");
const MESSAGE: Field = required!("message", ANY_TEXT, "What Interakt says about it.");

pub(super) static DONE: Group = Group { fields: &[RESULT, MESSAGE], ..GROUP };

/// Just done.
pub(super) static ACCEPTED: Object = open!(&[&DONE]);

/// Done, and how to speak of it.
pub(super) static WITH_ID: Object = open!(&[
    &DONE,
    &Group {
        fields: &[required!(
            "id",
            ANY_TEXT,
            "The id by which Interakt knows it; webhooks name it again."
        )],
        ..GROUP
    },
]);

/// A new campaign.
pub(super) static CAMPAIGN: Group = Group {
    fields: &[required!(
        "data",
        Shape::Object(&Object {
            name: doc("Campaign"),
            doc: doc("A campaign."),
            groups: &[&Group {
                fields: &[
                    required!("campaignId", ANY_TEXT, "Goes into `campaignId` of messages."),
                    required!("name", ANY_TEXT, "Its name."),
                    required!("type", ANY_TEXT, "Its type."),
                ],
                ..GROUP
            }],
            open: true,
        }),
        "The campaign.",
    )],
    ..GROUP
};

/// A string or `null`.
pub(super) const MAYBE_TEXT: Shape = Shape::Nullable(&ANY_TEXT);

/// What is known of a customer, under free keys.
pub(super) const TRAITS: Shape =
    Shape::Nullable(&Shape::Map(&Map { key: None, value: Shape::Any, example: doc("name") }));

static CUSTOMER: Object = Object {
    name: doc("Customer"),
    doc: doc("A customer as Interakt knows it."),
    groups: &[&Group {
        fields: told(
            const {
                &[
                    required!("id", ANY_TEXT, "Interakt's own id."),
                    required!(
                        "created_at_utc",
                        ANY_TEXT,
                        "When it was created, UTC; often without a zone."
                    ),
                    required!(
                        "modified_at_utc",
                        ANY_TEXT,
                        "When it last changed, UTC; often without a zone."
                    ),
                    required!("phone_number", MAYBE_TEXT, "The number without country code."),
                    required!("country_code", MAYBE_TEXT, "The calling code with its +."),
                    required!("user_id", MAYBE_TEXT, "The id in your own system."),
                    required!("traits", TRAITS, "What is known of the customer."),
                    optional!("customer_created_at_source", MAYBE_TEXT, "Where it came from."),
                    optional!("created_by_user_id", MAYBE_TEXT, "Who created it."),
                    optional!("organization_id", MAYBE_TEXT, "Your organization."),
                    optional!("source_acquired_from", Shape::Any, "Where it was acquired."),
                    optional!("sources_available_on", Shape::Any, "Where it is known."),
                    optional!(
                        "tags",
                        Shape::Nullable(&Shape::List(&list!(ANY_TEXT))),
                        "The ids of its tags."
                    ),
                    optional!(
                        "tag_names",
                        Shape::Nullable(&Shape::List(&list!(ANY_TEXT))),
                        "The names of its tags."
                    ),
                    optional!("channel_type", MAYBE_TEXT, "The channel, such as \"Whatsapp\"."),
                    optional!("organization_channel_id", MAYBE_TEXT, "The channel's id."),
                    optional!("organization_channel", MAYBE_TEXT, "The channel's id."),
                    optional!("channel_meta", MAYBE_TEXT, "What the channel adds, as text."),
                    optional!(
                        "channel_phone_number",
                        MAYBE_TEXT,
                        "Country code and number, digits only."
                    ),
                    optional!(
                        "channel_account_identifier",
                        MAYBE_TEXT,
                        "The account on the channel."
                    ),
                    optional!(
                        "instagram_account_identifier",
                        MAYBE_TEXT,
                        "The account on Instagram."
                    ),
                ]
            },
        ),
        ..GROUP
    }],
    open: true,
};

const CUSTOMER_LIST: Field =
    required!("customers", Shape::List(&list!(Shape::Object(&CUSTOMER))), "The customers.");

/// A page of customers.
pub(super) static CUSTOMER_PAGE: Group = Group {
    fields: &[required!(
        "data",
        Shape::Object(&Object {
            name: doc("CustomerPage"),
            doc: doc("A page of customers."),
            groups: &[&Group {
                fields: &[
                    required!(
                        "total_customers",
                        Shape::Number(&NUMBER),
                        "How many there are on all pages."
                    ),
                    required!("offset", Shape::Number(&NUMBER), "How many were passed over."),
                    required!("limit", Shape::Number(&NUMBER), "How many a page has at most."),
                    required!("has_next_page", Shape::Boolean, "Whether there are more."),
                    CUSTOMER_LIST,
                ],
                ..GROUP
            }],
            open: true,
        }),
        "The page.",
    )],
    ..GROUP
};

/// Customers found.
pub(super) static CUSTOMERS: Group = Group {
    fields: &[required!(
        "data",
        Shape::Object(&open!(&[&Group { fields: &[CUSTOMER_LIST], ..GROUP }])),
        "What was found; an empty list: nobody."
    )],
    ..GROUP
};

/// An uploaded file.
pub(super) static UPLOADED: Group = Group {
    fields: &[required!(
        "data",
        Shape::Object(&Object {
            name: doc("UploadedFile"),
            doc: doc("A file for the header of a template."),
            groups: &[&Group {
                fields: &[
                    required!("file_url", ANY_TEXT, "Goes into `header_handle_file_url`."),
                    required!("file_handle", ANY_TEXT, "Goes into `header_handle`."),
                    required!("file_name", ANY_TEXT, "Goes into `header_handle_file_name`."),
                ],
                ..GROUP
            }],
            open: true,
        }),
        "The file.",
    )],
    ..GROUP
};
