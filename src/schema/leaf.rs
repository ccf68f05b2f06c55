//! What a single value must be.

use std::borrow::Cow;

use super::codes;
use super::issue::Params;
use super::nearest::nearest;
use super::shape::{Choice, File, Number, Shape, Tagged, Text, TextRule};
use super::source::{Severity, Source};
use super::view::Kind;
use super::walk::{At, Seen, Walk};

/// The shape that a value of this type is checked against, if the type fits.
pub(super) fn resolve(shape: &Shape, kind: Kind) -> Option<Shape> {
    let fits = match shape {
        Shape::Any => true,
        Shape::Nullable(_) if kind == Kind::Null => true,
        Shape::Nullable(inner) | Shape::Encoded(inner) => return resolve(inner, kind),
        Shape::Unless(_) if matches!(kind, Kind::Text | Kind::Null) => true,
        Shape::Unless(unless) => return resolve(&unless.shape, kind),
        Shape::OneOrMany(list) if kind != Kind::List => return resolve(&list.item, kind),
        Shape::Either(shapes) => return shapes.iter().find_map(|shape| resolve(shape, kind)),
        Shape::Text(_) | Shape::Choice(_) | Shape::Time => kind == Kind::Text,
        Shape::Number(_) => kind == Kind::Number,
        Shape::Boolean => kind == Kind::Boolean,
        Shape::List(_) | Shape::OneOrMany(_) => kind == Kind::List,
        Shape::Object(_) | Shape::Tagged(_) | Shape::Map(_) | Shape::File(_) => {
            kind == Kind::Object
        }
    };
    fits.then_some(*shape)
}

/// What a message says was expected.
pub(super) fn expected(shape: &Shape) -> String {
    let kinds = [Kind::Text, Kind::Number, Kind::Boolean, Kind::Object, Kind::List, Kind::Null];
    let mut words = String::new();
    for kind in kinds {
        let word = match resolve(shape, kind) {
            Some(Shape::File(_)) => "a Blob, a File or bytes",
            Some(_) => kind.as_str(),
            None => continue,
        };
        if !words.is_empty() {
            words.push_str(" or ");
        }
        words.push_str(word);
    }
    words
}

/// Reports a value of another JSON type.
pub(super) fn wrong_type(walk: &mut Walk) {
    let actual = walk.value.kind();
    let mut params =
        Params::default().with("expected", expected(&walk.shape)).with("actual", actual.as_str());
    if actual == Kind::Null && matches!(walk.node.step, At::Optional(_)) {
        params.set("hint", "Leave the key out instead.");
    }
    walk.issue(&codes::TYPE, Source::Documented, params);
}

/// The parameters of a broken bound.
pub(super) fn bound(limit: u32, actual: usize, unit: &'static str) -> Params {
    Params::default().with("limit", limit).with("actual", actual).with("unit", unit)
}

/// The string, if it is one in Unicode: JSON can also carry half a character.
fn whole_text<'a>(walk: &mut Walk<'a, '_>) -> Option<Cow<'a, str>> {
    let text = walk.value.as_text();
    if text.is_none() {
        walk.issue(&codes::LONE_SURROGATE, Source::Vendor, Params::default());
    }
    text
}

pub(super) fn text(walk: &mut Walk, text: &Text) -> Seen {
    let Some(value) = whole_text(walk) else { return Seen::Value };
    let value = &*value;
    if value.is_empty() && text.empty_is_absent {
        return Seen::Absent;
    }
    let actual = code_points(value);
    if let Some(min) = text.min.filter(|min| actual < min.value as usize) {
        if value.is_empty() {
            walk.issue(&codes::EMPTY, min.source, Params::default());
        } else {
            walk.issue(&codes::TOO_SHORT, min.source, bound(min.value, actual, "characters"));
        }
        return Seen::Value;
    }
    if let Some(max) = text.max.filter(|max| actual > max.value as usize) {
        walk.issue(&codes::TOO_LONG, max.source, bound(max.value, actual, "characters"));
    }
    if text_rules(walk, text.rules, value)
        && let Some(verdicts) = text.verdicts
    {
        walk.verdicts(verdicts, walk.value, 0);
    }
    Seen::Value
}

/// The length of a string: every byte that does not continue a character begins one.
pub(crate) fn code_points(text: &str) -> usize {
    text.bytes().filter(|byte| byte & 0xC0 != 0x80).count()
}

