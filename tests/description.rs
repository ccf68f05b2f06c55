//! What holds of every description: what the validator and the writers build on.

#![cfg(not(target_arch = "wasm32"))]

mod table;

use std::collections::{BTreeMap, BTreeSet};

use interakt_wasm::api::{OPERATIONS, Pages};
use interakt_wasm::schema::{Params, Severity, Shape, TextRule};
use interakt_wasm::write::check;
use serde_json::{Value, json};
use table::descent::{Keys, answers, inputs, payloads};
use table::{cases, quoted};

/// Every object of inputs, answers and payloads of webhooks.
fn objects() -> impl Iterator<Item = Keys> {
    [inputs(), answers(), payloads()].into_iter().flat_map(|description| description.objects)
}

#[test]
fn no_object_has_more_keys_than_the_validator_has_marks() {
    for keys in inputs().objects {
        let count = keys.names().len();
        assert!(count <= 64, "{} has {count} keys", keys.place);
    }
}

#[test]
fn no_key_is_described_twice_in_one_object() {
    for keys in objects() {
        let names = keys.names();
        let different: BTreeSet<_> = names.iter().collect();
        assert_eq!(different.len(), names.len(), "{}: {names:?}", keys.place);
    }
}

#[test]
fn objects_of_one_name_have_the_same_keys() {
    let mut known = BTreeMap::new();
    let named = |keys: &Keys| !keys.name.is_empty();
    for keys in objects().filter(named) {
        let names = known.entry(keys.name).or_insert_with(|| keys.names());
        assert_eq!(*names, keys.names(), "{} names two different objects", keys.name);
    }
}

#[test]
fn the_answers_of_pages_have_the_keys_that_lead_to_items_and_more() {
    let pages: Vec<_> = OPERATIONS
        .iter()
        .filter_map(|operation| Some((operation, operation.pages?)))
        .inspect(|(operation, Pages { items, more, .. })| {
            assert!(
                matches!(at(&operation.answer, items), Some(Shape::List(_))),
                "{}: {items:?} leads to no list",
                operation.name
            );
            assert!(
                matches!(at(&operation.answer, more), Some(Shape::Boolean)),
                "{}: {more:?} leads to no boolean",
                operation.name
            );
        })
        .map(|(operation, pages)| (operation.name, pages.method))
        .collect();
    assert_eq!(pages, [("listUsers", "iterateUsers"), ("listTemplates", "iterateTemplates")]);
}

#[test]
fn what_answers_with_pages_takes_an_offset_and_may_be_repeated() {
    for operation in OPERATIONS.iter().filter(|operation| operation.pages.is_some()) {
        let offset = at(&operation.input, &["offset"]);
        assert!(matches!(offset, Some(Shape::Number(_))), "{}", operation.name);
        assert!(operation.repeatable, "{}", operation.name);
    }
}

