//! The world's numbering plan, in full agreement with Google's libphonenumber but
//! for what `docs/phones.md` names.
//!
//! There are two tiers. The *lengths* ([`CallingCode::wrong`]) say what no number can
//! be: they change slowly, so a number that breaks them is an error. The *patterns*
//! ([`CallingCode::kind`]) say what is in use today: they change every few weeks, so
//! they are only good for a warning.

mod calling_code;
mod characters;
mod country;
mod decoder;
mod dialled;
mod lengths;
mod note;
mod patterns;
mod tables;
mod typed;
mod whatsapp;

pub use calling_code::CallingCode;
pub use country::Country;
pub use lengths::{Lengths, Wrong};
pub use note::{NOTES, Note};
pub use patterns::Kind;
pub use tables::VERSION;
pub use typed::{CODES, Number, Typed, parse};

/// Whether a number could exist: digits of calling code and national number, with or without a `+`.
///
/// ```
/// assert!(interakt_wasm::phone::is_possible("+919876543210"));
/// assert!(!interakt_wasm::phone::is_possible("91987654321"));
/// ```
pub fn is_possible(full: &str) -> bool {
    possible(full).is_some()
}

/// Whether a number could exist and looks like one that a mobile can have.
///
/// ```
/// assert!(interakt_wasm::phone::is_mobile("919876543210"));
/// ```
pub fn is_mobile(full: &str) -> bool {
    possible(full).is_some_and(|(code, national)| code.kind(national) == Kind::Mobile)
}

fn possible(full: &str) -> Option<(CallingCode, &str)> {
    let digits = full.strip_prefix('+').unwrap_or(full);
    let (code, national) = CallingCode::split(digits)?;
    let whole = national.bytes().all(|byte| byte.is_ascii_digit());
    (whole && code.wrong(national).is_none()).then_some((code, national))
}
