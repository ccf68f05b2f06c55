//! What a server says of a refusal, as text.
//!
//! Mostly that is a text under `message`. Seen are also lists of texts, a form's errors by field,
//! and either of them as JSON in a text (seen).

use std::borrow::Cow;

use crate::schema::{Document, Kind, View};

/// Where Interakt, its framework or a server in between says what is wrong.
const SAYING: [&str; 4] = ["message", "detail", "error", "errors"];
/// How many values around a text are looked through, texts that hold JSON among them. Nobody says
/// anything deeper, and what a stranger nests must not end the stack.
const MOST_LAYERS: u32 = 8;
/// How many bytes are enough.
const ENOUGH: usize = 1 << 16;

/// What is read of an object that has none of the usual keys.
#[derive(Clone, Copy, PartialEq)]
enum Fields {
    /// Nothing: it is no refusal.
    None,
    /// The errors by field of an answer: lists and objects. A text beside them is an id or the like.
    Grouped,
    /// The texts of all fields.
    All,
}

/// What an answer says, one text behind the other; empty when nothing.
///
/// `refused`: it refuses what was asked for. Where it has none of the usual keys, its lists and
/// objects are errors by field then.
pub(super) fn said(json: View, refused: bool) -> String {
    let mut said = String::new();
    let fields = if refused { Fields::Grouped } else { Fields::None };
    say(json, "", fields, MOST_LAYERS, &mut said);
    said
}

/// Adds the texts of a value, each behind the name of its field.
fn say(value: View, field: &str, fields: Fields, layers: u32, said: &mut String) {
    let Some(layers) = layers.checked_sub(1).filter(|_| said.len() <= ENOUGH) else { return };
    if value.kind() == Kind::Text {
        let text = value.as_text().unwrap_or(Cow::Borrowed(value.inside()));
        let inner = Document::parse(&text);
        let inner = inner.as_ref().map(Document::root).unwrap_or_default();
        if inner.kind() == Kind::Text || inner.pieces().next().is_some() {
            return say(inner, field, fields, layers, said);
        }
        if text.is_empty() || fields == Fields::None || (field.is_empty() && *said == text) {
            return;
        }
        let before = if said.is_empty() {
            ""
        } else if said.ends_with('.') {
            " "
        } else {
            "; "
        };
        // Nothing is taken off a text: it may hold the key, which only the whole shows.
        for part in [before, field, if field.is_empty() { "" } else { ": " }, &text] {
            said.push_str(part);
        }
        return;
    }
    let before = said.len();
    for key in SAYING {
        if let Some(value) = value.get(key) {
            say(value, field, Fields::All, layers, said);
        }
    }
    if said.len() > before || fields == Fields::None {
        return;
    }
    for (key, value) in value.pieces() {
        let key = key.inside();
        let by_name = fields == Fields::Grouped && !key.is_empty();
        if !by_name || (value.kind() != Kind::Text && key != "data") {
            say(value, if key.is_empty() { field } else { key }, Fields::All, layers, said);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str, refused: bool) -> String {
        said(Document::parse(json).unwrap().root(), refused)
    }

    #[test]
    fn texts_are_read_wherever_an_answer_has_them() {
        for (json, text) in [
            (r#"{"message":"No."}"#, "No."),
            (r#"{"detail":"Invalid token."}"#, "Invalid token."),
            (r#"{"error":{"message":"No","type":"Own","code":7}}"#, "No"),
            (r#"{"message":["Chat is taken"]}"#, "Chat is taken"),
            (r#"{"message":["One.","Two."]}"#, "One. Two."),
            (r#"{"message":"[\"One\", \"Two\"]"}"#, "One; Two"),
            (r#"{"message":"\"One\""}"#, "One"),
            (r#"{"message":"[One] two"}"#, "[One] two"),
            (r#"{"message":"{'a': ['One']}"}"#, "{'a': ['One']}"),
            (r#"{"message":{"traits":["Bad"]}}"#, "traits: Bad"),
            (r#"{"message":{"a":["Bad"],"b":["Bad"]}}"#, "a: Bad; b: Bad"),
            (
                r#"{"message":{"template":{"name":["Gone."],"language":["Odd.","Old."]}}}"#,
                "name: Gone. language: Odd. language: Old.",
            ),
            (r#"{"message":"{\"errors\":{\"phone\":[\"Short\"]}}"}"#, "phone: Short"),
            (r#"{"message":"{\"a\":[{\"message\":\"Required\",\"code\":\"b\"}]}"}"#, "a: Required"),
            (r#"{"message":"[[\"{\\\"a\\\":\\\"b\\\"}\"]]"}"#, "a: b"),
            (r#"{"message":"Bad","errors":{"a":["One"]}}"#, "Bad; a: One"),
            (r#"{"message":"Bad request","error":"Bad request"}"#, "Bad request"),
            (r#"{"message":"","detail":null,"error":"One"}"#, "One"),
            (r#""{\"message\":\"One\"}""#, "One"),
            (r#"{"message":"7"}"#, "7"),
            (r#"{"message":"[]"}"#, "[]"),
            (r#"{"message":7,"error":true}"#, ""),
            (r#"{"message":"\ud800"}"#, r"\ud800"),
        ] {
            assert_eq!(read(json, false), text, "{json}");
            assert_eq!(read(json, true), text, "{json}");
        }
    }

    #[test]
    fn a_refusal_without_the_usual_keys_has_errors_by_field() {
        for (json, text) in [
            (r#"{"phone":["Short."],"traits":{"a":["Bad"]}}"#, "phone: Short. a: Bad"),
            (r#"["One"]"#, "One"),
            (r#"[{},{"phone":["Short"]}]"#, "phone: Short"),
            (r#"{"result":false,"id":"1","data":{"customers":[{"name":"Asha"}]}}"#, ""),
            ("null", ""),
        ] {
            assert_eq!(read(json, true), text, "{json}");
            assert_eq!(read(json, false), "", "{json}");
        }
    }

    #[test]
    fn what_is_said_stays_in_proportion() {
        let key = "k".repeat(100_000);
        let items = vec!["\"a\""; 20_000].join(",");
        let text = read(&format!("{{\"message\":{{\"{key}\":[{items}],\"b\":[{items}]}}}}"), true);
        assert!(text.starts_with("kkk") && text.len() < ENOUGH + key.len(), "{}", text.len());
    }

    #[test]
    fn what_is_nested_deeper_than_anybody_writes_is_left_out() {
        let nested = |depth: usize| {
            format!("{{\"message\":{}\"One\"{}}}", "[".repeat(depth), "]".repeat(depth))
        };
        assert_eq!(read(&nested(MOST_LAYERS as usize - 2), true), "One");
        assert_eq!(read(&nested(MOST_LAYERS as usize - 1), true), "");
        assert_eq!(read(&nested(100_000), true), "");
    }
}
