//! The edge: the only module that knows that there is a JavaScript around.
//!
//! What is exported here is for `pkg-template/src` alone, which gives it its
//! public shape and does what only time can tell: wait for an answer, a timer, an
//! abort. An operation is its index in [`OPERATIONS`]; a list of headers comes as
//! JSON text, names and values in turn. What cannot be done is thrown as a plain
//! object with a `kind`.

mod request;
mod thrown;

use js_sys::{Date, JSON};
use lol_alloc::{AssumeSingleThreaded, FreeListAllocator};
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Request};

use crate::api::{OPERATIONS, Operation, sms::segments};
use crate::client::{
    Answer, Attempt, Lost, Outcome, Policy, Redirect, Refusal, Settings, build_request,
    check_settings, decide, invalid_answer, read_answer, read_event, without_key,
};
#[cfg(feature = "phone-lengths")]
use crate::phone::{self, Country};
use crate::schema::{Issue, Params, Severity, View, check, codes, write::json_schema};
use thrown::{describe, invalid, issues, to_js};

// WebAssembly without threads has one.
#[allow(unsafe_code)]
#[global_allocator]
static ALLOCATOR: AssumeSingleThreaded<FreeListAllocator> =
    unsafe { AssumeSingleThreaded::new(FreeListAllocator::new()) };

fn operation(index: usize) -> Result<&'static Operation, JsValue> {
    OPERATIONS.get(index).copied().ok_or(JsValue::NULL)
}

/// Every issue of an input, errors and warnings, in the order of the description.
#[wasm_bindgen(unchecked_return_type = "object[]")]
pub fn validate(op: usize, json: &str) -> Result<JsValue, JsValue> {
    to_js(&issues(&check(&operation(op)?.input, json)))
}

/// The issue of an input that JSON cannot carry. Only JavaScript knows where, and puts in the path.
#[wasm_bindgen(unchecked_return_type = "object")]
pub fn unserializable(reason: String) -> Result<JsValue, JsValue> {
    let params = Params::default().with("reason", reason);
    to_js(&Issue::new(&codes::UNSERIALIZABLE, Severity::Error, Vec::new(), params).plain())
}

/// The warnings about a client's settings; throws for one that cannot work.
#[wasm_bindgen(unchecked_return_type = "object[]")]
pub fn configure(
    base_url: Option<String>,
    api_key: Option<String>,
    headers: &str,
) -> Result<JsValue, JsValue> {
    let headers = pairs(headers);
    let settings =
        Settings { base_url: base_url.as_deref(), api_key: api_key.as_deref(), headers: &headers };
    match check_settings(settings) {
        Ok((_, warning)) => to_js(&issues(warning.as_slice())),
        Err(misuse) => Err(describe(&misuse.plain())),
    }
}

/// The request as an object, with `warnings` and with `fileField` where a form carries a file.
#[wasm_bindgen(unchecked_return_type = "object")]
pub fn build(
    op: usize,
    json: &str,
    base_url: Option<String>,
    api_key: Option<String>,
    headers: &str,
) -> Result<JsValue, JsValue> {
    let operation = operation(op)?;
    let headers = pairs(headers);
    let settings =
        Settings { base_url: base_url.as_deref(), api_key: api_key.as_deref(), headers: &headers };
    match build_request(operation, json, settings) {
        Ok(request) => to_js(&request.plain()),
        Err(Refusal::Invalid(found)) => Err(invalid(operation.name, &found)),
        Err(Refusal::Misuse(misuse)) => Err(describe(&misuse.plain())),
    }
}

/// What is given to fetch.
#[wasm_bindgen]
pub fn request(
    op: usize,
    url: &str,
    headers: &str,
    body: JsValue,
    signal: Option<AbortSignal>,
) -> Result<Request, JsValue> {
    request::request(operation(op)?.method, url, &pairs(headers), &body, signal.as_ref())
}

