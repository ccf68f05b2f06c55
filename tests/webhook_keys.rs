//! What tells one event from another: the same delivered again agrees, others do not.

#![cfg(not(target_arch = "wasm32"))]

mod webhook_fixtures;

use interakt_wasm::api::webhook::WHATSAPP;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};
use webhook_fixtures::{Event, fixtures};

fn key(body: &str) -> String {
    Event::read(body).unwrap_or_else(|| panic!("no event: {body}")).key().to_owned()
}

fn key_of(body: &Value) -> String {
    key(&body.to_string())
}

/// JSON as another program would write it: keys in another order, other white
/// space, and escapes where some program writes them.
fn rewritten(value: &Value, dice: &mut impl FnMut() -> usize) -> String {
    let gap = [" ", "\n", "", "\t ", "\r\n  "];
    let space = |dice: &mut dyn FnMut() -> usize| gap[dice() % gap.len()];
    match value {
        Value::Object(keys) => {
            let mut left: Vec<_> = keys.iter().collect();
            let mut parts = Vec::new();
            while !left.is_empty() {
                let (key, value) = left.swap_remove(dice() % left.len());
                let key = rewritten(&Value::from(key.as_str()), dice);
                let around = [space(dice), space(dice)];
                parts.push(format!("{}{key}{}:{}", around[0], around[1], rewritten(value, dice)));
            }
            format!("{{{}{}}}", parts.join(","), space(dice))
        }
        Value::Array(items) => {
            let parts: Vec<_> = items.iter().map(|item| rewritten(item, dice)).collect();
            format!("[{}{}]", space(dice), parts.join(&format!("{},", space(dice))))
        }
        Value::String(text) => {
            let mut units = [0; 2];
            let mut escape = |c: char| match c {
                '/' if dice() > 500 => "\\/".to_owned(),
                ' '..='~' if !"\"\\<>&'".contains(c) => c.to_string(),
                _ => c.encode_utf16(&mut units).iter().map(|u| format!("\\u{u:04x}")).collect(),
            };
            format!("\"{}\"", text.chars().map(&mut escape).collect::<String>())
        }
        other => other.to_string(),
    }
}

/// A delivery, and what of it is the event: equal for the same event alone.
#[derive(Clone, Debug)]
struct Delivery {
    body: Value,
    event: Value,
}

/// Texts of which many are equal, and some look like two with a colon between.
fn word() -> impl Strategy<Value = String> {
    select(vec!["", "1", "2", "1:2", "Yes", "No", "None", "é"]).prop_map(str::to_owned)
}

/// What stands as the time of a tap.
fn time() -> impl Strategy<Value = Value> {
    select(vec![
        json!(null),
        json!(""),
        json!("None"),
        json!("2026-01-12"),
        json!("2026-01-12 09:20:08"),
        json!("2026-01-12 09:20:09"),
        json!("2026-01-12 09:20:08.635664"),
        json!("2026-01-12T09:20:08+05:30"),
    ])
}

fn stamp() -> impl Strategy<Value = String> {
    select(vec!["2026-01-12T09:15:33", "2026-01-12T09:15:34"]).prop_map(str::to_owned)
}

fn of_message() -> impl Strategy<Value = Delivery> {
    let kinds = ["sent", "delivered", "read", "failed"];
    (select(kinds.to_vec()), word(), word(), stamp()).prop_map(|(kind, id, name, stamp)| {
        let kind = format!("message_api_{kind}");
        let data = json!({ "message": { "id": id }, "customer": { "traits": { "name": name } } });
        let body = json!({ "type": kind, "timestamp": stamp, "data": data });
        // A message without an id is told apart by all that is said of it.
        let event = if id.is_empty() { body.clone() } else { json!([kind, id]) };
        Delivery { body, event }
    })
}

fn tap() -> impl Strategy<Value = Delivery> {
    (word(), 0..4, word(), word(), time(), stamp(), any::<bool>()).prop_map(
        |(id, place, text, link, time, stamp, quick)| {
            let kind = "message_api_clicked";
            let payload = quick.then(|| json!({ "payload": { "text": text } }));
            let tapped = json!({
                "button_text": text, "button_link": link, "button_payload": payload,
                "click_timestamp": time,
            });
            let mut body = json!({
                "type": kind, "timestamp": stamp, "data": { "message": { "id": id } },
            });
            match place {
                0 => body["event"] = tapped,
                1 => body["data"]["event"] = tapped,
                2 => body["data"]["message"]["meta_data"] = tapped,
                _ => {
                    body["data"]["message"] = tapped;
                    body["data"]["message"]["id"] = id.clone().into();
                }
            }
            let event = match time.as_str() {
                Some(time) if time.contains('.') => json!([kind, id, time]),
                Some(time) if time.len() > 10 => json!([kind, id, text, link, payload, time]),
                _ => body.clone(),
            };
            Delivery { body, event }
        },
    )
}

