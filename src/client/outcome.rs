//! What an answer means.

use std::borrow::Cow;

use super::failures::{
    self, FOLLOWED, FailureRule, HIDDEN_REDIRECT, INVALID_RESPONSE, RESPONSE_TOO_LARGE,
    UNKNOWN_FATE,
};
use super::fate::Outcome;
use super::key::encoded_twice;
use super::retry_after::retry_after_ms;
use super::secret::without_key;
use super::success::{says, succeeds};
use super::text::decode_utf8;
use crate::api::{Endpoint, index_of};
use crate::packs::{Shipped, answer as root_of_answer};
use crate::schema::{Document, Plain, View, decode};

/// What came back, and what is needed to judge it.
#[derive(Clone, Copy)]
pub struct Answer<'a> {
    /// The status; 0 is one that is hidden.
    pub status: u16,
    /// Whether there was a redirect that the status does not tell of.
    pub redirect: Redirect,
    /// The `Retry-After` header.
    pub retry_after: Option<&'a str>,
    /// The body's bytes.
    pub body: &'a [u8],
    /// The body went on, beyond what the caller wants to read.
    pub cut: bool,
    /// What is known of earlier attempts at the same request.
    pub earlier: Outcome,
    /// Milliseconds since 1970, for a `Retry-After` that is a date.
    pub now_ms: i64,
    /// The key that the request carried: taken out of whatever the server says.
    pub api_key: Option<&'a str>,
}

/// A redirect that an answer's status does not tell of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Redirect {
    /// There was none.
    None,
    /// It was not followed, and what a browser shows of it has the status 0.
    Hidden,
    /// It was followed although the request forbids it: this answer is another server's, or
    /// to another request.
    Followed,
}

impl Redirect {
    /// By its word at the edge: the `type` of a response, or `"followed"`.
    pub fn of(word: &str) -> Redirect {
        match word {
            "opaqueredirect" => Redirect::Hidden,
            "followed" => Redirect::Followed,
            _ => Redirect::None,
        }
    }
}

/// A refusal, or an answer that makes no sense.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The operation's name.
    pub operation: &'static str,
    /// The answer's status.
    pub status: u16,
    /// Stable name, of [`super::all_failures`].
    pub code: &'static str,
    /// The operation, the status, what the server said, what to do.
    pub message: String,
    /// How long the server asks to wait.
    pub retry_after_ms: Option<i64>,
    /// Whether Interakt carried the request out all the same.
    pub outcome: Outcome,
    /// The body: all of it when it is JSON, otherwise its beginning.
    pub body: String,
}

/// Most characters of what the server said in a message.
const LONGEST_SAID: usize = 300;
/// Most characters of a body that is no JSON, or of JSON over [`LARGEST_JSON`].
const LONGEST_TEXT: usize = 2000;
/// Most bytes of JSON that an error keeps, and most characters that are searched for the key.
const LARGEST_JSON: usize = 64 * 1024;

/// The answer as JSON text with the JSON in its strings decoded.
///
/// Success is a 2xx status **and** what the documentation says of the answers to this
/// operation: `"result": true`, or the lists that are described where they have no `result`.
/// Other JSON is somebody else's: a login page's, a proxy's, a health check's.
///
/// # Errors
/// Everything else: see [`super::all_failures`].
pub fn read_answer(operation: &'static Endpoint, answer: Answer) -> Result<String, Failure> {
    let text = answer.body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(answer.body);
    let document = std::str::from_utf8(text).ok().and_then(Document::parse);
    let json = document.as_ref().map(Document::root);
    let root = root_of_answer(index_of(operation));
    let rule = match answer.redirect {
        Redirect::Followed => Some(&FOLLOWED),
        Redirect::Hidden => Some(&HIDDEN_REDIRECT),
        Redirect::None if !(200..300).contains(&answer.status) => None,
        Redirect::None if answer.cut => Some(&RESPONSE_TOO_LARGE),
        Redirect::None => match json {
            Some(json) if says(json, "false") => None,
            Some(json) if succeeds(root, json) => {
                return Ok(decode(Shipped, root, json.json()).into_owned());
            }
            _ => Some(&INVALID_RESPONSE),
        },
    };
    Err(describe(operation, answer, text, json, rule))
}

/// The failure of an answer that this runtime cannot read although it is JSON.
pub fn invalid_answer(operation: &'static Endpoint, answer: Answer) -> Failure {
    describe(operation, answer, answer.body, None, Some(&INVALID_RESPONSE))
}

/// What the server said, where an answer of Interakt or of its framework has it.
fn said(json: View) -> Option<Cow<str>> {
    let value = ["message", "detail", "error"].iter().find_map(|key| json.get(key))?;
    Some(value.as_text().unwrap_or(Cow::Borrowed(value.json())))
}

