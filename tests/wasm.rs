//! The edge in a JavaScript runtime: what the package's modules call, and what they get.

#![cfg(target_arch = "wasm32")]

use interakt_wasm::api::OPERATIONS;
use interakt_wasm::js;
use js_sys::{JSON, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AbortController, RequestRedirect};

const MESSAGE: &str =
    r#"{"countryCode":"+91","phoneNumber":"9999999999","type":"Text","data":{"message":"Hi"}}"#;
const KEY: &str = "c2VjcmV0LWtleTo=";

fn operation(name: &str) -> usize {
    OPERATIONS.iter().position(|operation| operation.name == name).unwrap()
}

/// The value as JSON, for a comparison.
fn json(value: &JsValue) -> String {
    String::from(JSON::stringify(value).unwrap())
}

fn text(value: &JsValue, key: &str) -> Option<String> {
    Reflect::get(value, &key.into()).unwrap().as_string()
}

fn build(name: &str, input: &str, key: Option<&str>, headers: &str) -> Result<JsValue, JsValue> {
    js::build(operation(name), input, None, key.map(str::to_owned), headers)
}

#[wasm_bindgen_test]
fn issues_are_plain_objects() {
    let input = MESSAGE.replace("\"9999999999\"", "7");
    let issues = js::validate(operation("sendMessage"), &input).unwrap();
    assert_eq!(
        json(&issues),
        r#"[{"code":"type.expected","path":["phoneNumber"],"message":"Must be a string, this is a number.","severity":"error","params":{"expected":"a string","actual":"a number"}}]"#
    );
    assert_eq!(json(&js::validate(operation("sendMessage"), MESSAGE).unwrap()), "[]");
}

#[wasm_bindgen_test]
fn what_json_cannot_carry_has_an_issue_of_the_same_shape() {
    let issue = js::unserializable("is a BigInt".into()).unwrap();
    assert_eq!(
        json(&issue),
        r#"{"code":"json.unserializable","path":[],"message":"JSON cannot carry this value: it is a BigInt.","severity":"error","params":{"reason":"is a BigInt"}}"#
    );
}

