//! What payloads of webhooks become: `tests/fixtures/webhooks-*.json` has payloads as they are sent,
//! and the events that they are.

#![cfg(not(target_arch = "wasm32"))]

mod webhook_fixtures;

use std::collections::{BTreeMap, BTreeSet};

use interakt_wasm::api::webhook::{CHANNELS, RCS, Status};
use interakt_wasm::schema::{Group, Shape};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde::de::IgnoredAny;
use serde_json::{Value, json};
use webhook_fixtures::{Event, Fixture, fixtures, keyed_by_body};

fn read(body: &str) -> Event {
    Event::read(body).unwrap_or_else(|| panic!("no event: {body}"))
}

/// The texts that stand under a key of the events, with the kind before them.
fn texts(pointer: &str) -> BTreeSet<String> {
    let text = |fixture: Fixture| {
        let event = &fixture.event;
        let text = event.pointer(pointer)?.as_str()?;
        let known = event["known"] == Value::Bool(true);
        known.then(|| format!("{} {text}", event["channel"].as_str().unwrap_or_default()))
    };
    fixtures().into_iter().filter_map(text).collect()
}

fn shape_of(groups: &[&Group], name: &str) -> Option<Shape> {
    let mut fields = groups.iter().flat_map(|group| group.fields);
    fields.find(|field| field.name == name).map(|field| field.shape)
}

#[test]
fn every_body_gives_exactly_its_event() {
    let wrong: Vec<String> = fixtures()
        .iter()
        .map(|Fixture { name, body, event, .. }| (name, event, read(body).whole()))
        .filter(|(_, event, found)| *event != found)
        .map(|(name, event, found)| format!("{name}\n  expected {event}\n  found    {found}"))
        .collect();
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_kind_of_payload_occurs() {
    for channel in CHANNELS {
        let known = texts(&format!("/{}", channel.payload.tag));
        for variant in channel.payload.variants {
            let kind = format!("{} {}", channel.name, variant.value);
            assert!(known.contains(&kind), "no fixture: {kind}");
        }
    }
}

#[test]
fn every_status_occurs() {
    let found: BTreeSet<_> = fixtures()
        .iter()
        .filter_map(|fixture| fixture.event["status"].as_str().map(str::to_owned))
        .collect();
    let all = Status::ALL.iter().map(|(status, _)| status.as_str().to_owned());
    assert_eq!(found, all.collect());
}

#[test]
fn every_type_of_an_event_of_rcs_occurs() {
    let found = texts("/entity/eventType");
    let mut types = 0;
    for variant in RCS.payload.variants {
        let Some(Shape::Object(entity)) = shape_of(variant.object.groups, "entity") else {
            panic!("{} has no entity", variant.value)
        };
        let Some(Shape::Choice(choice)) = shape_of(entity.groups, "eventType") else { continue };
        types += choice.values.len();
        for value in choice.values {
            let kind = format!("rcs {}", value.value);
            assert!(found.contains(&kind), "no fixture: {kind}");
        }
    }
    assert!(types > 0, "no types are described");
    assert!(found.len() > types, "no fixture of an unknown type");
}

#[test]
fn no_two_fixtures_are_the_same_and_no_two_events_have_the_same_key() {
    let (mut names, mut keys) = (BTreeSet::new(), BTreeMap::new());
    for Fixture { name, body, .. } in fixtures() {
        assert!(names.insert(name.clone()), "{name} stands there twice");
        let earlier = keys.insert(read(&body).key().to_owned(), name.clone());
        assert_eq!(earlier, None, "{name} has the same key");
    }
}

#[test]
fn white_space_changes_nothing() {
    for Fixture { name, body, spaced, .. } in fixtures() {
        let (close, far) = (read(&body), read(&spaced));
        assert_eq!(close.facts, far.facts, "{name}");
        let parse = |event: &Event| serde_json::from_str::<Value>(&event.json).expect("JSON");
        assert_eq!(parse(&close), parse(&far), "{name}");
    }
}

/// As Python writes JSON.
fn escaped(json: &str) -> String {
    let mut units = [0; 2];
    let mut escape = |c: char| match c {
        ' '..='~' => c.to_string(),
        _ => c.encode_utf16(&mut units).iter().map(|unit| format!("\\u{unit:04x}")).collect(),
    };
    json.chars().map(&mut escape).collect()
}

#[test]
fn letters_may_come_escaped() {
    let all = fixtures();
    assert!(all.iter().any(|fixture| !fixture.body.is_ascii()), "nothing to escape");
    for Fixture { name, body, event, .. } in all {
        assert_eq!(read(&escaped(&body)).whole(), event, "{name}");
    }
}

#[test]
fn what_is_not_known_stays_byte_for_byte() {
    let unknown: Vec<Fixture> =
        fixtures().into_iter().filter(|fixture| fixture.event["known"] == false).collect();
    assert!(!unknown.is_empty());
    for Fixture { name, body, spaced, .. } in unknown {
        assert_eq!(read(&body).json, body, "{name}");
        assert_eq!(read(&format!("\r\n{spaced}\t ")).json, spaced, "{name}");
    }
}

#[test]
fn what_is_not_decoded_stays_byte_for_byte() {
    let body = r#" { "x" : 12345678901234567890.10e1,
	"data":{"\u0061":"[1]", "message": {"message" :"[ {\"index\":1e400} ]","id":"7" ,"seen_at_utc":"2026-01-12 09:15:33" ,
	"extra":{"message":"[]","seen_at_utc":"2026-01-12 09:15:33"},"raw_template":"{ \"id\" : -0.0,\"buttons\":\"[]\" }"} },
	"type":"message_api_\u0072ead","type":"message_api_read", "timestamp" : "2026-01-12T09:15:33" } "#;
    let json = r#"{ "x" : 12345678901234567890.10e1,
	"data":{"\u0061":"[1]", "message": {"message" :[ {"index":1e400} ],"id":"7" ,"seen_at_utc":"2026-01-12T09:15:33Z" ,
	"extra":{"message":"[]","seen_at_utc":"2026-01-12 09:15:33"},"raw_template":{ "id" : -0.0,"buttons":[] }} },
	"type":"message_api_\u0072ead","type":"message_api_read", "timestamp" : "2026-01-12T09:15:33Z" }"#;
    let event = read(body);
    assert_eq!(event.json, json);
    assert_eq!(event.key(), "message_api_read:7");
}

