//! The lines of an NDJSON file.

use super::records::{Record, SKIPPING, Trouble};
use super::scan::MOST_BYTES;

/// Goes through the lines of a chunk that begins where one begins. Blank lines are none.
pub(super) struct Lines<'b> {
    bytes: &'b [u8],
    last: bool,
    skipping: bool,
    pub(super) at: usize,
    pub(super) line: u32,
}

impl<'b> Lines<'b> {
    pub(super) fn new(bytes: &'b [u8], strict: u32, last: bool) -> Self {
        Lines { bytes, last, skipping: strict == SKIPPING, at: 0, line: 0 }
    }

    pub(super) fn strict(&self) -> u32 {
        if self.skipping { SKIPPING } else { 0 }
    }

    /// The next line that is there as a whole.
    pub(super) fn read(&mut self) -> Option<Record> {
        loop {
            let (line, start) = (self.line, self.at);
            let rest = self.bytes.get(start..).unwrap_or_default();
            let (length, end) = match memchr::memchr(b'\n', rest) {
                Some(length) => (length, 1),
                None if self.skipping || self.last => (rest.len(), 0),
                // One more byte may be half of a line's end.
                None if rest.len() > MOST_BYTES + 1 => (rest.len(), 0),
                None => return None,
            };
            if rest.is_empty() {
                return None;
            }
            self.at = start.wrapping_add(length).wrapping_add(end);
            self.line = line.wrapping_add(end as u32);
            let skipped = std::mem::replace(&mut self.skipping, false);
            // Its line goes on.
            let unended = end == 0 && !self.last;
            if skipped {
                self.skipping = unended;
                continue;
            }
            let whole = rest.get(..length).unwrap_or_default();
            let whole = whole.strip_suffix(b"\r").unwrap_or(whole);
            if whole.len() > MOST_BYTES {
                self.skipping = unended;
                let end = start.wrapping_add(MOST_BYTES);
                return Some(Record { line, start, end, trouble: Some(Trouble::TooLong) });
            }
            if !whole.trim_ascii().is_empty() {
                let end = start.wrapping_add(whole.len());
                return Some(Record { line, start, end, trouble: None });
            }
        }
    }
}
