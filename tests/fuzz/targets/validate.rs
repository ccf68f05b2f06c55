//! Any text as an input: issues are at values or missing keys, nothing is remembered.

use std::cell::RefCell;

use interakt_wasm::packs::{Shipped, channel};
use interakt_wasm::schema::{Checker, Limits, MOST_ISSUES, Severity, Step, codes};
use interakt_wasm::write::issues;
use serde_json::Value;

use super::{chosen, is_json, line, text};
use interakt_wasm::api::OPERATIONS;

thread_local! {
    static CHECKER: RefCell<Checker> = RefCell::default();
}

/// The root that the first line chooses, and the text.
fn read(data: &[u8]) -> (usize, &str) {
    let (first, rest) = line(data);
    let names = OPERATIONS.iter().map(|operation| operation.name);
    (chosen(first, names, channel(1) + 1), text(rest))
}

pub fn work(data: &[u8]) {
    let (root, json) = read(data);
    CHECKER.with_borrow_mut(|checker| {
        checker.check(Shipped, root, json, Limits::default());
    });
}

pub fn run(data: &[u8]) {
    let (root, json) = read(data);
    CHECKER.with_borrow_mut(|checker| {
        let report = checker.check(Shipped, root, json, Limits::default()).clone();
        let fresh = Checker::default().check(Shipped, root, json, Limits::default()).clone();
        assert_eq!(report, fresh, "what was checked before changes nothing");
        holds(json, &report);
    });
}

fn holds(json: &str, report: &interakt_wasm::schema::Report) {
    assert!(is_json(&format!("[{}]", report.text())), "{}", report.text());
    // What cuts a character in half is a text in JavaScript, and none to serde_json.
    if serde_json::from_str::<Value>(&format!("[{}]", report.text())).is_err() {
        return;
    }
    let found = issues(report);
    let listed = report.found().min(MOST_ISSUES + u32::from(report.found() > MOST_ISSUES));
    assert_eq!(found.len() as u32, listed, "each issue can be read");
    let errors = found.iter().filter(|issue| issue.severity == Severity::Error).count() as u32;
    assert!(errors == report.errors() || report.found() > MOST_ISSUES);
    let has = |code: &str| found.iter().any(|issue| issue.code == code);
    // A number that none of JavaScript's is.
    let too_large = json.contains(['e', 'E']) || json.len() > 300;
    assert!(!has(codes::SYNTAX.id) || !is_json(json) || too_large);
    assert!(is_json(json) || has(codes::SYNTAX.id) || has(codes::TOO_DEEP.id));
    // Both values of a key that stands twice are checked, but serde_json keeps one.
    if has(codes::DUPLICATE_KEY.id) {
        return;
    }
    let Ok(value) = serde_json::from_str::<Value>(json) else { return };
    for issue in &found {
        assert!(leads_somewhere(&value, &issue.path), "{:?} in {json}", issue.path);
    }
}

/// Whether a path leads to a value, or to a key that an object lacks.
fn leads_somewhere(mut value: &Value, path: &[Step]) -> bool {
    for (depth, step) in path.iter().enumerate() {
        let next = match (step, value) {
            (Step::Key(key), Value::Object(keys)) => keys.get(&**key),
            (Step::Index(index), Value::Array(items)) => items.get(*index),
            _ => None,
        };
        match next {
            Some(next) => value = next,
            None => {
                return depth + 1 == path.len()
                    && matches!((step, value), (Step::Key(_), Value::Object(_)));
            }
        }
    }
    true
}
