//! What the lines of a file are checked with, many in one call.

use wasm_bindgen::prelude::*;

use super::checks::CHECKER;
use super::text::{leave, with_bytes};
use super::utf8::text;
use crate::packs::Shipped;
use crate::schema::{Checker, Limits, push_decimal};

/// Checks each line of the `length` bytes in the room, NDJSON that begins and ends with whole
/// lines, against the description of the pack with this number. What is left is how many lines are
/// fine and how many are wrong: `97,3`. Empty lines are none.
#[wasm_bindgen]
pub fn rows(root: usize, length: usize) {
    let (mut fine, mut wrong) = (0, 0);
    with_bytes(length, |bytes| {
        CHECKER.with_borrow_mut(|checker| {
            let mut count = |line: Option<&str>| match line {
                Some("" | "\r") => {}
                Some(line) if is_fine(checker, root, line) => fine += 1,
                _ => wrong += 1,
            };
            // That all of them are UTF-8 is seen at once. Where they are not, one line is wrong for
            // it, and the others are not.
            match text(bytes) {
                Some(lines) => lines.split('\n').map(Some).for_each(&mut count),
                None => bytes.split(|byte| *byte == b'\n').map(text).for_each(&mut count),
            }
        });
    });
    leave(|out| {
        push_decimal(fine, out);
        out.push(',');
        push_decimal(wrong, out);
    });
}

fn is_fine(checker: &mut Checker, root: usize, line: &str) -> bool {
    checker.check(Shipped, root, line, Limits::default()).errors() == 0
}
