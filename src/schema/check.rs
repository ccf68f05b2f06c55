//! The validator: one walk over JSON text, every issue with its path.
//!
//! Text and description are walked together. Nothing is allocated but for
//! issues and for strings with escapes.

use std::borrow::Cow;

use super::codes;
use super::issue::{Found, Issue, Params, Step};
use super::keys::{Key, Keys, bit};
use super::leaf;
use super::shape::{List, Map, Rule, Shape, TEXT, Tagged};
use super::source::{Severity, Source};
use super::view::View;
use super::walk::{At, Node, Report, Seen, Walk};

/// Every issue of a JSON value, in the order of the description.
///
/// ```
/// use interakt_wasm::{api, schema::check};
/// let issues = check(&api::track::USER.input, r#"{"countryCode":"+91","phoneNumber":"09999999999"}"#);
/// assert_eq!(issues[0].code, "phone.leading_zero");
/// ```
pub fn check(shape: &Shape, json: &str) -> Vec<Issue> {
    let Some(value) = View::parse(json) else {
        return vec![Issue::new(&codes::SYNTAX, Severity::Error, Vec::new(), Params::default())];
    };
    let mut report = Report::default();
    let root = Node { parent: None, step: At::Root, order: 0 };
    Walk { shape: *shape, value, node: &root, report: &mut report }.run();
    report.0.into_iter().map(|(_, issue)| issue).collect()
}

