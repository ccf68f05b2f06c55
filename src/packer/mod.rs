//! Writes descriptions as bytes: the other side of [`crate::schema::Pack`], whose documentation
//! says what stands where. Runs where the crate is built, and in tests.
//!
//! Beside a rule's function its place in the constants is kept, as a Rust expression: the build
//! writes tables of these expressions, of which the compiler takes the functions out. So a rule
//! stands with what it is about, and the constants themselves are not in the module.

#![allow(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    reason = "it runs where the crate is built and does not ship: a description that does not fit ends the build"
)]

mod node;
mod tables;

use std::collections::HashMap;

use crate::schema::{Check, Code, Holds, Look, Pack, Shape, Source, code};

/// Packs descriptions.
#[derive(Default)]
pub struct Packer {
    bytes: Vec<u8>,
    nodes: HashMap<Vec<u8>, usize>,
    text: String,
    strings: HashMap<String, usize>,
    roots: Vec<u16>,
    holds: Functions<Holds>,
    checks: Functions<Check>,
    looks: Functions<Look>,
    codes: Vec<&'static Code>,
    /// The tags of its nodes, a bit each.
    tags: u32,
}

/// Functions, each once, and where in the constants each stands.
struct Functions<F> {
    list: Vec<F>,
    places: Vec<String>,
}

impl<F> Default for Functions<F> {
    fn default() -> Self {
        Functions { list: Vec::new(), places: Vec::new() }
    }
}

impl<F: Copy> Functions<F> {
    /// The number of a function. `address` tells whether two are the same.
    fn add(&mut self, function: F, address: fn(F) -> usize, place: &str) -> u8 {
        let known = self.list.iter().position(|known| address(*known) == address(function));
        let number = known.unwrap_or_else(|| {
            self.list.push(function);
            self.places.push(place.to_owned());
            self.list.len() - 1
        });
        u8::try_from(number).expect("a pack has up to 256 functions of a kind")
    }
}

impl Packer {
    /// Adds a description, which becomes the next of the pack's roots. `place` is the Rust
    /// expression of a `&'static Shape`.
    pub fn root(&mut self, shape: &Shape, place: &str) {
        let node = self.shape(shape, place);
        self.roots.push(short(node));
    }

    /// The codes that the descriptions give, each once, in order.
    pub fn codes(&self) -> &[&'static Code] {
        &self.codes
    }

    /// The pack, which is never given back.
    pub fn leak(self) -> &'static Pack {
        Box::leak(Box::new(Pack {
            bytes: self.bytes.leak(),
            text: self.text.leak(),
            roots: self.roots.leak(),
            holds: self.holds.list.leak(),
            checks: self.checks.list.leak(),
            looks: self.looks.list.leak(),
        }))
    }

    /// The place of a string.
    fn name(&mut self, string: &str) -> usize {
        if let Some(at) = self.strings.get(string) {
            return *at;
        }
        let at = self.text.len();
        let length = u8::try_from(string.len()).ok().filter(u8::is_ascii);
        self.text.push(char::from(length.expect("a name has up to 127 bytes")));
        self.text.push_str(string);
        self.strings.insert(string.to_owned(), at);
        at
    }

    fn code(&mut self, of: &'static Code, source: Source) -> u16 {
        if !self.codes.contains(&of) {
            self.codes.push(of);
        }
        short(code(of, source.severity()) as usize)
    }

    /// The place of a node, which stands once for all that are alike.
    fn add(&mut self, node: Vec<u8>) -> usize {
        let at = self.bytes.len();
        let known = *self.nodes.entry(node.clone()).or_insert(at);
        if known == at {
            self.bytes.extend(node);
        }
        known
    }
}

fn short(number: usize) -> u16 {
    u16::try_from(number).expect("a pack has up to 65,536 bytes")
}
