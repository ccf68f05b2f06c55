//! JSON text, read once into a flat tape.
//!
//! The tape has an entry for each value and each key, in the order of the text:
//!
//! | field | of a scalar or key | of an array or object |
//! |---|---|---|
//! | `kind` | its type; a key is a string | its type |
//! | `start`, `end` | where its text begins and ends, in bytes | the same, brackets included |
//! | `next` | the entry behind it | the entry behind it and all that is in it |
//! | `escaped` | a string with a backslash | – |
//!
//! So `{"a":[1,2],"b":true}` is `{` (0, next 7), `"a"`, `[` (2, next 5), `1`, `2`, `"b"`, `true`: who walks
//! an object takes keys and values in turn, and who is not interested in a value passes over it in
//! one step. Reading checks the syntax, looks at each byte once, allocates nothing for a value, and
//! needs no stack: how deep a text is nested costs nothing but the limit that a caller sets.

use super::kind::Kind;
use super::scan::past_plain;

/// A value or a key.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub(super) start: u32,
    pub(super) end: u32,
    pub(super) next: u32,
    pub(super) kind: Kind,
    pub(super) escaped: bool,
}

/// What stands where nothing stands.
pub(super) static NO_ENTRY: Entry =
    Entry { start: 0, end: 0, next: 0, kind: Kind::Number, escaped: false };

/// No entry: what is around the outermost value.
const OUTSIDE: u32 = u32::MAX;

/// Why a text is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is not one JSON value and nothing else.
    Syntax,
    /// Arrays and objects are nested deeper than is allowed.
    TooDeep,
}

/// Reads a text and lays its values out on the tape, nested no deeper than `most_depth`.
#[inline(always)]
pub(super) fn read(bytes: &[u8], tape: &mut Vec<Entry>, most_depth: u32) -> Result<(), Unreadable> {
    Reader { bytes, tape, most_depth }.read()
}

struct Reader<'r> {
    bytes: &'r [u8],
    tape: &'r mut Vec<Entry>,
    most_depth: u32,
}

impl Reader<'_> {
    /// One value and white space around it.
    #[cfg_attr(speed, optimize(speed))]
    fn read(&mut self) -> Result<(), Unreadable> {
        let bytes = self.bytes;
        let mut at = 0;
        // The array or object that is open; while it is, its `next` holds the one around it.
        let mut open = OUTSIDE;
        let mut in_object = false;
        let mut depth = 0u32;
        loop {
            let mut byte = past_space(bytes, &mut at);
            if in_object {
                at = if byte == b'"' { self.string(at)? } else { return Err(Unreadable::Syntax) };
                if past_space(bytes, &mut at) != b':' {
                    return Err(Unreadable::Syntax);
                }
                at = at.wrapping_add(1);
                byte = past_space(bytes, &mut at);
            }
            if byte == b'{' || byte == b'[' {
                depth = depth.wrapping_add(1);
                if depth > self.most_depth {
                    return Err(Unreadable::TooDeep);
                }
                let place = self.tape.len() as u32;
                let kind = if byte == b'{' { Kind::Object } else { Kind::List };
                self.push(Entry { start: at as u32, end: 0, next: open, kind, escaped: false });
                (open, in_object) = (place, byte == b'{');
                at = at.wrapping_add(1);
                // `]` is two behind `[`, and `}` is two behind `{`.
                if past_space(bytes, &mut at) != byte.wrapping_add(2) {
                    continue;
                }
                // It is empty: closed below.
            } else {
                at = self.scalar(byte, at)?;
            }
            // What may stand behind a value.
            loop {
                let byte = past_space(bytes, &mut at);
                if open == OUTSIDE {
                    return if at == bytes.len() { Ok(()) } else { Err(Unreadable::Syntax) };
                }
                if byte == b',' {
                    at = at.wrapping_add(1);
                    break;
                }
                if byte != if in_object { b'}' } else { b']' } {
                    return Err(Unreadable::Syntax);
                }
                at = at.wrapping_add(1);
                depth = depth.wrapping_sub(1);
                let behind = self.tape.len() as u32;
                let Some(closed) = self.tape.get_mut(open as usize) else {
                    return Err(Unreadable::Syntax);
                };
                closed.end = at as u32;
                open = std::mem::replace(&mut closed.next, behind);
                if let Some(around) = self.tape.get(open as usize) {
                    in_object = around.kind == Kind::Object;
                }
            }
        }
    }

    #[inline(always)]
    fn push(&mut self, entry: Entry) {
        self.tape.push(entry);
    }

    /// A string, number or word that begins with `byte`. Gives the place behind it.
    #[inline(always)]
    fn scalar(&mut self, byte: u8, at: usize) -> Result<usize, Unreadable> {
        let (kind, end) = match byte {
            b'"' => return self.string(at),
            b't' => (Kind::Boolean, word(self.bytes, at, b"true")),
            b'f' => (Kind::Boolean, word(self.bytes, at, b"false")),
            b'n' => (Kind::Null, word(self.bytes, at, b"null")),
            _ => (Kind::Number, number(self.bytes, at)),
        };
        let end = end.ok_or(Unreadable::Syntax)?;
        let next = (self.tape.len() as u32).wrapping_add(1);
        self.push(Entry { start: at as u32, end: end as u32, next, kind, escaped: false });
        Ok(end)
    }

    /// The string whose first quote is at `start`.
    #[cfg_attr(target_feature = "simd128", inline(always))]
    #[cfg_attr(speed, optimize(speed))]
    fn string(&mut self, start: usize) -> Result<usize, Unreadable> {
        let bytes = self.bytes;
        let mut at = start.wrapping_add(1);
        let mut escaped = false;
        loop {
            at = past_plain(bytes, at);
            match bytes.get(at) {
                Some(b'"') => break,
                Some(b'\\') => {
                    escaped = true;
                    at = at.wrapping_add(escape(bytes, at).ok_or(Unreadable::Syntax)?);
                }
                _ => return Err(Unreadable::Syntax),
            }
        }
        let end = at.wrapping_add(1);
        let next = (self.tape.len() as u32).wrapping_add(1);
        self.push(Entry { start: start as u32, end: end as u32, next, kind: Kind::Text, escaped });
        Ok(end)
    }
}

