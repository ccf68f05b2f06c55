//! Writes the messages of the table anew.

use interakt_wasm::write::view;
use serde_json::Value;

use super::{Case, files, quoted};

/// Lines of the table are at most this long, where they can be.
const WIDTH: usize = 160;

/// Takes `message` and `params` of each case from the validator, wherever it
/// finds the expected codes at the expected paths with the expected severity.
/// Elsewhere the case is wrong or the validator is: nothing is written.
pub fn update() {
    for (path, text) in files() {
        let mut edits: Vec<(usize, usize, String)> = Vec::new();
        let whole = view(&text).unwrap_or_default();
        for view in whole.items() {
            let case = Case::read(&path.display().to_string(), view);
            let found = case.found();
            let Some(issues) = view.get("issues") else { continue };
            if outline(&case.expected) == outline(&found) && case.expected != found {
                // A view never copies: its text lies within that of the file.
                let start = issues.json().as_ptr() as usize - whole.json().as_ptr() as usize;
                edits.push((start, start + issues.json().len(), list(&found)));
            }
        }
        if edits.is_empty() {
            continue;
        }
        let mut updated = text.clone();
        for (start, end, issues) in edits.into_iter().rev() {
            updated.replace_range(start..end, &issues);
        }
        std::fs::write(&path, updated).expect("the file can be written");
    }
}

/// What an update never changes.
fn outline(issues: &Value) -> Vec<[&Value; 3]> {
    let issues = issues.as_array().map(Vec::as_slice).unwrap_or_default();
    issues.iter().map(|issue| [&issue["code"], &issue["path"], &issue["severity"]]).collect()
}

fn list(issues: &Value) -> String {
    let issues = issues.as_array().into_iter().flatten();
    let lines: Vec<_> = issues.map(|found| format!("      {}", issue(found, "      "))).collect();
    format!("[\n{}\n    ]", lines.join(",\n"))
}

/// On one line where it fits.
fn issue(issue: &Value, indent: &str) -> String {
    let keys = ["code", "path", "severity", "message", "params"]
        .map(|key| format!("{}: {}", quoted(key), spaced(&issue[key])));
    let line = format!("{{ {} }}", keys.join(", "));
    if indent.len() + line.chars().count() < WIDTH {
        return line;
    }
    let keys = keys.map(|key| format!("{indent}  {key}"));
    format!("{{\n{}\n{indent}}}", keys.join(",\n"))
}

/// JSON on one line, with a space where people put one.
fn spaced(value: &Value) -> String {
    match value {
        Value::Array(items) => {
            format!("[{}]", items.iter().map(spaced).collect::<Vec<_>>().join(", "))
        }
        Value::Object(keys) if keys.is_empty() => "{}".to_owned(),
        Value::Object(keys) => {
            let key =
                |(key, value): (&String, &Value)| format!("{}: {}", quoted(key), spaced(value));
            format!("{{ {} }}", keys.iter().map(key).collect::<Vec<_>>().join(", "))
        }
        plain => plain.to_string(),
    }
}
