//! The characters that people write phone numbers with.

use super::note::{Doings, Done};
use crate::schema::Code;

/// Something besides a number.
pub static NOT_DIGITS: Code = Code {
    id: "phone.not_digits",
    message: "A phone number has digits, and no letters or other signs.",
};
/// A number behind a switchboard.
pub static EXTENSION: Code =
    Code { id: "phone.extension", message: "WhatsApp numbers have no extension: leave it out." };

/// The zeros of other scripts. The other nine digits follow each.
static ZEROS: [u16; 36] = [
    0x0660, 0x06f0, 0x07c0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0b66, 0x0be6, 0x0c66, 0x0ce6, 0x0d66,
    0x0de6, 0x0e50, 0x0ed0, 0x0f20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90,
    0x1b50, 0x1bb0, 0x1c40, 0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10,
];

/// What a text holds, as far as it is a phone number.
#[derive(Default)]
pub(super) struct Written<'a> {
    /// A + stands before the digits.
    pub plus: bool,
    /// The digits, all of them as in ASCII.
    pub digits: String,
    /// The digits that `;phone-context=+` puts before them.
    pub context: Option<&'a str>,
    /// What was read over, or otherwise than it stands.
    pub done: Doings<'a>,
    /// What makes it no phone number.
    pub problem: Option<&'static Code>,
}

impl<'a> Written<'a> {
    /// Reads a text up to the first character that has no place in a phone number.
    pub fn of(text: &'a str) -> Self {
        let mut written = Written::default();
        let mut rest = text;
        while let Some(char) = rest.chars().next() {
            let begun = written.plus || !written.digits.is_empty();
            let mut skipped = char.len_utf8();
            let digit = digit(char);
            if let Some(digit) = digit {
                written.digits.push(digit);
            } else if !begun && matches!(char, '+' | '＋') {
                written.plus = true;
            } else if is_invisible(char) {
                written.done.add(Done::DroppedInvisible);
            } else if is_separator(char) {
                written.done.add(Done::DroppedSeparators);
            } else if !begun && begins(rest, "tel:") {
                written.done.add(Done::DroppedScheme);
                skipped = 4;
            } else if written.done.has(Done::DroppedScheme) && char == ';' {
                written.read_parameters(rest);
                break;
            } else {
                let extended = begun && is_extension(rest);
                written.problem = Some(if extended { &EXTENSION } else { &NOT_DIGITS });
                break;
            }
            if digit.is_some_and(|digit| digit != char) || char == '＋' {
                written.done.add(Done::ReplacedDigits);
            }
            rest = rest.get(skipped..).unwrap_or_default();
        }
        written
    }

    /// Reads what may follow a number by RFC 3966.
    fn read_parameters(&mut self, text: &'a str) {
        for parameter in text.split(';') {
            if begins(parameter, "ext=") {
                self.problem = Some(&EXTENSION);
            } else if begins(parameter, "phone-context=+") && !self.plus {
                self.context = parameter.get(15..);
                self.done.add(Done::ReadContext);
            } else if !parameter.is_empty() {
                self.done.add(Done::DroppedParameters);
            }
        }
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

/// What comes along when a number is copied, and shows nothing.
fn is_invisible(char: char) -> bool {
    matches!(
        char,
        '\u{ad}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    )
}

/// What people put between and around digits: spaces, dashes, dots, slashes, brackets, quotes.
fn is_separator(char: char) -> bool {
    char.is_whitespace()
        || matches!(
            char,
            '-' | '.' | '/' | '(' | ')' | '[' | ']' | '\'' | '"' | '·'
                | '\u{2010}'..='\u{2015}' // dashes
                | '\u{2212}' // minus
                | '\u{30fc}' // the Japanese sign of a long vowel, typed for a dash
                | '\u{fe58}' | '\u{fe63}' // small dashes
                | '（' | '）' | '－'..='／'
        )
}

/// Whether a text behind digits says that more digits lead to an extension.
fn is_extension(text: &str) -> bool {
    let short = || {
        let mut behind = text.chars().skip(1).skip_while(|char| is_separator(*char));
        behind.next().and_then(digit).is_some()
    };
    text.starts_with(['#', '*'])
        || begins(text, "ext")
        || begins(text, ";ext=")
        || (begins(text, "x") && short())
}

/// Whether a text begins with a word, in any case.
fn begins(text: &str, word: &str) -> bool {
    text.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))
}
