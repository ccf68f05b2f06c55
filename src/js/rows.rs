//! What files of rows are checked with, many rows in one call.

use std::cell::{Cell, RefCell};

use wasm_bindgen::prelude::*;

use super::checks::CHECKER;
use super::text::{leave, with_bytes, with_input};
use super::utf8::text;
use crate::packs::Shipped;
use crate::rows::{self, Plan, ROW_WORDS, Reached, Records, Table};

thread_local! {
    static TABLE: RefCell<Table> = const { RefCell::new(Vec::new()) };
    static REACHED: Cell<Reached> = const { Cell::new(Reached { consumed: 0, lines: 0, strict: 0 }) };
}

/// Leaves the records of `length` bytes of CSV as JSON text, `[[line, ["cell"]]]`, and says how many
/// of the bytes these are. The first line is 0.
#[wasm_bindgen]
pub fn records(length: usize, delimiter: u8, last: bool) -> usize {
    with_bytes(length, |bytes| {
        let mut records = Records::new(bytes, delimiter, 0, last);
        leave(|out| rows::list(&mut records, out));
        records.consumed()
    })
}

/// Checks the rows of a chunk against the description of the pack with this number. In the room are
/// the plan, which takes the first `plan` bytes, and the chunk. Says how many of its bytes need not
/// be handed over again: 0 where not one row is whole. What is told of each row is in the [`table`],
/// and in what is left.
#[wasm_bindgen]
pub fn rows(root: usize, plan: usize, length: usize, last: bool) -> usize {
    let reached = with_bytes(length, |given| {
        let (plan, bytes) = given.split_at_checked(plan).unwrap_or_default();
        let plan = text(plan).and_then(Plan::read);
        let mut reached = Reached::default();
        TABLE.with_borrow_mut(|table| {
            table.clear();
            leave(|out| {
                let Some(plan) = plan else { return };
                reached = CHECKER.with_borrow_mut(|checker| {
                    rows::check(checker, Shipped, root, &plan, bytes, last, table, out)
                });
            });
        });
        reached
    });
    REACHED.set(reached);
    reached.consumed
}

/// The address of the table: `ROW_WORDS` of each row, as [`Table`] says.
#[wasm_bindgen]
pub fn table() -> usize {
    TABLE.with_borrow(|table| table.as_ptr().addr())
}

/// How many rows are in the table.
#[wasm_bindgen]
pub fn count() -> usize {
    TABLE.with_borrow(|table| table.len() / ROW_WORDS)
}

/// How many lines end in the bytes that need not be handed over again.
#[wasm_bindgen]
pub fn lines() -> u32 {
    REACHED.get().lines
}

/// What the next plan has to say as `strict`.
#[wasm_bindgen]
pub fn strict() -> u32 {
    REACHED.get().strict
}

/// Leaves the key of a row: of its input, the JSON text in the room.
#[wasm_bindgen(js_name = rowKey)]
pub fn row_key(length: usize) {
    with_input(length, |json| leave(|out| rows::write_key(json, out)));
}
