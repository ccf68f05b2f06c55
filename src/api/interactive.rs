//! WhatsApp messages that are answered by a tap: what they have in common, and reply buttons.

use std::borrow::Cow;

use super::media::{DOCUMENT_URL, IMAGE_URL, VIDEO_URL};
use super::unfilled::FILLED;
use crate::schema::Source::{Documented, Vendor};
use crate::schema::{
    Choice, Code, Field, Found, GROUP, Group, List, Object, Params, Rule, Shape, Step, TEXT,
    Tagged, Text, Variant, View, codes, doc, limit, value,
};

/// Two items with the same value where each must be told apart.
pub static DUPLICATE: Code = Code {
    id: "list.duplicate",
    message: "Each {key} must be different: this one repeats item {first} (counted from 0).",
};

pub(super) const fn text(least: u32, most: u32, example: &'static str) -> Text {
    Text {
        min: limit(least, Vendor),
        max: limit(most, Vendor),
        rules: FILLED,
        example: doc(example),
        ..TEXT
    }
}

/// A choice whose values are all that there are.
pub(super) const CLOSED: Choice = Choice {
    values: &[],
    closed: Documented,
    ignore_case: false,
    rules: &[],
    unlisted: &codes::UNKNOWN_VALUE,
};

/// A key with only one possible value.
macro_rules! always {
    ($name:literal, $value:literal) => {
        required!(
            $name,
            Shape::Choice(&Choice { values: &[value($value, "")], ..CLOSED }),
            "Always this value."
        )
    };
}

/// `{ text }` with its own bound.
macro_rules! text_object {
    ($least:literal, $most:literal, $example:literal) => {
        Shape::Object(&object!(&[&Group {
            fields: &[required!("text", Shape::Text(&text($least, $most, $example)), "The text.")],
            ..GROUP
        }]))
    };
}

/// Small text below.
pub(super) const FOOTER: Field =
    optional!("footer", text_object!(1, 60, "Reply STOP to opt out"), "Small text below.");

/// Values and where each stands: the index of an item, and the index below it where there is one.
pub(super) type Located<'a> = Vec<([usize; 2], Option<View<'a>>)>;

/// What each item of a list has at the end of a path of keys.
pub(super) fn each<'a>(list: View<'a>, keys: &[&str]) -> Located<'a> {
    list.items().enumerate().map(|(index, item)| ([index, 0], item.at(keys))).collect()
}

