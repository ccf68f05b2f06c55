//! Unpacks trees over the digits of numbers, as `scripts/phone/patterns.py` writes them.

use super::decoder::{Counts, Decoder};
use super::lengths::Lengths;
use super::tables::{FORMAT_NODES, LENGTHS_OF, NODES, SHORTEST};

/// A tree: the lengths for which the answer is yes, whatever the digits that follow; or, with
/// this bit, where the ten trees stand to which the next digit leads.
pub(super) type Tree = u16;
pub(super) const NODE: Tree = 1 << 15;

/// Room for the roots and then ten trees for each that is no leaf: as much for formats as for
/// patterns, which have more, so that one code unpacks both.
pub(super) type Trees = [Tree; TREES];
pub(super) const TREES: usize = LENGTHS_OF.len() * QUESTIONS + 10 * NODES;
// A tree names a place among them beside the bit of its own.
const _: () = assert!(TREES <= NODE as usize);
const _: () = assert!(LENGTHS_OF.len() + 10 * FORMAT_NODES <= TREES);

/// How many questions `patterns.bin` answers.
pub(super) const QUESTIONS: usize = 3;

/// The tree to which digits lead from a place.
pub(super) fn walk(trees: &Trees, root: usize, digits: &str) -> Tree {
    let tree = |at: usize| trees.get(at).copied().unwrap_or_default();
    let mut found = tree(root);
    for byte in digits.bytes() {
        if found & NODE == 0 {
            break;
        }
        let digit = byte.wrapping_sub(b'0');
        found = tree(usize::from(found & !NODE).wrapping_add(digit.into()));
    }
    found
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
/// What is asked of formats besides: which are left, and what `format_table` reads of them.
const ALL_CONTEXTS: usize = if cfg!(any(feature = "phone-formats", not(target_arch = "wasm32"))) {
    CONTEXTS + (1 << 11) + (7 << 8)
} else {
    CONTEXTS
};

pub(super) struct Unpacker<'a> {
    decoder: Decoder<'static>,
    counts: [Counts; ALL_CONTEXTS],
    /// For each depth the trees that stood there before, the last one first.
    recent: [[Tree; RECENT]; DEPTHS],
    trees: &'a mut Trees,
    /// How many of them are in use.
    used: usize,
    question: usize,
    lengths: Lengths,
}

impl<'a> Unpacker<'a> {
    /// Of the trees so many are in use.
    #[inline(always)]
    pub(super) fn new(packed: &'static [u8], trees: &'a mut Trees, used: usize) -> Self {
        Unpacker {
            decoder: Decoder::new(packed),
            counts: [Counts::default(); ALL_CONTEXTS],
            recent: [[NONE; RECENT]; DEPTHS],
            trees,
            used,
            question: 0,
            lengths: Lengths(0),
        }
    }

    /// Reads what answers a question of a calling code.
    pub(super) fn root(&mut self, at: usize, question: usize, lengths: Lengths) {
        self.recent = [[NONE; RECENT]; DEPTHS];
        for list in &mut self.recent {
            put_first(list, 0, 0);
        }
        self.question = question;
        self.lengths = lengths;
        self.tree(at, 0, BEGIN);
    }

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
            let behind = first.wrapping_add(10);
            self.used = behind;
            let mut last = BEGIN;
            for at in first..behind {
                last = self.tree(at, depth.wrapping_add(1), last);
            }
            return first as Tree | NODE;
        }
        let mut answers = 0;
        for length in depth.max(SHORTEST)..SHORTEST + 15 {
            if self.lengths.contains(length) && self.bit(ANSWER, 0, 0) {
                answers |= 1 << length.wrapping_sub(SHORTEST);
            }
        }
        answers
    }

    fn bit(&mut self, asked: Trace, before: Trace, level: usize) -> bool {
        self.one(((self.question << 4 | asked) << 4 | before) << 3 | level)
    }

    /// A bit in a context.
    pub(super) fn one(&mut self, context: usize) -> bool {
        match self.counts.get_mut(context) {
            Some(counts) => self.decoder.bit(counts),
            None => false,
        }
    }
}

/// Puts a tree first that stood at this index, or behind the end.
fn put_first(list: &mut [Tree; RECENT], mut tree: Tree, index: usize) {
    for slot in list.iter_mut().take(index.wrapping_add(1)) {
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
