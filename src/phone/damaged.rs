//! What spreadsheets do to phone numbers.

use crate::schema::{Code, is_digits};

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

/// What stands where digits should begin or end.
static BEFORE: [&str; 3] = ["'", "=", "\""];
static BEHIND: [&str; 5] = [".0", ",0", ",", ";", "\""];

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
    let number = |text: &str| is_digits(text.strip_prefix('+').unwrap_or(text));
    let mut rest = text;
    let mut added = None;
    for sign in BEFORE {
        if let Some(behind) = rest.strip_prefix(sign) {
            (rest, added) = (behind, added.or(Some(sign)));
        }
    }
    for sign in BEHIND {
        if let Some(before) = rest.strip_suffix(sign) {
            (rest, added) = (before, added.or(Some(sign)));
        }
    }
    if number(rest) {
        return added.map(Damage::Added);
    }
    let (mantissa, exponent) = rest.split_once(['E', 'e'])?;
    let (whole, fraction) = mantissa.split_once(['.', ',']).unwrap_or((mantissa, "0"));
    let power = number(exponent) && number(whole) && is_digits(fraction);
    power.then_some(Damage::Rounded)
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
