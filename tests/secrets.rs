//! The API key in no text, whatever the key, what programs made of it, and where it
//! stands. What is left is judged by decoders that know nothing of the crate's.

#![cfg(not(target_arch = "wasm32"))]

use interakt_wasm::api::{OPERATIONS, Operation};
use interakt_wasm::client::{Answer, Outcome, Redirect, read_answer, without_key};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A key, what servers may write of it, and the shortest of that which gives it away.
#[derive(Clone, Debug)]
struct Secret {
    key: String,
    echoes: Vec<String>,
    forms: Vec<String>,
}

impl Secret {
    fn new(key: String, mut echoes: Vec<String>) -> Self {
        echoes.extend([key.clone(), base64(&key), base64(&format!("{key}:"))]);
        echoes.retain(|echo| echo.trim_end_matches(['=', ':']).len() >= 8);
        let forms =
            echoes.iter().map(|echo| echo.trim_end_matches(['=', ':']).to_owned()).collect();
        Self { key, echoes, forms }
    }
}

/// Keys as Interakt gives them, and whatever a header can carry. Keys that look like
/// escapes have a table of their own: not all that escapes them is undone.
fn secret() -> impl Strategy<Value = Secret> {
    let interakts = ("[ -$'-\\[\\]-~]{8,40}", any::<bool>()).prop_map(|(secret, colon)| {
        let plain = if colon { format!("{secret}:") } else { secret.clone() };
        Secret::new(base64(&plain), vec![secret, plain])
    });
    let others = "[!-$'-\\[\\]-~]{8,60}".prop_map(|key| Secret::new(key, Vec::new()));
    prop_oneof![3 => interakts, 1 => others]
        .prop_filter("too short", |secret| !secret.forms.is_empty())
}

fn base64(text: &str) -> String {
    let bits: String = text.bytes().map(|byte| format!("{byte:08b}")).collect();
    let digits = ('A'..='Z').chain('a'..='z').chain('0'..='9').chain(['+', '/']);
    let digits: Vec<char> = digits.collect();
    let mut encoded: String = (0..bits.len())
        .step_by(6)
        .map(|at| format!("{:0<6}", &bits[at..bits.len().min(at + 6)]))
        .map(|group| digits[usize::from_str_radix(&group, 2).unwrap()])
        .collect();
    while !encoded.len().is_multiple_of(4) {
        encoded.push('=');
    }
    encoded
}

/// What a program on the way does to a text.
#[derive(Clone, Copy, Debug)]
enum Writer {
    Plain,
    Json,
    JsonWithSlashes,
    /// Every character as `\u00xx`.
    JsonInAscii,
    Url,
    UrlInFull,
    Html,
    HtmlInHex,
}

impl Writer {
    fn write(self, text: &str) -> String {
        let each = |write: fn(char) -> String| text.chars().map(write).collect::<String>();
        let bytes = |write: fn(u8) -> String| text.bytes().map(write).collect::<String>();
        match self {
            Writer::Plain => text.to_owned(),
            Writer::Json => {
                let json = json!(text).to_string();
                json[1..json.len() - 1].to_owned()
            }
            Writer::JsonWithSlashes => Writer::Json.write(text).replace('/', r"\/"),
            Writer::JsonInAscii => {
                text.encode_utf16().map(|unit| format!("\\u{unit:04X}")).collect()
            }
            Writer::Url => bytes(|byte| match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' => char::from(byte).to_string(),
                _ => format!("%{byte:02x}"),
            }),
            Writer::UrlInFull => bytes(|byte| format!("%{byte:02X}")),
            Writer::Html => each(|c| match c {
                c if c.is_ascii_alphanumeric() => c.to_string(),
                c => format!("&#{};", u32::from(c)),
            }),
            Writer::HtmlInHex => each(|c| format!("&#x{:02X};", u32::from(c))),
        }
    }
}

fn writer() -> impl Strategy<Value = Writer> {
    prop::sample::select(vec![
        Writer::Plain,
        Writer::Json,
        Writer::JsonWithSlashes,
        Writer::JsonInAscii,
        Writer::Url,
        Writer::UrlInFull,
        Writer::Html,
        Writer::HtmlInHex,
    ])
}

/// What stands around a key: anything, and what could be taken for a part of it.
fn around() -> impl Strategy<Value = String> {
    prop_oneof!["\\PC{0,12}", "[\\\\%&#;ux0-9a-f\"/ é=:]{0,8}", Just(String::new())]
}

/// What a text says when everything in it that may be an escape is taken for one, once.
fn unescaped(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut said = String::new();
    let mut at = 0;
    while at < chars.len() {
        let rest: String = chars[at..].iter().take(10).collect();
        let (code, length) = escape(&rest).unwrap_or((u32::from(chars[at]), 1));
        said.push(char::from_u32(code).unwrap_or('\u{fffd}'));
        at += length;
    }
    said
}

