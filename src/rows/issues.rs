//! What is wrong with a row, as a report's text has it.

use crate::schema::{Params, push_decimal};

/// Issues of one row that no description holds, with commas between them.
#[derive(Default)]
pub(super) struct Issues {
    pub(super) text: String,
    pub(super) errors: u32,
    pub(super) found: u32,
}

impl Issues {
    pub(super) fn clear(&mut self) {
        self.text.clear();
        (self.errors, self.found) = (0, 0);
    }

    /// Adds what is about the whole row.
    pub(super) fn add(&mut self, code: u32) {
        self.write(code, "[]");
    }

    /// The same with what its message speaks of.
    pub(super) fn add_of(&mut self, code: u32, params: &Params) {
        self.begin(code);
        self.text.push_str(",[],[],{");
        self.text.push_str(params.json());
        self.text.push_str("}]");
    }

    /// Adds what is about a cell: its path is its column.
    pub(super) fn add_at(&mut self, code: u32, column: usize) {
        self.add_with(code, column, &Params::default());
    }

    /// The same with what its message speaks of.
    pub(super) fn add_with(&mut self, code: u32, column: usize, params: &Params) {
        self.begin(code);
        self.text.push_str(",[],[");
        push_decimal(column as i64, &mut self.text);
        self.text.push_str("],{");
        self.text.push_str(params.json());
        self.text.push_str("}]");
    }

    /// Adds what is about a key of the input.
    pub(super) fn write(&mut self, code: u32, path: &str) {
        self.begin(code);
        self.text.push_str(",[],");
        self.text.push_str(path);
        self.text.push_str(",{}]");
    }

    /// Adds the only issue of a report, which is about a whole value, for the value at a key.
    pub(super) fn add_report(&mut self, report: &str, errors: u32, path: &str) {
        let Some((code, params)) = report.split_once(",[],[]") else { return };
        self.separate();
        self.text.push_str(code);
        self.text.push_str(",[],");
        self.text.push_str(path);
        self.text.push_str(params);
        self.found = self.found.saturating_add(1);
        self.errors = self.errors.saturating_add(errors);
    }

    fn begin(&mut self, code: u32) {
        self.separate();
        self.text.push('[');
        push_decimal(code.into(), &mut self.text);
        self.found = self.found.saturating_add(1);
        self.errors = self.errors.saturating_add(!code & 1);
    }

    fn separate(&mut self) {
        if !self.text.is_empty() {
            self.text.push(',');
        }
    }
}
