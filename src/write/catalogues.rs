//! What each cut of the package says: the sentences of the codes that it can give.

use std::collections::BTreeMap;

use super::check::catalogue;
use crate::api::CUSTOMER_INPUTS;
use crate::client::ENCODED_TWICE;
use crate::packer::Packer;
use crate::phone;
use crate::schema::{Code, codes};

/// Structural codes of what a form about a customer does not have: files.
const OF_FILES: [&Code; 3] = [&codes::FILE_EMPTY, &codes::FILE_TOO_LARGE, &codes::FILE_KIND];

/// The file of each cut's catalogue, and its text.
pub fn catalogues() -> Vec<(String, String)> {
    let all = || catalogue().values().copied();
    let phones = || phone::codes().into_iter().chain([&codes::EMPTY]);
    let mut customers = Packer::default();
    for (_, shape) in CUSTOMER_INPUTS {
        customers.root(shape, "");
    }
    let structural = codes::ALL.iter().copied().filter(|code| !OF_FILES.contains(code));
    let cuts: [(&str, Vec<&Code>); 4] = [
        ("core", all().collect()),
        ("forms", all().filter(|code| *code != &ENCODED_TWICE).collect()),
        ("customer", structural.chain(customers.codes().iter().copied()).chain(phones()).collect()),
        ("phone", phones().collect()),
    ];
    cuts.map(|(cut, codes)| (format!("{cut}_catalogue.js"), file(&codes))).into()
}

fn file(codes: &[&Code]) -> String {
    let sorted: BTreeMap<&str, &str> = codes.iter().map(|code| (code.id, code.message)).collect();
    let lines: Vec<String> =
        sorted.iter().map(|(name, message)| format!("{name} {}", quoted(message))).collect();
    format!(
        "\
/**
 * What codes say: a line for each, its name and its sentence.
 *
 * Generated from the Rust description by `cargo run --bin describe`. Do not edit.
 */
import {{ catalogueOf }} from \"./issues.js\";

export const catalogue = /*#__PURE__*/ catalogueOf(`{}`);
",
        lines.join("\n")
    )
}

/// What stands between the backquotes of JavaScript for a text.
fn quoted(text: &str) -> String {
    text.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${")
}
