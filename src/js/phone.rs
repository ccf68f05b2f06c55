//! Phone numbers.

use wasm_bindgen::prelude::*;

#[cfg(feature = "phone-parse")]
use super::text::leave;
use super::text::with_bytes;
use super::utf8::ascii;
use crate::phone;
#[cfg(feature = "phone-parse")]
use crate::phone::Country;

/// Reads what somebody typed: the text behind the default country, which takes the first `country`
/// bytes and is none where these are none. Leaves what `Typed::json` says; `false` where there is
/// no such country.
#[cfg(feature = "phone-parse")]
#[wasm_bindgen(js_name = phoneParse)]
pub fn phone_parse(country: usize, length: usize) -> bool {
    with_bytes(length, |given| {
        let (letters, text) = given.split_at_checked(country).unwrap_or_default();
        let default = ascii(letters).and_then(Country::of);
        if default.is_none() && !letters.is_empty() {
            return false;
        }
        let typed = phone::read(text, ascii(text), default.as_ref());
        leave(|out| typed.write(out));
        true
    })
}

/// Leaves a line for each calling code: letters of its countries, number, lengths a bit each.
#[cfg(feature = "phone-parse")]
#[wasm_bindgen(js_name = phoneCountries)]
pub fn phone_countries() {
    leave(|out| *out = Country::lines());
}

/// Whether a number could exist, or also looks like one that a mobile can have.
#[wasm_bindgen(js_name = phoneIs)]
pub fn phone_is(length: usize, mobile: bool) -> bool {
    with_bytes(length, |full| ascii(full).is_some_and(|full| phone::is(full, mobile)))
}
