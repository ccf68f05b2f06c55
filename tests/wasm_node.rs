//! The table of cases on wasm32, in Node.

#![cfg(target_arch = "wasm32")]

mod wasm_table;

use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn every_input_gives_exactly_its_issues_in_node() {
    wasm_table::every_input_gives_exactly_its_issues();
}
