//! The characters that people write phone numbers with.

use super::note::{Doings, Done};
use crate::schema::{Code, error};

/// Something besides a number.
pub static NOT_DIGITS: Code = Code {
    id: "phone.not_digits",
    message: "A phone number has digits, and no letters or other signs.",
};
/// A number behind a switchboard.
pub static EXTENSION: Code =
    Code { id: "phone.extension", message: "WhatsApp numbers have no extension: leave it out." };
/// Neither a + nor a country, and no digits that could say which.
pub static MISSING_COUNTRY_CODE: Code = Code {
    id: "phone.missing_country_code",
    message: "Start with + and the country code, or choose a country.",
};

/// The zeros of the other scripts that people write numbers in. The other nine digits follow each.
static ZEROS: [u16; 20] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
    0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x17e0, 0x1810, 0xa9d0, 0xff10,
];

/// What a text holds, as far as it is a phone number.
#[derive(Default)]
pub(super) struct Written {
    /// A + stands before the digits.
    pub plus: bool,
    /// The digits, all of them as in ASCII.
    pub digits: String,
    /// What was read over, or otherwise than it stands.
    pub doings: Doings,
    /// The code of what makes it no phone number.
    pub problem: Option<u32>,
}

impl Written {
    /// Reads a text up to the first character that has no place in a phone number.
    pub fn of(text: &str) -> Self {
        let mut written = Written::default();
        let mut address = false;
        let mut rest = text;
        while let Some(char) = rest.chars().next() {
            let begun = written.plus || !written.digits.is_empty();
            let mut skipped = char.len_utf8();
            if let Some(digit) = digit(char) {
                written.doings.add_if(Done::ReplacedDigits, digit != char);
                written.digits.push(digit);
            } else if !begun && matches!(char, '+' | '＋') {
                written.doings.add_if(Done::ReplacedDigits, char != '+');
                written.plus = true;
            } else if is_separator(char) {
                written.doings.add(Done::DroppedCharacters);
            } else if !begun && begins(rest, "tel:") {
                written.doings.add(Done::DroppedCharacters);
                address = true;
                skipped = 4;
            } else if begun && is_extension(rest) {
                written.problem = Some(const { error(&EXTENSION) });
                break;
            } else if address && char == ';' {
                written.doings.add(Done::DroppedCharacters);
                // The country code is behind the number, for once.
                if !written.plus && begins(rest, ";phone-context=+") {
                    written.problem = Some(const { error(&MISSING_COUNTRY_CODE) });
                }
                break;
            } else {
                written.problem = Some(const { error(&NOT_DIGITS) });
                break;
            }
            rest = rest.get(skipped..).unwrap_or_default();
        }
        written
    }
}

/// The digit that a character is in any script, as in ASCII.
fn digit(char: char) -> Option<char> {
    if char.is_ascii() {
        return Some(char).filter(char::is_ascii_digit);
    }
    let value = |zero: &u16| u32::from(char).checked_sub(u32::from(*zero));
    let value = ZEROS.iter().filter_map(value).find(|value| *value < 10)?;
    char::from_digit(value, 10)
}

/// What people put between and around digits (spaces, dashes, dots, slashes, brackets,
/// quotes), and what comes along when a number is copied and shows nothing.
fn is_separator(char: char) -> bool {
    matches!(
        char,
        '\t'..='\r' | ' ' | '"' | '\'' | '(' | ')' | '-'..='/' | '[' | ']'
            | '\u{a0}' | '\u{ad}' | '·' | '\u{61c}'
            | '\u{2000}'..='\u{206f}' // spaces, dashes, quotes, formatting
            | '\u{2212}' // minus
            | '\u{3000}' | '\u{30fc}' // space; the sign of a long vowel, typed for a dash
            | '\u{fe58}' | '\u{fe63}' // small dashes
            | '\u{feff}' | '（' | '）' | '－'..='／'
    )
}

/// What stands between a number and its extension.
static EXTENDING: [&str; 5] = ["#", "*", "x", "ext", ";ext="];

/// Whether what follows the digits of a number are those of an extension.
fn is_extension(text: &str) -> bool {
    EXTENDING.iter().any(|word| begins(text, word))
        && text.chars().any(|char| digit(char).is_some())
}

/// Whether a text begins with a word, in any case.
fn begins(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
}
