//! Validate, build and send Interakt WhatsApp and RCS requests from browsers,
//! edge workers and servers.
//!
//! What Interakt accepts is described once, as constant data, in [`api`]; the
//! language of these descriptions, and what reads them, is [`schema`]. [`packer`] makes
//! bytes of them when the crate is built, and [`packs`] has these bytes.
//! [`client`] decides without doing: what a request looks like, what an answer
//! means. On the host, `write` makes the types, schemas and documents of the descriptions.
//! [`rows`] checks files of inputs. Only `js` knows that there is a JavaScript around it.
//!
//! Imports run one way, which `tests/imports.rs` sees to: `write`, `rows`, `client`, `packs`, `api`,
//! `phone`, `schema`; `js` stands above all that ships.

#![cfg_attr(speed, feature(optimize_attribute))]
// A panic is a trap in WebAssembly, and a wrong number is no better: nothing that ships may come to
// either. `js/mod.rs` says what these lints do not see.
#![cfg_attr(
    not(test),
    deny(
        clippy::arithmetic_side_effects,
        clippy::disallowed_methods,
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::todo,
        clippy::unimplemented,
        clippy::unreachable,
        clippy::unwrap_used,
    )
)]

// First: its shorthand macros are for the others.
#[macro_use]
pub mod schema;
pub mod api;
#[cfg(feature = "client")]
pub mod client;
#[cfg(target_arch = "wasm32")]
pub mod js;
pub mod packer;
#[cfg(feature = "checks")]
pub mod packs;
pub mod phone;
#[cfg(feature = "bulk")]
pub mod rows;
#[cfg(feature = "whole")]
pub mod write;
