//! What each cut of the package says: the sentences of the codes that it can give. The phone field
//! says what `pkg-template/messages/en-phone.js` has.

use std::collections::BTreeMap;

use super::check::catalogue;
use crate::api::{CUSTOMER_INPUTS, rows};
use crate::api::book::{BOOK_RULES, BookRule, book_codes, other_endings};
use crate::api::media::EXTENSION;
use crate::api::template::TEMPLATE_MEDIA;
use crate::client::ENCODED_TWICE;
use crate::packer::Packer;
use crate::phone;
use crate::schema::{Code, Severity, codes};

/// Structural codes of what a form about a customer does not have: files.
const OF_FILES: [&Code; 3] = [&codes::FILE_EMPTY, &codes::FILE_TOO_LARGE, &codes::FILE_KIND];

/// The file of each cut's catalogue, and its text.
pub fn catalogues() -> Vec<(String, String)> {
    let all = || catalogue().values().copied().filter(|code| !is_of_books(code) && !is_of_rows(code));
    let forms = || all().filter(|code| *code != &ENCODED_TWICE);
    let phones = || phone::codes().into_iter().chain([&codes::EMPTY]);
    let mut customers = Packer::default();
    for (_, shape) in CUSTOMER_INPUTS {
        customers.root(shape, "");
    }
    let structural = codes::ALL.iter().copied().filter(|code| !OF_FILES.contains(code));
    let cuts: [(&str, Vec<&Code>); 5] = [
        ("core", all().collect()),
        ("forms", forms().collect()),
        ("bulk", forms().chain(rows::CODES.iter().copied()).collect()),
        ("customer", structural.chain(customers.codes().iter().copied()).chain(phones()).collect()),
        ("phone", phones().collect()),
    ];
    let mut files: Vec<_> =
        cuts.map(|(cut, codes)| (format!("{cut}_catalogue.js"), file(&codes))).into();
    files.push(("book_catalogue.js".to_owned(), file(&book_codes()) + &book()));
    files
}

/// Whether only a book of templates says this.
fn is_of_books(code: &Code) -> bool {
    let own = BOOK_RULES.iter().any(|rule| rule.code == code);
    own && code != &EXTENSION
}

/// Whether only a row of a file has this.
fn is_of_rows(code: &Code) -> bool {
    rows::CODES.contains(&code)
}

/// What the checks of a book read besides: which of its codes block nothing, and which endings
/// the files of headers have.
fn book() -> String {
    let is_warning = |rule: &&BookRule| rule.source.severity() == Severity::Warning;
    let warnings: Vec<&str> = BOOK_RULES.iter().filter(is_warning).map(|r| r.code.id).collect();
    let endings = TEMPLATE_MEDIA.map(|kind| format!("{}: {:?}", kind.name, kind.extensions));
    format!(
        "
/** Codes that block nothing. */
export const WARNINGS = {warnings:?};

/** The endings of the files that a header shows, by its kind. */
export const ENDINGS = {{ {} }};

/** Endings of other files. */
export const OTHERS = {:?};
",
        endings.join(", "),
        other_endings()
    )
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
