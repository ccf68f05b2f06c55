//! Ways into a description, for the expressions that the build writes. They are taken when the
//! crate is compiled, where a wrong one is an error.

use crate::schema::{Choice, List, Map, Object, Shape, Tagged, Text, Unless};

macro_rules! ways {
    ($($name:ident: $variant:ident, $of:ty;)*) => {
        $(
            pub(super) const fn $name(shape: &'static Shape) -> &'static $of {
                match shape {
                    Shape::$variant(of) => of,
                    _ => panic!(),
                }
            }
        )*
    };
}

ways! {
    text: Text, Text;
    choice: Choice, Choice;
    object: Object, Object;
    tagged: Tagged, Tagged;
    map: Map, Map;
    unless: Unless, Unless;
    either: Either, [Shape];
}

pub(super) const fn list(shape: &'static Shape) -> &'static List {
    match shape {
        Shape::List(list) | Shape::OneOrMany(list) => list,
        _ => panic!(),
    }
}

pub(super) const fn inner(shape: &'static Shape) -> &'static Shape {
    match shape {
        Shape::Nullable(inner) | Shape::Encoded(inner) => inner,
        _ => panic!(),
    }
}

pub(super) const fn some<T>(of: Option<&'static T>) -> &'static T {
    match of {
        Some(of) => of,
        None => panic!(),
    }
}
