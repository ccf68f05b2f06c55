//! Whom an input is for.

use std::borrow::Cow;

use crate::schema::{View, is_digits};

/// The digits that a number can have: all of them fit into an `f64`.
const MOST_DIGITS: usize = 15;

/// Whom an input is for: the same for the same person, however it is told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) enum Recipient<'a> {
    /// Nobody, or a number that is none.
    #[default]
    Nobody,
    /// Country code and number.
    Number(u64),
    /// An id of the caller's own system, where there is no number.
    Id(Cow<'a, str>),
}

impl<'a> Recipient<'a> {
    /// The same, without what it was read from.
    pub(super) fn into_owned(self) -> Recipient<'static> {
        match self {
            Recipient::Nobody => Recipient::Nobody,
            Recipient::Number(number) => Recipient::Number(number),
            Recipient::Id(id) => Recipient::Id(id.into_owned().into()),
        }
    }

    pub(super) fn of(input: View<'a>) -> Self {
        let (mut code, mut national, mut full, mut id) = (None, None, None, None);
        if input.is_object() {
            for (key, value) in input.pieces() {
                // Whoever writes JSON may escape what need not be: .NET does so with a `+`.
                match key.as_text().as_deref() {
                    Some("countryCode") => code = value.as_text(),
                    Some("phoneNumber") => national = value.as_text(),
                    Some("fullPhoneNumber") => full = value.as_text(),
                    Some("userId") => id = Some(value),
                    _ => {}
                }
            }
        }
        let number = match (full, code, national) {
            (Some(full), ..) if !full.is_empty() => number_of(&full, ""),
            (_, Some(code), Some(national)) => number_of(&code, &national),
            _ => None,
        };
        let id = || id.and_then(View::as_text).filter(|id| !id.is_empty());
        match number {
            Some(number) => Recipient::Number(number),
            None => id().map_or(Recipient::Nobody, Recipient::Id),
        }
    }
}

/// The number of these digits, of which the first may stand behind a `+`.
fn number_of(first: &str, rest: &str) -> Option<u64> {
    let first = first.strip_prefix('+').unwrap_or(first);
    if !is_digits(first) || first.len().saturating_add(rest.len()) > MOST_DIGITS {
        return None;
    }
    let mut number = 0u64;
    for byte in first.bytes().chain(rest.bytes()) {
        if !byte.is_ascii_digit() {
            return None;
        }
        number = number.wrapping_mul(10).wrapping_add(u64::from(byte & 15));
    }
    Some(number)
}
