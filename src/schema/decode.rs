//! Takes JSON out of the strings in which an answer hides it.

use std::borrow::Cow;

use super::keys::Keys;
use super::leaf;
use super::shape::{List, Shape, Unless};
use super::time::zone;
use super::view::{Kind, View};

/// The same JSON text with every string decoded that the description calls
/// [`Shape::Encoded`], and every [`Shape::Time`] with its zone.
///
/// A string changes only when it holds JSON of the described type, encoded once
/// or twice; the empty object in place of a list becomes the empty list, and
/// Python's `None` becomes `null`. All other text stays byte for byte: unknown
/// keys, large numbers, white space.
pub fn decode<'a>(shape: &Shape, json: &'a str) -> Cow<'a, str> {
    let mut decoding = Decoding { json, decoded: String::new(), copied: 0 };
    if let Some(value) = View::parse(json) {
        decoding.find(shape, value);
    }
    if decoding.copied == 0 {
        return Cow::Borrowed(json);
    }
    decoding.copy_until(json.len());
    Cow::Owned(decoding.decoded)
}

/// Python's word for nothing, as JSON has it.
const NONE: &str = "\"None\"";

/// A text of which the beginning is decoded.
struct Decoding<'a> {
    json: &'a str,
    decoded: String,
    /// How far it has come.
    copied: usize,
}

impl<'a> Decoding<'a> {
    fn copy_until(&mut self, end: usize) {
        self.decoded.push_str(self.json.get(self.copied..end).unwrap_or_default());
        self.copied = end;
    }

    /// Where a part of the text begins.
    fn start(&self, part: &str) -> usize {
        // A view never copies: its text lies within `json`.
        part.as_ptr() as usize - self.json.as_ptr() as usize
    }

    /// Puts a text in place of a value, which stands behind all that was decoded before.
    fn put(&mut self, value: View<'a>, text: &str) {
        self.copy_until(self.start(value.json()));
        self.decoded.push_str(text);
        self.copied += value.json().len();
    }

    fn find(&mut self, shape: &Shape, value: View<'a>) {
        let kind = value.kind();
        match *shape {
            Shape::Encoded(inner) if kind == Kind::Text => self.unpack(inner, value),
            Shape::Nullable(Shape::Encoded(_)) if value.json() == NONE => self.put(value, "null"),
            Shape::Encoded(inner) | Shape::Nullable(inner) => self.find(inner, value),
            Shape::Time => self.complete(value),
            Shape::Either(shapes) => {
                for shape in shapes {
                    let encoded = matches!(shape, Shape::Encoded(_)) && kind == Kind::Text;
                    if encoded || leaf::resolve(shape, kind).is_some() {
                        return self.find(shape, value);
                    }
                }
            }
            Shape::OneOrMany(list) if kind != Kind::List => self.find(&list.item, value),
            Shape::List(List { item, .. }) | Shape::OneOrMany(List { item, .. })
                if kind == Kind::List =>
            {
                self.find_in_all(item, value);
            }
            Shape::Map(map) if kind == Kind::Object => self.find_in_all(&map.value, value),
            Shape::Object(_) | Shape::Tagged(_) => self.find_in_keys(shape, value),
            _ => {}
        }
    }

    fn find_in_all(&mut self, shape: &Shape, value: View<'a>) {
        for (_, item) in value.pieces() {
            self.find(shape, item);
        }
    }

    fn find_in_keys(&mut self, shape: &Shape, object: View<'a>) {
        let keys = keys_of(shape, object);
        // Looked up once: whoever repeats a key must not make each look at all of the object.
        let mut beside = None;
        for (name, value) in object.pieces() {
            match keys.list.iter().find(|key| name.is(key.name)).map(|key| key.shape) {
                Some(Shape::Unless(unless)) => {
                    let beside = *beside
                        .get_or_insert_with(|| object.get(unless.key).map_or("", View::inside));
                    self.unpack_unless(unless, beside, value);
                }
                Some(shape) => self.find(&shape, value),
                None => {}
            }
        }
    }

    /// Decodes a string as far as what stands beside it, under the other key, allows.
    fn unpack_unless(&mut self, unless: &Unless, beside: &str, value: View<'a>) {
        if beside == unless.value {
            return;
        }
        if value.json() == NONE {
            return self.put(value, "null");
        }
        if beside.is_empty() || unless.coded.iter().any(|start| beside.starts_with(start)) {
            self.unpack(&unless.shape, value);
        }
    }

