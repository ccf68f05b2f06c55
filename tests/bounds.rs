//! What bounds a check: whatever strangers send costs time and memory in proportion to its length.

#![cfg(not(target_arch = "wasm32"))]

use interakt_wasm::api::{OPERATIONS, index_of};
use interakt_wasm::packs::{Shipped, input};
use interakt_wasm::schema::{Checker, Limits, MOST_ISSUES, Severity, steps};
use interakt_wasm::write::{Issue, issues};
use serde_json::{Value, json};

fn root(operation: &str) -> usize {
    let known = OPERATIONS.iter().find(|known| known.name == operation).expect("an operation");
    input(index_of(known))
}

fn checked(operation: &str, json: &str, limits: Limits) -> (Vec<Issue>, usize) {
    let mut checker = Checker::default();
    let report = checker.check(Shipped, root(operation), json, limits);
    (issues(report), report.text().len())
}

/// How many steps a check takes.
fn cost(operation: &str, json: &str) -> u64 {
    let before = steps();
    Checker::default().check(Shipped, root(operation), json, Limits::default());
    steps() - before
}

fn template(fields: Value) -> String {
    let mut template = json!({"name": "a", "languageCode": "en"});
    template.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
    json!({"fullPhoneNumber": "919876543210", "type": "Template", "template": template}).to_string()
}

fn message(kind: &str, data: Value) -> String {
    json!({"fullPhoneNumber": "919876543210", "type": kind, "data": data}).to_string()
}

fn many(count: usize, item: impl Fn(usize) -> Value) -> Value {
    (0..count).map(item).collect()
}

fn keys(count: usize) -> Value {
    Value::Object((0..count).map(|n| (format!("key{n}"), json!(n))).collect())
}

/// An input with so many of something, for every list and every rule that looks at several values.
type Grow = (&'static str, &'static str, fn(usize) -> String);

