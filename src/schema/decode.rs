//! Takes JSON out of the strings in which an answer hides it.

use std::borrow::Cow;

use super::keys::Keys;
use super::leaf;
use super::shape::Shape;
use super::time::rfc3339;
use super::view::{Kind, View};

/// The same JSON text with every string decoded that the description calls
/// [`Shape::Encoded`], and every [`Shape::Time`] with its zone.
///
/// A string changes only when it holds JSON of the described type, encoded once
/// or twice; the empty object in place of a list becomes the empty list, and
/// Python's `None` becomes `null`. All other text stays byte for byte: unknown
/// keys, large numbers, white space.
pub fn decode<'a>(shape: &Shape, json: &'a str) -> Cow<'a, str> {
    let mut edits = Vec::new();
    if let Some(value) = View::parse(json) {
        find(shape, value, &mut edits);
    }
    if edits.is_empty() {
        return Cow::Borrowed(json);
    }
    let mut decoded = String::with_capacity(json.len());
    let mut copied = 0;
    for (encoded, value) in edits {
        // Where it begins: a view never copies, so its text lies within `json`.
        let start = encoded.as_ptr() as usize - json.as_ptr() as usize;
        decoded.push_str(json.get(copied..start).unwrap_or_default());
        decoded.push_str(&value);
        copied = start + encoded.len();
    }
    decoded.push_str(json.get(copied..).unwrap_or_default());
    Cow::Owned(decoded)
}

/// A piece of the text and what takes its place.
type Edit<'a> = (&'a str, String);

fn find<'a>(shape: &Shape, value: View<'a>, edits: &mut Vec<Edit<'a>>) {
    match *shape {
        Shape::Encoded(inner) => match value.as_text() {
            Some(text) => edits.extend(unpack(inner, &text).map(|decoded| (value.json(), decoded))),
            None => find(inner, value, edits),
        },
        Shape::Nullable(inner) => match value.json() {
            "\"None\"" if may_be_encoded(inner, Kind::Text) => {
                edits.push((value.json(), "null".to_owned()))
            }
            _ => find(inner, value, edits),
        },
        Shape::Unless(unless) => find(&unless.shape, value, edits),
        Shape::Time => {
            if let Some(time) = value.as_text().and_then(|text| rfc3339(&text)) {
                edits.push((value.json(), time));
            }
        }
        Shape::Either(shapes) => {
            let kind = value.kind();
            let fits = |shape: &&Shape| {
                may_be_encoded(shape, kind) || leaf::resolve(shape, kind).is_some()
            };
            if let Some(shape) = shapes.iter().find(fits) {
                find(shape, value, edits);
            }
        }
        Shape::OneOrMany(list) if value.kind() != Kind::List => find(&list.item, value, edits),
        Shape::List(list) | Shape::OneOrMany(list) => {
            for item in value.items() {
                find(&list.item, item, edits);
            }
        }
        Shape::Object(object) => find_in_keys(Keys::of(object), value, edits),
        Shape::Tagged(tagged) => {
            let tag = value.text(tagged.tag);
            find_in_keys(Keys::of_tagged(tagged, tag.as_deref()), value, edits);
        }
        Shape::Map(map) => {
            for (_, entry) in value.entries() {
                find(&map.value, entry, edits);
            }
        }
        Shape::Text(_)
        | Shape::Number(_)
        | Shape::Boolean
        | Shape::Choice(_)
        | Shape::File(_)
        | Shape::Any => {}
    }
}

fn find_in_keys<'a>(keys: Keys, object: View<'a>, edits: &mut Vec<Edit<'a>>) {
    for (name, value) in object.entries() {
        match keys.find(&name).map(|key| key.shape) {
            Some(Shape::Unless(unless))
                if object.text(unless.key).as_deref() == Some(unless.value) => {}
            Some(shape) => find(&shape, value, edits),
            None => {}
        }
    }
}

/// What a string holds, when that is JSON of the type that `shape` wants.
fn unpack(shape: &Shape, text: &str) -> Option<String> {
    let once = View::parse(text)?;
    fit(shape, once).or_else(|| fit(shape, View::parse(&once.as_text()?)?))
}

fn fit(shape: &Shape, value: View) -> Option<String> {
    let kind = value.kind();
    let fits = |shape| !matches!(shape, Shape::Tagged(_)) || is_known(&shape, value);
    if leaf::resolve(shape, kind).is_some_and(fits) {
        return Some(decode(shape, value.json()).into_owned());
    }
    let empty = kind == Kind::Object && value.entries().is_empty();
    (empty && leaf::resolve(shape, Kind::List).is_some()).then(|| "[]".to_owned())
}

/// Whether `shape` takes a value of this JSON type.
pub(crate) fn takes_type(shape: &Shape, value: View) -> bool {
    leaf::resolve(shape, value.kind()).is_some()
}

/// Whether this is a kind that the description knows, where there are kinds, with all that it must
/// have.
pub(crate) fn is_known(shape: &Shape, value: View) -> bool {
    match shape {
        Shape::Object(object) => has_required(&Keys::of(object), value),
        Shape::Tagged(tagged) => {
            let keys = Keys::of_tagged(tagged, value.text(tagged.tag).as_deref());
            keys.known && has_required(&keys, value)
        }
        _ => true,
    }
}

fn has_required(keys: &Keys, object: View) -> bool {
    for key in &keys.list {
        if !key.required {
            continue;
        }
        let Some(value) = object.get(key.name) else { return false };
        match leaf::resolve(&key.shape, value.kind()) {
            Some(shape) if is_known(&shape, value) => {}
            _ => return false,
        }
    }
    true
}

fn may_be_encoded(shape: &Shape, kind: Kind) -> bool {
    match shape {
        Shape::Encoded(_) => kind == Kind::Text,
        Shape::Nullable(inner) => may_be_encoded(inner, kind),
        Shape::Unless(unless) => may_be_encoded(&unless.shape, kind),
        Shape::Either(shapes) => shapes.iter().any(|shape| may_be_encoded(shape, kind)),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{GROUP, Group, NUMBER, Object, TEXT};

    const TEXTS: Shape = Shape::List(&list!(Shape::Text(&TEXT)));
    static CARD: Object =
        open!(&[&Group { fields: &[optional!("texts", Shape::Encoded(&TEXTS), "")], ..GROUP }]);
    const CARDS: Shape = Shape::List(&list!(Shape::Object(&CARD)));
    const TEMPLATE: Shape = Shape::Object(&open!(&[&Group {
        fields: &[
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
