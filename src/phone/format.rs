//! Numbers as people write them: whole ones, and what is being typed.

use super::calling_code::CallingCode;
use super::characters::{Written, digit, first};
use super::country::Country;
use super::dialled::{international_prefix, trunk};
use super::format_table::{DASHES, Format, MOVED, SPACES, Table};
use crate::schema::push_decimal;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// As inside its country: `098765 43210`.
    National,
    /// With its calling code: `+91 98765 43210`.
    International,
    /// With its calling code, and nothing but digits: `+919876543210`.
    E164,
}

/// A whole number, given by the digits of calling code and national number, with or without a +.
/// One that has no format of its country is not grouped, and one without calling code stays as it
/// is, as does what is no number. `None` where there is no digit.
///
/// ```
/// use interakt_wasm::phone::{Style, format};
/// assert_eq!(format("919876543210", Style::National).unwrap(), "098765 43210");
/// assert_eq!(format("+12125550123", Style::International).unwrap(), "+1 212-555-0123");
/// ```
pub fn format(full: &str, style: Style) -> Option<String> {
    let mut out = String::new();
    match write_full(full.as_bytes(), style, &mut out) {
        Full::Written => Some(out),
        Full::Kept => Some(full.to_owned()),
        Full::Empty => None,
    }
}

/// What became of a number.
#[derive(Clone, Copy)]
pub(crate) enum Full {
    /// There is no digit.
    Empty,
    /// It has been written.
    Written,
    /// It stays as it is.
    Kept,
}

/// The same of a text in UTF-8.
pub(crate) fn write_full(full: &[u8], style: Style, out: &mut String) -> Full {
    let Written { digits, problem, .. } = Written::of(full, None);
    if digits.is_empty() {
        return Full::Empty;
    }
    let Some((code, national)) = CallingCode::split(&digits) else { return Full::Kept };
    if problem.is_some() {
        return Full::Kept;
    }
    let international = style == Style::International;
    if style != Style::National {
        out.push('+');
        push_before(&digits, national, out);
        if international && !national.is_empty() {
            out.push(' ');
        }
    }
    if style != Style::E164
        && let Some((format, true)) = Table::get().of(code, national, international)
    {
        let place = if international { Place::Abroad } else { Place::Inside };
        format.write(code, national, place, true, out);
    } else {
        out.push_str(national);
    }
    Full::Written
}

/// Writes what stands before the national number.
fn push_before(digits: &str, national: &str, out: &mut String) {
    out.push_str(before(digits, national));
}

/// What stands before the national number.
fn before<'d>(digits: &'d str, national: &str) -> &'d str {
    digits.get(..digits.len().wrapping_sub(national.len())).unwrap_or_default()
}

/// Where a national number is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Inside the country, whole.
    Inside,
    /// Inside the country, without what is dialled before it: that has been typed, or has not.
    Typed,
    /// Behind the calling code.
    Abroad,
}

impl Format {
    /// Writes the digits of a national number, all of one or the first, and what stands between.
    fn write(&self, code: CallingCode, digits: &str, place: Place, exact: bool, out: &mut String) {
        let inside = place == Place::Inside;
        let prefix = inside && self.has_prefix();
        // The brackets of North America are no part of what is dialled before a number.
        let bracket = match place {
            Place::Inside => self.bracket(),
            Place::Typed if !self.has_prefix() && self.behind() != 0 => self.bracket(),
            _ => 0,
        };
        if bracket == 1 {
            out.push('(');
        }
        if prefix {
            if self.behind() == 3 {
                out.push_str("8 0");
            } else {
                out.push_str(trunk(code));
                push_sign(self.behind(), out);
            }
        }
        if bracket == 2 {
            out.push('(');
        }
        let abroad = self.abroad();
        let mut spare = if exact { (digits.len() as u8).wrapping_sub(self.least) } else { u8::MAX };
        let (mut before, mut left, mut separator) = (0u8, 0u8, 0);
        let mut groups = self.groups.iter();
        for byte in digits.bytes() {
            if left == 0
                && let Some(group) = groups.next()
            {
                if before == 1 && bracket != 0 {
                    out.push(')');
                }
                if before == 2 && prefix && abroad == MOVED {
                    out.push_str(" 15-");
                } else if !(before == 1 && prefix && abroad == MOVED) {
                    push_sign(separator, out);
                }
                let more = spare.min(group.spare);
                spare = spare.wrapping_sub(more);
                left = group.least.wrapping_add(more);
                separator = match abroad {
                    DASHES if place == Place::Abroad => 2,
                    SPACES if place == Place::Abroad => 1,
                    _ => group.separator,
                };
                before = before.wrapping_add(1);
            }
            left = left.saturating_sub(1);
            // The first group that moves is written behind the second, as 15.
            if !(before == 1 && prefix && abroad == MOVED) {
                out.push(char::from(byte));
            }
        }
    }
}

