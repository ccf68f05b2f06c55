//! What people type, and what is read: a table. `phone_typed_properties.rs` has what holds of
//! every text.

#![cfg(not(target_arch = "wasm32"))]

#[path = "phone/typed.rs"]
mod table;

use std::collections::BTreeSet;

use interakt_wasm::phone::{CODES, CallingCode, Country, NOTES, Typed, parse, verdict};
use interakt_wasm::schema::Severity;
use interakt_wasm::write::{catalogue, issues, parameters};
use serde_json::Value;
use table::TABLES;

fn read(text: &str, default: &str) -> Typed {
    let country = Country::of(default);
    assert_eq!(country.is_some(), !default.is_empty(), "{default}");
    parse(text, country.as_ref())
}

fn short(code: &str) -> &str {
    code.strip_prefix("phone.").unwrap_or(code)
}

fn joined<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    codes.map(short).collect::<Vec<_>>().join(" ")
}

/// As in the tables.
fn summary(typed: &Typed) -> [String; 4] {
    let number = typed.number.as_ref();
    [
        number.map(|number| number.full()).unwrap_or_default(),
        number.and_then(|number| number.country).unwrap_or_default().to_owned(),
        joined(issues(&typed.notes).iter().map(|note| note.code)),
        joined(issues(&typed.issues).iter().map(|issue| issue.code)),
    ]
}

