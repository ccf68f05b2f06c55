//! What spreadsheets do to phone numbers.

use crate::schema::Code;

/// A number written with a power of ten.
pub static ROUNDED: Code = Code {
    id: "phone.damaged",
    message: "A spreadsheet has rounded this number: its last digits are gone. Get it anew, in a column of text.",
};
/// A number with a sign that was not in it.
pub static ADDED: Code =
    Code { id: "phone.damaged", message: "A spreadsheet has added {sign} to this number: drop it." };

/// What a spreadsheet did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It wrote a power of ten, `9.87654E+09`: [`ROUNDED`].
    Rounded,
    /// It put this before or behind the digits: [`ADDED`], whose parameter `sign` it is.
    Added(&'static str),
}

/// What stands where digits should begin, the first three, or end, all but the first two.
static SIGNS: [&str; 7] = ["'", "=", "\"", ".0", ",0", ",", ";"];

/// What a spreadsheet did to a number, with or without a `+`, if it did anything.
///
/// ```
/// use interakt_wasm::phone::{Damage, damage};
/// assert_eq!(damage("9.87654E+09"), Some(Damage::Rounded));
/// assert_eq!(damage("'+919876543210"), Some(Damage::Added("'")));
/// assert_eq!(damage("9876543210.0"), Some(Damage::Added(".0")));
/// assert_eq!(damage("98765 43210"), None);
/// ```
pub fn damage(text: &str) -> Option<Damage> {
    damage_of(text.as_bytes())
}

/// The same of a text in UTF-8.
pub(super) fn damage_of(text: &[u8]) -> Option<Damage> {
    let (rest, before) = signs(text, &SIGNS[..3]);
    let rest = number(rest)?;
    let power = match rest {
        [b'.' | b',', fraction @ ..] => digits(fraction).unwrap_or(rest),
        _ => rest,
    };
    if let [b'E' | b'e', exponent @ ..] = power {
        return number(exponent)?.is_empty().then_some(Damage::Rounded);
    }
    let (rest, behind) = signs(rest, &SIGNS[2..]);
    before.or(behind).filter(|_| rest.is_empty()).map(Damage::Added)
}

/// What stands behind any number of these signs, and the first of them that is there.
fn signs<'t>(text: &'t [u8], signs: &[&'static str]) -> (&'t [u8], Option<&'static str>) {
    let (mut rest, mut first, mut at) = (text, None, 0);
    while let Some(sign) = signs.get(at) {
        at += 1;
        if let Some(behind) = rest.strip_prefix(sign.as_bytes()) {
            rest = behind;
            first = first.or(Some(*sign));
            at = 0;
        }
    }
    (rest, first)
}

/// What stands behind digits, if there are any, and perhaps a + before them.
fn number(text: &[u8]) -> Option<&[u8]> {
    digits(text.strip_prefix(b"+").unwrap_or(text))
}

/// What stands behind digits, if there are any.
fn digits(text: &[u8]) -> Option<&[u8]> {
    let mut rest = text;
    while let [b'0'..=b'9', behind @ ..] = rest {
        rest = behind;
    }
    (rest.len() < text.len()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_what_spreadsheets_do_from_what_people_write() {
        use Damage::{Added, Rounded};
        for (text, expected) in [
            ("9.87654E+09", Some(Rounded)),
            ("9,87654E+09", Some(Rounded)),
            ("9.19877e11", Some(Rounded)),
            ("9E+09", Some(Rounded)),
            ("'9.87654E+09", Some(Rounded)),
            ("9.1E+01", Some(Rounded)),
            ("9876543210.0", Some(Added(".0"))),
            ("+91.0", Some(Added(".0"))),
            ("'9876543210", Some(Added("'"))),
            ("'+91", Some(Added("'"))),
            ("9876543210,", Some(Added(","))),
            ("'9876543210,", Some(Added("'"))),
            ("9876543210;", Some(Added(";"))),
            ("=\"9876543210\"", Some(Added("="))),
            ("\"9876543210\"", Some(Added("\""))),
            ("9876543210", None),
            ("+919876543210", None),
            ("", None),
            ("'", None),
            (",", None),
            ("98765.43210", None),
            ("987,654", None),
            ("98765 43210", None),
            ("E+09", None),
            ("9E", None),
            ("9.E+09", None),
            ("nine", None),
            ("+91 E9", None),
        ] {
            assert_eq!(damage(text), expected, "{text}");
        }
    }
}
