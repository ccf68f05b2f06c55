//! The characters that people write phone numbers with.

use super::damaged::{DAMAGED, damage};
use super::note::{Doings, Done};
use super::verdict::MISSING_COUNTRY_CODE;
use crate::schema::{Code, Params, error};

/// Something besides a number.
pub static UNREADABLE: Code = Code {
    id: "phone.unreadable",
    message: "A phone number has digits, but no letters or other signs.",
};
/// A number behind a switchboard.
pub static EXTENSION: Code =
    Code { id: "phone.extension", message: "WhatsApp numbers have no extension: leave it out." };

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
    /// They stand in a link to somebody's chat, which has them with the country code.
    pub linked: bool,
    /// The digits, all of them as in ASCII.
    pub digits: String,
    /// What was read over, or otherwise than it stands.
    pub doings: Doings,
    /// The code of what makes it no phone number.
    pub problem: Option<u32>,
    /// The parameters of its message.
    pub params: Params,
    /// Digits that are typed behind it are digits of the number.
    pub open: bool,
}

impl Written {
    /// Reads a text in UTF-8 up to the first character that has no place in a phone number.
    /// `plain` is the text again if it is ASCII, as all are that spreadsheets have damaged.
    pub fn of(text: &[u8], plain: Option<&str>) -> Self {
        let mut written = Written::default();
        let damage = damage(plain.unwrap_or_default().trim_ascii());
        if let Some((true, exponent)) = damage {
            written.problem = Some(const { error(&DAMAGED) });
            written.params.set("exponent", exponent.to_owned());
            return written;
        }
        let mut address = false;
        let mut rest = text;
        while let Some((char, mut next)) = first(rest) {
            let begun = written.plus || !written.digits.is_empty();
            let replaced = u16::from(!char.is_ascii()) << Done::ReplacedDigits as u16;
            let mut done = 1 << Done::DroppedCharacters as u16;
            if let Some(digit) = digit(char) {
                written.digits.push(char::from(b'0'.wrapping_add(digit)));
                done = replaced;
            } else if !begun && matches!(char, '+' | '＋') {
                written.plus = true;
                done = replaced;
            } else if damage.is_some() && begun {
                // Of the digits behind a point none is the number's.
                if let [b'0', ..] = next {
                    done = 1 << Done::DroppedDecimals as u16;
                }
                next = &[];
            } else if written.linked && matches!(char, '/' | '?' | '&' | '#') {
                break;
            } else if is_separator(char) || damage.is_some() || written.linked && char == '+' {
            } else if written.linked
                && let Some(behind) = behind(next, b"2")
            {
                // %20, %2B, %2D: the signs that a number can have.
                next = behind.get(1..).unwrap_or_default();
            } else if !begun && let Some(number) = behind(rest, b"tel:") {
                address = true;
                next = number;
            } else if !begun && let Some(number) = linked(rest) {
                done = 1 << Done::ReadLink as u16;
                written.linked = true;
                next = number;
            } else {
                let at_parameters = address && char == ';';
                if begun && is_extension(rest) {
                    written.problem = Some(const { error(&EXTENSION) });
                } else if !at_parameters {
                    written.problem = Some(const { error(&UNREADABLE) });
                } else if !written.plus && behind(next, b"phone-context=+").is_some() {
                    // The country code is behind the number, for once.
                    written.problem = Some(const { error(&MISSING_COUNTRY_CODE) });
                }
                written.doings.add_if(Done::DroppedCharacters, at_parameters);
                break;
            }
            written.doings.0 |= done;
            rest = next;
        }
        written.open = rest.is_empty();
        written
    }
}

/// The character that a text in UTF-8 begins with, and what follows it.
pub(super) fn first(text: &[u8]) -> Option<(char, &[u8])> {
    let [byte, rest @ ..] = text else { return None };
    if *byte < 0x80 {
        return Some((char::from(*byte), rest));
    }
    let mut rest = rest;
    // The ones that it begins with tell how many bytes follow, all of which begin with 10.
    let mut code = u32::from(*byte) & (0x7f >> byte.leading_ones());
    while let [byte @ 0x80..0xc0, behind @ ..] = rest {
        code = code << 6 | u32::from(*byte) & 0x3f;
        rest = behind;
    }
    Some((char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER), rest))
}

/// The digit that a character is in any script.
pub(super) fn digit(char: char) -> Option<u8> {
    if char.is_ascii() {
        return char.is_ascii_digit().then_some(char as u8 & 0xf);
    }
    for zero in &ZEROS {
        let value = u32::from(char).wrapping_sub(u32::from(*zero));
        if value < 10 {
            return Some(value as u8);
        }
    }
    None
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
static EXTENDING: [&[u8]; 5] = [b"#", b"*", b"x", b"ext", b";ext="];

/// Whether what follows the digits of a number are those of an extension.
fn is_extension(text: &[u8]) -> bool {
    let mut extends = false;
    for word in &EXTENDING {
        extends |= behind(text, word).is_some();
    }
    let mut rest = text;
    while extends && let Some((char, next)) = first(rest) {
        if digit(char).is_some() {
            return true;
        }
        rest = next;
    }
    false
}

/// What stands behind a word, in any case, that a text begins with.
fn behind<'t>(text: &'t [u8], word: &[u8]) -> Option<&'t [u8]> {
    let (head, rest) = text.split_at_checked(word.len())?;
    head.eq_ignore_ascii_case(word).then_some(rest)
}

/// What may stand before the name in the address of a link, in this order.
static BEFORE_NAME: [&[u8]; 6] = [b"http", b"s", b"://", b"www.", b"api.", b"web."];

/// What a link to somebody's chat has from the number on: `wa.me/91…`,
/// `https://api.whatsapp.com/send?phone=91…&text=…`, `whatsapp://send?phone=91…`.
fn linked(mut text: &[u8]) -> Option<&[u8]> {
    for part in &BEFORE_NAME {
        text = behind(text, part).unwrap_or(text);
    }
    if let Some(number) = behind(text, b"wa.me/") {
        return Some(number);
    }
    text = behind(text, b"whatsapp")?;
    while let [byte, rest @ ..] = text {
        text = rest;
        if matches!(byte, b'?' | b'&')
            && let Some(number) = behind(rest, b"phone=")
        {
            return Some(number);
        }
    }
    None
}
