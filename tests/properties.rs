//! What holds of the validator whatever it is given: any text, and inputs of the
//! table with something else in some places.

#![cfg(not(target_arch = "wasm32"))]

mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use interakt_wasm::api::{OPERATIONS, Operation};
use interakt_wasm::schema::{Code, Shape, Step, codes};
use interakt_wasm::write::{Issue, check};
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value, json};
use table::descent::{inputs, structural};
use table::{cases, quoted};

/// An operation and an input.
#[derive(Clone)]
struct Given {
    operation: &'static Operation,
    value: Value,
}

impl std::fmt::Debug for Given {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        write!(f, "{} of {}", self.operation.name, self.value)
    }
}

fn tried(given: &Given, json: &str) -> Vec<Issue> {
    check(&given.operation.input, json)
}

/// The inputs of the table.
fn of_the_table() -> Vec<Given> {
    let given = |case: table::Case| {
        let value = serde_json::from_str(&case.json).ok()?;
        Some(Given { operation: case.operation, value })
    };
    cases().into_iter().filter_map(given).collect()
}

/// Inputs of the table with something else in up to five places.
fn mutated() -> impl Strategy<Value = Given> {
    let changes = prop::collection::vec((any::<Index>(), junk()), 0..6);
    (prop::sample::select(of_the_table()), changes).prop_map(|(mut given, changes)| {
        for (place, junk) in changes {
            let place = place.index(count(&given.value));
            change(&mut given.value, place, &junk);
        }
        given
    })
}

