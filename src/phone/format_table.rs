//! How numbers are written, and an example of each country: Google's formats, packed in
//! `formats.bin` by `scripts/phone/format_writer.py` and unpacked once, when first asked for.

use std::cell::Cell;

use super::calling_code::CallingCode;
use super::lengths::Lengths;
use super::tables::LENGTHS_OF;
use super::unpacker::{NODE, QUESTIONS, TREES, Tree, Trees, Unpacker, walk};

static PACKED: &[u8] = include_bytes!("formats.bin");

/// The most groups that a format has, and the most formats of a calling code.
const GROUPS: usize = 5;
const FORMATS: usize = 9;

/// Some digits that stand together.
#[derive(Clone, Copy, Default)]
pub(super) struct Group {
    /// At least so many.
    pub least: u8,
    /// So many more, if there are.
    pub spare: u8,
    /// What follows, as [`sign`](super::format) writes it: 0 behind the last group.
    pub separator: u8,
}

/// How some numbers of a calling code are written.
#[derive(Clone, Copy, Default)]
pub(super) struct Format {
    pub groups: [Group; GROUPS],
    /// The fewest digits and the most.
    pub least: u8,
    pub most: u8,
    /// `bits` of a `Shape` in `scripts/phone/formats.py`.
    shape: u8,
}

impl Format {
    /// What is dialled inside the country stands before the first group.
    pub fn has_prefix(&self) -> bool {
        self.shape & 1 != 0
    }

    /// 1: a bracket opens before the prefix, 2: before the first group. Behind that it closes.
    pub fn bracket(&self) -> u8 {
        self.shape >> 1 & 3
    }

    /// What stands behind the prefix: nothing, a space, a dash, or a space and a 0.
    pub fn behind(&self) -> u8 {
        self.shape >> 3 & 3
    }

    /// What differs in international format: [`DASHES`], [`SPACES`], [`MOVED`].
    pub fn abroad(&self) -> u8 {
        self.shape >> 5
    }
}

/// All separators are dashes in international format.
pub(super) const DASHES: u8 = 1;
/// All separators are spaces in international format.
pub(super) const SPACES: u8 = 2;
/// The first group is left out inside the country, for a 15 behind the second one. A format without
/// prefix is for the country alone.
pub(super) const MOVED: u8 = 3;

/// All that `formats.bin` holds.
pub(super) struct Table {
    /// Those of each calling code.
    formats: [[Format; FORMATS]; ROOTS],
    /// First one of each calling code, then ten for each that is no leaf. A leaf holds, from
    /// [`SHIFT`] on, a bit for each format that the digits leave.
    trees: Trees,
    /// Letters of each country and the digits of a mobile, all in a row.
    examples: String,
}

