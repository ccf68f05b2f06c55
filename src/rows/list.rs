//! Records as they are, for whoever looks at a file before it is checked, or at one row.

use super::records::Records;
use crate::schema::{push_decimal, quote};

/// Writes the records that are left as JSON text: `[[line,["cell"]]]`, where the first line is 0.
pub fn list(records: &mut Records, out: &mut String) {
    out.push('[');
    while let Some(record) = records.read() {
        out.push_str(if out.len() > 1 { ",[" } else { "[" });
        push_decimal(record.line.into(), out);
        out.push_str(",[");
        for (at, cell) in records.texts().iter().enumerate() {
            out.push_str(if at > 0 { "," } else { "" });
            quote(cell, out);
        }
        out.push_str("]]");
    }
    out.push(']');
}
