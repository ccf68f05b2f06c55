//! What is in use today: the patterns of Google's metadata.
//!
//! For each calling code there are trees over the digits of its numbers. They are
//! packed in `patterns.bin`, written by `scripts/phone/patterns.py`, and unpacked once,
//! at the first number that is looked at: that takes about a millisecond.

use std::sync::OnceLock;

use super::calling_code::{CallingCode, places};
use super::decoder::{Counts, Decoder};
use super::lengths::{Lengths, lengths_of};
use super::tables::{LENGTHS_OF, NODES};
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
            let digit = usize::from(byte.wrapping_sub(b'0'));
            tree = trees.below.get(usize::from(tree) + digit).copied().unwrap_or(LEAF);
        }
        if tree & LEAF != 0 { tree & !LEAF } else { 0 }
    }
}

/// A tree: where in [`Trees::below`] the trees stand to which the next digit leads, or this
/// bit and what the leaf holds.
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
    roots: [[Tree; QUESTIONS]; CODES],
    /// Ten trees for each that is no leaf.
    below: Vec<Tree>,
}

const CODES: usize = LENGTHS_OF.len();

static TREES: OnceLock<Trees> = OnceLock::new();

fn unpack() -> Trees {
    let mut unpacker = Unpacker {
        decoder: Decoder::new(PACKED),
        counts: [Counts::default(); CONTEXTS],
        recent: [[NONE; RECENT]; DEPTHS],
        below: vec![LEAF; 10 * NODES],
        used: 0,
    };
    let mut roots = [[LEAF; QUESTIONS]; CODES];
    for (index, (roots, (countries, _))) in roots.iter_mut().zip(places()).enumerate() {
        let lengths = lengths_of(index);
        let asked = match (lengths, countries.len()) {
            (Lengths(0), _) => 0,
            (_, 0..=2) => PLACE,
            _ => QUESTIONS,
        };
        for (question, root) in roots.iter_mut().enumerate().take(asked) {
            for list in &mut unpacker.recent {
                *list = [NONE; RECENT];
                put_first(list, LEAF, 0);
            }
            *root = unpacker.tree(question, lengths, 0, BEGIN).0;
        }
    }
    Trees { roots, below: unpacker.below }
}

/// How many of the trees that stood at a depth before are looked at.
const RECENT: usize = 8;
/// No tree at all.
const NONE: Tree = Tree::MAX;
/// How deep a tree can be, and one more.
const DEPTHS: usize = 16;
/// Bits of a place among the countries of a calling code.
const PLACE_BITS: usize = 5;

/// Kind and rank of the tree before, on which the next one depends. The kind is 0 for no
/// number, 1 for some, 2 when it depends on the digits that follow.
type Before = (usize, usize);
/// Before the first digit.
const BEGIN: Before = (3, 3);
/// The rank of a tree that is new.
const NEW: usize = 2;

/// A context is made of the question, what is asked, the tree before, and the depth.
const CONTEXTS: usize = QUESTIONS << 11;
/// In place of rank and kind of a recent tree: whether a new one is no leaf, and an answer.
const IS_NODE: (usize, usize) = (0, 3);
const ANSWER: (usize, usize) = (1, 3);

struct Unpacker {
    decoder: Decoder<'static>,
    counts: [Counts; CONTEXTS],
    /// For each depth the trees that stood there before, the last one first.
    recent: [[Tree; RECENT]; DEPTHS],
    below: Vec<Tree>,
    /// How many of them are in use.
    used: usize,
}

impl Unpacker {
    fn tree(
        &mut self,
        question: usize,
        lengths: Lengths,
        depth: usize,
        before: Before,
    ) -> (Tree, Before) {
        let level = depth.min(5);
        let list = self.recent.get(depth).copied().unwrap_or([NONE; RECENT]);
        for (index, tree) in list.into_iter().enumerate() {
            if tree == NONE {
                break;
            }
            let rank = index.min(2);
            if self.bit(question, (rank, kind_of(tree)), before, level) {
                self.put_first(depth, tree, index);
                return (tree, (kind_of(tree), rank));
            }
        }
        let tree = if self.bit(question, IS_NODE, (before.0, 0), level) {
            let tree = self.used;
            self.used += 10;
            let mut last = BEGIN;
            for at in tree..self.used.min(tree + 10) {
                let below;
                (below, last) = self.tree(question, lengths, depth + 1, last);
                if let Some(slot) = self.below.get_mut(at) {
                    *slot = below;
                }
            }
            tree as Tree
        } else if question == PLACE {
            let mut place = 1;
            while place < 1 << PLACE_BITS {
                // Each bit depends on those above it.
                let above = (place >> 2 & 3, place & 3);
                let bit = self.bit(question, ANSWER, above, place >> 4);
                place = place << 1 | usize::from(bit);
            }
            LEAF | (place - (1 << PLACE_BITS)) as Tree
        } else {
            let mut answers = Lengths(0);
            for length in lengths.iter().filter(|length| *length >= depth) {
                if self.bit(question, ANSWER, (0, 0), 0) {
                    answers.insert(length);
                }
            }
            LEAF | answers.0
        };
        self.put_first(depth, tree, RECENT);
        (tree, (kind_of(tree), NEW))
    }

    fn bit(
        &mut self,
        question: usize,
        (rank, kind): (usize, usize),
        before: Before,
        level: usize,
    ) -> bool {
        let context = (((question << 2 | rank) << 2 | kind) << 2 | before.0) << 2 | before.1;
        match self.counts.get_mut(context << 3 | level) {
            Some(counts) => self.decoder.bit(counts),
            None => false,
        }
    }

    fn put_first(&mut self, depth: usize, tree: Tree, index: usize) {
        if let Some(list) = self.recent.get_mut(depth) {
            put_first(list, tree, index);
        }
    }
}

/// Puts a tree first that stood at this index, or behind the end.
fn put_first(list: &mut [Tree; RECENT], mut tree: Tree, index: usize) {
    for slot in list.iter_mut().take(index + 1) {
        std::mem::swap(slot, &mut tree);
    }
}

fn kind_of(tree: Tree) -> usize {
    match tree {
        LEAF => 0,
        _ if tree & LEAF != 0 => 1,
        _ => 2,
    }
}
