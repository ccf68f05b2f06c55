//! WhatsApp messages that are answered by a tap: reply buttons and lists.

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
/// A section without title beside others.
pub static MISSING_TITLE: Code = Code {
    id: "list.missing_section_title",
    message: "With more than one section, each needs a title.",
};
/// Too many rows in all sections together.
pub static TOO_MANY_ROWS: Code = Code {
    id: "list.too_many_rows",
    message: "All sections together may have {limit} rows, these have {actual}.",
};

const fn text(least: u32, most: u32, example: &'static str) -> Text {
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

const FOOTER: Field =
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

static HEADER_TEXT: Group = Group {
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

/// `data.message` of an `InteractiveList`.
pub static LIST_MESSAGE: Object = Object {
    name: doc("InteractiveList"),
    doc: doc("A text with a button that opens a list."),
    groups: &[&Group {
        fields: &[
            always!("type", "list"),
            optional!(
                "header",
                Shape::Object(&object!(&[
                    &Group { fields: &[always!("type", "text")], ..GROUP },
                    &HEADER_TEXT,
                ])),
                "A line of text above; lists take no other header.",
            ),
            required!(
                "body",
                text_object!(1, 4096, "Which collection would you like to see?"),
                "The text."
            ),
            FOOTER,
            required!("action", Shape::Object(&LIST_ACTION), "The button and its list."),
        ],
        ..GROUP
    }],
    open: false,
};

static LIST_ACTION: Object = object!(&[&Group {
    fields: &[
        required!(
            "button",
            Shape::Text(&text(1, 20, "View collections")),
            "What the button says that opens the list."
        ),
        required!(
            "sections",
            Shape::List(&List {
                item: Shape::Object(&SECTION),
                min: limit(1, Vendor),
                max: limit(10, Vendor),
                rules: &[&SECTION_TITLES, &ROWS_IN_ALL, &UNIQUE_ROW_IDS],
            }),
            "The list, in sections.",
        ),
    ],
    ..GROUP
}]);

static SECTION: Object = Object {
    name: doc("ListSection"),
    doc: doc("A part of the list."),
    groups: &[&Group {
        fields: &[
            optional!(
                "title",
                Shape::Text(&text(1, 24, "Shoes")),
                "Stands above the rows; needed when there is more than one section."
            ),
            required!(
                "rows",
                Shape::List(&List {
                    item: Shape::Object(&ROW),
                    min: limit(1, Vendor),
                    max: None,
                    rules: &[]
                }),
                "The rows; at most 10 in all sections together.",
            ),
        ],
        ..GROUP
    }],
    open: false,
};

static ROW: Object = Object {
    name: doc("ListRow"),
    doc: doc("A line to choose."),
    groups: &[&Group {
        fields: &[
            required!(
                "id",
                Shape::Text(&text(1, 200, "shoes-1")),
                "Comes back in the webhook; the customer does not see it."
            ),
            required!("title", Shape::Text(&text(1, 24, "Running shoes")), "What the row says."),
            optional!(
                "description",
                Shape::Text(&Text {
                    max: limit(72, Vendor),
                    example: doc("Light, for long distances"),
                    ..TEXT
                }),
                "More about it.",
            ),
        ],
        ..GROUP
    }],
    open: false,
};

const MOST_ROWS: usize = 10;

static SECTION_TITLES: Rule = Rule {
    code: &MISSING_TITLE,
    source: Vendor,
    check: |sections, found| {
        let sections = sections.items();
        for (index, section) in sections.iter().enumerate() {
            if sections.len() > 1 && section.is_object() && section.get("title").is_none() {
                found.below(vec![index.into(), "title".into()], Params::default());
            }
        }
    },
    doc: doc("With more than one section, each has a `title`."),
};

static ROWS_IN_ALL: Rule = Rule {
    code: &TOO_MANY_ROWS,
    source: Vendor,
    check: |sections, found| {
        let rows: usize = sections
            .items()
            .iter()
            .filter_map(|s| s.get("rows"))
            .map(|rows| rows.items().len())
            .sum();
        if rows > MOST_ROWS {
            found.here(Params::default().with("limit", MOST_ROWS).with("actual", rows));
        }
    },
    doc: doc("At most 10 rows in all sections together."),
};

static UNIQUE_ROW_IDS: Rule = Rule {
    code: &DUPLICATE,
    source: Vendor,
    check: |sections, found| {
        let mut rows = Vec::new();
        for (index, section) in sections.items().into_iter().enumerate() {
            for (below, id) in each(section.get("rows").unwrap_or_default(), &["id"]) {
                let mut path = vec![index.into(), "rows".into()];
                path.extend(below);
                rows.push((path, id));
            }
        }
        duplicates(rows, "id", found);
    },
    doc: doc("Each row has an `id` of its own, across all sections."),
};
