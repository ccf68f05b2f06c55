//! Tests of `crate::schema::decode`, whose descriptions only the host can pack.

use super::check::pack;
use crate::schema::{GROUP, Group, NUMBER, Object, Shape, TEXT, Unless, decode};

const TEXTS: Shape = Shape::List(&list!(Shape::Text(&TEXT)));
static CARD: Object =
    open!(&[&Group { fields: &[optional!("texts", Shape::Encoded(&TEXTS), "")], ..GROUP }]);
const CARDS: Shape = Shape::List(&list!(Shape::Object(&CARD)));
static CONTENT: Unless =
    Unless { key: "kind", value: "Text", coded: &["Choice", "List"], shape: TEXTS };
static DEEP_CONTENT: Unless =
    Unless { key: "kind", value: "Text", coded: &["Choice"], shape: CARDS };
const TEMPLATE: Shape = Shape::Object(&open!(&[&Group {
    fields: &[
        optional!("at", Shape::Nullable(&Shape::Time), ""),
        optional!("kind", Shape::Text(&TEXT), ""),
        optional!("content", Shape::Unless(&CONTENT), ""),
        optional!("deep", Shape::Unless(&DEEP_CONTENT), ""),
        optional!("texts", Shape::Nullable(&Shape::Encoded(&TEXTS)), ""),
        optional!("cards", Shape::Encoded(&CARDS), ""),
        optional!("label", Shape::Encoded(&Shape::Text(&TEXT)), ""),
        optional!("either", Shape::Either(&[Shape::Number(&NUMBER), Shape::Encoded(&TEXTS)]), "",),
    ],
    ..GROUP
}]));

fn decoded(json: &str) -> String {
    decode(pack(&TEMPLATE), 0, json).into_owned()
}

#[test]
fn json_in_a_string_becomes_the_value() {
    for (json, value) in [
        (r#"{"texts":"[\"Gavin\"]"}"#, r#"{"texts":["Gavin"]}"#),
        (r#"{"texts":"[\n    \"Gavin\"\n]"}"#, "{\"texts\":[\n    \"Gavin\"\n]}"),
        (r#"{"texts":"\"[\\\"Gavin\\\"]\""}"#, r#"{"texts":["Gavin"]}"#),
        (r#"{"label":"\"https://example.com\""}"#, r#"{"label":"https://example.com"}"#),
        (
            r#"{"cards":"[{\"texts\":\"[\\\"a\\\"]\",\"id\":7}]"}"#,
            r#"{"cards":[{"texts":["a"],"id":7}]}"#,
        ),
        (r#"{"either":"[\"a\"]"}"#, r#"{"either":["a"]}"#),
    ] {
        assert_eq!(decoded(json), value);
    }
}

#[test]
fn the_empty_object_in_place_of_a_list_becomes_the_empty_list() {
    for json in [r#"{"texts":"\"{}\""}"#, r#"{"texts":"{}"}"#, r#"{"texts":"{ }"}"#] {
        assert_eq!(decoded(json), r#"{"texts":[]}"#);
    }
}

#[test]
fn none_becomes_null_where_json_was_expected() {
    for (json, value) in [
        (r#"{"texts":"None"}"#, r#"{"texts":null}"#),
        (r#"{"label":"None"}"#, r#"{"label":"None"}"#),
        (r#"{"x":"None"}"#, r#"{"x":"None"}"#),
    ] {
        assert_eq!(decoded(json), value);
    }
}

#[test]
fn times_get_a_t_and_a_zone_with_its_colon() {
    for (text, time) in [
        ("2022-06-03T05:43:33.237499", "2022-06-03T05:43:33.237499Z"),
        ("2024-06-10 08:38:08", "2024-06-10T08:38:08Z"),
        ("2024-06-10t08:38:08.635664", "2024-06-10T08:38:08.635664Z"),
        ("2024-06-10 08:38:08+05:30", "2024-06-10T08:38:08+05:30"),
        ("2021-06-10T08:38:08+0000", "2021-06-10T08:38:08+00:00"),
        ("2021-06-10 08:38:08.5-0530", "2021-06-10T08:38:08.5-05:30"),
        ("2023-11-10T14:40:50.263298Z", "2023-11-10T14:40:50.263298Z"),
        ("2023-11-10", "2023-11-10"),
        ("yesterday", "yesterday"),
    ] {
        let (json, value) = (format!(r#"{{"at": "{text}"}}"#), format!(r#"{{"at": "{time}"}}"#));
        assert_eq!(decoded(&json), value);
    }
    for json in [r#"{"at":null}"#, r#"{"at":1654235013}"#] {
        assert_eq!(decoded(json), json);
    }
}

#[test]
fn another_key_says_whether_a_string_holds_json() {
    for (kind, content, value) in [
        (r#""Choice""#, r#""[\"a\"]""#, r#"["a"]"#),
        (r#""ListReply""#, r#""[\"a\"]""#, r#"["a"]"#),
        (r#""Choice""#, r#""a""#, r#""a""#),
        (r#""Choice""#, r#"["a"]"#, r#"["a"]"#),
        (r#""Image""#, r#""[\"a\"]""#, r#""[\"a\"]""#),
        (r#""Image""#, r#""None""#, "null"),
        (r#""Text""#, r#""[\"a\"]""#, r#""[\"a\"]""#),
        (r#""Text""#, r#""None""#, r#""None""#),
    ] {
        let first = |content| format!(r#"{{"content":{content},"kind":{kind}}}"#);
        let last = |content| format!(r#"{{"kind":{kind},"content":{content}}}"#);
        assert_eq!(decoded(&first(content)), first(value));
        assert_eq!(decoded(&last(content)), last(value));
    }
}

#[test]
fn what_is_no_string_is_decoded_inside_whatever_stands_beside_it() {
    let value = r#"[{"texts":["a"]}]"#;
    for (kind, content) in [
        ("Choice", r#""[{\"texts\":\"[\\\"a\\\"]\"}]""#),
        ("Choice", r#"[{"texts":"[\"a\"]"}]"#),
        ("Text", r#"[{"texts":"[\"a\"]"}]"#),
        ("Image", r#"[{"texts":"\"[\\\"a\\\"]\""}]"#),
    ] {
        let with = |content| format!(r#"{{"kind":"{kind}","deep":{content}}}"#);
        assert_eq!(decoded(&with(content)), with(value));
    }
}

#[test]
fn what_holds_no_json_of_the_described_type_stays() {
    for json in [
        r#"{"texts":null}"#,
        r#"{"texts":["Gavin"]}"#,
        r#"{"texts":"Gavin"}"#,
        r#"{"texts":"[\"Gavin\""}"#,
        r#"{"texts":"{\"a\":1}"}"#,
        r#"{"texts":""}"#,
        r#"{"label":"123"}"#,
        r#"{"label":"https://example.com"}"#,
        r#"{"either":7}"#,
        r#"{"cards":{}}"#,
        r#""[1]""#,
    ] {
        assert_eq!(decoded(json), json);
    }
}

#[test]
fn all_other_text_stays_byte_for_byte() {
    let json = "{ \"id\":\t12345678901234567890.10e1, \"\\u0061\" : \"[1]\",\"texts\":\"[]\",\"x\":{\"texts\":\"[]\"} }";
    let value = "{ \"id\":\t12345678901234567890.10e1, \"\\u0061\" : \"[1]\",\"texts\":[],\"x\":{\"texts\":\"[]\"} }";
    assert_eq!(decoded(json), value);
}
