//! What is filled into a form is the same in whichever strings it comes, and told twice as one.

#![cfg(not(target_arch = "wasm32"))]

mod webhook_fixtures;

use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};
use webhook_fixtures::{Event, fixtures};

const TOLD: [&str; 2] = ["message_api_flow_response", "message_received"];

fn read(body: &Value) -> Event {
    Event::read(&body.to_string()).unwrap_or_else(|| panic!("no event: {body}"))
}

/// The value itself, or as JSON in a string, or that in a string once more.
fn coded(value: &Value, times: usize) -> Value {
    (0..times).fold(value.clone(), |value, _| Value::from(value.to_string()))
}

/// How the answers and the form around them come, and of which type.
type Coding = (usize, usize, Option<&'static str>);

fn codings() -> impl Strategy<Value = Coding> {
    let types = [Some("InteractiveFlowReply"), Some("FlowReply"), Some("nfm_reply"), None];
    (0..3_usize, 0..3_usize, select(types.to_vec()))
}

fn body(kind: &str, id: &str, answers: &Value, (inner, outer, content): Coding) -> Value {
    let form = json!({
        "type": "nfm_reply",
        "nfm_reply": { "response_json": coded(answers, inner), "body": "Sent", "name": "flow" },
    });
    let mut body = json!({ "type": kind, "data": {
        "message": { "id": id, "message": coded(&form, outer) },
        "source_template_message": { "callback_data": "order-7" },
    } });
    if let Some(content) = content {
        body["data"]["message"]["message_content_type"] = content.into();
    }
    body
}

/// Whatever a form may send.
fn answers() -> impl Strategy<Value = Value> {
    let text = prop_oneof![
        "\\PC{0,12}",
        select(vec!["None", "[1]", "{}", "2026-01-12 09:15:33"]).prop_map(String::from)
    ];
    let one = prop_oneof![
        4 => text.clone().prop_map(Value::from),
        2 => prop::collection::vec(text, 0..4).prop_map(Value::from),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<i32>().prop_map(Value::from),
        1 => Just(Value::Null),
    ];
    prop::collection::btree_map("[a-z_0-9]{1,8}", one, 0..5)
        .prop_map(|keys| Value::Object(Map::from_iter(keys)))
}

#[test]
fn the_two_events_of_a_form_in_the_table_have_one_key_and_each_its_own() {
    let mut pairs = 0;
    let all = fixtures();
    for first in all.iter().filter(|fixture| fixture.event["type"] == TOLD[0]) {
        let key = &first.event["submissionKey"];
        let second = all.iter().filter(|fixture| fixture.event["type"] == TOLD[1]);
        for second in
            second.filter(|second| !key.is_null() && second.event["submissionKey"] == *key)
        {
            pairs += 1;
            let message = |event: &Value| event["data"]["message"]["message"].clone();
            assert_eq!(message(&first.event), message(&second.event), "{}", first.name);
            assert_ne!(first.event["dedupeKey"], second.event["dedupeKey"], "{}", first.name);
        }
    }
    assert!(pairs > 1, "{pairs} forms are told twice");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn answers_come_out_of_their_strings(
        kind in select(TOLD.to_vec()),
        id in "[a-z0-9]{1,6}",
        answers in answers(),
        coding in codings(),
    ) {
        let event = read(&body(kind, &id, &answers, coding)).whole();
        let form = &event["data"]["message"]["message"]["nfm_reply"];
        prop_assert_eq!(&form["response_json"], &answers);
        prop_assert_eq!(&form["body"], "Sent");
        prop_assert_eq!(&event["known"], true);
        prop_assert_eq!(&event["callbackData"], "order-7");
        prop_assert_eq!(&event["dedupeKey"], &format!("{kind}:{id}"));
        prop_assert_eq!(&event["submissionKey"], &format!("submission:{id}"));
    }

    #[test]
    fn nobody_forges_a_form(
        answers in answers(),
        (inner, outer, _) in codings(),
        content in select(vec!["Text", "Image", "Document", "Location"]),
    ) {
        // What a customer types comes as a text, whatever it looks like.
        let body = body("message_received", "7", &answers, (inner, outer.max(1), Some(content)));
        let event = read(&body).whole();
        prop_assert_eq!(&event["data"]["message"]["message"], &body["data"]["message"]["message"]);
        prop_assert_eq!(&event["submissionKey"], &Value::Null);
    }
}
