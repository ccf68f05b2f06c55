//! What the parameters of each code are, for TypeScript.

use std::collections::BTreeMap;

use super::check::catalogue;
use super::issue::parameters;
use crate::api::template::TEMPLATE_MEDIA;
use crate::schema::{Code, Kind};

/// The type of each parameter and what it is: by its name, or by that of a code and its own where
/// it means something else there. `{unit}` is the code's, of [`UNITS`].
const PARAMS: [(&str, &str, &str); 60] = [
    ("actual", "number", "How many {unit} there are."),
    ("allowed", "string[]", "What is allowed."),
    (
        "button_type",
        "\"Call To Action\" | \"Quick Replies\"",
        "The `button_type` of the template.",
    ),
    ("category", "string", "The template's category."),
    ("country", "string", "The country's name in English, if one country has the calling code."),
    ("countryCode", "number", "The calling code, such as 91."),
    ("drop", "string", "The key to drop."),
    ("dropped", "string", "What was left out of the number."),
    ("expected", "number", "How many {unit} there must be."),
    ("exponent", "string", "What a spreadsheet put in place of the last digits: `E+09`."),
    ("extension", "string", "What the address ends in, without the dot."),
    ("first", "number", "The index of the first item that has it."),
    (
        "format",
        "\"IMAGE\" | \"VIDEO\" | \"DOCUMENT\"",
        "The `header_format`.",
    ),
    ("found", "number", "How many issues were found."),
    ("index", "number", "Which button of the template, from 0."),
    ("key", "string", "The key's name."),
    ("kind", "FileKind", "What kind of file it is."),
    ("languages", "string[]", "The codes of the languages that the account has it in."),
    ("lengths", "number[]", "How many digits such a number can have."),
    ("limit", "number", "How many {unit} are allowed at most."),
    ("line", "number", "The line of the file in which the recipient comes first, from 1."),
    ("listed", "number", "How many of them are listed."),
    ("previous", "string", "The category before Meta changed it."),
    ("reason", "UnserializableReason | (string & {})", "What JSON cannot carry."),
    ("sign", "string", "What a spreadsheet added to the number: `.0` or an apostrophe."),
    ("status", "string", "The template's approval status."),
    ("suggestion", "string", "The nearest known word, if one is near."),
    ("text", "string", "The words on the button."),
    ("type", "string", "The message's `type`."),
    ("value", "string", "The value: one of those that are listed."),
    ("variables", "number", "How many variables the text has."),
    (
        "wanted",
        "\"reply\" | \"openUrl\" | \"dialerAction\" | \"showLocation\" | \"createCalendarEvent\"",
        "The key that one of the suggestions should have.",
    ),
    ("carousel.card_index expected", "number", "The number that the card must have, from 0."),
    ("dlt.length limit", "number", "How many digits a DLT id usually has."),
    ("enum.unknown allowed", "string[]", "The values to choose from."),
    ("file.unknown_kind allowed", "string[]", "The endings of the files that are taken."),
    ("list.duplicate key", "string", "The key whose value is repeated."),
    ("list.too_short limit", "number", "How many items are needed at least."),
    ("media.extension allowed", "string[]", "The endings that fit, without the dot."),
    ("number.too_large limit", "number", "The largest number allowed."),
    ("number.too_small limit", "number", "The smallest number allowed."),
    ("object.missing_key key", "string", "The name of the key that is missing."),
    ("object.unknown_key suggestion", "string", "The nearest known key, if one is near."),
    ("order.expires_too_soon limit", "number", "How many seconds are needed at least."),
    ("phone.dropped_trunk_prefix dropped", "string", "The digits dialled only inside the country: `0`."),
    ("phone.read_international_prefix dropped", "string", "The digits dialled to leave a country: `00`."),
    ("string.too_short limit", "number", "How many characters are needed at least."),
    ("template.button_kind type", "string", "The button's `type`."),
    ("template.button_position key", "string", "The key, which is not the position of a button."),
    ("template.category_unexpected wanted", "string", "The category that `expectCategory` says."),
    ("template.category_unknown allowed", "string[]", "The categories that Interakt documents."),
    ("template.media_missing type", "FileKind", "The kind of file that the header is."),
    ("template.media_url type", "FileKind", "The kind of file that the header is."),
    ("template.not_in_book suggestion", "string", "The nearest name of a template, if one is near."),
    ("template.too_few_words limit", "number", "How many words are needed at least."),
    ("template.too_many_buttons type", "string", "The `type` of the buttons."),
    ("text.unfilled found", "string", "What was left in the text, such as `undefined` or `{{1}}`."),
    ("type.expected actual", "JsonType", "The type of the value."),
    ("type.expected expected", "Array<JsonType | \"Blob\">", "The types that it may have."),
    ("type.null expected", "Array<JsonType | \"Blob\">", "The types that it may have."),
];

