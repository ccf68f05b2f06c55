//! What Interakt tells a webhook: WhatsApp's events by their `type`, those of RCS by their
//! `entityType`.
//!
//! A payload is known when its kind is one of these and has what is required here. Everything else
//! is open: other kinds and other keys pass untouched.

mod channel;
mod kind;
mod message;
mod meta;
mod rcs;
mod reply;
mod status;
mod whatsapp;
mod workflow;

pub use channel::{Channel, Facts, Part, Place, Places};
pub use rcs::RCS;
pub use status::Status;
pub use whatsapp::WHATSAPP;

/// The channels. An event is of the first whose kind of tag it has.
pub static CHANNELS: [&Channel; 2] = [&WHATSAPP, &RCS];

/// Where the events of each say what they are about.
pub static PLACES: [&Places; 2] = [WHATSAPP.places, RCS.places];

/// The header that carries the signature: `sha256=` and 64 lower-case hexadecimal digits.
pub const SIGNATURE_HEADER: &str = "Interakt-Signature";
