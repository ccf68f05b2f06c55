//! What an answer means.

use super::failures::{
    self, FOLLOWED, FailureRule, HIDDEN_REDIRECT, INVALID_RESPONSE, RESPONSE_TOO_LARGE,
    UNKNOWN_FATE,
};
use super::fate::Outcome;
use super::key::encoded_twice;
use super::retry_after::retry_after_ms;
use super::said::said;
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
    /// Another server than Interakt's answered, one of the caller's own.
    pub elsewhere: bool,
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
    let json_said = json.map(|json| said(json, rule.is_none() && answer.status < 500));
    let said = json_said.unwrap_or_default();
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
            Some('<') => " and an HTML page instead of JSON",
            Some(_) if json.is_none() => " and a body that is not JSON",
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
    let own = answer.elsewhere && !rule.elsewhere.is_empty();
    message.push_str(if own { rule.elsewhere } else { rule.advice });
    if rule.code == "unauthorized" && !own && key.is_some_and(encoded_twice) {
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
mod tests;
