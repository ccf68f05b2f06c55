//! Whether the JSON Schema and the validator agree, on values made from the description.

use std::cell::Cell;
use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::PathBuf;

use jsonschema::Validator;
use proptest::prelude::*;
use proptest::strategy::Union;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use serde_json::{Map as Entries, Value as Json, json};

use super::json_schema;
use crate::api::OPERATIONS;
use crate::schema::*;
use crate::schema::{Verdicts, View, codes};
use crate::write::sample;
use crate::write::walk::named;
use crate::write::ways::{Way, ways};
use crate::write::{Issue, check, view};

/// Values to try for each operation.
const VALUES: u32 = 300;

#[test]
fn every_schema_is_a_schema() {
    for operation in OPERATIONS.iter().chain(&sample::OPERATIONS) {
        let schema = serde_json::from_str(&json_schema(&operation.input)).expect("JSON");
        jsonschema::meta::validate(&schema).expect(operation.name);
    }
}

#[test]
fn no_key_of_a_schema_stands_twice() {
    for operation in OPERATIONS.iter().chain(&sample::OPERATIONS) {
        let schema = json_schema(&operation.input);
        assert_eq!(twice(view(&schema).unwrap()), None, "{}", operation.name);
    }
}

fn twice(value: View) -> Option<String> {
    let mut keys = BTreeSet::new();
    let twice =
        value.entries().into_iter().find_map(|(key, value)| match keys.insert(key.clone()) {
            true => twice(value),
            false => Some(key.into_owned()),
        });
    twice.or_else(|| value.items().into_iter().find_map(self::twice))
}

#[test]
fn a_schema_refuses_nothing_that_the_validator_takes_and_nothing_structural_passes_it() {
    for operation in OPERATIONS.iter().chain(&sample::OPERATIONS) {
        if !holds_file(&operation.input) {
            agree(operation.name, &operation.input);
        }
    }
}

/// The examples of the tests, right ones and wrong ones.
#[test]
fn schema_and_validator_agree_on_the_examples() {
    let examples = examples();
    let mut seen = 0;
    for operation in OPERATIONS.iter().filter(|operation| !holds_file(&operation.input)) {
        let judges = Judges::of(&operation.input);
        for example in examples.iter().filter(|example| example["operation"] == operation.name) {
            let told = judges.disagreement(&example["input"]);
            assert_eq!(told, None, "{}: {}", operation.name, example["name"]);
            seen += 1;
        }
    }
    assert!(seen > 50, "only {seen} examples");
}

fn examples() -> Vec<Json> {
    let folders = ["fixtures", "cases"].map(|folder| {
        let path: PathBuf = [env!("CARGO_MANIFEST_DIR"), "tests", folder].iter().collect();
        fs::read_dir(path).expect("a folder of examples")
    });
    let texts = folders
        .into_iter()
        .flatten()
        .map(|file| fs::read_to_string(file.expect("an entry").path()).expect("a readable file"));
    texts.flat_map(|text| serde_json::from_str::<Vec<Json>>(&text).expect("a list")).collect()
}

/// The two that must agree on a shape's values.
struct Judges {
    shape: &'static Shape,
    schema: Validator,
    beyond: BTreeSet<&'static str>,
}

impl Judges {
    fn of(shape: &'static Shape) -> Self {
        let schema = serde_json::from_str(&json_schema(shape)).expect("JSON");
        let schema = jsonschema::validator_for(&schema).expect("a schema");
        Judges { shape, schema, beyond: beyond_schema(shape) }
    }

    fn disagreement(&self, value: &Json) -> Option<String> {
        let issues = check(self.shape, &value.to_string());
        let errors: Vec<&Issue> =
            issues.iter().filter(|issue| issue.severity == Severity::Error).collect();
        let structural = errors.iter().find(|issue| !self.beyond.contains(issue.code));
        match (self.schema.validate(value), structural) {
            (Ok(()), Some(issue)) => {
                Some(format!("the schema takes {value}, the validator says {issue:?}"))
            }
            (Err(refusal), _) if errors.is_empty() => {
                let place = refusal.instance_path();
                Some(format!("the validator takes {value}, the schema says: {refusal} at {place}"))
            }
            _ => None,
        }
    }
}

