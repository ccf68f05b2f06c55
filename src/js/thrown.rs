//! What is handed over, and what is thrown: plain objects, of which the package
//! makes errors of its own classes.

use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::schema::{Plain, Report};

/// A JavaScript value of the same shape.
pub(super) fn to_js(value: &Plain) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// The value, or why it cannot be made: either is thrown.
pub(super) fn describe(value: &Plain) -> JsValue {
    to_js(value).unwrap_or_else(|error| error)
}

/// `{ kind: "validation", operation, report }`
pub(super) fn invalid(operation: &'static str, report: &Report) -> JsValue {
    describe(&Plain::object([
        ("kind", "validation".into()),
        ("operation", operation.into()),
        ("report", report.text().into()),
    ]))
}
