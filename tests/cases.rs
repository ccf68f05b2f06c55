//! The table of inputs and the exact issues that they give: `tests/cases/*.json`.
//!
//! `tests/table/mod.rs` says how a case is written. The files `valid-*.json` hold what
//! is just still fine. Every rule of the descriptions must be broken by at least
//! one case.
//!
//! After a change of wording, `UPDATE_CASES=1 cargo test --test cases` rewrites
//! `message` and `params` of the cases, and nothing else: a case with another
//! code, path or severity is left as it is and fails.

#![cfg(not(target_arch = "wasm32"))]

mod table;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Once;

use interakt_wasm::schema::codes;
use interakt_wasm::write::{catalogue, parameters};
use serde_json::{Value, json};
use table::Case;
use table::coverage::broken;
use table::descent;
use table::update::update;

/// The table, after the rewriting that was asked for.
fn cases() -> Vec<Case> {
    static UPDATED: Once = Once::new();
    UPDATED.call_once(|| {
        if std::env::var_os("UPDATE_CASES").is_some() {
            update();
        }
    });
    table::cases()
}

/// Codes that no case can have, and why.
const NOT_IN_THE_TABLE: [(&str, &str); 4] = [
    ("json.unserializable", "a JavaScript value of which JSON.stringify makes no text"),
    ("json.too_large", "16 MiB of text: tests/bounds.rs has it"),
    ("issues.not_listed", "more than a thousand issues: tests/bounds.rs has it"),
    ("string.too_short", "no string of an input has a least length above 1"),
];

#[test]
fn every_input_gives_exactly_its_issues() {
    let wrong: Vec<String> = cases()
        .iter()
        .filter(|case| case.found() != case.expected)
        .map(|case| {
            let (file, name) = (&case.file, &case.name);
            format!("{file}: {name}\n  expected {}\n  found    {}", case.expected, case.found())
        })
        .collect();
    assert!(wrong.is_empty(), "{} of the table are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn at_least_three_hundred_and_fifty_inputs_are_invalid_or_worth_a_warning() {
    let telling = cases().iter().filter(|case| case.expected != json!([])).count();
    assert!(telling >= 350, "only {telling}");
}

#[test]
fn inputs_without_issues_stand_in_files_of_their_own() {
    for case in cases() {
        let fine = case.expected == json!([]);
        assert_eq!(fine, case.file.starts_with("valid-"), "{}: {}", case.file, case.name);
    }
}

#[test]
fn no_two_cases_are_the_same() {
    let (mut inputs, mut names) = (BTreeMap::new(), BTreeSet::new());
    for case in cases() {
        let Case { file, name, .. } = &case;
        assert!(names.insert((file.clone(), name.clone())), "{file}: {name} stands there twice");
        let earlier = inputs.insert((case.operation.name, case.json.clone()), name.clone());
        assert_eq!(earlier, None, "{file}: {name} has the same input");
    }
}

#[test]
fn every_rule_is_broken_by_a_case() {
    let description = descent::inputs();
    let broken: BTreeSet<String> =
        cases().iter().flat_map(|case| broken(&description, case)).collect();
    let unbroken: Vec<_> =
        description.sites.keys().filter(|site| !broken.contains(*site)).cloned().collect();
    assert!(
        unbroken.is_empty(),
        "{} of {} rules are broken by no case:\n{}",
        unbroken.len(),
        description.sites.len(),
        unbroken.join("\n")
    );
}

#[test]
fn every_code_stands_in_the_table() {
    let cases = cases();
    let issues = cases.iter().flat_map(|case| case.expected.as_array().into_iter().flatten());
    let told: BTreeSet<&str> = issues.filter_map(|issue| issue["code"].as_str()).collect();
    let of_rules = descent::inputs().sites.into_values().map(|(code, _)| code.id);
    let known: BTreeSet<&str> = codes::ALL.iter().map(|code| code.id).chain(of_rules).collect();
    let missing: Vec<_> = known
        .difference(&told)
        .filter(|code| NOT_IN_THE_TABLE.iter().all(|(known, _)| known != *code))
        .collect();
    assert!(missing.is_empty(), "no case has {missing:?}");
    for (code, reason) in NOT_IN_THE_TABLE {
        assert!(!told.contains(code) && known.contains(code), "{code} is no exception: {reason}");
    }
    let unheard_of: Vec<_> = told.difference(&known).collect();
    assert!(unheard_of.is_empty(), "no rule gives {unheard_of:?}");
}

#[test]
fn the_severity_of_each_issue_is_that_of_a_rule_with_its_code() {
    let sites = descent::inputs().sites;
    let known: BTreeSet<(&str, &str)> = sites
        .into_values()
        .chain(descent::structural())
        .map(|(code, severity)| (code.id, severity.as_str()))
        .collect();
    for case in cases() {
        for issue in case.expected.as_array().into_iter().flatten() {
            let pair = (text(&issue["code"]), text(&issue["severity"]));
            assert!(known.contains(&pair), "{}: {}: {pair:?}", case.file, case.name);
        }
    }
}

#[test]
fn the_params_of_an_issue_are_those_that_its_sentence_names() {
    let sentences: BTreeMap<&str, _> =
        catalogue().values().map(|code| (code.id, parameters(code))).collect();
    let wrong: BTreeSet<String> = cases()
        .iter()
        .flat_map(Case::issues)
        .filter(|issue| {
            let named = &sentences[issue.code];
            let is_named = |given: &String| named.iter().any(|(name, _)| name == given);
            let is_there = |name: &str| issue.params.contains_key(name);
            !issue.params.keys().all(is_named)
                || !named.iter().all(|(name, optional)| *optional || is_there(name))
        })
        .map(|issue| format!("{} {:?}", issue.code, issue.params.keys().collect::<Vec<_>>()))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}
