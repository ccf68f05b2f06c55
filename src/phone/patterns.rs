//! What is in use today: the patterns of Google's metadata.
//!
//! For each calling code there are trees over the digits of its numbers. They are
//! packed in `patterns.bin`, written by `scripts/phone/patterns.py`, and unpacked once,
//! at the first number that is looked at: that takes a few milliseconds.

use std::cell::Cell;

use super::calling_code::CallingCode;
use super::decoder::{Counts, Decoder};
use super::lengths::Lengths;
use super::tables::{LENGTHS_OF, NODES, SHORTEST};

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
        if self.has(MOBILE, national) || self.has_whatsapp_id(national) {
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
        self.country_among(self.countries(), national)
    }

    /// The same, where its [`countries`](Self::countries) are at hand.
    pub(super) fn country_among(
        self,
        countries: &'static str,
        national: &str,
    ) -> Option<&'static str> {
        let known = countries.len() > 2 && self.has(KNOWN, national);
        let place =
            if known { 2 * usize::from(self.leaf(PLACE, national) >> PLACE_SHIFT) } else { 0 };
        countries.get(place..place + 2)
    }

    fn has(self, question: usize, national: &str) -> bool {
        Lengths(self.leaf(question, national)).contains(national.len())
    }

    /// What the leaf holds to which the digits lead; nothing when they end before.
    fn leaf(self, question: usize, national: &str) -> u16 {
        if cfg!(not(feature = "phone-patterns")) {
            return 0;
        }
        let trees = trees();
        let tree = |at: usize| trees.get(at).copied().unwrap_or_default();
        let mut found = tree(self.index * QUESTIONS + question);
        for byte in national.bytes() {
            if found & NODE == 0 {
                break;
            }
            found = tree(usize::from(found & !NODE) + usize::from(byte.wrapping_sub(b'0')));
        }
        if found & NODE == 0 { found } else { 0 }
    }
}

/// A tree: the lengths for which the answer is yes, whatever the digits that follow; or, with
/// this bit, where the ten trees stand to which the next digit leads.
type Tree = u16;
const NODE: Tree = 1 << 15;

/// The questions, in the order of `patterns.bin`: whether the number matches the pattern of
/// a country of the calling code, whether a mobile can have it, and of which country it is.
const QUESTIONS: usize = 3;
const KNOWN: usize = 0;
const MOBILE: usize = 1;
const PLACE: usize = 2;

/// The place of a country is written in place of lengths, those that no number has.
const PLACES: Lengths = Lengths(0b11111 << PLACE_SHIFT);
const PLACE_SHIFT: u32 = 10;

/// First a tree for each question of each calling code, then ten for each that is no leaf.
fn trees() -> &'static [Tree] {
    thread_local! {
        static KEPT: Cell<Option<&'static [Tree]>> = const { Cell::new(None) };
    }
    KEPT.with(|kept| {
        kept.get().unwrap_or_else(|| {
            let trees = Box::leak(Box::new([0; TREES]));
            unpack(trees);
            kept.set(Some(trees));
            trees
        })
    })
}

const ROOTS: usize = LENGTHS_OF.len() * QUESTIONS;
const TREES: usize = ROOTS + 10 * NODES;
// A tree names a place among them beside the bit of its own.
const _: () = assert!(TREES <= NODE as usize);

fn unpack(trees: &mut [Tree; TREES]) {
    let mut unpacker = Unpacker {
        decoder: Decoder::new(PACKED),
        counts: [Counts::default(); CONTEXTS],
        recent: [[NONE; RECENT]; DEPTHS],
        trees,
        used: ROOTS,
        question: 0,
        lengths: PLACES,
    };
    let mut index = 0;
    while let Some(code) = CallingCode::at(index) {
        index += 1;
        let asked = match (code.lengths(), code.countries().len()) {
            (Lengths(0), _) => 0,
            (_, 0..=2) => PLACE,
            _ => QUESTIONS,
        };
        for question in 0..asked {
            unpacker.recent = [[NONE; RECENT]; DEPTHS];
            for list in &mut unpacker.recent {
                put_first(list, 0, 0);
            }
            unpacker.question = question;
            unpacker.lengths = if question == PLACE { PLACES } else { code.lengths() };
            unpacker.tree(code.index * QUESTIONS + question, 0, BEGIN);
        }
    }
}

