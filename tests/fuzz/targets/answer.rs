//! Whatever a server answers becomes decoded JSON, or a failure without the key.
//!
//! Lines: the operation, the status, a word of `Redirect::of`, and the header `retry-after`, with a
//! space between; the key that was sent; the body.

use interakt_wasm::api::OPERATIONS;
use interakt_wasm::client::{Answer, Failure, Outcome, Redirect, read_answer};

use super::redact::KEYS;
use super::{is_json, line, operation, text};

fn answered<T>(data: &[u8], then: impl FnOnce(Result<String, Failure>, &Answer) -> T) -> T {
    let (first, rest) = line(data);
    let (key, body) = line(rest);
    let mut words = text(first).splitn(4, ' ');
    let name = words.next().unwrap_or_default();
    let status = words.next().and_then(|status| status.parse().ok()).unwrap_or(400);
    let redirect = words.next().unwrap_or_default();
    let retry_after = words.next();
    let key = text(key);
    let answer = Answer {
        status,
        redirect: Redirect::of(redirect),
        retry_after,
        body,
        cut: redirect == "cut",
        earlier: if redirect == "again" { Outcome::Unknown } else { Outcome::NotSent },
        now_ms: 1_780_000_000_000,
        api_key: (!key.is_empty()).then_some(key),
        elsewhere: redirect == "elsewhere",
    };
    then(read_answer(OPERATIONS[operation(name.as_bytes())], answer), &answer)
}

pub fn work(data: &[u8]) {
    answered(data, |read, _| {
        if let Err(failure) = read {
            failure.plain().json();
        }
    });
}

pub fn run(data: &[u8]) {
    answered(data, |read, answer| match read {
        Ok(json) => {
            assert!((200..300).contains(&answer.status) && answer.redirect == Redirect::None);
            assert!(is_json(&json));
        }
        Err(failure) => holds(&failure, answer),
    });
}

fn holds(failure: &Failure, answer: &Answer) {
    assert!(is_json(&failure.plain().json()));
    assert!(failure.retry_after_ms.is_none_or(|wait| wait >= 0));
    assert!(failure.outcome >= answer.earlier);
    assert!(failure.message.chars().count() < 1200, "{}", failure.message);
    assert!(!failure.message.contains(char::is_control));
    let Some(key) = answer.api_key.filter(|key| KEYS.contains(key)) else { return };
    let body = text(answer.body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(answer.body));
    if is_json(body) && body.len() <= 64 << 10 && std::str::from_utf8(answer.body).is_ok() {
        assert!(is_json(&failure.body), "{}", failure.body);
    }
    for told in [&failure.body, &failure.message] {
        assert!(!told.contains(key.trim_end_matches('=')), "{key:?} in {told}");
    }
}