const GROWING: &[Grow] = &[
    ("issues", "sendMessage", |n| template(json!({"bodyValues": many(n, |_| json!(""))}))),
    ("messages", "sendMessage", |n| many(n, |_| json!({"type": "Text"})).to_string()),
    ("unknown keys", "sendMessage", |n| keys(n).to_string()),
    ("near misses", "trackUser", |n| {
        let keys: Vec<_> = (0..n).map(|n| format!("\"userI{n}\":1")).collect();
        format!("{{{}}}", keys.join(","))
    }),
    ("duplicate keys", "trackUser", |n| {
        format!("{{{}\"userId\":\"1\"}}", "\"userId\":1,".repeat(n))
    }),
    ("duplicate tags", "sendMessage", |n| {
        format!("{{{}\"type\":\"Text\"}}", "\"type\":\"Template\",".repeat(n))
    }),
    ("traits", "trackUser", |n| json!({"userId": "1", "traits": keys(n)}).to_string()),
    ("items of a trait", "trackUser", |n| {
        json!({"userId": "1", "traits": {"a": many(n, |n| json!(n))}}).to_string()
    }),
    ("tags", "trackUser", |n| {
        json!({"userId": "1", "tags": many(n, |_| json!("vip"))}).to_string()
    }),
    ("buttons", "sendMessage", |n| {
        let button =
            |n| json!({"type": "reply", "reply": {"id": format!("{}", n / 2), "title": "Yes"}});
        message(
            "InteractiveButton",
            json!({"message": {
                "type": "button", "body": {"text": "Hi"}, "action": {"buttons": many(n, button)},
            }}),
        )
    }),
    ("list rows", "sendMessage", |n| {
        let row = |n| json!({"id": format!("{}", n / 2), "title": "Row"});
        message(
            "InteractiveList",
            json!({"message": {
                "type": "list", "body": {"text": "Hi"},
                "action": {"button": "Menu", "sections": [{"title": "All", "rows": many(n, row)}]},
            }}),
        )
    }),
    ("list sections", "sendMessage", |n| {
        let section = |n| json!({"rows": [{"id": format!("{}", n / 2), "title": "Row"}]});
        message(
            "InteractiveList",
            json!({"message": {
                "type": "list", "body": {"text": "Hi"},
                "action": {"button": "Menu", "sections": many(n, section)},
            }}),
        )
    }),
    ("cards of a template that is sent", "sendMessage", |n| {
        let card = |_| json!({"headerValues": ["https://example.com/a.jpg"], "bodyValues": ["a"]});
        template(json!({"carouselCards": many(n, card), "order_details": [{}]}))
    }),
    ("button values", "sendMessage", |n| {
        template(json!({"bodyValues": ["1"], "buttonValues": {"0": many(n, |_| json!("a"))}}))
    }),
    ("orders", "sendMessage", |n| {
        let order =
            |n| json!({"reference_id": format!("{}", n / 2), "order_items": [], "subtotal": 1});
        template(json!({"order_details": many(n, order)}))
    }),
    ("items of an order", "sendMessage", |n| {
        let item = |_| json!({"name": "Cake", "quantity": 1, "amount": 2});
        template(json!({"order_details": [
            {"reference_id": "1", "subtotal": 1, "order_items": many(n, item)},
        ]}))
    }),
    ("fallbacks", "sendMessage", |n| {
        let fallback =
            |_| json!({"channel": "sms", "content": {"message": "{{1}}", "variables": []}});
        json!({"fullPhoneNumber": "919876543210", "type": "Text", "data": {"message": "Hi"},
            "fallback": many(n, fallback)})
        .to_string()
    }),
    ("placeholders of an SMS", "sendMessage", |n| {
        let text: String = (1..=n).rev().map(|n| format!("{{{{{n}}}}}")).collect();
        let fallback = json!([{"channel": "sms", "content": {"message": text, "variables": []}}]);
        json!({"fullPhoneNumber": "919876543210", "type": "Text", "data": {}, "fallback": fallback})
            .to_string()
    }),
    ("variables of a template", "createTemplate", |n| {
        let text: String = (1..=n).rev().map(|n| format!("a {{{{{n}}}}} b")).collect();
        json!({"body": text, "header": text, "footer": text, "header_format": "TEXT",
            "body_text": many(n, |_| json!("a"))})
        .to_string()
    }),
    ("buttons of a template", "createTemplate", |n| {
        let button = |n| json!({"type": "QUICK_REPLY", "text": format!("{}", n / 2)});
        json!({"button_type": "Quick Replies", "buttons": many(n, button)}).to_string()
    }),
    ("cards of a template", "createTemplate", |n| {
        let card = |n| {
            json!({"card_index": n / 2, "header_format": "IMAGE", "body": "Hi {{1}} you",
                "buttons": [{"type": "URL", "text": "Go", "url": "https://example.com/{{1}}"}]})
        };
        json!({"carousel_cards": many(n, card), "category": "Utility"}).to_string()
    }),
    ("filters", "listUsers", |n| {
        json!({"filters": many(n, |_| json!({"trait": "a", "op": "gt", "val": 1}))}).to_string()
    }),
    ("suggestions", "sendRcs", |n| {
        let reply = |_| json!({"reply": {"plainText": "Yes", "postBack": {"data": "yes"}}});
        json!({"fullPhoneNumber": "919876543210", "type": "TEXT",
            "message": {"plainText": "Hi", "suggestions": many(n, reply)}})
        .to_string()
    }),
    ("cards of RCS", "sendRcs", |n| {
        let card = |_| json!({"cardTitle": "Hi", "cardMedia": {"mediaHeight": "TALL"}});
        json!({"fullPhoneNumber": "919876543210", "type": "CAROUSEL", "message": {
            "richCardDetails": {"carousel": {"cardWidth": "SMALL_WIDTH", "contents": many(n, card)}},
        }})
        .to_string()
    }),
    ("nesting", "trackUser", |n| {
        let deep = format!("{}1{}", "[".repeat(n), "]".repeat(n));
        format!("{{\"userId\":\"1\",\"traits\":{{\"a\":{deep}}}}}")
    }),
    ("a long text", "sendMessage", |n| message("Text", json!({"message": "ab ".repeat(n)}))),
    ("a text of escapes", "sendMessage", |n| message("Text", json!({"message": "\n\"".repeat(n)}))),
    ("an unlisted value", "sendMessage", |n| json!({"type": "Templat".repeat(n)}).to_string()),
    ("a long number", "sendMessage", |n| json!({"fullPhoneNumber": "9".repeat(n)}).to_string()),
    ("white space", "sendMessage", |n| format!("{}{{}}", " ".repeat(n))),
];

