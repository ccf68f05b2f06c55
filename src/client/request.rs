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
    let mut headers = Vec::with_capacity(2 + settings.headers.len());
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
mod tests {
    use super::*;
    use crate::api::OPERATIONS;
    use crate::api::customer::PATH_DOTS;
    use crate::client::key::ENCODED_TWICE;
    use crate::schema::codes::MISSING_KEY;

    /// The numbers of what a report tells.
    fn codes(report: &Report) -> Vec<u32> {
        let issues: Vec<(u32, Vec<u32>, Vec<String>, serde_json::Value)> =
            serde_json::from_str(&format!("[{}]", report.text())).unwrap();
        issues.into_iter().map(|(code, ..)| code >> 1).collect()
    }

    fn operation(name: &str) -> &'static Endpoint {
        OPERATIONS.iter().find(|operation| operation.name == name).unwrap()
    }

    fn build<'a>(name: &str, json: &'a str) -> Request<'a> {
        build_request(operation(name), json, Settings::default()).unwrap()
    }

    #[test]
    fn the_body_is_the_text_that_was_validated() {
        let json = r#"{ "userId" : "1", "traits": {"n": 1.50e3, "\u0061": "\ud83d\ude00"} }"#;
        let request = build("trackUser", json);
        assert_eq!(request.body.as_deref(), Some(json));
        assert_eq!(request.url, "https://api.interakt.ai/v1/public/track/users/");
        assert_eq!(request.headers, [("content-type".into(), "application/json".into())]);
    }

    #[test]
    fn path_and_query_values_are_percent_encoded() {
        for (name, json, url) in [
            ("getUserById", r#"{"userId":"a/b?c#d é"}"#, "/a%2Fb%3Fc%23d%20%C3%A9"),
            (
                "listTemplates",
                r#"{"template_name":"a&b=c","offset":0}"#,
                "offset=0&template_name=a%26b%3Dc",
            ),
            (
                "uploadMedia",
                r#"{"file":{"size":3,"type":"image/png","name":"a.png"}}"#,
                "?fileCategory=message_template_media",
            ),
        ] {
            let request = build(name, json);
            assert!(request.url.contains(url), "{}", request.url);
            assert!(!request.url.contains(['{', '}']), "{}", request.url);
        }
    }

    #[test]
    fn a_path_value_cannot_lead_to_another_address() {
        for id in [".", ".."] {
            let json = format!(r#"{{"userId":"{id}"}}"#);
            let refusal = build_request(operation("getUserById"), &json, Settings::default());
            let Err(Refusal::Invalid(issues)) = refusal else { panic!("{refusal:?}") };
            assert_eq!(codes(&issues), [PATH_DOTS.number()]);
        }
    }

    #[test]
    fn the_body_holds_the_fields_that_stand_nowhere_else() {
        let json = r#"{"limit":10,"sort\"":[1],"filters":[{"trait":"created_at_utc","op":"gt","val":"2021-10-27T18:30:00.000Z"}],"offset":5}"#;
        let request = build("listUsers", json);
        assert!(request.url.ends_with("?offset=5&limit=10"), "{}", request.url);
        assert_eq!(
            request.body.as_deref(),
            Some(
                r#"{"sort\"":[1],"filters":[{"trait":"created_at_utc","op":"gt","val":"2021-10-27T18:30:00.000Z"}]}"#
            )
        );
    }

    #[test]
    fn what_only_helps_to_check_goes_nowhere() {
        let json = r#"{"countryCode":"+91","phoneNumber":"9876543210"}"#;
        let request = build("getUserByPhone", json);
        assert!(request.url.ends_with("/users/phone_number/9876543210"), "{}", request.url);
        assert_eq!((request.body, request.headers.len()), (None, 0));
    }

    /// A body that is the input as it is holds whatever the input holds.
    #[test]
    fn every_field_of_an_input_that_is_the_body_belongs_there() {
        for operation in OPERATIONS.iter().filter(|operation| operation.body == Body::Input) {
            let root = root_of_input(index_of(operation));
            for place in [Place::Query, Place::Path, Place::Unsent] {
                assert_eq!(fields(root, place).next(), None, "{}", operation.name);
            }
        }
    }

    #[test]
    fn a_request_that_reads_has_no_body() {
        let request = build("getUserById", r#"{"userId":"1"}"#);
        assert_eq!((request.method, request.body, request.file_field), ("GET", None, None));
        assert_eq!(request.headers, []);
    }

    #[test]
    fn a_file_is_left_to_a_form() {
        let request =
            build("uploadMedia", r#"{"file":{"size":3,"type":"image/png","name":"a.png"}}"#);
        assert_eq!((request.body, request.file_field), (None, Some("uploadFile")));
        assert_eq!(request.headers, [], "the form's boundary is not ours to write");
    }

    #[test]
    fn the_key_goes_out_unchanged() {
        let settings = Settings {
            base_url: Some("http://localhost:1/x/"),
            api_key: Some("c2VjcmV0LWtleTo="),
            headers: &[("X-Trace".into(), "7".into())],
        };
        let request =
            build_request(operation("getUserById"), r#"{"userId":"1"}"#, settings).unwrap();
        assert!(request.url.starts_with("http://localhost:1/x/v1/"), "{}", request.url);
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        assert_eq!(
            request.headers,
            [header("authorization", "Basic c2VjcmV0LWtleTo="), header("x-trace", "7")]
        );
    }

    #[test]
    fn a_header_that_is_given_several_times_keeps_all_its_values() {
        let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let headers = [header("X-Tag", "a"), header("x-other", "1"), header("x-tag", "b")];
        let settings = Settings { headers: &headers, ..Settings::default() };
        let request =
            build_request(operation("getUserById"), r#"{"userId":"1"}"#, settings).unwrap();
        assert_eq!(request.headers, [header("x-tag", "a, b"), header("x-other", "1")]);
    }

    #[test]
    fn a_key_that_was_encoded_twice_is_sent_with_a_warning() {
        let settings =
            Settings { api_key: Some("YzJWamNtVjBMV3RsZVRvPQ=="), ..Settings::default() };
        let request =
            build_request(operation("getUserById"), r#"{"userId":"1"}"#, settings).unwrap();
        assert_eq!(codes(&request.warnings), [ENCODED_TWICE.number()]);
    }

    #[test]
    fn an_invalid_input_makes_no_request() {
        let refusal =
            build_request(operation("getUserById"), "{}", Settings::default()).unwrap_err();
        let Refusal::Invalid(issues) = refusal else { panic!("{refusal:?}") };
        assert_eq!(codes(&issues), [MISSING_KEY.number()]);
    }

    #[test]
    fn a_setting_that_cannot_work_is_refused_first() {
        for (settings, code) in [
            (Settings { api_key: Some("a b"), ..Settings::default() }, "api_key_invalid"),
            (Settings { base_url: Some("/api"), ..Settings::default() }, "base_url_invalid"),
            (
                Settings { headers: &[(String::new(), String::new())], ..Settings::default() },
                "header_invalid",
            ),
        ] {
            let refusal = build_request(operation("getUserById"), "{}", settings).unwrap_err();
            let Refusal::Misuse(misuse) = refusal else { panic!("{refusal:?}") };
            assert_eq!(misuse.code, code);
        }
    }

    #[test]
    fn every_placeholder_of_a_path_is_a_field() {
        for operation in OPERATIONS {
            let root = root_of_input(index_of(operation));
            let mut rest = operation.path;
            let mut in_path = 0;
            while let Some((_, name, after)) = next_placeholder(rest) {
                assert!(fields(root, Place::Path).any(|field| field == name), "{name}");
                (rest, in_path) = (after, in_path + 1);
            }
            assert_eq!(fields(root, Place::Path).count(), in_path);
        }
    }
}
