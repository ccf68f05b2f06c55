//! TypeScript types of every operation's input and answer.

mod body;
mod layout;
mod mistakes;
mod object;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use self::body::Body;
use self::layout::{Property, Type, block, comment, literal, pascal};
use super::failures;
use super::named::Named;
use super::rules::codes_of;
use super::walk::named;
use crate::api::webhook::{CHANNELS, Status};
use crate::api::{Operation, PLANS, Part, Plan};
use crate::schema::{Choice, Code, Group, Severity, Shape, Variant};

/// What generated declarations begin with.
pub const GENERATED: &str =
    "// Generated from the Rust description by `cargo run --bin describe`. Do not edit.\n";

const HEADER: &str = "
/** A file to upload: a Blob or a File, or its bytes. */
export type UploadFile = Blob | ArrayBuffer | ArrayBufferView;

/** The words as they are, in capitals or in small letters: Interakt takes any letter case. */
export type AnyCase<Words extends string> = Words | Uppercase<Words> | Lowercase<Words>;
";

/// Choices with more values get a name: that of the field they stand in.
const MOST_VALUES_IN_PLACE: usize = 12;

/// The text of `types.d.ts`. `codes` are those of issues that no description holds.
pub fn types(operations: &[&Operation], codes: &[&[&Code]]) -> String {
    let mut types = Types::of(operations);
    for operation in operations {
        types.root(operation, false);
        types.root(operation, true);
    }
    types.webhooks();
    types.operations(operations);
    types.plans(&PLANS);
    types.codes(operations, codes);
    types.write_mistakes();
    types.out.push_str(&failures::codes());
    types.out
}

/// The text of `parts.d.ts`: what an entry exports for each part of inputs.
pub fn parts(operations: &[&Operation], parts: &[&Part]) -> String {
    let mut types = Types::of(operations);
    let mut out = String::new();
    for Part { name, shape, doc, example } in parts.iter().copied() {
        let holds = match shape {
            // What no input has under this name is written in place.
            Shape::Object(object) if !types.taken.contains(object.name.text()) => {
                types.body(&[object.groups], None, object.open).expression()
            }
            _ => types.type_of(shape, name),
        };
        let example = format!("@example {name}.validate({}).ok // true", example.text());
        out.push('\n');
        out.push_str(&comment(&[doc.text().to_owned(), example]));
        out.push_str(&format!(
            "export declare const {name}: Validator<\"{name}\", {}>;\n",
            holds.bare()
        ));
    }
    let names: Vec<&str> = types.mentioned.into_iter().collect();
    format!(
        "{GENERATED}import type {{ {} }} from \"./types.js\";\nimport type {{ Validator }} from \"./validator.js\";\n{out}",
        names.join(", ")
    )
}

/// A declaration that has been referred to and is still to be written.
struct Waiting {
    name: &'static str,
    what: What,
    answers: bool,
}

#[derive(Clone, Copy)]
enum What {
    Named(Named),
    Group(&'static Group),
}

struct Types {
    out: String,
    /// Whether what is written comes from Interakt: then a list of values is never complete.
    answers: bool,
    waiting: VecDeque<Waiting>,
    /// Names that are written or wait for it.
    mentioned: BTreeSet<&'static str>,
    /// Long choices, each with its name.
    choices: Vec<(String, &'static Choice)>,
    /// Names that objects have.
    taken: BTreeSet<&'static str>,
    /// Types that nothing has, by what to do where the compiler shows one.
    cures: BTreeSet<String>,
    /// Lists that stand in the place of plain values, by the name that says so.
    lists: BTreeMap<String, Type>,
    /// Whether some input may be one of something or a list.
    has_lists: bool,
}

impl Types {
    fn of(operations: &[&Operation]) -> Self {
        let shapes = operations.iter().flat_map(|operation| [&operation.input, &operation.answer]);
        let payloads = CHANNELS.map(|channel| Shape::Tagged(channel.payload));
        Types {
            out: format!("{GENERATED}{HEADER}"),
            answers: false,
            waiting: VecDeque::new(),
            mentioned: BTreeSet::new(),
            choices: Vec::new(),
            taken: named(shapes.chain(&payloads)).into_iter().map(Named::name).collect(),
            cures: BTreeSet::new(),
            lists: BTreeMap::new(),
            has_lists: false,
        }
    }

