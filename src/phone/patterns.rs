//! What is in use today: the patterns of Google's metadata.
//!
//! For each calling code there are trees over the digits of its numbers. They are
//! packed in `patterns.bin`, written by `scripts/phone/patterns.py`, and unpacked once,
//! at the first number that is looked at: that takes about a millisecond.

use std::sync::OnceLock;

use super::calling_code::CallingCode;
use super::decoder::{Counts, Decoder, NEW_COUNTS};
use super::lengths::Lengths;
use super::tables::LENGTHS_OF;
use super::whatsapp;

static PACKED: &[u8] = include_bytes!("patterns.bin");

/// What a number looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No number of the calling code is known to look like this.
    Unknown,
    /// A number, but none that a mobile has.
    NotMobile,
    /// A number that a mobile can have.
    Mobile,
}

impl CallingCode {
    /// What a national number looks like that is not [`wrong`](Self::wrong).
    ///
    /// ```
    /// use interakt_wasm::phone::{CallingCode, Kind};
    /// let india = CallingCode::of("91").unwrap();
    /// assert_eq!(india.kind("9876543210"), Kind::Mobile);
    /// assert_eq!(india.kind("2212345678"), Kind::NotMobile);
    /// let north_america = CallingCode::of("1").unwrap();
    /// assert_eq!(north_america.kind("1125550123"), Kind::Unknown);
    /// ```
    pub fn kind(self, national: &str) -> Kind {
        if whatsapp::has(self, national) || self.has(MOBILE, national) {
            Kind::Mobile
        } else if self.has(KNOWN, national) {
            Kind::NotMobile
        } else {
            Kind::Unknown
        }
    }

    /// ISO letters of the country that a national number belongs to, where several share
    /// the calling code; of the main one when the number tells none. `None` for a code that
    /// belongs to no country.
    ///
    /// ```
    /// use interakt_wasm::phone::CallingCode;
    /// let north_america = CallingCode::of("1").unwrap();
    /// assert_eq!(north_america.country("4165550123"), Some("CA"));
    /// assert_eq!(north_america.country("2125550123"), Some("US"));
    /// ```
    pub fn country(self, national: &str) -> Option<&'static str> {
        let letters = self.countries();
        let place = if letters.len() > 2 && self.has(KNOWN, national) {
            usize::from(self.leaf(PLACE, national))
        } else {
            0
        };
        letters.get(2 * place..2 * place + 2)
    }

    fn has(self, question: usize, national: &str) -> bool {
        Lengths(self.leaf(question, national)).contains(national.len())
    }

    /// What the leaf holds to which the digits lead; 0 when they end before.
    fn leaf(self, question: usize, national: &str) -> u16 {
        let trees = TREES.get_or_init(unpack);
        let root = trees.roots.get(self.index).and_then(|roots| roots.get(question));
        let mut tree = root.copied().unwrap_or(LEAF);
        for byte in national.bytes() {
            if tree & LEAF != 0 {
                break;
            }
            let node = trees.nodes.get(usize::from(tree));
            let below = node.and_then(|node| node.get(usize::from(byte.wrapping_sub(b'0'))));
            tree = below.copied().unwrap_or(LEAF);
        }
        if tree & LEAF != 0 { tree & !LEAF } else { 0 }
    }
}

/// A tree: the number of a node, or this bit and what the leaf holds.
type Tree = u16;

/// Marks a leaf. Of the first two questions it holds the lengths for which the answer is
/// yes, of the third the place of a country.
const LEAF: Tree = 1 << 15;

/// The questions, in the order of `patterns.bin`: whether the number matches the pattern of
/// a country of the calling code, whether a mobile can have it, and of which country it is.
const QUESTIONS: usize = 3;
const KNOWN: usize = 0;
const MOBILE: usize = 1;
const PLACE: usize = 2;

struct Trees {
    /// For each calling code, a tree for each question.
    roots: Vec<[Tree; QUESTIONS]>,
    /// The trees that the next digit leads to.
    nodes: Vec<[Tree; 10]>,
}

static TREES: OnceLock<Trees> = OnceLock::new();

