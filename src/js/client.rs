//! What the client asks before it sends, and of what comes back.
//!
//! Whatever can fail says whether it was done. What it made is left then, and else what went
//! wrong: an object with a `kind`, as JSON text.

use std::borrow::Cow;

use wasm_bindgen::prelude::*;

use super::text::{leave, with_input, with_parts, with_texts};
use crate::api::{ENDPOINTS, Endpoint};
use crate::client::{
    Answer, Attempt, Lost, Misuse, Outcome, Policy, Redirect, Refusal, Settings, build_request,
    check_settings, decide, read_answer, without_key,
};
use crate::schema::{Document, Plain, Report, View};

/// The warnings about a client's settings, as the text of a report; refuses one that cannot work.
/// In the room is a list: base URL, API key, and of each header name and value.
#[wasm_bindgen]
pub fn configure(length: usize) -> bool {
    let given = with_input(length, Given::read);
    tell(match check_settings(given.settings()) {
        Ok((_, warnings)) => Ok(warnings.text().to_owned()),
        Err(misuse) => Err(refused(&misuse)),
    })
}

/// The request as JSON text, with `warnings` as the text of a report, and with `fileField` where a
/// form carries a file. Where the body is the input itself, `body` is `true`. In the room are the
/// input, which takes the first `input` bytes, and settings as [`configure`] has them.
#[wasm_bindgen]
pub fn build(op: usize, input: usize, length: usize) -> bool {
    with_texts(input, length, |json, given| {
        let given = Given::read(given);
        about(op, |operation| match build_request(operation, json, given.settings()) {
            Ok(request) => Ok(request.plain().json()),
            Err(Refusal::Invalid(found)) => Err(invalid(operation.name, &found)),
            Err(Refusal::Misuse(misuse)) => Err(refused(&misuse)),
        })
    })
}

/// The decoded answer; refuses with what the answer says instead. In the room are the body, which
/// takes the first `body` bytes, and a list: a word of [`Redirect::of`], the header `retry-after`,
/// the key that the request carried, so that no error repeats it, and any text where another server
/// than Interakt's was asked.
#[wasm_bindgen]
pub fn parse(
    op: usize,
    status: u16,
    cut: bool,
    earlier_unknown: bool,
    now_ms: f64,
    body: usize,
    length: usize,
) -> bool {
    with_parts(body, length, |body, given| {
        let [redirect, retry_after, api_key, elsewhere] = first_texts(given);
        let answer = Answer {
            status,
            redirect: Redirect::of(redirect.as_deref().unwrap_or_default()),
            retry_after: retry_after.as_deref(),
            body,
            cut,
            earlier: if earlier_unknown { Outcome::Unknown } else { Outcome::NotSent },
            now_ms: now_ms as i64,
            api_key: api_key.as_deref(),
            elsewhere: elsewhere.is_some(),
        };
        about(op, |operation| {
            read_answer(operation, answer).map_err(|failure| failure.plain().json())
        })
    })
}

/// What to say when the connection failed.
#[wasm_bindgen]
pub fn lost(op: usize) -> bool {
    say(op, Lost::Connection)
}

/// What to say when an attempt took longer than what is in the room, in milliseconds.
#[wasm_bindgen(js_name = timedOut)]
pub fn timed_out(op: usize, length: usize) -> bool {
    with_input(length, |timeout_ms| say(op, Lost::Attempt { timeout_ms }))
}

/// What to say when a call took too long as a whole, after how much was sent. In the room are the
/// milliseconds, which take the first `limit` bytes, and the outcome.
#[wasm_bindgen(js_name = outOfTime)]
pub fn out_of_time(op: usize, limit: usize, length: usize) -> bool {
    with_texts(limit, length, |total_timeout_ms, outcome| {
        let outcomes = [Outcome::NotSent, Outcome::Refused];
        let known = outcomes.into_iter().find(|known| known.as_str() == outcome);
        say(op, Lost::Call { total_timeout_ms, outcome: known.unwrap_or(Outcome::Unknown) })
    })
}

