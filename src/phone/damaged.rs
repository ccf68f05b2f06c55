//! What spreadsheets do to phone numbers.

use crate::schema::{Code, Params, is_digits};

/// A number that a spreadsheet took for a quantity, or kept from being taken for one.
pub static DAMAGED: Code = Code {
    id: "phone.damaged",
    message: "A spreadsheet has damaged this number.[ Drop {sign}.][ Its last digits are lost in {exponent}: get it again from a text column.]",
};

/// Whether a spreadsheet has damaged a number, which may have a `+`. Adds the parameters of
/// [`DAMAGED`]: the `sign` that was put before or behind the digits, or the `exponent` of a number
/// that was rounded.
///
/// ```
/// use interakt_wasm::{phone::damaged, schema::Params};
/// let mut params = Params::default();
/// assert!(damaged("9876543210.0", &mut params));
/// assert_eq!(params.json(), r#""sign":".0""#);
/// assert!(!damaged("98765 43210", &mut params));
/// ```
pub fn damaged(text: &str, params: &mut Params) -> bool {
    // Most are not, and told at once.
    if is_digits(text.strip_prefix('+').unwrap_or(text)) {
        return false;
    }
    let Some((rounded, part)) = damage(text) else { return false };
    params.set(if rounded { "exponent" } else { "sign" }, part.to_owned());
    true
}

/// Whether a spreadsheet has rounded the number that it damaged, and the sign or the exponent that
/// tells it.
pub(super) fn damage(text: &str) -> Option<(bool, &str)> {
    let length = text.len();
    let front = skip(text, 0, "='\"");
    let end = skip(text, front, "+0123456789");
    let letter = skip(text, end, ".,0123456789");
    let (mut rounded, mut from, mut to) = (false, 0, 1);
    if letter < length && skip(text, letter, "eE+0123456789") == length {
        (rounded, from, to) = (true, letter, length);
    } else if length.wrapping_sub(end) > 3 || skip(text, end, ".,;\"0") < length {
        // What is longer is the other half of a number.
        return None;
    } else if front == 0 {
        (from, to) = (end, length);
    }
    if front == end || from == to {
        return None;
    }
    Some((rounded, text.get(from..to)?))
}

/// The place behind all characters from a place on that are some of these.
fn skip(text: &str, mut at: usize, some: &str) -> usize {
    while let Some(byte) = text.as_bytes().get(at) {
        if !some.as_bytes().contains(byte) {
            break;
        }
        at = at.wrapping_add(1);
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_spreadsheets_do_from_what_people_write() {
        for (text, expected) in [
            ("9.87654E+09", r#""exponent":"E+09""#),
            ("9,87654E+09", r#""exponent":"E+09""#),
            ("+9.19877e11", r#""exponent":"e11""#),
            ("9E+09", r#""exponent":"E+09""#),
            ("'9.87654E+09", r#""exponent":"E+09""#),
            ("9876543210.0", r#""sign":".0""#),
            ("9876543210,0", r#""sign":",0""#),
            ("+91.0", r#""sign":".0""#),
            ("'9876543210", r#""sign":"'""#),
            ("'+91", r#""sign":"'""#),
            ("9876543210,", r#""sign":",""#),
            ("9876543210.0,", r#""sign":".0,""#),
            ("9876543210.00", r#""sign":".00""#),
            ("'9876543210,", r#""sign":"'""#),
            ("9876543210;", r#""sign":";""#),
            ("=\"9876543210\"", r#""sign":"=""#),
            ("\"9876543210\"", r#""sign":"\"""#),
            ("9876543210", ""),
            ("+919876543210", ""),
            ("", ""),
            ("'", ""),
            (",", ""),
            ("98765.43210", ""),
            ("98765.00000", ""),
            ("98765,000", ""),
            ("987,654", ""),
            ("98765 43210", ""),
            ("E+09", ""),
            ("9E-2", ""),
            ("nine", ""),
            ("+91 E9", ""),
        ] {
            let mut params = Params::default();
            assert_eq!(damaged(text, &mut params), !expected.is_empty(), "{text}");
            assert_eq!(params.json(), expected, "{text}");
        }
    }
}
