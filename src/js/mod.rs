//! The edge: the only module that knows that there is a JavaScript around.
//!
//! What is exported here is for `pkg-template/src` alone, which gives it its
//! public shape and does what only time can tell: wait for an answer, a timer, an
//! abort. An operation is its index in [`OPERATIONS`](crate::api::OPERATIONS). Only numbers
//! cross by themselves; texts stand in two places of the memory (`text.rs`). So there is no
//! value of JavaScript here, and no glue for one.
//!
//! A file for each of those who need it, so that a cut of the package holds what it exports
//! and nothing else. Which cut has which is said in Cargo.toml.

#[cfg(feature = "checks")]
mod checks;
#[cfg(feature = "client")]
mod client;
#[cfg(feature = "phone-lengths")]
mod phone;
#[cfg(feature = "bulk")]
mod rows;
#[cfg(feature = "sms")]
mod sms;
mod text;
mod utf8;
#[cfg(feature = "webhooks")]
mod webhooks;

#[cfg(feature = "checks")]
pub use checks::*;
#[cfg(feature = "client")]
pub use client::*;
#[cfg(feature = "phone-lengths")]
pub use phone::*;
#[cfg(feature = "bulk")]
pub use rows::*;
#[cfg(feature = "sms")]
pub use sms::*;
pub use text::*;
#[cfg(feature = "webhooks")]
pub use webhooks::*;

use lol_alloc::{AssumeSingleThreaded, FreeListAllocator};

// WebAssembly without threads has one.
#[allow(unsafe_code)]
#[global_allocator]
static ALLOCATOR: AssumeSingleThreaded<FreeListAllocator> =
    unsafe { AssumeSingleThreaded::new(FreeListAllocator::new()) };