#[test]
fn what_is_read_again_is_the_same() {
    for Fixture { name, body, .. } in fixtures() {
        let once = read(&body);
        let again = read(&once.json);
        assert_eq!(again.json, once.json, "{name}");
        assert_eq!(again.facts, once.facts, "{name}");
    }
}

#[test]
fn what_is_no_json_object_is_no_event() {
    for body in
        ["", " ", "null", "7", "[]", "[{}]", "\"{}\"", "{", "{}{}", "{'a':1}", "\u{feff}{}", "{}\0"]
    {
        assert_eq!(Event::read(body), None, "{body:?}");
    }
}

/// Bodies with up to four other bytes, or cut short.
fn other_bytes() -> impl Strategy<Value = String> {
    let telling = prop_oneof![4 => select(b"\"\\{}[]:,T Zn0u".to_vec()), 1 => any::<u8>()];
    let changes = prop::collection::vec((any::<Index>(), telling, 0..3), 0..5);
    (select(fixtures()), changes, prop::option::of(any::<Index>())).prop_map(
        |(fixture, changes, cut)| {
            let mut bytes = fixture.body.into_bytes();
            for (place, byte, how) in changes {
                if bytes.is_empty() {
                    break;
                }
                let place = place.index(bytes.len());
                match how {
                    0 => bytes[place] = byte,
                    1 => bytes.insert(place, byte),
                    _ => drop(bytes.remove(place)),
                }
            }
            if let Some(end) = cut {
                bytes.truncate(end.index(bytes.len() + 1));
            }
            String::from_utf8_lossy(&bytes).into_owned()
        },
    )
}

/// Bodies with something else in up to four places.
fn other_values() -> impl Strategy<Value = String> {
    let changes = prop::collection::vec((any::<Index>(), junk()), 0..5);
    (select(fixtures()), changes).prop_map(|(fixture, changes)| {
        let mut body: Value = serde_json::from_str(&fixture.body).expect("JSON");
        for (place, junk) in changes {
            let mut places = Vec::new();
            collect_places(&body, String::new(), &mut places);
            let Some(place) = places.get(place.index(places.len().max(1))) else { break };
            *body.pointer_mut(place).expect("a value") = junk;
        }
        body.to_string()
    })
}

/// Where the values within a value are.
fn collect_places(value: &Value, own: String, places: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Array(items) => {
            items.iter().enumerate().map(|(n, item)| (n.to_string(), item)).collect()
        }
        Value::Object(keys) => keys
            .iter()
            .map(|(key, value)| (key.replace('~', "~0").replace('/', "~1"), value))
            .collect(),
        _ => return,
    };
    for (key, value) in below {
        let place = format!("{own}/{key}");
        places.push(place.clone());
        collect_places(value, place, places);
    }
}

