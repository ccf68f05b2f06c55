//! What requests are made of.

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
    let request = build("uploadMedia", r#"{"file":{"size":3,"type":"image/png","name":"a.png"}}"#);
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
    let request = build_request(operation("getUserById"), r#"{"userId":"1"}"#, settings).unwrap();
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
    let request = build_request(operation("getUserById"), r#"{"userId":"1"}"#, settings).unwrap();
    assert_eq!(request.headers, [header("x-tag", "a, b"), header("x-other", "1")]);
}

#[test]
fn a_key_that_was_encoded_twice_is_sent_with_a_warning() {
    let settings = Settings { api_key: Some("YzJWamNtVjBMV3RsZVRvPQ=="), ..Settings::default() };
    let request = build_request(operation("getUserById"), r#"{"userId":"1"}"#, settings).unwrap();
    assert_eq!(codes(&request.warnings), [ENCODED_TWICE.number()]);
}

#[test]
fn an_invalid_input_makes_no_request() {
    let refusal = build_request(operation("getUserById"), "{}", Settings::default()).unwrap_err();
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