/// What a code counts: by its name, or the beginning of the names that count the same.
const UNITS: [(&str, &str); 17] = [
    ("dlt.length", "digits"),
    ("fallback.variable_count", "variables"),
    ("file.too_large", "bytes"),
    ("json.too_deep", "levels of nesting"),
    ("json.too_large", "bytes"),
    ("list.too_many_rows", "rows of all sections together"),
    ("list.", "items"),
    ("order.count_mismatch", "orders"),
    ("phone.", "digits"),
    ("string.", "characters"),
    ("template.card_count", "cards"),
    ("template.code_too_long", "characters"),
    ("template.example_count", "examples"),
    ("template.too_few_words", "words"),
    ("template.too_many_buttons", "buttons of this type"),
    ("template.value_missing", "values"),
    ("template.value_surplus", "values"),
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
        let params = parameters(code);
        let params = match params.as_slice() {
            [] => "Record<never, never>".to_owned(),
            params => {
                let params: String = params.iter().map(|one| property(name, *one)).collect();
                format!("{{\n{params}  }}")
            }
        };
        out.push_str(&format!("  /** {} */\n  readonly \"{name}\": {params};\n", code.message));
    }
    out.push_str("}\n");
    out
}

fn property(code: &str, (name, optional): (&str, bool)) -> String {
    let mark = if optional { "?" } else { "" };
    let (holds, about) = param(code, name);
    let unit = || UNITS.iter().find(|(of, _)| code.starts_with(of)).map(|(_, unit)| *unit);
    let about = match about.contains("{unit}") {
        true => about.replace("{unit}", unit().unwrap_or_else(|| panic!("unit of {code} {name}"))),
        false => about.to_owned(),
    };
    format!("    /** {about} */\n    readonly {name}{mark}: {holds};\n")
}

fn param(code: &str, name: &str) -> (&'static str, &'static str) {
    let own = format!("{code} {name}");
    let find = |wanted: &str| PARAMS.iter().find(|(known, ..)| *known == wanted);
    let found = find(&own).or_else(|| find(name));
    let (_, holds, about) = found.unwrap_or_else(|| panic!("type of {own}"));
    (holds, about)
}

fn union(name: &str, doc: &str, words: &[&str]) -> String {
    let words: Vec<String> = words.iter().map(|word| format!("{word:?}")).collect();
    format!("\n/** {doc} */\nexport type {name} = {};\n", words.join(" | "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_that_of_a_parameter() {
        for (known, ..) in PARAMS {
            let (of, name) = known.split_once(' ').unwrap_or(("", known));
            let is_used = |code: &&Code| {
                let is_this = of.is_empty() || code.id == of;
                is_this && parameters(code).iter().any(|(other, _)| *other == name)
            };
            assert!(catalogue().values().any(is_used), "{known}");
        }
    }

    #[test]
    fn every_unit_is_that_of_a_count() {
        for (of, unit) in UNITS {
            let counts = |code: &&Code| {
                let texts = parameters(code).into_iter().map(|(name, _)| param(code.id, name).1);
                code.id.starts_with(of) && texts.into_iter().any(|text| text.contains("{unit}"))
            };
            assert!(catalogue().values().any(counts), "{of} {unit}");
        }
    }

    #[test]
    fn what_is_optional_in_a_sentence_is_optional_in_its_type() {
        let text = issue_params();
        for line in [
            "  readonly \"string.too_long\": {\n    /** How many characters are allowed at most. */\n    readonly limit: number;\n    /** How many characters there are. */\n    readonly actual: number;\n  };\n",
            "  readonly \"string.empty\": Record<never, never>;\n",
            "    /** The nearest known key, if one is near. */\n    readonly suggestion?: string;\n",
            "    /** The type of the value. */\n    readonly actual: JsonType;\n",
        ] {
            assert!(text.contains(line), "{line}");
        }
    }
}
