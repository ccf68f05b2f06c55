//! The edge in a JavaScript runtime: what the package's modules call, and what they get.

#![cfg(target_arch = "wasm32")]

use gloo_net::http::{Headers, RequestBuilder};
use interakt_wasm::api::OPERATIONS;
use interakt_wasm::client::ENCODED_TWICE;
use interakt_wasm::js;
use interakt_wasm::schema::codes;
use js_sys::{JSON, Reflect, Uint8Array};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Request;

const MESSAGE: &str =
    r#"{"countryCode":"+91","phoneNumber":"9999999999","type":"Text","data":{"message":"Hi"}}"#;
const KEY: &str = "c2VjcmV0LWtleTo=";

fn operation(name: &str) -> usize {
    OPERATIONS.iter().position(|operation| operation.name == name).unwrap()
}

/// All memory of the module. It is another after the module has asked for more.
fn memory() -> Uint8Array {
    Uint8Array::new(&Reflect::get(&wasm_bindgen::memory(), &"buffer".into()).unwrap())
}

/// Writes bytes where the module reads them.
fn send_bytes(bytes: &[u8]) -> usize {
    let at = js::room(bytes.len()) as u32;
    memory().set(&Uint8Array::from(bytes), at);
    bytes.len()
}

fn send(text: &str) -> usize {
    send_bytes(text.as_bytes())
}

/// Writes bytes and a text behind them: the lengths of the first and of both.
fn send_both(first: &[u8], second: &str) -> (usize, usize) {
    (first.len(), send_bytes(&[first, second.as_bytes()].concat()))
}

/// What the last call left.
fn receive() -> String {
    let start = js::output() as u32;
    let bytes = memory().slice(start, start + js::length() as u32).to_vec();
    String::from_utf8(bytes).unwrap()
}

fn received(done: bool) -> Value {
    let left = receive();
    assert!(done, "{left}");
    serde_json::from_str(&left).expect("JSON")
}

/// What was left in place of what was asked for.
fn refused(done: bool) -> Value {
    let left = receive();
    assert!(!done, "{left}");
    serde_json::from_str(&left).expect("JSON")
}

/// Settings as they cross: base URL, key, headers.
fn settings(key: Option<&str>, headers: &[&str]) -> String {
    let list: Vec<_> = [None, key].into_iter().chain(headers.iter().copied().map(Some)).collect();
    json!(list).to_string()
}

fn build(name: &str, input: &str, settings: &str) -> bool {
    let (input, length) = send_both(input.as_bytes(), settings);
    js::build(operation(name), input, length)
}

