//! What is fuzzed: of each target what the crate does with some bytes, and what must hold of it.
//!
//! The bytes are lines that choose, such as the name of an operation, and behind them the text that
//! strangers may write. So a case can be read, and whoever finds one can write it by hand.
//!
//! `npm run fuzz` looks for bytes of which something does not hold, `cargo test --test corpus`
//! goes through those that it has kept.

#![allow(dead_code, reason = "tests need a part of it")]

mod answer;
mod grown;
mod packs;
mod phone;
mod records;
mod redact;
mod request;
mod rows;
#[path = "../../rows_support/mod.rs"]
mod rows_support;
mod settings;
mod sms;
mod tape;
mod validate;
mod webhook;

use interakt_wasm::api::OPERATIONS;
use serde::de::IgnoredAny;

#[allow(unused_imports, reason = "tests need a part of it")]
pub use grown::{Grown, Worst, grown};

/// Something that strangers' bytes reach.
pub struct Target {
    pub name: &'static str,
    /// Fails where something does not hold that must.
    pub run: fn(&[u8]),
    /// Does what the crate does, and nothing else: what it costs is counted.
    pub work: fn(&[u8]),
}

macro_rules! targets {
    ($($name:ident)*) => {
        &[$(Target { name: stringify!($name), run: $name::run, work: $name::work }),*]
    };
}

pub const TARGETS: &[Target] = targets! {
    tape validate packs request answer phone webhook rows records redact settings sms
};

pub fn find(name: &str) -> Option<&'static Target> {
    TARGETS.iter().find(|target| target.name == name)
}

/// The first line, and what stands behind it.
fn line(bytes: &[u8]) -> (&[u8], &[u8]) {
    match bytes.iter().position(|byte| *byte == b'\n') {
        Some(end) => (&bytes[..end], &bytes[end + 1..]),
        None => (bytes, &[]),
    }
}

/// The text that bytes begin with.
fn text(bytes: &[u8]) -> &str {
    match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    }
}

/// One of so many that a line names: by the place of its name, or whatever else it says.
fn chosen(line: &[u8], names: impl IntoIterator<Item = &'static str>, count: usize) -> usize {
    let named = names.into_iter().position(|name| name.as_bytes() == line);
    let any = || line.iter().fold(0, |sum, byte| sum + usize::from(*byte)) % count;
    named.unwrap_or_else(any)
}

/// The place of the operation that a line names.
fn operation(line: &[u8]) -> usize {
    chosen(line, OPERATIONS.iter().map(|operation| operation.name), OPERATIONS.len())
}

/// Whether others take this for JSON.
fn is_json(text: &str) -> bool {
    serde_json::from_str::<IgnoredAny>(text).is_ok()
}
