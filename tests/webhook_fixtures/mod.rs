//! Reads the payloads of webhooks and the events that they are: `tests/fixtures/webhooks-*.json`.

#![allow(dead_code, reason = "each test program uses a part of this")]

use interakt_wasm::client::read_event;
use interakt_wasm::schema::View;
use interakt_wasm::write::view;
use serde_json::{Map, Value};

/// A payload and the event that it is.
#[derive(Clone, Debug)]
pub struct Fixture {
    /// What it is, behind the name of its file.
    pub name: String,
    /// The payload as it is sent: without white space.
    pub body: String,
    /// The same with the white space of the file.
    pub spaced: String,
    /// The event.
    pub event: Value,
}

/// All payloads.
pub fn fixtures() -> Vec<Fixture> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("tests/fixtures exists")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.to_string_lossy().contains("/webhooks-"))
        .collect();
    paths.sort();
    let of_file = |path: std::path::PathBuf| {
        let file = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).expect("a readable file");
        let parsed: Vec<Value> =
            serde_json::from_str(&text).unwrap_or_else(|error| panic!("{file}: {error}"));
        // The keys of a parsed value have lost their order.
        let texts: Vec<_> = view(&text).unwrap_or_default().items().collect();
        assert_eq!(parsed.len(), texts.len(), "{file}");
        let fixture = |(parsed, text): (Value, View)| {
            let spaced = text.get("body").unwrap_or_default().json().to_owned();
            let name = format!("{file}: {}", parsed["name"].as_str().expect("a name"));
            Fixture { name, body: compact(&spaced), spaced, event: parsed["event"].clone() }
        };
        parsed.into_iter().zip(texts).map(fixture).collect::<Vec<_>>()
    };
    paths.into_iter().flat_map(of_file).collect()
}

/// JSON without the white space around its values.
fn compact(json: &str) -> String {
    let (mut inside, mut escaped) = (false, false);
    let stays = |c: &char| {
        let white = !inside && c.is_ascii_whitespace();
        inside ^= *c == '"' && !escaped;
        escaped = *c == '\\' && !escaped;
        !white
    };
    json.chars().filter(stays).collect()
}

/// What a body tells.
#[derive(Debug, PartialEq)]
pub struct Event {
    /// The payload as text.
    pub json: String,
    /// What is said of it.
    pub facts: Map<String, Value>,
}

impl Event {
    /// Reads a body; `None` when it is none.
    pub fn read(body: &str) -> Option<Self> {
        let pair = read_event(body)?;
        let [payload, facts] = view(&pair).expect("JSON").items().collect::<Vec<_>>()[..] else {
            panic!("no pair: {pair}")
        };
        let facts = serde_json::from_str(facts.json()).expect("an object");
        Some(Event { json: payload.json().to_owned(), facts })
    }

    /// The payload, and above it what is said of it.
    pub fn whole(&self) -> Value {
        let mut whole: Value = serde_json::from_str(&self.json).expect("a payload");
        whole.as_object_mut().expect("an object").extend(self.facts.clone());
        whole
    }

    /// Whether the kind is known, with all that it must have.
    pub fn known(&self) -> bool {
        self.facts["known"] == Value::Bool(true)
    }

    /// What tells the event from others.
    pub fn key(&self) -> &str {
        self.facts["dedupeKey"].as_str().expect("a key")
    }
}

/// Whether the whole body tells an event from others: then another key of it makes another event.
pub fn keyed_by_body(body: &str) -> bool {
    let key = |body: &str| Event::read(body).map(|event| event.key().to_owned());
    let comma = if body.replacen('{', "", 1).trim_start().starts_with('}') { "" } else { "," };
    key(body) != key(&body.replacen('{', &format!("{{\"one more\":1{comma}"), 1))
}
