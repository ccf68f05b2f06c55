//! What a row is known by.

use crate::schema::{Document, digest};

/// Writes 16 hexadecimal digits that are the same for the same input, however its JSON text is
/// written, and others for another one.
pub fn write_key(json: &str, out: &mut String) {
    let document = Document::parse(json);
    let mut key = document.map_or(0, |document| digest(document.root()));
    for _ in 0..16 {
        key = key.rotate_left(4);
        out.push(char::from_digit(key as u32 & 15, 16).unwrap_or_default());
    }
}
