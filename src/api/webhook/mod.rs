//! What Interakt tells a webhook: WhatsApp's events by their `type`, those of RCS by their
//! `entityType`.
//!
//! A payload is known when its kind is one of these and has what is required here. Everything else
//! is open: other kinds and other keys pass untouched.

mod channel;
mod message;
mod rcs;
mod status;
mod whatsapp;
mod workflow;

use crate::schema::{Group, Variant, variant};
pub use channel::{Channel, Facts, Part, Place};
pub use rcs::RCS;
pub use status::Status;
pub use whatsapp::WHATSAPP;

/// The channels. An event is of the first whose kind of tag it has.
#[cfg(not(target_arch = "wasm32"))]
pub static CHANNELS: [&Channel; 2] = [&WHATSAPP, &RCS];

/// The header that carries the signature: `sha256=` and 64 lower-case hexadecimal digits.
pub const SIGNATURE_HEADER: &str = "Interakt-Signature";

/// A kind of event: unknown keys pass.
const fn kind(
    value: &'static str,
    name: &'static str,
    groups: &'static [&'static Group],
    text: &'static str,
) -> Variant {
    let mut kind = variant(value, name, groups, text);
    kind.object.open = true;
    kind
}