fn unpack() -> Trees {
    let mut trees = Trees { roots: Vec::with_capacity(LENGTHS_OF.len()), nodes: Vec::new() };
    let mut unpacker = Unpacker {
        decoder: Decoder::new(PACKED),
        counts: vec![NEW_COUNTS; CONTEXTS],
        nodes: &mut trees.nodes,
    };
    for code in CallingCode::all() {
        let mut roots = [LEAF; QUESTIONS];
        if code.lengths() != Lengths(0) {
            let shared = code.countries().len() > 2;
            for (question, root) in roots.iter_mut().enumerate().take(if shared { 3 } else { 2 }) {
                *root = unpacker.root(question, code.lengths());
            }
        }
        trees.roots.push(roots);
    }
    trees
}

/// How many of the trees that stood at a depth before are looked at.
const RECENT: usize = 8;
/// Greatest depth of a tree.
const DEPTH: usize = 16;
/// Bits of a place among the countries of a calling code.
const PLACE_BITS: usize = 5;

/// Contexts of a question: for the rank among recent trees, then for whether a new tree is
/// a node, then for an answer, then for a place.
const RANKS: usize = 3 * 3 * 4 * 4 * 6;
const NEWS: usize = 4 * 6;
const CONTEXTS_OF_QUESTION: usize = RANKS + NEWS + 1;
const CONTEXTS: usize = QUESTIONS * CONTEXTS_OF_QUESTION + (1 << PLACE_BITS);

/// Kind and rank of the tree before, of which the next one depends. The kind is 0 for no
/// number, 1 for some, 2 when it depends on the digits that follow.
type Before = (usize, usize);
/// Before the first digit.
const BEGIN: Before = (3, 3);
/// The rank of a tree that is new.
const NEW: usize = 2;

struct Unpacker<'a> {
    decoder: Decoder<'a>,
    counts: Vec<Counts>,
    nodes: &'a mut Vec<[Tree; 10]>,
}

impl Unpacker<'_> {
    fn root(&mut self, question: usize, lengths: Lengths) -> Tree {
        let mut recent = [const { Vec::new() }; DEPTH];
        for list in &mut recent {
            list.push(LEAF);
        }
        self.tree(question, lengths, &mut recent, 0, BEGIN).0
    }

    fn tree(
        &mut self,
        question: usize,
        lengths: Lengths,
        recent: &mut [Vec<Tree>; DEPTH],
        depth: usize,
        before: Before,
    ) -> (Tree, Before) {
        let (kind, rank) = before;
        let base = question * CONTEXTS_OF_QUESTION;
        let level = depth.min(5);
        let known = recent.get(depth).map_or(0, |list| list.len().min(RECENT));
        for index in 0..known {
            let list = recent.get_mut(depth);
            let Some(list) = list else { break };
            let tree = list.get(list.len() - 1 - index).copied().unwrap_or(LEAF);
            let place = index.min(2);
            let context = (((place * 3 + kind_of(tree)) * 4 + kind) * 4 + rank) * 6 + level;
            if self.bit(base + context) {
                let at = list.len() - 1 - index;
                list.remove(at);
                list.push(tree);
                return (tree, (kind_of(tree), place));
            }
        }
        let tree = if self.bit(base + RANKS + kind * 6 + level) {
            let at = self.nodes.len();
            self.nodes.push([LEAF; 10]);
            let mut last = BEGIN;
            for digit in 0..10 {
                let below;
                (below, last) = self.tree(question, lengths, recent, depth + 1, last);
                if let Some(slot) = self.nodes.get_mut(at).and_then(|node| node.get_mut(digit)) {
                    *slot = below;
                }
            }
            at as Tree
        } else if question == PLACE {
            LEAF | self.place()
        } else {
            let mut answers = Lengths(0);
            for length in lengths.iter().filter(|length| *length >= depth) {
                if self.bit(base + RANKS + NEWS) {
                    answers.insert(length);
                }
            }
            LEAF | answers.0
        };
        if let Some(list) = recent.get_mut(depth) {
            list.push(tree);
        }
        (tree, (kind_of(tree), NEW))
    }

    /// A place from its highest bit on.
    fn place(&mut self) -> u16 {
        let mut read = 1;
        for _ in 0..PLACE_BITS {
            read = read << 1 | usize::from(self.bit(QUESTIONS * CONTEXTS_OF_QUESTION + read));
        }
        (read - (1 << PLACE_BITS)) as u16
    }

    fn bit(&mut self, context: usize) -> bool {
        match self.counts.get_mut(context) {
            Some(counts) => self.decoder.bit(counts),
            None => false,
        }
    }
}

fn kind_of(tree: Tree) -> usize {
    match tree {
        LEAF => 0,
        _ if tree & LEAF != 0 => 1,
        _ => 2,
    }
}