/// The decoded answer; throws what the answer says instead. `redirect` is a word of
/// [`Redirect::of`]. The key is the one that the request carried, so that no error repeats it.
#[expect(clippy::too_many_arguments, reason = "objects cost more than they say")]
#[wasm_bindgen(unchecked_return_type = "unknown")]
pub fn parse(
    op: usize,
    status: u16,
    redirect: &str,
    retry_after: Option<String>,
    body: &[u8],
    cut: bool,
    api_key: Option<String>,
    earlier_unknown: bool,
) -> Result<JsValue, JsValue> {
    let operation = operation(op)?;
    let answer = Answer {
        status,
        redirect: Redirect::of(redirect),
        retry_after: retry_after.as_deref(),
        body,
        cut,
        earlier: if earlier_unknown { Outcome::Unknown } else { Outcome::NotSent },
        now_ms: Date::now() as i64,
        api_key: api_key.as_deref(),
    };
    let json = read_answer(operation, answer).map_err(|failure| describe(&failure.plain()))?;
    JSON::parse(&json).map_err(|_| describe(&invalid_answer(operation, answer).plain()))
}

/// What to say when the connection failed.
#[wasm_bindgen]
pub fn lost(op: usize) -> Result<String, JsValue> {
    Ok(Lost::Connection.message(operation(op)?))
}

/// What to say when an attempt took too long.
#[wasm_bindgen(js_name = timedOut)]
pub fn timed_out(op: usize, timeout_ms: u32) -> Result<String, JsValue> {
    Ok(Lost::Attempt { timeout_ms }.message(operation(op)?))
}

/// What to say when a call took too long as a whole, after how much was sent.
#[wasm_bindgen(js_name = outOfTime)]
pub fn out_of_time(op: usize, total_timeout_ms: u32, outcome: &str) -> Result<String, JsValue> {
    let outcomes = [Outcome::NotSent, Outcome::Refused];
    let known = outcomes.into_iter().find(|known| known.as_str() == outcome);
    let outcome = known.unwrap_or(Outcome::Unknown);
    Ok(Lost::Call { total_timeout_ms, outcome }.message(operation(op)?))
}

/// `{ again, waitMs }`: whether a request goes out again after a failure. No status: no whole answer came.
#[expect(clippy::too_many_arguments, reason = "objects cost more than they say")]
#[wasm_bindgen(unchecked_return_type = "object")]
pub fn retry(
    op: usize,
    status: Option<u16>,
    retry_after_ms: Option<f64>,
    number: u32,
    max_retries: f64,
    max_retry_after_ms: f64,
    retry_unknown_outcome: bool,
    remaining_ms: f64,
    random: f64,
) -> Result<JsValue, JsValue> {
    let attempt = Attempt { number, status, retry_after_ms };
    let policy = Policy {
        max_retries: max_retries as u32,
        max_retry_after_ms,
        retry_unknown_outcome,
        remaining_ms,
    };
    to_js(&decide(operation(op)?, attempt, policy, random).plain())
}

/// `{ encoding, units, unitsPerSegment, segments }`
#[wasm_bindgen(unchecked_return_type = "object", js_name = smsSegments)]
pub fn sms_segments(text: &str) -> Result<JsValue, JsValue> {
    to_js(&segments(text).plain())
}

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
#[cfg(feature = "phone-lengths")]
#[wasm_bindgen(js_name = phoneIs)]
pub fn phone_is(full: &str, mobile: bool) -> bool {
    phone::is(full, mobile)
}

/// What a webhook's body tells: the payload and the facts of its event, as the JSON text of a pair;
/// empty when the body is no JSON object.
#[wasm_bindgen]
pub fn event(body: &str) -> String {
    read_event(body).unwrap_or_default()
}

/// The JSON Schema (draft 2020-12) of an operation's input, as text.
#[wasm_bindgen]
pub fn schema(op: usize) -> Result<String, JsValue> {
    Ok(json_schema(&operation(op)?.input))
}

/// The text without the key in any form.
#[wasm_bindgen]
pub fn redact(text: &str, api_key: &str) -> String {
    without_key(text, Some(api_key))
}

fn pairs(headers: &str) -> Vec<(String, String)> {
    let list = View::parse(headers).unwrap_or_default().items();
    let mut texts = list.into_iter().map(|item| item.as_text().unwrap_or_default().into_owned());
    std::iter::from_fn(|| Some((texts.next()?, texts.next()?))).collect()
}
