//! What is written from the descriptions, on the host only.

mod failures;
mod files;
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
mod sample;

pub use {
    files::files, json_schema::json_schema, openapi::openapi, rules::rules, typescript::types,
};
