//! What a walk found: issues as data.
//!
//! An issue leaves the module as JSON text, `[code, order, path, params]`:
//!
//! - `code`: twice the number of its [`Code`], and one more for a warning;
//! - `order`: its place in the description, from the root; who reads sorts by it, so that nothing
//!   has to be inserted anywhere here;
//! - `path`: keys and indexes, from the root;
//! - `params`: what the message speaks of. The message itself is made where it is read.

use super::codes::Code;
use super::params::Params;
use super::source::Severity;
use super::text::{push_decimal, quote};

/// A code as it stands in a report. Made where programs are compiled: what is shipped has no
/// sentences.
pub const fn code(code: &Code, severity: Severity) -> u32 {
    code.number() << 1 | matches!(severity, Severity::Warning) as u32
}

/// The code of an error.
pub(crate) const fn error(of: &Code) -> u32 {
    code(of, Severity::Error)
}

/// How many issues are told where nobody says otherwise.
pub const MOST_ISSUES: u32 = 1000;

/// How much longer than the text that was checked all issues together may become, in bytes: a long
/// key in the path of each would otherwise cost its length many times over.
const ROOM: usize = 1 << 18;

/// The room that is kept for the next report.
const MOST_SPARE: usize = 1 << 20;

/// Issues, as JSON text with commas between them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    out: String,
    found: u32,
    errors: u32,
    told: u32,
    told_errors: u32,
    most: u32,
    room: usize,
}

impl Default for Report {
    /// An empty report of something short.
    fn default() -> Self {
        let (found, errors, told, told_errors) = (0, 0, 0, 0);
        Report {
            out: String::new(),
            found,
            errors,
            told,
            told_errors,
            most: MOST_ISSUES,
            room: ROOM,
        }
    }
}

impl Report {
    /// An empty report of what is found in a text of `length` bytes, with at most so many issues.
    pub fn begin(&mut self, length: usize, most: u32) {
        let mut out = std::mem::take(&mut self.out);
        out.clear();
        if out.capacity() > MOST_SPARE {
            out = String::new();
        }
        *self = Report { out, most, room: length.saturating_add(ROOM), ..Report::default() };
    }

    /// Adds an issue that is at the value itself. `code` is one that [`code`] gave.
    pub fn add(&mut self, code: u32, params: &Params) {
        if let Some(writer) = self.issue(code) {
            writer.path().params(params);
        }
    }

    /// Begins an issue, unless enough is told.
    pub(super) fn issue(&mut self, code: u32) -> Option<OrderWriter<'_>> {
        let error = !code & 1;
        // No text is long enough for more issues than can be counted.
        self.found = self.found.wrapping_add(1);
        self.errors = self.errors.wrapping_add(error);
        if self.told >= self.most || self.out.len() > self.room {
            return None;
        }
        self.told = self.told.wrapping_add(1);
        self.told_errors = self.told_errors.wrapping_add(error);
        Some(self.write(code))
    }

    fn write(&mut self, code: u32) -> OrderWriter<'_> {
        let out = &mut self.out;
        out.push_str(if out.is_empty() { "[" } else { ",[" });
        push_decimal(code.into(), out);
        out.push_str(",[");
        OrderWriter(out)
    }

    /// Says of what is not told that it is there.
    pub(super) fn end(&mut self, code: u32) {
        if self.found == self.told {
            return;
        }
        let warning = u32::from(self.errors == self.told_errors);
        let params = Params::default().with("found", self.found).with("listed", self.told);
        let mut order = self.write(code | warning);
        order.push(u32::MAX);
        order.path().params(&params);
    }

    /// Adds the issues of another report.
    pub fn append(&mut self, other: &Report) {
        if !other.out.is_empty() {
            self.out.push_str(if self.out.is_empty() { "" } else { "," });
            self.out.push_str(&other.out);
        }
        self.found = self.found.wrapping_add(other.found);
        self.errors = self.errors.wrapping_add(other.errors);
    }

    /// How many issues were found, told or not.
    pub fn found(&self) -> u32 {
        self.found
    }

    /// How many of them block.
    pub fn errors(&self) -> u32 {
        self.errors
    }

    /// The issues, with commas between them.
    pub fn text(&self) -> &str {
        &self.out
    }
}

/// Writes where in the description an issue is.
pub(super) struct OrderWriter<'r>(&'r mut String);

impl<'r> OrderWriter<'r> {
    pub(super) fn push(&mut self, order: u32) {
        separate(self.0);
        push_decimal(order.into(), self.0);
    }

    pub(super) fn path(self) -> PathWriter<'r> {
        self.0.push_str("],[");
        PathWriter(self.0)
    }
}

/// Writes where in the value an issue is.
pub(super) struct PathWriter<'r>(&'r mut String);

impl PathWriter<'_> {
    pub(super) fn key(&mut self, key: &str) {
        separate(self.0);
        quote(key, self.0);
    }

    /// A key that is JSON already.
    pub(super) fn json(&mut self, key: &str) {
        separate(self.0);
        self.0.push_str(key);
    }

    pub(super) fn index(&mut self, index: u32) {
        separate(self.0);
        push_decimal(index.into(), self.0);
    }

    pub(super) fn params(self, params: &Params) {
        self.0.push_str("],{");
        self.0.push_str(params.json());
        self.0.push_str("}]");
    }
}

fn separate(out: &mut String) {
    if !out.ends_with('[') {
        out.push(',');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    static BAD: Code = Code { id: "bad", message: "Bad." };

    fn report(most: u32, severities: &[Severity]) -> Report {
        let mut report = Report::default();
        report.begin(0, most);
        for severity in severities {
            report.add(code(&BAD, *severity), &Params::default().with("n", 1));
        }
        report.end(7 << 1);
        report
    }

    #[test]
    fn issues_are_json() {
        let [error, warning] = [BAD.number() << 1, BAD.number() << 1 | 1];
        let found = report(9, &[Severity::Error, Severity::Warning]);
        assert_eq!(
            found.text(),
            format!("[{error},[],[],{{\"n\":1}}],[{warning},[],[],{{\"n\":1}}]")
        );
        assert_eq!((found.found(), found.errors()), (2, 1));
    }

    #[test]
    fn what_is_not_told_is_told_of() {
        use Severity::{Error, Warning};
        for (severities, last) in [
            ([Error, Error, Warning], 14),
            ([Error, Warning, Warning], 15),
            ([Warning, Warning, Error], 14),
        ] {
            let found = report(1, &severities);
            assert!(
                found
                    .text()
                    .ends_with(&format!(",[{last},[4294967295],[],{{\"found\":3,\"listed\":1}}]"))
            );
        }
        assert_eq!(report(0, &[]).text(), "");
    }

    #[test]
    fn a_report_ends_where_it_would_become_much_longer_than_the_text() {
        let mut report = Report::default();
        report.begin(1000, u32::MAX);
        let long = Params::default().with("key", "k".repeat(ROOM));
        for _ in 0..100 {
            report.add(code(&BAD, Severity::Error), &long);
        }
        assert_eq!((report.errors(), report.told), (100, 2));
        assert!(report.text().len() < 3 * ROOM);
    }
}
