//! Takes JSON out of the strings in which an answer hides it.

use std::borrow::Cow;

use super::document::Document;
use super::kind::Kind;
use super::pack::{Cursor, Keys, Packed, Tag, resolve};
use super::time::zone;
use super::view::View;

/// Answers and webhooks that are nested deeper than this are left as they are.
const MOST_DEPTH: u32 = 512;

/// The same JSON text with every string decoded that the description calls `Encoded`, and every
/// `Time` as RFC 3339 has it, with its zone. The description is that of a root of a pack.
///
/// A string changes only when it holds JSON of the described type, encoded once
/// or twice; the empty object in place of a list becomes the empty list, and
/// Python's `None` becomes `null`. All other text stays byte for byte: unknown
/// keys, large numbers, white space.
pub fn decode<P: Packed>(pack: P, root: usize, json: &str) -> Cow<'_, str> {
    decode_node(Cursor::root(pack, root), json)
}

/// Whether all lists are there that a value must have, and the objects that they are in.
pub fn has_lists<P: Packed>(pack: P, root: usize, value: View) -> bool {
    has_lists_in(Cursor::root(pack, root), value)
}

/// Whether this is a kind that the description knows, where there are kinds, with all that it must
/// have.
pub fn is_known<P: Packed>(pack: P, root: usize, value: View) -> bool {
    is_known_in(keys_of(Cursor::root(pack, root), value), value)
}

fn has_lists_in<P: Packed>(mut node: Cursor<P>, value: View) -> bool {
    match node.tag() {
        Tag::List => value.kind() == Kind::List,
        Tag::Object if value.is_object() => {
            node.skip(1);
            let keys = Keys::read(&mut node);
            (0..keys.count()).all(|position| {
                let key = keys.key(position);
                let mut at = key.node;
                !key.required
                    || !matches!(at.tag(), Tag::List | Tag::Object)
                    || value
                        .get(keys.text(position))
                        .is_some_and(|inner| has_lists_in(key.node, inner))
            })
        }
        Tag::Object => false,
        _ => true,
    }
}

fn decode_node<P: Packed>(node: Cursor<P>, json: &str) -> Cow<'_, str> {
    let mut decoding = Decoding { json, decoded: String::new(), copied: 0 };
    if let Ok(document) = Document::read(json, MOST_DEPTH) {
        decoding.find(node, document.root());
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

impl Decoding<'_> {
    fn copy_until(&mut self, end: usize) {
        self.decoded.push_str(self.json.get(self.copied..end).unwrap_or_default());
        self.copied = end;
    }

    /// Puts a text in place of a value, which stands behind all that was decoded before.
    fn put(&mut self, value: View, text: &str) {
        self.copy_until(value.start());
        self.decoded.push_str(text);
        self.copied = self.copied.wrapping_add(value.json().len());
    }

    fn find<P: Packed>(&mut self, node: Cursor<P>, value: View) {
        let kind = value.kind();
        let mut at = node;
        match at.tag() {
            Tag::Encoded if kind == Kind::Text => self.unpack(at.node(), value),
            Tag::Encoded => self.find_inside(at.node(), value),
            Tag::Nullable if kind != Kind::Null => {
                let inner = at.node();
                if is_encoded(inner) && value.json() == NONE {
                    self.put(value, "null");
                } else {
                    self.find_inside(inner, value);
                }
            }
            Tag::Time => self.complete(value),
            Tag::Either => {
                for _ in 0..at.byte() {
                    let inner = at.node();
                    if leads(inner, kind) {
                        return self.find(inner, value);
                    }
                }
            }
            Tag::OneOrMany if kind != Kind::List => self.find_inside(at.node(), value),
            Tag::List | Tag::OneOrMany if kind == Kind::List => self.find_in_all(at.node(), value),
            Tag::Map if kind == Kind::Object => self.find_in_all(at.node(), value),
            Tag::Object | Tag::Tagged => self.find_in_keys(node, value),
            _ => {}
        }
    }

    /// The same value again, against a shape inside its own, if it fits.
    fn find_inside<P: Packed>(&mut self, inner: Cursor<P>, value: View) {
        if leads(inner, value.kind()) {
            self.find(inner, value);
        }
    }

    fn find_in_all<P: Packed>(&mut self, node: Cursor<P>, value: View) {
        for (_, item) in value.pieces() {
            self.find(node, item);
        }
    }

    fn find_in_keys<P: Packed>(&mut self, node: Cursor<P>, object: View) {
        let (keys, _) = keys_of(node, object);
        // Looked up once: whoever repeats a key must not make each look at all of the object.
        let mut beside = None;
        let mut expected = 0;
        for (name, value) in object.pieces() {
            let Some(key) = keys.of(name, &mut expected) else { continue };
            let mut at = key.node;
            if at.tag() != Tag::Unless {
                self.find(key.node, value);
                continue;
            }
            let (inner, other, plain) = (at.node(), at.name(), at.name());
            let beside = *beside.get_or_insert_with(|| object.get(other).map_or("", View::inside));
            let mut starts = (0..at.byte()).map(|_| at.name());
            // Decoded as far as what stands beside it allows. What is no text nobody has typed.
            if value.kind() != Kind::Text {
                self.find_inside(inner, value);
            } else if beside == plain {
            } else if value.json() == NONE {
                self.put(value, "null");
            } else if beside.is_empty() || starts.any(|start| beside.starts_with(start)) {
                self.unpack(inner, value);
            }
        }
    }

    /// Takes JSON of the type that a node wants out of a string, encoded once or twice.
    fn unpack<P: Packed>(&mut self, node: Cursor<P>, value: View) {
        let mut held = value.as_text().map(Cow::into_owned);
        for _ in 0..2 {
            let Some(text) = held else { return };
            let Ok(document) = Document::read(&text, MOST_DEPTH) else { return };
            let inner = document.root();
            if let Some(decoded) = fit(node, inner) {
                return self.put(value, &decoded);
            }
            held = inner.as_text().map(Cow::into_owned);
        }
    }

    /// Gives a time its `T`, its zone, and that its colon.
    fn complete(&mut self, value: View) {
        let text = value.inside();
        let Some(zone) = zone(text) else { return };
        let start = value.start().wrapping_add(1);
        self.copy_until(start.wrapping_add(10));
        self.decoded.push('T');
        self.copied = self.copied.wrapping_add(1);
        let end = start.wrapping_add(text.len());
        match zone.len() {
            0 => {
                self.copy_until(end);
                self.decoded.push('Z');
            }
            5 => {
                self.copy_until(end.wrapping_sub(2));
                self.decoded.push(':');
            }
            _ => {}
        }
    }
}

