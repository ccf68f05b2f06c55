//! A JSON text with its tape, and the memory that tapes are read into.

use std::cell::Cell;

use super::steps::count;
use super::tape::{Entry, NO_ENTRY, Unreadable, read};

/// A JSON text and its tape.
///
/// ```
/// use interakt_wasm::schema::Document;
/// let order = Document::parse(r#"{"items":[{"name":"Cake"}],"total":2.5}"#).unwrap();
/// assert_eq!(order.root().number("total"), Some(2.5));
/// assert!(Document::parse("[1,]").is_none());
/// ```
#[derive(Debug)]
pub struct Document<'j> {
    json: &'j str,
    tape: Vec<Entry>,
}

thread_local! {
    /// The tape of the last document, for the next one: its memory is asked for once.
    static SPARE: Cell<Vec<Entry>> = const { Cell::new(Vec::new()) };
}

/// A tape longer than this is not kept: a megabyte, enough for texts of some 100 KB.
const MOST_SPARE: usize = 1 << 16;

impl Drop for Document<'_> {
    fn drop(&mut self) {
        if self.tape.capacity() <= MOST_SPARE {
            SPARE.set(std::mem::take(&mut self.tape));
        }
    }
}

impl<'j> Document<'j> {
    /// Reads a text, however deep it is nested; `None` when it is not one JSON value and nothing else.
    pub fn parse(json: &'j str) -> Option<Self> {
        Document::read(json, u32::MAX).ok()
    }

    /// Reads a text that is nested no deeper than `most_depth`; a scalar is not nested.
    ///
    /// # Errors
    /// The text is no JSON, or nested deeper.
    pub fn read(json: &'j str, most_depth: u32) -> Result<Self, Unreadable> {
        let mut tape = SPARE.take();
        tape.clear();
        let mut document = Document { json, tape };
        // Places are counted in 32 bits.
        if u32::try_from(json.len()).is_err() {
            return Err(Unreadable::Syntax);
        }
        count(json.len());
        read(json.as_bytes(), &mut document.tape, most_depth)?;
        Ok(document)
    }

    /// Nothing: its views find nothing.
    pub(super) const fn empty() -> Self {
        Document { json: "", tape: Vec::new() }
    }

    #[inline(always)]
    pub(super) fn entry(&self, place: u32) -> &Entry {
        count(1);
        self.tape.get(place as usize).unwrap_or(&NO_ENTRY)
    }

    /// A part of the text.
    #[inline(always)]
    pub(super) fn text(&self, start: u32, end: u32) -> &str {
        count(end.wrapping_sub(start) as usize);
        self.json.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The bytes of a part of the text.
    #[inline(always)]
    pub(super) fn bytes(&self, start: u32, end: u32) -> &[u8] {
        self.json.as_bytes().get(start as usize..end as usize).unwrap_or_default()
    }

    /// How many entries the tape has: the number of steps that reading it took.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.tape.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lays_values_out_as_its_table_says() {
        let document = Document::parse(r#"{"a":[1,2],"b":true}"#).unwrap();
        let nexts: Vec<_> = document.tape.iter().map(|entry| entry.next).collect();
        assert_eq!(nexts, [7, 2, 5, 4, 5, 6, 7]);
        assert_eq!(document.at(2).json(), "[1,2]");
        assert_eq!(document.root().json(), r#"{"a":[1,2],"b":true}"#);
    }

    #[test]
    fn a_long_tape_is_not_kept() {
        let long = format!("[{}1]", "1,".repeat(MOST_SPARE));
        drop(Document::parse(&long));
        let kept = SPARE.take();
        assert!(kept.capacity() <= MOST_SPARE);
        let document = Document::parse("[1,2]").unwrap();
        assert_eq!(document.len(), 3);
    }
}
