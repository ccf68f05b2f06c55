//! The places of the descriptions, and the rules that stand at each.
//!
//! A site is a rule at a place: `RcsCardContent.cardTitle string.too_long`. What
//! several operations share is one place, named after where it is met first.

use std::collections::{BTreeMap, BTreeSet};

use interakt_wasm::api::webhook::CHANNELS;
use interakt_wasm::api::{OPERATIONS, Operation};
use interakt_wasm::schema::{
    Choice, Code, Group, List, Map, Number, Rule, Severity, Shape, Source, Tagged, Text, Verdict,
    Verdicts, codes,
};
use interakt_wasm::write::missed_when_empty;

/// What descriptions consist of.
#[derive(Default)]
pub struct Description {
    /// Every rule at its place, with the code and severity of its issue.
    pub sites: BTreeMap<String, (&'static Code, Severity)>,
    /// The name of each group of keys.
    places: BTreeMap<*const Group, String>,
    /// The objects that have been met, by name.
    met: BTreeSet<&'static str>,
    /// Every string with its place.
    pub texts: Vec<(String, &'static Text)>,
    /// Every choice with its place.
    pub choices: Vec<(String, &'static Choice)>,
    /// Every object with free keys.
    pub maps: Vec<(String, &'static Map)>,
    /// Every object, as often as it is met.
    pub objects: Vec<Keys>,
}

/// The keys of an object.
pub struct Keys {
    pub place: String,
    /// Empty for one without a name of its own.
    pub name: &'static str,
    pub groups: Vec<&'static Group>,
    /// The key that decides, if one does.
    pub tag: Option<&'static str>,
}

impl Keys {
    /// Their names, in order.
    pub fn names(&self) -> Vec<&'static str> {
        let fields = self.groups.iter().flat_map(|group| group.fields);
        fields.map(|field| field.name).chain(self.tag).collect()
    }
}

/// The description of all inputs.
pub fn inputs() -> Description {
    described(|operation| &operation.input)
}

/// The description of all answers.
pub fn answers() -> Description {
    described(|operation| &operation.answer)
}

/// The description of what webhooks are told.
pub fn payloads() -> Description {
    let mut all = Description::default();
    CHANNELS.into_iter().for_each(|channel| all.tagged(channel.payload));
    all
}

fn described(shape: fn(&'static Operation) -> &'static Shape) -> Description {
    let mut all = Description::default();
    for operation in OPERATIONS {
        all.shape(operation.name, shape(operation));
    }
    all
}

/// What any description can report. A key that is not known blocks where it is nearly a known one.
pub fn structural() -> impl Iterator<Item = (&'static Code, Severity)> {
    let errors = codes::ALL.iter().map(|code| (*code, Severity::Error));
    errors.chain([(&codes::UNKNOWN_KEY, Severity::Warning)])
}

/// The name of a rule at a place.
pub fn site(place: &str, code: &Code) -> String {
    format!("{place} {}", code.id)
}

/// The name of a rule over several values, which may share its code with others.
pub fn rule_site(place: &str, rule: &Rule) -> String {
    format!("{} ({})", site(place, rule.code), rule.doc.text())
}

/// The name of one of several rules that one look tells apart, which may share its code with others.
pub fn verdict_site(place: &str, verdict: &Verdict) -> String {
    format!("{} ({})", site(place, verdict.code), verdict.doc.text())
}

impl Description {
    /// The place of a group that belongs to `owner`, or to what had it first. What
    /// a named constant holds has another address at each use, but one owner.
    pub fn place(&self, group: &'static Group, owner: &str) -> String {
        self.places.get(&std::ptr::from_ref(group)).map_or(owner, String::as_str).to_owned()
    }

    fn add(&mut self, name: String, code: &'static Code, source: Source) {
        self.sites.insert(name, (code, source.severity()));
    }

    fn rule(&mut self, place: &str, code: &'static Code, source: Source) {
        self.add(site(place, code), code, source);
    }

    fn shape(&mut self, place: &str, shape: &'static Shape) {
        if !matches!(shape, Shape::Any) {
            self.rule(place, &codes::TYPE, Source::Documented);
        }
        match shape {
            Shape::Text(text) => self.text(place, text),
            Shape::Number(number) => self.number(place, number),
            Shape::Boolean | Shape::Time | Shape::Any => {}
            Shape::Choice(choice) => self.choice(place, choice),
            Shape::List(list) | Shape::OneOrMany(list) => self.list(place, list),
            Shape::Object(object) => {
                let place = if object.name.text().is_empty() { place } else { object.name.text() };
                self.object(place, object.name.text(), object.groups.to_vec(), None, object.open);
            }
            Shape::Tagged(tagged) => self.tagged(tagged),
            Shape::Map(map) => {
                self.maps.push((place.to_owned(), map));
                if let Some(key) = map.key {
                    self.rule(place, key.code, key.source);
                }
                self.shape(&format!("{place}.*"), &map.value);
            }
            Shape::Nullable(inner) | Shape::Encoded(inner) => self.shape(place, inner),
            Shape::Unless(unless) => self.shape(place, &unless.shape),
            Shape::Either(shapes) => shapes.iter().for_each(|shape| self.shape(place, shape)),
            Shape::File(file) => {
                self.rule(place, &codes::FILE_EMPTY, Source::Documented);
                self.rule(place, &codes::FILE_KIND, Source::Analogy);
                for kind in file.kinds {
                    let name = format!("{} {}", site(place, &codes::FILE_TOO_LARGE), kind.name);
                    self.add(name, &codes::FILE_TOO_LARGE, Source::Vendor);
                }
            }
        }
    }

    fn text(&mut self, place: &str, text: &'static Text) {
        self.texts.push((place.to_owned(), text));
        if let Some(min) = text.min {
            if !text.empty_is_absent {
                self.rule(place, &codes::EMPTY, min.source);
            }
            if min.value > 1 {
                self.rule(place, &codes::TOO_SHORT, min.source);
            }
        }
        if let Some(max) = text.max {
            self.rule(place, &codes::TOO_LONG, max.source);
        }
        for rule in text.rules {
            self.rule(place, rule.code, rule.source);
        }
        self.verdicts(place, text.verdicts);
    }

    fn verdicts(&mut self, place: &str, verdicts: Option<&Verdicts>) {
        for verdict in verdicts.into_iter().flat_map(|verdicts| verdicts.rules) {
            self.add(verdict_site(place, verdict), verdict.code, verdict.source);
        }
    }

    fn number(&mut self, place: &str, number: &Number) {
        if number.integer {
            self.rule(place, &codes::NOT_INTEGER, Source::Documented);
        }
        if let Some(min) = number.min {
            self.rule(place, &codes::TOO_SMALL, min.source);
        }
        if let Some(max) = number.max {
            self.rule(place, &codes::TOO_LARGE, max.source);
        }
    }

    fn choice(&mut self, place: &str, choice: &'static Choice) {
        self.choices.push((place.to_owned(), choice));
        self.rule(place, choice.unlisted, choice.closed);
        for rule in choice.rules {
            self.rule(place, rule.code, rule.source);
        }
        for value in choice.values {
            if value.source.severity() == Severity::Warning {
                let name = format!("{} {}", site(place, &codes::UNCONFIRMED_VALUE), value.value);
                self.add(name, &codes::UNCONFIRMED_VALUE, value.source);
            }
        }
    }

    fn list(&mut self, place: &str, list: &'static List) {
        if let Some(min) = list.min {
            let code = if min.value == 1 { &codes::NO_ITEMS } else { &codes::TOO_FEW };
            self.rule(place, code, min.source);
        }
        if let Some(max) = list.max {
            self.rule(place, &codes::TOO_MANY, max.source);
        }
        for rule in list.rules {
            self.add(rule_site(place, rule), rule.code, rule.source);
        }
        self.shape(&format!("{place}[]"), &list.item);
    }

    fn tagged(&mut self, tagged: &'static Tagged) {
        let tag = format!("{}.{}", tagged.name.text(), tagged.tag);
        for code in [&codes::MISSING_KEY, &codes::TYPE, &codes::UNKNOWN_VALUE] {
            self.rule(&tag, code, Source::Documented);
        }
        if self.met.insert(tagged.name.text()) {
            for group in tagged.common {
                self.group(tagged.name.text(), group);
            }
        }
        for variant in tagged.variants {
            let groups = tagged.common.iter().chain(variant.object.groups).copied().collect();
            let name = variant.object.name.text();
            self.object(name, name, groups, Some(tagged.tag), variant.object.open);
        }
    }

    fn object(
        &mut self,
        place: &str,
        name: &'static str,
        groups: Vec<&'static Group>,
        tag: Option<&'static str>,
        open: bool,
    ) {
        let keys = Keys { place: place.to_owned(), name, groups: groups.clone(), tag };
        self.objects.push(keys);
        if !name.is_empty() && !self.met.insert(name) {
            return;
        }
        if !open {
            self.rule(place, &codes::UNKNOWN_KEY, Source::Documented);
        }
        for group in groups {
            self.group(place, group);
        }
    }

    fn group(&mut self, place: &str, group: &'static Group) {
        if self.places.contains_key(&std::ptr::from_ref(group)) {
            return;
        }
        self.places.insert(group, place.to_owned());
        for field in group.fields {
            let key = format!("{place}.{}", field.name);
            if field.required {
                self.rule(&key, &codes::MISSING_KEY, Source::Documented);
            }
            self.shape(&key, &field.shape);
        }
        if let Some(forms) = group.forms {
            self.rule(place, forms.both, forms.source);
            if let Some(missing) = forms.missing {
                self.rule(place, missing, forms.source);
            }
            for key in missed_when_empty(group) {
                self.rule(&format!("{place}.{key}"), &codes::EMPTY, forms.source);
            }
            for key in forms.ways.iter().filter(|way| way.len() > 1).copied().flatten() {
                self.rule(&format!("{place}.{key}"), &codes::MISSING_KEY, Source::Documented);
            }
        }
        for rule in group.rules {
            self.add(rule_site(place, rule), rule.code, rule.source);
        }
        self.verdicts(place, group.verdicts);
    }
}
