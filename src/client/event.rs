//! What a webhook's body says.

use std::borrow::Cow;

use crate::api::webhook::{PLACES, Part, Place};
use crate::packs::{Shipped, channel as root_of_channel};
use crate::schema::{Document, View, decimal, decode, digest, fraction, is_known, mix, zone};

/// What a webhook's body tells, as the JSON text of a pair; `None` when it is no JSON object.
///
/// First the payload, decoded when its kind is known with all that it must have and untouched when
/// not. Then `known`, `channel`, `messageId`, `callbackData`, `status`, `submissionKey` and
/// `dedupeKey`.
///
/// ```
/// use interakt_wasm::client::read_event;
/// let body = r#"{"type":"message_api_read","timestamp":"2022-06-03T05:43:33","data":{"message":{"id":"7"}}}"#;
/// let event = read_event(body).unwrap();
/// assert!(event.contains(r#""2022-06-03T05:43:33Z""#));
/// assert!(event.ends_with(r#""status":"read","submissionKey":null,"dedupeKey":"message_api_read:7"}]"#));
/// ```
pub fn read_event(body: &str) -> Option<String> {
    let document = Document::parse(body)?;
    let payload = document.root();
    if !payload.is_object() {
        return None;
    }
    let mut number = 0;
    let mut channel = PLACES[0];
    let mut kind = at(payload, channel.tag);
    if kind.is_empty() {
        (number, channel) = (1, PLACES[1]);
        kind = at(payload, channel.tag);
    }
    let root = root_of_channel(number);
    let mut json = Cow::Borrowed(payload.json());
    let known = is_known(Shipped, root, payload);
    if known {
        json = decode(Shipped, root, payload.json());
    }
    // What is not known tells nothing. Times make the same key however they came.
    let decoded = match &json {
        Cow::Owned(json) => Document::parse(json),
        Cow::Borrowed(_) => None,
    };
    let told = match &decoded {
        Some(decoded) => decoded.root(),
        None if known => payload,
        None => View::default(),
    };
    let facts = channel.facts(at(told, channel.event));
    let mut event = String::from("[");
    event.push_str(&json);
    event.push_str(if known { ",{\"known\":true" } else { ",{\"known\":false" });
    add(&mut event, ",\"channel\":", if kind.is_empty() { "" } else { channel.name });
    let message_id = at(told, channel.message_id);
    add(&mut event, ",\"messageId\":", message_id);
    add(&mut event, ",\"callbackData\":", at(told, channel.callback_data));
    add(&mut event, ",\"status\":", facts.status.as_str());
    let mut submission = "";
    for (place, word) in channel.submissions {
        if at(told, place) == *word {
            submission = message_id;
        }
    }
    event.push_str(",\"submissionKey\":");
    put(&mut event, "submission:", submission);
    event.push_str(",\"dedupeKey\":\"");
    event.push_str(kind);
    let end_of_kind = event.len();
    let mut tells = false;
    for part in facts.key {
        let before = event.len();
        add_part(&mut event, told, part);
        tells = event.len() > before;
    }
    if !tells {
        #[expect(clippy::disallowed_methods, reason = "the text has ended there before")]
        event.truncate(end_of_kind);
        let digits = digits(digest(if known { told } else { payload }));
        if kind.is_empty() {
            event.push_str(&digits);
        } else {
            join(&mut event, &digits);
        }
    }
    event.push_str("\"}]");
    Some(event)
}

/// Adds what an event says for a part of its key; nothing when it says nothing.
fn add_part(key: &mut String, payload: View, part: &Part) {
    match *part {
        Part::Text(place) => join(key, at(payload, place)),
        Part::Moment { time, values } => {
            let time = at(payload, time);
            if zone(time).is_none() {
                return;
            }
            if !is_exact(time) {
                let mut all = 0;
                for place in values {
                    all = mix(all, find(payload, place).map_or(0, digest));
                }
                join(key, &digits(all));
            }
            join(key, time);
        }
    }
}

/// Whether a time is told by more than whole seconds: a fraction of nothing says no more.
fn is_exact(time: &str) -> bool {
    for byte in fraction(time.get(19..).unwrap_or_default()).0.bytes() {
        if byte > b'0' {
            return true;
        }
    }
    false
}

/// The text at a place, as JSON has it between its quotes; empty when there is none.
fn at<'a>(payload: View<'a>, place: Place) -> &'a str {
    find(payload, place).map_or("", View::inside)
}

/// The first value at a place that says something.
fn find<'a>(payload: View<'a>, place: Place) -> Option<View<'a>> {
    for path in place.split(' ') {
        let mut value = payload;
        for key in path.split('.') {
            value = value.get(key).unwrap_or_default();
        }
        if !matches!(value.json(), "" | "null" | "\"\"") {
            return Some(value);
        }
    }
    None
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
    put(fields, "", value);
}

/// Adds a text with something before it; empty: `null`.
fn put(json: &mut String, before: &str, text: &str) {
    if text.is_empty() {
        return json.push_str("null");
    }
    json.push('"');
    json.push_str(before);
    json.push_str(text);
    json.push('"');
}

/// A digest in decimal digits.
fn digits(digest: u64) -> String {
    decimal((digest >> 1) as i64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fraction_makes_a_time_exact_unless_it_is_zero() {
        for exact in ["2026-01-12T09:20:08.635664", "2026-01-12T09:20:08.0001+05:30"] {
            assert!(is_exact(exact), "{exact}");
        }
        for other in ["2026-01-12T09:20:08Z", "2026-01-12T09:20:08.000+05:30", "0.5", ""] {
            assert!(!is_exact(other), "{other}");
        }
    }
}
