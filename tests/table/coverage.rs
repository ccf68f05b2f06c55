//! Which rules, at which places, a case breaks.

use std::collections::BTreeSet;

use interakt_wasm::schema::{
    Choice, Code, GROUP, Group, Kind, List, Object, Rule, Shape, Step, Verdicts, View, codes, doc,
};
use interakt_wasm::write::{Issue, check, view};

use super::Case;
use super::descent::{Description, rule_site, site, verdict_site};

/// The sites that a case breaks.
pub fn broken(description: &Description, case: &Case) -> BTreeSet<String> {
    let mut tour =
        Tour { description, issues: &case.issues(), path: Vec::new(), broken: BTreeSet::new() };
    tour.shape(case.operation.name, &case.operation.input, view(&case.json).unwrap_or_default());
    tour.broken
}

/// A walk through a value, along its description.
struct Tour<'a> {
    description: &'a Description,
    issues: &'a [Issue],
    path: Vec<Step<'static>>,
    broken: BTreeSet<String>,
}

impl Tour<'_> {
    fn has_at(&self, path: &[Step], code: &Code) -> Option<&Issue> {
        self.issues.iter().find(|issue| issue.code == code.id && issue.path == path)
    }

    /// The issue of this code at the value itself.
    fn has(&self, code: &Code) -> Option<&Issue> {
        self.has_at(&self.path, code)
    }

    fn has_at_key(&self, key: &str, code: &Code) -> bool {
        let mut path = self.path.clone();
        path.push(Step::Key(key.to_owned().into()));
        self.has_at(&path, code).is_some()
    }

    fn note(&mut self, place: &str, code: &Code) {
        if self.has(code).is_some() {
            self.broken.insert(site(place, code));
        }
    }

    fn below(&mut self, step: Step<'static>, place: &str, shape: &'static Shape, value: View) {
        self.path.push(step);
        self.shape(place, shape, value);
        self.path.pop();
    }

    fn shape(&mut self, place: &str, shape: &'static Shape, value: View) {
        self.note(place, &codes::TYPE);
        if self.has(&codes::NULL).is_some() {
            self.broken.insert(site(place, &codes::TYPE));
        }
        match shape {
            Shape::Text(text) => {
                for code in [&codes::EMPTY, &codes::TOO_SHORT, &codes::TOO_LONG] {
                    self.note(place, code);
                }
                text.rules.iter().for_each(|rule| self.note(place, rule.code));
                self.verdicts(place, text.verdicts, value);
            }
            Shape::Number(_) => {
                for code in [&codes::NOT_INTEGER, &codes::TOO_SMALL, &codes::TOO_LARGE] {
                    self.note(place, code);
                }
            }
            Shape::Boolean | Shape::Time | Shape::Any => {}
            Shape::Choice(choice) => self.choice(place, choice, value),
            Shape::OneOrMany(list) if value.kind() != Kind::List => {
                self.shape(&format!("{place}[]"), &list.item, value);
            }
            Shape::List(list) | Shape::OneOrMany(list) => self.list(place, list, value),
            Shape::Object(object) if value.kind() == Kind::Object => {
                let place = if object.name.text().is_empty() { place } else { object.name.text() };
                self.unknown_keys(place, value);
                object.groups.iter().for_each(|group| self.group(group, place, value));
            }
            Shape::Tagged(tagged) if value.kind() == Kind::Object => {
                let tag = format!("{}.{}", tagged.name.text(), tagged.tag);
                for code in [&codes::MISSING_KEY, &codes::TYPE, &codes::UNKNOWN_VALUE] {
                    if self.has_at_key(tagged.tag, code) {
                        self.broken.insert(site(&tag, code));
                    }
                }
                tagged.common.iter().for_each(|group| self.group(group, tagged.name.text(), value));
                let kind = value.text(tagged.tag);
                let named = |value: &str| kind.as_deref() == Some(value);
                for variant in tagged.variants.iter().filter(|variant| named(variant.value)) {
                    let name = variant.object.name.text();
                    self.unknown_keys(name, value);
                    variant.object.groups.iter().for_each(|group| self.group(group, name, value));
                }
            }
            Shape::Map(map) => {
                for (key, entry) in value.entries() {
                    if let Some(rule) = map.key.filter(|rule| self.has_at_key(&key, rule.code)) {
                        self.broken.insert(site(place, rule.code));
                    }
                    let step = Step::Key(key.into_owned().into());
                    self.below(step, &format!("{place}.*"), &map.value, entry);
                }
            }
            Shape::Nullable(inner) | Shape::Encoded(inner) => self.shape(place, inner, value),
            Shape::Unless(unless) => self.shape(place, &unless.shape, value),
            Shape::Either(shapes) => {
                // The first that takes the value, as the validator chooses.
                let takes = |shape: &&Shape| {
                    let found = check(shape, value.json());
                    !found.iter().any(|issue| issue.code == codes::TYPE.id && issue.path.is_empty())
                };
                if let Some(shape) = shapes.iter().find(takes) {
                    self.shape(place, shape, value);
                }
            }
            Shape::File(file) => {
                self.note(place, &codes::FILE_EMPTY);
                self.note(place, &codes::FILE_KIND);
                if let Some(issue) = self.has(&codes::FILE_TOO_LARGE) {
                    let kind = file.kinds.iter().find(|kind| issue.message.contains(kind.name));
                    let kind = kind.map_or("", |kind| kind.name);
                    self.broken.insert(format!("{} {kind}", site(place, &codes::FILE_TOO_LARGE)));
                }
            }
            Shape::Object(_) | Shape::Tagged(_) => {}
        }
    }

    fn choice(&mut self, place: &str, choice: &Choice, value: View) {
        self.note(place, choice.unlisted);
        choice.rules.iter().for_each(|rule| self.note(place, rule.code));
        if self.has(&codes::UNCONFIRMED_VALUE).is_some() {
            let text = value.as_text().unwrap_or_default();
            self.broken.insert(format!("{} {text}", site(place, &codes::UNCONFIRMED_VALUE)));
        }
    }

    fn list(&mut self, place: &str, list: &'static List, value: View) {
        for code in [&codes::NO_ITEMS, &codes::TOO_FEW, &codes::TOO_MANY] {
            self.note(place, code);
        }
        for (index, item) in value.items().enumerate() {
            self.below(Step::Index(index), &format!("{place}[]"), &list.item, item);
        }
        let alone = |rules| {
            Shape::List(Box::leak(Box::new(List { item: Shape::Any, min: None, max: None, rules })))
        };
        if value.kind() == Kind::List {
            self.rules(place, list.rules, value, alone);
        }
    }

    fn unknown_keys(&mut self, place: &str, value: View) {
        if value.entries().any(|(key, _)| self.has_at_key(&key, &codes::UNKNOWN_KEY)) {
            self.broken.insert(site(place, &codes::UNKNOWN_KEY));
        }
    }

    fn group(&mut self, group: &'static Group, owner: &str, value: View) {
        let place = &*self.description.place(group, owner);
        for field in group.fields {
            let key = format!("{place}.{}", field.name);
            if self.has_at_key(field.name, &codes::MISSING_KEY) {
                self.broken.insert(site(&key, &codes::MISSING_KEY));
            }
            if let Some(value) = value.get(field.name) {
                self.below(field.name.into(), &key, &field.shape, value);
            }
        }
        if let Some(forms) = group.forms {
            if let Some(missing) = forms.missing {
                self.note(place, missing);
            }
            if group.fields.iter().any(|field| self.has_at_key(field.name, forms.both)) {
                self.broken.insert(site(place, forms.both));
            }
        }
        let alone = |rules: &'static [&'static Rule]| {
            let group: &'static Group = Box::leak(Box::new(Group { rules, ..GROUP }));
            let groups: &'static [&'static Group] = Box::leak(Box::new([group]));
            let object = Object { name: doc(""), doc: doc(""), groups, open: true };
            Shape::Object(Box::leak(Box::new(object)))
        };
        self.rules(place, group.rules, value, alone);
        self.verdicts(place, group.verdicts, value);
    }

    /// The one of several rules that is broken, if it is reported: an earlier error may keep it back.
    fn verdicts(&mut self, place: &str, verdicts: Option<&Verdicts>, value: View) {
        let found = verdicts.and_then(|verdicts| Some((verdicts.key, verdicts.of(value)?)));
        if let Some((key, (verdict, params))) = found {
            let mut path = self.path.clone();
            path.extend((!key.is_empty()).then(|| key.into()));
            let params: serde_json::Value =
                serde_json::from_str(&format!("{{{}}}", params.json())).expect("JSON");
            if self
                .has_at(&path, verdict.code)
                .is_some_and(|issue| serde_json::Value::Object(issue.params.clone()) == params)
            {
                self.broken.insert(verdict_site(place, verdict));
            }
        }
    }

    /// A code may belong to several rules: each is asked alone.
    fn rules(
        &mut self,
        place: &str,
        rules: &'static [&'static Rule],
        value: View,
        alone: impl Fn(&'static [&'static Rule]) -> Shape,
    ) {
        for index in 0..rules.len() {
            let shape = alone(&rules[index..=index]);
            if !check(&shape, value.json()).is_empty() {
                self.broken.insert(rule_site(place, rules[index]));
            }
        }
    }
}
