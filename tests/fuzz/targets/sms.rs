//! Any text as an SMS: its segments are counted.

use interakt_wasm::api::sms::segments;

use super::{is_json, text};

pub fn work(data: &[u8]) {
    segments(text(data)).json();
}

pub fn run(data: &[u8]) {
    let json = segments(text(data)).json();
    assert!(is_json(&json), "{json}");
}