#[test]
fn texts_are_read_as_in_the_tables() {
    let mut wrong = Vec::new();
    for (text, default, full, country, notes, issues) in TABLES.concat() {
        let found = summary(&read(text, default));
        if found != [full, country, notes, issues] {
            wrong.push(format!("{text:?} {default:?}\n   found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_note_and_every_code_stands_in_the_tables() {
    let lines = TABLES.concat();
    let told: BTreeSet<&str> =
        lines.iter().flat_map(|line| line.4.split(' ').chain(line.5.split(' '))).collect();
    let codes = NOTES.iter().chain(CODES.iter().copied()).map(|code| code.id);
    let untold: Vec<_> = codes.filter(|code| !told.contains(short(code))).collect();
    assert!(untold.is_empty(), "{untold:?}");
}

#[test]
fn what_is_wrong_is_said_as_of_every_number() {
    for (text, full) in [
        ("+91 98765", "9198765"),
        ("098765", "9198765"),
        ("+91 91 99999 99999", "91919999999999"),
        ("0091 22 1234 5678", "912212345678"),
        ("+800 1234 5678", "80012345678"),
    ] {
        let issue = issues(&read(text, "IN").issues).remove(0);
        let (code, national) = CallingCode::split(full).unwrap();
        let (verdict, params) = verdict(code, national).unwrap();
        assert_eq!((issue.code, issue.severity), (verdict.code.id, verdict.source.severity()));
        let params: serde_json::Value =
            serde_json::from_str(&format!("{{{}}}", params.json())).unwrap();
        assert_eq!(serde_json::Value::Object(issue.params), params, "{text}");
    }
}

#[test]
fn the_params_of_issues_and_notes_are_those_that_their_sentences_name() {
    let codes: Vec<_> = catalogue().values().collect();
    for (text, default, ..) in TABLES.concat() {
        let typed = read(text, default);
        for told in issues(&typed.issues).into_iter().chain(issues(&typed.notes)) {
            let code = codes.iter().find(|code| code.id == told.code).unwrap();
            let named = parameters(code);
            let is_named = |given: &String| named.iter().any(|(name, _)| name == given);
            assert!(told.params.keys().all(is_named), "{text}: {told:?}");
            for (name, optional) in &named {
                assert!(*optional || told.params.contains_key(*name), "{text}: {told:?}");
            }
        }
    }
}

#[test]
fn messages_say_what_was_done() {
    for (text, default, at, expected) in [
        ("tel:919999999999", "", 0, "Dropped spaces and signs."),
        ("099999 99999", "IN", 1, "Took the country from the default: IN (+91)."),
        ("4155552671", "CA", 0, "Took the country from the default: CA (+1)."),
        ("4155552671", "+1", 0, "Took the country from the default: US (+1)."),
        ("773111632", "+870", 0, "Took the country from the default: (+870)."),
        ("099999 99999", "IN", 2, "Dropped the leading 0 that is dialled inside IN (+91)."),
        ("80291234567", "BY", 1, "Dropped the leading 80 that is dialled inside BY (+375)."),
        ("06 20 123 4567", "HU", 2, "Dropped the leading 06 that is dialled inside HU (+36)."),
        ("https://wa.me/919999999999", "", 0, "Read a WhatsApp link."),
        ("9876543210.0", "IN", 0, "Dropped the decimals of a spreadsheet."),
        ("919999999999", "IN", 1, "Dropped the country code 91 of IN before the number."),
        ("919999999999", "", 0, "Read the first digits as the country code of IN (+91)."),
        ("011919999999999", "US", 0, "Read 011 as +."),
    ] {
        assert_eq!(issues(&read(text, default).notes)[at].message, expected, "{text}");
    }
    for (text, default, expected) in [
        ("", "", "Must not be empty."),
        ("099999 99999", "", "The country code seems to be missing. Start with it."),
        ("1-800-FLOWERS", "US", "A phone number has digits, but no letters or other signs."),
        (
            "99999 99999",
            "",
            "The country code seems to be missing: without one, this is a mobile number of IN (+91). Start with it.",
        ),
        (
            "9.87654E+09",
            "IN",
            "A spreadsheet has damaged this number. Its last digits are lost in E+09: get it again from a text column.",
        ),
        ("4155552671", "", "Phone numbers of CH (+41) have 9 digits; this one has 8."),
        ("0 415 555 2671", "US", "US (+1) numbers have no leading 0: drop it."),
        ("99999 99999 #1", "IN", "WhatsApp numbers have no extension: leave it out."),
    ] {
        assert_eq!(issues(&read(text, default).issues)[0].message, expected, "{text}");
    }
}

#[test]
fn what_is_read_is_handed_over_with_its_issues_and_notes() {
    let json = |text| -> Value { serde_json::from_str(&read(text, "IN").json()).unwrap() };
    let number = |text| -> Value { json(text).as_array().unwrap()[..4].into() };
    assert_eq!(number("9876543210"), serde_json::json!([91, "9876543210", "IN", 2]));
    assert_eq!(json("9876543210")[4], serde_json::json!([]));
    let typed = read("09876543210", "IN");
    let notes = issues(&typed.notes);
    assert_eq!(json("09876543210")[5].as_array().map(Vec::len), Some(notes.len()));
    assert_eq!(
        notes[1].json(),
        serde_json::json!({
            "code": "phone.dropped_trunk_prefix",
            "message": "Dropped the leading 0 that is dialled inside IN (+91).",
            "path": [],
            "severity": "warning",
            "params": { "countryCode": 91, "country": "IN", "dropped": "0" },
        })
    );
    let bad = read("+1", "");
    assert!(!bad.number.as_ref().unwrap().possible && !bad.is_ok());
    assert_eq!(
        (issues(&bad.issues)[0].severity, issues(&bad.issues)[0].path.len()),
        (Severity::Error, 0)
    );
    let fixed = read("+912212345678", "");
    assert_eq!(number("+912212345678"), serde_json::json!([91, "2212345678", "IN", 1]));
    assert_eq!(number("+912"), serde_json::json!([91, "2", "IN", 0]));
    assert_eq!(number("+870773111632"), serde_json::json!([870, "773111632", "", 2]));
    assert_eq!((issues(&fixed.issues)[0].code, fixed.is_ok()), ("phone.not_mobile", true));
    assert_eq!(number("x"), serde_json::json!([0, "", "", 0]));
}

#[test]
fn a_text_of_any_length_is_read_in_time() {
    let many = 10_000_000;
    assert_eq!(summary(&read(&"9".repeat(many), "IN"))[3], "too_long");
    assert_eq!(summary(&read(&format!("+91{}", " ".repeat(many)), "IN"))[3], "too_short");
    assert_eq!(summary(&read(&format!("+91{}", "x".repeat(many)), "IN"))[3], "unreadable");
    assert_eq!(summary(&read(&"tel:".repeat(many), "IN"))[3], "string.empty");
    assert_eq!(summary(&read(&"wa.me/".repeat(many), ""))[3], "string.empty");
    assert_eq!(summary(&read(&format!("whatsapp{}", "?phone".repeat(many)), ""))[3], "unreadable");
    assert_eq!(summary(&read(&format!("{}.0", "9".repeat(many)), "IN"))[3], "too_long");
    assert_eq!(summary(&read(&format!("9{}", ".0".repeat(many)), "IN"))[3], "too_long");
    assert_eq!(summary(&read(&format!("9E{}", "0".repeat(many)), "IN"))[3], "damaged");
}

#[test]
fn every_country_is_listed_once() {
    let all: Vec<Country> = Country::all();
    let letters: Vec<&str> = all.iter().filter_map(|country| country.letters).collect();
    assert_eq!(letters.iter().collect::<BTreeSet<_>>().len(), all.len());
    assert_eq!(
        letters.concat().len(),
        CallingCode::all().map(|code| code.countries().len()).sum::<usize>()
    );
    for country in &all {
        assert_eq!(Country::of(country.letters.unwrap()), Some(*country));
    }
    let lines = Country::lines();
    for line in ["IN 91 1024\n", "NOSJ 47 256\n", "BD 880 ", " 800 0\n", "DE 49 16352\n"] {
        assert!(format!("\n{lines}").contains(&format!("\n{line}")), "{line}");
    }
    assert_eq!(lines.lines().count(), CallingCode::all().count());
    for text in ["", "I", "IND", "india", "+", "+9", "0091", "ＩＮ", "éa", "+IN"] {
        assert_eq!(Country::of(text), None, "{text}");
    }
}
