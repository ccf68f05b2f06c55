//! How texts cross: JavaScript writes UTF-8 where it is told, and reads what is left for it. Both
//! buffers stay from call to call, so that a small text costs no allocation. All that crosses by
//! itself are numbers, for which wasm-bindgen writes no glue.

use std::cell::RefCell;

use wasm_bindgen::prelude::*;

#[cfg(any(feature = "checks", feature = "sms"))]
use super::utf8::text;

thread_local! {
    static INPUT: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static OUTPUT: RefCell<String> = const { RefCell::new(String::new()) };
}

/// The address where a text of up to `length` bytes may be written. It holds until the next call;
/// a call with a smaller length gives the memory of a larger one back.
#[wasm_bindgen]
pub fn room(length: usize) -> usize {
    INPUT.with_borrow_mut(|input| {
        input.resize(length, 0);
        input.shrink_to_fit();
        input.as_ptr().addr()
    })
}

/// The address of what the last call left, in UTF-8.
#[wasm_bindgen]
pub fn output() -> usize {
    OUTPUT.with_borrow(|output| output.as_ptr().addr())
}

/// How many bytes that are.
#[wasm_bindgen]
pub fn length() -> usize {
    OUTPUT.with_borrow(String::len)
}

/// Runs with the first `length` bytes of what JavaScript has written. What is no UTF-8 is empty.
#[cfg(any(feature = "checks", feature = "sms"))]
#[inline]
pub(super) fn with_input<T>(length: usize, run: impl FnOnce(&str) -> T) -> T {
    with_bytes(length, |bytes| run(text(bytes).unwrap_or_default()))
}

/// Runs with the first `length` bytes of what JavaScript has written, whatever they are.
#[inline]
pub(super) fn with_bytes<T>(length: usize, run: impl FnOnce(&[u8]) -> T) -> T {
    INPUT.with_borrow(|input| run(input.get(..length).unwrap_or_default()))
}

/// Runs with two texts, of which the first takes the first `first` bytes.
#[cfg(feature = "client")]
#[inline]
pub(super) fn with_texts<T>(first: usize, length: usize, run: impl FnOnce(&str, &str) -> T) -> T {
    with_parts(first, length, |bytes, second| run(text(bytes).unwrap_or_default(), second))
}

/// Runs with bytes, which take the first `first`, and the text behind them.
#[cfg(feature = "client")]
#[inline]
pub(super) fn with_parts<T>(first: usize, length: usize, run: impl FnOnce(&[u8], &str) -> T) -> T {
    with_bytes(length, |bytes| {
        let (bytes, second) = bytes.split_at_checked(first).unwrap_or_default();
        run(bytes, text(second).unwrap_or_default())
    })
}

/// Leaves a text for JavaScript.
pub(super) fn leave(write: impl FnOnce(&mut String)) {
    OUTPUT.with_borrow_mut(|output| {
        output.clear();
        output.shrink_to(MOST_SPARE);
        write(output);
    });
}

/// The room that is kept for the next text that is left.
const MOST_SPARE: usize = 1 << 16;
