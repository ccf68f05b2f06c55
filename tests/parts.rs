//! Kinds of inputs and parts of inputs, each checked alone.

#![cfg(not(target_arch = "wasm32"))]

mod table;

use interakt_wasm::api::{OPERATIONS, PARTS};
use interakt_wasm::packs::{Shipped, kind};
use interakt_wasm::schema::{Checker, Limits, Shape, Tagged};
use interakt_wasm::write::{Issue, check, issues};
use serde_json::{Value, json};
use table::Case;

/// A kind of an operation's input: the operation's place, the kind's among the others, and what the
/// kind alone is.
struct Kind {
    operation: usize,
    place: usize,
    value: &'static str,
    alone: Shape,
}

fn kinds() -> Vec<Kind> {
    let of = |(operation, kinds): (usize, &'static Tagged)| {
        (0..kinds.variants.len()).map(move |place| Kind {
            operation,
            place,
            value: kinds.variants[place].value,
            alone: Shape::Tagged(Box::leak(Box::new(kinds.only(place)))),
        })
    };
    let kinded = OPERATIONS.iter().enumerate();
    kinded.filter_map(|(at, operation)| Some((at, operation.kinds()?))).flat_map(of).collect()
}

/// The cases of an operation that are one input.
fn inputs(operation: usize) -> Vec<(Case, Value)> {
    let cases = table::cases().into_iter();
    let cases = cases.filter(|case| case.operation.name == OPERATIONS[operation].name);
    let read = |case: Case| Some((serde_json::from_str::<Value>(&case.json).ok()?, case));
    cases
        .filter_map(read)
        .filter(|(value, _)| value.is_object())
        .map(|(v, case)| (case, v))
        .collect()
}

fn told(issues: Vec<Issue>) -> Value {
    issues.iter().map(Issue::json).collect()
}

#[test]
fn the_operations_that_send_messages_have_kinds() {
    let kinds: Vec<_> = kinds().iter().map(|kind| (kind.operation, kind.value)).collect();
    let [message, rcs] = ["sendMessage", "sendRcs"]
        .map(|name| OPERATIONS.iter().position(|each| each.name == name).expect("an operation"));
    assert_eq!(kinds.first(), Some(&(message, "Text")));
    assert_eq!(kinds.last(), Some(&(rcs, "Template")));
    assert_eq!(kinds.len(), 19);
}

#[test]
fn a_kind_finds_in_an_input_of_its_own_what_the_operation_finds() {
    for kind in kinds() {
        let inputs = inputs(kind.operation);
        let own: Vec<_> = inputs.iter().filter(|(_, v)| v["type"] == kind.value).collect();
        assert!(!own.is_empty(), "no case is a {}", kind.value);
        for (case, _) in own {
            let found = told(check(&kind.alone, &case.json));
            assert_eq!(found, case.expected, "{}: {}", case.file, case.name);
        }
    }
}

#[test]
fn a_kind_refuses_every_other_and_names_itself() {
    for kind in kinds() {
        for (case, value) in inputs(kind.operation) {
            let Some(given) = value["type"].as_str().filter(|given| *given != kind.value) else {
                continue;
            };
            let found = check(&kind.alone, &case.json);
            let of_type =
                found.iter().map(Issue::json).find(|issue| issue["path"] == json!(["type"]));
            let of_type = of_type.unwrap_or_else(|| panic!("{given} passes for {}", kind.value));
            assert_eq!(of_type["code"], "enum.unknown");
            let says = of_type["message"].as_str().unwrap_or_default().to_owned();
            assert!(says.starts_with(&format!("Must be one of: {}.", kind.value)), "{says}");
        }
    }
}

#[test]
fn a_kind_refuses_a_list_of_inputs() {
    for kind in kinds() {
        let found = told(check(&kind.alone, "[]"));
        assert_eq!(found[0]["message"], "Must be of type object, not array.");
        assert_eq!((&found[0]["path"], found.as_array().map(Vec::len)), (&json!([]), Some(1)));
    }
}

#[test]
fn the_roots_of_kinds_follow_each_other_in_the_order_of_the_description() {
    let mut checker = Checker::default();
    for Kind { operation, place, alone, .. } in kinds() {
        for (case, _) in inputs(operation) {
            let report =
                checker.check(Shipped, kind(operation, place), &case.json, Limits::default());
            assert_eq!(told(issues(report)), told(check(&alone, &case.json)), "{}", case.name);
        }
    }
}

#[test]
fn the_example_of_a_part_is_one() {
    for part in PARTS {
        assert_eq!(check(&part.shape, part.example.text()), [], "{}", part.name);
    }
}

#[test]
fn a_part_refuses_what_is_none() {
    for part in PARTS {
        let found = told(check(&part.shape, "[null]"));
        assert_eq!(found[0]["code"], "type.expected", "{}", part.name);
    }
}
