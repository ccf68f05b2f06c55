//! What is written from the descriptions: nothing of it ships. Tests read issues on every target;
//! all else is for the host.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    reason = "nothing of it ships: what goes wrong here ends a test or the writing of a document"
)]

macro_rules! on_the_host {
    ($($item:item)*) => { $(#[cfg(not(target_arch = "wasm32"))] $item)* };
}

mod check;
mod issue;

on_the_host! {
    mod catalogues;
    mod errors;
    mod failures;
    mod files;
    mod issue_params;
    mod json_schema;
    mod json_text;
    mod limits;
    mod mistakes;
    mod named;
    mod openapi;
    mod phones;
    mod prose;
    mod rules;
    mod typescript;
    mod walk;
    mod ways;
    mod webhooks;
}

#[cfg(test)]
mod decoding;
#[cfg(test)]
mod sample;

pub use check::{Catalogue, catalogue, check, issues, pack, view};
pub use issue::{Issue, parameters, read};

on_the_host! {
    pub use errors::{guide_tables, with_tables};
    pub use files::files;
    pub use json_schema::json_schema;
    pub use openapi::openapi;
    pub use rules::rules;
    pub use typescript::types;
    pub use ways::missed_when_empty;
}
