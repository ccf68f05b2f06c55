//! What a webhook's body says.

use std::borrow::Cow;

use crate::api::webhook::{PLACES, Place};
use crate::packs::{Shipped, channel as root_of_channel};
use crate::schema::{Document, Kind, View, decimal, decode, is_known};

/// What a webhook's body tells, as the JSON text of a pair; `None` when it is no JSON object.
///
/// First the payload, decoded when its kind is known with all that it must have and untouched when
/// not. Then `known`, `channel`, `messageId`, `callbackData`, `status` and `dedupeKey`.
///
/// ```
/// use interakt_wasm::client::read_event;
/// let body = r#"{"type":"message_api_read","timestamp":"2022-06-03T05:43:33","data":{"message":{"id":"7"}}}"#;
/// let event = read_event(body).unwrap();
/// assert!(event.contains(r#""2022-06-03T05:43:33Z""#));
/// assert!(event.ends_with(r#","status":"read","dedupeKey":"message_api_read:7"}]"#));
/// ```
pub fn read_event(body: &str) -> Option<String> {
    let document = Document::parse(body)?;
    let payload = document.root();
    if !payload.is_object() {
        return None;
    }
    let mut number = 0;
    let mut channel = PLACES[0];
    let mut kind = text_at(payload, &[channel.tag]);
    if kind.is_empty() {
        (number, channel) = (1, PLACES[1]);
        kind = text_at(payload, &[channel.tag]);
    }
    let root = root_of_channel(number);
    let mut json = Cow::Borrowed(payload.json());
    let known = is_known(Shipped, root, payload);
    if known {
        json = decode(Shipped, root, payload.json());
    }
    // What is not known tells nothing. Times make the same key however they came.
    let decoded = Document::parse(if known { &json } else { "null" });
    let told = decoded.as_ref().map(Document::root).unwrap_or_default();
    let facts = channel.facts(at(told, channel.event));
    let mut event = String::from("[");
    event.push_str(&json);
    event.push_str(if known { ",{\"known\":true" } else { ",{\"known\":false" });
    add(&mut event, ",\"channel\":", if kind.is_empty() { "" } else { channel.name });
    add(&mut event, ",\"messageId\":", at(told, channel.message_id));
    add(&mut event, ",\"callbackData\":", at(told, channel.callback_data));
    add(&mut event, ",\"status\":", facts.status.as_str());
    event.push_str(",\"dedupeKey\":\"");
    event.push_str(kind);
    let last = facts.key.last().map_or("", |place| at(told, place));
    if last.is_empty() {
        if !kind.is_empty() {
            event.push(':');
        }
        event.push_str(&hash(payload.json()));
    } else {
        for place in facts.key {
            join(&mut event, at(told, place));
        }
    }
    event.push_str("\"}]");
    Some(event)
}

/// The text at a place, as JSON has it between its quotes; empty when there is none.
fn at<'a>(payload: View<'a>, place: Place) -> &'a str {
    for path in place {
        let text = text_at(payload, path);
        if !text.is_empty() {
            return text;
        }
    }
    ""
}

/// The text at the end of a path, as `at` gives it.
fn text_at<'a>(payload: View<'a>, path: &[&str]) -> &'a str {
    let mut value = payload;
    for key in path {
        if value.kind() == Kind::List {
            value = value.pieces().last().unwrap_or_default().1;
        }
        value = value.get(key).unwrap_or_default();
    }
    value.inside()
}

/// Adds a part to a key.
fn join(key: &mut String, part: &str) {
    if !part.is_empty() {
        key.push(':');
        key.push_str(part);
    }
}

/// Adds a key of an object and its value; empty: `null`.
fn add(fields: &mut String, name: &str, value: &str) {
    fields.push_str(name);
    if value.is_empty() {
        return fields.push_str("null");
    }
    fields.push('"');
    fields.push_str(value);
    fields.push('"');
}

/// A digest (FNV-1a).
fn hash(text: &str) -> String {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in text.as_bytes() {
        hash = (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    }
    decimal((hash >> 1) as i64)
}
