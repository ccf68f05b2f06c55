//! The named objects of descriptions, each once.

use super::named::Named;
use crate::schema::{Group, Shape};

impl Named {
    /// The groups of keys of its own.
    pub fn groups(self) -> &'static [&'static Group] {
        match self {
            Named::Object(object) => object.groups,
            Named::Tagged(tagged) => tagged.common,
            Named::Variant(_, variant) => variant.object.groups,
        }
    }
}

/// Every named object that can be reached, in the order in which one meets them.
pub fn named<'a>(shapes: impl IntoIterator<Item = &'a Shape>) -> Vec<Named> {
    let mut found = Vec::new();
    for shape in shapes {
        visit(shape, &mut found);
    }
    found
}

fn visit(shape: &Shape, found: &mut Vec<Named>) {
    match shape {
        Shape::Object(object) => enter(Named::Object(object), found),
        Shape::Tagged(tagged) => enter(Named::Tagged(tagged), found),
        Shape::List(list) | Shape::OneOrMany(list) => visit(&list.item, found),
        Shape::Map(map) => visit(&map.value, found),
        Shape::Nullable(inner) | Shape::Encoded(inner) => visit(inner, found),
        Shape::Unless(unless) => visit(&unless.shape, found),
        Shape::Either(shapes) => shapes.iter().for_each(|shape| visit(shape, found)),
        Shape::Text(_) | Shape::Number(_) | Shape::Boolean | Shape::Choice(_) => {}
        Shape::File(_) | Shape::Any | Shape::Time => {}
    }
}

fn enter(named: Named, found: &mut Vec<Named>) {
    if !named.name().is_empty() {
        if found.iter().any(|known| known.name() == named.name()) {
            return;
        }
        found.push(named);
    }
    for field in named.groups().iter().flat_map(|group| group.fields) {
        visit(&field.shape, found);
    }
    if let Named::Tagged(tagged) = named {
        for variant in tagged.variants {
            enter(Named::Variant(tagged, variant), found);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;
    use crate::api::OPERATIONS;
    use crate::api::webhook::CHANNELS;
    use crate::write::sample;

    fn names(found: &[Named]) -> BTreeSet<&'static str> {
        found.iter().map(|named| named.name()).collect()
    }

    /// What tells a named object from another one of the same name.
    fn face(named: Named) -> String {
        let fields = named.groups().iter().flat_map(|group| group.fields);
        let keys: Vec<_> = fields.map(|field| (field.name, field.required)).collect();
        format!("{} {keys:?}", named.doc().text())
    }

    /// Every named object below a shape, as often as it stands there.
    fn all(shape: &Shape, depth: usize, found: &mut Vec<Named>) {
        let mut here = Vec::new();
        visit(shape, &mut here);
        found.extend(&here);
        if depth == 0 {
            return;
        }
        for field in here.iter().flat_map(|named| named.groups()).flat_map(|group| group.fields) {
            all(&field.shape, depth - 1, found);
        }
    }

    #[test]
    fn named_objects_come_in_the_order_in_which_one_meets_them() {
        let found = named([&sample::OPERATIONS[0].input]);
        let names: Vec<_> = found.iter().map(|named| named.name()).collect();
        assert_eq!(names, ["Thing", "Note", "Tally", "Gift", "Parcel"]);
    }

    #[test]
    fn no_two_objects_have_the_same_name() {
        let mut faces: BTreeMap<&str, String> = BTreeMap::new();
        let shapes = OPERATIONS.iter().flat_map(|operation| [&operation.input, &operation.answer]);
        let payloads = CHANNELS.map(|channel| Shape::Tagged(channel.payload));
        let mut found = Vec::new();
        for shape in shapes.chain(&payloads) {
            all(shape, 2, &mut found);
        }
        for named in found {
            let face = face(named);
            let known = faces.entry(named.name()).or_insert_with(|| face.clone());
            assert_eq!(*known, face, "two objects are called {}", named.name());
        }
    }

    /// The same name would stand for a list of values that is closed here and open there.
    #[test]
    fn no_object_is_both_sent_and_received() {
        let sent = names(&named(OPERATIONS.map(|operation| &operation.input)));
        let payloads = CHANNELS.map(|channel| Shape::Tagged(channel.payload));
        let answers = OPERATIONS.iter().map(|operation| &operation.answer);
        let received = names(&named(answers.chain(&payloads)));
        let both: Vec<_> = sent.intersection(&received).collect();
        assert!(both.is_empty(), "{both:?}");
    }
}