fn agree(name: &str, shape: &'static Shape) {
    let judges = Judges::of(shape);
    let (taken, refused) = (Cell::new(0), Cell::new(0));
    let config =
        ProptestConfig { cases: VALUES, failure_persistence: None, ..ProptestConfig::default() };
    // The same values in each run: how many of them are refused is counted below.
    let rng = TestRng::deterministic_rng(RngAlgorithm::ChaCha);
    let tried = TestRunner::new_with_rng(config, rng).run(&values(shape), |value| {
        let count = if judges.schema.is_valid(&value) { &taken } else { &refused };
        count.set(count.get() + 1);
        judges.disagreement(&value).map_or(Ok(()), |told| Err(TestCaseError::fail(told)))
    });
    if let Err(failure) = tried {
        panic!("{name}: {failure}");
    }
    // Else the values were all of one kind and told nothing.
    assert!(taken.get() > VALUES / 60, "{name}: only {} values passed", taken.get());
    assert!(refused.get() > VALUES / 60, "{name}: only {} values were refused", refused.get());
}

/// Codes of rules that say more than their pattern: a pattern knows no calendar.
const MORE_THAN_A_PATTERN: [&str; 2] = ["date_time.invalid", "date_time.not_utc"];

/// Codes of rules that a schema does not say.
fn beyond_schema(shape: &'static Shape) -> BTreeSet<&'static str> {
    let mut beyond = BTreeSet::from(MORE_THAN_A_PATTERN);
    beyond.insert(codes::DUPLICATE_KEY.id);
    beyond.insert(codes::UNKNOWN_KEY.id);
    beyond_of(shape, &mut beyond);
    for named in named([shape]) {
        beyond_of_groups(named.groups(), &mut beyond);
    }
    beyond
}

fn beyond_of(shape: &Shape, codes: &mut BTreeSet<&'static str>) {
    match shape {
        Shape::Text(text) => {
            beyond_of_text(text.rules, codes);
            beyond_of_verdicts(text.verdicts, codes);
        }
        Shape::Choice(choice) => beyond_of_text(choice.rules, codes),
        Shape::List(list) | Shape::OneOrMany(list) => {
            codes.extend(list.rules.iter().map(|rule| rule.code.id));
            beyond_of(&list.item, codes);
        }
        Shape::Object(object) if object.name.text().is_empty() => {
            beyond_of_groups(object.groups, codes)
        }
        Shape::Map(map) => {
            beyond_of_text(map.key.as_slice(), codes);
            beyond_of(&map.value, codes);
        }
        Shape::Nullable(inner) => beyond_of(inner, codes),
        Shape::Either(shapes) => shapes.iter().for_each(|shape| beyond_of(shape, codes)),
        _ => {}
    }
}

fn beyond_of_text(rules: &[&'static TextRule], codes: &mut BTreeSet<&'static str>) {
    codes.extend(
        rules.iter().filter(|rule| rule.pattern.text().is_empty()).map(|rule| rule.code.id),
    );
}

fn beyond_of_groups(groups: &[&Group], codes: &mut BTreeSet<&'static str>) {
    for group in groups {
        codes.extend(group.rules.iter().map(|rule| rule.code.id));
        beyond_of_verdicts(group.verdicts, codes);
        group.fields.iter().for_each(|field| beyond_of(&field.shape, codes));
    }
}

fn beyond_of_verdicts(verdicts: Option<&Verdicts>, codes: &mut BTreeSet<&'static str>) {
    let rules = verdicts.into_iter().flat_map(|verdicts| verdicts.rules);
    codes.extend(rules.map(|rule| rule.code.id));
}

/// A file is no JSON: the schema says nothing of it.
fn holds_file(shape: &Shape) -> bool {
    let holds =
        |group: &&Group| group.fields.iter().any(|field| matches!(field.shape, Shape::File(_)));
    matches!(shape, Shape::Object(object) if object.groups.iter().any(holds))
}

/// Values of which about half are right, and half have something wrong somewhere.
fn values(shape: &'static Shape) -> BoxedStrategy<Json> {
    prop_oneof![of(shape, Mood::Careful), of(shape, Mood::Careless)].boxed()
}

/// How values are made.
#[derive(Clone, Copy, PartialEq)]
enum Mood {
    /// As the description says.
    Careful,
    /// Wrong now and then.
    Careless,
}

impl Mood {
    /// These values, or now and then the others.
    fn or(self, right: BoxedStrategy<Json>, wrong: BoxedStrategy<Json>) -> BoxedStrategy<Json> {
        match self {
            Mood::Careful => right,
            Mood::Careless => prop_oneof![5 => right, 1 => wrong].boxed(),
        }
    }
}

fn of(shape: &'static Shape, mood: Mood) -> BoxedStrategy<Json> {
    let wrong_type = prop::sample::select(vec![
        json!(null),
        json!(true),
        json!(1.5),
        json!(""),
        json!([]),
        json!({}),
    ]);
    let right = of_its_type(shape, mood);
    match mood {
        Mood::Careful => right,
        Mood::Careless => prop_oneof![40 => right, 1 => wrong_type].boxed(),
    }
}

fn of_its_type(shape: &'static Shape, mood: Mood) -> BoxedStrategy<Json> {
    match shape {
        Shape::Text(text) => texts(text, mood),
        Shape::Number(number) => numbers(number, mood),
        Shape::Boolean => any::<bool>().prop_map(Json::from).boxed(),
        Shape::Choice(choice) => choices(choice, mood),
        Shape::List(list) => items(list, mood),
        Shape::OneOrMany(list) => prop_oneof![of(&list.item, mood), items(list, mood)].boxed(),
        Shape::Object(object) => objects(object.groups.to_vec(), None, mood),
        Shape::Tagged(tagged) => one_of(tagged.variants.iter().map(|variant| {
            let groups = tagged.common.iter().chain(variant.object.groups).copied().collect();
            objects(groups, Some((tagged.tag, variant.value)), mood)
        })),
        Shape::Map(map) => {
            let wrong = "[0-9a-z ]{0,3}".prop_map(Json::from).boxed();
            let key = mood.or(Just(json!(map.example.text())).boxed(), wrong);
            let entry = (key, of(&map.value, mood));
            prop::collection::vec(entry, 0..3)
                .prop_map(|entries| {
                    let named =
                        |(key, value): (Json, Json)| (key.as_str().unwrap_or("").to_owned(), value);
                    Json::Object(entries.into_iter().map(named).collect())
                })
                .boxed()
        }
        Shape::Nullable(inner) => prop_oneof![1 => Just(Json::Null), 4 => of(inner, mood)].boxed(),
        Shape::Either(shapes) => one_of(shapes.iter().map(|shape| of(shape, mood))),
        Shape::Encoded(_) | Shape::Unless(_) | Shape::Time | Shape::File(_) | Shape::Any => {
            Just(json!({ "a": [1, "b"] })).boxed()
        }
    }
}

fn one_of(strategies: impl Iterator<Item = BoxedStrategy<Json>>) -> BoxedStrategy<Json> {
    Union::new(strategies.collect::<Vec<_>>()).boxed()
}

fn texts(text: &'static Text, mood: Mood) -> BoxedStrategy<Json> {
    let long = text.max.map_or(9, |max| max.value as usize + 1);
    let start: String = text.example.text().chars().take(1).collect();
    let edges = vec![String::new(), "ü".repeat(long), "7".repeat(long - 1), start];
    let wrong = prop_oneof![
        prop::sample::select(edges),
        "[+0]{0,2}[0-9]{1,16}",
        "(https?://)?[a-zA-Z0-9 .@/_\u{20ac}{}-]{0,14}",
        "\\PC{0,6}",
    ];
    mood.or(Just(json!(text.example.text())).boxed(), wrong.prop_map(Json::from).boxed())
}

fn numbers(number: &'static Number, mood: Mood) -> BoxedStrategy<Json> {
    let min = number.min.map_or(-5, |min| min.value);
    let max = number.max.map_or(500, |max| max.value);
    let wrong = vec![json!(min - 1), json!(max + 1), json!(0.5), json!(-7.25)];
    mood.or((min..=max).prop_map(Json::from).boxed(), prop::sample::select(wrong).boxed())
}

fn choices(choice: &'static Choice, mood: Mood) -> BoxedStrategy<Json> {
    let known = prop::sample::select(choice.values.iter().map(|v| v.value).collect::<Vec<_>>());
    let wrong = prop_oneof![
        known.clone().prop_map(str::to_ascii_uppercase),
        known.clone().prop_map(str::to_ascii_lowercase),
        "[a-zA-Z]{2}([_-][A-Z]{2})?",
    ];
    mood.or(known.prop_map(Json::from).boxed(), wrong.prop_map(Json::from).boxed())
}

fn items(list: &'static List, mood: Mood) -> BoxedStrategy<Json> {
    let min = list.min.map_or(0, |min| min.value as usize);
    let max = list.max.map_or(min + 2, |max| max.value as usize);
    let range = match mood {
        Mood::Careful => min..=max.min(min + 2),
        Mood::Careless => 0..=max + 1,
    };
    prop::collection::vec(of(&list.item, mood), range).prop_map(Json::from).boxed()
}

type Tag = Option<(&'static str, &'static str)>;

fn objects(groups: Vec<&'static Group>, tag: Tag, mood: Mood) -> BoxedStrategy<Json> {
    let filled: Vec<_> = groups.into_iter().map(|group| fill(group, mood)).collect();
    let told = match tag {
        None => Just(None).boxed(),
        Some((key, value)) => {
            let wrong = prop::sample::select(vec![json!("Nothing"), json!(1), json!(value)]);
            let value = mood.or(Just(json!(value)).boxed(), wrong.boxed());
            value.prop_map(move |value| Some((key, value))).boxed()
        }
    };
    let unknown = if mood == Mood::Careless { 0.05 } else { 0.0 };
    let unknown = sometimes(unknown, Just(("unheard_of", json!(1))).boxed());
    (filled, told, unknown)
        .prop_map(|(groups, tag, unknown)| {
            let entries = groups.into_iter().flatten().chain(tag).chain(unknown);
            let entries = entries.map(|(name, value)| (name.to_owned(), value));
            Json::Object(entries.collect::<Entries<_, _>>())
        })
        .boxed()
}

fn sometimes<T: Clone + fmt::Debug + 'static>(
    often: f64,
    value: BoxedStrategy<T>,
) -> BoxedStrategy<Option<T>> {
    match often {
        0.0 => Just(None).boxed(),
        1.0 => value.prop_map(Some).boxed(),
        _ => prop::option::weighted(often, value).boxed(),
    }
}

/// A group's keys, by one of its ways.
fn fill(group: &'static Group, mood: Mood) -> BoxedStrategy<Vec<(&'static str, Json)>> {
    let ways = group.forms.map_or(vec![Way { needed: vec![], banned: vec![] }], ways);
    let slip = if mood == Mood::Careless { 0.03 } else { 0.0 };
    let filled = ways.into_iter().map(|way| {
        let fields = group.fields.iter().map(|field| {
            let often = match field.name {
                name if way.banned.contains(&name) => slip,
                name if field.required || way.needed.contains(&name) => 1.0 - slip,
                _ => 0.4,
            };
            (Just(field.name), sometimes(often, of(&field.shape, mood)))
        });
        let entries = |fields: Vec<(&'static str, Option<Json>)>| {
            fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect::<Vec<_>>()
        };
        fields.collect::<Vec<_>>().prop_map(entries).boxed()
    });
    Union::new(filled.collect::<Vec<_>>()).boxed()
}
