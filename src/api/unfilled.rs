//! What programs leave where text for a customer is expected.

use crate::schema::Source::Advised;
use crate::schema::{Code, TextRule, doc, has_any};

/// A value that a program did not fill in.
pub static UNFILLED: Code =
    Code { id: "text.unfilled", message: "{found} looks like a value that was not filled in." };

/// For ids, which may have any sign.
pub(super) static SOMETHING: TextRule = TextRule {
    holds: |text, params| {
        let nothing = is_nothing(text);
        if nothing {
            params.set("found", text.to_owned());
        }
        !nothing
    },
    doc: doc("Not `undefined`, `null` or `NaN`."),
    ..FILLED_IN
};

/// Not for the texts of templates, which have placeholders.
pub(super) const FILLED_IN: TextRule = TextRule {
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

/// Whether a text is what programs write for nothing.
fn is_nothing(text: &str) -> bool {
    matches!(text, "undefined" | "null" | "NaN")
}

/// What is longer is text in brackets.
const LONGEST: usize = 40;
const OBJECT: &[u8] = b"[object Object]";

/// The first part of a text that a program should have filled in.
fn unfilled(text: &str) -> Option<&str> {
    if is_nothing(text) {
        return Some(text);
    }
    // Most texts have none of these, which is told at once.
    if !has_any(text.as_bytes(), [b'{', b'%', b'[']) {
        return None;
    }
    let byte = |at: usize| text.as_bytes().get(at).copied().unwrap_or_default();
    // Where the name in braces begins that is read, and whether it may be anything. In a single pair
    // it is one word: people put remarks in braces too.
    let (mut name, mut any) = (0, false);
    let mut before = 0;
    for at in 0..text.len() {
        let this = byte(at);
        let next = at.wrapping_add(1);
        let (mut from, mut to) = (at, at);
        match this {
            b'{' => (name, any) = (next, matches!(before, b'{' | b'$')),
            b'}' if name > 0 && name < at && at.wrapping_sub(name) < LONGEST => {
                // From the brace on, or from the sign before it.
                from = name.wrapping_sub(if any { 2 } else { 1 });
                to = next.wrapping_add(usize::from(byte(next) == b'}'));
            }
            // Not the sign of "100%sure".
            b'%' if matches!(byte(next), b's' | b'd')
                && !is_word(before)
                && before != b'%'
                && !is_word(byte(at.wrapping_add(2))) =>
            {
                to = at.wrapping_add(2);
            }
            b'[' if text.as_bytes().get(at..).is_some_and(|rest| rest.starts_with(OBJECT)) => {
                to = at.wrapping_add(OBJECT.len());
            }
            b'.' if at > name => {}
            b'#' => {}
            _ if is_word(this) || any && !matches!(this, b'\n' | b'}') => {}
            _ => name = 0,
        }
        if to > at {
            return text.get(from..to);
        }
        before = this;
    }
    None
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
            ("Hi {{name}.", "{{name}"),
            ("Hi {0} and {1}", "{0}"),
            ("{#var#} is your code", "{#var#}"),
            ("नमस्ते {नाम}", "{नाम}"),
            ("{order.id}", "{order.id}"),
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
