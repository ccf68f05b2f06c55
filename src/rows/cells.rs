//! The cells of one record.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

use crate::schema::count;

/// The cells that are told apart; what stands behind them is in the last. Spreadsheets have as many
/// columns.
const MOST_CELLS: usize = 1 << 14;

/// Reads records into cells, which stand one after the other.
pub(super) struct Cells {
    reader: Reader,
    /// Whether the reader stands where a record begins.
    fresh: bool,
    bytes: Vec<u8>,
    length: usize,
    ends: Vec<usize>,
    count: usize,
}

impl Cells {
    pub(super) fn new(delimiter: u8) -> Self {
        let reader = ReaderBuilder::new().delimiter(delimiter).build();
        let (bytes, ends) = (vec![0; 1 << 12], vec![0; 64]);
        Cells { reader, fresh: false, bytes, length: 0, ends, count: 0 }
    }

    /// Reads the record that begins with the bytes. `Some` of how many it has, with one byte of the
    /// end of its line; `None` where its end is not among them.
    pub(super) fn read(&mut self, bytes: &[u8]) -> Option<usize> {
        self.begin();
        let taken = self.go_on(bytes)?;
        self.fresh = true;
        Some(taken)
    }

    /// Reads the record that the bytes are.
    pub(super) fn read_whole(&mut self, bytes: &[u8]) {
        self.begin();
        if self.go_on(bytes).is_none() {
            self.go_on(&[]);
        }
    }

    fn begin(&mut self) {
        (self.length, self.count) = (0, 0);
        if !std::mem::take(&mut self.fresh) {
            self.reader.reset();
            // It would drop the mark of UTF-8 from the start of what it reads first.
            self.reader.read_record(b"\n", &mut [0], &mut [0]);
        }
    }

    /// `None` at the end of the bytes. No bytes: at the end of all.
    fn go_on(&mut self, mut bytes: &[u8]) -> Option<usize> {
        let mut taken = 0usize;
        loop {
            let cells = self.bytes.get_mut(self.length..).unwrap_or_default();
            let ends = self.ends.get_mut(self.count..).unwrap_or_default();
            let (result, read, written, ended) = self.reader.read_record(bytes, cells, ends);
            bytes = bytes.get(read..).unwrap_or_default();
            taken = taken.wrapping_add(read);
            count(read);
            self.length = self.length.wrapping_add(written);
            self.count = self.count.wrapping_add(ended);
            match result {
                ReadRecordResult::Record => return Some(taken),
                ReadRecordResult::InputEmpty | ReadRecordResult::End => return None,
                ReadRecordResult::OutputFull => {
                    self.bytes.resize(self.bytes.len().saturating_mul(2), 0)
                }
                ReadRecordResult::OutputEndsFull if self.count < MOST_CELLS => {
                    self.ends.resize(self.ends.len().saturating_mul(2), 0);
                }
                ReadRecordResult::OutputEndsFull => self.count = MOST_CELLS - 1,
            }
            // No bytes would mean that there are no more at all.
            if bytes.is_empty() && taken > 0 {
                return None;
            }
        }
    }

    /// All of them, without anything between them.
    pub(super) fn bytes(&self) -> &[u8] {
        self.bytes.get(..self.length).unwrap_or_default()
    }

    /// Where in [`Cells::bytes`] each ends.
    pub(super) fn ends(&self) -> &[usize] {
        self.ends.get(..self.count).unwrap_or_default()
    }

    /// Whether nothing stands in any.
    pub(super) fn are_blank(&self) -> bool {
        self.bytes().trim_ascii().is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_byte_can_part_cells() {
        for delimiter in 0..=u8::MAX {
            let mut cells = Cells::new(delimiter);
            cells.read_whole(&[b'a', delimiter, b'"', b'b', b'"', delimiter, b'\n', b'c']);
            assert!(!cells.are_blank(), "{delimiter}");
        }
    }
}
