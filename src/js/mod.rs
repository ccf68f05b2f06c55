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
//!
//! # What can end an instance
//!
//! A panic is a trap here, and an instance that has trapped is of no use any more: the JavaScript
//! around it starts a new one. No input gets that far. Our own code cannot panic, which clippy
//! checks in each cut (`lib.rs`, `clippy.toml`). What is left is in the standard library and in
//! other crates:
//!
//! | what | when it traps | why no input does it |
//! |---|---|---|
//! | the allocator | memory cannot grow, or a `Vec` would pass 2 GB | memory is in proportion to the input, of which checks take 16 MB and rows 4 MB; where a page or a Worker has less left, that call fails, and the next has a new instance |
//! | the stack, 1 MB | calls nest too deep | none nests with its input: texts are read into a flat tape without calls, descriptions are finite, and where a text may hold another (`said.rs`, `decode.rs`, `secret.rs`) the layers are counted; `tests/size/stack.test.mjs` measures what is used |
//! | `RefCell` | it is borrowed twice | the module imports nothing, so nothing calls it back, and a call borrows each of its cells once |
//! | `thread_local` | its thread has ended | there is one thread, which does not end |
//! | `str` and slices | an index is out of bounds | they are searched and split by functions that give places within them, and cut by `get` |
//! | `csv-core` | it has no room for so many classes of bytes | only the delimiter differs, and a test tries every byte |
//! | `serde_json` | never | no module holds it: only what writes documents uses it |

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

#[expect(unsafe_code, reason = "this WebAssembly has one thread")]
#[global_allocator]
static ALLOCATOR: AssumeSingleThreaded<FreeListAllocator> =
    unsafe { AssumeSingleThreaded::new(FreeListAllocator::new()) };
