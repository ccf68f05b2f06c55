//! What inputs are checked with.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

use super::text::{leave, with_input};
use crate::packs::Shipped;
use crate::schema::{Checker, Limits};

thread_local! {
    pub(super) static CHECKER: RefCell<Checker> = RefCell::default();
}

/// Checks an input, the JSON text of `length` bytes in the room, against the description of the
/// pack with this number. 0: nothing was found; 1: only warnings; 2: errors. What was found is left
/// as JSON text, as `crate::schema::Report` says.
#[wasm_bindgen]
pub fn validate(root: usize, length: usize, issues: u32, bytes: u32) -> u32 {
    with_input(length, |json| {
        CHECKER.with_borrow_mut(|checker| {
            let limits = Limits { issues, bytes, ..Limits::default() };
            let report = checker.check(Shipped, root, json, limits);
            if report.found() == 0 {
                return 0;
            }
            leave(|out| out.push_str(report.text()));
            if report.errors() > 0 { 2 } else { 1 }
        })
    })
}
