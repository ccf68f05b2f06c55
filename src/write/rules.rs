//! The table of every rule, for people.

use std::collections::BTreeMap;

use super::named::Named;
use super::prose::{Line, lines, of_group, of_verdicts, verdicts};
use super::walk::named;
use crate::api::Operation;
use crate::api::book::{BOOK_RULES, BookRule};
use crate::schema::Verdicts;
use crate::schema::codes;
use crate::schema::{Code, Field, Group, Shape, Source, Tagged};

const HEAD: &str = "\
# The rules

Every rule that an input is held to, and the code of the issue that reports it.
Made from the descriptions in `src/api` by `cargo run --bin describe`.

A broken *error* keeps the request from being sent, a *warning* never does.
How sure a rule is:

| word | meaning |
|---|---|
| documented | Interakt's own public collection says so |
| vendor | a page of Interakt, Meta, Google or a carrier says so |
| seen | observed in several public integrations |
| analogy | concluded from a neighbouring platform |
| advised | documented or a vendor's, but the request may pass all the same |

Beside these, every value must have its JSON type and no key may stand twice. A
key that is not known is worth a warning, and an error where it is nearly a
known key that is not there. An empty path is the value itself; a path ends in `[]` for each item
of a list and in `*` for each value under a free key. Lengths count Unicode code
points.

The sentences of the codes, at the end, are for developers. What to say to the person at
a form is in `interakt-wasm/messages/en` and `interakt-wasm/messages/hi`.
";