/// Reports each value that an earlier item has too, at its path. An item without the value
/// counts, so that the others keep their numbers.
pub(super) fn duplicates(
    items: Located,
    key: &'static str,
    path: fn([usize; 2]) -> Vec<Step<'static>>,
    found: &mut Found,
) {
    let text = |(index, (at, value)): (usize, &([usize; 2], Option<View<'_>>))| {
        Some((value.and_then(View::as_text).map(Cow::into_owned)?, index, *at))
    };
    let mut known: Vec<_> = items.iter().enumerate().filter_map(text).collect();
    // Equal texts come to stand beside each other, the first of them first.
    known.sort_unstable();
    let mut first: Option<(&str, usize)> = None;
    for (text, index, at) in &known {
        match first.filter(|(first, _)| first == text) {
            Some((_, first)) => {
                let params = Params::default().with("key", key).with("first", first);
                found.below(&path(*at), params);
            }
            None => first = Some((text, *index)),
        }
    }
}

static UNIQUE_BUTTON_IDS: Rule = Rule {
    code: &DUPLICATE,
    source: Vendor,
    check: |buttons, found| {
        let path = |[index, _]: [usize; 2]| vec![index.into(), "reply".into(), "id".into()];
        duplicates(each(buttons, &["reply", "id"]), "id", path, found);
    },
    doc: doc("Each button has an `id` of its own."),
};
static UNIQUE_BUTTON_TITLES: Rule = Rule {
    code: &DUPLICATE,
    source: Vendor,
    check: |buttons, found| {
        let path = |[index, _]: [usize; 2]| vec![index.into(), "reply".into(), "title".into()];
        duplicates(each(buttons, &["reply", "title"]), "title", path, found);
    },
    doc: doc("Each button has a `title` of its own."),
};

/// A button to answer with.
pub static REPLY_BUTTON: Object = Object {
    name: doc("ReplyButton"),
    doc: doc("A button that answers with its `id`."),
    groups: &[&Group {
        fields: &[
            always!("type", "reply"),
            required!(
                "reply",
                Shape::Object(&object!(&[&Group {
                    fields: &[
                        required!(
                            "id",
                            Shape::Text(&text(1, 256, "yes")),
                            "Comes back in the webhook; the customer does not see it."
                        ),
                        required!(
                            "title",
                            Shape::Text(&text(1, 20, "Yes")),
                            "What the button says."
                        ),
                    ],
                    ..GROUP
                }])),
                "What the button says and answers.",
            ),
        ],
        ..GROUP
    }],
    open: false,
};

/// `data.message` of an `InteractiveButton`.
pub static BUTTON_MESSAGE: Object = Object {
    name: doc("InteractiveButtons"),
    doc: doc("A text with up to three buttons."),
    groups: &[&Group {
        fields: &[
            always!("type", "button"),
            optional!("header", Shape::Tagged(&HEADER), "Stands above the text."),
            required!("body", text_object!(1, 1024, "How did you like it?"), "The text."),
            FOOTER,
            required!(
                "action",
                Shape::Object(&object!(&[&Group {
                    fields: &[required!(
                        "buttons",
                        Shape::List(&List {
                            item: Shape::Object(&REPLY_BUTTON),
                            min: limit(1, Vendor),
                            max: limit(3, Vendor),
                            rules: &[&UNIQUE_BUTTON_IDS, &UNIQUE_BUTTON_TITLES],
                        }),
                        "The buttons.",
                    )],
                    ..GROUP
                }])),
                "What the customer can do.",
            ),
        ],
        ..GROUP
    }],
    open: false,
};

static HEADER: Tagged = Tagged {
    name: doc("InteractiveHeader"),
    doc: doc("What stands above the text: a line, a picture, a film or a document."),
    tag: "type",
    tag_doc: doc("The kind of header."),
    common: &[],
    variants: &[
        Variant {
            value: "text",
            object: Object {
                name: doc("TextHeader"),
                doc: doc("A line of text."),
                groups: &[&HEADER_TEXT],
                open: false,
            },
        },
        Variant {
            value: "image",
            object: Object {
                name: doc("ImageHeader"),
                doc: doc("A picture."),
                groups: &[&Group {
                    fields: &[required!(
                        "image",
                        Shape::Object(&IMAGE_LINK),
                        "Where WhatsApp fetches it."
                    )],
                    ..GROUP
                }],
                open: false,
            },
        },
        Variant {
            value: "video",
            object: Object {
                name: doc("VideoHeader"),
                doc: doc("A film."),
                groups: &[&Group {
                    fields: &[required!(
                        "video",
                        Shape::Object(&VIDEO_LINK),
                        "Where WhatsApp fetches it."
                    )],
                    ..GROUP
                }],
                open: false,
            },
        },
        Variant {
            value: "document",
            object: Object {
                name: doc("DocumentHeader"),
                doc: doc("A document."),
                groups: &[&Group {
                    fields: &[required!(
                        "document",
                        Shape::Object(&DOCUMENT_LINK),
                        "Where WhatsApp fetches it."
                    )],
                    ..GROUP
                }],
                open: false,
            },
        },
    ],
};

/// `text` of a header.
pub(super) static HEADER_TEXT: Group = Group {
    fields: &[required!("text", Shape::Text(&text(1, 60, "Your order")), "The line.")],
    ..GROUP
};
static IMAGE_LINK: Object = object!(&[&Group {
    fields: &[required!("link", IMAGE_URL, "The URL of the picture.")],
    ..GROUP
}]);
static VIDEO_LINK: Object =
    object!(&[&Group { fields: &[required!("link", VIDEO_URL, "The URL of the film.")], ..GROUP }]);
static DOCUMENT_LINK: Object = object!(&[&Group {
    fields: &[
        required!("link", DOCUMENT_URL, "The URL of the document."),
        optional!(
            "filename",
            Shape::Text(&text(1, 240, "invoice.pdf")),
            "The name that the customer sees."
        ),
    ],
    ..GROUP
}]);
