//! From an input to a request.

use std::borrow::Cow;

use super::base_url::check_base_url;
use super::headers::check_headers;
use super::key::check_key;
use super::misuse::Misuse;
use super::percent::push_encoded;
use super::text::concat;
use crate::api::{BASE_URL, Body, Endpoint, index_of};
use crate::packs::{Shipped, input as root_of_input};
use crate::schema::{Checker, Document, Limits, Place, Plain, Report, View, keys_in};

/// Where a request goes and what it carries besides the input.
#[derive(Clone, Copy, Default)]
pub struct Settings<'a> {
    /// Interakt's own address when there is none.
    pub base_url: Option<&'a str>,
    /// Sent as `Authorization: Basic <key>`; without one the header is left out.
    pub api_key: Option<&'a str>,
    /// Further headers, name and value.
    pub headers: &'a [(String, String)],
}

/// A request that can go out.
#[derive(Clone, Debug, PartialEq)]
pub struct Request<'a> {
    /// The operation's name.
    pub operation: &'static str,
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Absolute, every value in it percent-encoded.
    pub url: String,
    /// Names in lower case.
    pub headers: Vec<(String, String)>,
    /// The JSON text, the very one that was validated where the input is the body.
    pub body: Option<Cow<'a, str>>,
    /// The name under which a multipart form carries the file, in place of `body`.
    pub file_field: Option<&'static str>,
    /// What is worth knowing about the input and the key.
    pub warnings: Report,
}

/// Why there is no request.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// The input has errors: all of its issues, warnings among them.
    Invalid(Report),
    /// A setting cannot work.
    Misuse(Misuse),
}

/// Validates the input and makes the request.
///
/// # Errors
/// [`Refusal::Misuse`] for a key, base URL or header that cannot be sent; otherwise
/// [`Refusal::Invalid`] when the input has an error.
///
/// ```
/// use interakt_wasm::{api::OPERATIONS, client::{Settings, build_request}};
/// let get_user = OPERATIONS.iter().find(|operation| operation.name == "getUserById").unwrap();
/// let request = build_request(get_user, r#"{"userId":"a b"}"#, Settings::default()).unwrap();
/// assert!(request.url.ends_with("/a%20b"));
/// ```
pub fn build_request<'a>(
    operation: &'static Endpoint,
    json: &'a str,
    settings: Settings,
) -> Result<Request<'a>, Refusal> {
    let (base, key_warnings) = check_settings(settings).map_err(Refusal::Misuse)?;
    let mut checker = Checker::default();
    let root = root_of_input(index_of(operation));
    checker.check(Shipped, root, json, Limits::default());
    let mut warnings = checker.into_report();
    if warnings.errors() > 0 {
        return Err(Refusal::Invalid(warnings));
    }
    warnings.append(&key_warnings);

    // Checked above: only JSON comes this far.
    let document = Document::parse(json);
    let input = document.as_ref().map(Document::root).unwrap_or_default();
    let body = match operation.body {
        Body::None | Body::File(_) => None,
        Body::Input => Some(Cow::Borrowed(json)),
        Body::Fields => Some(Cow::Owned(fields_of_body(root, input))),
    };
    let mut headers = Vec::with_capacity(settings.headers.len().wrapping_add(2));
    if let Some(key) = settings.api_key {
        headers.push(("authorization".to_owned(), concat(&["Basic ", key])));
    }
    if body.is_some() {
        headers.push(("content-type".to_owned(), "application/json".to_owned()));
    }
    for (name, value) in settings.headers {
        let name = name.to_ascii_lowercase();
        // One that is given several times is a list, as in HTTP.
        match headers.iter_mut().find(|(known, _)| *known == name) {
            Some((_, all)) => *all = concat(&[all, ", ", value]),
            None => headers.push((name, value.clone())),
        }
    }

    Ok(Request {
        operation: operation.name,
        method: operation.method.as_str(),
        url: url(base, operation, root, input),
        headers,
        body,
        file_field: match operation.body {
            Body::File(name) => Some(name),
            _ => None,
        },
        warnings,
    })
}