    /// Takes JSON of the type that `shape` wants out of a string, encoded once or twice.
    fn unpack(&mut self, shape: &Shape, value: View<'a>) {
        let mut held = value.as_text();
        for _ in 0..2 {
            let Some(text) = held else { return };
            let Some(inner) = View::parse(&text) else { return };
            if let Some(decoded) = fit(shape, inner) {
                return self.put(value, &decoded);
            }
            held = inner.as_text().map(|text| Cow::Owned(text.into_owned()));
        }
    }

    /// Gives a time its `T` and its zone.
    fn complete(&mut self, value: View<'a>) {
        let text = value.inside();
        let Some(zone) = zone(text) else { return };
        let start = self.start(text);
        self.copy_until(start + 10);
        self.decoded.push('T');
        self.copied += 1;
        self.copy_until(start + text.len());
        if zone.is_empty() {
            self.decoded.push('Z');
        }
    }
}

/// The keys of an object; none for any other shape.
fn keys_of(shape: &Shape, object: View) -> Keys {
    match *shape {
        Shape::Object(object) => Keys::of(object),
        Shape::Tagged(tagged) => Keys::of_tagged(tagged, object.text(tagged.tag).as_deref()),
        _ => Keys::of(const { &open!(&[]) }),
    }
}

/// The value, decoded, when it is of the type that `shape` wants.
fn fit(shape: &Shape, value: View) -> Option<String> {
    let kind = value.kind();
    let fits = |shape| !matches!(shape, Shape::Tagged(_)) || is_known(&shape, value);
    if leaf::resolve(shape, kind).is_some_and(fits) {
        return Some(decode(shape, value.json()).into_owned());
    }
    let empty = kind == Kind::Object && value.pieces().next().is_none();
    (empty && leaf::resolve(shape, Kind::List).is_some()).then(|| "[]".to_owned())
}

