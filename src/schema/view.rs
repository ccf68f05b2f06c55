//! A look into JSON text.
//!
//! The text has been checked once, as a whole, by `serde_json`; here it is only
//! cut along its brackets and commas, in place. (`serde_json`'s `RawValue` does
//! the same, but its messages for wrong types bring 30 KB of float formatting,
//! and its numbers a table of 2 KB that no compression shrinks.)

use std::borrow::Cow;

use serde::de::IgnoredAny;

use super::scalar;

/// The JSON types.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    List,
    /// An object.
    Object,
}

impl Kind {
    /// As messages say it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Null => "null",
            Kind::Boolean => "a boolean",
            Kind::Number => "a number",
            Kind::Text => "a string",
            Kind::List => "an array",
            Kind::Object => "an object",
        }
    }
}

/// A JSON value as the text that it stands in.
///
/// Every look reads the text again: nothing is allocated but what is returned.
/// A look for something that is not there, or of another type, is `None` or empty.
///
/// ```
/// use interakt_wasm::schema::View;
/// let order = View::parse(r#"{"items":[{"name":"Cake"}],"total":2.5}"#).unwrap();
/// assert_eq!(order.number("total"), Some(2.5));
/// assert_eq!(order.get("items").unwrap().items()[0].text("name").unwrap(), "Cake");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct View<'a> {
    json: &'a str,
    /// Its pieces, where somebody has cut it already: rules look several times.
    cut: Option<&'a Vec<(View<'a>, View<'a>)>>,
}

impl<'a> View<'a> {
    pub(crate) const fn of(json: &'a str) -> Self {
        View { json, cut: None }
    }

    /// The same value, with the pieces that it was cut into.
    pub(super) fn with(self, cut: &'a Vec<(View<'a>, View<'a>)>) -> Self {
        View { cut: Some(cut), ..self }
    }

    /// Looks into a text, if it is one JSON value and nothing else.
    pub fn parse(json: &'a str) -> Option<Self> {
        serde_json::from_str::<IgnoredAny>(json).ok()?;
        Some(View::of(json.trim_matches([' ', '\t', '\n', '\r'])))
    }

    /// The text itself.
    pub fn json(self) -> &'a str {
        self.json
    }

    /// The JSON type, told by the first character.
    pub fn kind(self) -> Kind {
        match self.json.bytes().next() {
            Some(b'"') => Kind::Text,
            Some(b'{') => Kind::Object,
            Some(b'[') => Kind::List,
            Some(b't' | b'f') => Kind::Boolean,
            Some(b'n') => Kind::Null,
            _ => Kind::Number,
        }
    }

    /// The value of `key`, when this is an object that has it. Of several, the
    /// last counts, as in `JSON.parse`.
    pub fn get(self, key: &str) -> Option<View<'a>> {
        let mut found = None;
        let look = |(name, value): (View<'a>, View<'a>)| {
            if name.is(key) {
                found = Some(value);
            }
        };
        match self.cut {
            Some(cut) => cut.iter().copied().for_each(look),
            None => self.pieces().for_each(look),
        }
        found
    }

    /// The value at the end of a path of keys.
    pub fn at(self, path: &[&str]) -> Option<View<'a>> {
        path.iter().try_fold(self, |view, key| view.get(key))
    }

    /// The string under `key`.
    pub fn text(self, key: &str) -> Option<Cow<'a, str>> {
        self.get(key)?.as_text()
    }

    /// The number under `key`.
    pub fn number(self, key: &str) -> Option<f64> {
        self.get(key)?.as_number()
    }

    /// The string that this is.
    pub fn as_text(self) -> Option<Cow<'a, str>> {
        scalar::text(self.json)
    }

    /// What stands between the quotes of a string, escaped as it is; empty for anything else.
    pub(crate) fn inside(self) -> &'a str {
        match self.json.strip_prefix('"') {
            Some(inside) => inside.get(..inside.len() - 1).unwrap_or_default(),
            None => "",
        }
    }

    /// The number that this is, if an `f64` can hold it.
    pub fn as_number(self) -> Option<f64> {
        scalar::number(self.json)
    }

    /// Whether this is `null`.
    pub fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    /// Whether this is an object.
    pub fn is_object(self) -> bool {
        self.kind() == Kind::Object
    }

    /// How many items this has, when it is an array.
    pub fn count(self) -> Option<usize> {
        (self.kind() == Kind::List).then(|| self.pieces().count())
    }

    /// The items, when this is an array.
    pub fn items(self) -> Vec<View<'a>> {
        match self.kind() {
            Kind::List => self.pieces().map(|(_, item)| item).collect(),
            _ => Vec::new(),
        }
    }

    /// The keys and values, when this is an object.
    pub fn entries(self) -> Vec<(Cow<'a, str>, View<'a>)> {
        let entry = |(key, value): (View<'a>, View<'a>)| Some((key.as_text()?, value));
        self.pieces().filter_map(entry).collect()
    }

    /// Whether this is the string `text`.
    pub(super) fn is(self, text: &str) -> bool {
        let (own, text) = (self.json.as_bytes(), text.as_bytes());
        // The length is looked at first: it tells most keys apart.
        own.len() == text.len() + 2 && own.get(1..own.len() - 1) == Some(text)
            || own.contains(&b'\\') && self.as_text().is_some_and(|own| own.as_bytes() == text)
    }

    /// The keys and values of an object, or the items of an array, each behind an empty key.
    pub(crate) fn pieces(self) -> Pieces<'a> {
        let keyed = self.is_object();
        let inside = if keyed || self.kind() == Kind::List { 1 } else { self.json.len() };
        Pieces { text: self.json, at: inside, keyed }
    }
}

