//! What is thrown: JSON texts, of which the package makes errors of its own classes.

use wasm_bindgen::prelude::*;

use crate::schema::{Plain, Report};

/// What is wrong, as JSON text.
pub(super) fn describe(value: &Plain) -> JsValue {
    JsValue::from_str(&value.json())
}

/// `{ kind: "validation", operation, report }`
pub(super) fn invalid(operation: &'static str, report: &Report) -> JsValue {
    describe(&Plain::object([
        ("kind", "validation".into()),
        ("operation", operation.into()),
        ("report", report.text().into()),
    ]))
}
