//! Imports run one way: from folder to folder as the table says, and from file to file without a
//! way back. Whoever reads a file has to know only what stands below it.

#![cfg(not(target_arch = "wasm32"))]

#[path = "imports/house.rs"]
mod house;
#[path = "imports/source.rs"]
mod source;

use std::collections::BTreeSet;
use std::path::Path;

use house::House;

/// The folders of `src/`, and what each may import.
const FOLDERS: [(&str, &[&str]); 9] = [
    ("schema", &[]),
    ("phone", &["schema"]),
    ("api", &["phone", "schema"]),
    ("packer", &["schema"]),
    ("packs", &["api", "schema"]),
    ("client", &["packs", "api", "phone", "schema"]),
    ("rows", &["api", "phone", "schema"]),
    ("write", &["packer", "packs", "client", "rows", "api", "phone", "schema"]),
    ("js", &["rows", "client", "packs", "api", "phone", "schema"]),
];

const NONE: [&str; 0] = [];

fn house() -> House {
    House::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"))
}

#[test]
fn every_folder_stands_in_the_table() {
    assert_eq!(house().folders(), BTreeSet::from(FOLDERS.map(|(folder, _)| folder)));
}

#[test]
fn no_folder_imports_from_one_above_it() {
    assert_eq!(house().upward(&FOLDERS), NONE);
}

#[test]
fn no_files_import_each_other() {
    assert_eq!(house().circles(), NONE);
}

#[test]
fn an_import_from_above_is_found_however_it_is_written() {
    for line in [
        "use crate::api::plan::PLANS;",
        "use crate::{schema::View, api::plan::{self, PLANS as ALL}};",
        "pub(crate) use super::super::api::PLANS;",
        "use crate::api::*;",
        "fn plans() -> usize { crate::api::plan::PLANS.len() }",
        "macro_rules! plan { () => { $crate::api::plan::PLANS }; }",
        "#[cfg(test)] mod tests { use crate::api::plan::PLANS; }",
        "const QUOTE: char = '\"'; use crate::api::PLANS; const END: char = '\\'';",
        "fn first<'a>(text: &'a str) -> &'a str { crate::api::first(text) }",
    ] {
        let house = House::of([
            ("lib.rs", ""),
            ("schema/view.rs", line),
            ("schema/mod.rs", "pub use view::View;"),
            ("api/mod.rs", "pub use plan::PLANS;"),
            ("api/plan.rs", "use crate::schema::View; pub static PLANS: [View; 0] = [];"),
        ]);
        let found = house.upward(&FOLDERS);
        assert_eq!(found.len(), 1, "{line}");
        assert!(found[0].starts_with("schema/view.rs imports api/"), "{line}: {found:?}");
    }
}

#[test]
fn what_only_looks_like_an_import_is_none() {
    for line in [
        "// use crate::api::PLANS;",
        "/// The [`crate::api::PLANS`].",
        "const TEXT: &str = \"\\\" crate::api::PLANS\";",
        "const TEXT: &str = r#\"\" crate::api::PLANS\"#;",
        "pub(in crate::api) fn here() {}",
        "use std::api::PLANS;",
        "use api::PLANS;",
    ] {
        let house = House::of([("lib.rs", ""), ("schema/view.rs", line), ("api/mod.rs", "")]);
        assert_eq!(house.upward(&FOLDERS), NONE, "{line}");
    }
}

#[test]
fn files_that_import_each_other_are_found_through_what_hands_them_over() {
    for (card, template) in [
        ("use super::template::BODY;", "use super::card::CARDS;"),
        ("use super::BODY;", "use crate::api::CARDS;"),
        ("static A: &str = super::BODY;", "static B: &str = super::super::api::card::CARDS;"),
        ("mod tests { use super::super::BODY; }", "use super::{card::{self}};"),
        ("use super::SAME::of;", "use super::card::CARDS; pub use self::BODY as SAME;"),
    ] {
        let house = House::of([
            ("lib.rs", ""),
            ("api/mod.rs", "mod card; mod template; pub use card::CARDS; pub use template::*;"),
            ("api/card.rs", &*format!("{card} pub static CARDS: &str = \"\";")),
            ("api/template.rs", &*format!("{template} pub static BODY: &str = \"\";")),
        ]);
        let [found] = &house.circles()[..] else { panic!("{card} {template}") };
        let (there, back) = found.split_once(") imports ").expect(found);
        assert!(there.starts_with("api/card.rs imports api/template.rs"), "{found}");
        assert!(back.starts_with("api/card.rs"), "{found}");
    }
}

#[test]
fn a_folder_that_is_handed_a_name_by_its_own_file_makes_a_circle_with_it() {
    let house = House::of([
        ("api/mod.rs", "mod rcs; use rcs::RCS; fn kind() {}"),
        ("api/rcs.rs", "use super::kind; pub static RCS: () = kind();"),
    ]);
    assert_eq!(house.circles(), ["api/mod.rs imports api/rcs.rs (RCS) imports api/mod.rs (kind)"],);
}

#[test]
fn longer_circles_are_found_and_chains_are_none() {
    let mut files = vec![
        ("lib.rs", ""),
        ("schema/issue.rs", "use super::shape::Code;"),
        ("schema/shape.rs", "use super::verdict::Verdicts;"),
        ("schema/verdict.rs", "use crate::schema::plain::Plain;"),
        ("schema/mod.rs", "mod issue; mod plain; mod shape; mod verdict;"),
        ("schema/plain.rs", ""),
    ];
    assert_eq!(House::of(files.clone()).circles(), NONE);
    files[5].1 = "use super::issue::Issue;";
    let found = House::of(files).circles();
    assert_eq!(
        found,
        ["schema/issue.rs imports schema/shape.rs (Code) imports schema/verdict.rs (Verdicts) \
          imports schema/plain.rs (Plain) imports schema/issue.rs (Issue)"],
    );
}