/// The escape at the beginning of a text: what it stands for, and how long it is.
fn escape(text: &str) -> Option<(u32, usize)> {
    let hex = |digits: &str| {
        let all = !digits.is_empty() && digits.chars().all(|c| c.is_ascii_hexdigit());
        all.then(|| u32::from_str_radix(digits, 16).ok())?
    };
    if let Some(entity) = text.strip_prefix("&#") {
        let (digits, _) = entity.split_once(';')?;
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(digits) => hex(digits)?,
            None => digits.parse().ok()?,
        };
        return Some((code, digits.len() + 3));
    }
    if let Some(url) = text.strip_prefix('%') {
        return Some((hex(url.get(..2)?)?, 3));
    }
    let json = text.strip_prefix('\\')?;
    match json.chars().next()? {
        'u' => Some((hex(json.get(1..5)?)?, 6)),
        c if "\"\\/".contains(c) => Some((c.into(), 2)),
        _ => None,
    }
}

/// Fails when the text, or what it stands for, has a form of the key.
fn assert_free(text: &str, secret: &Secret) -> Result<(), TestCaseError> {
    let mut layer = text.to_owned();
    for _ in 0..3 {
        for form in &secret.forms {
            prop_assert!(!layer.contains(form.as_str()), "{form:?} is in {layer:?}");
        }
        layer = unescaped(&layer);
    }
    Ok(())
}

/// All texts of a JSON value, names of keys among them.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        Value::Object(keys) => keys
            .iter()
            .flat_map(|(key, value)| [vec![key.clone()], texts(value)].concat())
            .collect(),
        _ => Vec::new(),
    }
}

fn send_message() -> &'static Operation {
    OPERATIONS.iter().find(|operation| operation.name == "sendMessage").unwrap()
}

fn config() -> ProptestConfig {
    ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn no_form_of_the_key_is_left_in_a_text(
        secret in secret(),
        echoes in prop::collection::vec((any::<prop::sample::Index>(), writer(), writer(), around()), 1..4),
        end in around(),
    ) {
        let mut text = String::new();
        for (form, inner, outer, before) in echoes {
            text.push_str(&before);
            text.push_str(&outer.write(&inner.write(form.get(&secret.echoes).as_str())));
        }
        text.push_str(&end);
        let without = without_key(&text, Some(&secret.key));
        prop_assert!(without.contains("[API key]"), "{text:?} became {without:?}");
        assert_free(&without, &secret)?;
        // What is left has nothing more to take out.
        prop_assert_eq!(without_key(&without, Some(&secret.key)), without);
    }

    #[test]
    fn json_is_json_afterwards_and_its_texts_are_free_of_the_key(
        secret in secret(),
        form in any::<prop::sample::Index>(),
        inner in writer(),
        outer in prop::sample::select(vec![Writer::Json, Writer::JsonWithSlashes, Writer::JsonInAscii]),
        before in around(),
        behind in around(),
    ) {
        let said = format!("{before}{}{behind}", inner.write(form.get(&secret.echoes).as_str()));
        let said = outer.write(&said);
        let body = format!(r#"{{"{said}":1,"message":"{said}","more":["{said}",{{"a":"{said}"}}]}}"#);
        prop_assert!(serde_json::from_str::<Value>(&body).is_ok(), "{body}");
        let answer = Answer {
            status: 400,
            redirect: Redirect::None,
            retry_after: None,
            body: body.as_bytes(),
            cut: false,
            earlier: Outcome::NotSent,
            now_ms: 0,
            api_key: Some(&secret.key),
            elsewhere: false,
        };
        let failure = read_answer(send_message(), answer).unwrap_err();
        let value: Value = serde_json::from_str(&failure.body).map_err(|error| {
            TestCaseError::fail(format!("{error}: {body} became {}", failure.body))
        })?;
        prop_assert_eq!(value["more"].as_array().map(Vec::len), Some(2));
        for text in texts(&value) {
            assert_free(&text, &secret)?;
        }
        assert_free(&failure.message, &secret)?;
    }

    #[test]
    fn a_text_without_the_key_stays_as_it_is(secret in secret(), text in "[\\PC\\\\%&;\"]{0,60}") {
        // Whether half of the key stands at the end is not asked of a text like this.
        let free = secret.forms.iter().all(|form| {
            let half = form.len() / 2;
            !unescaped(&text).to_lowercase().contains(&form[..half].to_lowercase())
        });
        prop_assume!(free);
        prop_assert_eq!(without_key(&text, Some(&secret.key)), text);
    }
}