    /// `SendMessageInput`, or `SendMessageAnswer`, and everything that it is the first to mention.
    fn root(&mut self, operation: &Operation, answers: bool) {
        self.answers = answers;
        let (suffix, shape, says) = match answers {
            false => ("Input", &operation.input, "takes"),
            true => ("Answer", &operation.answer, "answers"),
        };
        let name = pascal(operation.name) + suffix;
        match shape {
            Shape::Object(object) if object.name.text() == name => self.want(Named::Object(object)),
            Shape::Tagged(tagged) if tagged.name.text() == name => self.want(Named::Tagged(tagged)),
            _ => {
                let text = format!("What `{}` {says}.", operation.name);
                let body = match shape {
                    Shape::Object(object) if object.name.text().is_empty() => {
                        self.body(&[object.groups], None, object.open)
                    }
                    _ => Body::Alias(self.type_of(shape, operation.name)),
                };
                self.declare(&name, &[text], &body);
            }
        }
        self.write_waiting();
    }

    /// What webhooks are told, each payload with everything that it is the first to mention.
    fn webhooks(&mut self) {
        self.answers = true;
        for channel in CHANNELS {
            self.want(Named::Tagged(channel.payload));
            self.write_waiting();
        }
        let meanings = Status::ALL.map(|(status, text)| format!("- `{}`: {text}", status.as_str()));
        let texts = [
            "How far a message has come, from the least that can be known of it to the most."
                .to_owned(),
            meanings.join("\n"),
        ];
        let words = Status::ALL.map(|(status, _)| literal(status.as_str()));
        self.declare("MessageStatus", &texts, &Body::Alias(Type(words.into())));
    }

    fn write_waiting(&mut self) {
        while let Some(next) = self.waiting.pop_front() {
            self.answers = next.answers;
            self.write(next);
        }
    }

    fn write(&mut self, Waiting { name, what, .. }: Waiting) {
        let named = match what {
            What::Named(named) => named,
            What::Group(group) => return self.write_ways(name, group),
        };
        let body = match named {
            Named::Object(object) => self.body(&[object.groups], None, object.open),
            Named::Tagged(tagged) => Body::Alias(self.variants(tagged)),
            Named::Variant(tagged, variant) => self.body_of_variant(tagged, variant),
        };
        self.declare(name, &self.about(named), &body);
    }

    /// The union of a group's ways, and each of them.
    fn write_ways(&mut self, name: &str, group: &Group) {
        let ways = self.named_ways(name, group);
        let union = Type(ways.iter().map(|(way, _)| way.clone()).collect());
        self.declare(name, &self.about_group(group), &Body::Alias(union));
        for (way, holds) in ways {
            self.declare(&way, &[format!("One way to fill `{name}`.")], &Body::Alias(holds));
        }
    }

    fn declare(&mut self, name: &str, paragraphs: &[String], body: &Body) {
        self.out.push('\n');
        self.out.push_str(&comment(paragraphs));
        self.out.push_str(&body.declaration(name));
        self.out.push('\n');
    }

    /// The type of a value. `field` is the key that it stands under.
    fn type_of(&mut self, shape: &Shape, field: &str) -> Type {
        match shape {
            Shape::Text(_) | Shape::Time => Type::one("string"),
            Shape::Number(_) => Type::one("number"),
            Shape::Boolean => Type::one("boolean"),
            Shape::Choice(choice) => self.choice(choice, field),
            Shape::List(list) => self.type_of(&list.item, field).list(),
            Shape::OneOrMany(list) => {
                let one = self.type_of(&list.item, field);
                self.one_or_many(&list.item, one)
            }
            Shape::Object(object) if object.name.text().is_empty() => {
                self.body(&[object.groups], None, object.open).expression()
            }
            Shape::Object(object) => self.reference(Named::Object(object)),
            Shape::Tagged(tagged) if tagged.name.text().is_empty() => self.variants(tagged),
            Shape::Tagged(tagged) => self.reference(Named::Tagged(tagged)),
            Shape::Map(map) => {
                let value = self.type_of(&map.value, field);
                Type::one(format!("{{ [key: string]: {} }}", value.bare()))
            }
            Shape::Nullable(inner) => self.type_of(inner, field).or(Type::one("null")),
            Shape::Either(shapes) => self.either(shapes, field),
            // What a caller gets is decoded.
            Shape::Encoded(inner) => self.type_of(inner, field),
            Shape::Unless(unless) => {
                let string = Type::one("string").or(Type::one("null"));
                self.type_of(&unless.shape, field).or(string)
            }
            Shape::File(_) => Type::one("UploadFile"),
            Shape::Any => Type::one("unknown"),
        }
    }

    fn either(&mut self, shapes: &'static [Shape], field: &str) -> Type {
        let types: Vec<Type> = shapes.iter().map(|shape| self.type_of(shape, field)).collect();
        let plain = shapes.iter().filter_map(Self::plain).collect::<Vec<_>>();
        let types = shapes.iter().zip(types).map(|(shape, holds)| match shape {
            Shape::List(_) if !self.answers && plain.len() + 1 == shapes.len() => {
                self.list_beside(&plain, holds)
            }
            _ => holds,
        });
        types.reduce(Type::or).unwrap_or_else(|| Type::one("never"))
    }

