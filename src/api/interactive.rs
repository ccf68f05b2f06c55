//! WhatsApp messages that are answered by a tap: what they have in common, and reply buttons.

use super::media::{DOCUMENT_URL, IMAGE_URL, VIDEO_URL};
use crate::schema::Source::{Documented, Vendor};
use crate::schema::{
    Choice, Code, Field, GROUP, Group, List, Object, Params, Rule, Shape, Step, TEXT, Tagged, Text,
    Variant, View, codes, doc, limit, value,
};

/// Two items with the same value where each must be told apart.
pub static DUPLICATE: Code = Code {
    id: "list.duplicate",
    message: "Each {key} must be different: this repeats that of item {first} (the first is 0).",
};

pub(super) const fn text(least: u32, most: u32, example: &'static str) -> Text {
    Text { min: limit(least, Vendor), max: limit(most, Vendor), example: doc(example), ..TEXT }
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

/// Values, each with its path below the one that a rule looks at.
pub(super) type Located<'a> = Vec<(Vec<Step>, Option<View<'a>>)>;

/// What each item of a list has at the end of a path of keys.
pub(super) fn each<'a>(list: View<'a>, keys: &[&'static str]) -> Located<'a> {
    let mut values = Vec::new();
    for (index, item) in list.items().into_iter().enumerate() {
        let mut path = vec![Step::Index(index)];
        path.extend(keys.iter().map(|key| Step::from(*key)));
        values.push((path, item.at(keys)));
    }
    values
}

/// Reports each value that an earlier item has too. An item without the value
/// counts, so that the others keep their numbers.
pub(super) fn duplicates(items: Located, key: &'static str, found: &mut crate::schema::Found) {
    let mut known: Vec<(String, usize)> = Vec::new();
    for (index, (path, value)) in items.into_iter().enumerate() {
        let Some(text) = value.and_then(View::as_text) else { continue };
        match known.iter().find(|(earlier, _)| *earlier == text) {
            Some((_, first)) => {
                found.below(path, Params::default().with("key", key).with("first", *first));
            }
            None => known.push((text.into_owned(), index)),
        }
    }
}

static UNIQUE_BUTTON_IDS: Rule = Rule {
    code: &DUPLICATE,
    source: Vendor,
    check: |buttons, found| duplicates(each(buttons, &["reply", "id"]), "id", found),
    doc: doc("Each button has an `id` of its own."),
};
static UNIQUE_BUTTON_TITLES: Rule = Rule {
    code: &DUPLICATE,
    source: Vendor,
    check: |buttons, found| duplicates(each(buttons, &["reply", "title"]), "title", found),
    doc: doc("Each button has a `title` of its own."),
};

static REPLY_BUTTON: Object = Object {
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