#[wasm_bindgen_test]
fn what_was_typed_is_read_to_a_plain_object() {
    let typed = js::phone_parse("098765 43210", "IN").unwrap();
    let number = Reflect::get(&typed, &"number".into()).unwrap();
    assert_eq!(
        json(&number),
        r#"{"code":91,"national":"9876543210","country":"IN","possible":true,"mobile":true}"#
    );
    let notes = json(&Reflect::get(&typed, &"notes".into()).unwrap());
    for code in ["dropped_characters", "assumed_country", "dropped_trunk_prefix"] {
        assert!(notes.contains(&format!(r#""code":"phone.{code}""#)), "{notes}");
    }
    assert_eq!(
        json(&js::phone_parse("", "").unwrap()),
        r#"{"number":null,"issues":[{"code":"string.empty","path":[],"message":"Must not be empty.","severity":"error","params":{}}],"notes":[]}"#
    );
    assert!(js::phone_parse("1", "India").unwrap().is_null());
}

#[wasm_bindgen_test]
fn numbers_are_asked_about_one_by_one() {
    assert!(js::phone_countries().contains("\nIN 91 1024\n"));
    assert!(js::phone_is("+919876543210", false) && js::phone_is("919876543210", true));
    assert!(!js::phone_is("91987654321", false) && !js::phone_is("912212345678", true));
    assert!(js::phone_is("912212345678", false));
}

#[wasm_bindgen_test]
fn a_request_is_a_plain_object() {
    let request = build("sendMessage", MESSAGE, Some(KEY), r#"["X-A","1"]"#).unwrap();
    assert_eq!(text(&request, "body").as_deref(), Some(MESSAGE));
    let headers = Reflect::get(&request, &"headers".into()).unwrap();
    assert_eq!(
        json(&headers),
        r#"{"authorization":"Basic c2VjcmV0LWtleTo=","content-type":"application/json","x-a":"1"}"#
    );
    let get = build("getUserById", r#"{"userId":"1"}"#, None, "[]").unwrap();
    assert!(Reflect::get(&get, &"body".into()).unwrap().is_null());
}

#[wasm_bindgen_test]
fn what_cannot_be_built_is_thrown_as_a_description() {
    let invalid = build("sendMessage", "{}", None, "[]").unwrap_err();
    assert_eq!(text(&invalid, "kind").as_deref(), Some("validation"));
    assert_eq!(text(&invalid, "operation").as_deref(), Some("sendMessage"));
    let misuse = build("sendMessage", MESSAGE, Some("a b"), "[]").unwrap_err();
    assert_eq!(text(&misuse, "kind").as_deref(), Some("configuration"));
    assert_eq!(text(&misuse, "code").as_deref(), Some("api_key_invalid"));
    let header = js::configure(None, None, r#"["x","a\r\nb: c"]"#).unwrap_err();
    assert_eq!(text(&header, "code").as_deref(), Some("header_invalid"));
}

#[wasm_bindgen_test]
fn a_key_that_was_encoded_twice_is_a_warning() {
    let warnings = |key: &str| json(&js::configure(None, Some(key.into()), "[]").unwrap());
    assert_eq!(warnings(KEY), "[]");
    assert!(
        warnings("YzJWamNtVjBMV3RsZVRvPQ==").starts_with(r#"[{"code":"api_key.encoded_twice""#)
    );
}

#[wasm_bindgen_test]
fn fetch_gets_a_request_that_follows_no_redirect() {
    let controller = AbortController::new().unwrap();
    let send = |url: &str| {
        let op = operation("sendMessage");
        js::request(op, url, r#"["x-a","1"]"#, MESSAGE.into(), Some(controller.signal()))
    };
    let request = send("https://example.com/a?b=c%20d").unwrap();
    assert_eq!(request.url(), "https://example.com/a?b=c%20d");
    assert_eq!(request.method(), "POST");
    assert_eq!(request.redirect(), RequestRedirect::Manual);
    assert_eq!(request.headers().get("x-a").unwrap().as_deref(), Some("1"));
    controller.abort();
    assert!(request.signal().aborted());
    let refused = send("https://exa<mple.com").unwrap_err();
    assert_eq!(text(&refused, "code").as_deref(), Some("base_url_invalid"));
}

#[wasm_bindgen_test]
fn an_answer_becomes_a_value() {
    let body =
        br#"{"count":1,"results":{"templates":[{"buttons":"\"{}\"","body_text":"[\"Hi\"]"}]}}"#;
    let answer =
        js::parse(operation("listTemplates"), 200, "", None, body, false, None, false).unwrap();
    assert_eq!(
        json(&answer),
        r#"{"count":1,"results":{"templates":[{"buttons":[],"body_text":["Hi"]}]}}"#
    );
}

#[wasm_bindgen_test]
fn a_refusal_is_thrown_as_a_description() {
    let body = [br#"{"result":false,"message":"No "#.as_slice(), KEY.as_bytes(), b"\"}"].concat();
    let parse = |status, cut, earlier_unknown| {
        let (op, retry_after, key) =
            (operation("sendMessage"), Some("20".to_owned()), Some(KEY.into()));
        js::parse(op, status, "", retry_after, &body, cut, key, earlier_unknown).unwrap_err()
    };
    let failure = parse(429, false, false);
    assert_eq!(text(&failure, "kind").as_deref(), Some("api"));
    assert_eq!(text(&failure, "code").as_deref(), Some("rate_limited"));
    let wait = Reflect::get(&failure, &"retryAfterMs".into()).unwrap();
    assert_eq!(wait.as_f64(), Some(20_000.0));
    assert!(!json(&failure).contains(KEY));
    assert_eq!(text(&failure, "outcome").as_deref(), Some("refused"));
    assert_eq!(text(&parse(429, false, true), "outcome").as_deref(), Some("unknown"));
    assert_eq!(text(&parse(200, true, false), "code").as_deref(), Some("response_too_large"));
}

#[wasm_bindgen_test]
fn whether_a_request_goes_out_again_is_decided() {
    let decide = |name, status, max_retries: f64| {
        let decision = js::retry(
            operation(name),
            status,
            Some(20_000.0),
            1,
            max_retries,
            60_000.0,
            false,
            f64::INFINITY,
            0.5,
        );
        json(&decision.unwrap())
    };
    assert_eq!(decide("sendMessage", Some(429), 2.0), r#"{"again":true,"waitMs":20000}"#);
    // More than a number of 32 bits holds.
    assert_eq!(decide("sendMessage", Some(429), 1e15), r#"{"again":true,"waitMs":20000}"#);
    assert_eq!(decide("sendMessage", Some(429), 0.0), r#"{"again":false,"waitMs":20000}"#);
    assert_eq!(decide("sendMessage", None, 2.0), r#"{"again":false,"waitMs":20000}"#);
    assert_eq!(decide("getUserById", None, 2.0), r#"{"again":true,"waitMs":20000}"#);
}

#[wasm_bindgen_test]
fn the_key_is_taken_out_of_a_text() {
    assert_eq!(js::redact(&["Basic ", KEY].concat(), KEY), "Basic [API key]");
}

#[wasm_bindgen_test]
fn a_lost_answer_has_words() {
    let op = operation("getUserById");
    assert!(js::lost(op).unwrap().starts_with("getUserById got no answer"));
    assert_eq!(js::timed_out(op, 50).unwrap(), "getUserById got no complete answer within 50 ms.");
    for (outcome, said) in
        [("not_sent", "was not sent"), ("refused", "was refused"), ("unknown", "got no complete")]
    {
        assert!(js::out_of_time(op, 50, outcome).unwrap().contains(said), "{outcome}");
    }
}

#[wasm_bindgen_test]
fn there_is_no_thirteenth_operation() {
    assert!(js::validate(OPERATIONS.len(), "{}").is_err());
    assert!(js::lost(OPERATIONS.len()).is_err());
}
