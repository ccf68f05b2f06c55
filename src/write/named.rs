//! What a description calls by a name.

use crate::schema::{Doc, Object, Tagged, Variant};

/// What stands under a name of its own.
#[derive(Clone, Copy)]
pub enum Named {
    /// An object with known keys.
    Object(&'static Object),
    /// A choice of kinds.
    Tagged(&'static Tagged),
    /// One of these kinds.
    Variant(&'static Tagged, &'static Variant),
}

impl Named {
    /// The name.
    pub fn name(self) -> &'static str {
        match self {
            Named::Object(object) => object.name.text(),
            Named::Tagged(tagged) => tagged.name.text(),
            Named::Variant(_, variant) => variant.object.name.text(),
        }
    }

    /// What it is.
    pub fn doc(self) -> Doc {
        match self {
            Named::Object(object) => object.doc,
            Named::Tagged(tagged) => tagged.doc,
            Named::Variant(_, variant) => variant.object.doc,
        }
    }
}
