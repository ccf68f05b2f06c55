//! Windows-1252, in which spreadsheets of western languages write CSV where nobody says otherwise.

use std::borrow::Cow;

/// What the bytes from 0x80 to 0x9F mean; those that mean nothing stand for themselves, as on the web.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The character that a byte means.
pub(super) fn character(byte: u8) -> char {
    match byte {
        0x80..=0x9f => HIGH.get(usize::from(byte & 0x1f)).copied().unwrap_or_default(),
        _ => char::from(byte),
    }
}

/// The text that bytes are in UTF-8, or in Windows-1252 if they are none.
pub(super) fn text_of(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            let mut text = String::new();
            for byte in bytes {
                text.push(character(*byte));
            }
            Cow::Owned(text)
        }
    }
}
