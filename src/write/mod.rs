//! What is written from the descriptions, on the host only, but for JSON Schema, which the module
//! writes too.

mod json_schema;
mod json_text;
mod named;
mod ways;

#[cfg(not(target_arch = "wasm32"))]
mod failures;
#[cfg(not(target_arch = "wasm32"))]
mod files;
#[cfg(not(target_arch = "wasm32"))]
mod mistakes;
#[cfg(not(target_arch = "wasm32"))]
mod openapi;
#[cfg(not(target_arch = "wasm32"))]
mod phones;
#[cfg(not(target_arch = "wasm32"))]
mod prose;
#[cfg(not(target_arch = "wasm32"))]
mod rules;
#[cfg(not(target_arch = "wasm32"))]
mod typescript;
#[cfg(not(target_arch = "wasm32"))]
mod walk;
#[cfg(not(target_arch = "wasm32"))]
mod webhooks;

#[cfg(test)]
mod sample;

pub use json_schema::json_schema;
#[cfg(not(target_arch = "wasm32"))]
pub use {files::files, openapi::openapi, rules::rules, typescript::types};
