//! The schema of an object: its keys, its forms, its kinds.

use super::DEFINITIONS;
use super::Schemas;
use super::value::is_error;
use crate::schema::{Field, Group, Object, Tagged, Variant};
use crate::write::named::Named;
use crate::write::ways::{Way, emptiable, ways};

/// A kind of a tagged object, where keys are those of one.
type Tag<'a> = Option<(&'a Tagged, &'a Variant)>;

impl Schemas {
    /// An object with these keys alone.
    pub fn fields(&mut self, fields: Vec<&Field>) {
        self.json.open('{');
        self.json.entry("type", "object");
        self.properties(None, &mut fields.into_iter());
        self.json.close('}');
    }

    pub(super) fn tagged(&mut self, tagged: &'static Tagged) {
        self.json.entry("type", "object");
        self.json.entries("required", &[tagged.tag]);
        self.discriminator(tagged);
        self.json.key("oneOf");
        self.json.open('[');
        for variant in tagged.variants {
            self.json.open('{');
            match variant.object.name.text() {
                "" => {
                    self.describe(variant.object.doc);
                    self.variant(tagged, variant);
                }
                _ => self.reference(Named::Variant(tagged, variant)),
            }
            self.json.close('}');
        }
        self.json.close(']');
    }

    /// OpenAPI's word for the key that decides. It can only point to what has a name.
    fn discriminator(&mut self, tagged: &Tagged) {
        let named = tagged.variants.iter().all(|variant| !variant.object.name.text().is_empty());
        if self.refs == DEFINITIONS || !named {
            return;
        }
        self.json.key("discriminator");
        self.json.open('{');
        self.json.entry("propertyName", tagged.tag);
        self.json.key("mapping");
        self.json.open('{');
        for variant in tagged.variants {
            self.json.entry(variant.value, &format!("{}{}", self.refs, variant.object.name.text()));
        }
        self.json.close('}');
        self.json.close('}');
    }

    /// JSON Schema has no such word.
    pub(super) fn object(&mut self, object: &Object) {
        self.keys(&[object.groups], None);
    }

    pub(super) fn variant(&mut self, tagged: &Tagged, variant: &Variant) {
        let object = &variant.object;
        self.keys(&[tagged.common, object.groups], Some((tagged, variant)));
    }

    /// Other keys pass: they are worth a warning, and that one is nearly a known key is not for a
    /// schema to say.
    fn keys(&mut self, groups: &[&'static [&'static Group]], tag: Tag) {
        let groups: Vec<&'static Group> = groups.concat();
        self.json.entry("type", "object");
        self.properties(tag, &mut groups.iter().flat_map(|group| group.fields));
        self.forms(&groups);
    }

    fn properties(&mut self, tag: Tag, fields: &mut dyn Iterator<Item = &Field>) {
        let mut needed = Vec::new();
        self.json.key("properties");
        self.json.open('{');
        if let Some((tagged, variant)) = tag {
            needed.push(tagged.tag);
            self.json.key(tagged.tag);
            self.json.open('{');
            self.json.entry("const", variant.value);
            self.describe(tagged.tag_doc);
            self.json.close('}');
        }
        for field in fields {
            if field.required {
                needed.push(field.name);
            }
            self.field(field);
        }
        self.json.close('}');
        if !needed.is_empty() {
            self.json.entries("required", &needed);
        }
    }

    fn field(&mut self, field: &Field) {
        self.json.key(field.name);
        self.json.open('{');
        match emptiable(&field.shape) {
            Some(_) if field.required => {
                self.body(&field.shape);
                self.json.key("not");
                self.json.raw(r#"{"const":""}"#);
            }
            Some(text) if text.min.is_some() || !text.rules.is_empty() => {
                self.any_of(&[field.shape], r#"{"const":""}"#);
            }
            _ => self.body(&field.shape),
        }
        self.describe(field.doc);
        self.json.close('}');
    }

    fn forms(&mut self, groups: &[&'static Group]) {
        let mut any = false;
        for group in groups {
            let Some(forms) = group.forms.filter(|forms| is_error(forms.source)) else { continue };
            if !any {
                self.json.key("allOf");
                self.json.open('[');
                any = true;
            }
            self.json.open('{');
            self.json.key("anyOf");
            self.json.open('[');
            for way in ways(forms) {
                self.json.open('{');
                self.way(group, &way);
                self.json.close('}');
            }
            self.json.close(']');
            self.json.close('}');
        }
        if any {
            self.json.close(']');
        }
    }

    /// An empty string that counts as absent is neither enough where the key
    /// is needed nor too much where it is banned.
    fn way(&mut self, group: &Group, way: &Way) {
        let can_be_empty = |name: &str| {
            let field = group.fields.iter().find(|field| field.name == name);
            field.is_some_and(|field| emptiable(&field.shape).is_some())
        };
        self.json.entries("required", &way.needed);
        self.json.key("properties");
        self.json.open('{');
        for name in way.needed.iter().filter(|name| can_be_empty(name)) {
            self.json.key(name);
            self.json.raw(r#"{"not":{"const":""}}"#);
        }
        for name in &way.banned {
            self.json.key(name);
            self.json.raw(if can_be_empty(name) { r#"{"const":""}"# } else { "false" });
        }
        self.json.close('}');
    }
}
