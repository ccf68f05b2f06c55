//! What can be tapped below an RCS message: replies and actions.

use super::format::{URL, UTC_TIME, utc_time};
use super::phone::E164;
use super::unfilled::FILLED;
use crate::schema::Source::{Documented, Vendor};
use crate::schema::{
    Code, Field, Forms, GROUP, Group, List, NUMBER, Number, Object, Params, Rule, Shape, TEXT,
    Text, bound, doc, limit,
};

/// A suggestion that is nothing.
pub static EMPTY: Code =
    Code { id: "rcs.empty_suggestion", message: "A suggestion is either a reply or an action." };
/// A suggestion that is both.
pub static BOTH: Code = Code {
    id: "rcs.reply_and_action",
    message: "A suggestion is either a reply or an action, not both.",
};
/// An action that does nothing.
pub static NO_ACTION: Code = Code {
    id: "rcs.empty_action",
    message: "An action needs one of openUrl, dialerAction, showLocation and createCalendarEvent.",
};
/// An action that does several things.
pub static MANY_ACTIONS: Code =
    Code { id: "rcs.many_actions", message: "An action can do only one thing." };
/// An event that ends before it starts.
pub static END_BEFORE_START: Code =
    Code { id: "rcs.end_before_start", message: "endTime must be after startTime." };

/// What can be tapped below a message that needs nothing to tap: a program has an empty list then.
pub(super) const SUGGESTIONS: Shape = Shape::List(&List { min: None, ..TO_TAP });

/// What can be tapped below a message that is made for it.
pub(super) const TO_TAP: List = List {
    item: Shape::Object(&SUGGESTION),
    min: limit(1, Vendor),
    max: limit(11, Vendor),
    rules: &[],
};

/// Something to tap.
pub(super) static SUGGESTION: Object = Object {
    name: doc("RcsSuggestion"),
    doc: doc("Something to tap: a reply or an action."),
    groups: &[&Group {
        fields: &[
            optional!("reply", Shape::Object(&REPLY), "Answers with its text."),
            optional!("action", Shape::Object(&ACTION), "Does something on the phone."),
        ],
        forms: Some(&Forms {
            name: doc(""),
            ways: &[&["reply"], &["action"]],
            beside: &[],
            missing: Some(&EMPTY),
            both: &BOTH,
            source: Documented,
        }),
        ..GROUP
    }],
    open: false,
};

const LABEL: Field = required!(
    "plainText",
    Shape::Text(&Text {
        min: limit(1, Vendor),
        max: limit(25, Vendor),
        rules: FILLED,
        example: doc("Track order"),
        ..TEXT
    }),
    "What the button says.",
);
const POST_BACK: Field = required!(
    "postBack",
    Shape::Object(&Object {
        name: doc("RcsPostBack"),
        doc: doc("What comes back when it is tapped."),
        groups: &[&Group {
            fields: &[required!(
                "data",
                Shape::Text(&Text {
                    min: limit(1, Vendor),
                    max: limit(2048, Vendor),
                    example: doc("track-42"),
                    ..TEXT
                }),
                "Comes back in the webhook.",
            )],
            ..GROUP
        }],
        open: false,
    }),
    "What comes back in the webhook.",
);

static REPLY: Object = Object {
    name: doc("RcsReply"),
    doc: doc("An answer to tap."),
    groups: &[&Group { fields: &[LABEL, POST_BACK], ..GROUP }],
    open: false,
};

static ACTION: Object = Object {
    name: doc("RcsAction"),
    doc: doc("Something that happens on the phone."),
    groups: &[
        &Group { fields: &[LABEL, POST_BACK], ..GROUP },
        &Group {
            fields: &[
                optional!("openUrl", Shape::Object(&OPEN_URL), "Opens a page."),
                optional!("dialerAction", Shape::Object(&DIALER), "Opens the dialer."),
                optional!("showLocation", Shape::Object(&LOCATION), "Opens the map."),
                optional!(
                    "createCalendarEvent",
                    Shape::Object(&EVENT),
                    "Makes an entry in the calendar."
                ),
            ],
            forms: Some(&Forms {
                name: doc(""),
                ways: &[
                    &["openUrl"],
                    &["dialerAction"],
                    &["showLocation"],
                    &["createCalendarEvent"],
                ],
                beside: &[],
                missing: Some(&NO_ACTION),
                both: &MANY_ACTIONS,
                source: Documented,
            }),
            ..GROUP
        },
    ],
    open: false,
};

static OPEN_URL: Object =
    object!(&[&Group { fields: &[required!("url", URL, "The page.")], ..GROUP }]);

static DIALER: Object = object!(&[&Group {
    fields: &[required!("phoneNumber", E164, "The number that is filled in: E.164 with its +.")],
    ..GROUP
}]);

static LOCATION: Object = object!(&[&Group {
    fields: &[
        required!(
            "coordinAtes",
            Shape::Object(&object!(&[&Group {
                fields: &[
                    required!(
                        "latitude",
                        Shape::Number(&Number {
                            min: bound(-90, Documented),
                            max: bound(90, Documented),
                            ..NUMBER
                        }),
                        "Degrees north."
                    ),
                    required!(
                        "longitude",
                        Shape::Number(&Number {
                            min: bound(-180, Documented),
                            max: bound(180, Documented),
                            ..NUMBER
                        }),
                        "Degrees east."
                    ),
                ],
                ..GROUP
            }])),
            "Where it is. Interakt spells this key so.",
        ),
        optional!(
            "label",
            Shape::Text(&Text { rules: FILLED, example: doc("Our shop"), ..TEXT }),
            "What the pin says."
        ),
    ],
    ..GROUP
}]);

const TIME: Shape =
    Shape::Text(&Text { rules: &[&UTC_TIME], example: doc("2026-12-01T09:00:00Z"), ..TEXT });

static EVENT: Object = object!(&[&Group {
    fields: &[
        required!(
            "startTime",
            TIME,
            "When it starts: RFC 3339 in UTC, such as \"2026-12-01T09:00:00Z\"."
        ),
        required!("endTime", TIME, "When it ends, after it starts."),
        required!(
            "title",
            Shape::Text(&Text {
                min: limit(1, Vendor),
                max: limit(100, Vendor),
                rules: FILLED,
                example: doc("Fitting"),
                ..TEXT
            }),
            "The title of the entry.",
        ),
        optional!(
            "description",
            Shape::Text(&Text {
                max: limit(500, Vendor),
                rules: FILLED,
                example: doc("Bring your old shoes."),
                ..TEXT
            }),
            "More about it.",
        ),
    ],
    rules: &[&ENDS_AFTER_START],
    ..GROUP
}]);

static ENDS_AFTER_START: Rule = Rule {
    code: &END_BEFORE_START,
    source: Vendor,
    check: |event, found| {
        let (Some(start), Some(end)) = (event.text("startTime"), event.text("endTime")) else {
            return;
        };
        let (Some(start), Some(end)) = (utc_time(&start), utc_time(&end)) else { return };
        if end <= start {
            found.at("endTime", Params::default());
        }
    },
    doc: doc("`endTime` is after `startTime`."),
};
