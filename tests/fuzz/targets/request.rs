//! What is built is what was checked.
//!
//! Lines: the operation; base URL, API key and headers, with a | between; the input.

use std::borrow::Cow;

use interakt_wasm::api::{Body, OPERATIONS, index_of};
use interakt_wasm::client::{Refusal, Request, build_request};
use interakt_wasm::packs::{Shipped, input};
use interakt_wasm::schema::{Checker, Limits};
use serde_json::Value;

use super::settings::Given;
use super::{is_json, line, operation, text};

fn read(data: &[u8]) -> (usize, Given, &str) {
    let (first, rest) = line(data);
    let (second, rest) = line(rest);
    (operation(first), Given::read(text(second), '|'), text(rest))
}

pub fn work(data: &[u8]) {
    let (at, given, json) = read(data);
    if let Ok(request) = build_request(OPERATIONS[at], json, given.settings()) {
        request.plain().json();
    }
}

pub fn run(data: &[u8]) {
    let (at, given, json) = read(data);
    let operation = OPERATIONS[at];
    let mut checker = Checker::default();
    let report = checker.check(Shipped, input(index_of(operation)), json, Limits::default());
    match build_request(operation, json, given.settings()) {
        Err(Refusal::Misuse(misuse)) => given.tells_nothing(&misuse),
        Err(Refusal::Invalid(found)) => {
            assert!(found.errors() > 0);
            assert_eq!(&found, report);
        }
        Ok(request) => {
            assert_eq!(report.errors(), 0);
            assert!(is_json(&request.plain().json()));
            let breaks = |c: char| c.is_control() || c.is_whitespace();
            assert!(!request.url.contains(breaks), "{}", request.url);
            for (name, value) in &request.headers {
                assert!(!name.contains(['\r', '\n']) && !value.contains(['\r', '\n']));
            }
            body(operation.body, &request, json);
        }
    }
}

fn body(kind: Body, request: &Request, json: &str) {
    match (kind, &request.body) {
        (Body::None | Body::File(_), None) => {}
        (Body::Input, Some(Cow::Borrowed(body))) => assert_eq!(*body, json),
        (Body::Fields, Some(Cow::Owned(body))) => {
            // Of a key that stands twice the last one counts, here as there.
            let (Ok(sent), Ok(given)) =
                (serde_json::from_str::<Value>(body), serde_json::from_str::<Value>(json))
            else {
                assert_eq!(is_json(body), is_json(json));
                return;
            };
            let (Value::Object(sent), Value::Object(given)) = (sent, given) else {
                panic!("a body of fields is an object: {body}")
            };
            for (key, value) in &sent {
                assert_eq!(given.get(key), Some(value), "{key}");
            }
        }
        (_, body) => panic!("{body:?}"),
    }
}
