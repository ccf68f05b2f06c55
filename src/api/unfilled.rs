//! What programs leave where text for a customer is expected.

use crate::schema::Source::Advised;
use crate::schema::{Code, TextRule, doc};

/// A value that a program did not fill in.
pub static UNFILLED: Code = Code {
    id: "text.unfilled",
    message: "{found} looks like a value that a program did not fill in.",
};

/// Not for the texts of templates, which have placeholders.
pub(super) static FILLED_IN: TextRule = TextRule {
    code: &UNFILLED,
    source: Advised,
    holds: |text, params| {
        let Some(found) = unfilled(text) else { return true };
        params.set("found", found.to_owned());
        false
    },
    pattern: doc(""),
    doc: doc("Filled in: no `undefined`, and no placeholder such as `{{1}}`, `{name}` or `%s`."),
};

/// The rules of a text of which nothing else is known.
pub(super) const FILLED: &[&TextRule] = &[&FILLED_IN];

/// The first part of a text that a program should have filled in.
fn unfilled(text: &str) -> Option<&str> {
    if matches!(text, "undefined" | "null" | "NaN") {
        return Some(text);
    }
    let (mut before, mut at) = (b' ', 0);
    while let Some(byte) = text.as_bytes().get(at) {
        if matches!(byte, b'{' | b'$' | b'%' | b'[') {
            let rest = text.as_bytes().get(at..).unwrap_or_default();
            let length = placeholder(rest, before);
            if length > 0 {
                return text.get(at..at + length);
            }
        }
        before = *byte;
        at += 1;
    }
    None
}

const OBJECT: &[u8] = b"[object Object]";

/// How many bytes of a text are a placeholder at its beginning. `before`: the byte before it.
fn placeholder(text: &[u8], before: u8) -> usize {
    match text {
        // Not the sign of "100%sure".
        [b'%', b's' | b'd', behind @ ..] => {
            let part =
                before == b'%' || is_word(before) || behind.first().is_some_and(|b| is_word(*b));
            if part { 0 } else { 2 }
        }
        [b'[', ..] => {
            if text.starts_with(OBJECT) {
                OBJECT.len()
            } else {
                0
            }
        }
        [b'$', b'{', ..] => braces(text, 2, 1),
        [b'{', b'{', ..] => braces(text, 2, 2),
        [b'{', b'#', ..] => braces(text, 2, 1),
        [b'{', first, ..] if is_word(*first) => braces(text, 1, 1),
        _ => 0,
    }
}

/// What is longer is text in brackets.
const LONGEST: usize = 40;

/// The length of a name in braces, which are so many before and behind it. A single pair holds one
/// word alone: people put remarks in braces too.
fn braces(text: &[u8], open: usize, close: usize) -> usize {
    let mut end = open;
    while let Some(byte) = text.get(end).filter(|_| end < LONGEST) {
        match byte {
            b'}' if end > open && (close == 1 || text.get(end + 1) == Some(&b'}')) => {
                return end + close;
            }
            b'{' | b'}' | b'\n' => return 0,
            b'.' | b'-' | b'#' => {}
            _ if open == 1 && !is_word(*byte) => return 0,
            _ => {}
        }
        end += 1;
    }
    0
}

/// A letter or a digit, of any script.
fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte >= 0x80
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_what_was_not_filled_in() {
        for (text, found) in [
            ("undefined", "undefined"),
            ("null", "null"),
            ("NaN", "NaN"),
            ("[object Object]", "[object Object]"),
            ("Hi [object Object]!", "[object Object]"),
            ("{{1}}", "{{1}}"),
            ("Hi {{ customer.first name }}, welcome", "{{ customer.first name }}"),
            ("Hi {{{name}}}", "{{name}}"),
            ("Hi {name}.", "{name}"),
            ("Hi {{name}.", "{name}"),
            ("Hi {0} and {1}", "{0}"),
            ("{#var#} is your code", "{#var#}"),
            ("नमस्ते {नाम}", "{नाम}"),
            ("{order.id-2}", "{order.id-2}"),
            ("Hi ${user?.name ?? 'there'}", "${user?.name ?? 'there'}"),
            ("${name}", "${name}"),
            ("Hi %s", "%s"),
            ("%d items", "%d"),
            ("(%s)", "%s"),
            ("{ \"a\": \"{{x}}\" }", "{{x}}"),
            ("https://example.com/{id}", "{id}"),
        ] {
            assert_eq!(unfilled(text), Some(found), "{text}");
        }
    }

    #[test]
    fn leaves_what_people_write() {
        for text in [
            "",
            "Null",
            "nan",
            "an undefined amount",
            "null and void",
            "100%sure",
            "100% sure",
            "50%sale",
            "50 %sale",
            "5%d",
            "%discount",
            "a%%s",
            "https://example.com/?q=%d0%bf",
            "{}",
            "{{}}",
            "{ see below }",
            "{see below}",
            "{...}",
            "{\"flow\":{\"id\":1}}",
            "{Hi|Hello}",
            "{1, 2, 3}",
            "a { b",
            "a } b",
            "$5",
            "[name]",
            "[object]",
            ":-{",
            "{",
            "{{",
            "${",
            "{{a\nb}}",
            "{a_word_that_is_too_long_to_be_the_name_of_a_placeholder}",
        ] {
            assert_eq!(unfilled(text), None, "{text}");
        }
    }
}
