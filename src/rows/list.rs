//! Records as they are, for whoever looks at a file before it is checked, or at one row.

use super::records::Records;
use super::windows::text_of;
use crate::schema::{push_decimal, quote};

/// Writes the records that are left as JSON text: `[[line,["cell"]]]`, where the first line is 0.
pub fn list(records: &mut Records, out: &mut String) {
    out.push('[');
    while let Some(record) = records.read() {
        out.push_str(if out.len() > 1 { ",[" } else { "[" });
        push_decimal(record.line.into(), out);
        out.push_str(",[");
        let cells = records.cells();
        let mut start = 0;
        for end in cells.ends() {
            out.push_str(if start > 0 || !out.ends_with('[') { "," } else { "" });
            let cell = cells.bytes().get(start..*end).unwrap_or_default();
            quote(&text_of(cell), out);
            start = *end;
        }
        out.push_str("]]");
    }
    out.push(']');
}
