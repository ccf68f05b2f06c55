//! What inputs are checked with.

use wasm_bindgen::prelude::*;

use super::thrown::{issues, to_js};
#[cfg(not(feature = "operations"))]
use crate::api::CUSTOMER_INPUTS;
#[cfg(feature = "operations")]
use crate::api::OPERATIONS;
use crate::schema::{Issue, Params, Severity, Shape, check, codes};

/// The inputs that this cut describes: those of all operations.
#[cfg(feature = "operations")]
fn input(index: usize) -> Result<&'static Shape, JsValue> {
    OPERATIONS.get(index).map(|operation| &operation.input).ok_or(JsValue::NULL)
}

/// The inputs that this cut describes: those of a form about a customer.
#[cfg(not(feature = "operations"))]
fn input(index: usize) -> Result<&'static Shape, JsValue> {
    CUSTOMER_INPUTS.get(index).copied().ok_or(JsValue::NULL)
}

/// Every issue of an input, errors and warnings, in the order of the description.
#[wasm_bindgen(unchecked_return_type = "object[]")]
pub fn validate(op: usize, json: &str) -> Result<JsValue, JsValue> {
    to_js(&issues(&check(input(op)?, json)))
}

/// The issue of an input that JSON cannot carry. Only JavaScript knows where, and puts in the path.
#[wasm_bindgen(unchecked_return_type = "object")]
pub fn unserializable(reason: String) -> Result<JsValue, JsValue> {
    let params = Params::default().with("reason", reason);
    to_js(&Issue::new(&codes::UNSERIALIZABLE, Severity::Error, Vec::new(), params).plain())
}
