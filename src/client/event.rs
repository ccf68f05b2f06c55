//! What a webhook's body says.

use std::borrow::Cow;

use crate::api::webhook::{PLACES, Part, Place, Places};
use crate::packs::{Shipped, channel as root_of_channel};
use crate::schema::{Document, View, decimal, decode, digest, is_known, mix, zone};

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
    let mut kind = tag(payload, channel);
    if kind.is_empty() {
        (number, channel) = (1, PLACES[1]);
        kind = tag(payload, channel);
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
    add(&mut event, ",\"messageId\":", at(told, channel.message_id));
    add(&mut event, ",\"callbackData\":", at(told, channel.callback_data));
    add(&mut event, ",\"status\":", facts.status.as_str());
    event.push_str(",\"dedupeKey\":\"");
    event.push_str(kind);
    let end_of_kind = event.len();
    let mut tells = false;
    for part in facts.key {
        let said = part_of(told, part);
        tells = !said.is_empty();
        join(&mut event, &said);
    }
    if !tells {
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

/// The kind of event that a channel would take a payload for.
fn tag<'a>(payload: View<'a>, channel: &Places) -> &'a str {
    payload.get(channel.tag).map_or("", View::inside)
}

/// What an event says for a part of its key, as JSON has it between its quotes; empty when nothing.
fn part_of<'a>(payload: View<'a>, part: &Part) -> Cow<'a, str> {
    match *part {
        Part::Text(place) => at(payload, place).into(),
        Part::Time(place) => {
            let time = at(payload, place);
            if zone(time).is_some() { time.into() } else { "".into() }
        }
        Part::Values(places) => {
            let mut all = 0;
            for place in places {
                let mut values = place.iter().filter_map(|path| payload.at(path));
                let value = values.find(|value| !value.is_null());
                all = mix(all, value.map_or(0, digest));
            }
            digits(all).into()
        }
    }
}

/// The text at a place, as JSON has it between its quotes; empty when there is none.
fn at<'a>(payload: View<'a>, place: Place) -> &'a str {
    let mut texts = place.iter().filter_map(|path| payload.at(path)).map(View::inside);
    texts.find(|text| !text.is_empty()).unwrap_or_default()
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

/// A digest in decimal digits.
fn digits(digest: u64) -> String {
    decimal((digest >> 1) as i64)
}
