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
//! A panic is a trap, behind which the instance is of no use any more: whoever loads the module
//! starts another one. No input reaches one. Our own code has none, which `lib.rs` has clippy see
//! to, in each cut. What the standard library and other crates have left is this:
//!
//! | what | when it traps | why no input does it |
//! |---|---|---|
//! | the allocator | when the memory cannot grow, or a `Vec` would pass 2 GB | memory is in proportion to the input, which checks bound by 16 MB and rows by 4 MB; where a page or a Worker has less, the call fails and the next has a new instance |
//! | the stack, 1 MB | when calls nest too deep | none nests with its input: texts are read into a flat tape without calls, descriptions are finite, and where a text may hold a text (`said.rs`, `decode.rs`, `secret.rs`) the layers are counted; `tests/size/stack.test.mjs` measures what is used |
//! | `RefCell` | when it is borrowed twice | the module imports nothing, so nothing can call it back, and each cell is borrowed in one place of a call |
//! | `thread_local` | after its thread has ended | there is one thread, which does not end |
//! | `str` searches, `memchr` | never: they slice within what they have found | |
//! | `csv-core` | on building a reader with more classes of bytes than it has room for | the delimiter is all that differs, and a test tries each |
//! | `serde_json` | | only what writes documents uses it: it is in no module |

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
