//! What the parameters of each code are, for TypeScript.

use std::collections::BTreeMap;

use super::check::catalogue;
use super::issue::parameters;
use crate::api::template::TEMPLATE_MEDIA;
use crate::schema::{Code, Kind};

/// The type of each parameter: by its name, or by that of a code and its own where it means
/// something else there.
const TYPES: [(&str, &str); 39] = [
    ("actual", "number"),
    ("allowed", "string[]"),
    ("button_type", "\"Call To Action\" | \"Quick Replies\""),
    ("category", "string"),
    ("country", "string"),
    ("countryCode", "number"),
    ("drop", "string"),
    ("dropped", "string"),
    ("expected", "number"),
    ("exponent", "string"),
    ("extension", "string"),
    ("first", "number"),
    ("format", "\"IMAGE\" | \"VIDEO\" | \"DOCUMENT\""),
    ("found", "number"),
    ("index", "number"),
    ("key", "string"),
    ("kind", "FileKind"),
    ("languages", "string[]"),
    ("lengths", "number[]"),
    ("limit", "number"),
    ("line", "number"),
    ("listed", "number"),
    ("previous", "string"),
    ("reason", "UnserializableReason | (string & {})"),
    ("sign", "string"),
    ("status", "string"),
    ("suggestion", "string"),
    ("text", "string"),
    ("type", "string"),
    ("value", "string"),
    ("variables", "number"),
    (
        "wanted",
        "\"reply\" | \"openUrl\" | \"dialerAction\" | \"showLocation\" | \"createCalendarEvent\"",
    ),
    ("template.category_unexpected wanted", "string"),
    ("template.media_missing type", "FileKind"),
    ("template.media_url type", "FileKind"),
    ("text.unfilled found", "string"),
    ("type.expected actual", "JsonType"),
    ("type.expected expected", "Array<JsonType | \"Blob\">"),
    ("type.null expected", "Array<JsonType | \"Blob\">"),
];

const HEADER: &str = "\
// Generated from the Rust description by `cargo run --bin describe`. Do not edit.

/** What JSON cannot carry; of a class its name: `\"Map\"`. */
export type UnserializableReason =
  | \"NaN\"
  | \"Infinity\"
  | \"-Infinity\"
  | \"bigint\"
  | \"function\"
  | \"symbol\"
  | \"undefined\"
  | \"invalid_date\"
  | \"circular\"
  | \"too_deep\"
  | \"lone_surrogate\"
  | \"throws\";
";

/// The text of `issue-params.d.ts`.
///
/// # Panics
/// The type of a parameter is not known.
pub fn issue_params() -> String {
    let mut out = HEADER.to_owned();
    let kinds = TEMPLATE_MEDIA.map(|kind| kind.name);
    out.push_str(&union("FileKind", "The kinds of files that are told apart.", &kinds));
    let types = Kind::ALL.map(Kind::as_str);
    out.push_str(&union("JsonType", "The types of JSON values.", &types));
    out.push_str(
        "\n/** The `params` of the issues and notes of each code, with its sentence for developers. */\nexport interface IssueParams {\n",
    );
    let codes: BTreeMap<&str, &Code> =
        catalogue().values().map(|code| (code.id, *code)).collect();
    for (name, code) in codes {
        let params: Vec<String> = parameters(code).iter().map(|one| property(name, *one)).collect();
        let params = match params.as_slice() {
            [] => "Record<never, never>".to_owned(),
            params => format!("{{ {} }}", params.join("; ")),
        };
        out.push_str(&format!("  /** {} */\n  readonly \"{name}\": {params};\n", code.message));
    }
    out.push_str("}\n");
    out
}

fn property(code: &str, (name, optional): (&str, bool)) -> String {
    let mark = if optional { "?" } else { "" };
    format!("readonly {name}{mark}: {}", type_of(code, name))
}

fn type_of(code: &str, name: &str) -> &'static str {
    let own = format!("{code} {name}");
    let find = |wanted: &str| TYPES.iter().find(|(known, _)| *known == wanted);
    let (_, found) = find(&own).or_else(|| find(name)).unwrap_or_else(|| panic!("type of {own}"));
    found
}

fn union(name: &str, doc: &str, words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("{word:?}")).collect();
    format!("\n/** {doc} */\nexport type {name} = {};\n", words.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_type_is_that_of_a_parameter() {
        for (known, _) in TYPES {
            let (of, name) = known.split_once(' ').unwrap_or(("", known));
            let is_used = |code: &&Code| {
                let is_this = of.is_empty() || code.id == of;
                is_this && parameters(code).iter().any(|(other, _)| *other == name)
            };
            assert!(catalogue().values().any(is_used), "{known}");
        }
    }

    #[test]
    fn what_is_optional_in_a_sentence_is_optional_in_its_type() {
        let text = issue_params();
        for line in [
            "  readonly \"string.too_long\": { readonly limit: number; readonly actual: number };\n",
            "  readonly \"string.empty\": Record<never, never>;\n",
            "  readonly \"object.unknown_key\": { readonly key: string; readonly suggestion?: string };\n",
            "  readonly \"type.expected\": { readonly expected: Array<JsonType | \"Blob\">; readonly actual: JsonType };\n",
        ] {
            assert!(text.contains(line), "{line}");
        }
    }
}