/// Any JSON value, and what payloads hold.
fn junk() -> impl Strategy<Value = Value> {
    let telling = [
        json!(null),
        json!(true),
        json!(7),
        json!(""),
        json!("None"),
        json!("{}"),
        json!("[]"),
        json!("[[]]"),
        json!("\"{}\""),
        json!("[{\"type\":\"body\",\"parameters\":[]}]"),
        json!("{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"a\",\"title\":\"b\"}}"),
        json!("{\"buttons\":\"[]\",\"created_at_utc\":\"2026-01-12 09:15:33\"}"),
        json!("2026-01-12 09:15:33"),
        json!("message_api_clicked"),
        json!("MESSAGE_READ"),
        json!("Text"),
        json!("InteractiveListReply"),
        json!({ "message": { "id": "7" } }),
        json!([{ "answer": { "id": "7" } }]),
    ];
    let leaf = prop_oneof![
        3 => select(telling.to_vec()),
        1 => any::<f64>().prop_map(Value::from),
        1 => "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        let key = prop_oneof![select(vec!["type", "entityType", "data", "id"]), Just("x")];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec((key.prop_map(str::to_owned), inner), 0..4)
                .prop_map(|keys| Value::Object(keys.into_iter().collect())),
        ]
    })
}

/// Reads whatever came: what it becomes is an object of JSON, with all that is said of it.
fn read_any(body: &str) -> Option<Event> {
    let event = Event::read(body);
    if serde_json::from_str::<Value>(body).is_ok_and(|value| value.is_object()) {
        assert!(event.is_some(), "no event: {body}");
    }
    let event = event?;
    assert!(event.json.starts_with('{') && serde_json::from_str::<IgnoredAny>(&event.json).is_ok());
    let names: BTreeSet<&str> = event.facts.keys().map(String::as_str).collect();
    let all =
        ["callbackData", "channel", "dedupeKey", "known", "messageId", "status", "submissionKey"];
    assert_eq!(names, BTreeSet::from(all));
    assert!(!event.key().is_empty());
    if !event.known() {
        assert_eq!(event.json, body.trim_matches([' ', '\t', '\n', '\r']));
        for fact in ["callbackData", "messageId", "status", "submissionKey"] {
            assert_eq!(event.facts[fact], Value::Null, "{fact}");
        }
        assert!(keyed_by_body(body));
    }
    // The same body again is the same event.
    assert_eq!(Event::read(body).as_ref(), Some(&event));
    Some(event)
}

/// An event of something that came from a customer.
fn received(content: &str, message: &str) -> Value {
    let body = json!({ "type": "message_received", "data": { "message": {
        "id": "m-1", "message_content_type": content, "message": message,
    } } });
    let event = read(&body.to_string()).whole();
    assert_eq!(event["known"], true);
    event["data"]["message"]["message"].clone()
}

/// What a customer could write to look like something else.
fn looks_like_json() -> impl Strategy<Value = String> {
    let reply = json!({ "type": "list_reply", "list_reply": { "id": "a", "title": "b" } });
    let telling = [
        reply.to_string(),
        Value::from(reply.to_string()).to_string(),
        "[{\"type\":\"body\"}]".into(),
    ];
    prop_oneof![select(telling.to_vec()), junk().prop_map(|value| value.to_string()), "\\PC{0,20}"]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn any_text_is_read(text in prop_oneof!["\\PC{0,60}", "[\\[\\]{}\":,\\\\ntu0-9eE.\\- ]{0,40}", ".{0,40}"]) {
        read_any(&text);
    }

    #[test]
    fn any_json_is_read(value in junk()) {
        read_any(&value.to_string());
    }

    #[test]
    fn bodies_with_other_bytes_are_read(body in other_bytes()) {
        read_any(&body);
    }

    #[test]
    fn bodies_with_other_values_are_read_and_stay_what_they_are(body in other_values()) {
        let once = read_any(&body).expect("an object");
        if once.known() {
            let again = read_any(&once.json).expect("an object");
            prop_assert_eq!(&again.json, &once.json);
            prop_assert_eq!(again.facts, once.facts);
        }
    }

    #[test]
    fn nobody_forges_a_tap(
        message in looks_like_json(),
        content in select(vec!["Text", "Image", "Document", "Sticker", "Location", "Contacts"]),
    ) {
        prop_assume!(message != "None");
        prop_assert_eq!(received(content, &message), Value::from(message));
    }

    #[test]
    fn what_was_tapped_comes_out_of_its_string(
        id in ".{0,20}",
        title in ".{0,20}",
        twice: bool,
        kind in select(vec!["button_reply", "list_reply"]),
        content in select(vec![
            "InteractiveButtonReply", "InteractiveListReply", "Interactive",
            "Button", "ButtonReply", "QuickReply", "List", "ListReply",
        ]),
    ) {
        let reply = json!({ "type": kind, kind: { "id": id, "title": title } });
        let once = reply.to_string();
        let message = if twice { Value::from(once).to_string() } else { once };
        prop_assert_eq!(received(content, &message), reply);
    }
}