/// What is put into an input: whatever JSON can hold, and what rules look at.
fn junk() -> impl Strategy<Value = Value> {
    let telling = [
        json!(null),
        json!(true),
        json!(""),
        json!("x"),
        json!("+91"),
        json!("0123"),
        json!("{{1}} {{3}}"),
        json!("https://example.com/{{1}}"),
        json!("Template"),
        json!("Quick Replies"),
        json!([]),
        json!({}),
        json!([{}]),
        json!([null, "a"]),
        json!({ "type": "URL", "text": 1 }),
    ];
    let leaf = prop_oneof![
        6 => prop::sample::select(telling.to_vec()),
        2 => any::<f64>().prop_map(Value::from),
        2 => any::<i64>().prop_map(Value::from),
        2 => "\\PC{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 12, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::vec(("[a-zA-Z_]{0,8}", inner), 0..4)
                .prop_map(|keys| Value::Object(keys.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// How many values a value consists of.
fn count(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(count).sum::<usize>(),
        Value::Object(keys) => keys.values().map(count).sum(),
        _ => 0,
    }
}

/// Changes the value that comes at `place` when all are counted.
fn change(value: &mut Value, place: usize, junk: &Value) {
    if place == 0 {
        match (value, junk) {
            // An item or keys more, instead of something else altogether.
            (Value::Array(items), Value::String(_) | Value::Array(_)) => items.push(junk.clone()),
            (Value::Object(keys), Value::Object(more)) => keys.extend(more.clone()),
            (value, junk) => *value = junk.clone(),
        }
        return;
    }
    let below: Vec<&mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(keys) => keys.values_mut().collect(),
        _ => return,
    };
    let mut rest = place - 1;
    for value in below {
        let own = count(value);
        if rest < own {
            return change(value, rest, junk);
        }
        rest -= own;
    }
}

/// The text of a value, the keys of each object turned by some places.
fn text(value: &Value, turn: usize) -> String {
    match value {
        Value::Array(items) => {
            let items: Vec<_> = items.iter().map(|item| text(item, turn)).collect();
            format!("[ {} ]", items.join(" ,\n"))
        }
        Value::Object(keys) => {
            let mut keys: Vec<_> = keys
                .iter()
                .map(|(key, value)| format!("{}:\t{}", quoted(key), text(value, turn)))
                .collect();
            if !keys.is_empty() {
                let by = turn % keys.len();
                keys.rotate_left(by);
            }
            format!("{{{}}}", keys.join(", "))
        }
        plain => plain.to_string(),
    }
}

/// Whether the path leads to a value, or to a key that an object lacks.
fn leads_somewhere(mut value: &Value, path: &[Step]) -> Result<bool, String> {
    for (depth, step) in path.iter().enumerate() {
        let next = match (step, value) {
            (Step::Key(key), Value::Object(keys)) => keys.get(&**key),
            (Step::Index(index), Value::Array(items)) => items.get(*index),
            _ => return Err(format!("{step:?} of {value}")),
        };
        match (next, step) {
            (Some(next), _) => value = next,
            (None, Step::Key(_)) if depth + 1 == path.len() => return Ok(false),
            (None, _) => return Err(format!("{step:?} is not in {value}")),
        }
    }
    Ok(true)
}

/// What an issue can be.
struct Known {
    /// Codes with the severities that they come with.
    severities: BTreeSet<(&'static str, &'static str)>,
    /// Codes by their names, which some share.
    codes: BTreeMap<&'static str, Vec<&'static Code>>,
}

static KNOWN: LazyLock<Known> = LazyLock::new(|| {
    let mut known = Known { severities: BTreeSet::new(), codes: BTreeMap::new() };
    for (code, severity) in inputs().sites.into_values().chain(structural()) {
        known.severities.insert((code.id, severity.as_str()));
        known.codes.entry(code.id).or_default().push(code);
    }
    known
});

/// The parameters that a sentence cannot do without: those outside of brackets.
fn needed(sentence: &str) -> Vec<&str> {
    let outside: Vec<&str> = sentence
        .split('[')
        .enumerate()
        .map(|(index, part)| match index {
            0 => part,
            _ => part.split_once(']').map_or("", |(_, behind)| behind),
        })
        .collect();
    let is_name = |name: &&str| {
        name.starts_with(|c: char| c.is_ascii_lowercase())
            && name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_')
    };
    outside
        .into_iter()
        .flat_map(|part| part.split('{').skip(1))
        .filter_map(|part| part.split_once('}').map(|(name, _)| name))
        .filter(is_name)
        .collect()
}

/// Free keys, and keys that are not known, are told in the order of the input.
fn follows_the_input(issue: &Issue) -> bool {
    let free = |step: &Step| matches!(step, Step::Key(key) if ["traits", "buttonValues", "buttonPayload"].contains(&&**key));
    issue.code == codes::UNKNOWN_KEY.id || issue.path.iter().any(free)
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(2000))]

    #[test]
    fn any_text_gives_issues_and_no_panic(json in prop_oneof!["\\PC{0,40}", "[\\[\\]{}\",:0-9eE.+\\-a-z\\\\ ]{0,40}"]) {
        for operation in OPERATIONS {
            let issues = check(&operation.input, &json);
            let is_json = serde_json::from_str::<Value>(&json).is_ok();
            prop_assert!(is_json || !issues.is_empty());
        }
    }

    #[test]
    fn a_text_with_a_byte_less_gives_issues_and_no_panic(given in prop::sample::select(of_the_table()), at in any::<Index>()) {
        let mut json: Vec<char> = given.value.to_string().chars().collect();
        json.remove(at.index(json.len()));
        let json: String = json.into_iter().collect();
        let issues = tried(&given, &json);
        if serde_json::from_str::<Value>(&json).is_err() {
            prop_assert!(issues.iter().any(|issue| [codes::SYNTAX.id, codes::LONE_SURROGATE.id, codes::TOO_DEEP.id].contains(&issue.code)));
        }
    }

    #[test]
    fn a_path_leads_to_a_value_or_to_a_key_that_an_object_lacks(given in mutated()) {
        for issue in tried(&given, &given.value.to_string()) {
            let there = leads_somewhere(&given.value, &issue.path);
            prop_assert!(there.is_ok(), "{issue:?}: {there:?}");
            if issue.code == codes::MISSING_KEY.id {
                prop_assert_eq!(there, Ok(false), "{:?}", issue);
            }
        }
    }

    #[test]
    fn the_order_of_keys_and_white_space_change_nothing(given in mutated(), turn in 1usize..20) {
        let one = tried(&given, &given.value.to_string());
        let other = tried(&given, &text(&given.value, turn));
        let in_order = |issues: &[Issue]| {
            issues.iter().filter(|issue| !follows_the_input(issue)).cloned().collect::<Vec<_>>()
        };
        prop_assert_eq!(in_order(&one), in_order(&other));
        let sorted = |issues: &[Issue]| {
            let mut texts: Vec<_> = issues.iter().map(|issue| format!("{issue:?}")).collect();
            texts.sort();
            texts
        };
        prop_assert_eq!(sorted(&one), sorted(&other));
    }

    #[test]
    fn issues_are_those_of_a_rule_and_have_what_their_sentence_names(given in mutated()) {
        for issue in tried(&given, &given.value.to_string()) {
            let severity = (issue.code, issue.severity.as_str());
            prop_assert!(KNOWN.severities.contains(&severity), "{issue:?}");
            let has = |name: &&str| issue.params.contains_key(*name);
            let fits = |code: &&Code| needed(code.message).iter().all(has);
            prop_assert!(KNOWN.codes[issue.code].iter().any(fits), "{issue:?}");
        }
    }

    #[test]
    fn a_message_in_a_list_has_the_issues_that_it_has_alone(given in mutated()) {
        if matches!(given.operation.input, Shape::OneOrMany(_)) && given.value.is_object() {
            let alone = tried(&given, &given.value.to_string());
            let mut listed = tried(&given, &format!("[{}]", given.value));
            for issue in &mut listed {
                prop_assert_eq!(issue.path.remove(0), Step::Index(0));
            }
            prop_assert_eq!(alone, listed);
        }
    }
}
