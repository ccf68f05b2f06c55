//! The files that are made from the descriptions.

use std::collections::BTreeMap;

use super::catalogues::catalogues;
use super::errors::error_classes;
use super::issue_params::issue_params;
use super::json_text::{Json, pretty};
use super::limits::limits;
use super::typescript::GENERATED;
use super::{
    failures::failures, json_schema, openapi, phones::phones, rules, typescript, webhooks::webhooks,
};
use crate::api;
use crate::api::book::book_codes;
use crate::api::webhook::{SIGNATURE_HEADER, Status};
use crate::api::{BASE_URL, CUSTOMER_INPUTS, Endpoint, Operation, PARTS, PLANS, Pages, Plan};
use crate::client::ENCODED_TWICE;
use crate::packs;
use crate::phone;
use crate::schema::codes;
use crate::schema::Code;

/// Every file: its path below the folder, and its text.
pub fn files(operations: &[&Operation]) -> Vec<(String, String)> {
    // Codes of issues that no description holds.
    let codes: [&[&Code]; 5] =
        [codes::ALL, &[&ENCODED_TWICE], phone::CODES, &book_codes(), api::rows::CODES];
    let mut files = vec![
        ("types.d.ts".to_owned(), typescript::types(operations, &codes)),
        ("issue-params.d.ts".to_owned(), issue_params()),
        ("exports.d.ts".to_owned(), exports(operations, "Operation", "./operation.js")),
        ("validators.d.ts".to_owned(), exports(operations, "Validator", "./validator.js")),
        ("parts.d.ts".to_owned(), typescript::parts(operations, &PARTS)),
        ("inputs.json".to_owned(), pretty(&inputs(operations))),
        ("operations.js".to_owned(), tables(operations, &PLANS)),
        ("error_classes.js".to_owned(), error_classes()),
        ("openapi.json".to_owned(), openapi(operations)),
        ("rules.md".to_owned(), rules(operations, &codes)),
        ("failures.md".to_owned(), failures()),
        ("phones.md".to_owned(), phones()),
        ("webhooks.md".to_owned(), webhooks()),
    ];
    files.extend(catalogues());
    let described: BTreeMap<_, _> = operations
        .iter()
        .map(|operation| (operation.name, &operation.input))
        .chain(CUSTOMER_INPUTS)
        .chain(PARTS.iter().map(|part| (part.name, &part.shape)))
        .collect();
    let described: Vec<_> = described.into_iter().collect();
    files.push(("limits_table.js".to_owned(), limits(&described)));
    files.extend(
        described
            .into_iter()
            .map(|(name, input)| (format!("schemas/{name}.json"), pretty(&json_schema(input)))),
    );
    files
}

/// What entries have a validator for: names, each with its root in the pack, and its kinds with the
/// root of the first of them.
fn inputs(operations: &[&Operation]) -> String {
    let mut json = Json::default();
    json.open('{');
    json.key("operations");
    json.open('[');
    for (index, operation) in operations.iter().enumerate() {
        json.open('{');
        json.entry("name", operation.name);
        json.key("root");
        json.number(packs::input(index) as i64);
        if let Some(kinds) = operation.kinds() {
            json.entries("kinds", &kinds.variants.iter().map(|kind| kind.value).collect::<Vec<_>>());
            json.key("firstKind");
            json.number(packs::kind(index, 0) as i64);
        }
        json.close('}');
    }
    json.close(']');
    let parts = PARTS.iter().enumerate().map(|(index, part)| (part.name, packs::part(index)));
    roots(&mut json, "parts", &mut { parts });
    let customers = CUSTOMER_INPUTS.iter().enumerate().map(|(index, (name, _))| (*name, index));
    roots(&mut json, "customer", &mut { customers });
    json.close('}');
    json.finish()
}

fn roots(json: &mut Json, key: &str, list: &mut dyn Iterator<Item = (&str, usize)>) {
    json.key(key);
    json.open('[');
    for (name, root) in list {
        json.open('{');
        json.entry("name", name);
        json.key("root");
        json.number(root as i64);
        json.close('}');
    }
    json.close(']');
}