/// How many of the trees that stood at a depth before are looked at.
const RECENT: usize = 8;
/// No tree at all.
const NONE: Tree = Tree::MAX;
/// How deep a tree can be, and one more.
const DEPTHS: usize = 16;

/// A tree as those see it that follow: its kind, which is 0 for no number, 1 for some, 2 when
/// it depends on the digits that follow, and two bits for its rank, which is 0 or 1 for the
/// last and the last but one that stood there before, 2 for any other.
type Trace = usize;
/// Before the first digit.
const BEGIN: Trace = 0b1111;
/// The rank of a tree that has not stood there before.
const NEW: Trace = 2;

/// What is asked that is about no recent tree: whether a new one is no leaf, and an answer.
const IS_NODE: Trace = 0b1100;
const ANSWER: Trace = 0b1101;

/// A context is made of the question, what is asked, the tree before, and the depth.
const CONTEXTS: usize = QUESTIONS << 11;

struct Unpacker<'a> {
    decoder: Decoder<'static>,
    counts: [Counts; CONTEXTS],
    /// For each depth the trees that stood there before, the last one first.
    recent: [[Tree; RECENT]; DEPTHS],
    trees: &'a mut [Tree; TREES],
    /// How many of them are in use.
    used: usize,
    question: usize,
    lengths: Lengths,
}

impl Unpacker<'_> {
    /// Reads the tree that stands at a place, behind another one.
    fn tree(&mut self, at: usize, depth: usize, before: Trace) -> Trace {
        let level = depth.min(5);
        let mut found = None;
        for (index, tree) in self.list(depth).into_iter().enumerate() {
            let trace = kind_of(tree) << 2 | index.min(2);
            if tree == NONE {
                break;
            }
            if self.bit(trace, before, level) {
                found = Some((tree, index, trace));
                break;
            }
        }
        let (tree, index, trace) = found.unwrap_or_else(|| {
            let tree = self.new_tree(depth, before, level);
            (tree, RECENT, kind_of(tree) << 2 | NEW)
        });
        if let Some(list) = self.recent.get_mut(depth) {
            put_first(list, tree, index);
        }
        if let Some(slot) = self.trees.get_mut(at) {
            *slot = tree;
        }
        trace
    }

    fn list(&self, depth: usize) -> [Tree; RECENT] {
        self.recent.get(depth).copied().unwrap_or([NONE; RECENT])
    }

    fn new_tree(&mut self, depth: usize, before: Trace, level: usize) -> Tree {
        if self.bit(IS_NODE, before & !0b11, level) {
            let first = self.used;
            self.used += 10;
            let mut last = BEGIN;
            for at in first..first + 10 {
                last = self.tree(at, depth + 1, last);
            }
            return first as Tree | NODE;
        }
        let mut answers = 0;
        for length in depth.max(SHORTEST)..SHORTEST + 15 {
            if self.lengths.contains(length) && self.bit(ANSWER, 0, 0) {
                answers |= 1 << (length - SHORTEST);
            }
        }
        answers
    }

    fn bit(&mut self, asked: Trace, before: Trace, level: usize) -> bool {
        let context = ((self.question << 4 | asked) << 4 | before) << 3 | level;
        match self.counts.get_mut(context) {
            Some(counts) => self.decoder.bit(counts),
            None => false,
        }
    }
}

/// Puts a tree first that stood at this index, or behind the end.
fn put_first(list: &mut [Tree; RECENT], mut tree: Tree, index: usize) {
    for slot in list.iter_mut().take(index + 1) {
        std::mem::swap(slot, &mut tree);
    }
}

fn kind_of(tree: Tree) -> Trace {
    match tree {
        0 => 0,
        _ if tree & NODE == 0 => 1,
        _ => 2,
    }
}
