//! The world's numbering plan, in full agreement with Google's libphonenumber but
//! for what `docs/reference/phones.md` names.
//!
//! There are two tiers. The *lengths* ([`CallingCode::wrong`]) say what no number can
//! be: they change slowly, so a number that breaks them is an error. The *patterns*
//! ([`CallingCode::kind`]) say what is in use today: they change every few weeks, so
//! they are only good for a warning.

mod calling_code;
mod characters;
mod country;
mod damaged;
mod decoder;
mod dialled;
#[cfg(any(feature = "phone-formats", not(target_arch = "wasm32")))]
mod format;
#[cfg(any(feature = "phone-formats", not(target_arch = "wasm32")))]
mod format_table;
mod lengths;
mod note;
mod patterns;
mod tables;
mod typed;
mod unpacker;
mod verdict;
mod whatsapp;

pub use calling_code::CallingCode;
pub use country::Country;
pub use damaged::{DAMAGED, damaged};
#[cfg(any(feature = "phone-formats", not(target_arch = "wasm32")))]
pub use format::{Grouped, Style, example, format, group};
#[cfg(feature = "phone-formats")]
pub(crate) use format::{write_example, write_full, write_typed};
pub use lengths::{Lengths, Wrong};
pub use note::NOTES;
pub use patterns::Kind;
pub use tables::VERSION;
#[cfg(any(feature = "bulk", target_arch = "wasm32"))]
pub(crate) use typed::read;
pub use typed::{CODES, Number, Typed, parse};
pub use verdict::{INTERNATIONAL_PREFIX, verdict};
pub(crate) use verdict::{
    RULES_ANYWHERE, RULES_OF_PAIRS, RULES_OF_PHONES, RULES_TO_CALL, RULES_TO_MESSAGE,
    judge_anywhere, judge_aside, judge_behind_code, judge_full,
};

/// The codes of all that can be said of what somebody typed.
pub fn codes() -> Vec<&'static crate::schema::Code> {
    let verdicts = RULES_TO_MESSAGE.iter().chain(RULES_ANYWHERE).map(|verdict| verdict.code);
    CODES.iter().copied().chain(NOTES).chain(verdicts).collect()
}

/// Whether a number could exist: digits of calling code and national number, with or without a `+`.
///
/// ```
/// assert!(interakt_wasm::phone::is_possible("+919876543210"));
/// assert!(!interakt_wasm::phone::is_possible("91987654321"));
/// ```
pub fn is_possible(full: &str) -> bool {
    is(full, false)
}

/// Whether a number could exist and looks like one that a mobile can have.
///
/// ```
/// assert!(interakt_wasm::phone::is_mobile("919876543210"));
/// ```
pub fn is_mobile(full: &str) -> bool {
    is(full, true)
}

/// Whether a number could exist, and if asked for, looks like one that a mobile can have.
// The module is built for size: small functions and methods of strings stay calls there, which
// take longer than what they do. So what is asked of millions of numbers is inlined and
// goes through bytes, here and in what it calls.
pub(crate) fn is(full: &str, mobile: bool) -> bool {
    let digits = match full.as_bytes() {
        [b'+', ..] => full.get(1..).unwrap_or_default(),
        _ => full,
    };
    let Some((code, national)) = CallingCode::split(digits) else { return false };
    let mut rest = national.as_bytes();
    while let [b'0'..=b'9', behind @ ..] = rest {
        rest = behind;
    }
    rest.is_empty() && code.allows(national) && (!mobile || code.kind(national) == Kind::Mobile)
}