/// The operations and plans as plain constants, for code that must not start the wasm.
fn tables(operations: &[&Operation], plans: &[Plan]) -> String {
    let mut out = String::from(
        "\
/**
 * The operations, in order. Those that are `repeatable` change nothing when they are carried out
 * again. `pages` have those that answer page by page: the keys that lead to a page's items, and to
 * the word whether there are more.
 *
 * Generated from the Rust description by `cargo run --bin describe`. Do not edit.
 *
 * @type {ReadonlyArray<{
 *   name: string,
 *   method: \"GET\" | \"POST\",
 *   path: string,
 *   repeatable?: true,
 *   pages?: { method: string, items: readonly string[], more: readonly string[] },
 * }>}
 */
export const OPERATIONS = [
",
    );
    for Endpoint { name, method, path, repeatable, pages, .. } in
        operations.iter().map(|operation| operation.endpoint)
    {
        let method = method.as_str();
        out.push_str(&format!("  {{ name: \"{name}\", method: \"{method}\", path: \"{path}\""));
        if *repeatable {
            out.push_str(", repeatable: true");
        }
        if let Some(Pages { method, items, more }) = pages {
            // Debug writes strings and lists of them as JavaScript does.
            out.push_str(&format!(
                ", pages: {{ method: {method:?}, items: {items:?}, more: {more:?} }}"
            ));
        }
        out.push_str(" },\n");
    }
    out.push_str("];\n\n/** Where Interakt listens. */\n");
    out.push_str(&format!("export const BASE_URL = {BASE_URL:?};\n"));
    out.push_str("\n/** How far a message has come, in order. */\n");
    let statuses = Status::ALL.map(|(status, _)| status.as_str());
    out.push_str(&format!("export const STATUSES = {statuses:?};\n"));
    out.push_str(&format!(
        "\n/** The header with the signature of a webhook. */\nexport const SIGNATURE_HEADER = {SIGNATURE_HEADER:?};\n"
    ));
    out.push_str("\n/** The requests a minute that each plan allows. */\n");
    let plans = plans
        .iter()
        .map(|Plan { name, requests_per_minute }| format!("{name}: {}", requests_per_minute.value));
    out.push_str(&format!(
        "export const PLANS = {{ {} }};\n",
        plans.collect::<Vec<_>>().join(", ")
    ));
    out
}

/// What an entry exports for each operation, as TypeScript declares it: a value of an interface.
fn exports(operations: &[&Operation], interface: &str, from: &str) -> String {
    let mut out =
        format!("{GENERATED}import type {{ {interface} }} from \"{from}\";\nimport type {{ Kinds }} from \"./kinds.js\";\n");
    for operation in operations {
        let Operation { summary, doc, .. } = operation;
        let name = operation.name;
        let (summary, more) = (summary.text(), doc.text());
        let kinds = match operation.kinds() {
            Some(_) => format!(" & Kinds<\"{name}\">"),
            None => String::new(),
        };
        out.push_str(&format!(
            "\n/**\n * {summary}\n *\n * {more}\n */\nexport declare const {name}: {interface}<\"{name}\">{kinds};\n"
        ));
    }
    out
}

#[cfg(test)]
mod tests {
    use std::sync::LazyLock;

    use super::super::errors::{guide_tables, with_tables};
    use super::*;
    use crate::api::OPERATIONS;

    static FILES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| files(&OPERATIONS));

    fn file(name: &str) -> &'static str {
        let found = FILES.iter().find(|(path, _)| path == name);
        &found.expect(name).1
    }

    #[test]
    fn the_documentation_says_what_the_descriptions_say() {
        for name in ["rules.md", "failures.md", "phones.md", "webhooks.md"] {
            let path = format!("{}/docs/reference/{name}", env!("CARGO_MANIFEST_DIR"));
            let present = std::fs::read_to_string(path).unwrap_or_default();
            assert!(
                present == file(name),
                "docs/reference/{name} is out of date: `cargo run --bin describe` writes it anew"
            );
        }
    }

    #[test]
    fn the_guide_to_sending_says_what_becomes_of_errors() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/sending.md");
        let present = std::fs::read_to_string(path).unwrap();
        assert!(
            present == with_tables(&present, &guide_tables()).unwrap(),
            "docs/sending.md is out of date: `cargo run --bin describe` writes its tables anew"
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
    fn what_has_pages_says_how_to_go_through_them() {
        let table = file("operations.js");
        let pages: Vec<_> = table.lines().filter(|line| line.contains("pages: {")).collect();
        assert_eq!(
            pages,
            [
                r#"  { name: "listUsers", method: "POST", path: "/v1/public/apis/users/", repeatable: true, pages: { method: "iterateUsers", items: ["data", "customers"], more: ["data", "has_next_page"] } },"#,
                r#"  { name: "listTemplates", method: "GET", path: "/v1/public/track/organization/templates", repeatable: true, pages: { method: "iterateTemplates", items: ["results", "templates"], more: ["has_next"] } },"#,
            ]
        );
    }

    #[test]
    fn the_rates_of_the_plans_stand_beside_the_operations() {
        let plans = "export const PLANS = { growth: 300, advanced: 600 };\n";
        assert!(file("operations.js").ends_with(plans));
    }

    #[test]
    fn each_operation_has_a_schema_that_is_described() {
        for operation in OPERATIONS {
            let schema = file(&format!("schemas/{}.json", operation.name));
            let schema: serde_json::Value = serde_json::from_str(schema).expect(operation.name);
            assert_eq!(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
            assert!(schema.to_string().contains("\"description\":"), "{}", operation.name);
        }
    }
}
