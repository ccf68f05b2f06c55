//! The keys that a new template and the cards of its carousel have in common.

use crate::schema::Source::{Documented, Vendor};
use crate::schema::{Field, List, Shape, TEXT, Text, doc, limit};

/// Examples for variables, in order.
pub(super) const EXAMPLES: Shape = Shape::List(&List {
    item: Shape::Text(&Text { min: limit(1, Vendor), example: doc("Asha"), ..TEXT }),
    min: None,
    max: None,
    rules: &[],
});

/// The key `body_text`.
pub(super) const BODY_TEXT: Field = optional!(
    "body_text",
    EXAMPLES,
    "Examples for the variables of `body`: one for each, in order."
);

/// The key `header_handle`.
pub(super) const HEADER_HANDLE: Field = optional!(
    "header_handle",
    Shape::List(&List {
        item: Shape::Text(&Text {
            min: limit(1, Documented),
            example: doc("4::aW1hZ2UvanBlZw==:ARb0"),
            ..TEXT
        }),
        min: limit(1, Documented),
        max: limit(1, Documented),
        rules: &[],
    }),
    "The handle of the file above the text, alone in a list: `data.file_handle` of the answer of `uploadMedia`.",
);
/// The key `header_handle_file_url`.
pub(super) const HEADER_FILE_URL: Field = optional!(
    "header_handle_file_url",
    Shape::Text(&Text {
        min: limit(1, Documented),
        example: doc("https://example.com/shoes.jpg"),
        ..TEXT
    }),
    "`data.file_url` of the answer of `uploadMedia`.",
);
/// The key `header_handle_file_name`.
pub(super) const HEADER_FILE_NAME: Field = optional!(
    "header_handle_file_name",
    Shape::Text(&Text { min: limit(1, Documented), example: doc("shoes.jpg"), ..TEXT }),
    "`data.file_name` of the answer of `uploadMedia`.",
);
