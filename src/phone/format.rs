//! Numbers as people write them: whole ones, and what is being typed.

use super::calling_code::CallingCode;
use super::characters::{Written, digit, first};
use super::country::Country;
use super::dialled::{international_prefix, trunk};
use super::format_table::{DASHES, Format, MOVED, SPACES, Table};

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
    write_full(full.as_bytes(), style, &mut out).then_some(out)
}

/// The same of a text in UTF-8; `false` where there is no digit.
pub(crate) fn write_full(full: &[u8], style: Style, out: &mut String) -> bool {
    let Written { digits, problem, .. } = Written::of(full, None);
    let split = CallingCode::split(&digits);
    match split {
        Some((code, national)) if problem.is_none() => {
            if style != Style::National {
                push_code(&digits, national, out);
            }
            if style == Style::E164 {
                out.push_str(national);
                return true;
            }
            let international = style == Style::International;
            if international && !national.is_empty() {
                out.push(' ');
            }
            match Table::get().of(code, national, international) {
                Some((format, true)) => {
                    let place = if international { Place::Abroad } else { Place::Inside };
                    format.write(code, national, place, true, out);
                }
                _ => out.push_str(national),
            }
        }
        _ => out.push_str(std::str::from_utf8(full).unwrap_or_default()),
    }
    !digits.is_empty()
}

/// The + and the calling code of some digits, behind which the national number stands.
fn push_code(digits: &str, national: &str, out: &mut String) {
    out.push('+');
    out.push_str(digits.strip_suffix(national).unwrap_or_default());
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
        let mut bracket = self.bracket() != 0;
        if inside {
            if self.bracket() == 1 {
                out.push('(');
            }
            if self.has_prefix() {
                let behind = self.behind();
                out.push_str(if behind == 3 { "8" } else { trunk(code) });
                out.push_str(["", " ", "-", " 0"].get(behind).copied().unwrap_or_default());
            }
        } else {
            // The brackets of North America are no part of what is dialled before a number.
            bracket = place == Place::Typed && !self.has_prefix() && self.behind() != 0;
        }
        if bracket && !(inside && self.bracket() == 1) {
            out.push('(');
        }
        let mut rest = digits;
        let mut spare = if exact { digits.len().saturating_sub(self.least) } else { usize::MAX };
        let mut moved = inside && self.abroad() == MOVED && self.has_prefix();
        for (index, group) in self.groups.iter().enumerate() {
            let more = spare.min(group.spare);
            spare -= more;
            let size = rest.len().min(group.least + more);
            let (head, tail) = rest.split_at_checked(size).unwrap_or_default();
            rest = tail;
            if moved && index == 0 {
                continue;
            }
            out.push_str(head);
            if rest.is_empty() {
                break;
            }
            if bracket {
                out.push(')');
                bracket = false;
            }
            if moved {
                moved = false;
                out.push_str(" 15-");
                continue;
            }
            let separator = match self.abroad() {
                DASHES if place == Place::Abroad => 2,
                SPACES if place == Place::Abroad => 1,
                _ => group.separator,
            };
            out.push_str(["", " ", "-", "."].get(separator).copied().unwrap_or_default());
        }
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
    let prefix = international_prefix(&digits, home);
    match home {
        Some(home) if prefix.is_empty() => {
            let national = home.code.without_trunk(&digits);
            let dialled = digits.strip_suffix(national).unwrap_or_default();
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
                    out.push_str(rest.strip_suffix(national).unwrap_or_default());
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
    let mut left = 0;
    let mut rest = head;
    while let Some((char, next)) = first(rest) {
        left += usize::from(matches!(char, '+' | '＋') || digit(char).is_some());
        rest = next;
    }
    let mut caret = 0;
    for byte in text.bytes() {
        if left == 0 {
            break;
        }
        left -= usize::from(matches!(byte, b'+' | b'0'..=b'9'));
        caret += 1;
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
    let letters = country.letters.or(country.code.countries().get(..2)).unwrap_or_default();
    let national = Table::get().example(letters);
    if !national.is_empty() {
        crate::schema::push_decimal(country.code.number().into(), &mut out);
        out.push_str(national);
    }
    out
}
