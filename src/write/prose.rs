//! Rules in words.

use super::ways::missed_when_empty;
use crate::schema::Verdicts;
use crate::schema::codes;
use crate::schema::{
    Bound, Choice, Code, File, FileKind, Forms, Group, Limit, List, Number, Rule, Severity, Shape,
    Source, Text, TextRule, Value,
};

/// One rule in words.
pub struct Line {
    /// A sentence, its full stop included.
    pub words: String,
    /// How sure it is.
    pub source: Source,
    /// What is reported when it is broken.
    pub code: &'static Code,
}

impl Line {
    fn new(words: impl Into<String>, source: Source, code: &'static Code) -> Self {
        Line { words: words.into(), source, code }
    }

    /// The words, saying too when a broken rule blocks nothing.
    pub fn with_severity(&self) -> String {
        match self.source.severity() {
            Severity::Error => self.words.clone(),
            Severity::Warning => {
                format!("{}, otherwise a warning.", self.words.trim_end_matches('.'))
            }
        }
    }
}

/// Longer lists of values are counted, not written out.
const LONGEST_LIST: usize = 20;

/// The rules of a value itself but for its verdicts; those of its items and keys are theirs.
pub fn lines(shape: &Shape) -> Vec<Line> {
    match shape {
        Shape::Text(text) => of_text(text),
        Shape::Number(number) => of_number(number),
        Shape::Choice(choice) => of_choice(choice),
        Shape::List(list) => of_list(list),
        Shape::Map(map) => map.key.iter().map(|rule| of_key(rule)).collect(),
        Shape::File(file) => of_file(file),
        Shape::Nullable(inner) => lines(inner),
        Shape::Either(shapes) => shapes.iter().flat_map(lines).collect(),
        Shape::OneOrMany(list) => lines(&list.item).into_iter().chain(of_list(list)).collect(),
        // Only in what comes from Interakt, which is not checked.
        Shape::Encoded(_) | Shape::Unless(_) | Shape::Time => Vec::new(),
        // Their rules are those of their groups.
        Shape::Object(_) | Shape::Tagged(_) => Vec::new(),
        Shape::Boolean | Shape::Any => Vec::new(),
    }
}

/// The rules between the keys of a group.
pub fn of_group(group: &Group) -> Vec<Line> {
    let forms = group.forms.into_iter().flat_map(of_forms);
    let empty = missed_when_empty(group).next().zip(group.forms).map(|(_, forms)| {
        let words = "No empty string among those that are given; beside them it counts as absent.";
        Line::new(words, forms.source, &codes::EMPTY)
    });
    forms.chain(empty).chain(group.rules.iter().map(|rule| of_rule(rule))).collect()
}

/// The rules that one look at a value tells apart.
pub fn of_verdicts(verdicts: &Verdicts) -> impl Iterator<Item = Line> {
    verdicts.rules.iter().map(|rule| Line::new(rule.doc.text(), rule.source, rule.code))
}

/// Those of a shape.
pub fn verdicts(shape: &Shape) -> Option<&'static Verdicts> {
    match shape {
        Shape::Text(text) => text.verdicts,
        Shape::Nullable(inner) => verdicts(inner),
        _ => None,
    }
}

/// A count and its unit.
pub fn count(n: u32, unit: &str) -> String {
    match n {
        1 => format!("1 {unit}"),
        _ => format!("{n} {unit}s"),
    }
}

fn of_text(text: &Text) -> Vec<Line> {
    let min = text.min.map(|min| match min.value {
        1 => Line::new("Not empty.", min.source, &codes::EMPTY),
        n => least(n, "character", min, &codes::TOO_SHORT),
    });
    let max = text.max.map(|max| most(max.value, "character", max, &codes::TOO_LONG));
    min.into_iter().chain(max).chain(text.rules.iter().map(|rule| of_text_rule(rule))).collect()
}

fn least(n: u32, unit: &str, limit: Limit, code: &'static Code) -> Line {
    Line::new(format!("At least {}.", count(n, unit)), limit.source, code)
}

fn most(n: u32, unit: &str, limit: Limit, code: &'static Code) -> Line {
    Line::new(format!("At most {}.", count(n, unit)), limit.source, code)
}

fn of_text_rule(rule: &TextRule) -> Line {
    Line::new(rule.doc.text(), rule.source, rule.code)
}

fn of_rule(rule: &Rule) -> Line {
    Line::new(rule.doc.text(), rule.source, rule.code)
}

fn of_key(rule: &TextRule) -> Line {
    Line::new(format!("Keys: {}", lower_first(rule.doc.text())), rule.source, rule.code)
}

fn of_number(number: &Number) -> Vec<Line> {
    let bound = |bound: Bound, word: &str, code| {
        Line::new(format!("At {word} {}.", bound.value), bound.source, code)
    };
    let whole = Line::new("A whole number.", Source::Documented, &codes::NOT_INTEGER);
    let whole = number.integer.then_some(whole);
    let min = number.min.map(|min| bound(min, "least", &codes::TOO_SMALL));
    let max = number.max.map(|max| bound(max, "most", &codes::TOO_LARGE));
    whole.into_iter().chain(min).chain(max).collect()
}