/// The base URL without a slash at its end, and the warning about the key.
///
/// # Errors
/// The first setting that cannot work.
pub fn check_settings(settings: Settings<'_>) -> Result<(&str, Report), Misuse> {
    let base = check_base_url(settings.base_url.unwrap_or(BASE_URL))?;
    let warnings = settings.api_key.map(check_key).transpose()?.unwrap_or_default();
    check_headers(settings.headers, settings.api_key.is_some())?;
    Ok((base, warnings))
}

fn url(base: &str, operation: &Endpoint, root: usize, input: View) -> String {
    let mut url = base.to_owned();
    let mut rest = operation.path;
    while let Some((before, name, after)) = next_placeholder(rest) {
        url.push_str(before);
        push_encoded(&mut url, &value_text(input, name).unwrap_or_default());
        rest = after;
    }
    url.push_str(rest);

    let mut separator = '?';
    if !operation.query.is_empty() {
        url.push(separator);
        url.push_str(operation.query);
        separator = '&';
    }
    for name in fields(root, Place::Query) {
        if let Some(value) = value_text(input, name) {
            url.push(separator);
            url.push_str(name);
            url.push('=');
            push_encoded(&mut url, &value);
            separator = '&';
        }
    }
    url
}

/// `before{name}after`
fn next_placeholder(path: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = path.split_once('{')?;
    let (name, after) = rest.split_once('}')?;
    Some((before, name, after))
}

/// A string without its quotes, any other value as its JSON text; `null` is absent.
fn value_text<'a>(input: View<'a>, name: &str) -> Option<Cow<'a, str>> {
    let value = input.get(name).filter(|value| !value.is_null())?;
    Some(value.as_text().unwrap_or(Cow::Borrowed(value.json())))
}

/// An object of the input's fields that belong nowhere else, in the input's order: what is not known
/// is the caller's to send.
fn fields_of_body(root: usize, input: View) -> String {
    let mut body = String::from("{");
    for (name, value) in input.pieces() {
        let known = name.as_text();
        let place = keys_in(Shipped, root).find(|(key, _)| known.as_deref() == Some(*key));
        if place.is_none_or(|(_, at)| at == Place::Body as u32) {
            body.push_str(if body.len() > 1 { "," } else { "" });
            body.push_str(name.json());
            body.push(':');
            body.push_str(value.json());
        }
    }
    body.push('}');
    body
}

/// The fields of the input that a request carries there. Only an input that is a plain object has
/// some outside the body.
fn fields(root: usize, place: Place) -> impl Iterator<Item = &'static str> {
    let keys = keys_in(Shipped, root);
    keys.filter(move |(_, at)| *at == place as u32).map(|(name, _)| name)
}

impl Request<'_> {
    /// The body; `true` for the input itself, which whoever asks has.
    fn body_plain(&self) -> Plain<'_> {
        match &self.body {
            Some(Cow::Borrowed(_)) => Plain::Boolean(true),
            Some(Cow::Owned(body)) => body.as_str().into(),
            None => Plain::Null,
        }
    }

    /// `{ operation, method, url, headers, body, fileField, warnings }`
    pub fn plain(&self) -> Plain<'_> {
        let mut headers = Vec::new();
        for (name, value) in &self.headers {
            headers.push((name.as_str(), value.as_str().into()));
        }
        Plain::object([
            ("operation", self.operation.into()),
            ("method", self.method.into()),
            ("url", self.url.as_str().into()),
            ("headers", Plain::Object(headers)),
            ("body", self.body_plain()),
            ("fileField", self.file_field.into()),
            ("warnings", self.warnings.text().into()),
        ])
    }
}

#[cfg(test)]
mod tests;
