//! What spreadsheets do to phone numbers.

use crate::schema::{Code, Params, is_digits};

/// A number that a spreadsheet took for a quantity, or kept from being taken for one.
pub static DAMAGED: Code = Code {
    id: "phone.damaged",
    message: "A spreadsheet has damaged this number.[ Drop {sign}.][ Its last digits are lost in {exponent}: get it anew, from a column of text.]",
};

/// What stands where digits should begin or end.
static BEFORE: [&str; 3] = ["=", "\"", "'"];
static BEHIND: [&str; 5] = ["\"", ",", ";", ".0", ",0"];

/// Whether a spreadsheet has damaged a number, which may have a `+`. Adds the parameters of
/// [`DAMAGED`]: the first `sign` that was put before or behind the digits, or the `exponent` of a
/// number that was rounded.
///
/// ```
/// use interakt_wasm::{phone::damaged, schema::Params};
/// let mut params = Params::default();
/// assert!(damaged("9876543210.0", &mut params));
/// assert_eq!(params.json(), r#""sign":".0""#);
/// assert!(!damaged("98765 43210", &mut params));
/// ```
pub fn damaged(text: &str, params: &mut Params) -> bool {
    let (mut rest, mut added) = (text, "");
    for sign in BEFORE {
        if let Some(behind) = rest.strip_prefix(sign) {
            rest = behind;
            added = if added.is_empty() { sign } else { added };
        }
    }
    for sign in BEHIND {
        if let Some(before) = rest.strip_suffix(sign) {
            rest = before;
            added = if added.is_empty() { sign } else { added };
        }
    }
    let digits = rest.strip_prefix('+').unwrap_or(rest);
    if is_digits(digits) {
        if !added.is_empty() {
            params.set("sign", added);
        }
        return !added.is_empty();
    }
    let Some(at) = digits.bytes().position(|byte| matches!(byte, b'e' | b'E')) else {
        return false;
    };
    let (mantissa, exponent) = digits.split_at(at);
    let power = exponent.get(1..).unwrap_or_default();
    let rounded = is_digits(power.strip_prefix('+').unwrap_or(power))
        && at > 0
        && mantissa.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'.' | b','));
    if rounded {
        params.set("exponent", exponent.to_owned());
    }
    rounded
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
            ("9876543210.0,", r#""sign":",""#),
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
            ("987,654", ""),
            ("98765 43210", ""),
            ("E+09", ""),
            ("9E", ""),
            ("9E+", ""),
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
