//! Plain values, as they are handed to JavaScript.

use std::borrow::Cow;

use serde::ser::{Serialize, SerializeMap, Serializer};

/// A value of JSON. All that leaves the crate goes through it: a serializer is
/// copied for every type that it takes, and so it is copied once.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A whole number that an `f64` can hold.
    Number(i64),
    /// A string.
    Text(Cow<'a, str>),
    /// An array.
    List(Vec<Plain<'a>>),
    /// An object.
    Object(Vec<(&'a str, Plain<'a>)>),
}

impl<'a> Plain<'a> {
    /// An object with these keys.
    pub fn object<const N: usize>(entries: [(&'a str, Plain<'a>); N]) -> Self {
        Plain::Object(entries.into())
    }

    /// An array of what each item becomes.
    pub fn list<T>(items: &'a [T], plain: fn(&'a T) -> Plain<'a>) -> Self {
        Plain::List(items.iter().map(plain).collect())
    }
}

impl<'a> From<&'a str> for Plain<'a> {
    fn from(text: &'a str) -> Self {
        Plain::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Option<&'a str>> for Plain<'a> {
    fn from(text: Option<&'a str>) -> Self {
        text.map_or(Plain::Null, Plain::from)
    }
}

impl Serialize for Plain<'_> {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        match self {
            Plain::Null => s.serialize_unit(),
            Plain::Boolean(value) => s.serialize_bool(*value),
            // Not as i64: for that serde-wasm-bindgen brings 2 KB of formatting.
            Plain::Number(number) => match i32::try_from(*number) {
                Ok(number) => s.serialize_i32(number),
                Err(_) => s.serialize_f64(*number as f64),
            },
            Plain::Text(text) => s.serialize_str(text),
            Plain::List(items) => s.collect_seq(items),
            Plain::Object(entries) => {
                // A map, not a struct: for struct keys serde-wasm-bindgen brings a hash table along.
                let mut object = s.serialize_map(Some(entries.len()))?;
                for (key, value) in entries {
                    object.serialize_entry(key, value)?;
                }
                object.end()
            }
        }
    }
}
