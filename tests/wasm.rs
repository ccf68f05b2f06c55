//! The edge in a JavaScript runtime: what the package's modules call, and what they get.

#![cfg(target_arch = "wasm32")]

use interakt_wasm::api::OPERATIONS;
use interakt_wasm::client::ENCODED_TWICE;
use interakt_wasm::js;
use interakt_wasm::schema::codes;
use js_sys::{Reflect, Uint8Array};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{AbortController, RequestRedirect};

const MESSAGE: &str =
    r#"{"countryCode":"+91","phoneNumber":"9999999999","type":"Text","data":{"message":"Hi"}}"#;
const KEY: &str = "c2VjcmV0LWtleTo=";

fn operation(name: &str) -> usize {
    OPERATIONS.iter().position(|operation| operation.name == name).unwrap()
}

/// What was thrown: the module describes it as JSON.
fn thrown<T>(result: Result<T, JsValue>) -> Value {
    let text = result.err().expect("something was thrown").as_string();
    serde_json::from_str(&text.expect("a text")).expect("JSON")
}

fn build(name: &str, input: &str, key: Option<&str>, headers: &str) -> Result<String, JsValue> {
    js::build(operation(name), input, None, key.map(str::to_owned), headers)
}

fn built(name: &str, input: &str, key: Option<&str>, headers: &str) -> Value {
    serde_json::from_str(&build(name, input, key, headers).expect("a request")).expect("JSON")
}

/// Writes a text where the module reads it.
fn send(text: &str) -> usize {
    let room = Uint8Array::new(&Reflect::get(&wasm_bindgen::memory(), &"buffer".into()).unwrap());
    let at = js::room(text.len()) as u32;
    // Asking for room may have moved all memory.
    let room = if room.length() == 0 {
        Uint8Array::new(&Reflect::get(&wasm_bindgen::memory(), &"buffer".into()).unwrap())
    } else {
        room
    };
    room.set(&Uint8Array::from(text.as_bytes()), at);
    text.len()
}

/// What the last call left.
fn receive() -> String {
    let memory = Uint8Array::new(&Reflect::get(&wasm_bindgen::memory(), &"buffer".into()).unwrap());
    let start = js::output() as u32;
    let bytes = memory.slice(start, start + js::length() as u32).to_vec();
    String::from_utf8(bytes).unwrap()
}

fn validate(input: &str) -> u32 {
    js::validate(operation("sendMessage"), send(input), 1000, 1 << 20)
}

