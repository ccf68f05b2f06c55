//! JSON Schema (draft 2020-12) of a description.
//!
//! It says what can be said of one value or of the keys of one object; rules over
//! several values and rules without a pattern are the validator's alone. Only errors
//! are said: a schema knows no warnings.

#[cfg(test)]
mod agreement;
mod object;
mod value;

use super::json_text::Json;
use super::named::Named;
use crate::schema::{Doc, Shape, TEXT};

/// What references within a schema of its own begin with.
const DEFINITIONS: &str = "#/$defs/";

/// The JSON Schema of a value that is to be sent. Named objects stand in `$defs`.
///
/// ```
/// use interakt_wasm::schema::{Shape, TEXT};
/// use interakt_wasm::write::json_schema;
/// let schema = json_schema(&Shape::Text(&TEXT));
/// assert_eq!(schema, r#"{"$schema":"https://json-schema.org/draft/2020-12/schema","type":"string"}"#);
/// ```
pub fn json_schema(shape: &Shape) -> String {
    let mut schemas = Schemas::new(DEFINITIONS);
    schemas.json.open('{');
    schemas.json.entry("$schema", "https://json-schema.org/draft/2020-12/schema");
    schemas.root(shape);
    if !schemas.named.is_empty() {
        schemas.json.key("$defs");
        schemas.json.open('{');
        schemas.definitions();
        schemas.json.close('}');
    }
    schemas.json.close('}');
    schemas.json.finish()
}

/// Writes schemas, and remembers the named objects that they refer to.
pub struct Schemas {
    /// What has been written.
    pub json: Json,
    /// Whether values come from Interakt: then a list of values is never complete.
    pub answers: bool,
    /// What a reference begins with.
    refs: &'static str,
    /// What has been referred to, and whether it comes from Interakt.
    named: Vec<(Named, bool)>,
}

impl Schemas {
    /// Nothing written yet.
    pub fn new(refs: &'static str) -> Self {
        Schemas { json: Json::default(), answers: false, refs, named: Vec::new() }
    }

    /// A whole schema.
    pub fn schema(&mut self, shape: &Shape) {
        self.json.open('{');
        self.body(shape);
        self.json.close('}');
    }

    /// The named objects that have been referred to, each under its name.
    pub fn definitions(&mut self) {
        let mut next = 0;
        while let Some((named, answers)) = self.named.get(next).copied() {
            next += 1;
            self.answers = answers;
            self.json.key(named.name());
            self.json.open('{');
            self.describe(named.doc());
            match named {
                Named::Object(object) => self.object(object),
                Named::Tagged(tagged) => self.tagged(tagged),
                Named::Variant(tagged, variant) => self.variant(tagged, variant),
            }
            self.json.close('}');
        }
    }

    /// The outermost shape stands in place, named or not.
    fn root(&mut self, shape: &Shape) {
        match shape {
            Shape::Object(object) => {
                self.describe(object.doc);
                self.object(object);
            }
            Shape::Tagged(tagged) => {
                self.describe(tagged.doc);
                self.tagged(tagged);
            }
            _ => self.body(shape),
        }
    }

    fn body(&mut self, shape: &Shape) {
        match shape {
            Shape::Text(text) => self.text(text),
            Shape::Number(number) => self.number(number),
            Shape::Boolean => self.json.entry("type", "boolean"),
            Shape::Choice(choice) => self.choice(choice),
            Shape::List(list) => self.list(list),
            Shape::Object(object) if object.name.text().is_empty() => self.object(object),
            Shape::Object(object) => self.reference(Named::Object(object)),
            Shape::Tagged(tagged) if tagged.name.text().is_empty() => self.tagged(tagged),
            Shape::Tagged(tagged) => self.reference(Named::Tagged(tagged)),
            Shape::Map(map) => self.map(map),
            Shape::Nullable(inner) => self.any_of(&[**inner], r#"{"type":"null"}"#),
            Shape::OneOrMany(list) => self.any_of(&[list.item, Shape::List(list)], ""),
            Shape::Either(shapes) => self.any_of(shapes, ""),
            Shape::Encoded(inner) => self
                .any_of(&[**inner], r#"{"type":"string","contentMediaType":"application/json"}"#),
            // A file is no JSON: nothing is said of its type.
            Shape::File(_) => self.json.entry("contentMediaType", "application/octet-stream"),
            // No schema is written of what webhooks are told.
            Shape::Any | Shape::Unless(_) | Shape::Time => {}
        }
    }

    /// One of the shapes, or of one more schema, if there is one.
    fn any_of(&mut self, shapes: &[Shape], more: &str) {
        self.json.key("anyOf");
        self.json.open('[');
        for shape in shapes {
            self.schema(shape);
        }
        if !more.is_empty() {
            self.json.raw(more);
        }
        self.json.close(']');
    }

    fn reference(&mut self, named: Named) {
        if !self.named.iter().any(|(known, _)| known.name() == named.name()) {
            self.named.push((named, self.answers));
        }
        let mut target = String::from(self.refs);
        target.push_str(named.name());
        self.json.entry("$ref", &target);
    }

    fn describe(&mut self, doc: Doc) {
        if !doc.text().is_empty() {
            self.json.entry("description", doc.text());
        }
    }

    /// That of any string tells nothing.
    fn example(&mut self, example: Doc) {
        if example.text() != TEXT.example.text() {
            self.json.entries("examples", &[example.text()]);
        }
    }
}
