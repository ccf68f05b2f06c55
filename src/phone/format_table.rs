//! How numbers are written, and an example of each country: Google's formats, packed in
//! `formats.bin` by `scripts/phone/format_writer.py` and unpacked once, when first asked for.

use std::cell::Cell;

use super::calling_code::CallingCode;
use super::lengths::Lengths;
use super::tables::{FORMAT_NODES, FORMATS, LENGTHS_OF};
use super::unpacker::{NODE, QUESTIONS, Tree, Unpacker, walk};

static PACKED: &[u8] = include_bytes!("formats.bin");

/// The most groups that a format has.
const GROUPS: usize = 5;

/// Some digits that stand together.
#[derive(Clone, Copy, Default)]
pub(super) struct Group {
    /// At least so many.
    pub least: usize,
    /// So many more, if there are.
    pub spare: usize,
    /// What follows, a place among `SEPARATORS`: 0 behind the last group.
    pub separator: usize,
}

/// How some numbers of a calling code are written.
#[derive(Clone, Copy, Default)]
pub(super) struct Format {
    pub groups: [Group; GROUPS],
    /// The fewest digits and the most.
    pub least: usize,
    pub most: usize,
    /// `bits` of a `Shape` in `scripts/phone/formats.py`.
    shape: usize,
}

impl Format {
    /// What is dialled inside the country stands before the first group.
    pub fn has_prefix(&self) -> bool {
        self.shape & 1 != 0
    }

    /// 1: a bracket opens before the prefix, 2: before the first group. Behind that it closes.
    pub fn bracket(&self) -> usize {
        self.shape >> 1 & 3
    }

    /// What stands behind the prefix: nothing, a space, a dash, or a space and a 0.
    pub fn behind(&self) -> usize {
        self.shape >> 3 & 3
    }

    /// What differs in international format: [`DASHES`], [`SPACES`], [`MOVED`].
    pub fn abroad(&self) -> usize {
        self.shape >> 5
    }
}

/// All separators are dashes in international format.
pub(super) const DASHES: usize = 1;
/// All separators are spaces in international format.
pub(super) const SPACES: usize = 2;
/// The first group is left out inside the country, for a 15 behind the second one. A format without
/// prefix is for the country alone.
pub(super) const MOVED: usize = 3;

/// All that `formats.bin` holds.
pub(super) struct Table {
    formats: [Format; FORMATS],
    /// Where those of each calling code begin.
    first: [usize; LENGTHS_OF.len()],
    /// First one of each calling code, then ten for each that is no leaf. A leaf holds, from
    /// [`SHIFT`] on, a bit for each format that the digits leave.
    trees: [Tree; TREES],
    /// Letters of each country and the digits of a mobile, all in a row.
    examples: String,
}

const ROOTS: usize = LENGTHS_OF.len();
const TREES: usize = ROOTS + 10 * FORMAT_NODES;

/// The formats of a calling code stand in place of lengths, of which trees have no more here.
const SHIFT: usize = 6;

