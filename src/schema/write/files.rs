//! The files that are made from the descriptions.

use super::json_text::pretty;
use super::{json_schema, openapi, rules, types};
use crate::api::Operation;
use crate::client::ENCODED_TWICE;
use crate::schema::codes;
use crate::schema::shape::Code;

/// Codes of issues that no description holds.
const CODES: &[&[&Code]] = &[codes::ALL, &[&ENCODED_TWICE]];

/// Every file: its path below the folder, and its text.
pub fn files(operations: &[&Operation]) -> Vec<(String, String)> {
    let mut files = vec![
        ("types.d.ts".to_owned(), types(operations, CODES)),
        ("exports.d.ts".to_owned(), exports(operations)),
        ("operations.js".to_owned(), table(operations)),
        ("openapi.json".to_owned(), openapi(operations)),
        ("rules.md".to_owned(), rules(operations, CODES)),
    ];
    files.extend(operations.iter().map(|operation| {
        (format!("schemas/{}.json", operation.name), pretty(&json_schema(&operation.input)))
    }));
    files
}

/// The operations as plain constants, for code that must not start the wasm.
fn table(operations: &[&Operation]) -> String {
    let mut out = String::from(
        "/**\n * The operations, in order.\n *\n * Generated from the Rust description by `cargo run --bin describe`. Do not edit.\n *\n * @type {ReadonlyArray<{ name: string, method: \"GET\" | \"POST\", path: string }>}\n */\nexport const OPERATIONS = [\n",
    );
    for Operation { name, method, path, .. } in operations {
        let method = method.as_str();
        out.push_str(&format!(
            "  {{ name: \"{name}\", method: \"{method}\", path: \"{path}\" }},\n"
        ));
    }
    out.push_str("];\n");
    out
}

/// What an entry exports for each operation, as TypeScript declares it.
fn exports(operations: &[&Operation]) -> String {
    let mut out = String::from(
        "// Generated from the Rust description by `cargo run --bin describe`. Do not edit.\nimport type { Operation } from \"./operation.js\";\n",
    );
    for Operation { name, summary, doc, .. } in operations {
        let (summary, more) = (summary.text(), doc.text());
        out.push_str(&format!(
            "\n/**\n * {summary}\n *\n * {more}\n */\nexport declare const {name}: Operation<\"{name}\">;\n"
        ));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::OPERATIONS;

    fn file(name: &str) -> String {
        let found = files(&OPERATIONS).into_iter().find(|(path, _)| path == name);
        found.expect(name).1
    }

    #[test]
    fn the_rules_in_the_documentation_are_those_of_the_description() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/rules.md");
        let present = std::fs::read_to_string(path).unwrap_or_default();
        assert!(
            present == file("rules.md"),
            "docs/rules.md is out of date: `cargo run --bin describe` writes it anew"
        );
    }

    #[test]
    fn the_operations_are_listed_in_order() {
        let table = file("operations.js");
        let names: Vec<_> =
            table.split("name: \"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        assert_eq!(names, OPERATIONS.map(|operation| operation.name));
    }

    #[test]
    fn each_operation_has_a_schema_that_is_described() {
        for operation in OPERATIONS {
            let schema = file(&format!("schemas/{}.json", operation.name));
            let schema: serde_json::Value = serde_json::from_str(&schema).expect(operation.name);
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
            assert!(schema.to_string().contains("\"description\":"), "{}", operation.name);
        }
    }
}