/// The rule is that of the table unless another is given.
fn describe(
    operation: &'static Endpoint,
    answer: Answer,
    text: &[u8],
    json: Option<View>,
    rule: Option<&'static FailureRule>,
) -> Failure {
    let retry_after_ms =
        answer.retry_after.and_then(|header| retry_after_ms(header, answer.now_ms));
    let said = json.and_then(said).unwrap_or_default();
    let rule = rule.unwrap_or_else(|| failures::find(answer.status, &said));
    let outcome = rule.outcome.max(answer.earlier);
    let text = decode_utf8(text);
    let key = answer.api_key;
    let mut message = operation.name.to_owned();
    message.push_str(" failed with status ");
    message.push_str(&crate::schema::decimal(answer.status.into()));
    if said.trim().is_empty() {
        message.push_str(match text.trim_start().chars().next() {
            None => " and an empty body",
            _ if answer.cut => " and a body that is too large",
            Some('<') => " and an HTML page in place of JSON",
            Some(_) if json.is_none() => " and a body that is no JSON",
            Some(_) if rule.code == INVALID_RESPONSE.code => " and JSON that is not Interakt's",
            Some(_) => "",
        });
    } else {
        message.push_str(": ");
        let said = without_key(cut(&said, LARGEST_JSON), key);
        let said = cut(said.trim(), LONGEST_SAID).trim_end_matches('.');
        message.extend(said.chars().map(|c| if c.is_control() { ' ' } else { c }));
    }
    message.push_str(". ");
    message.push_str(rule.advice);
    if rule.code == "unauthorized" && key.is_some_and(encoded_twice) {
        message.push_str(" This key looks base64-encoded twice.");
    }
    if !operation.repeatable && outcome == Outcome::Unknown {
        message.push(' ');
        message.push_str(UNKNOWN_FATE);
    }
    let keep_all = json.is_some() && text.len() <= LARGEST_JSON;
    let body = without_key(cut(text, LARGEST_JSON), key);
    Failure {
        operation: operation.name,
        status: answer.status,
        code: rule.code,
        message,
        retry_after_ms,
        outcome,
        body: if keep_all { body } else { cut(&body, LONGEST_TEXT).to_owned() },
    }
}

/// The first `most` characters.
fn cut(text: &str, most: usize) -> &str {
    let beyond = text.char_indices().zip(0..).find(|(_, position)| *position == most);
    beyond.and_then(|((end, _), _)| text.get(..end)).unwrap_or(text)
}

impl Failure {
    /// `{ kind: "api", operation, status, code, message, outcome, retryAfterMs, body }`
    pub fn plain(&self) -> Plain<'_> {
        Plain::object([
            ("kind", "api".into()),
            ("operation", self.operation.into()),
            ("status", Plain::Number(self.status.into())),
            ("code", self.code.into()),
            ("message", self.message.as_str().into()),
            ("outcome", self.outcome.as_str().into()),
            ("retryAfterMs", self.retry_after_ms.map_or(Plain::Null, Plain::Number)),
            ("body", self.body.as_str().into()),
        ])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::OPERATIONS;

