//! What webhooks bring.

use wasm_bindgen::prelude::*;

use super::text::{leave, with_input};
use crate::client::read_event;

/// Leaves what a webhook's body tells: the payload and the facts of its event, as the JSON text of
/// a pair; nothing when the body is no JSON object.
#[wasm_bindgen]
pub fn event(length: usize) {
    with_input(length, |body| leave(|out| *out = read_event(body).unwrap_or_default()));
}
