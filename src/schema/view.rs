//! A look into JSON text that has been read.

use std::borrow::Cow;

use super::document::Document;
use super::kind::Kind;
use super::scalar;
use super::scan::same;
use super::tape::Entry;

/// A JSON value: a place on the tape of a [`Document`].
///
/// Nothing is allocated but for strings with escapes. A look for something that is not there, or of
/// another type, is `None` or empty.
///
/// ```
/// use interakt_wasm::schema::Document;
/// let order = Document::parse(r#"{"items":[{"name":"Cake"}],"total":2.5}"#).unwrap();
/// let order = order.root();
/// assert_eq!(order.number("total"), Some(2.5));
/// assert_eq!(order.get("items").unwrap().items().next().unwrap().text("name").unwrap(), "Cake");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    document: &'a Document<'a>,
    place: u32,
}

/// What nothing is a view of.
struct Nothing(Document<'static>);
static NOTHING: Nothing = Nothing(Document::empty());

impl Default for View<'_> {
    /// A view of nothing.
    fn default() -> Self {
        View { document: &NOTHING.0, place: 0 }
    }
}

impl PartialEq for View<'_> {
    /// Whether the texts are the same.
    fn eq(&self, other: &Self) -> bool {
        self.json() == other.json()
    }
}

impl<'a> View<'a> {
    #[inline(always)]
    fn entry(self) -> &'a Entry {
        self.document.entry(self.place)
    }

    /// Where it stands on the tape.
    #[inline(always)]
    pub(super) fn place(self) -> u32 {
        self.place
    }

    /// The place behind it and all that is in it.
    #[cfg(any(feature = "webhooks", feature = "bulk"))]
    pub(super) fn behind(self) -> u32 {
        self.entry().next
    }

    /// What stands at another place of the same tape.
    #[cfg(any(feature = "webhooks", feature = "bulk"))]
    pub(super) fn beside(self, place: u32) -> View<'a> {
        View { place, ..self }
    }

    /// Where its text begins in the whole, in bytes.
    pub(super) fn start(self) -> usize {
        self.entry().start as usize
    }

    /// The text itself.
    pub fn json(self) -> &'a str {
        let entry = self.entry();
        self.document.text(entry.start, entry.end)
    }

    /// The JSON type.
    #[inline(always)]
    pub fn kind(self) -> Kind {
        self.entry().kind
    }

    /// The value of `key`, when this is an object that has it. Of several, the
    /// last counts, as in `JSON.parse`.
    #[cfg_attr(speed, optimize(speed))]
    pub fn get(self, key: &str) -> Option<View<'a>> {
        let mut found = None;
        if self.is_object() {
            for (name, value) in self.pieces() {
                if name.is(key) {
                    found = Some(value);
                }
            }
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

    /// The string that this is; `None` for another type, and for half of a character
    /// outside the basic plane, which JSON can carry and Unicode cannot.
    #[cfg_attr(speed, optimize(speed))]
    #[cfg_attr(target_feature = "simd128", inline(always))]
    pub fn as_text(self) -> Option<Cow<'a, str>> {
        if self.kind() != Kind::Text {
            None
        } else if self.entry().escaped {
            scalar::unescape(self.inside()).map(Cow::Owned)
        } else {
            Some(Cow::Borrowed(self.inside()))
        }
    }

    /// What stands between the quotes of a string, escaped as it is; empty for anything else.
    #[cfg_attr(speed, optimize(speed))]
    pub(crate) fn inside(self) -> &'a str {
        let entry = self.entry();
        match entry.kind {
            Kind::Text => {
                self.document.text(entry.start.wrapping_add(1), entry.end.wrapping_sub(1))
            }
            _ => "",
        }
    }

    /// What stands between the quotes of a string, as bytes.
    #[inline(always)]
    fn bytes(self) -> &'a [u8] {
        let entry = self.entry();
        self.document.bytes(entry.start.wrapping_add(1), entry.end.wrapping_sub(1))
    }

    /// What stands between the quotes of a string without a backslash, as bytes.
    #[inline(always)]
    pub(super) fn plain(self) -> Option<&'a [u8]> {
        if self.entry().escaped { None } else { Some(self.bytes()) }
    }

    /// The number that this is, if an `f64` can hold it.
    pub fn as_number(self) -> Option<f64> {
        if self.kind() == Kind::Number { scalar::number(self.json()) } else { None }
    }

    /// Whether this is `null`.
    #[inline]
    pub fn is_null(self) -> bool {
        self.kind() == Kind::Null
    }

    /// Whether this is an object.
    #[inline(always)]
    pub fn is_object(self) -> bool {
        self.kind() == Kind::Object
    }

    /// How many items this has, when it is an array.
    pub fn count(self) -> Option<usize> {
        (self.kind() == Kind::List).then(|| self.pieces().count())
    }

    /// The items, when this is an array.
    pub fn items(self) -> impl Iterator<Item = View<'a>> {
        let pieces = if self.kind() == Kind::List { self.pieces() } else { Pieces::NONE };
        pieces.map(|(_, item)| item)
    }

    /// The only item of an array, or the only value of an object.
    pub fn only(self) -> Option<View<'a>> {
        let mut pieces = self.pieces();
        let (_, first) = pieces.next()?;
        pieces.next().is_none().then_some(first)
    }

    /// The keys and values, when this is an object. A key that is no text in Unicode is left out.
    pub fn entries(self) -> impl Iterator<Item = (Cow<'a, str>, View<'a>)> {
        let pieces = if self.is_object() { self.pieces() } else { Pieces::NONE };
        pieces.filter_map(|(key, value)| Some((key.as_text()?, value)))
    }

    /// Whether this is the string `text`.
    #[inline(always)]
    pub(super) fn is(self, text: &str) -> bool {
        let Entry { start, end, escaped, .. } = *self.entry();
        if escaped {
            return self.as_text().is_some_and(|own| own == text);
        }
        // The length is looked at first: it tells most keys apart.
        end.wrapping_sub(start) as usize == text.len().wrapping_add(2)
            && same(self.bytes(), text.as_bytes())
    }

    /// The keys and values of an object, or the items of an array, each behind an empty key.
    #[inline(always)]
    pub(crate) fn pieces(self) -> Pieces<'a> {
        let Entry { next, kind, .. } = *self.entry();
        let keyed = kind == Kind::Object;
        let at = if keyed || kind == Kind::List { self.place.wrapping_add(1) } else { next };
        Pieces { document: self.document, at, end: next, keyed }
    }
}

