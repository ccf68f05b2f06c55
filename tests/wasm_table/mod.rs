//! The table of cases inside WebAssembly, where sizes have 32 bits.

#[path = "../table/mod.rs"]
mod table;

use include_dir::{Dir, include_dir};

/// There are no files in WebAssembly: the table is compiled in.
static CASES: Dir = include_dir!("$CARGO_MANIFEST_DIR/tests/cases");

/// Compares what the validator gives for each case with what the table has.
pub fn every_input_gives_exactly_its_issues() {
    let mut compared = 0;
    for file in CASES.files() {
        let name = file.path().to_string_lossy();
        for case in table::cases_of(&name, file.contents_utf8().expect("UTF-8")) {
            assert_eq!(case.found(), case.expected, "{name}: {}", case.name);
            compared += 1;
        }
    }
    assert!(compared >= 350, "only {compared} cases were found");
}