fn of_choice(choice: &Choice) -> Vec<Line> {
    let words: Vec<_> = choice.values.iter().map(|v| format!("`{}`", v.value)).collect();
    let values = match words.len() {
        n if n > LONGEST_LIST => {
            format!("One of {n} values, `{}` for example", choice.values[0].value)
        }
        _ => format!("One of: {}", words.join(", ")),
    };
    let case = if choice.ignore_case { ", in any letter case" } else { "" };
    let mut lines = vec![Line::new(format!("{values}{case}."), choice.closed, choice.unlisted)];
    lines.extend(choice.rules.iter().map(|rule| of_text_rule(rule)));
    lines.extend(unsure(choice));
    lines
}

/// The values that are listed but not sure, each with those that are as sure.
fn unsure(choice: &Choice) -> impl Iterator<Item = Line> {
    let groups = choice.values.chunk_by(|a, b| a.source == b.source);
    let unsure = |values: &&[Value]| values[0].source.severity() == Severity::Warning;
    groups.filter(unsure).map(|values| {
        let words: Vec<_> = values.iter().map(|v| format!("`{}`", v.value)).collect();
        let words = format!("Not {}.", words.join(" or "));
        Line::new(words, values[0].source, &codes::UNCONFIRMED_VALUE)
    })
}

fn of_list(list: &List) -> Vec<Line> {
    let min = list.min.map(|min| match min.value {
        1 => Line::new("Not empty.", min.source, &codes::NO_ITEMS),
        n => least(n, "item", min, &codes::TOO_FEW),
    });
    let max = list.max.map(|max| most(max.value, "item", max, &codes::TOO_MANY));
    min.into_iter().chain(max).chain(list.rules.iter().map(|rule| of_rule(rule))).collect()
}

fn of_file(file: &File) -> Vec<Line> {
    let kind = |kind: &&FileKind| {
        let words = format!(
            "{} ({}): at most {}.",
            upper_first(kind.name),
            kind.extensions.join(", "),
            bytes(kind.max_bytes)
        );
        Line::new(words, Source::Vendor, &codes::FILE_TOO_LARGE)
    };
    let mut lines = vec![Line::new("Not empty.", Source::Documented, &codes::FILE_EMPTY)];
    lines.extend(file.kinds.iter().map(kind));
    lines.push(Line::new("Of one of these kinds.", Source::Analogy, &codes::FILE_KIND));
    lines
}

fn of_forms(forms: &Forms) -> Vec<Line> {
    let way =
        |way: &&[&str]| way.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" with ");
    let ways = forms.ways.iter().map(way).collect::<Vec<_>>().join(", or ");
    let beside = match forms.beside {
        [] => String::new(),
        keys => format!(
            " ({} may stand beside the others)",
            keys.iter().map(|key| format!("`{key}`")).collect::<Vec<_>>().join(" and ")
        ),
    };
    let missing =
        forms.missing.map(|code| Line::new(format!("Needed: {ways}."), forms.source, code));
    let both = Line::new(format!("Only one of: {ways}{beside}."), forms.source, forms.both);
    missing.into_iter().chain([both]).collect()
}

/// Bytes in the unit that leaves a whole number.
fn bytes(n: u32) -> String {
    const K: u32 = 1024;
    match n {
        _ if n.is_multiple_of(K * K) => format!("{} MB", n / (K * K)),
        _ if n.is_multiple_of(K) => format!("{} KB", n / K),
        _ => format!("{n} bytes"),
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_lowercase().chain(chars).collect()).unwrap_or_default()
}

fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|c| c.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::TEXT;

    const SURE: Source = Source::Vendor;

    fn said(shape: Shape) -> Vec<String> {
        lines(&shape).iter().map(Line::with_severity).collect()
    }

    #[test]
    fn a_text_says_its_lengths_with_their_unit() {
        static BODY: Text = Text {
            min: Some(Limit { value: 1, source: SURE }),
            max: Some(Limit { value: 4096, source: SURE }),
            ..TEXT
        };
        assert_eq!(said(Shape::Text(&BODY)), ["Not empty.", "At most 4096 characters."]);
    }

    #[test]
    fn a_rule_that_is_not_sure_says_that_it_only_warns() {
        static VARIABLE: Text =
            Text { max: Some(Limit { value: 30, source: Source::Seen }), ..TEXT };
        assert_eq!(said(Shape::Text(&VARIABLE)), ["At most 30 characters, otherwise a warning."]);
    }

    #[test]
    fn a_single_item_is_singular() {
        static SOME: List = List {
            item: Shape::Any,
            min: Some(Limit { value: 1, source: SURE }),
            max: Some(Limit { value: 1, source: SURE }),
            rules: &[],
        };
        assert_eq!(said(Shape::List(&SOME)), ["Not empty.", "At most 1 item."]);
    }

    #[test]
    fn sizes_are_said_in_the_unit_that_fits() {
        assert_eq!(bytes(16 * 1024 * 1024), "16 MB");
        assert_eq!(bytes(100 * 1024), "100 KB");
        assert_eq!(bytes(100_000), "100000 bytes");
    }
}
