//! The table of cases on wasm32, in a page.

#![cfg(target_arch = "wasm32")]

mod wasm_table;

use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_test]
fn every_input_gives_exactly_its_issues_in_a_page() {
    wasm_table::every_input_gives_exactly_its_issues();
}