impl Document<'_> {
    /// The value.
    pub fn root(&self) -> View<'_> {
        self.at(0)
    }

    /// What stands at a place of the tape.
    pub(super) fn at(&self, place: u32) -> View<'_> {
        View { document: self, place }
    }
}

/// What stands in an object or an array, one after the other.
#[derive(Clone, Copy)]
pub(crate) struct Pieces<'a> {
    document: &'a Document<'a>,
    at: u32,
    end: u32,
    keyed: bool,
}

impl Pieces<'_> {
    const NONE: Self = Pieces { document: &NOTHING.0, at: 0, end: 0, keyed: false };
}

impl<'a> Iterator for Pieces<'a> {
    type Item = (View<'a>, View<'a>);

    #[inline(always)]
    fn next(&mut self) -> Option<Self::Item> {
        if self.at >= self.end {
            return None;
        }
        let mut key = View::default();
        if self.keyed {
            key = self.document.at(self.at);
            self.at = self.at.wrapping_add(1);
        }
        let value = self.document.at(self.at);
        self.at = value.entry().next;
        Some((key, value))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Document<'_> {
        Document::parse(json).unwrap_or_else(|| panic!("{json} is JSON"))
    }

    #[test]
    fn goes_along_objects_and_arrays() {
        let document =
            read(r#" { "a" : [ 1 , {"b":"}]"} ] ,"c\u0064":"\\\"," , "e":null,"f":{}} "#);
        let object = document.root();
        let entries: Vec<_> =
            object.entries().map(|(key, value)| (key.into_owned(), value.json())).collect();
        assert_eq!(
            entries,
            [
                ("a".to_owned(), r#"[ 1 , {"b":"}]"} ]"#),
                ("cd".to_owned(), r#""\\\",""#),
                ("e".to_owned(), "null"),
                ("f".to_owned(), "{}"),
            ]
        );
        let items: Vec<_> = object.get("a").unwrap().items().map(View::json).collect();
        assert_eq!(items, ["1", r#"{"b":"}]"}"#]);
        assert_eq!(object.text("cd").unwrap(), "\\\",");
        assert_eq!(read("[[],[[]],-1.5e3]").root().count(), Some(3));
    }

    #[test]
    fn looks_for_what_is_not_there_in_vain() {
        let document = read(r#"{"a":1}"#);
        let object = document.root();
        assert_eq!(object.get("b"), None);
        assert_eq!(object.text("a"), None);
        assert_eq!(object.count(), None);
        assert_eq!(object.items().count(), 0);
        for json in ["[1]", r#""a""#, "1"] {
            assert_eq!(read(json).root().entries().count(), 0);
        }
        assert_eq!(read("1e400").root().as_number(), None);
        let nothing = View::default();
        assert_eq!((nothing.json(), nothing.pieces().count()), ("", 0));
    }

    #[test]
    fn an_only_value_has_none_beside_it() {
        for (json, only) in [
            ("[7]", Some("7")),
            (r#"{"a":7}"#, Some("7")),
            ("[1,2]", None),
            ("[]", None),
            ("7", None),
        ] {
            assert_eq!(read(json).root().only().map(View::json), only, "{json}");
        }
    }

    #[test]
    fn of_several_values_of_a_key_the_last_counts() {
        assert_eq!(read(r#"{"a":1,"\u0061":2}"#).root().number("a"), Some(2.0));
    }
}
