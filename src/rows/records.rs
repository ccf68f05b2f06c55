//! The records of a CSV file, as people have them.

use super::cells::Cells;
use super::scan::{MOST_BYTES, Scan, line_ends, scan};
use super::windows::text_of;
use crate::schema::count;

/// Where a record stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Record {
    /// How many lines end before it, from the first byte on.
    pub line: u32,
    /// Its first byte.
    pub start: usize,
    /// Behind its last byte; the end of its line is not part of it.
    pub end: usize,
    /// Why its cells cannot be relied on.
    pub trouble: Option<Trouble>,
}

/// What is wrong with a record as such.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// A quote that is closed nowhere, or lines later before something that is no end of a cell. The
    /// record is its first line alone, and the next line begins another.
    OpenQuote,
    /// It has more than [`MOST_BYTES`]. The record is as many, and the next one begins behind the
    /// next end of a line.
    TooLong,
}

/// What [`Records::strict`] is before the rest of a record that is too long.
pub(super) const SKIPPING: u32 = u32::MAX;

/// Goes through the records of a chunk, which begins where one begins. Blank lines are none, nor
/// are lines with nothing but delimiters.
pub struct Records<'b> {
    bytes: &'b [u8],
    delimiter: u8,
    last: bool,
    at: usize,
    line: u32,
    strict: usize,
    skipping: bool,
    cells: Cells,
}

impl<'b> Records<'b> {
    /// The records of a chunk, which is the `last` of its file or not. `strict` is what was left
    /// before it, 0 at the start of a file.
    pub fn new(bytes: &'b [u8], delimiter: u8, strict: u32, last: bool) -> Self {
        let skipping = strict == SKIPPING;
        let strict = if skipping { 0 } else { strict as usize };
        let cells = Cells::new(delimiter);
        Records { bytes, delimiter, last, at: 0, line: 0, strict, skipping, cells }
    }

    /// How many bytes need not be handed over again.
    pub fn consumed(&self) -> usize {
        self.at
    }

    /// How many lines end in them.
    pub fn lines(&self) -> u32 {
        self.line
    }

    /// What the next chunk has to be told.
    pub fn strict(&self) -> u32 {
        if self.skipping { SKIPPING } else { self.strict.saturating_sub(self.at) as u32 }
    }

    /// The cells of the record that came last.
    pub(super) fn cells(&self) -> &Cells {
        &self.cells
    }

    /// The cells of the record that came last, as texts.
    pub fn texts(&self) -> Vec<String> {
        let mut start = 0;
        let text = |end: &usize| {
            let cell = self.cells.bytes().get(start..*end).unwrap_or_default();
            start = *end;
            text_of(cell).into_owned()
        };
        self.cells.ends().iter().map(text).collect()
    }

    /// The next record; `None` where there is no whole one.
    pub fn read(&mut self) -> Option<Record> {
        while self.begin() {
            let (line, start) = (self.line, self.at);
            let rest = self.bytes.get(start..).unwrap_or_default();
            let window = rest.get(..MOST_BYTES + 1).unwrap_or(rest);
            let (length, trouble) = match self.on_one_line(window) {
                Some(length) => (length, None),
                None => self.on_several(window)?,
            };
            self.at = start.wrapping_add(length);
            if trouble.is_none() && self.cells.are_blank() {
                continue;
            }
            return Some(Record { line, start, end: self.at, trouble });
        }
        None
    }

    /// Goes to the first byte of a record, if there is one.
    fn begin(&mut self) -> bool {
        if self.skipping {
            let rest = self.bytes.get(self.at..).unwrap_or_default();
            let end = memchr::memchr2(b'\n', b'\r', rest);
            self.skipping = end.is_none();
            self.at = self.at.wrapping_add(end.unwrap_or(rest.len()));
        }
        loop {
            let length = match (self.bytes.get(self.at), self.bytes.get(self.at.wrapping_add(1))) {
                (Some(b'\n'), _) => 1,
                (Some(b'\r'), Some(b'\n')) => 2,
                (Some(b'\r'), Some(_)) => 1,
                // More may come, and may begin with the other half.
                (Some(b'\r'), None) if self.last => 1,
                (Some(b'\r'), None) | (None, _) => return false,
                _ => return true,
            };
            self.at = self.at.wrapping_add(length);
            self.line = self.line.wrapping_add(1);
        }
    }

    /// The length of the record, if it ends on its first line.
    #[inline]
    fn on_one_line(&mut self, window: &[u8]) -> Option<usize> {
        if self.at < self.strict {
            return None;
        }
        // No more than the line is read: a record that is torn far behind it would be read once more
        // for each of its lines.
        let length = memchr::memchr2(b'\n', b'\r', window)?;
        let taken = self.cells.read(window.get(..=length)?)?;
        (taken > length).then_some(length)
    }

    /// The length of any other, and what is wrong with it.
    #[cold]
    fn on_several(&mut self, window: &[u8]) -> Option<(usize, Option<Trouble>)> {
        let whole = self.last && self.at.wrapping_add(window.len()) == self.bytes.len();
        let strict = self.strict.saturating_sub(self.at);
        let (found, looked_at) = scan(window, self.delimiter, strict, whole);
        count(looked_at);
        let (length, trouble) = match found {
            Scan::More => return None,
            Scan::Ends(length) => (length, None),
            Scan::Torn(strict) => {
                self.strict = self.strict.max(self.at.saturating_add(strict));
                let end = memchr::memchr2(b'\n', b'\r', window);
                (end.unwrap_or(window.len()), Some(Trouble::OpenQuote))
            }
            Scan::TooLong => {
                self.skipping = true;
                (MOST_BYTES, Some(Trouble::TooLong))
            }
        };
        count(length);
        let ended = line_ends(self.bytes, self.at, self.at.wrapping_add(length));
        self.line = self.line.wrapping_add(ended);
        self.cells.read_whole(window.get(..length).unwrap_or_default());
        Some((length, trouble))
    }
}