/// The text of `rules.md`. `codes` are those of issues that no description holds.
pub fn rules(operations: &[&Operation], codes: &[&[&'static Code]]) -> String {
    let sections = sections(operations);
    let mut out = HEAD.to_owned();
    for section in sections.iter().chain([&of_book()]) {
        section.write(&mut out);
    }
    out.push_str(CODES);
    for (id, sentence) in sentences(&sections, codes) {
        // As they are, brackets before parentheses make a link.
        out.push_str(&format!("| `{id}` | {} |\n", cell(sentence).replace('[', "\\[")));
    }
    out
}

/// Every code that an input can meet by its description.
pub fn codes_of(operations: &[&Operation]) -> Vec<&'static Code> {
    sections(operations).iter().flat_map(|section| &section.rows).map(|row| row.line.code).collect()
}

/// One rule and where it stands.
struct Row {
    path: String,
    line: Line,
}

/// An operation, a named object or a named group.
#[derive(Default)]
struct Section {
    name: String,
    rows: Vec<Row>,
    /// Sections that say more, each with the path that it is about.
    see: Vec<(String, &'static str)>,
}

fn sections(operations: &[&Operation]) -> Vec<Section> {
    let mut sections = Vec::new();
    let mut groups = Vec::new();
    for operation in operations {
        let mut section = Gathering::new(operation.name, &mut groups);
        section.shape("", &operation.input);
        sections.push(section.done);
    }
    for named in named(operations.iter().map(|operation| &operation.input)) {
        let mut section = Gathering::new(named.name(), &mut groups);
        section.groups("", named.groups());
        if let Named::Tagged(tagged) = named {
            section.tag("", tagged);
        }
        sections.push(section.done);
    }
    let mut next = 0;
    while let Some((name, group)) = groups.get(next).copied() {
        let mut section = Gathering::new(name, &mut groups);
        section.group("", group);
        sections.push(section.done);
        next += 1;
    }
    sections
}

impl Section {
    fn write(&self, out: &mut String) {
        out.push_str(&format!("\n## {}\n", self.name));
        if !self.see.is_empty() {
            let links = self.see.iter().map(|(path, name)| {
                let about = if path.is_empty() { String::new() } else { format!("`{path}`: ") };
                format!("{about}[{name}](#{})", name.to_lowercase())
            });
            out.push_str(&format!("\nSee {}.\n", links.collect::<Vec<_>>().join(", ")));
        }
        if !self.rows.is_empty() {
            out.push_str("\n| path | rule | severity | how sure | code |\n|---|---|---|---|---|\n");
        }
        for Row { path, line } in &self.rows {
            let path = if path.is_empty() { String::new() } else { format!("`{path}`") };
            let severity = line.source.severity().as_str();
            let (words, sure) = (cell(&line.words), how_sure(line.source));
            out.push_str(&format!(
                "| {path} | {words} | {severity} | {sure} | `{}` |\n",
                line.code.id
            ));
        }
    }
}

type NamedGroups = Vec<(&'static str, &'static Group)>;

/// A section that grows, and the named groups that have been met.
struct Gathering<'a> {
    done: Section,
    groups: &'a mut NamedGroups,
}

impl<'a> Gathering<'a> {
    fn new(name: &str, groups: &'a mut NamedGroups) -> Self {
        Gathering { done: Section { name: name.to_owned(), ..Section::default() }, groups }
    }

    fn push(&mut self, path: &str, line: Line) {
        self.done.rows.push(Row { path: path.to_owned(), line });
    }

    fn see(&mut self, path: &str, name: &'static str) {
        self.done.see.push((path.to_owned(), name));
    }

    fn shape(&mut self, path: &str, shape: &Shape) {
        for line in lines(shape) {
            self.push(path, line);
        }
        for line in verdicts(shape).into_iter().flat_map(of_verdicts) {
            self.push(path, line);
        }
        self.below(path, shape);
    }

    /// What is below a shape whose own rules have been said.
    fn below(&mut self, path: &str, shape: &Shape) {
        match shape {
            Shape::List(list) => self.shape(&format!("{path}[]"), &list.item),
            Shape::OneOrMany(list) => self.below(path, &list.item),
            Shape::Map(map) => self.shape(&join(path, "*"), &map.value),
            Shape::Nullable(inner) => self.below(path, inner),
            Shape::Either(shapes) => shapes.iter().for_each(|shape| self.below(path, shape)),
            Shape::Object(object) if object.name.text().is_empty() => {
                self.groups(path, object.groups)
            }
            Shape::Object(object) => self.see(path, object.name.text()),
            Shape::Tagged(tagged) if tagged.name.text().is_empty() => {
                self.groups(path, tagged.common);
                self.tag(path, tagged);
            }
            Shape::Tagged(tagged) => self.see(path, tagged.name.text()),
            Shape::Text(_) | Shape::Number(_) | Shape::Boolean | Shape::Choice(_) => {}
            Shape::File(_) | Shape::Any | Shape::Encoded(_) => {}
            Shape::Unless(_) | Shape::Time => {}
        }
    }

    fn tag(&mut self, path: &str, tagged: &Tagged) {
        let kinds: Vec<_> = tagged.variants.iter().map(|v| format!("`{}`", v.value)).collect();
        let words = format!("One of: {}.", kinds.join(", "));
        let known = Line { words, source: Source::Documented, code: &codes::UNKNOWN_VALUE };
        let key = join(path, tagged.tag);
        self.push(&key, needed());
        self.push(&key, known);
        for variant in tagged.variants {
            match variant.object.name.text() {
                "" => self.groups(path, variant.object.groups),
                name => self.see(path, name),
            }
        }
    }

    fn groups(&mut self, path: &str, groups: &[&'static Group]) {
        for group in groups {
            let name = group.forms.map_or("", |forms| forms.name.text());
            if name.is_empty() {
                self.group(path, group);
                continue;
            }
            self.see(path, name);
            if !self.groups.iter().any(|(known, _)| *known == name) {
                self.groups.push((name, group));
            }
        }
    }

    fn group(&mut self, path: &str, group: &Group) {
        for line in of_group(group) {
            self.push(path, line);
        }
        for field in group.fields {
            self.field(&join(path, field.name), field);
            let about = |verdicts: &&Verdicts| verdicts.key == field.name;
            for line in group.verdicts.filter(about).into_iter().flat_map(of_verdicts) {
                self.push(&join(path, field.name), line);
            }
        }
    }

    fn field(&mut self, path: &str, field: &Field) {
        if field.required {
            self.push(path, needed());
        }
        self.shape(path, &field.shape);
    }
}

/// What a book of templates says against a message that is sent with one.
fn of_book() -> Section {
    let rows = BOOK_RULES.iter().map(|BookRule { code, source, path, doc }| Row {
        path: path.text().to_owned(),
        line: Line { words: doc.text().to_owned(), source: *source, code },
    });
    let name = "With a book of templates".to_owned();
    Section { name, rows: rows.collect(), see: Vec::new() }
}

fn needed() -> Line {
    Line { words: "Needed.".to_owned(), source: Source::Documented, code: &codes::MISSING_KEY }
}

fn join(path: &str, key: &str) -> String {
    if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") }
}

const CODES: &str = "
## Codes

What stands in braces is filled in from the issue's `params`; what stands in
square brackets is left out when there is nothing to fill in.

| code | message |
|---|---|
";

/// The sentence of each code, in the order of the codes.
fn sentences(
    sections: &[Section],
    more: &[&[&'static Code]],
) -> BTreeMap<&'static str, &'static str> {
    let described = sections.iter().flat_map(|section| &section.rows).map(|row| row.line.code);
    let all = described.chain(more.iter().copied().flatten().copied());
    all.map(|code| (code.id, code.message)).collect()
}

pub(super) fn how_sure(source: Source) -> &'static str {
    match source {
        Source::Documented => "documented",
        Source::Vendor => "vendor",
        Source::Seen => "seen",
        Source::Analogy => "analogy",
        Source::Advised => "advised",
    }
}

/// Text that does not end its cell.
pub(super) fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::api::OPERATIONS;
    use crate::write::sample;

    fn table() -> String {
        rules(&sample::OPERATIONS, &[codes::ALL])
    }

    fn section(name: &str) -> String {
        let start = format!("\n## {name}\n");
        let text = table();
        let (_, rest) = text.split_once(&start).expect(name);
        rest.split("\n## ").next().unwrap_or_default().to_owned()
    }

    #[test]
    fn a_rule_says_where_it_stands_how_strict_and_how_sure_it_is() {
        let tags = section("Thing");
        let expected = "| `tags` | Not empty. | error | documented | `list.empty` |
| `tags` | At most 3 items. | warning | seen | `list.too_long` |
| `tags` | All are different. | error | documented | `sample.twice` |
| `tags[]` | Not empty. | error | documented | `string.empty` |
";
        assert!(tags.contains(expected), "{tags}");
    }

    #[test]
    fn rules_that_one_look_tells_apart_stand_at_the_key_that_they_are_about() {
        let expected = "| `number` | No word twice. | error | documented | `sample.echo` |
| `number` | No two o. | warning | seen | `sample.stares` |
| `full` | Not empty. |";
        assert!(section("Reader").contains(expected), "{}", section("Reader"));
        assert!(section("Thing").contains("| `nick` | No two o. | warning |"));
    }

    #[test]
    fn values_under_free_keys_have_a_path() {
        let tally = section("Tally");
        assert!(tally.contains("| `counts.*` | At least 0. |"), "{tally}");
    }

    #[test]
    fn a_named_group_is_said_once_and_referred_to() {
        let expected = "See [Reader](#reader), [Note](#note), [Tally](#tally), [Gift](#gift).";
        assert!(section("Thing").contains(expected), "{}", section("Thing"));
        assert!(
            section("Reader")
                .contains("| Needed: `code` with `number`, or `full`, or `user`. | error |")
        );
        assert_eq!(table().matches("`reader.missing` |").count(), 2, "the rule and its sentence");
    }

    #[test]
    fn every_code_has_a_sentence() {
        assert!(section("Codes").contains("| `reader.both` | Either the one or the other. |"));
        assert!(section("Codes").contains("| `json.syntax` | This is not valid JSON. |"));
    }

    #[test]
    fn brackets_of_a_sentence_make_no_link() {
        let shown = r#"| `enum.unknown` | Must be one of: {allowed}.\[ Did you mean "{suggestion}"?] |"#;
        assert!(section("Codes").contains(shown), "{}", section("Codes"));
    }

    #[test]
    fn sections_can_be_told_apart_by_their_links() {
        let sections = sections(&OPERATIONS);
        let links: BTreeSet<_> =
            sections.iter().map(|section| section.name.to_lowercase()).collect();
        assert_eq!(links.len(), sections.len());
        for (_, name) in sections.iter().flat_map(|section| &section.see) {
            assert!(links.contains(&name.to_lowercase()), "{name}");
        }
    }
}
