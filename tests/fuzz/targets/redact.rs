//! No text keeps the key, and JSON stays JSON.
//!
//! Lines: the key; the text.

use interakt_wasm::client::without_key;

use super::{is_json, line, text};

/// Keys as Interakt and others give them, one with what JSON, URLs and HTML escape.
pub(super) const KEYS: [&str; 4] =
    ["c2VjcmV0LWtleTo=", "fj8+fj8/dXNlcjo=", "w6ljb2xlLWNsw6k6", "YzJWamNtVjBMV3RsZVRvPQ=="];

fn read(data: &[u8]) -> (&str, &str) {
    let (key, rest) = line(data);
    (text(key), text(rest))
}

pub fn work(data: &[u8]) {
    let (key, said) = read(data);
    without_key(said, Some(key));
}

pub fn run(data: &[u8]) {
    let (key, said) = read(data);
    let without = without_key(said, Some(key));
    if !without.contains("[API key]") {
        assert_eq!(without, said, "without a reason");
    }
    // Others could be a part of JSON itself, or of what is put in their place.
    if KEYS.contains(&key) {
        assert!(!is_json(said) || is_json(&without), "{said:?} became {without:?}");
        let has = |form: &str| without.to_lowercase().contains(&form.to_lowercase());
        assert!(!has(key.trim_end_matches('=')), "{key:?} in {without:?}");
        assert!(!has("secret-key") || !KEYS[0].contains(key), "{without:?}");
        assert_eq!(without_key(&without, Some(key)), without, "nothing more to take out");
    }
}
