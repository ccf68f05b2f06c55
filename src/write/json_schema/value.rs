//! The schema of a single value.

use super::Schemas;
use crate::schema::{Bound, Choice, Limit, List, Map, Number, Severity, Source, Text, TextRule};

impl Schemas {
    pub(super) fn text(&mut self, text: &Text) {
        self.json.entry("type", "string");
        self.limit("minLength", text.min);
        self.limit("maxLength", text.max);
        self.patterns(text.rules);
        self.example(text.example);
    }

    fn limit(&mut self, key: &'static str, limit: Option<Limit>) {
        if let Some(limit) = limit.filter(|limit| is_error(limit.source)) {
            self.json.key(key);
            self.json.number(limit.value.into());
        }
    }

    /// A schema has one pattern: further ones stand in `allOf`.
    fn patterns(&mut self, rules: &[&TextRule]) {
        let mut patterns = rules.iter().filter_map(|rule| pattern(rule));
        if let Some(first) = patterns.next() {
            self.json.entry("pattern", first);
        }
        let mut further = false;
        for pattern in patterns {
            if !further {
                self.json.key("allOf");
                self.json.open('[');
                further = true;
            }
            self.json.open('{');
            self.json.entry("pattern", pattern);
            self.json.close('}');
        }
        if further {
            self.json.close(']');
        }
    }

    pub(super) fn number(&mut self, number: &Number) {
        self.json.entry("type", if number.integer { "integer" } else { "number" });
        self.bound("minimum", number.min);
        self.bound("maximum", number.max);
    }

    fn bound(&mut self, key: &'static str, bound: Option<Bound>) {
        if let Some(bound) = bound.filter(|bound| is_error(bound.source)) {
            self.json.key(key);
            self.json.number(bound.value.into());
        }
    }

    pub(super) fn choice(&mut self, choice: &Choice) {
        let values: Vec<&str> = choice.values.iter().map(|value| value.value).collect();
        self.json.entry("type", "string");
        if self.answers || !is_error(choice.closed) {
            self.patterns(choice.rules);
            self.json.entries("examples", &values);
        } else if choice.ignore_case {
            self.json.entry("pattern", &any_case(&values));
            self.json.entries("examples", &values);
        } else {
            self.json.entries("enum", &values);
        }
    }

    pub(super) fn list(&mut self, list: &List) {
        self.json.entry("type", "array");
        self.json.key("items");
        self.schema(&list.item);
        self.limit("minItems", list.min);
        self.limit("maxItems", list.max);
    }

    pub(super) fn map(&mut self, map: &Map) {
        self.json.entry("type", "object");
        if let Some(pattern) = map.key.and_then(pattern) {
            self.json.key("propertyNames");
            self.json.open('{');
            self.json.entry("pattern", pattern);
            self.json.close('}');
        }
        self.json.key("additionalProperties");
        self.schema(&map.value);
    }
}

pub(super) fn is_error(source: Source) -> bool {
    source.severity() == Severity::Error
}

fn pattern(rule: &TextRule) -> Option<&'static str> {
    Some(rule.pattern.text()).filter(|text| !text.is_empty() && is_error(rule.source))
}

/// A pattern for any of the words, in letters of either case.
fn any_case(words: &[&str]) -> String {
    let mut pattern = String::from("^(");
    for (index, word) in words.iter().enumerate() {
        if index > 0 {
            pattern.push('|');
        }
        for c in word.chars() {
            let (upper, lower) = (c.to_ascii_uppercase(), c.to_ascii_lowercase());
            if upper == lower {
                pattern.push(c);
            } else {
                for c in ['[', upper, lower, ']'] {
                    pattern.push(c);
                }
            }
        }
    }
    pattern.push_str(")$");
    pattern
}