/// What stands under the keys, each of which every value has or may have.
fn at(shape: &'static Shape, keys: &[&str]) -> Option<&'static Shape> {
    let [first, rest @ ..] = keys else { return Some(shape) };
    let Shape::Object(object) = shape else { return None };
    let mut fields = object.groups.iter().flat_map(|group| group.fields);
    at(&fields.find(|field| field.name == *first)?.shape, rest)
}

#[test]
fn the_ways_to_fill_a_group_speak_of_keys_of_the_group() {
    for keys in inputs().objects {
        for group in &keys.groups {
            let Some(forms) = group.forms else { continue };
            let has = |key: &str| group.fields.iter().any(|field| field.name == key);
            for key in forms.ways.concat() {
                assert!(has(key), "{}: no key {key}", keys.place);
            }
            for key in forms.beside {
                assert!(forms.ways.concat().contains(key), "{}: {key} fills nothing", keys.place);
            }
            let required = group.fields.iter().find(|field| field.required);
            assert!(required.is_none_or(|field| !forms.ways.concat().contains(&field.name)));
        }
    }
}

#[test]
fn every_example_of_a_string_is_without_issues() {
    for (place, text) in inputs().texts {
        assert_eq!(check(&Shape::Text(text), &quoted(text.example.text())), [], "{place}");
    }
}

#[test]
fn every_example_of_a_free_key_is_allowed() {
    for (place, map) in inputs().maps {
        let holds = map.key.is_none_or(|rule| holds(rule, map.example.text()));
        assert!(holds, "{place}: {}", map.example.text());
    }
}

#[test]
fn every_choice_has_different_values_that_keep_its_rules() {
    for (place, choice) in inputs().choices {
        let values: BTreeSet<_> = choice.values.iter().map(|value| value.value).collect();
        assert_eq!(values.len(), choice.values.len(), "{place}");
        for rule in choice.rules {
            let broken: Vec<_> = values.iter().filter(|value| !holds(rule, value)).collect();
            assert!(broken.is_empty(), "{place}: {broken:?} break {}", rule.code.id);
        }
    }
}

/// Rules whose pattern lets more pass than they do: no pattern knows the calendar.
const LOOSE: [&str; 2] = ["date_time.invalid", "date_time.not_utc"];

#[test]
fn patterns_say_the_same_as_their_rules() {
    let description = inputs();
    let strings = strings_of_the_table();
    let mut compared = 0;
    for (place, text) in &description.texts {
        let samples = strings.iter().cloned().chain(mutants(text.example.text()));
        compared += compare(place, text.rules, samples);
    }
    for (place, choice) in &description.choices {
        let values = choice.values.iter().flat_map(|value| mutants(value.value));
        compared += compare(place, choice.rules, strings.iter().cloned().chain(values));
    }
    for (place, map) in &description.maps {
        let samples = strings.iter().cloned().chain(mutants(map.example.text()));
        compared += compare(place, map.key.as_slice(), samples);
    }
    assert!(compared > 50_000, "only {compared} comparisons");
}

/// Compares each rule with its pattern, on the strings that reach it: rules build
/// on the ones before. Returns how often.
fn compare(place: &str, rules: &[&TextRule], samples: impl Iterator<Item = String>) -> usize {
    let patterns: Vec<_> = rules
        .iter()
        .map(|rule| Some(rule.pattern.text()).filter(|text| !text.is_empty()).map(matcher))
        .collect();
    let mut compared = 0;
    for sample in samples {
        for (rule, pattern) in rules.iter().zip(&patterns) {
            let holds = holds(rule, &sample);
            if let Some(pattern) = pattern {
                let matches = pattern.is_valid(&Value::from(sample.as_str()));
                let agree = holds == matches || (matches && LOOSE.contains(&rule.code.id));
                assert!(agree, "{place}: {} and its pattern differ on {sample:?}", rule.code.id);
                compared += 1;
            }
            if !holds && rule.source.severity() == Severity::Error {
                break;
            }
        }
    }
    compared
}

/// A JSON Schema reads a pattern as ECMA 262 does.
fn matcher(pattern: &str) -> jsonschema::Validator {
    jsonschema::validator_for(&json!({ "pattern": pattern })).expect("a pattern of ECMA 262")
}

fn holds(rule: &TextRule, text: &str) -> bool {
    (rule.holds)(text, &mut Params::default())
}

/// Every string that an input of the table holds, but the very long ones.
fn strings_of_the_table() -> BTreeSet<String> {
    let mut strings = BTreeSet::new();
    for case in cases() {
        if let Ok(value) = serde_json::from_str(&case.json) {
            collect(&value, &mut strings);
        }
    }
    strings
}

fn collect(value: &Value, strings: &mut BTreeSet<String>) {
    match value {
        Value::String(text) if text.len() < 100 => {
            strings.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, strings)),
        Value::Object(keys) => keys.values().for_each(|value| collect(value, strings)),
        _ => {}
    }
}

/// The text with one character less, more, or another, at each place.
fn mutants(text: &str) -> Vec<String> {
    const OTHERS: [&str; 16] =
        ["", "0", "9", "a", "Z", " ", "\n", "+", "-", "_", ".", "@", "/", "{", "é", "٣"];
    let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut mutants = vec![text.to_owned()];
    for at in places {
        let (before, rest) = text.split_at(at);
        let behind = rest.chars().next().map_or("", |c| &rest[c.len_utf8()..]);
        for other in OTHERS {
            mutants.push(format!("{before}{other}{rest}"));
            mutants.push(format!("{before}{other}{behind}"));
        }
    }
    mutants
}