/// Whether this is a kind that the description knows, where there are kinds, with all that it must
/// have.
pub(crate) fn is_known(shape: &Shape, value: View) -> bool {
    let keys = keys_of(shape, value);
    for key in &keys.list {
        if !key.required {
            continue;
        }
        let Some(value) = value.get(key.name) else { return false };
        match leaf::resolve(&key.shape, value.kind()) {
            Some(shape) if is_known(&shape, value) => {}
            _ => return false,
        }
    }
    keys.known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{GROUP, Group, NUMBER, Object, TEXT};

    const TEXTS: Shape = Shape::List(&list!(Shape::Text(&TEXT)));
    static CARD: Object =
        open!(&[&Group { fields: &[optional!("texts", Shape::Encoded(&TEXTS), "")], ..GROUP }]);
    const CARDS: Shape = Shape::List(&list!(Shape::Object(&CARD)));
    static CONTENT: Unless =
        Unless { key: "kind", value: "Text", coded: &["Choice", "List"], shape: TEXTS };
    const TEMPLATE: Shape = Shape::Object(&open!(&[&Group {
        fields: &[
            optional!("at", Shape::Nullable(&Shape::Time), ""),
            optional!("kind", Shape::Text(&TEXT), ""),
            optional!("content", Shape::Unless(&CONTENT), ""),
            optional!("texts", Shape::Nullable(&Shape::Encoded(&TEXTS)), ""),
            optional!("cards", Shape::Encoded(&CARDS), ""),
            optional!("label", Shape::Encoded(&Shape::Text(&TEXT)), ""),
            optional!(
                "either",
                Shape::Either(&[Shape::Number(&NUMBER), Shape::Encoded(&TEXTS)]),
                "",
            ),
        ],
        ..GROUP
    }]));

    fn decoded(json: &str) -> String {
        decode(&TEMPLATE, json).into_owned()
    }

    #[test]
    fn json_in_a_string_becomes_the_value() {
        for (json, value) in [
            (r#"{"texts":"[\"Gavin\"]"}"#, r#"{"texts":["Gavin"]}"#),
            (r#"{"texts":"[\n    \"Gavin\"\n]"}"#, "{\"texts\":[\n    \"Gavin\"\n]}"),
            (r#"{"texts":"\"[\\\"Gavin\\\"]\""}"#, r#"{"texts":["Gavin"]}"#),
            (r#"{"label":"\"https://example.com\""}"#, r#"{"label":"https://example.com"}"#),
            (
                r#"{"cards":"[{\"texts\":\"[\\\"a\\\"]\",\"id\":7}]"}"#,
                r#"{"cards":[{"texts":["a"],"id":7}]}"#,
            ),
            (r#"{"either":"[\"a\"]"}"#, r#"{"either":["a"]}"#),
        ] {
            assert_eq!(decoded(json), value);
        }
    }

    #[test]
    fn the_empty_object_in_place_of_a_list_becomes_the_empty_list() {
        for json in [r#"{"texts":"\"{}\""}"#, r#"{"texts":"{}"}"#, r#"{"texts":"{ }"}"#] {
            assert_eq!(decoded(json), r#"{"texts":[]}"#);
        }
    }

    #[test]
    fn none_becomes_null_where_json_was_expected() {
        for (json, value) in [
            (r#"{"texts":"None"}"#, r#"{"texts":null}"#),
            (r#"{"label":"None"}"#, r#"{"label":"None"}"#),
            (r#"{"x":"None"}"#, r#"{"x":"None"}"#),
        ] {
            assert_eq!(decoded(json), value);
        }
    }

    #[test]
    fn times_get_a_t_and_a_zone() {
        for (text, time) in [
            ("2022-06-03T05:43:33.237499", "2022-06-03T05:43:33.237499Z"),
            ("2024-06-10 08:38:08", "2024-06-10T08:38:08Z"),
            ("2024-06-10t08:38:08.635664", "2024-06-10T08:38:08.635664Z"),
            ("2024-06-10 08:38:08+05:30", "2024-06-10T08:38:08+05:30"),
            ("2023-11-10T14:40:50.263298Z", "2023-11-10T14:40:50.263298Z"),
            ("2023-11-10", "2023-11-10"),
            ("yesterday", "yesterday"),
        ] {
            let (json, value) =
                (format!(r#"{{"at": "{text}"}}"#), format!(r#"{{"at": "{time}"}}"#));
            assert_eq!(decoded(&json), value);
        }
        for json in [r#"{"at":null}"#, r#"{"at":1654235013}"#] {
            assert_eq!(decoded(json), json);
        }
    }

    #[test]
    fn another_key_says_whether_a_string_holds_json() {
        for (kind, content, value) in [
            (r#""Choice""#, r#""[\"a\"]""#, r#"["a"]"#),
            (r#""ListReply""#, r#""[\"a\"]""#, r#"["a"]"#),
            (r#""Choice""#, r#""a""#, r#""a""#),
            (r#""Choice""#, r#"["a"]"#, r#"["a"]"#),
            (r#""Image""#, r#""[\"a\"]""#, r#""[\"a\"]""#),
            (r#""Image""#, r#""None""#, "null"),
            (r#""Text""#, r#""[\"a\"]""#, r#""[\"a\"]""#),
            (r#""Text""#, r#""None""#, r#""None""#),
            ("null", r#""[\"a\"]""#, r#"["a"]"#),
            ("null", r#""None""#, "null"),
        ] {
            let first = |content| format!(r#"{{"content":{content},"kind":{kind}}}"#);
            let last = |content| format!(r#"{{"kind":{kind},"content":{content}}}"#);
            assert_eq!(decoded(&first(content)), first(value));
            assert_eq!(decoded(&last(content)), last(value));
        }
    }

    #[test]
    fn what_holds_no_json_of_the_described_type_stays() {
        for json in [
            r#"{"texts":null}"#,
            r#"{"texts":["Gavin"]}"#,
            r#"{"texts":"Gavin"}"#,
            r#"{"texts":"[\"Gavin\""}"#,
            r#"{"texts":"{\"a\":1}"}"#,
            r#"{"texts":""}"#,
            r#"{"label":"123"}"#,
            r#"{"label":"https://example.com"}"#,
            r#"{"either":7}"#,
            r#"{"cards":{}}"#,
            r#""[1]""#,
        ] {
            assert_eq!(decoded(json), json);
        }
    }

    #[test]
    fn all_other_text_stays_byte_for_byte() {
        let json = "{ \"id\":\t12345678901234567890.10e1, \"\\u0061\" : \"[1]\",\"texts\":\"[]\",\"x\":{\"texts\":\"[]\"} }";
        let value = "{ \"id\":\t12345678901234567890.10e1, \"\\u0061\" : \"[1]\",\"texts\":[],\"x\":{\"texts\":\"[]\"} }";
        assert_eq!(decoded(json), value);
    }
}