fn is_encoded<P: Packed>(mut node: Cursor<P>) -> bool {
    node.tag() == Tag::Encoded
}

/// Whether the shape leads from such a value to an end.
fn leads<P: Packed>(node: Cursor<P>, kind: Kind) -> bool {
    is_encoded(node) && kind == Kind::Text || resolve(node, kind).is_some()
}

/// The keys of an object, and whether its kind is known; none for anything else. `at`: behind the tag.
fn keys_in<P: Packed>(tag: Tag, mut at: Cursor<P>, value: View) -> (Keys<P>, bool) {
    let mut known = true;
    match tag {
        Tag::Object => {}
        Tag::Tagged => {
            at.skip(1);
            let tag = value.text(at.name());
            let unknown = at.node();
            let mut variants = (0..at.byte()).map(|_| (at.name(), at.node()));
            let found = variants.find(|(name, _)| tag.as_deref() == Some(name));
            known = found.is_some();
            at = found.map_or(unknown, |(_, object)| object);
        }
        _ => return (Keys::none(at), true),
    }
    at.skip(1);
    (Keys::read(&mut at), known)
}

fn keys_of<P: Packed>(node: Cursor<P>, value: View) -> (Keys<P>, bool) {
    let mut at = node;
    keys_in(at.tag(), at, value)
}

fn is_known_in<P: Packed>((keys, known): (Keys<P>, bool), value: View) -> bool {
    for position in 0..keys.count() {
        let key = keys.key(position);
        if !key.required {
            continue;
        }
        let Some(value) = value.get(keys.text(position)) else { return false };
        match resolve(key.node, value.kind()) {
            Some((tag, at)) if is_known_in(keys_in(tag, at, value), value) => {}
            _ => return false,
        }
    }
    known
}

/// The value, decoded, when it is of the type that a node wants.
fn fit<P: Packed>(node: Cursor<P>, value: View) -> Option<String> {
    let kind = value.kind();
    let fits = |(tag, at)| tag != Tag::Tagged || is_known_in(keys_in(tag, at, value), value);
    if resolve(node, kind).is_some_and(fits) {
        return Some(decode_node(node, value.json()).into_owned());
    }
    let empty = kind == Kind::Object && value.pieces().next().is_none();
    (empty && resolve(node, Kind::List).is_some()).then(|| "[]".to_owned())
}