    fn operation(name: &str) -> &'static Endpoint {
        OPERATIONS.iter().find(|operation| operation.name == name).unwrap()
    }

    const ANSWER: Answer = Answer {
        status: 200,
        redirect: Redirect::None,
        retry_after: None,
        body: b"",
        cut: false,
        earlier: Outcome::NotSent,
        now_ms: 0,
        api_key: None,
    };

    fn read(name: &str, status: u16, body: &str) -> Result<String, Failure> {
        let answer = Answer { status, body: body.as_bytes(), ..ANSWER };
        read_answer(operation(name), answer)
    }

    fn failure(name: &str, status: u16, body: &str) -> (&'static str, String) {
        let failure = read(name, status, body).unwrap_err();
        (failure.code, failure.message)
    }

    #[test]
    fn a_2xx_answer_that_says_true_is_a_success() {
        for (status, body) in [
            (200, r#"{"result":true,"message":"ok","id":"1"}"#),
            (201, r#"{"id":12345678901234567890,"result":true,"new":{"a":1.50}}"#),
            (202, "\u{feff} {\"result\":true}\n"),
        ] {
            let answer = read("sendMessage", status, body);
            assert_eq!(answer.as_deref(), Ok(body.trim_start_matches('\u{feff}').trim()));
        }
    }

    #[test]
    fn an_answer_after_a_redirect_is_no_success() {
        let body = br#"{"result":true,"message":"ok","id":"1"}"#;
        for (redirect, status, outcome) in [
            (Redirect::Followed, 200, Outcome::Unknown),
            (Redirect::Followed, 404, Outcome::Unknown),
            (Redirect::Hidden, 0, Outcome::Refused),
        ] {
            let answer = Answer { status, redirect, body, ..ANSWER };
            let failure = read_answer(operation("sendMessage"), answer).unwrap_err();
            assert_eq!((failure.code, failure.outcome), ("redirected", outcome), "{redirect:?}");
        }
    }

    #[test]
    fn json_in_strings_is_decoded() {
        let body = r#"{"count":1,"has_next":false,"results":{"templates":[{"buttons":"\"{}\"","body_text":"[\"Gavin\"]","new":"[1]"}]}}"#;
        let answer = r#"{"count":1,"has_next":false,"results":{"templates":[{"buttons":[],"body_text":["Gavin"],"new":"[1]"}]}}"#;
        assert_eq!(read("listTemplates", 200, body).as_deref(), Ok(answer));
    }

    #[test]
    fn result_false_is_a_failure_whatever_the_status() {
        let body = r#"{"result":false,"message":"Please correct the following error - Customer has not messaged within last 24 hours"}"#;
        for status in [200, 201, 400] {
            assert_eq!(failure("sendMessage", status, body).0, "window_closed");
        }
        assert_eq!(failure("sendMessage", 200, r#"{"result":false}"#).0, "rejected");
    }

    #[test]
    fn a_success_body_under_401_is_a_failure() {
        let failure = read("sendMessage", 401, r#"{"result":true,"id":"1"}"#).unwrap_err();
        assert_eq!((failure.code, failure.status), ("unauthorized", 401));
        assert_eq!(failure.body, r#"{"result":true,"id":"1"}"#);
    }

    #[test]
    fn a_2xx_answer_that_is_no_answer_of_interakt_is_invalid() {
        for (status, body, what) in [
            (200, "", " and an empty body"),
            (204, " \n", " and an empty body"),
            (200, "<!doctype html><p>Hi", " and an HTML page in place of JSON"),
            (200, "OK", " and a body that is no JSON"),
            (200, r#"{"result":true"#, " and a body that is no JSON"),
            (200, "[]", " and JSON that is not Interakt's"),
            (200, "null", " and JSON that is not Interakt's"),
            (200, r#""queued""#, " and JSON that is not Interakt's"),
            (200, r#"{"ok":true}"#, " and JSON that is not Interakt's"),
            (200, r#"{"message":"Log in."}"#, ": Log in"),
        ] {
            let message = format!(
                "sendMessage failed with status {status}{what}. Check baseUrl, and what stands between here and Interakt. \
                 Interakt may have carried it out all the same: look there before sending it again, or it may happen twice."
            );
            assert_eq!(
                failure("sendMessage", status, body),
                ("invalid_response", message),
                "{body}"
            );
        }
        let invalid = Answer { body: b"{\"id\":\"\xff\"}", ..ANSWER };
        assert_eq!(
            read_answer(operation("sendMessage"), invalid).unwrap_err().code,
            "invalid_response"
        );
    }

    #[test]
    fn the_message_says_operation_status_reason_and_cure() {
        for (name, status, body, message) in [
            (
                "sendMessage",
                400,
                r#"{"result":false,"message":"Customer is not available for the organization."}"#,
                "sendMessage failed with status 400: Customer is not available for the organization. Add the customer with trackUser first.",
            ),
            (
                "getUserById",
                404,
                "<html><body>Not Found</body></html>",
                "getUserById failed with status 404 and an HTML page in place of JSON. Check the id in the input, and baseUrl when it is set.",
            ),
            (
                "getUserById",
                502,
                "",
                "getUserById failed with status 502 and an empty body. Interakt had a problem of its own, which usually passes.",
            ),
            (
                "trackUser",
                422,
                r#"{"detail":"line one\nline two"}"#,
                "trackUser failed with status 422: line one line two. Change the request as the message says; sent again as it is, it fails again.",
            ),
            (
                "trackUser",
                400,
                r#"{"message":{"traits":["bad"]}}"#,
                "trackUser failed with status 400: {\"traits\":[\"bad\"]}. Change the request as the message says; sent again as it is, it fails again.",
            ),
        ] {
            assert_eq!(failure(name, status, body).1, message);
        }
    }

    #[test]
    fn only_what_changes_something_has_an_unknown_fate() {
        assert!(failure("sendMessage", 500, "").1.ends_with(UNKNOWN_FATE));
        assert!(!failure("listTemplates", 500, "").1.ends_with(UNKNOWN_FATE));
    }

    #[test]
    fn what_an_error_keeps_of_a_body_is_bounded() {
        let long = "é".repeat(5000);
        assert_eq!(read("trackUser", 500, &long).unwrap_err().body, "é".repeat(2000));
        let said = format!(r#"{{"message":"{long}"}}"#);
        let failure = read("trackUser", 400, &said).unwrap_err();
        assert!(failure.message.contains(&format!(": {}. ", "é".repeat(300))));
        assert_eq!(failure.body, said);
        let huge = format!(r#"{{"message":"{}"}}"#, "a".repeat(70_000));
        assert_eq!(read("trackUser", 400, &huge).unwrap_err().body.len(), 2000);
    }

    #[test]
    fn the_key_never_comes_back_in_an_error() {
        let key = "c2VjcmV0LWtleTo=";
        let body = format!(r#"{{"message":"Bad header Basic {key}","headers":["{key}"]}}"#);
        let answer = Answer { status: 400, body: body.as_bytes(), api_key: Some(key), ..ANSWER };
        let failure = read_answer(operation("sendMessage"), answer).unwrap_err();
        assert_eq!(
            failure.body,
            r#"{"message":"Bad header Basic [API key]","headers":["[API key]"]}"#
        );
        assert!(failure.message.contains("Bad header Basic [API key]."));
    }

    #[test]
    fn a_401_with_a_key_that_was_encoded_twice_says_so() {
        let answer = |key| Answer { status: 401, body: b"{}", api_key: Some(key), ..ANSWER };
        let message = |key| read_answer(operation("sendMessage"), answer(key)).unwrap_err().message;
        assert!(
            message("YzJWamNtVjBMV3RsZVRvPQ==").ends_with(" This key looks base64-encoded twice.")
        );
        assert!(message("c2VjcmV0LWtleTo=").ends_with("it goes out unchanged."));
    }

    #[test]
    fn retry_after_is_kept() {
        let answer = Answer { status: 429, retry_after: Some("20"), body: b"{}", ..ANSWER };
        let failure = read_answer(operation("sendMessage"), answer).unwrap_err();
        assert_eq!((failure.code, failure.retry_after_ms), ("rate_limited", Some(20_000)));
    }
    #[test]
    fn an_answer_that_was_cut_is_judged_by_its_status() {
        let cut = |status, body: &'static str| {
            let answer = Answer { status, body: body.as_bytes(), cut: true, ..ANSWER };
            let failure = read_answer(operation("sendMessage"), answer).unwrap_err();
            (failure.code, failure.outcome)
        };
        // Whole JSON by chance: it is the beginning all the same.
        for body in [r#"{"result":true,"#, r#"{"result":true}"#, r#"{"result":false}"#, "", "<"] {
            assert_eq!(cut(200, body), ("response_too_large", Outcome::Unknown), "{body}");
        }
        assert_eq!(cut(400, r#"{"mess"#), ("bad_request", Outcome::Refused));
        assert_eq!(cut(429, "<"), ("rate_limited", Outcome::Refused));
        assert_eq!(cut(500, "<"), ("server_error", Outcome::Unknown));
        let answer = Answer { body: b"{", cut: true, ..ANSWER };
        assert_eq!(
            read_answer(operation("sendMessage"), answer).unwrap_err().message,
            "sendMessage failed with status 200 and a body that is too large. Ask for less at once (limit), \
             or raise maxResponseBytes. Interakt may have carried it out all the same: look there before \
             sending it again, or it may happen twice."
        );
    }

    #[test]
    fn the_outcome_is_refused_unless_nobody_knows() {
        for (status, retry_after, body, outcome) in [
            (400, None, "{}", Outcome::Refused),
            (401, None, "", Outcome::Refused),
            (200, None, r#"{"result":false}"#, Outcome::Refused),
            (302, None, "", Outcome::Refused),
            (429, None, "", Outcome::Refused),
            (500, Some("1"), "", Outcome::Unknown),
            (503, None, "", Outcome::Unknown),
            (503, Some("soon"), "", Outcome::Unknown),
            (503, Some("1"), "", Outcome::Unknown),
            (408, None, "", Outcome::Unknown),
            (303, None, "", Outcome::Unknown),
            (0, None, "", Outcome::Unknown),
            (200, None, "", Outcome::Unknown),
            (200, None, r#"{"ok":true}"#, Outcome::Unknown),
            (700, None, "", Outcome::Unknown),
        ] {
            let answer = Answer { status, retry_after, body: body.as_bytes(), ..ANSWER };
            let failure = |earlier| {
                read_answer(operation("sendMessage"), Answer { earlier, ..answer }).unwrap_err()
            };
            let first = failure(Outcome::NotSent);
            assert_eq!(first.outcome, outcome, "{status} {body}");
            assert_eq!(first.message.ends_with(UNKNOWN_FATE), outcome == Outcome::Unknown);
            // A refusal does not undo what an earlier attempt may have done.
            let second = failure(Outcome::Unknown);
            assert_eq!(second.outcome, Outcome::Unknown);
            assert!(second.message.ends_with(UNKNOWN_FATE));
        }
    }
}