impl<'a> Walk<'a, '_> {
    fn run(mut self) -> Seen {
        let kind = self.value.kind();
        match leaf::resolve(&self.shape, kind) {
            None => leaf::wrong_type(&mut self),
            Some(Shape::Text(rules)) => return leaf::text(&mut self, rules),
            Some(Shape::Choice(choice)) => leaf::choice(&mut self, choice),
            Some(Shape::Number(number)) => leaf::number(&mut self, number),
            Some(Shape::List(list) | Shape::OneOrMany(list)) => self.list(list),
            Some(Shape::Object(object)) => self.object(Keys::of(object)),
            Some(Shape::Tagged(tagged)) => {
                let keys = self.variant(tagged);
                self.object(keys);
            }
            Some(Shape::Map(map)) => self.map(map),
            Some(Shape::File(file)) => leaf::file(&mut self, file),
            // `null`, a boolean, or anything: `resolve` has dealt with the shapes around.
            Some(
                Shape::Boolean
                | Shape::Any
                | Shape::Nullable(_)
                | Shape::Encoded(_)
                | Shape::Unless(_)
                | Shape::Time
                | Shape::Either(_),
            ) => {}
        }
        Seen::Value
    }

    /// A walk of a value below this one.
    fn below(&mut self, step: At, order: u32, shape: Shape, value: View) -> Seen {
        let node = Node { parent: Some(self.node), step, order };
        Walk { shape, value, node: &node, report: self.report }.run()
    }

    /// Runs the rules that look at several values, and reports what they find.
    fn rules(&mut self, rules: &[&Rule], value: View, keys: Option<&Keys>) {
        for rule in rules {
            let mut found = Found::default();
            (rule.check)(value, &mut found);
            for (below, params) in found.0 {
                let (mut path, mut order) = (Vec::new(), Vec::new());
                self.node.trace(&mut path, &mut order);
                order.extend(below.iter().enumerate().map(|(depth, step)| match step {
                    Step::Index(index) => *index as u32,
                    Step::Key(key) if depth == 0 => keys.map_or(0, |keys| keys.position(key)),
                    Step::Key(_) => u32::MAX, // after the issues of the keys themselves
                }));
                path.extend(below);
                let issue = Issue::new(rule.code, rule.source.severity(), path, params);
                self.report.add(order, issue);
            }
        }
    }

    fn object(&mut self, keys: Keys) {
        let (mut seen, mut present) = (0u64, 0u64);
        let mut unknown = Vec::new();
        let cut: Vec<_> = self.value.pieces().collect();
        for &(name, value) in &cut {
            let key = name.as_text().unwrap_or(Cow::Borrowed(name.json()));
            let Some(Key { position, required, shape, .. }) = keys.find(&key) else {
                if !keys.open {
                    unknown.push(key);
                }
                continue;
            };
            let step = if required { At::Key(&key) } else { At::Optional(&key) };
            let found = self.below(step, position, shape, value);
            let bit = bit(position);
            if seen & bit != 0 {
                let params = Params::default().with("key", key.clone().into_owned());
                let code = &codes::DUPLICATE_KEY;
                self.issue_at_key(&key, position, code, Source::Documented, params);
            }
            seen |= bit;
            if found != Seen::Absent {
                present |= bit;
            }
        }
        self.missing(&keys, present);
        // Only now is it known which keys are there, and so not what was meant.
        for (key, order) in unknown.iter().zip(10_000..) {
            let mut params = Params::default().with("key", key.clone().into_owned());
            if let Some(meant) = keys.nearest(key, seen) {
                params.set("suggestion", meant);
            }
            self.issue_at_key(key, order, &codes::UNKNOWN_KEY, Source::Documented, params);
        }
        let value = self.value.with(&cut);
        for group in &keys.groups {
            self.rules(group.rules, value, Some(&keys));
            if let Some(verdicts) = group.verdicts {
                self.verdicts(verdicts, value, keys.position(verdicts.key));
            }
        }
    }

    /// The keys of the variant that the tag names, and the issue when it names none.
    fn variant(&mut self, tagged: &'static Tagged) -> Keys {
        let tag = self.value.get(tagged.tag);
        let name = tag.and_then(View::as_text);
        let keys = Keys::of_tagged(tagged, name.as_deref());
        if let (Some(value), Some(key), false) = (tag, keys.find(tagged.tag), keys.known) {
            let node =
                Node { parent: Some(self.node), step: At::Key(tagged.tag), order: key.position };
            let shape = Shape::Text(&TEXT);
            let mut walk = Walk { shape, value, node: &node, report: self.report };
            match name {
                Some(name) => leaf::tag(&mut walk, tagged, &name),
                None => {
                    walk.run();
                }
            }
        }
        keys
    }

    fn missing(&mut self, keys: &Keys, present: u64) {
        let lacks = |walk: &mut Self, position: u32, name: &'static str| {
            let params = Params::default().with("key", name);
            walk.issue_at_key(name, position, &codes::MISSING_KEY, Source::Documented, params);
        };
        for key in keys.list.iter().filter(|key| key.required && present & bit(key.position) == 0) {
            lacks(self, key.position, key.name);
        }
        for forms in keys.groups.iter().filter_map(|group| group.forms) {
            let has =
                |key: &&str| keys.find(key).is_some_and(|key| present & bit(key.position) != 0);
            let counts = |key: &&&str| !forms.beside.contains(*key);
            // A way counts as begun by its own keys; keys that may stand beside count when nothing else does.
            let mut begun = forms.ways.iter().filter(|way| way.iter().filter(counts).any(&has));
            match (begun.next(), begun.next()) {
                (None, _) => {
                    let beside = forms.beside.iter().any(&has);
                    if let (Some(code), false) = (forms.missing, beside) {
                        self.issue(code, forms.source, Params::default());
                    }
                }
                (Some(way), None) => {
                    for key in way.iter().filter(|key| !has(key)) {
                        if let Some(key) = keys.find(key) {
                            lacks(self, key.position, key.name);
                        }
                    }
                }
                (Some(_), Some(second)) => {
                    let first_key = second.iter().find(|key| has(key)).unwrap_or(&"");
                    let position = keys.position(first_key);
                    self.issue_at_key(
                        first_key,
                        position,
                        forms.both,
                        forms.source,
                        Params::default(),
                    );
                }
            }
        }
    }

    fn map(&mut self, map: &Map) {
        for ((name, value), order) in self.value.pieces().zip(0..) {
            let key = name.as_text().unwrap_or(Cow::Borrowed(name.json()));
            if let Some(rule) = map.key {
                let mut params = Params::default();
                if !(rule.holds)(&key, &mut params) {
                    let params = params.with("key", key.clone().into_owned());
                    self.issue_at_key(&key, order, rule.code, rule.source, params);
                }
            }
            self.below(At::Optional(&key), order, map.value, value);
        }
    }

    fn list(&mut self, list: &List) {
        let mut count = 0;
        for (_, item) in self.value.pieces() {
            self.below(At::Index(count), count as u32, list.item, item);
            count += 1;
        }
        match (list.min, list.max) {
            (Some(min), _) if count == 0 && min.value == 1 => {
                self.issue(&codes::NO_ITEMS, min.source, Params::default());
            }
            (Some(min), _) if count < min.value as usize => {
                self.issue(&codes::TOO_FEW, min.source, leaf::bound(min.value, count, "items"));
            }
            (_, Some(max)) if count > max.value as usize => {
                self.issue(&codes::TOO_MANY, max.source, leaf::bound(max.value, count, "items"));
            }
            _ => {}
        }
        self.rules(list.rules, self.value, None);
    }
}