#[test]
fn ten_times_the_input_takes_at_most_twelve_times_the_steps() {
    let mut worse = Vec::new();
    for (what, operation, grow) in GROWING {
        let small = cost(operation, &grow(400)) as f64;
        let large = cost(operation, &grow(4000)) as f64;
        if large > 12.0 * small {
            worse.push(format!("{what}: {:.1} times", large / small));
        }
    }
    assert!(steps() > 0, "nothing was counted");
    assert!(worse.is_empty(), "{}", worse.join("\n"));
}

#[test]
fn a_report_is_in_proportion_to_the_text() {
    for (what, operation, grow) in GROWING {
        let text = grow(4000);
        let (_, length) = checked(operation, &text, Limits::default());
        assert!(length < (1 << 19) + 2 * text.len(), "{what}: {length} for {}", text.len());
    }
    // The path of each issue has the key, however long that is.
    let key = "k".repeat(1 << 20);
    let text = json!({"userId": "1", "traits": {key: many(5000, |_| json!({}))}}).to_string();
    let (found, length) = checked("trackUser", &text, Limits::default());
    assert!(length < 5 << 20, "{length}");
    assert_eq!(found.last().map(|issue| issue.code), Some("issues.not_listed"));
}

#[test]
fn what_is_not_listed_is_told_of() {
    let text = template(json!({"bodyValues": many(5000, |_| json!(""))}));
    let (found, _) = checked("sendMessage", &text, Limits::default());
    assert_eq!(found.len(), MOST_ISSUES as usize + 1);
    let last = found.last().unwrap();
    assert_eq!((last.code, last.severity), ("issues.not_listed", Severity::Error));
    assert_eq!(last.message, "5000 problems were found; 1000 of them are listed.");
    let (found, _) = checked("sendMessage", &text, Limits { issues: 1, ..Limits::default() });
    assert_eq!(found.len(), 2);
    // Only warnings are left out here, and so it is one.
    let text = template(json!({"bodyValues": many(5000, |_| json!("a\nb"))}));
    let (found, _) = checked("sendMessage", &text, Limits::default());
    assert_eq!(found.last().map(|issue| issue.severity), Some(Severity::Warning));
}

#[test]
fn what_is_too_large_or_too_deep_is_not_read() {
    let only = |found: Vec<Issue>| match &found[..] {
        [issue] => (issue.code, issue.message.clone()),
        _ => panic!("{found:?}"),
    };
    let limits = Limits { bytes: 10, ..Limits::default() };
    let (found, _) = checked("trackUser", "{\"userId\":1}", limits);
    let message = "This is too large: at most 10 bytes of JSON are allowed.".to_owned();
    assert_eq!(only(found), ("json.too_large", message));
    let deep = format!("{{\"traits\":{}{}}}", "[".repeat(70), "]".repeat(70));
    let (found, _) = checked("trackUser", &deep, Limits::default());
    let message = "Arrays and objects can be nested at most 64 levels deep.".to_owned();
    assert_eq!(only(found), ("json.too_deep", message));
}
