//! WhatsApp messages with a list to choose from.

use super::interactive::{CLOSED, DUPLICATE, FOOTER, HEADER_TEXT, duplicates, each, text};
use super::unfilled::FILLED;
use crate::schema::Source::Vendor;
use crate::schema::{
    Choice, Code, GROUP, Group, List, Object, Params, Rule, Shape, TEXT, Text, View, doc, limit,
    value,
};

/// A section without title beside others.
pub static MISSING_TITLE: Code = Code {
    id: "list.missing_section_title",
    message: "With more than one section, each needs a title.",
};
/// Too many rows in all sections together.
pub static TOO_MANY_ROWS: Code = Code {
    id: "list.too_many_rows",
    message: "All sections together can have at most {limit} rows; these have {actual}.",
};

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
                    rules: FILLED,
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
        if sections.count().is_none_or(|count| count < 2) {
            return;
        }
        for (index, section) in sections.items().enumerate() {
            if section.is_object() && section.get("title").is_none() {
                found.below(&[index.into(), "title".into()], Params::default());
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
            .filter_map(|section| section.get("rows"))
            .filter_map(View::count)
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
        for (index, section) in sections.items().enumerate() {
            for ([row, _], id) in each(section.get("rows").unwrap_or_default(), &["id"]) {
                rows.push(([index, row], id));
            }
        }
        let path = |[section, row]: [usize; 2]| {
            vec![section.into(), "rows".into(), row.into(), "id".into()]
        };
        duplicates(rows, "id", path, found);
    },
    doc: doc("Each row has an `id` of its own, across all sections."),
};