#[wasm_bindgen_test]
fn issues_are_left_as_json() {
    assert_eq!(validate(MESSAGE), 0);
    assert_eq!(validate(&MESSAGE.replace("\"9999999999\"", "7")), 2);
    let code = codes::TYPE.number() << 1;
    let expected =
        format!(r#"[{code},[2],["phoneNumber"],{{"expected":"a string","actual":"a number"}}]"#);
    assert_eq!(receive(), expected);
    assert_eq!(validate(&MESSAGE.replace("9999999999", "2212345678")), 1);
}

#[wasm_bindgen_test]
fn what_is_no_utf8_and_what_was_never_written_is_no_json() {
    let code = codes::SYNTAX.number() << 1;
    for length in [0, 1 << 20] {
        assert_eq!(js::validate(0, length, 1000, 1 << 20), 2);
        assert_eq!(receive(), format!("[{code},[],[],{{}}]"));
    }
    assert_eq!(js::validate(usize::MAX, send("{}"), 1000, 1 << 20), 0, "no such description");
}

#[wasm_bindgen_test]
fn texts_of_any_characters_and_lengths_cross() {
    for text in ["", "ä😀\u{2028}", &"é".repeat(300_000), "a"] {
        let segments = interakt_wasm::api::sms::segments(text).json();
        js::sms_segments(send(text));
        assert_eq!(receive(), segments);
    }
}

#[wasm_bindgen_test]
fn what_was_typed_is_left_as_json() {
    let parse =
        |text: &str, country: &str| js::phone_parse(country.len(), send(&[country, text].concat()));
    assert!(parse("098765 43210", "IN"));
    assert!(receive().starts_with(r#"[91,"9876543210","IN",2,[],[["#));
    assert!(parse("\u{202a}०९८७६५ ४३२१०", "in"));
    assert!(receive().starts_with(r#"[91,"9876543210","IN",2,[],[["#));
    assert!(parse("", ""));
    assert_eq!(
        receive(),
        format!("[0,\"\",\"\",0,[[{},[],[],{{}}]],[]]", codes::EMPTY.number() << 1)
    );
    assert!(!parse("1", "India"));
    assert!(!parse("1", "é"));
}

#[wasm_bindgen_test]
fn numbers_are_asked_about_one_by_one() {
    js::phone_countries();
    assert!(receive().contains("\nIN 91 1024\n"));
    let is = |full, mobile| js::phone_is(send(full), mobile);
    assert!(is("+919876543210", false) && is("919876543210", true));
    assert!(!is("91987654321", false) && !is("912212345678", true));
    assert!(is("912212345678", false));
}

#[wasm_bindgen_test]
fn a_request_is_told_as_json() {
    let request = built("sendMessage", MESSAGE, Some(KEY), r#"["X-A","1"]"#);
    assert_eq!(request["body"], true, "the input itself");
    assert_eq!(
        request["headers"],
        json!({
            "authorization": "Basic c2VjcmV0LWtleTo=",
            "content-type": "application/json",
            "x-a": "1",
        })
    );
    assert_eq!(built("getUserById", r#"{"userId":"1"}"#, None, "[]")["body"], Value::Null);
    let list = built("listUsers", r#"{"filters":[],"limit":1}"#, None, "[]");
    assert_eq!(list["body"], r#"{"filters":[]}"#);
}

#[wasm_bindgen_test]
fn what_cannot_be_built_is_thrown_as_a_description() {
    let invalid = thrown(build("sendMessage", "{}", None, "[]"));
    assert_eq!(
        (&invalid["kind"], &invalid["operation"]),
        (&json!("validation"), &json!("sendMessage"))
    );
    let misuse = thrown(build("sendMessage", MESSAGE, Some("a b"), "[]"));
    assert_eq!(
        (&misuse["kind"], &misuse["code"]),
        (&json!("configuration"), &json!("api_key_invalid"))
    );
    let header = thrown(js::configure(None, None, r#"["x","a\r\nb: c"]"#));
    assert_eq!(header["code"], "header_invalid");
}

#[wasm_bindgen_test]
fn a_key_that_was_encoded_twice_is_a_warning() {
    let warnings = |key: &str| js::configure(None, Some(key.into()), "[]").unwrap();
    assert_eq!(warnings(KEY), "");
    let code = ENCODED_TWICE.number() << 1 | 1;
    assert_eq!(warnings("YzJWamNtVjBMV3RsZVRvPQ=="), format!("[{code},[],[],{{}}]"));
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
    assert_eq!(thrown(send("https://exa<mple.com"))["code"], "base_url_invalid");
}

#[wasm_bindgen_test]
fn an_answer_becomes_a_value() {
    let body =
        br#"{"count":1,"results":{"templates":[{"buttons":"\"{}\"","body_text":"[\"Hi\"]"}]}}"#;
    let answer =
        js::parse(operation("listTemplates"), 200, "", None, body, false, None, false).unwrap();
    let answer: Value = serde_wasm_bindgen::from_value(answer).unwrap();
    assert_eq!(
        answer,
        json!({"count": 1, "results": {"templates": [{"buttons": [], "body_text": ["Hi"]}]}})
    );
}

#[wasm_bindgen_test]
fn a_refusal_is_thrown_as_a_description() {
    let body = [br#"{"result":false,"message":"No "#.as_slice(), KEY.as_bytes(), b"\"}"].concat();
    let parse = |status, cut, earlier_unknown| {
        let (op, retry_after, key) =
            (operation("sendMessage"), Some("20".to_owned()), Some(KEY.into()));
        thrown(js::parse(op, status, "", retry_after, &body, cut, key, earlier_unknown))
    };
    let failure = parse(429, false, false);
    assert_eq!(failure["kind"], "api");
    assert_eq!(failure["code"], "rate_limited");
    assert_eq!(failure["retryAfterMs"], 20_000);
    assert!(!failure.to_string().contains(KEY));
    assert_eq!(failure["outcome"], "refused");
    assert_eq!(parse(429, false, true)["outcome"], "unknown");
    assert_eq!(parse(200, true, false)["code"], "response_too_large");
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
        decision.unwrap()
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
    assert_eq!(
        js::timed_out(op, "0.5").unwrap(),
        "getUserById got no complete answer within 0.5 ms."
    );
    for (outcome, said) in
        [("not_sent", "was not sent"), ("refused", "was refused"), ("unknown", "got no complete")]
    {
        assert!(js::out_of_time(op, "50", outcome).unwrap().contains(said), "{outcome}");
    }
}

#[wasm_bindgen_test]
fn there_is_no_thirteenth_operation() {
    assert!(js::lost(OPERATIONS.len()).is_err());
}
