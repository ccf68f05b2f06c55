//! What a check reports.

use std::borrow::Cow;

use super::codes::Code;
use super::plain::Plain;
use super::source::Severity;

/// One problem of a value, with everything that a form or a translator needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Stable, dotted name of the kind of problem: `string.too_long`.
    pub code: &'static str,
    /// Where it is: keys and indexes from the root.
    pub path: Vec<Step>,
    /// Plain English, made from the code's sentence and `params`. Never holds the value.
    pub message: String,
    /// Errors block, warnings never do.
    pub severity: Severity,
    /// The numbers and names that the message speaks of.
    pub params: Params,
}

impl Issue {
    /// Composes the message. There is no other way to an issue.
    pub fn new(code: &Code, severity: Severity, path: Vec<Step>, params: Params) -> Self {
        Issue { code: code.id, path, message: params.fill(code.message), severity, params }
    }

    /// `{ code, path, message, severity, params }`
    pub fn plain(&self) -> Plain<'_> {
        Plain::object([
            ("code", self.code.into()),
            ("path", Plain::list(&self.path, Step::plain)),
            ("message", self.message.as_str().into()),
            ("severity", self.severity.as_str().into()),
            ("params", self.params.plain()),
        ])
    }
}

impl Step {
    fn plain(&self) -> Plain<'_> {
        match self {
            Step::Key(key) => (&**key).into(),
            Step::Index(index) => Plain::Number(*index as i64),
        }
    }
}

impl Param {
    fn plain(&self) -> Plain<'_> {
        match self {
            Param::Number(number) => Plain::Number(*number),
            Param::Text(word) => (&**word).into(),
            Param::Words(words) => Plain::list(words, |word| (*word).into()),
            Param::Numbers(bits) => {
                let mut numbers = Vec::new();
                for number in 0..u32::BITS {
                    if bits >> number & 1 != 0 {
                        numbers.push(Plain::Number(number.into()));
                    }
                }
                Plain::List(numbers)
            }
        }
    }
}

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Into an object.
    Key(Cow<'static, str>),
    /// Into an array.
    Index(usize),
}

impl From<&'static str> for Step {
    fn from(key: &'static str) -> Self {
        Step::Key(Cow::Borrowed(key))
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Self {
        Step::Index(index)
    }
}

/// A parameter of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Param {
    /// A count or a bound.
    Number(i64),
    /// A word.
    Text(Cow<'static, str>),
    /// Words to choose from.
    Words(Vec<&'static str>),
    /// Numbers to choose from, all below 32: a bit each.
    Numbers(u32),
}

impl From<usize> for Param {
    fn from(n: usize) -> Self {
        Param::Number(n as i64)
    }
}

impl From<u32> for Param {
    fn from(n: u32) -> Self {
        Param::Number(n.into())
    }
}

impl From<i32> for Param {
    fn from(n: i32) -> Self {
        Param::Number(n.into())
    }
}

impl From<&'static str> for Param {
    fn from(word: &'static str) -> Self {
        Param::Text(Cow::Borrowed(word))
    }
}

impl From<String> for Param {
    fn from(word: String) -> Self {
        Param::Text(Cow::Owned(word))
    }
}

impl From<Vec<&'static str>> for Param {
    fn from(words: Vec<&'static str>) -> Self {
        Param::Words(words)
    }
}

/// The parameters of a message, in order.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Params(pub Vec<(&'static str, Param)>);

impl Params {
    /// Adds a parameter.
    pub fn set(&mut self, name: &'static str, value: impl Into<Param>) {
        self.push(name, value.into());
    }

    // One copy of the code for all that is set.
    #[inline(never)]
    fn push(&mut self, name: &'static str, value: Param) {
        self.0.push((name, value));
    }

    /// These and one more.
    pub fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.set(name, value);
        self
    }

    fn plain(&self) -> Plain<'_> {
        let mut entries = Vec::new();
        for (name, value) in &self.0 {
            entries.push((*name, value.plain()));
        }
        Plain::Object(entries)
    }

    /// Replaces each `{name}` by its parameter. A part in `[…]` that names a
    /// parameter stays only if the parameter is there. Anything else, such as
    /// `{{1}}` or `values[0]`, is plain text.
    fn fill(&self, template: &'static str) -> String {
        let mut out = String::new();
        let mut rest = template;
        while let Some(start) = rest.find(['{', '[']) {
            let (before, tail) = cut(rest, start);
            out.push_str(before);
            if let Some((name, after)) = name_at(tail) {
                self.put(name, &mut out);
                rest = after;
            } else if let Some((before, name, behind, after)) = part_at(tail) {
                if self.0.iter().any(|(known, _)| *known == name) {
                    out.push_str(before);
                    self.put(name, &mut out);
                    out.push_str(behind);
                }
                rest = after;
            } else {
                let (bracket, after) = cut(tail, 1);
                out.push_str(bracket);
                rest = after;
            }
        }
        out.push_str(rest);
        out
    }

    fn put(&self, name: &str, out: &mut String) {
        match self.0.iter().find(|(n, _)| *n == name) {
            Some((_, Param::Number(n))) => out.push_str(&decimal(*n)),
            Some((_, Param::Text(word))) => out.push_str(word),
            Some((_, Param::Words(words))) => {
                for (position, word) in words.iter().enumerate() {
                    out.push_str(if position == 0 { "" } else { ", " });
                    out.push_str(word);
                }
            }
            Some((_, Param::Numbers(bits))) => put_numbers(*bits, out),
            None => {}
        }
    }
}

