//! Any text as JSON: read exactly if others read it, with the same values.

use std::borrow::Cow;

use interakt_wasm::schema::{Document, Kind, View};
use serde_json::Value;

use super::{is_json, text};

pub fn work(data: &[u8]) {
    let Some(document) = Document::parse(text(data)) else { return };
    walk(document.root());
}

/// Looks at everything, with a stack of its own: documents are as deep as they like.
fn walk(root: View) -> usize {
    let mut open = vec![root];
    let mut seen = 0;
    while let Some(view) = open.pop() {
        seen += 1;
        seen += view.as_text().map_or(0, |text| text.len());
        seen += usize::from(view.as_number().is_some());
        open.extend(view.items());
        for (key, value) in view.entries() {
            seen += key.len();
            open.push(value);
        }
    }
    seen
}

pub fn run(data: &[u8]) {
    let json = text(data);
    let document = Document::parse(json);
    assert_eq!(document.is_some(), is_json(json), "{json:?}");
    let Some(document) = document else { return };
    walk(document.root());
    assert_eq!(document.root().json(), json.trim_matches([' ', '\t', '\n', '\r']));
    if let Ok(value) = serde_json::from_str::<Value>(json) {
        same(document.root(), &value);
    }
    let depth = Document::read(json, 64).is_ok();
    assert!(depth || json.matches(['[', '{']).count() > 64);
}

fn same(view: View, value: &Value) {
    match value {
        Value::Null => assert_eq!(view.kind(), Kind::Null),
        Value::Bool(word) => {
            assert_eq!(view.kind(), Kind::Boolean);
            assert_eq!(view.json(), word.to_string());
        }
        Value::Number(number) => {
            // Enough for limits, which is what numbers are compared with.
            let (read, told) = (view.as_number(), number.as_f64());
            let close =
                |(read, told): (f64, f64)| (read - told).abs() <= told.abs() * 1e-12 + 1e-300;
            assert!(read.zip(told).is_some_and(close), "{} is {read:?}", view.json());
        }
        Value::String(text) => assert_eq!(view.as_text(), Some(Cow::Borrowed(text.as_str()))),
        Value::Array(items) => {
            assert_eq!(view.count(), Some(items.len()));
            for (view, value) in view.items().zip(items) {
                same(view, value);
            }
        }
        Value::Object(keys) => {
            assert!(view.is_object());
            assert!(view.entries().all(|(key, _)| keys.contains_key(&*key)));
            for (key, value) in keys {
                same(view.get(key).expect("the key"), value);
            }
        }
    }
}
