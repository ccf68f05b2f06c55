//! What Interakt answers. Every object is open: unknown keys pass untouched.

use super::format::ANY_TEXT;
use crate::schema::Source::Seen;
use crate::schema::{Choice, Field, GROUP, Group, Map, NUMBER, Object, Shape, codes, doc, value};

/// Keys that only types and documentation speak of: decoding passes them by, so
/// the wasm goes without.
const fn told(fields: &'static [Field]) -> &'static [Field] {
    if cfg!(target_arch = "wasm32") { &[] } else { fields }
}

const RESULT: Field =
    required!("result", Shape::Boolean, "Always `true`: an answer with `false` is an error.");
const MESSAGE: Field = required!("message", ANY_TEXT, "What Interakt says about it.");

static RESULT_AND_MESSAGE: Group = Group { fields: &[RESULT, MESSAGE], ..GROUP };

/// Just done.
pub(super) static ACCEPTED: Object = open!(&[&RESULT_AND_MESSAGE]);

/// Done, and how to speak of it.
pub(super) static WITH_ID: Object = open!(&[
    &RESULT_AND_MESSAGE,
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
    fields: &[
        RESULT,
        MESSAGE,
        required!(
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
        ),
    ],
    ..GROUP
};

const MAYBE_TEXT: Shape = Shape::Nullable(&ANY_TEXT);

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
                    required!(
                        "traits",
                        Shape::Nullable(&Shape::Map(&Map {
                            key: None,
                            value: Shape::Any,
                            example: doc("name")
                        })),
                        "What is known of the customer."
                    ),
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
    fields: &[
        RESULT,
        MESSAGE,
        required!(
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
        ),
    ],
    ..GROUP
};

/// Customers found.
pub(super) static CUSTOMERS: Group = Group {
    fields: &[
        RESULT,
        MESSAGE,
        required!(
            "data",
            Shape::Object(&open!(&[&Group { fields: &[CUSTOMER_LIST], ..GROUP }])),
            "What was found; an empty list: nobody."
        ),
    ],
    ..GROUP
};

const MAYBE_TEXTS: Shape = Shape::Nullable(&Shape::Encoded(&Shape::List(&list!(ANY_TEXT))));

/// Values that have been seen; others pass.
macro_rules! open_choice {
    ($values:expr) => {
        Choice {
            values: $values,
            closed: Seen,
            ignore_case: false,
            rules: &[],
            unlisted: &codes::UNKNOWN_VALUE,
        }
    };
}

const BUTTONS: Shape = Shape::List(&list!(Shape::Object(&TEMPLATE_BUTTON)));

static TEMPLATE_BUTTON: Object = Object {
    name: doc("ApprovedButton"),
    doc: doc("A button of a template."),
    groups: &[&Group {
        fields: told(
            const {
                &[
                    required!(
                        "type",
                        Shape::Choice(&open_choice!(&[
                            value("PHONE_NUMBER", ""),
                            value("URL", ""),
                            value("QUICK_REPLY", "")
                        ])),
                        "The kind of button.",
                    ),
                    required!("text", ANY_TEXT, "What the button says."),
                    optional!("phone_number", ANY_TEXT, "The number that it calls."),
                    optional!("url", ANY_TEXT, "The page that it opens."),
                ]
            },
        ),
        ..GROUP
    }],
    open: true,
};

static CARD: Object = Object {
    name: doc("ApprovedCard"),
    doc: doc("A card of a template."),
    groups: &[
        &Group {
            fields: told(
                const {
                    &[
                        required!("card_index", Shape::Number(&NUMBER), "0, 1, 2…"),
                        required!("header_format", MAYBE_TEXT, "What stands above."),
                        optional!("header", MAYBE_TEXT, "The text above."),
                        optional!(
                            "header_handle_file_url",
                            MAYBE_TEXT,
                            "The URL of the file above."
                        ),
                        optional!(
                            "header_handle_file_name",
                            MAYBE_TEXT,
                            "The name of the file above."
                        ),
                        optional!("cardTitle", MAYBE_TEXT, "The title in Interakt."),
                        optional!("body", MAYBE_TEXT, "The text."),
                    ]
                },
            ),
            ..GROUP
        },
        &Group {
            fields: &[
                optional!("header_handle", MAYBE_TEXTS, "The handle of the file above."),
                optional!("body_text", MAYBE_TEXTS, "Examples for the variables of the text."),
                optional!("buttons", Shape::Nullable(&Shape::Encoded(&BUTTONS)), "The buttons."),
                optional!("button_text", MAYBE_TEXTS, "Examples for the variables of the buttons."),
            ],
            ..GROUP
        },
    ],
    open: true,
};

static TEMPLATE: Object = Object {
    name: doc("ApprovedTemplate"),
    doc: doc("A template as Interakt knows it."),
    groups: &[
        &Group {
            fields: told(
                const {
                    &[
                        required!("id", ANY_TEXT, "Interakt's own id."),
                        required!("name", ANY_TEXT, "The code name, which messages use."),
                        required!("display_name", ANY_TEXT, "The name in Interakt's list."),
                        required!("language", ANY_TEXT, "The language code, which messages use."),
                        required!(
                            "category",
                            Shape::Choice(&open_choice!(&[
                                value("UTILITY", ""),
                                value("MARKETING", ""),
                                value("AUTHENTICATION", "")
                            ])),
                            "What Meta holds it for.",
                        ),
                        required!(
                            "approval_status",
                            Shape::Choice(&open_choice!(&[
                                value("APPROVED", ""),
                                value("WAITING", ""),
                                value("REJECTED", "")
                            ])),
                            "Whether Meta has approved it.",
                        ),
                        required!(
                            "created_at_utc",
                            ANY_TEXT,
                            "When it was created, UTC, without a zone."
                        ),
                        optional!(
                            "modified_at_utc",
                            MAYBE_TEXT,
                            "When it last changed, UTC, without a zone."
                        ),
                        required!("header_format", MAYBE_TEXT, "What stands above the text."),
                        required!("header", MAYBE_TEXT, "The text above."),
                        required!(
                            "header_handle_file_url",
                            MAYBE_TEXT,
                            "The URL of the file above."
                        ),
                        required!(
                            "header_handle_file_name",
                            MAYBE_TEXT,
                            "The name of the file above."
                        ),
                        required!("body", ANY_TEXT, "The text."),
                        required!("footer", MAYBE_TEXT, "Small text below."),
                        optional!("rejection_reason", MAYBE_TEXT, "Why Meta refused it."),
                        optional!("sub_category", MAYBE_TEXT, "What kind within the category."),
                        optional!(
                            "template_category_label",
                            MAYBE_TEXT,
                            "Interakt's label of the category."
                        ),
                        optional!(
                            "previous_category",
                            MAYBE_TEXT,
                            "The category before Meta changed it."
                        ),
                        optional!(
                            "allow_category_change",
                            Shape::Nullable(&Shape::Boolean),
                            "Whether Meta may change the category."
                        ),
                        optional!(
                            "autosubmitted_for",
                            MAYBE_TEXT,
                            "What Interakt submitted it for."
                        ),
                        optional!("organization_id", MAYBE_TEXT, "Your organization."),
                        optional!("created_by_user_id", MAYBE_TEXT, "Who created it."),
                        required!("wa_template_id", MAYBE_TEXT, "Meta's id."),
                        optional!("variable_present", MAYBE_TEXT, "\"Yes\" or \"No\"."),
                        optional!("is_archived", Shape::Boolean, "Whether it is put away."),
                        optional!("channel_type", MAYBE_TEXT, "The channel, such as \"Whatsapp\"."),
                        optional!(
                            "is_click_tracking_enabled",
                            Shape::Nullable(&Shape::Boolean),
                            "Whether clicks are counted."
                        ),
                        optional!(
                            "allow_delete",
                            Shape::Nullable(&Shape::Boolean),
                            "Whether it may be deleted."
                        ),
                    ]
                },
            ),
            ..GROUP
        },
        &Group {
            fields: &[
                optional!(
                    "header_text",
                    MAYBE_TEXTS,
                    "The example for the variable of `header`. Decoded from JSON in a string."
                ),
                optional!(
                    "header_handle",
                    MAYBE_TEXTS,
                    "The handle of the file above. Decoded from JSON in a string."
                ),
                optional!(
                    "body_text",
                    MAYBE_TEXTS,
                    "Examples for the variables of `body`. Decoded from JSON in a string."
                ),
                required!(
                    "buttons",
                    Shape::Nullable(&Shape::Encoded(&BUTTONS)),
                    "The buttons; none: an empty list. Decoded from JSON that is encoded twice.",
                ),
                optional!(
                    "button_text",
                    Shape::Nullable(&Shape::Encoded(&Shape::Either(&[
                        ANY_TEXT,
                        Shape::List(&list!(ANY_TEXT))
                    ]))),
                    "The example for the variable of a button. Decoded from JSON in a string.",
                ),
                optional!(
                    "carousel_cards",
                    Shape::Nullable(&Shape::Encoded(&Shape::List(&list!(Shape::Object(&CARD))))),
                    "The cards of a carousel. Decoded from JSON in a string.",
                ),
            ],
            ..GROUP
        },
    ],
    open: true,
};

/// A new template.
pub(super) static NEW_TEMPLATE: Group = Group {
    fields: &[RESULT, MESSAGE, required!("data", Shape::Object(&TEMPLATE), "The template.")],
    ..GROUP
};

/// An uploaded file.
pub(super) static UPLOADED: Group = Group {
    fields: &[
        RESULT,
        MESSAGE,
        required!(
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
        ),
    ],
    ..GROUP
};

/// A page of templates.
pub(super) static TEMPLATES: Object = open!(&[&Group {
    fields: &[
        required!("count", Shape::Number(&NUMBER), "How many there are on all pages."),
        required!("has_next", Shape::Boolean, "Whether there are more."),
        required!(
            "results",
            Shape::Object(&open!(&[&Group {
                fields: &[required!(
                    "templates",
                    Shape::List(&list!(Shape::Object(&TEMPLATE))),
                    "The templates."
                )],
                ..GROUP
            }])),
            "The page.",
        ),
    ],
    ..GROUP
}]);
