//! Reads the table of cases, and writes its messages anew.
//!
//! A file of `tests/cases` is a list of cases, each with `name`, `operation`,
//! `issues` and one of these:
//!
//! - `input`: the value itself. `{ "$repeat": ["ab", 3] }` in it stands for the
//!   string `"ababab"`.
//! - `json`: the text of the value, where that is no JSON or where an object
//!   has a key twice.

#![allow(dead_code, reason = "each test program uses a part of this")]

#[cfg(not(target_arch = "wasm32"))]
pub mod coverage;
#[cfg(not(target_arch = "wasm32"))]
pub mod descent;
#[cfg(not(target_arch = "wasm32"))]
pub mod update;

use std::path::PathBuf;

use interakt_wasm::api::{OPERATIONS, Operation};
use interakt_wasm::schema::{Kind, View};
use interakt_wasm::write::{Issue, check, view};
use serde_json::Value;

/// An input and the issues that it should give.
pub struct Case {
    pub file: String,
    pub name: String,
    pub operation: &'static Operation,
    /// What is validated.
    pub json: String,
    /// As the table has them.
    pub expected: Value,
}

impl Case {
    fn read(file: &str, case: View) -> Self {
        let text = |key| {
            case.text(key).unwrap_or_else(|| panic!("{file}: a case without {key}")).into_owned()
        };
        let name = text("name");
        let input = case.get("input").map(|input| expand(input));
        let json = case.text("json").map(|json| json.into_owned());
        let ((Some(json), None) | (None, Some(json))) = (input, json) else {
            panic!("{file}: {name}: either input or json")
        };
        let expected = case.get("issues").map(|issues| serde_json::from_str(issues.json()));
        let Some(Ok(expected)) = expected else { panic!("{file}: {name}: no issues") };
        let operation = text("operation");
        let operation = OPERATIONS
            .into_iter()
            .find(|known| known.name == operation)
            .unwrap_or_else(|| panic!("{file}: {name}: no operation {operation}"));
        Case { file: file.to_owned(), name, operation, json, expected }
    }

    /// What the validator gives.
    pub fn issues(&self) -> Vec<Issue> {
        check(&self.operation.input, &self.json)
    }

    /// The same as it reaches JavaScript.
    pub fn found(&self) -> Value {
        self.issues().iter().map(Issue::json).collect()
    }
}

/// The files of the table and their text, in the order of their names.
fn files() -> Vec<(PathBuf, String)> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/cases");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("tests/cases exists")
        .map(|entry| entry.expect("a readable entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .collect();
    paths.sort();
    let read = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).expect("a readable file");
        // A view only says that a text is no JSON: this also says where.
        serde_json::from_str::<Vec<Value>>(&text)
            .unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (path, text)
    };
    paths.into_iter().map(read).collect()
}

/// The whole table.
pub fn cases() -> Vec<Case> {
    let of_file = |(path, text): (PathBuf, String)| {
        cases_of(&path.file_name().unwrap_or_default().to_string_lossy(), &text)
    };
    files().into_iter().flat_map(of_file).collect()
}

/// The cases of one file.
pub fn cases_of(file: &str, text: &str) -> Vec<Case> {
    let cases = view(text).unwrap_or_default().items();
    cases.map(|case| Case::read(file, case)).collect()
}

/// The text of an input with its repetitions written out. Keys keep their order.
fn expand(value: View) -> String {
    let entries: Vec<_> = value.entries().collect();
    match value.kind() {
        Kind::Object => match &entries[..] {
            [(key, repetition)] if key == "$repeat" => repeat(*repetition),
            _ => {
                let entries = entries.iter();
                let entries =
                    entries.map(|(key, value)| format!("{}:{}", quoted(key), expand(*value)));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(","))
            }
        },
        Kind::List => {
            let items: Vec<_> = value.items().map(expand).collect();
            format!("[{}]", items.join(","))
        }
        _ => value.json().to_owned(),
    }
}

fn repeat(repetition: View) -> String {
    let (Some(text), Some(times)) = (
        repetition.items().next().and_then(|text| text.as_text().map(|text| text.into_owned())),
        repetition.items().nth(1).and_then(|times| times.as_number()),
    ) else {
        panic!("$repeat takes a text and how often: {}", repetition.json())
    };
    quoted(&text.repeat(times as usize))
}

/// As a JSON string.
pub fn quoted(text: &str) -> String {
    Value::from(text).to_string()
}
