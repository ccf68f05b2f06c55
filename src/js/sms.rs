//! How many SMS a text takes.

use wasm_bindgen::prelude::*;

use super::thrown::to_js;
use crate::api::sms::segments;

/// `{ encoding, units, unitsPerSegment, segments }`
#[wasm_bindgen(unchecked_return_type = "object", js_name = smsSegments)]
pub fn sms_segments(text: &str) -> Result<JsValue, JsValue> {
    to_js(&segments(text).plain())
}
