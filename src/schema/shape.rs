//! The language in which `crate::api` says what Interakt accepts and answers.
//!
//! A description is constant data: a [`Shape`] with its limits, each limit with
//! its [`Source`], each field with its documentation. The validator, the request
//! builder, the JSON Schema, the TypeScript types and the rules table all read
//! this one description. Nothing here decides anything.

use super::codes::Code;
use super::doc::{Doc, doc};
use super::found::Found;
use super::params::Params;
use super::source::Source;
use super::verdict::Verdicts;
use super::view::View;

/// A bound and how sure it is.
#[derive(Clone, Copy)]
pub struct Limit {
    /// The bound itself, inclusive.
    pub value: u32,
    /// Where it comes from.
    pub source: Source,
}

/// A bound.
pub const fn limit(value: u32, source: Source) -> Option<Limit> {
    Some(Limit { value, source })
}

/// What a value may be.
#[derive(Clone, Copy)]
pub enum Shape {
    /// A string.
    Text(&'static Text),
    /// A number.
    Number(&'static Number),
    /// `true` or `false`.
    Boolean,
    /// One string of a list.
    Choice(&'static Choice),
    /// An array.
    List(&'static List),
    /// An object with known keys.
    Object(&'static Object),
    /// An object whose other keys depend on the value of one of them.
    Tagged(&'static Tagged),
    /// An object with free keys.
    Map(&'static Map),
    /// The shape, or `null`.
    Nullable(&'static Shape),
    /// One item, or an array of them.
    OneOrMany(&'static List),
    /// The first shape whose JSON type is that of the value.
    Either(&'static [Shape]),
    /// Only in answers: the shape, or a string that holds it as JSON (once or twice encoded).
    Encoded(&'static Shape),
    /// Only in webhooks: a string or `null`, or what the string holds as JSON.
    Unless(&'static Unless),
    /// Only in webhooks: a time, which the wire writes with or without its zone, UTC.
    Time,
    /// A file: in JavaScript a Blob or bytes, here `{ "size": …, "type": … }`.
    File(&'static File),
    /// Any JSON value.
    Any,
}

/// A string. Lengths count Unicode code points.
pub struct Text {
    /// Least length. Without one, the empty string is fine.
    pub min: Option<Limit>,
    /// Greatest length.
    pub max: Option<Limit>,
    /// What else must hold, in order; the first broken error ends the list.
    pub rules: &'static [&'static TextRule],
    /// What holds of the whole; not asked when one of the rules finds an error.
    pub verdicts: Option<&'static Verdicts>,
    /// An empty string counts as absent. In the way of [`Forms`] that is used it is an error all the
    /// same: there a key that lacks its text is missed.
    pub empty_is_absent: bool,
    /// A string that passes every rule.
    pub example: Doc,
}

/// Any string.
pub const TEXT: Text = Text {
    min: None,
    max: None,
    rules: &[],
    verdicts: None,
    empty_is_absent: false,
    example: doc("text"),
};

/// A rule about the characters of a string.
pub struct TextRule {
    /// What is reported.
    pub code: &'static Code,
    /// How sure it is.
    pub source: Source,
    /// Whether the string keeps the rule. May add parameters for the message.
    pub holds: fn(&str, &mut Params) -> bool,
    /// The same as a regular expression (ECMA 262, `u` flag), for JSON Schema; empty: there is none.
    pub pattern: Doc,
    /// The rule in words.
    pub doc: Doc,
}

/// A number. Bounds are whole numbers.
pub struct Number {
    /// No fraction.
    pub integer: bool,
    /// Least value, inclusive.
    pub min: Option<Bound>,
    /// Greatest value, inclusive.
    pub max: Option<Bound>,
}

/// Any number.
pub const NUMBER: Number = Number { integer: false, min: None, max: None };

/// A bound of a number, which may be negative.
#[derive(Clone, Copy)]
pub struct Bound {
    /// The bound itself, inclusive.
    pub value: i32,
    /// Where it comes from.
    pub source: Source,
}

/// A bound of a number.
pub const fn bound(value: i32, source: Source) -> Option<Bound> {
    Some(Bound { value, source })
}

/// One string of a list.
pub struct Choice {
    /// The values, in the wire's spelling.
    pub values: &'static [Value],
    /// How sure it is that there are no others.
    pub closed: Source,
    /// Letters count the same in either case.
    pub ignore_case: bool,
    /// What a value that is not listed must keep all the same.
    pub rules: &'static [&'static TextRule],
    /// What is reported for a value that is not listed.
    pub unlisted: &'static Code,
}

/// A value of a [`Choice`].
pub struct Value {
    /// In the wire's spelling.
    pub value: &'static str,
    /// How sure it is that the value works: a [`Source::Seen`] one gets a warning.
    pub source: Source,
    /// What it means.
    pub doc: Doc,
}

/// A documented value.
pub const fn value(value: &'static str, text: &'static str) -> Value {
    Value { value, source: Source::Documented, doc: doc(text) }
}

impl Value {
    /// The same value, as sure as this.
    pub const fn from(self, source: Source) -> Value {
        Value { source, ..self }
    }
}

/// An array.
pub struct List {
    /// What each item is.
    pub item: Shape,
    /// Fewest items.
    pub min: Option<Limit>,
    /// Most items.
    pub max: Option<Limit>,
    /// What must hold of the items together.
    pub rules: &'static [&'static Rule],
}

/// A rule that needs more than one value.
pub struct Rule {
    /// What is reported.
    pub code: &'static Code,
    /// How sure it is.
    pub source: Source,
    /// Adds one finding for each place where the rule is broken. Values of the
    /// wrong type are somebody else's finding: here they are passed over.
    pub check: fn(View, &mut Found),
    /// The rule in words.
    pub doc: Doc,
}

/// Some keys that occur together, and what must hold between them.
pub struct Group {
    /// The keys, in the order in which issues are reported.
    pub fields: &'static [Field],
    /// Ways to fill the group, where there are several.
    pub forms: Option<&'static Forms>,
    /// Rules over the whole object.
    pub rules: &'static [&'static Rule],
    /// Rules over the whole object that one look tells apart.
    pub verdicts: Option<&'static Verdicts>,
}

/// An empty group.
pub const GROUP: Group = Group { fields: &[], forms: None, rules: &[], verdicts: None };

/// One key of an object.
pub struct Field {
    /// The wire's own spelling.
    pub name: &'static str,
    /// Whether it must be there.
    pub required: bool,
    /// Where a request carries it.
    pub place: Place,
    /// What it holds.
    pub shape: Shape,
    /// What it is for, its unit, an example.
    pub doc: Doc,
}

/// Where a request carries a field of an operation's input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the body.
    Body,
    /// In the query, under the same name.
    Query,
    /// In the path, for `{name}`.
    Path,
    /// Nowhere: it only helps to check the others.
    Unsent,
}

/// Ways to fill a group: each is a set of keys that go together.
pub struct Forms {
    /// Name of its TypeScript type; empty: written in place.
    pub name: Doc,
    /// The keys of each way. Keys of two ways never occur together, except as `beside` says.
    pub ways: &'static [&'static [&'static str]],
    /// Keys of a way that may also stand beside another one.
    pub beside: &'static [&'static str],
    /// Reported at the object when no way is begun; `None`: that is fine.
    pub missing: Option<&'static Code>,
    /// Reported when two ways are begun, at the first key of the one that lacks something, which is
    /// its parameter `drop`, or at that of the second.
    pub both: &'static Code,
    /// How sure the rule is.
    pub source: Source,
}

/// An object with known keys.
pub struct Object {
    /// Name of its TypeScript type; empty: written in place.
    pub name: Doc,
    /// What it is.
    pub doc: Doc,
    /// Its keys.
    pub groups: &'static [&'static Group],
    /// Other keys pass untouched (answers); otherwise they are warnings, and errors where one is
    /// nearly a known key that is not there.
    pub open: bool,
}

/// An object whose other keys depend on the value of one of them.
#[derive(Clone, Copy)]
pub struct Tagged {
    /// Name of its TypeScript type.
    pub name: Doc,
    /// What it is.
    pub doc: Doc,
    /// The key that decides.
    pub tag: &'static str,
    /// What the key is for.
    pub tag_doc: Doc,
    /// Keys of every variant.
    pub common: &'static [&'static Group],
    /// The variants.
    pub variants: &'static [Variant],
}

impl Tagged {
    /// The same with one of its kinds alone.
    pub const fn only(&self, kind: usize) -> Tagged {
        let variants = match self.variants.split_at_checked(kind) {
            Some((_, [only, ..])) => std::slice::from_ref(only),
            _ => &[],
        };
        Tagged { variants, ..*self }
    }
}

/// One kind of a [`Tagged`].
pub struct Variant {
    /// The value of the tag, in the wire's spelling.
    pub value: &'static str,
    /// Its keys beside the common ones. Its name is that of the whole variant's type.
    pub object: Object,
}

/// A kind with these keys beside the common ones: tag, name of the type, keys, documentation.
pub const fn variant(
    value: &'static str,
    name: &'static str,
    groups: &'static [&'static Group],
    text: &'static str,
) -> Variant {
    Variant { value, object: Object { name: doc(name), doc: doc(text), groups, open: false } }
}

/// A string that may hold JSON, of which another key of the same object says whether it does.
pub struct Unless {
    /// The other key.
    pub key: &'static str,
    /// Its value beside a string that is taken as it comes. Any other makes `None` to `null`.
    pub value: &'static str,
    /// How its values begin beside a string that holds JSON. Without the key, each may.
    pub coded: &'static [&'static str],
    /// What the string holds.
    pub shape: Shape,
}

/// An object with free keys.
pub struct Map {
    /// What a key must be.
    pub key: Option<&'static TextRule>,
    /// What each value is.
    pub value: Shape,
    /// An example key.
    pub example: Doc,
}

/// A file to upload.
pub struct File {
    /// What may be uploaded; a file of a kind that is not listed gets a warning.
    pub kinds: &'static [&'static FileKind],
}

/// A kind of file and how large it may be.
pub struct FileKind {
    /// `image`, `audio`: also a parameter of messages.
    pub name: &'static str,
    /// MIME types.
    pub types: &'static [&'static str],
    /// Endings of file names, without the dot.
    pub extensions: &'static [&'static str],
    /// Greatest size in bytes.
    pub max_bytes: u32,
}
