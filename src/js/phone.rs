//! Phone numbers.

use wasm_bindgen::prelude::*;

#[cfg(feature = "phone-parse")]
use super::text::leave;
use super::text::with_bytes;
use super::utf8::ascii;
use crate::phone;
#[cfg(feature = "phone-parse")]
use crate::phone::Country;
#[cfg(feature = "phone-formats")]
use crate::phone::Style;

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
        let typed = phone::read::<true>(text, ascii(text), default.as_ref());
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

/// Leaves a whole number as it is written: `style` is 0 for national, 1 for international, 2 for
/// E.164. 0 where there is no digit, 2 where it stays as it is.
#[cfg(feature = "phone-formats")]
#[wasm_bindgen(js_name = phoneFormat)]
pub fn phone_format(length: usize, style: usize) -> u32 {
    let style = match style {
        0 => Style::National,
        1 => Style::International,
        _ => Style::E164,
    };
    let mut done = 0;
    with_bytes(length, |full| leave(|out| done = phone::write_full(full, style, out) as u32));
    done
}

/// Groups what is being typed: the text behind the default country, which takes the first `country`
/// bytes and is none where these are none. The caret stands behind the first `caret` bytes of all.
/// Leaves the text and says where the caret is in it; -1 where the text stays as it is, -2 where
/// there is no such country.
#[cfg(feature = "phone-formats")]
#[wasm_bindgen(js_name = phoneType)]
pub fn phone_type(country: usize, length: usize, caret: usize) -> i32 {
    with_bytes(length, |given| {
        let (letters, text) = given.split_at_checked(country).unwrap_or_default();
        let default = ascii(letters).and_then(Country::of);
        if default.is_none() && !letters.is_empty() {
            return -2;
        }
        let head = given.get(country..caret).unwrap_or_default();
        let mut found = None;
        leave(|out| found = phone::write_typed(text, head, default.as_ref(), out));
        found.map_or(-1, |caret| caret as i32)
    })
}

/// Leaves the number of a mobile of a country, calling code and all; `false` where there is no such
/// country.
#[cfg(feature = "phone-formats")]
#[wasm_bindgen(js_name = phoneExample)]
pub fn phone_example(length: usize) -> bool {
    with_bytes(length, |given| {
        let country = ascii(given).and_then(Country::of);
        if let Some(country) = &country {
            leave(|out| phone::write_example(country, out));
        }
        country.is_some()
    })
}
