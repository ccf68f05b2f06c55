//! What only the compiler's messages need: types that lead it to the mistake and say what to do.

use super::Types;
use super::body::Body;
use super::layout::{Type, comment};
use crate::schema::{Shape, Tagged};

const ABOUT_CURES: &str = "What a key must not hold beside others: no value has this type. The compiler shows its name where both are given.";

const ABOUT_LISTS: &str = "A list where an object is none of what may stand there.";

const LENGTH: &str = "{\n  /** How many items it has. */\n  readonly length: number;\n}";

impl Types {
    /// The type of a key that is too many beside `others`. It is
    ///
    /// * the only one of its enumeration, so that no text is one;
    /// * a unit, so that the key tells the members of a union apart, as `undefined` alone would;
    /// * an empty text, which is what counts as absent, whatever makes one up.
    pub(super) fn cure(&mut self, others: &[&str]) -> String {
        let name = format!("Drop_this_or_{}", others.join("_and_"));
        self.cures.insert(name.clone());
        name
    }

    /// One of these, or several. Where a key tells the items apart, one of them and a list are told
    /// apart too, each by a key of the other that it lacks: so the compiler looks for a mistake in
    /// the one kind that is meant, and not in the list. It takes both looks: an optional key that
    /// is not written out, because it comes in by a spread, counts as `undefined` with it, and then
    /// the tag alone would stand for the list.
    pub(super) fn one_or_many(&mut self, item: &Shape, one: Type) -> Type {
        let many = one.clone().list();
        let Shape::Tagged(Tagged { tag, .. }) = item else { return one.or(many) };
        self.has_lists = true;
        let one = Type::one(format!("(NoList & {})", one.factor()));
        one.or(Type::one(format!("({} & {{ {tag}?: undefined }})", many.bare())))
    }

    /// A list in the place of plain values. The compiler shows its name where there is an object:
    /// of all that might stand there, a list alone has keys, and so it is taken to be meant.
    pub(super) fn list_beside(&mut self, plain: &[&str], list: Type) -> Type {
        let name = format!("Only_{}_or_list", plain.join("_"));
        self.lists.insert(name.clone(), list);
        Type::one(name)
    }

    /// The declarations of those that are mentioned. Of cures as types only: there are no such
    /// objects.
    pub(super) fn write_mistakes(&mut self) {
        if self.has_lists {
            let none = Type::one("{ [Symbol.iterator]?: undefined }");
            self.declare("NoList", &["What is no list.".to_owned()], &Body::Alias(none));
        }
        for (name, list) in std::mem::take(&mut self.lists) {
            // An intersection, because the compiler shows no other name for an array.
            let named = Type::one(format!("{} & {LENGTH}", list.bare()));
            self.declare(&name, &[ABOUT_LISTS.to_owned()], &Body::Alias(named));
        }
        for name in &self.cures {
            let about = comment(&[ABOUT_CURES.to_owned()]);
            self.out.push_str(&format!(
                "\n{about}declare enum {name} {{\n  Absent = \"\",\n}}\nexport type {{ {name} }};\n"
            ));
        }
    }

    /// What a value without parts is called.
    pub(super) fn plain(shape: &Shape) -> Option<&'static str> {
        match shape {
            Shape::Text(_) => Some("string"),
            Shape::Number(_) => Some("number"),
            Shape::Boolean => Some("boolean"),
            Shape::Nullable(inner) => Self::plain(inner),
            _ => None,
        }
    }
}