/// The length of the escape that begins with the backslash at `at`.
fn escape(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at.wrapping_add(1))? {
        b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => Some(2),
        b'u' => {
            let digits = bytes.get(at.wrapping_add(2)..at.wrapping_add(6))?;
            digits.iter().all(u8::is_ascii_hexdigit).then_some(6)
        }
        _ => None,
    }
}

/// The first byte from a place on that is no white space; 0 at the end, where nothing can go on.
#[inline(always)]
fn past_space(bytes: &[u8], at: &mut usize) -> u8 {
    loop {
        match bytes.get(*at) {
            Some(b' ' | b'\t' | b'\n' | b'\r') => *at = at.wrapping_add(1),
            byte => return byte.copied().unwrap_or_default(),
        }
    }
}

/// Behind the word, if it stands at `at`.
fn word(bytes: &[u8], at: usize, word: &[u8]) -> Option<usize> {
    bytes.get(at..)?.starts_with(word).then_some(at.wrapping_add(word.len()))
}

/// Behind the number at `at`, if one stands there.
#[cfg_attr(speed, optimize(speed))]
fn number(bytes: &[u8], mut at: usize) -> Option<usize> {
    if bytes.get(at) == Some(&b'-') {
        at = at.wrapping_add(1);
    }
    at = match bytes.get(at) {
        Some(b'0') => at.wrapping_add(1),
        _ => digits(bytes, at)?,
    };
    if bytes.get(at) == Some(&b'.') {
        at = digits(bytes, at.wrapping_add(1))?;
    }
    if let Some(b'e' | b'E') = bytes.get(at) {
        at = at.wrapping_add(1);
        if let Some(b'+' | b'-') = bytes.get(at) {
            at = at.wrapping_add(1);
        }
        at = digits(bytes, at)?;
    }
    Some(at)
}

/// Behind one or more digits.
#[inline(always)]
fn digits(bytes: &[u8], mut at: usize) -> Option<usize> {
    let start = at;
    while let Some(b'0'..=b'9') = bytes.get(at) {
        at = at.wrapping_add(1);
    }
    (at > start).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read_within(json: &str, most_depth: u32) -> Result<(), Unreadable> {
        read(json.as_bytes(), &mut Vec::new(), most_depth)
    }

    fn reads(json: &str) -> bool {
        read_within(json, u32::MAX).is_ok()
    }

    #[test]
    fn takes_only_one_whole_value() {
        for json in [
            "",
            " ",
            "{",
            "[",
            "}",
            "]",
            "[1,]",
            "[,1]",
            "{,}",
            "{\"a\":1,}",
            "{\"a\"}",
            "{\"a\" 1}",
            "{1:2}",
            "{\"a\":1,2}",
            "1 2",
            "nul",
            "nulls",
            "tru",
            "True",
            "'a'",
            "\u{a0}1",
            "01",
            "1.",
            ".5",
            "1e",
            "+1",
            "-",
            "--1",
            "1e+",
            "0x1",
            "\"",
            "\"\\",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\u123g\"",
            "\"\n\"",
            "\"\u{1f}\"",
            "[1 2]",
            "{\"a\":1 \"b\":2}",
            "[}",
            "{]",
            "[1}",
            "{\"a\":1]",
            "NaN",
        ] {
            assert!(!reads(json), "{json:?}");
        }
        for json in [
            "0",
            "-0",
            "1.5e-7",
            "[]",
            "{}",
            " [ ] ",
            "{ }",
            "[[],{}]",
            "\"\\u00e9\\\"\\\\\\/\"",
            "\t\r\n{\"a\" : [ 1 , {\"b\":null} ] , \"\":true} ",
            "\"\u{7f}é😀\"",
            "\"\\ud83d\"",
        ] {
            assert!(reads(json), "{json:?}");
        }
    }

    #[test]
    fn depth_is_bounded_where_somebody_bounds_it() {
        let deep = |depth| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert_eq!(read_within(&deep(3), 2), Err(Unreadable::TooDeep));
        assert!(read_within(&deep(3), 3).is_ok());
        assert!(read_within("1", 0).is_ok());
        assert!(reads(&deep(1_000_000)));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn takes_what_serde_json_takes(json in "[\\[\\]{}:,\"\\\\ \\n0-9.eE+a-fnrtu/-]{0,24}") {
            let expected = serde_json::from_str::<serde::de::IgnoredAny>(&json).is_ok();
            prop_assert_eq!(reads(&json), expected);
        }
    }
}
