//! A file of rows, handed over in chunks as JavaScript does.

#![allow(dead_code, reason = "each test needs a part of it")]

use interakt_wasm::api::{OPERATIONS, index_of};
use interakt_wasm::packs::{self, Shipped};
use interakt_wasm::rows::{self, Plan, ROW_WORDS, Record, Records, flag};
use interakt_wasm::schema::{Checker, Severity, Step};
use interakt_wasm::write;
use serde_json::{Value, json};

/// What is told of a row.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// From 1.
    pub line: u32,
    pub raw: Vec<u8>,
    pub flags: u32,
    /// A number, or a text.
    pub recipient: String,
    pub report: String,
    pub input: Option<String>,
    /// In hexadecimal digits.
    pub key: String,
}

impl Row {
    pub fn is_refused(&self) -> bool {
        self.flags & flag::REFUSED != 0
    }

    /// `code at path`, and a `?` behind that of a warning.
    pub fn issues(&self) -> Vec<String> {
        let find = |number: u32| write::catalogue().get(&number).copied();
        let issues = write::read(&self.report, find);
        issues
            .iter()
            .map(|issue| {
                let path: Vec<String> = issue.path.iter().map(step).collect();
                let mark = if issue.severity == Severity::Warning { "?" } else { "" };
                format!("{} at {}{mark}", issue.code, path.join("."))
            })
            .collect()
    }
}

fn step(step: &Step) -> String {
    match step {
        Step::Key(key) => key.to_string(),
        Step::Index(index) => index.to_string(),
    }
}

/// The root of an operation.
pub fn root(name: &str) -> usize {
    let operation = OPERATIONS.iter().find(|operation| operation.name == name).expect(name);
    packs::input(index_of(operation))
}

/// The rows of a file, of which chunks of these lengths are read, over and over. A chunk without a
/// whole row becomes twice as long.
pub fn rows_of(operation: &str, plan: &Value, bytes: &[u8], lengths: &[usize]) -> Vec<Row> {
    let mut found = Vec::new();
    let mut checker = Checker::default();
    let (mut table, mut out) = (Vec::new(), String::new());
    chunks(bytes, lengths, |chunk, strict, line, last| {
        let mut plan = plan.clone();
        let is_csv = plan["format"] == "csv";
        plan["strict"] = strict.into();
        let plan = Plan::read(&plan.to_string()).expect("a plan");
        table.clear();
        out.clear();
        let root = root(operation);
        let reached =
            rows::check(&mut checker, Shipped, root, &plan, chunk, last, &mut table, &mut out);
        for row in table.chunks(ROW_WORDS) {
            let &[at, start, end, flags, low, high, ..] = row else { panic!("a row has words") };
            let span = |from: usize| {
                let (start, end) = (row[from] as usize, row[from + 1] as usize);
                (end > 0).then_some(start..end)
            };
            let text = |from| span(from).map(|span| out[span].to_owned());
            let in_chunk = |span| String::from_utf8(Vec::from(&chunk[span])).expect("UTF-8");
            let input = if is_csv { text(8) } else { span(8).map(in_chunk) };
            found.push(Row {
                line: line + at,
                raw: chunk[start as usize..end as usize].to_vec(),
                flags,
                recipient: match flags & flag::TEXT {
                    0 => (u64::from(low) | u64::from(high) << 32).to_string(),
                    _ => text(4).unwrap_or_default(),
                },
                report: text(6).unwrap_or_default(),
                input,
                key: format!("{:08x}{:08x}", row[11], row[10]),
            });
        }
        (reached.consumed, reached.lines, reached.strict)
    });
    found
}

/// The records of a file, each with its cells, in chunks.
pub fn records_of(bytes: &[u8], delimiter: u8, lengths: &[usize]) -> Vec<(Record, Vec<String>)> {
    let mut found = Vec::new();
    chunks(bytes, lengths, |chunk, strict, line, last| {
        let mut records = Records::new(chunk, delimiter, strict, last);
        let at = chunk.as_ptr().addr() - bytes.as_ptr().addr();
        while let Some(record) = records.read() {
            let record = Record {
                line: line + record.line,
                start: at + record.start,
                end: at + record.end,
                ..record
            };
            found.push((record, records.texts()));
        }
        (records.consumed(), records.lines(), records.strict())
    });
    found
}

/// Hands chunks over, with what was left before each, its first line and whether it is the last.
fn chunks(
    bytes: &[u8],
    lengths: &[usize],
    mut take: impl FnMut(&[u8], u32, u32, bool) -> (usize, u32, u32),
) {
    let (mut at, mut line, mut strict) = (0, 1, 0);
    let mut lengths = lengths.iter().copied().cycle();
    let mut length = lengths.next().expect("a length");
    while at < bytes.len() {
        let end = bytes.len().min(at + length.max(1));
        let last = end == bytes.len();
        let (consumed, lines, left) = take(&bytes[at..end], strict, line, last);
        assert!(consumed > 0 || !last, "it gets on at the end");
        assert!(consumed <= end - at);
        (at, line, strict) = (at + consumed, line + lines, left);
        length = if consumed > 0 { lengths.next().expect("a length") } else { length.max(1) * 2 };
    }
}

/// A plan for a CSV with these columns and more of the input.
pub fn plan(width: usize, tokens: Value) -> Value {
    json!({ "format": "csv", "delimiter": ",", "country": "IN", "width": width, "tokens": tokens })
}