/// The rules in order; an error ends them, since the next ones build on it. Whether there was none.
fn text_rules(walk: &mut Walk, rules: &[&TextRule], value: &str) -> bool {
    for rule in rules {
        let mut params = Params::default();
        if (rule.holds)(value, &mut params) {
            continue;
        }
        walk.issue(rule.code, rule.source, params);
        if rule.source.severity() == Severity::Error {
            return false;
        }
    }
    true
}

pub(super) fn choice(walk: &mut Walk, choice: &Choice) {
    let Some(value) = whole_text(walk) else { return };
    let value = &*value;
    let same = |known: &str| match choice.ignore_case {
        true => known.eq_ignore_ascii_case(value),
        false => known == value,
    };
    match choice.values.iter().find(|known| same(known.value)) {
        Some(known) if known.source.severity() == Severity::Warning => {
            let params = Params::default().with("value", known.value);
            walk.issue(&codes::UNCONFIRMED_VALUE, known.source, params);
        }
        Some(_) => {}
        None => {
            let params = unlisted(value, choice.values.iter().map(|known| known.value).collect());
            let breaks = |rule: &&&TextRule| !(rule.holds)(value, &mut Params::default());
            match choice.rules.iter().find(breaks) {
                Some(rule) => walk.issue(rule.code, rule.source, params),
                None => walk.issue(choice.unlisted, choice.closed, params),
            }
        }
    }
}

/// The key that decides: which variants there are.
pub(super) fn tag(walk: &mut Walk, tagged: &Tagged, value: &str) {
    let known = tagged.variants.iter().map(|variant| variant.value).collect();
    walk.issue(&codes::UNKNOWN_VALUE, Source::Documented, unlisted(value, known));
}

/// Lists longer than this would drown the message.
const LONGEST_LIST: usize = 20;

fn unlisted(value: &str, allowed: Vec<&'static str>) -> Params {
    let mut params = Params::default();
    let meant = nearest(value, &mut allowed.iter().copied());
    if allowed.len() <= LONGEST_LIST {
        params.set("allowed", allowed);
    }
    if let Some(meant) = meant {
        params.set("suggestion", meant);
    }
    params
}

pub(super) fn number(walk: &mut Walk, number: &Number) {
    let Some(value) = walk.value.as_number() else {
        return walk.issue(&codes::SYNTAX, Source::Documented, Params::default());
    };
    if number.integer && value.trunc() != value {
        walk.issue(&codes::NOT_INTEGER, Source::Documented, Params::default());
    }
    let limit = |bound: i32| Params::default().with("limit", bound);
    if let Some(min) = number.min.filter(|min| value < min.value.into()) {
        walk.issue(&codes::TOO_SMALL, min.source, limit(min.value));
    }
    if let Some(max) = number.max.filter(|max| value > max.value.into()) {
        walk.issue(&codes::TOO_LARGE, max.source, limit(max.value));
    }
}

pub(super) fn file(walk: &mut Walk, file: &File) {
    let value = walk.value;
    let Some(size) = value.number("size") else {
        return wrong_type(walk);
    };
    if size == 0.0 {
        walk.issue(&codes::FILE_EMPTY, Source::Documented, Params::default());
    }
    let mime = value.text("type").unwrap_or_default().to_ascii_lowercase();
    let name = value.text("name").unwrap_or_default().to_ascii_lowercase();
    let extension = name.split('.').skip(1).last().unwrap_or_default();
    let mime = mime.split(';').next().unwrap_or_default().trim();
    // What it is counts before what it is called.
    let typed = file.kinds.iter().find(|kind| kind.types.contains(&mime));
    let kind =
        typed.or_else(|| file.kinds.iter().find(|kind| kind.extensions.contains(&extension)));
    match kind {
        Some(kind) if size > kind.max_bytes.into() => {
            let params = bound(kind.max_bytes, size as usize, "bytes").with("kind", kind.name);
            walk.issue(&codes::FILE_TOO_LARGE, Source::Vendor, params);
        }
        Some(_) => {}
        None => {
            let allowed: Vec<_> =
                file.kinds.iter().flat_map(|kind| kind.extensions).copied().collect();
            walk.issue(
                &codes::FILE_KIND,
                Source::Analogy,
                Params::default().with("allowed", allowed),
            );
        }
    }
}
