//! Phone numbers.

use wasm_bindgen::prelude::*;

#[cfg(feature = "phone-parse")]
use super::thrown::to_js;
use crate::phone;
#[cfg(feature = "phone-parse")]
use crate::phone::Country;

/// `{ number, issues, notes }` for what somebody typed; `null` where there is no such default
/// country. An empty one is none.
#[cfg(feature = "phone-parse")]
#[wasm_bindgen(unchecked_return_type = "object | null", js_name = phoneParse)]
pub fn phone_parse(text: &str, default_country: &str) -> Result<JsValue, JsValue> {
    let default = if default_country.is_empty() {
        None
    } else {
        let found = Country::of(default_country);
        if found.is_none() {
            return Ok(JsValue::NULL);
        }
        found
    };
    to_js(&phone::parse(text, default.as_ref()).plain())
}

/// A line for each calling code: letters of its countries, number, lengths a bit each.
#[cfg(feature = "phone-parse")]
#[wasm_bindgen(js_name = phoneCountries)]
pub fn phone_countries() -> String {
    Country::lines()
}

/// Whether a number could exist, or also looks like one that a mobile can have.
#[wasm_bindgen(js_name = phoneIs)]
pub fn phone_is(full: &str, mobile: bool) -> bool {
    phone::is(full, mobile)
}
