//! How many SMS a text takes.

use wasm_bindgen::prelude::*;

use super::text::{leave, with_input};
use crate::api::sms::segments;

/// Leaves `["encoding",units,unitsPerSegment,segments]`.
#[wasm_bindgen(js_name = smsSegments)]
pub fn sms_segments(length: usize) {
    with_input(length, |text| leave(|out| *out = segments(text).json()));
}