    fn reference(&mut self, named: Named) -> Type {
        self.want(named);
        Type::one(named.name())
    }

    fn want(&mut self, named: Named) {
        self.wait(named.name(), What::Named(named));
    }

    /// Each name is written once, after what mentions it first.
    fn wait(&mut self, name: &'static str, what: What) {
        if self.mentioned.insert(name) {
            self.waiting.push_back(Waiting { name, what, answers: self.answers });
        }
    }

    fn choice(&mut self, choice: &'static Choice, field: &str) -> Type {
        let known = self.known_values(choice, field);
        match (self.is_closed(choice), choice.ignore_case) {
            (true, true) => Type::one(format!("AnyCase<{}>", known.bare())),
            (true, false) => known,
            (false, _) => known.or(Type::one("(string & {})")),
        }
    }

    fn is_closed(&self, choice: &Choice) -> bool {
        !self.answers && choice.closed.severity() == Severity::Error
    }

    /// The values in place, or the name of their list when they are many.
    fn known_values(&mut self, choice: &'static Choice, field: &str) -> Type {
        let values = Type(choice.values.iter().map(|value| literal(value.value)).collect());
        if choice.values.len() <= MOST_VALUES_IN_PLACE {
            return values;
        }
        // Not by address: a constant has one for each place where it stands.
        let words = |choice: &'static Choice| choice.values.iter().map(|value| value.value);
        let known = self.choices.iter().find(|(_, known)| words(known).eq(words(choice)));
        if let Some((name, _)) = known {
            return Type::one(name.as_str());
        }
        let name = pascal(field);
        let is_taken = self.taken.contains(name.as_str());
        if is_taken || self.choices.iter().any(|(known, _)| *known == name) {
            return values;
        }
        self.choices.push((name.clone(), choice));
        Type::one(name)
    }

    fn operations(&mut self, operations: &[&Operation]) {
        for (name, choice) in std::mem::take(&mut self.choices) {
            let values = choice.values.iter().map(|value| literal(value.value)).collect();
            let text = "The values that are known.".to_owned();
            self.declare(&name, &[text], &Body::Alias(Type(values)));
        }
        let entries: Vec<Property> = operations.iter().map(|operation| types_of(operation)).collect();
        let text = "What each operation takes and answers.".to_owned();
        self.declare("OperationTypes", &[text], &Body::Object { forms: vec![], properties: entries });
        self.out.push_str("\n/** The name of an operation. */\n");
        self.out.push_str("export type OperationName = keyof OperationTypes;\n");
    }

    fn plans(&mut self, plans: &[Plan]) {
        let rates = plans.iter().map(|Plan { name, requests_per_minute: rate }| {
            format!("{} a minute with `{name}`", rate.value)
        });
        let rates = rates.collect::<Vec<_>>().join(", ");
        let texts = ["A plan of Interakt's.".to_owned(), format!("Requests: {rates}.")];
        let names = plans.iter().map(|plan| literal(plan.name)).collect();
        self.declare("Plan", &texts, &Body::Alias(Type(names)));
    }

    fn codes(&mut self, operations: &[&Operation], more: &[&[&Code]]) {
        let described = codes_of(operations).into_iter().map(|code| code.id);
        let more = more.iter().copied().flatten().map(|code| code.id);
        let codes: BTreeSet<&str> = described.chain(more).collect();
        let union = Type(codes.into_iter().map(literal).collect());
        let text = "The codes that issues of this version have.".to_owned();
        self.declare("KnownIssueCode", &[text], &Body::Alias(union));
    }
}

/// An operation's input, its answer, and the kinds of its input by the words that tell them.
fn types_of(operation: &Operation) -> Property {
    let holds = |name, about: &str, holds| {
        let about: Vec<String> = Some(about.to_owned()).into_iter().filter(|text| !text.is_empty()).collect();
        Property { comment: comment(&about), name, optional: false, holds }
    };
    let types = pascal(operation.name);
    let kinds = operation.kinds().map(|tagged| {
        let kind = |kind: &'static Variant| {
            holds(kind.value, kind.object.doc.text(), Type::one(kind.object.name.text()))
        };
        Type::one(block(&tagged.variants.iter().map(kind).collect::<Vec<_>>()))
    });
    let own = [
        Some(holds("input", "What it takes.", Type::one(types.clone() + "Input"))),
        Some(holds("answer", "What it answers, decoded.", Type::one(types + "Answer"))),
        kinds.map(|kinds| holds("kinds", "The kinds of its input, by the word that tells them.", kinds)),
    ];
    let own: Vec<Property> = own.into_iter().flatten().collect();
    holds(operation.name, operation.summary.text(), Type::one(block(&own)))
}
