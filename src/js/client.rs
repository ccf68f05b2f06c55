//! What the client asks before it sends, and of what comes back.

use js_sys::{Date, JSON};
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Request};

use super::thrown::{describe, invalid};
use crate::api::{ENDPOINTS, Endpoint};
use crate::client::{
    Answer, Attempt, Lost, Outcome, Policy, Redirect, Refusal, Settings, build_request,
    check_settings, decide, invalid_answer, read_answer, without_key,
};
use crate::schema::Document;

fn operation(index: usize) -> Result<&'static Endpoint, JsValue> {
    ENDPOINTS.get(index).copied().ok_or(JsValue::NULL)
}

/// The warnings about a client's settings, as the text of a report; throws for one that cannot work.
#[wasm_bindgen]
pub fn configure(
    base_url: Option<String>,
    api_key: Option<String>,
    headers: &str,
) -> Result<String, JsValue> {
    let headers = pairs(headers);
    let settings =
        Settings { base_url: base_url.as_deref(), api_key: api_key.as_deref(), headers: &headers };
    match check_settings(settings) {
        Ok((_, warnings)) => Ok(warnings.text().to_owned()),
        Err(misuse) => Err(describe(&misuse.plain())),
    }
}

/// The request as JSON text, with `warnings` as the text of a report, and with `fileField` where a
/// form carries a file. Where the body is the input itself, `body` is `true`.
#[wasm_bindgen]
pub fn build(
    op: usize,
    json: &str,
    base_url: Option<String>,
    api_key: Option<String>,
    headers: &str,
) -> Result<String, JsValue> {
    let operation = operation(op)?;
    let headers = pairs(headers);
    let settings =
        Settings { base_url: base_url.as_deref(), api_key: api_key.as_deref(), headers: &headers };
    match build_request(operation, json, settings) {
        Ok(request) => Ok(request.plain().json()),
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
    super::request::request(operation(op)?.method, url, &pairs(headers), &body, signal.as_ref())
}

/// The decoded answer; throws what the answer says instead. `redirect` is a word of
/// [`Redirect::of`]. The key is the one that the request carried, so that no error repeats it.
/// `elsewhere`: the request went to a server of the caller's own.
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
    elsewhere: bool,
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
        elsewhere,
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
pub fn timed_out(op: usize, timeout_ms: &str) -> Result<String, JsValue> {
    Ok(Lost::Attempt { timeout_ms }.message(operation(op)?))
}

/// What to say when a call took too long as a whole, after how much was sent.
#[wasm_bindgen(js_name = outOfTime)]
pub fn out_of_time(op: usize, total_timeout_ms: &str, outcome: &str) -> Result<String, JsValue> {
    let outcomes = [Outcome::NotSent, Outcome::Refused];
    let known = outcomes.into_iter().find(|known| known.as_str() == outcome);
    let outcome = known.unwrap_or(Outcome::Unknown);
    Ok(Lost::Call { total_timeout_ms, outcome }.message(operation(op)?))
}

/// `{ again, waitMs }` as JSON text: whether a request goes out again after a failure. No status: no whole answer came.
#[expect(clippy::too_many_arguments, reason = "objects cost more than they say")]
#[wasm_bindgen]
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
) -> Result<String, JsValue> {
    let attempt = Attempt { number, status, retry_after_ms };
    let policy = Policy {
        max_retries: max_retries as u32,
        max_retry_after_ms,
        retry_unknown_outcome,
        remaining_ms,
    };
    Ok(decide(operation(op)?, attempt, policy, random).plain().json())
}

/// The text without the key in any form.
#[wasm_bindgen]
pub fn redact(text: &str, api_key: &str) -> String {
    without_key(text, Some(api_key))
}

fn pairs(headers: &str) -> Vec<(String, String)> {
    let document = Document::parse(headers);
    let list = document.as_ref().map(Document::root).unwrap_or_default();
    let mut texts = list.items().map(|item| item.as_text().unwrap_or_default().into_owned());
    std::iter::from_fn(|| Some((texts.next()?, texts.next()?))).collect()
}
