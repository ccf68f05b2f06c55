//! Files of rows as inputs: cutting them into chunks changes nothing.
//!
//! The first line chooses how cells become an input, what stands between them, and how long chunks
//! are; or it is a plan of its own. The file follows.

use interakt_wasm::packs::Shipped;
use interakt_wasm::rows::{Plan, check};
use interakt_wasm::schema::Checker;
use serde_json::{Value, json};

use super::rows_support::{root, rows_of};
use super::{is_json, line, text};

struct Given<'d> {
    operation: &'static str,
    plan: Value,
    chunk: usize,
    file: &'d [u8],
}

fn read(data: &[u8]) -> Given<'_> {
    let (first, file) = line(data);
    let mut letters = first.iter().copied();
    let which = letters.next().unwrap_or_default();
    let delimiter = letters.next().unwrap_or(b',');
    let chunk = usize::from(letters.next().unwrap_or(7)) + 1;
    if let Ok(plan @ Value::Object(_)) = serde_json::from_slice(first) {
        return Given { operation: "trackUser", plan, chunk, file };
    }
    let message = json!([
        "{",
        [6, 0, 3],
        ",\"type\":\"Template\",\"template\":{\"name\":\"offer\",\"languageCode\":\"en\",\"bodyValues\":[",
        [0, 1],
        "]}",
        [1, 2, "callbackData"],
        "}"
    ]);
    let user = json!([
        "{",
        [1, 0, "userId"],
        [6, 1, -1],
        ",\"traits\":{",
        [1, 2, "name"],
        [3, 3, "orders"],
        [5, 4, "vip"],
        "}}"
    ]);
    let (operation, tokens) =
        if which % 4 < 2 { ("sendMessage", message) } else { ("trackUser", user) };
    let plan = json!({
        "format": if which % 2 == 0 { "csv" } else { "ndjson" },
        "delimiter": text(&[delimiter]),
        "country": "IN",
        "names": { "india": "IN", "türkiye": "TR" },
        "width": if which % 8 < 4 { 5 } else { 0 },
        "tokens": tokens,
        "digits": [0, 10, 0, 6],
        "codes": [1, 0],
        "keys": which % 16 / 8,
    });
    Given { operation, plan, chunk, file }
}

pub fn work(data: &[u8]) {
    let given = read(data);
    let (mut table, mut out) = (Vec::new(), String::new());
    let mut checker = Checker::default();
    let root = root(given.operation);
    let (mut rest, mut plan) = (given.file, given.plan);
    // In chunks, as files are read: after so many rows a check waits for the next call.
    while !rest.is_empty() {
        let chunk = &rest[..rest.len().min(1 << 16)];
        let last = chunk.len() == rest.len();
        let Some(read) = Plan::read(&plan.to_string()) else { return };
        table.clear();
        out.clear();
        let reached = check(&mut checker, Shipped, root, &read, chunk, last, &mut table, &mut out);
        if reached.consumed == 0 {
            return;
        }
        rest = &rest[reached.consumed..];
        plan["strict"] = reached.strict.into();
    }
}

pub fn run(data: &[u8]) {
    let Given { operation, mut plan, chunk, file } = read(data);
    // What was left of a chunk before is no part of a plan that is written by hand.
    plan["strict"] = 0.into();
    if Plan::read(&plan.to_string()).is_none() {
        return;
    }
    let whole = rows_of(operation, &plan, file, &[usize::MAX >> 1]);
    let cut = rows_of(operation, &plan, file, &[chunk * 4, 1, 300]);
    assert_eq!(whole, cut, "where it is cut changes nothing");
    for row in &whole {
        assert!(is_json(&format!("[{}]", row.report)));
        if let Some(input) = &row.input
            && !row.is_refused()
        {
            assert!(is_json(input), "{input}");
        }
    }
}
