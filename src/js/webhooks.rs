//! What webhooks bring.

use wasm_bindgen::prelude::*;

use crate::client::read_event;

/// What a webhook's body tells: the payload and the facts of its event, as the JSON text of a pair;
/// empty when the body is no JSON object.
#[wasm_bindgen]
pub fn event(body: &str) -> String {
    read_event(body).unwrap_or_default()
}