/// What stands between two groups.
fn push_sign(sign: u8, out: &mut String) {
    if let Some(sign) = b" -.".get(usize::from(sign).wrapping_sub(1)) {
        out.push(char::from(*sign));
    }
}

/// What is being typed, grouped as far as it goes, and where the caret is in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Grouped {
    /// Digits, what stands between them, and a + if there was one.
    pub text: String,
    /// How many bytes stand before the caret.
    pub caret: usize,
}

/// Groups the digits that are typed in a country, or behind a + in any. `caret` says how many bytes
/// of the text stand before the caret, which stays behind the digit that it is behind. `None` for
/// what is left as it is: without a digit, with signs that no number has, or without a country.
///
/// ```
/// use interakt_wasm::phone::{Country, group};
/// let india = Country::of("IN");
/// let grouped = group("9876543 or", 7, india.as_ref());
/// assert_eq!(grouped, None);
/// let grouped = group("9876543", 6, india.as_ref()).unwrap();
/// assert_eq!((grouped.text.as_str(), grouped.caret), ("98765 43", 7));
/// assert_eq!(group("+4420794", 8, None).unwrap().text, "+44 20 794");
/// ```
pub fn group(text: &str, caret: usize, country: Option<&Country>) -> Option<Grouped> {
    let mut grouped = String::new();
    let head = text.as_bytes().get(..caret).unwrap_or(text.as_bytes());
    let caret = write_typed(text.as_bytes(), head, country, &mut grouped)?;
    Some(Grouped { text: grouped, caret })
}

/// The same of a text in UTF-8; `head` is what stands before the caret.
pub(crate) fn write_typed(
    text: &[u8],
    head: &[u8],
    country: Option<&Country>,
    out: &mut String,
) -> Option<usize> {
    let Written { plus, linked, digits, problem, .. } = Written::of(text, None);
    if digits.is_empty() || linked || problem.is_some() {
        return None;
    }
    let home = if plus { None } else { Some(country?) };
    let prefix = if plus { "" } else { international_prefix(&digits, home) };
    match home {
        Some(home) if prefix.is_empty() => {
            let national = home.code.without_trunk(&digits);
            let dialled = before(&digits, national);
            out.push_str(dialled);
            push_national(home.code, national, dialled, out);
        }
        _ => {
            out.push_str(if plus { "+" } else { prefix });
            let rest = digits.get(prefix.len()..).unwrap_or_default();
            if !plus && !rest.is_empty() {
                out.push(' ');
            }
            match CallingCode::split(rest) {
                Some((code, national)) => {
                    push_before(rest, national, out);
                    push_national(code, national, "+", out);
                }
                None => out.push_str(rest),
            }
        }
    }
    Some(caret(out, head))
}

/// What Google groups.
const LEAST_DIGITS: usize = 3;

/// The first digits of a national number, behind what was dialled before it: + for abroad.
fn push_national(code: CallingCode, national: &str, dialled: &str, out: &mut String) {
    let found = match national.len() {
        0..LEAST_DIGITS => None,
        _ => Table::get().of(code, national, dialled == "+"),
    };
    let behind = found.is_some_and(|(format, _)| format.behind() != 0) || code.number() == 1;
    if !national.is_empty() && (dialled == "+" || !dialled.is_empty() && behind) {
        out.push(' ');
    }
    match found {
        Some((format, exact)) => {
            let place = if dialled == "+" { Place::Abroad } else { Place::Typed };
            format.write(code, national, place, exact, out);
        }
        None => out.push_str(national),
    }
}

/// Where in a text its first digits end that a head has, a + counted among them.
fn caret(text: &str, head: &[u8]) -> usize {
    let mut left = 0usize;
    let mut rest = head;
    while let Some((char, next)) = first(rest) {
        left = left.wrapping_add(usize::from(matches!(char, '+' | '＋') || digit(char).is_some()));
        rest = next;
    }
    let mut caret = 0usize;
    for byte in text.bytes() {
        if left == 0 {
            break;
        }
        left = left.wrapping_sub(usize::from(matches!(byte, b'+' | b'0'..=b'9')));
        caret = caret.wrapping_add(1);
    }
    caret
}

/// A number of a country as it is written there in examples: that of a mobile, or of a fixed line
/// where no number is a mobile's. Calling code and national number; empty for what is no country.
///
/// ```
/// use interakt_wasm::phone::{Country, example};
/// assert_eq!(example(&Country::of("IN").unwrap()), "918123456789");
/// ```
pub fn example(country: &Country) -> String {
    let mut out = String::new();
    write_example(country, &mut out);
    out
}

/// The same.
pub(crate) fn write_example(country: &Country, out: &mut String) {
    let letters = country.letters.or(country.code.countries().get(..2));
    if let Some(letters) = letters {
        push_decimal(country.code.number().into(), out);
        Table::get().write_example(letters.as_bytes(), out);
    }
}
