//! The errors of the package, for the guide and for JavaScript.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::rules::cell;
use crate::client::{ErrorClass, Outcome, all_failures};
use crate::schema::Doc;

/// The tables of `docs/sending.md`, each by the name of its markers.
pub fn guide_tables() -> [(&'static str, String); 2] {
    [("outcomes", outcomes()), ("errors", errors())]
}

/// A guide with its tables written anew: each stands between `<!-- name -->` and `<!-- /name -->`.
///
/// # Errors
/// Markers that are missing.
pub fn with_tables(guide: &str, tables: &[(&str, String)]) -> Result<String, String> {
    tables.iter().try_fold(guide.to_owned(), |guide, (name, table)| {
        let begin = format!("<!-- {name} -->\n");
        let end = format!("<!-- /{name} -->\n");
        let parts = guide.split_once(&begin).and_then(|(before, rest)| {
            rest.split_once(&end).map(|(_, after)| (before, after))
        });
        let (before, after) = parts.ok_or(format!("no markers {} and {}", begin.trim(), end.trim()))?;
        Ok(format!("{before}{begin}\n{table}\n{end}{after}"))
    })
}

/// `ApiError` and its subclasses.
const ANSWERS: RangeInclusive<ErrorClass> = ErrorClass::Api..=ErrorClass::Server;

fn outcomes() -> String {
    let mut out = String::from(
        "| `outcome` | was it sent? | what to do | errors |\n|---|---|---|---|\n",
    );
    for outcome in Outcome::ALL {
        let classes: Vec<String> = match outcome {
            // Most answers are refusals, so the other row lists those that are not.
            Outcome::Refused => {
                let raised = with(outcome, |class| !ANSWERS.contains(&class));
                ["any other `ApiError`".to_owned()].into_iter().chain(raised).collect()
            }
            Outcome::NotSent | Outcome::Unknown => with(outcome, |_| true).collect(),
        };
        out.push_str(&format!(
            "| `\"{}\"` | {} | {} | {} |\n",
            outcome.as_str(),
            cell(outcome.doc().text()),
            cell(outcome.advice().text()),
            cell(&classes.join("; "))
        ));
    }
    out
}

/// The classes that some of their codes leave an outcome with, each with these codes where others
/// of the class leave another.
fn with(outcome: Outcome, wanted: impl Fn(ErrorClass) -> bool) -> impl Iterator<Item = String> {
    ErrorClass::ALL.into_iter().filter(move |class| wanted(*class)).filter_map(move |class| {
        let ways = ways(class);
        let here: Vec<_> = ways.iter().filter(|way| way.outcome == outcome).collect();
        let name = format!("`{}`", class.name());
        // What is the rule in a class needs no list: the exceptions stand in the other rows.
        let is_rule = here.len() * 2 > ways.len();
        let mut codes: BTreeMap<_, Vec<String>> = BTreeMap::new();
        for way in &here {
            codes.entry(way.code).or_default().extend(way.apart.clone());
        }
        let codes = codes.iter().map(|(code, when)| match when.as_slice() {
            [] => format!("`{code}`"),
            when => format!("`{code}` ({})", when.join(", or ")),
        });
        let codes: Vec<_> = codes.collect();
        match codes.as_slice() {
            [] => None,
            _ if is_rule => Some(name),
            codes => Some(format!("{name} with {}", codes.join(", "))),
        }
    })
}

/// One code that leaves one outcome.
struct Way {
    code: &'static str,
    outcome: Outcome,
    /// When it does.
    apart: Option<String>,
}

fn ways(class: ErrorClass) -> Vec<Way> {
    let told = |doc: Doc| Some(doc.text().to_owned()).filter(|text| !text.is_empty());
    let answers = all_failures().filter(|rule| rule.class.get() == class).map(|rule| {
        let (from, to) = rule.status;
        let status = (from == to && from > 0).then(|| from.to_string());
        let (code, outcome) = (rule.code, rule.outcome);
        Way { code, outcome, apart: told(rule.apart).or(status) }
    });
    let raised = class.raised().iter().flat_map(|raised| {
        let code = raised.code;
        let way = move |&(outcome, apart)| Way { code, outcome, apart: told(apart) };
        raised.outcomes.iter().map(way)
    });
    answers.chain(raised).collect()
}

fn errors() -> String {
    let mut out = String::from("| class | when | `code` |\n|---|---|---|\n");
    for class in ErrorClass::ALL {
        let mut codes: Vec<String> = Vec::new();
        let answers = all_failures().filter(|rule| rule.class.get() == class);
        let answers = answers.map(|rule| format!("`{}`", rule.code));
        let raised = class.raised().iter().map(|raised| match raised.doc.text() {
            "" => format!("`{}`", raised.code),
            doc => format!("`{}` ({doc})", raised.code),
        });
        for code in answers.chain(raised) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        let (name, doc) = (class.name(), cell(class.doc().text()));
        out.push_str(&format!("| `{name}` | {doc} | {} |\n", codes.join(", ")));
    }
    out
}

/// `error_classes.js`: the class of each code that has another than `ApiError`.
pub fn error_classes() -> String {
    let classes: BTreeMap<_, _> = all_failures()
        .filter(|rule| rule.class.get() != ErrorClass::Api)
        .map(|rule| (rule.code, rule.class.get()))
        .collect();
    let mut names: Vec<_> = classes.values().map(|class| class.name()).collect();
    names.sort_unstable();
    names.dedup();
    let lines: String =
        classes.iter().map(|(code, class)| format!("  {code}: {},\n", class.name())).collect();
    format!(
        "\
import {{ {} }} from \"./errors.js\";

/**
 * The class of an answer's error by its code; that of all others is `ApiError`.
 *
 * Generated from the Rust description by `cargo run --bin describe`. Do not edit.
 *
 * @type {{Record<string, typeof import(\"./errors.js\").ApiError>}}
 */
export const CLASSES = {{
{lines}}};
",
        names.join(", ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_one_class() {
        for rule in all_failures() {
            for other in all_failures().filter(|other| other.code == rule.code) {
                assert_eq!(rule.class.get(), other.class.get(), "{}", rule.code);
            }
        }
    }

    #[test]
    fn what_leaves_another_outcome_than_others_of_its_code_says_when() {
        for class in ErrorClass::ALL {
            let ways = ways(class);
            for way in &ways {
                let differs = |other: &&Way| other.code == way.code && other.outcome != way.outcome;
                let told = way.apart.is_some() || way.outcome == Outcome::Refused;
                assert!(told || !ways.iter().any(|other| differs(&other)), "{}", way.code);
            }
        }
    }

    #[test]
    fn tables_are_put_between_their_markers_and_nothing_else_changes() {
        let guide = "one\n<!-- a -->\nold\n<!-- /a -->\ntwo\n";
        assert_eq!(
            with_tables(guide, &[("a", "| new |\n".to_owned())]).unwrap(),
            "one\n<!-- a -->\n\n| new |\n\n<!-- /a -->\ntwo\n"
        );
        let missing = with_tables(guide, &[("b", String::new())]).unwrap_err();
        assert_eq!(missing, "no markers <!-- b --> and <!-- /b -->");
    }
}