/// `9 or 10`, `7, 8 or 10`; three and more in a row are `5 to 13`.
fn put_numbers(bits: u32, out: &mut String) {
    let mut rest = bits;
    while rest != 0 {
        let first = rest.trailing_zeros();
        let row = (rest >> first).trailing_ones();
        let length = if row > 2 { row } else { 1 };
        let before = if rest == bits { "" } else { ", " };
        rest = rest >> (first + length) << (first + length);
        out.push_str(if rest == 0 && !before.is_empty() { " or " } else { before });
        out.push_str(&decimal(first.into()));
        if length > 1 {
            out.push_str(" to ");
            out.push_str(&decimal((first + length - 1).into()));
        }
    }
}

/// A whole number in digits. The formatting of the standard library takes 3 KB.
pub(crate) fn decimal(number: i64) -> String {
    let mut digits = String::new();
    let mut rest = number.unsigned_abs();
    loop {
        digits.insert(0, char::from(b'0' + (rest % 10) as u8));
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    if number < 0 {
        digits.insert(0, '-');
    }
    digits
}

/// The number that a text of digits alone is; `None` beyond 32 bits.
pub(crate) fn whole_number(text: &str) -> Option<u32> {
    let digit = |n: u32, b: u8| n.checked_mul(10)?.checked_add(u32::from(b.wrapping_sub(b'0')));
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.bytes().try_fold(0, digit)).flatten()
}

/// A text in two at a byte offset.
fn cut(text: &str, at: usize) -> (&str, &str) {
    text.split_at_checked(at).unwrap_or((text, ""))
}

/// The `{name}` that a text begins with, and what follows it.
fn name_at(text: &str) -> Option<(&str, &str)> {
    let (name, after) = text.strip_prefix('{')?.split_once('}')?;
    let fits = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_');
    fits.then_some((name, after))
}

/// The `[before {name} behind]` that a text begins with, and what follows it.
fn part_at(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (part, after) = text.strip_prefix('[')?.split_once(']')?;
    let (before, tail) = cut(part, part.find('{')?);
    let (name, behind) = name_at(tail)?;
    Some((before, name, behind, after))
}

/// What a [`super::Rule`] found: places below the value that it looked at.
#[derive(Default)]
pub struct Found(pub(super) Vec<(Vec<Step>, Params)>);

impl Found {
    /// The rule is broken at the value itself.
    pub fn here(&mut self, params: Params) {
        self.0.push((Vec::new(), params));
    }

    /// The rule is broken at a key of the value.
    pub fn at(&mut self, key: &'static str, params: Params) {
        self.0.push((vec![key.into()], params));
    }

    /// The rule is broken further down.
    pub fn below(&mut self, path: Vec<Step>, params: Params) {
        self.0.push((path, params));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_digits() {
        for number in [0, 7, 10, -1, 512, i64::MAX, i64::MIN] {
            assert_eq!(decimal(number), number.to_string());
        }
        for text in ["0", "007", "4294967295", "4294967296", "", "-1", "1a", "٣"] {
            let expected = text.parse().ok().filter(|_| !text.starts_with(['+', '-']));
            assert_eq!(whole_number(text), expected, "{text}");
        }
    }

    #[test]
    fn messages_are_filled_from_their_parameters() {
        let params = Params::default()
            .with("limit", 3u32)
            .with("allowed", vec!["a", "b"])
            .with("cardHeight", "SHORT");
        for (template, expected) in [
            ("At most {limit}.", "At most 3."),
            ("One of {allowed}.[ Did you mean {suggestion}?]", "One of a, b."),
            ("[At most {limit}.] Yes.", "At most 3. Yes."),
            (
                "Use {{1}} and values[0][\"0\"], [brackets] and {Braces}.",
                "Use {{1}} and values[0][\"0\"], [brackets] and {Braces}.",
            ),
            ("Open { and [", "Open { and ["),
            ("{cardHeight}, {card Height}", "SHORT, {card Height}"),
        ] {
            assert_eq!(params.fill(template), expected);
        }
    }

    #[test]
    fn numbers_to_choose_from_are_said_as_people_say_them() {
        for (numbers, expected) in [
            (&[10][..], "10"),
            (&[9, 10], "9 or 10"),
            (&[7, 8, 10], "7, 8 or 10"),
            (&[5, 6, 7], "5 to 7"),
            (&[4, 5, 6, 9], "4 to 6 or 9"),
            (&[4, 6, 7, 9, 10, 11], "4, 6, 7 or 9 to 11"),
            (&[4, 6, 7, 8, 10, 11], "4, 6 to 8, 10 or 11"),
            (&[], ""),
        ] {
            let bits = numbers.iter().fold(0, |bits, number| bits | 1 << number);
            let params = Params::default().with("lengths", Param::Numbers(bits));
            assert_eq!(params.fill("{lengths}"), expected);
        }
    }
}