/// What stands in an object or an array, one after the other.
pub(crate) struct Pieces<'a> {
    text: &'a str,
    at: usize,
    keyed: bool,
}

impl<'a> Iterator for Pieces<'a> {
    type Item = (View<'a>, View<'a>);

    fn next(&mut self) -> Option<Self::Item> {
        let key = if self.keyed { self.value()? } else { View::of("") };
        Some((key, self.value()?))
    }
}

impl<'a> Pieces<'a> {
    /// The next value, past white space, commas and colons.
    fn value(&mut self) -> Option<View<'a>> {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        while matches!(bytes.get(at)?, b' ' | b'\t' | b'\n' | b'\r' | b',' | b':') {
            at += 1;
        }
        let start = at;
        let mut depth = 0;
        loop {
            match bytes.get(at)? {
                b'"' => at = end_of_string(bytes, at)?,
                b'{' | b'[' => {
                    depth += 1;
                    at += 1;
                    continue;
                }
                b'}' | b']' if depth == 0 => break, // of the object or array around
                b'}' | b']' => {
                    depth -= 1;
                    at += 1;
                }
                b',' | b' ' | b'\t' | b'\n' | b'\r' if depth == 0 => break,
                _ => {
                    at += 1;
                    continue; // a letter or digit of a scalar, or anything inside
                }
            }
            if depth == 0 {
                break;
            }
        }
        self.at = at;
        let value = self.text.get(start..at)?;
        (!value.is_empty()).then_some(View::of(value))
    }
}

/// Behind the closing quote of the string that begins at `start`.
pub(super) fn end_of_string(bytes: &[u8], start: usize) -> Option<usize> {
    let mut at = start + 1;
    loop {
        match bytes.get(at)? {
            b'"' => return Some(at + 1),
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(json: &str) -> View<'_> {
        View::parse(json).unwrap_or_else(|| panic!("{json} is JSON"))
    }

    #[test]
    fn cuts_objects_and_arrays_along_their_commas() {
        let object = view(r#" { "a" : [ 1 , {"b":"}]"} ] ,"c\u0064":"\\\"," , "e":null,"f":{}} "#);
        let entries: Vec<_> = object
            .entries()
            .into_iter()
            .map(|(key, value)| (key.into_owned(), value.json()))
            .collect();
        assert_eq!(
            entries,
            [
                ("a".to_owned(), r#"[ 1 , {"b":"}]"} ]"#),
                ("cd".to_owned(), r#""\\\",""#),
                ("e".to_owned(), "null"),
                ("f".to_owned(), "{}"),
            ]
        );
        let items: Vec<_> = object.get("a").unwrap().items().into_iter().map(View::json).collect();
        assert_eq!(items, ["1", r#"{"b":"}]"}"#]);
        assert_eq!(object.text("cd").unwrap(), "\\\",");
        assert_eq!(view("[[],[[]],-1.5e3]").count(), Some(3));
    }

    #[test]
    fn looks_for_what_is_not_there_in_vain() {
        let object = view(r#"{"a":1}"#);
        assert_eq!(object.get("b"), None);
        assert_eq!(object.text("a"), None);
        assert_eq!(object.count(), None);
        assert!(object.items().is_empty());
        assert!(view("[1]").entries().is_empty());
        assert!(view(r#""a""#).entries().is_empty());
        assert_eq!(view("1e400").as_number(), None);
    }

    #[test]
    fn takes_only_one_whole_value() {
        for json in ["", "{", "[1,]", "1 2", "{\"a\"}", "nul", "'a'", "\u{a0}1"] {
            assert_eq!(View::parse(json), None, "{json}");
        }
    }
}