fn answer() -> impl Strategy<Value = Delivery> {
    let said = prop::collection::vec((word(), word()), 0..3);
    (word(), word(), said, stamp()).prop_map(|(workflow, customer, said, stamp)| {
        let said: Vec<_> = said
            .iter()
            .map(|(id, message)| json!({ "answer": { "id": id, "message": message } }))
            .collect();
        let body = json!({
            "type": "workflow_response_update", "timestamp": stamp,
            "data": { "workflow_id": workflow, "customer_number": customer, "data": said },
        });
        Delivery { event: body.clone(), body }
    })
}

/// Of the account, of a kind that nobody knows, or of none.
fn other() -> impl Strategy<Value = Delivery> {
    let kinds = ["account_alerts", "account_update", "messages", "status_of_tea"];
    (prop::option::of(select(kinds.to_vec())), word(), word(), stamp()).prop_map(
        |(kind, one, two, stamp)| {
            let body = json!({ "type": kind, "timestamp": stamp, "data": { "a": one, "b": two } });
            Delivery { event: body.clone(), body }
        },
    )
}

fn rcs() -> impl Strategy<Value = Delivery> {
    let kinds = [
        ("USER_MESSAGE", None),
        ("USER_EVENT", Some("MESSAGE_READ")),
        ("USER_EVENT", Some("MESSAGE_DELIVERED")),
        ("STATUS_EVENT", Some("SEND_MESSAGE_FAILURE")),
        ("STATUS_EVENT", Some("SOMETHING_NEW")),
    ];
    (select(kinds.to_vec()), word(), stamp(), word()).prop_map(|((kind, what), id, sent, text)| {
        let mut entity = json!({ "messageId": id, "sendTime": sent, "text": text });
        if let Some(what) = what {
            entity["eventType"] = what.into();
        }
        let body = json!({ "entityType": kind, "entity": entity });
        let event = if id.is_empty() { body.clone() } else { json!([kind, what, id]) };
        Delivery { body, event }
    })
}

fn deliveries() -> impl Strategy<Value = Delivery> {
    prop_oneof![of_message(), tap(), answer(), other(), rcs()]
}

/// Two of the same sort, so that they are alike.
fn pairs() -> impl Strategy<Value = (Delivery, Delivery)> {
    prop_oneof![
        (of_message(), of_message()),
        (tap(), tap()),
        (answer(), answer()),
        (other(), other()),
        (rcs(), rcs()),
        (deliveries(), deliveries()),
    ]
}

#[test]
fn answers_of_two_customers_to_one_workflow_are_two_events() {
    let answered = |customer: &str, message: &str| {
        key_of(&json!({ "type": "workflow_response_update", "data": {
            "workflow_id": "w-1", "customer_number": customer,
            "data": [{ "answer": { "id": "option-1", "message": message } }],
        } }))
    };
    assert_ne!(answered("+919800000021", "Yes"), answered("+919800000022", "Yes"));
    assert_ne!(answered("+919800000021", "Yes"), answered("+919800000021", "No"));
    assert_eq!(answered("+919800000021", "Yes"), answered("+919800000021", "Yes"));
    // Keys are kept and logged: they say nothing of the customer.
    assert!(!answered("+919800000021", "Yes").contains("9800000021"));
}

#[test]
fn taps_on_two_buttons_are_two_events_whatever_their_time() {
    for time in ["None", "", "0", "soon", "2026-01-12", "2026-01-12 09:20:08"] {
        let tapped = |text: &str| {
            let tap = json!({ "button_text": text, "click_timestamp": time });
            key_of(&json!({ "type": "message_api_clicked", "data": {
                "message": { "id": "m-1" }, "event": tap,
            } }))
        };
        assert_ne!(tapped("Yes"), tapped("No"), "{time}");
    }
}

#[test]
fn the_kind_stands_before_everything_else() {
    for variant in WHATSAPP.payload.variants {
        let body = json!({ "type": variant.value, "data": { "x": 1 } });
        assert!(key_of(&body).starts_with(&format!("{}:", variant.value)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(1024) })]

    #[test]
    fn different_events_have_different_keys((one, other) in pairs()) {
        let same = key_of(&one.body) == key_of(&other.body);
        prop_assert_eq!(same, one.event == other.event, "{} {}", one.body, other.body);
    }

    #[test]
    fn the_same_delivered_again_has_the_same_key(
        delivery in deliveries(),
        dice in prop::collection::vec(0..1000_usize, 16..64),
    ) {
        let mut rolls = dice.iter().copied().cycle();
        let again = rewritten(&delivery.body, &mut || rolls.next().unwrap_or_default());
        prop_assert_eq!(key(&again), key_of(&delivery.body), "{}", again);
    }

    #[test]
    fn real_payloads_delivered_again_have_the_same_key(
        fixture in select(fixtures()),
        dice in prop::collection::vec(0..1000_usize, 16..64),
    ) {
        let body: Value = serde_json::from_str(&fixture.body).expect("JSON");
        let mut rolls = dice.iter().copied().cycle();
        let again = rewritten(&body, &mut || rolls.next().unwrap_or_default());
        prop_assert_eq!(key(&again), key(&fixture.body), "{}", again);
    }
}