const ROOTS: usize = LENGTHS_OF.len();

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
                    formats: [[Format::default(); FORMATS]; ROOTS],
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
        let digits = digits.len() as u8;
        let mut found = None;
        for format in self.formats.get(code.index)? {
            let is_out = abroad && format.abroad() == MOVED && !format.has_prefix();
            if left & 1 != 0 && digits <= format.most && !is_out {
                if digits >= format.least {
                    return Some((format, true));
                }
                if found.is_none() {
                    found = Some((format, false));
                }
            }
            left >>= 1;
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
        for tree in self.trees.get(first..first.wrapping_add(10)).unwrap_or_default() {
            all |= self.below(*tree);
        }
        all
    }

    /// Writes the digits of a mobile of a country, given by its letters; of a fixed line where no
    /// number is a mobile's.
    pub fn write_example(&self, letters: &[u8], out: &mut String) {
        let mut rest = self.examples.as_bytes();
        while let [first, behind @ ..] = rest {
            rest = behind;
            if let [second, digits @ ..] = behind
                && [*first, *second] == letters
            {
                rest = digits;
                while let [digit @ b'0'..=b'9', behind @ ..] = rest {
                    out.push(char::from(*digit));
                    rest = behind;
                }
                return;
            }
        }
    }

    fn unpack(&mut self) {
        let mut unpacker = Unpacker::new(PACKED, &mut self.trees, ROOTS);
        let mut format = Format::default();
        let mut index = 0usize;
        while let Some(code) = CallingCode::at(index) {
            let lengths = code.lengths();
            if lengths.0 != 0
                && let Some(formats) = self.formats.get_mut(index)
            {
                let mut count = 0usize;
                while unpacker.is(MORE, count.min(3)) {
                    unpacker.format(lengths.most(), &mut format);
                    if let Some(slot) = formats.get_mut(count) {
                        *slot = format;
                    }
                    count = count.wrapping_add(1);
                }
                if count > 0 {
                    unpacker.root(index, QUESTIONS, Lengths(!(u16::MAX << count) << SHIFT));
                }
            }
            let mut letters = code.countries();
            while let Some((country, behind)) = letters.split_at_checked(2) {
                letters = behind;
                self.examples.push_str(country);
                unpacker.example(lengths, &mut self.examples);
            }
            index = index.wrapping_add(1);
        }
    }
}

/// The first context of what is read besides trees.
const CONTEXTS: usize = (QUESTIONS + 1) << 11;
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

impl Unpacker<'_> {
    fn is(&mut self, kind: usize, context: usize) -> bool {
        self.one((CONTEXTS | kind << 8).wrapping_add(context))
    }

    /// A number of so many bits, the greatest first, each in a context of those before.
    fn symbol(&mut self, kind: usize, context: usize, bits: usize) -> usize {
        let mut node = 1usize;
        while node >> bits == 0 {
            node = node << 1 | usize::from(self.is(kind, context.wrapping_add(node)));
        }
        node ^ 1 << bits
    }

    /// Reads a format of a calling code whose numbers have so many digits at the most, in place of
    /// the one before, which it is most like.
    fn format(&mut self, longest: usize, format: &mut Format) {
        format.least = 0;
        format.most = 0;
        let mut left = longest;
        let mut first = 0;
        for group in &mut format.groups {
            let least = self.symbol(DIGITS, (left << 1 | first) << 3, 3).wrapping_add(1);
            first = 1;
            left = left.saturating_sub(least);
            let near = left.min(3);
            let separator =
                self.symbol(SEPARATOR, (near << 2 | usize::from(group.separator)) << 2, 2);
            let end = usize::from(separator == 0);
            let mut spare = 0usize;
            while self.is(SPARE, (spare.min(1) << 1 | end) << 2 | near) {
                spare = spare.wrapping_add(1);
            }
            left = left.saturating_sub(spare);
            group.least = least as u8;
            group.spare = spare as u8;
            group.separator = separator as u8;
            let most = group.least.wrapping_add(group.spare);
            format.least = format.least.wrapping_add(group.least);
            format.most = format.most.wrapping_add(most);
            if separator == 0 {
                break;
            }
        }
        if self.is(SHAPE, 0) {
            format.shape = self.symbol(SHAPE, 128, 7) as u8;
        }
    }

    /// The digits of a number, most of which are one more than the one before.
    fn example(&mut self, lengths: Lengths, out: &mut String) {
        let (mut digit, mut row, mut place) = (0usize, 0usize, 0usize);
        while place < lengths.most() && !(lengths.contains(place) && self.is(SEQUENCE, END)) {
            let near = place.min(2);
            if self.is(SEQUENCE, row << 2 | near) {
                digit = if digit < 9 { digit.wrapping_add(1) } else { 0 };
                row = row.wrapping_add(1).min(2);
            } else {
                digit = self.symbol(DIGIT, near << 4, 4);
                row = 0;
            }
            out.push(char::from(b'0'.wrapping_add(digit as u8)));
            place = place.wrapping_add(1);
        }
    }
}
