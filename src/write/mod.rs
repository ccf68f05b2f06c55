//! What is written from the descriptions, on the host only.

mod check;
mod failures;
mod files;
mod issue;
mod json_schema;
mod json_text;
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

#[cfg(test)]
mod decoding;
#[cfg(test)]
mod sample;

pub use check::{Catalogue, catalogue, check, issues, pack, view};
pub use files::files;
pub use issue::{Issue, read};
pub use json_schema::json_schema;
pub use openapi::openapi;
pub use rules::rules;
pub use typescript::types;
