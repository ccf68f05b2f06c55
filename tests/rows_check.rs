//! Rows of files as inputs: what is sent, what is found, and for whom it is.

#![cfg(not(target_arch = "wasm32"))]

mod rows_support;

use std::collections::BTreeSet;

use interakt_wasm::api::rows::{CODES, DUPLICATE, SEEN};
use interakt_wasm::rows::{MOST_BYTES, MOST_ROWS, flag, write_key};
use proptest::prelude::*;
use rows_support::{Row, plan, rows_of};
use serde_json::{Value, json};

/// The key of what has none.
const NONE: &str = "0000000000000000";

const WHOLE: &[usize] = &[usize::MAX >> 1];

/// A template message to the phone in the first column, with the name in the second.
fn message() -> Value {
    plan(
        3,
        json!([
            "{",
            [6, 0, -1],
            ",\"type\":\"Template\",\"template\":{\"name\":\"offer\",\"languageCode\":\"en\",\"bodyValues\":[",
            [0, 1],
            "]}",
            [1, 2, "callbackData"],
            "}"
        ]),
    )
}

fn csv(text: &str) -> Vec<Row> {
    rows_of("sendMessage", &message(), text.as_bytes(), WHOLE)
}

fn ndjson(operation: &str, text: &[u8]) -> Vec<Row> {
    rows_of(operation, &json!({ "format": "ndjson" }), text, WHOLE)
}

/// The user of `trackUser` that tokens make of one line.
fn input_of(tokens: Value, line: &str) -> Option<String> {
    let mut rows = rows_of("trackUser", &plan(0, tokens), line.as_bytes(), WHOLE);
    assert_eq!(rows.len(), 1, "{line}");
    rows.remove(0).input
}

#[test]
fn a_row_becomes_the_input_that_is_sent() {
    let rows = csv("98765 43210,Asha,c-1\n+91 98765-43211,\"two\r\nlines\",\n");
    assert_eq!(
        rows[0].input.as_deref(),
        Some(
            r#"{"countryCode":"+91","phoneNumber":"9876543210","type":"Template","template":{"name":"offer","languageCode":"en","bodyValues":["Asha"]},"callbackData":"c-1"}"#
        )
    );
    assert_eq!((rows[0].line, rows[0].flags, rows[0].issues().len()), (1, 0, 0));
    assert_eq!(rows[0].raw, b"98765 43210,Asha,c-1");
    assert_eq!(rows[0].recipient, "919876543210");
    let second: Value = serde_json::from_str(rows[1].input.as_deref().unwrap()).unwrap();
    assert_eq!(second["template"]["bodyValues"], json!(["two\nlines"]));
    assert_eq!(second.get("callbackData"), None);
    assert_eq!(rows[1].line, 2);
}