impl Table {
    pub fn get() -> &'static Self {
        thread_local! {
            static KEPT: Cell<Option<&'static Table>> = const { Cell::new(None) };
        }
        KEPT.with(|kept| {
            kept.get().unwrap_or_else(|| {
                let table = Box::leak(Box::new(Table {
                    formats: [Format::default(); FORMATS],
                    first: [0; LENGTHS_OF.len()],
                    trees: [0; TREES],
                    examples: String::new(),
                }));
                table.unpack();
                kept.set(Some(table));
                table
            })
        })
    }

    /// The format that suits these digits of a national number, and whether it has as many: of
    /// those that they leave the first that has, or else the first that has more.
    pub fn of(&self, code: CallingCode, digits: &str, abroad: bool) -> Option<(&Format, bool)> {
        let mut left = self.below(walk(&self.trees, code.index, digits)) >> SHIFT;
        let mut at = self.first.get(code.index).copied().unwrap_or_default();
        let mut found = None;
        while left != 0
            && let Some(format) = self.formats.get(at)
        {
            let is_out = abroad && format.abroad() == MOVED && !format.has_prefix();
            if left & 1 != 0 && digits.len() <= format.most && !is_out {
                if digits.len() >= format.least {
                    return Some((format, true));
                }
                if found.is_none() {
                    found = Some((format, false));
                }
            }
            left >>= 1;
            at += 1;
        }
        found
    }

    /// All that the leaves of a tree hold.
    fn below(&self, tree: Tree) -> Tree {
        if tree & NODE == 0 {
            return tree;
        }
        let mut all = 0;
        let first = usize::from(tree & !NODE);
        for tree in self.trees.get(first..first + 10).unwrap_or_default() {
            all |= self.below(*tree);
        }
        all
    }

    /// The digits of a mobile of a country, given by its letters; of a fixed line where no number
    /// is a mobile's.
    pub fn example(&self, letters: &str) -> &str {
        let mut rest = self.examples.as_str();
        while let Some((head, behind)) = rest.split_at_checked(2) {
            if head == letters {
                rest = behind;
                break;
            }
            rest = rest.get(1..).unwrap_or_default();
        }
        let mut end = 0;
        while let Some(b'0'..=b'9') = rest.as_bytes().get(end) {
            end += 1;
        }
        rest.get(..end).unwrap_or_default()
    }

    fn unpack(&mut self) {
        let mut unpacker = Unpacker::new(PACKED, &mut self.trees, ROOTS);
        let mut last = Last { separators: [0; GROUPS], shape: 0 };
        let mut used = 0;
        let mut index = 0;
        while let Some(code) = CallingCode::at(index) {
            let lengths = code.lengths();
            if let Some(first) = self.first.get_mut(index) {
                *first = used;
            }
            if lengths.0 != 0 {
                let mut count = 0;
                while unpacker.is(MORE, count.min(3)) {
                    if let Some(slot) = self.formats.get_mut(used) {
                        *slot = unpacker.format(lengths.most(), &mut last);
                    }
                    count += 1;
                    used += 1;
                }
                if count > 0 {
                    unpacker.root(index, QUESTIONS, Lengths((1 << count) - 1 << SHIFT));
                }
            }
            let mut letters = code.countries();
            while let Some((country, behind)) = letters.split_at_checked(2) {
                letters = behind;
                self.examples.push_str(country);
                unpacker.example(lengths, &mut self.examples);
            }
            index += 1;
        }
    }
}

/// What is read besides trees, each with contexts of its own, as `format_writer.py` numbers them.
const MORE: usize = 0;
const DIGITS: usize = 1;
const SEPARATOR: usize = 2;
const SPARE: usize = 3;
const SHAPE: usize = 4;
const SEQUENCE: usize = 5;
const DIGIT: usize = 6;
/// The context of what says that an example ends at a length that is not the greatest.
const END: usize = 16;

/// What the format before had.
struct Last {
    separators: [usize; GROUPS],
    shape: usize,
}

impl Unpacker<'_> {
    fn is(&mut self, kind: usize, context: usize) -> bool {
        self.one((QUESTIONS + 1 << 11) + (kind << 8) + context)
    }

    /// A number of so many bits, the greatest first, each in a context of those before.
    fn symbol(&mut self, kind: usize, context: usize, bits: usize) -> usize {
        let mut node = 1;
        while node >> bits == 0 {
            node = node << 1 | usize::from(self.is(kind, context + node));
        }
        node - (1 << bits)
    }

    /// A format of a calling code whose numbers have so many digits at the most.
    fn format(&mut self, longest: usize, last: &mut Last) -> Format {
        let mut format = Format::default();
        let mut left = longest;
        let mut first = 0;
        for (group, separator) in format.groups.iter_mut().zip(&mut last.separators) {
            group.least = 1 + self.symbol(DIGITS, (left << 1 | first) << 3, 3);
            first = 1;
            left = left.saturating_sub(group.least);
            let near = left.min(3);
            *separator = self.symbol(SEPARATOR, (near << 2 | *separator) << 2, 2);
            group.separator = *separator;
            let end = usize::from(*separator == 0);
            while self.is(SPARE, (group.spare.min(1) << 1 | end) << 2 | near) {
                group.spare += 1;
            }
            left = left.saturating_sub(group.spare);
            format.least += group.least;
            format.most += group.least + group.spare;
            if end != 0 {
                break;
            }
        }
        if self.is(SHAPE, 0) {
            last.shape = self.symbol(SHAPE, 128, 7);
        }
        format.shape = last.shape;
        format
    }

    /// The digits of a number, most of which are one more than the one before.
    fn example(&mut self, lengths: Lengths, out: &mut String) {
        let (mut digit, mut row) = (0, 0);
        let mut place = 0;
        while place < lengths.most() && !(lengths.contains(place) && self.is(SEQUENCE, END)) {
            let near = place.min(2);
            if self.is(SEQUENCE, row << 2 | near) {
                digit = if digit < 9 { digit + 1 } else { 0 };
                row = 2.min(row + 1);
            } else {
                digit = self.symbol(DIGIT, near << 4, 4);
                row = 0;
            }
            out.push(char::from(b'0' + digit as u8));
            place += 1;
        }
    }
}
