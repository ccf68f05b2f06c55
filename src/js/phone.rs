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

/// Writes a whole number: `style` is 0 for national, 1 for international, 2 for E.164. Leaves its
/// text; `false` where there are no digits.
#[cfg(feature = "phone-formats")]
#[wasm_bindgen(js_name = phoneFormat)]
pub fn phone_format(length: usize, style: usize) -> bool {
    with_bytes(length, |_| style > 2)
}

/// Writes what is being typed, of which the default country takes the first `country` bytes and the
/// caret stands behind `caret` bytes of the rest. Leaves the text and says where the caret is in it.
#[cfg(feature = "phone-formats")]
#[wasm_bindgen(js_name = phoneType)]
pub fn phone_type(country: usize, length: usize, caret: usize) -> usize {
    with_bytes(length, |_| country + caret)
}

/// Leaves the number of a mobile of a country as `Typed::json` says one; `false` where there is no
/// such country.
#[cfg(feature = "phone-formats")]
#[wasm_bindgen(js_name = phoneExample)]
pub fn phone_example(length: usize) -> bool {
    with_bytes(length, |country| country.is_empty())
}