#[test]
fn commas_stand_between_and_nowhere_else() {
    for (tokens, line, expected) in [
        (json!(["{", [1, 0, "a"], ",\"b\":1}"]), ",x", r#"{"b":1}"#),
        (json!(["{", [1, 0, "a"], ",\"b\":1}"]), "x", r#"{"a":"x","b":1}"#),
        (json!(["{\"b\":1", [1, 0, "a"], "}"]), "x", r#"{"b":1,"a":"x"}"#),
        (json!(["{\"b\":1", [1, 0, "a"], "}"]), " ,x", r#"{"b":1}"#),
        (json!(["{\"t\":[", [0, 0], [0, 1], ",3]}"]), "[,{", r#"{"t":["[","{",3]}"#),
        (json!(["{\"t\":[", [0, 0], "]", [1, 1, "u"], "}"]), ",x", r#"{"t":[""],"u":"x"}"#),
        (json!(["{", [1, 0, "a"], [1, 1, "b"], [1, 2, "c"], "}"]), ",x", r#"{"b":"x"}"#),
        (json!(["{", [1, 0, "a"], "}"]), ",x", "{}"),
        (json!(["{", [6, 0, -1], [1, 1, "b"], "}"]), ",x", r#"{"b":"x"}"#),
        (json!(["{", [1, 0, "k\"ey"], "}"]), "a\"b\\", r#"{"k\"ey":"a\"b\\"}"#),
    ] {
        assert_eq!(input_of(tokens.clone(), line).as_deref(), Some(expected), "{tokens} {line}");
    }
}

#[test]
fn cells_are_read_as_numbers_and_booleans_where_they_shall_be() {
    for (kind, cell, expected) in [
        (3, "7", "7"),
        (3, " 007 ", "7"),
        (3, "-1.50", "-1.50"),
        (3, "+.5", "0.5"),
        (3, "5.", "5"),
        (3, "9007199254740991", "9007199254740991"),
        (5, "Yes", "true"),
        (5, "on", "true"),
        (5, "1", "true"),
        (5, "FALSE", "false"),
        (5, "0", "false"),
        (1, "007", "\"007\""),
        (1, " Asha\u{a0}", "\"Asha\""),
    ] {
        let tokens = json!(["{", [kind, 0, "a"], "}"]);
        let expected = format!("{{\"a\":{expected}}}");
        assert_eq!(input_of(tokens, cell), Some(expected), "{kind} {cell}");
    }
    for (kind, cell) in [
        (3, "seven"),
        (3, "1 000"),
        (3, "9007199254740992"),
        (3, "-"),
        (3, "1e3"),
        (5, "2"),
        (5, "ja"),
    ] {
        let plan = plan(1, json!(["{\"userId\":\"u\",\"traits\":{", [kind, 0, "a"], "}}"]));
        let [row] = &rows_of("trackUser", &plan, cell.as_bytes(), WHOLE)[..] else {
            panic!("{cell}")
        };
        assert_eq!(row.issues(), ["type.expected at 0"], "{cell}");
        assert_eq!((row.flags, row.input.as_deref()), (flag::REFUSED, None), "{cell}");
    }
}

#[test]
fn a_phone_is_said_to_be_wrong_once_and_the_rest_is_checked() {
    let rows = csv("12345,Asha\nno phone,\n,Asha\n9.87E+09,Asha\n");
    let told: Vec<_> = rows.iter().map(Row::issues).collect();
    assert_eq!(
        told,
        [
            vec!["phone.too_short at phoneNumber"],
            vec!["phone.unreadable at phoneNumber", "string.empty at template.bodyValues.0"],
            vec!["recipient.missing at "],
            vec!["phone.damaged at phoneNumber"],
        ]
    );
    for row in &rows {
        assert!(row.is_refused());
        assert_eq!(row.recipient, "0", "nobody gets it");
    }
    // What is made up stays here.
    let inputs: Vec<bool> = rows.iter().map(|row| row.input.is_some()).collect();
    assert_eq!(inputs, [false, false, true, false]);
}

#[test]
fn a_phone_has_the_country_of_its_row_or_of_all() {
    let tokens = json!(["{", [6, 0, 1], ",\"userId\":\"u\",\"traits\":{}}"]);
    for (line, country, expected) in [
        ("9876543210,", "IN", "+91 9876543210"),
        ("9876543210,in", "", "+91 9876543210"),
        ("0171 2345678,DE", "IN", "+49 1712345678"),
        ("0171 2345678, +49 ", "IN", "+49 1712345678"),
        ("+49 171 2345678,IN", "", "+49 1712345678"),
        ("+49 171 2345678,Elsewhere", "", "+49 1712345678"),
        ("९८७६५४३२१०,", "IN", "+91 9876543210"),
        ("0171 2345678,GERMANY", "IN", "+49 1712345678"),
        ("9876543210,भारत", "DE", "+91 9876543210"),
        ("9876543210,0091", "DE", "+91 9876543210"),
        ("9876543210,India (+91)", "DE", "+91 9876543210"),
    ] {
        let mut plan = plan(2, tokens.clone());
        plan["country"] = country.into();
        plan["names"] = json!({ "germany": "DE", "भारत": "IN", "nowhere": "?" });
        let [row] = &rows_of("trackUser", &plan, line.as_bytes(), WHOLE)[..] else {
            panic!("{line}")
        };
        let input: Value = serde_json::from_str(row.input.as_deref().expect(line)).unwrap();
        let text = |key: &str| input[key].as_str().unwrap().to_owned();
        assert_eq!(text("countryCode") + " " + &text("phoneNumber"), expected, "{line}");
    }
    let plan = plan(2, tokens);
    let rows = rows_of("trackUser", &plan, b"9876543210,Elsewhere\n9876543210,nowhere", WHOLE);
    assert_eq!(rows[1].issues(), rows[0].issues());
    assert_eq!(rows[0].issues(), ["country_code.unknown at countryCode"]);
}

#[test]
fn what_is_sure_to_be_said_of_a_good_number_is_said_once() {
    // A fixed line.
    let rows = csv("011 2345 6789,Asha\n");
    assert_eq!(rows[0].issues(), ["phone.not_mobile at phoneNumber?"]);
    assert_eq!(rows[0].flags, flag::WARNED);
}

/// The rows of a file, and in which lines what is found.
type Case = (Vec<Row>, Vec<(u32, &'static str)>);

/// Files in which each code of a row is found.
fn cases() -> Vec<Case> {
    let mut codes = message();
    codes["codes"] = json!([0, 1, 0]);
    codes["digits"] = json!([0, 0, 4]);
    let with_codes = |text: &str| rows_of("sendMessage", &codes, text.as_bytes(), WHOLE);
    let windows = b"9876543210,Ren\xe9e\n9876543210,Ren\xc3\xa9e\n";
    let long = [b"{}\n{\"a\":\"", &*vec![b'x'; MOST_BYTES], b"\"}\n"].concat();
    vec![
        (
            csv("9876543210,\"Asha\n9876543211,Ravi\n9876543212,\"T\"\n"),
            vec![(1, "row.open_quote at ")],
        ),
        (
            csv("9876543210,a,b,c\n9876543210,a,b,,\n9876543210,a,b, ,\"\"\n9876543210,a\n"),
            vec![(1, "row.too_many_cells at ")],
        ),
        (
            rows_of("trackUser", &json!({}), &long, &[1 << 16]),
            vec![(1, "recipient.missing at "), (2, "row.too_long at ")],
        ),
        (
            ndjson("trackUser", b"{\"userId\":\"\xff\"}\n{\"userId\":\"u\",\"traits\":{}}"),
            vec![(1, "row.encoding at ")],
        ),
        (
            rows_of("sendMessage", &message(), windows, WHOLE),
            vec![(1, "row.encoding_guessed at ?")],
        ),
        (
            csv(
                "9876543210,9.87E+09\n9876543210,1E+15\n9876543210,-1.2E-07\n9876543210,1e5\n9876543210,2E10\n9876543210,E+10\n9876543210,SIZE+10",
            ),
            vec![
                (1, "cell.scientific at 1"),
                (2, "cell.scientific at 1"),
                (3, "cell.scientific at 1"),
            ],
        ),
        (
            csv(
                "9876543210,#N/A\n#REF!,Asha\n9876543210,#div/0!,x\n9876543210,#1\n9876543210,#N/A!\n",
            ),
            vec![
                (1, "cell.spreadsheet_error at 1"),
                (2, "cell.spreadsheet_error at 0"),
                (3, "cell.spreadsheet_error at 1"),
            ],
        ),
        (
            with_codes(
                "9876543210,03-Apr\n9876543210,SEP-02\n9876543210,01/02/2026\n9876543210,2026-04-03\n9876543210,3-Apr-26\n9876543210,A-17\n9876543210,3-4\n9876543210,12-345\n",
            ),
            (1..=5).map(|line| (line, "cell.date_for_code at 1?")).collect(),
        ),
        (
            with_codes(
                "9876543210,a,0042\n9876543210,a,42\n9876543210,a,A42\n9876543210,a,10042\n9876543210,a\n",
            ),
            vec![(2, "cell.zeros_dropped at 2?")],
        ),
    ]
}

#[test]
fn each_code_is_found_where_it_is_and_nowhere_else() {
    let mut met = BTreeSet::new();
    for (rows, expected) in cases() {
        let told: Vec<(u32, String)> = rows
            .iter()
            .flat_map(|row| row.issues().into_iter().map(|issue| (row.line, issue)))
            .collect();
        let expected: Vec<(u32, String)> =
            expected.into_iter().map(|(line, issue)| (line, issue.to_owned())).collect();
        assert_eq!(told, expected);
        met.extend(told.iter().map(|(_, issue)| issue.split(' ').next().unwrap().to_owned()));
    }
    // The recipients of a file are known where it is read.
    let own = [DUPLICATE.id, SEEN.id];
    let all = CODES.iter().map(|code| code.id).filter(|id| !own.contains(id));
    let missed: Vec<_> = all.filter(|id| !met.contains(*id)).collect();
    assert_eq!(missed, [""; 0]);
}

#[test]
fn a_row_that_is_no_utf8_is_read_as_windows_1252() {
    let bytes = b"9876543210,Ren\xe9e \x80,\n9876543210,\xe0\xa4\x86\n";
    let rows = rows_of("sendMessage", &message(), bytes, WHOLE);
    assert_eq!(rows[0].flags, flag::WARNED | flag::GUESSED);
    assert!(rows[0].input.as_deref().unwrap().contains("[\"Renée €\"]"));
    assert_eq!(rows[1].flags, 0);
    assert!(rows[1].input.as_deref().unwrap().contains("[\"आ\"]"));
}

#[test]
fn utf8_with_a_letter_that_was_cut_is_no_windows_1252() {
    for cut in ["\u{92a}\u{94d}", "\u{928}", "\u{d05}", "\u{20b9}\u{20b9}"] {
        let bytes = [b"9876543210,", cut.as_bytes(), b"\xe0\n"].concat();
        let rows = rows_of("sendMessage", &message(), &bytes, WHOLE);
        assert_eq!(rows[0].issues(), ["row.encoding at "], "{cut}");
        assert_eq!(rows[0].input, None);
    }
    // French for a quote's end, with the space before it.
    let bytes = b"9876543210,Ren\xe9\xa0\xbb \x80\n";
    let rows = rows_of("sendMessage", &message(), bytes, WHOLE);
    assert_eq!(rows[0].flags, flag::WARNED | flag::GUESSED);
}

#[test]
fn a_list_of_inputs_is_not_one() {
    let message = r#"{"userId":"u","event":"Seen","traits":{}}"#;
    for line in [format!("[{message}]"), format!("  [{message},{message}]"), "[[[".to_owned()] {
        let rows = ndjson("trackEvent", line.as_bytes());
        assert_eq!(rows[0].issues(), ["type.expected at "], "{line}");
        assert_eq!(rows[0].recipient, "0", "{line}");
    }
}

#[test]
fn a_recipient_is_the_same_however_it_is_told() {
    let one = "919876543210";
    for (line, expected) in [
        (r#"{"countryCode":"+91","phoneNumber":"9876543210"}"#, one),
        (r#"{"countryCode":"91","phoneNumber":"9876543210"}"#, one),
        (r#"{"fullPhoneNumber":"919876543210"}"#, one),
        (r#"{"fullPhoneNumber":"+919876543210","userId":"u"}"#, one),
        (r#"{"fullPhoneNumber":"","countryCode":"+91","phoneNumber":"9876543210"}"#, one),
        (r#"{"countryCode":"\u002B91","phoneNumber":"\u0039876543210"}"#, one),
        (r#"{"\u0066ullPhoneNumber":"\u002b919876543210"}"#, one),
        (r#"{"userId":"u-1"}"#, "u-1"),
        (r#"{"userId":"\u0041\"b"}"#, "A\"b"),
        (r#"{"userId":"", "fullPhoneNumber":""}"#, "0"),
        (r#"{"fullPhoneNumber":"91 98765"}"#, "0"),
        (r#"{"fullPhoneNumber":"1234567890123456"}"#, "0"),
        (r#"{"fullPhoneNumber":"999999999999999"}"#, "999999999999999"),
        (r#"{"phoneNumber":"9876543210"}"#, "0"),
        (r#"{"countryCode":"+91"}"#, "0"),
        (r#"{"countryCode":91,"phoneNumber":9876543210}"#, "0"),
        ("[]", "0"),
        ("\"userId\"", "0"),
        ("{", "0"),
    ] {
        let rows = ndjson("trackUser", line.as_bytes());
        assert_eq!(rows.len(), 1, "{line}");
        assert_eq!(rows[0].recipient, expected, "{line}");
    }
}

#[test]
fn a_key_tells_inputs_apart_and_not_how_they_are_written() {
    let key = |json| {
        let mut key = String::new();
        write_key(json, &mut key);
        key
    };
    let one = key(r#"{"userId":"u","traits":{"a":1}}"#);
    assert_eq!(one, key(" { \"traits\" : {\"a\":1},\n\"user\\u0049d\":\"u\" } "));
    assert_ne!(one, key(r#"{"userId":"u","traits":{"a":2}}"#));
    let mut plan = json!({ "keys": 1 });
    let line = br#"{"userId":"u","traits":{"a":1}}"#;
    assert_eq!(rows_of("trackUser", &plan, line, WHOLE)[0].key, one, "with its row");
    assert_eq!(rows_of("trackUser", &plan, b"{", WHOLE)[0].key, NONE);
    plan["keys"] = 0.into();
    assert_eq!(rows_of("trackUser", &plan, line, WHOLE)[0].key, NONE, "where it is not wanted");
    assert!(one.len() == 16 && one.bytes().all(|byte| byte.is_ascii_hexdigit()), "{one}");
}

#[test]
fn lines_of_json_are_inputs_as_they_stand() {
    let text = "\n {\"userId\":\"u\",\"traits\":{}} \r\n\t\n[1]\nnull\n{\n{\"userId\":\"v\",\"traits\":{}}";
    let rows = ndjson("trackUser", text.as_bytes());
    let lines: Vec<_> = rows.iter().map(|row| (row.line, row.is_refused())).collect();
    assert_eq!(lines, [(2, false), (4, true), (5, true), (6, true), (7, false)]);
    assert_eq!(rows[0].input.as_deref(), Some(" {\"userId\":\"u\",\"traits\":{}} "));
    assert_eq!(rows[3].issues(), ["json.syntax at "]);
}

#[test]
fn one_go_ends_where_much_is_told() {
    let plan = plan(1, json!(["{\"userId\":\"u\",\"traits\":{", [1, 0, "a"], "}}"]));
    let text = "a\n".repeat(3 * MOST_ROWS);
    let rows = rows_of("trackUser", &plan, text.as_bytes(), WHOLE);
    assert_eq!(rows.len(), 3 * MOST_ROWS);
    for (row, line) in rows.iter().zip(1..) {
        assert_eq!((row.line, row.flags, &*row.recipient), (line, flag::TEXT, "u"));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn where_a_file_of_rows_is_cut_changes_nothing(
        text in "([\",\n\r a]|9876543210,|#N/A|\u{e9}|\"x\"){0,24}",
        lengths in prop::collection::vec(1..30usize, 1..4),
    ) {
        for bytes in [text.clone().into_bytes(), text.replace('\u{e9}', "\u{1}").bytes().map(|b| if b == 1 { 0xe9 } else { b }).collect()] {
            let whole = rows_of("sendMessage", &message(), &bytes, WHOLE);
            prop_assert_eq!(rows_of("sendMessage", &message(), &bytes, &lengths), whole);
        }
    }

    #[test]
    fn where_lines_of_json_are_cut_changes_nothing(
        text in "([\n\r ]|\\{\"userId\":\"u\",\"traits\":\\{\\}\\}|\\[|\\{\\}|\u{e9}){0,16}",
        lengths in prop::collection::vec(1..30usize, 1..4),
    ) {
        let whole = ndjson("trackUser", text.as_bytes());
        prop_assert_eq!(rows_of("trackUser", &json!({}), text.as_bytes(), &lengths), whole);
    }

    #[test]
    fn what_a_row_sends_is_json_whatever_its_cells_hold(
        cells in prop::collection::vec("\\PC{0,8}|[\"\\\\\n\r\0\u{1f}]{0,4}", 3),
    ) {
        let quoted: Vec<String> =
            cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
        let plan = plan(3, json!(["{", [1, 0, "a"], ",\"b\":[", [0, 1], "]", [1, 2, "c"], "}"]));
        for row in rows_of("trackUser", &plan, quoted.join(",").as_bytes(), WHOLE) {
            let input: Value = serde_json::from_str(row.input.as_deref().unwrap()).unwrap();
            let sent = |cell: &str| match cell.trim() {
                "" => None,
                word => Some(word.replace("\r\n", "\n").replace('\r', "\n")),
            };
            prop_assert_eq!(input.get("a").cloned(), sent(&cells[0]).map(Value::String));
            let item = sent(&cells[1]).unwrap_or_default();
            prop_assert_eq!(input["b"][0].as_str(), Some(&*item));
        }
    }

    #[test]
    fn any_plan_is_read_or_not(json in "[\\[\\]{}\":,0-9a-z-]{0,32}", text in "[a,\"\n]{0,12}") {
        let plan = json.parse::<Value>().unwrap_or_default();
        let plan = json!({ "format": "csv", "tokens": plan, "width": -3.5, "digits": [1e300], "codes": 7 });
        let tokens = plan["tokens"].as_array().cloned().unwrap_or_default();
        if tokens.iter().all(Value::is_string) {
            rows_of("trackUser", &plan, text.as_bytes(), WHOLE);
        }
        // Nothing is to be said of what is made of it but that it comes to an end.
        let _ = interakt_wasm::rows::Plan::read(&plan.to_string());
    }
}
