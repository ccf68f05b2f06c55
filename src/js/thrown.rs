//! What is handed over, and what is thrown: plain objects, of which the package
//! makes errors of its own classes.

use serde::Serialize;
use wasm_bindgen::prelude::*;

#[cfg(any(feature = "checks", feature = "client"))]
use crate::schema::Issue;
use crate::schema::Plain;

/// A JavaScript value of the same shape.
pub(super) fn to_js(value: &Plain) -> Result<JsValue, JsValue> {
    value.serialize(&serde_wasm_bindgen::Serializer::json_compatible()).map_err(JsValue::from)
}

/// The value, or why it cannot be made: either is thrown.
#[cfg(feature = "client")]
pub(super) fn describe(value: &Plain) -> JsValue {
    to_js(value).unwrap_or_else(|error| error)
}

/// An array of issues.
#[cfg(any(feature = "checks", feature = "client"))]
pub(super) fn issues(issues: &[Issue]) -> Plain<'_> {
    Plain::list(issues, Issue::plain)
}

/// `{ kind: "validation", operation, issues }`
#[cfg(feature = "client")]
pub(super) fn invalid(operation: &'static str, found: &[Issue]) -> JsValue {
    describe(&Plain::object([
        ("kind", "validation".into()),
        ("operation", operation.into()),
        ("issues", issues(found)),
    ]))
}
