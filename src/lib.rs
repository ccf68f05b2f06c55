//! Validate, build and send Interakt WhatsApp and RCS requests from browsers,
//! edge workers and servers.
//!
//! What Interakt accepts is described once, as constant data, in [`api`]; the
//! language of these descriptions, and what reads them, is [`schema`].
//! [`client`] decides without doing: what a request looks like, what an answer
//! means. [`mod@write`] makes the types, schemas and documents of the descriptions. Only
//! `js` knows that there is a JavaScript around it.
//!
//! Imports run one way, which `tests/imports.rs` sees to: `write`, `client`, `api`,
//! `phone`, `schema`; `js` stands above all that ships, `write` is for the host alone.

// First: its shorthand macros are for the others.
#[macro_use]
pub mod schema;
pub mod api;
pub mod client;
#[cfg(target_arch = "wasm32")]
pub mod js;
pub mod phone;
#[cfg(not(target_arch = "wasm32"))]
pub mod write;
