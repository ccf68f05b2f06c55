//! Whatever a webhook brings: an event if it is an object, and the same one each time.

use interakt_wasm::client::read_event;
use serde_json::Value;

use super::{is_json, text};

pub fn work(data: &[u8]) {
    read_event(text(data));
}

pub fn run(data: &[u8]) {
    let body = text(data);
    let event = read_event(body);
    let bare = body.trim_matches([' ', '\t', '\n', '\r']);
    assert_eq!(event.is_some(), bare.starts_with('{') && is_json(body));
    let Some(event) = event else { return };
    assert!(is_json(&event), "{event}");
    let Ok(pair) = serde_json::from_str::<Value>(&event) else { return };
    let facts = &pair[1];
    assert!(pair[0].is_object() && facts.is_object());
    assert!(facts["dedupeKey"].as_str().is_some_and(|key| !key.is_empty()));
    if facts["known"] == Value::Bool(false) {
        assert!(event[1..].starts_with(bare), "what is not known stays as it is");
    }
    // What stands around it is no part of it.
    assert_eq!(read_event(&format!(" {body}\n")), Some(event));
}
