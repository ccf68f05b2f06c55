//! What Interakt answers about templates.

use super::answer::{MAYBE_TEXT, told};
use super::format::ANY_TEXT;
use crate::schema::Source::Seen;
use crate::schema::{Choice, GROUP, Group, NUMBER, Object, Shape, codes, doc, value};

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
pub(in crate::api) use open_choice;

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
    groups: &[&TOLD, &TIMES, &CODED],
    open: true,
};

/// The template of a message, as webhooks tell it.
pub(in crate::api) static RAW_TEMPLATE: Object = Object {
    name: doc("WebhookTemplate"),
    doc: doc("The template that a message was made from."),
    groups: &[&TOLD, &UTC_TIMES, &CODED],
    open: true,
};

static TIMES: Group = Group {
    fields: told(
        const {
            &[
                required!("created_at_utc", ANY_TEXT, "When it was created, UTC, without a zone."),
                optional!(
                    "modified_at_utc",
                    MAYBE_TEXT,
                    "When it last changed, UTC, without a zone."
                ),
            ]
        },
    ),
    ..GROUP
};

static UTC_TIMES: Group = Group {
    fields: &[
        required!("created_at_utc", Shape::Time, "When it was created."),
        optional!("modified_at_utc", Shape::Nullable(&Shape::Time), "When it last changed."),
    ],
    ..GROUP
};

static TOLD: Group = Group {
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
                required!("header_format", MAYBE_TEXT, "What stands above the text."),
                required!("header", MAYBE_TEXT, "The text above."),
                required!("header_handle_file_url", MAYBE_TEXT, "The URL of the file above."),
                required!("header_handle_file_name", MAYBE_TEXT, "The name of the file above."),
                required!("body", ANY_TEXT, "The text."),
                required!("footer", MAYBE_TEXT, "Small text below."),
                optional!("rejection_reason", MAYBE_TEXT, "Why Meta refused it."),
                optional!("sub_category", MAYBE_TEXT, "What kind within the category."),
                optional!(
                    "template_category_label",
                    MAYBE_TEXT,
                    "Interakt's label of the category."
                ),
                optional!("previous_category", MAYBE_TEXT, "The category before Meta changed it."),
                optional!(
                    "allow_category_change",
                    Shape::Nullable(&Shape::Boolean),
                    "Whether Meta may change the category."
                ),
                optional!("autosubmitted_for", MAYBE_TEXT, "What Interakt submitted it for."),
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
                    "limited_time_offer",
                    Shape::Any,
                    "What is said of an offer that ends, or null."
                ),
                optional!("is_carousel", Shape::Nullable(&Shape::Boolean), "Whether it has cards."),
                optional!(
                    "is_mpm",
                    Shape::Nullable(&Shape::Boolean),
                    "Whether it shows several products."
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
};

static CODED: Group = Group {
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
};

/// A new template.
pub(super) static NEW_TEMPLATE: Group =
    Group { fields: &[required!("data", Shape::Object(&TEMPLATE), "The template.")], ..GROUP };

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