/// After how many milliseconds a request goes out again that has failed; less than nothing when it does
/// not: -1 less those during which the server wants nothing more. A negative status: no whole answer
/// came. No number: the answer did not say when.
#[expect(clippy::too_many_arguments, reason = "objects cost more than they say")]
#[wasm_bindgen]
pub fn retry(
    op: usize,
    status: i32,
    retry_after_ms: f64,
    number: u32,
    max_retries: f64,
    max_retry_after_ms: f64,
    retry_unknown_outcome: bool,
    remaining_ms: f64,
    random: f64,
) -> f64 {
    let attempt = Attempt {
        number,
        status: u16::try_from(status).ok(),
        retry_after_ms: (!retry_after_ms.is_nan()).then_some(retry_after_ms),
    };
    let policy = Policy {
        max_retries: max_retries as u32,
        max_retry_after_ms,
        retry_unknown_outcome,
        remaining_ms,
    };
    let Some(operation) = ENDPOINTS.get(op) else { return -1.0 };
    let decision = decide(operation, attempt, policy, random);
    let wait_ms = decision.wait_ms.floor();
    if decision.again { wait_ms } else { -1.0 - wait_ms }
}

/// Leaves the text without the key in any form. In the room are the text, which takes the first
/// `text` bytes, and the key.
#[wasm_bindgen]
pub fn redact(text: usize, length: usize) {
    with_texts(text, length, |text, key| leave(|out| *out = without_key(text, Some(key))));
}

/// Leaves what was made, or what went wrong.
fn tell(done: Result<String, String>) -> bool {
    let is_done = done.is_ok();
    leave(|out| *out = done.unwrap_or_else(|wrong| wrong));
    is_done
}

fn about(op: usize, make: impl FnOnce(&'static Endpoint) -> Result<String, String>) -> bool {
    tell(ENDPOINTS.get(op).map_or_else(|| Err("null".to_owned()), |operation| make(operation)))
}

fn say(op: usize, lost: Lost) -> bool {
    about(op, |operation| Ok(lost.message(operation)))
}

fn refused(misuse: &Misuse) -> String {
    misuse.plain().json()
}

/// `{ kind: "validation", operation, report }`
fn invalid(operation: &'static str, report: &Report) -> String {
    let described = Plain::object([
        ("kind", "validation".into()),
        ("operation", operation.into()),
        ("report", report.text().into()),
    ]);
    described.json()
}

/// Settings as they cross.
struct Given {
    base_url: Option<String>,
    api_key: Option<String>,
    headers: Vec<(String, String)>,
}

impl Given {
    fn read(list: &str) -> Self {
        let document = Document::parse(list);
        let list = document.as_ref().map(Document::root).unwrap_or_default();
        let mut texts = list.items().map(text_of);
        let (base_url, api_key) = (texts.next().flatten(), texts.next().flatten());
        let header =
            || Some((texts.next()?.unwrap_or_default(), texts.next()?.unwrap_or_default()));
        Given { base_url, api_key, headers: std::iter::from_fn(header).collect() }
    }

    fn settings(&self) -> Settings<'_> {
        Settings {
            base_url: self.base_url.as_deref(),
            api_key: self.api_key.as_deref(),
            headers: &self.headers,
        }
    }
}

/// `None` for what is not there. A text with half a character is no text either, but is there.
fn text_of(item: View) -> Option<String> {
    let text = || item.as_text().map_or_else(|| "\u{fffd}".to_owned(), Cow::into_owned);
    (!item.is_null()).then(text)
}

/// The first texts of a list.
fn first_texts<const COUNT: usize>(list: &str) -> [Option<String>; COUNT] {
    let document = Document::parse(list);
    let list = document.as_ref().map(Document::root).unwrap_or_default();
    let mut texts = list.items().map(text_of);
    [(); COUNT].map(|()| texts.next().flatten())
}