fn built(name: &str, input: &str, settings: &str) -> Value {
    received(build(name, input, settings))
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
        format!(r#"[{code},[2],["phoneNumber"],{{"expected":["string"],"actual":"number"}}]"#);
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
        format!("[0,\"\",\"\",0,[[{},[],[],{{}}]],[],1]", codes::EMPTY.number() << 1)
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
    let request = built("sendMessage", MESSAGE, &settings(Some(KEY), &["X-A", "1"]));
    assert_eq!(request["body"], true, "the input itself");
    assert_eq!(
        request["headers"],
        json!({
            "authorization": "Basic c2VjcmV0LWtleTo=",
            "content-type": "application/json",
            "x-a": "1",
        })
    );
    let list = built("listUsers", r#"{"filters":[],"limit":1}"#, "[]");
    assert_eq!(list["body"], r#"{"filters":[]}"#);
}

#[wasm_bindgen_test]
fn a_runtime_takes_what_is_built_as_it_is() {
    let request = built("getUserById", r#"{"userId":"a b/é?"}"#, &settings(Some(KEY), &["x", "1"]));
    assert_eq!(request["body"], Value::Null);
    let (headers, url) = (Headers::new(), request["url"].as_str().unwrap());
    for (name, value) in request["headers"].as_object().unwrap() {
        headers.set(name, value.as_str().unwrap());
    }
    let taken = RequestBuilder::new(url).headers(headers).build().unwrap();
    assert_eq!((taken.url(), taken.method().as_str()), (url.to_owned(), "GET"));
    let taken: Request = taken.into();
    let told = |name| taken.headers().get(name).unwrap();
    assert_eq!(told("authorization").as_deref(), Some("Basic c2VjcmV0LWtleTo="));
    assert_eq!(told("x").as_deref(), Some("1"));
}

#[wasm_bindgen_test]
fn what_cannot_be_built_is_described() {
    let invalid = refused(build("sendMessage", "{}", "[]"));
    assert_eq!(
        (&invalid["kind"], &invalid["operation"]),
        (&json!("validation"), &json!("sendMessage"))
    );
    let misuse = refused(build("sendMessage", MESSAGE, &settings(Some("a b"), &[])));
    assert_eq!(
        (&misuse["kind"], &misuse["code"]),
        (&json!("configuration"), &json!("api_key_invalid"))
    );
    let header = refused(js::configure(send(&settings(None, &["x", "a\r\nb: c"]))));
    assert_eq!(header["code"], "header_invalid");
}

#[wasm_bindgen_test]
fn a_key_with_half_a_character_is_no_missing_key() {
    let misuse = refused(js::configure(send(r#"[null,"\ud800"]"#)));
    assert_eq!(misuse["code"], "api_key_invalid");
}

#[wasm_bindgen_test]
fn a_key_that_was_encoded_twice_is_a_warning() {
    let warnings = |key: &str| {
        assert!(js::configure(send(&settings(Some(key), &[]))));
        receive()
    };
    assert_eq!(warnings(KEY), "");
    let code = ENCODED_TWICE.number() << 1 | 1;
    assert_eq!(warnings("YzJWamNtVjBMV3RsZVRvPQ=="), format!("[{code},[],[],{{}}]"));
}

/// An answer, with `retry-after` and the key.
fn parse(name: &str, status: u16, cut: bool, earlier_unknown: bool, body: &[u8]) -> bool {
    let (body, length) = send_both(body, &json!([null, "20", KEY]).to_string());
    js::parse(operation(name), status, cut, earlier_unknown, 0.0, body, length)
}

#[wasm_bindgen_test]
fn an_answer_is_left_as_json_that_javascript_reads_as_we_do() {
    let body =
        r#"{"count":1,"results":{"templates":[{"buttons":"\"{}\"","body_text":"[\"é\"]"}]}}"#;
    let answer = received(parse("listTemplates", 200, false, false, body.as_bytes()));
    assert_eq!(
        answer,
        json!({"count": 1, "results": {"templates": [{"buttons": [], "body_text": ["é"]}]}})
    );
    let read = serde_wasm_bindgen::from_value::<Value>(JSON::parse(&receive()).unwrap());
    assert_eq!(read.unwrap(), answer);
}

#[wasm_bindgen_test]
fn a_refusal_is_described() {
    let body = [br#"{"result":false,"message":"No "#.as_slice(), KEY.as_bytes(), b"\"}"].concat();
    let parse = |status, cut, earlier_unknown| {
        refused(parse("sendMessage", status, cut, earlier_unknown, &body))
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
fn an_event_is_left_as_a_pair() {
    js::event(send(r#"{"type":"message_api_sent","data":{}}"#));
    assert!(receive().starts_with(r#"[{"type":"message_api_sent""#));
    js::event(send("[]"));
    assert_eq!(receive(), "");
}

#[wasm_bindgen_test]
fn whether_a_request_goes_out_again_is_decided() {
    let decide = |name, status, max_retries: f64| {
        js::retry(
            operation(name),
            status,
            20_000.9,
            1,
            max_retries,
            60_000.0,
            false,
            f64::INFINITY,
            0.5,
        )
    };
    assert_eq!(decide("sendMessage", 429, 2.0), 20_000.0);
    // More than a number of 32 bits holds.
    assert_eq!(decide("sendMessage", 429, 1e15), 20_000.0);
    assert_eq!(decide("sendMessage", 429, 0.0), -20_001.0);
    assert_eq!(decide("sendMessage", -1, 2.0), -20_001.0);
    assert_eq!(decide("getUserById", -1, 2.0), 20_000.0);
}

#[wasm_bindgen_test]
fn what_an_answer_does_not_say_is_no_number() {
    let silent = js::retry(0, 429, f64::NAN, 1, 2.0, 60_000.0, false, f64::INFINITY, 0.5);
    assert_eq!(silent, 250.0);
}

#[wasm_bindgen_test]
fn the_key_is_taken_out_of_a_text() {
    let (text, length) = send_both(["Basic ", KEY].concat().as_bytes(), KEY);
    js::redact(text, length);
    assert_eq!(receive(), "Basic [API key]");
}

#[wasm_bindgen_test]
fn a_lost_answer_has_words() {
    let op = operation("getUserById");
    assert!(js::lost(op));
    assert!(receive().starts_with("getUserById got no answer"));
    assert!(js::timed_out(op, send("0.5")));
    assert_eq!(receive(), "getUserById got no complete answer within 0.5 ms.");
    for (outcome, said) in
        [("not_sent", "was not sent"), ("refused", "was refused"), ("unknown", "got no complete")]
    {
        let (limit, length) = send_both(b"50", outcome);
        assert!(js::out_of_time(op, limit, length));
        assert!(receive().contains(said), "{outcome}");
    }
}

#[wasm_bindgen_test]
fn there_is_no_thirteenth_operation() {
    assert_eq!(refused(js::lost(OPERATIONS.len())), Value::Null);
}

#[wasm_bindgen_test]
fn lengths_beyond_what_was_written_are_no_text() {
    send("{}");
    js::redact(1 << 20, 1 << 21);
    assert_eq!(receive(), "");
    assert!(!js::build(0, usize::MAX, usize::MAX));
}
