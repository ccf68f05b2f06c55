//! An issue as people read it. In the package JavaScript makes it; here it is made for the
//! documents and the tests.

use serde_json::{Map, Value};

use crate::schema::{Code, Severity, Step};

/// One problem of a value, with everything that a form or a translator needs.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// Stable, dotted name of the kind of problem: `string.too_long`.
    pub code: &'static str,
    /// Where it is: keys and indexes from the root.
    pub path: Vec<Step<'static>>,
    /// Plain English, made from the code's sentence and `params`. Never holds the value.
    pub message: String,
    /// Errors block, warnings never do.
    pub severity: Severity,
    /// The numbers and names that the message speaks of.
    pub params: Map<String, Value>,
}

/// Code, place in the description, path and parameters: as a report has them.
type Told = (u32, Vec<u32>, Vec<Value>, Map<String, Value>);

/// The issues of a report's text, in the order of the description.
///
/// # Panics
/// The text is none of a report, or holds a code that `find` does not find.
pub fn read(text: &str, find: impl Fn(u32) -> Option<&'static Code>) -> Vec<Issue> {
    let list: Vec<Told> = serde_json::from_str(&format!("[{text}]"))
        .unwrap_or_else(|error| panic!("{error}: {text}"));
    let issue = |(number, order, path, params): Told| {
        let code = find(number >> 1).unwrap_or_else(|| panic!("no code {}", number >> 1));
        let severity = if number & 1 == 0 { Severity::Error } else { Severity::Warning };
        let path = path.into_iter().map(step).collect();
        let message = fill(code.message, &params);
        (order, Issue { code: code.id, path, message, severity, params })
    };
    let mut issues: Vec<(Vec<u32>, Issue)> = list.into_iter().map(issue).collect();
    issues.sort_by(|(a, _), (b, _)| a.cmp(b));
    issues.into_iter().map(|(_, issue)| issue).collect()
}

fn step(step: Value) -> Step<'static> {
    match step {
        Value::String(key) => Step::Key(key.into()),
        step => Step::Index(step.as_u64().expect("an index") as usize),
    }
}

impl Issue {
    /// `{ code, path, message, severity, params }`
    pub fn json(&self) -> Value {
        let path = self.path.iter().map(|step| match step {
            Step::Key(key) => Value::from(&**key),
            Step::Index(index) => Value::from(*index),
        });
        serde_json::json!({
            "code": self.code,
            "path": path.collect::<Vec<_>>(),
            "message": self.message,
            "severity": self.severity.as_str(),
            "params": self.params,
        })
    }
}

/// The parameters that a sentence names, and whether it can do without.
pub fn parameters(code: &Code) -> Vec<(&'static str, bool)> {
    let mut named = Vec::new();
    let mut rest = code.message;
    while let Some(start) = rest.find(['{', '[']) {
        let (_, tail) = rest.split_at(start);
        rest = tail.split_at(1).1;
        if let Some((name, after)) = name_at(tail) {
            named.push((name, false));
            rest = after;
        } else if let Some((_, name, _, after)) = part_at(tail) {
            named.push((name, true));
            rest = after;
        }
    }
    named
}

/// Replaces each `{name}` by its parameter. A part in `[…]` that names a parameter stays only if
/// the parameter is there. Anything else, such as `{{1}}` or `values[0]`, is plain text.
fn fill(template: &str, params: &Map<String, Value>) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some(start) = rest.find(['{', '[']) {
        let (before, tail) = rest.split_at(start);
        out.push_str(before);
        if let Some((name, after)) = name_at(tail) {
            out.push_str(&params.get(name).map(words).unwrap_or_default());
            rest = after;
        } else if let Some((before, name, behind, after)) = part_at(tail) {
            if let Some(value) = params.get(name) {
                out.extend([before, &words(value), behind]);
            }
            rest = after;
        } else {
            let (bracket, after) = tail.split_at(1);
            out.push_str(bracket);
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

/// A parameter as a message says it.
fn words(value: &Value) -> String {
    match value {
        Value::String(word) => word.clone(),
        Value::Array(items) if items.iter().all(Value::is_u64) => {
            numbers(&items.iter().filter_map(Value::as_u64).collect::<Vec<_>>())
        }
        Value::Array(items) => either(&items.iter().map(words).collect::<Vec<_>>()),
        value => value.to_string(),
    }
}

/// `9 or 10`, `7, 8 or 10`; three and more in a row are `5 to 13`.
fn numbers(numbers: &[u64]) -> String {
    let mut parts = Vec::new();
    let mut rest = numbers;
    while let [first, ..] = rest {
        let row = rest.iter().zip(*first..).take_while(|(number, next)| *number == next).count();
        let length = if row > 2 { row } else { 1 };
        let last = rest[length - 1];
        parts.push(if length > 1 { format!("{first} to {last}") } else { first.to_string() });
        rest = &rest[length..];
    }
    either(&parts)
}

/// `a, b or c`
fn either(parts: &[String]) -> String {
    match parts.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} or {last}", before.join(", ")),
        None => String::new(),
    }
}

/// The `{name}` that a text begins with, and what follows it.
fn name_at(text: &str) -> Option<(&str, &str)> {
    let (name, after) = text.strip_prefix('{')?.split_once('}')?;
    let fits = name.starts_with(|c: char| c.is_ascii_lowercase())
        && name.bytes().all(|b| b.is_ascii_alphabetic() || b == b'_');
    fits.then_some((name, after))
}

/// The `[before {name} behind]` that a text begins with, and what follows it.
fn part_at(text: &str) -> Option<(&str, &str, &str, &str)> {
    let (part, after) = text.strip_prefix('[')?.split_once(']')?;
    let (before, tail) = part.split_at(part.find('{')?);
    let (name, behind) = name_at(tail)?;
    Some((before, name, behind, after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn filled(template: &str, params: Value) -> String {
        fill(template, params.as_object().expect("an object"))
    }

    #[test]
    fn messages_are_filled_from_their_parameters() {
        let params = json!({"limit": 3, "allowed": ["a", "b"], "cardHeight": "SHORT"});
        for (template, expected) in [
            ("At most {limit}.", "At most 3."),
            ("One of {allowed}.[ Did you mean {suggestion}?]", "One of a or b."),
            ("[At most {limit}.] Yes.", "At most 3. Yes."),
            (
                "Use {{1}} and values[0][\"0\"], [brackets] and {Braces}.",
                "Use {{1}} and values[0][\"0\"], [brackets] and {Braces}.",
            ),
            ("Open { and [", "Open { and ["),
            ("{cardHeight}, {card Height}", "SHORT, {card Height}"),
        ] {
            assert_eq!(filled(template, params.clone()), expected);
        }
    }

    #[test]
    fn numbers_to_choose_from_are_told_in_words() {
        for (numbers, expected) in [
            (vec![10], "10"),
            (vec![9, 10], "9 or 10"),
            (vec![7, 8, 10], "7, 8 or 10"),
            (vec![5, 6, 7, 8, 13], "5 to 8 or 13"),
            (vec![5, 6, 7, 9, 10], "5 to 7, 9 or 10"),
            (vec![], ""),
        ] {
            assert_eq!(filled("{lengths}", json!({"lengths": numbers})), expected);
        }
    }
}
