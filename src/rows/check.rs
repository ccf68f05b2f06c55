//! Checks the rows of a chunk.

use super::input::{Row, write};
use super::issues::Issues;
use super::ndjson::Lines;
use super::plan::Plan;
use super::recipient::Recipient;
use super::records::{Record, Records, Trouble};
use super::windows::character;
use crate::api::rows::{ENCODING, ENCODING_GUESSED, OPEN_QUOTE, TOO_LONG, TOO_MANY_CELLS};
use crate::schema::{Checker, Limits, Packed, Params, Severity, code, codes, digest, error};

/// How many words the table has of each row.
pub const ROW_WORDS: usize = 12;

/// How many rows are told in one go: more are for the next.
pub const MOST_ROWS: usize = 1 << 13;

/// The bytes behind which nothing more is told in one go.
pub const MOST_OUTPUT: usize = 1 << 20;

/// What the flags of a row say, a bit each.
pub mod flag {
    /// It has an error.
    pub const REFUSED: u32 = 1;
    /// It has a warning.
    pub const WARNED: u32 = 2;
    /// Its recipient is a text.
    pub const TEXT: u32 = 4;
    /// It is not UTF-8, and was read as Windows-1252.
    pub const GUESSED: u32 = 8;
}

/// Of each row [`ROW_WORDS`]: how many lines end before it in the chunk; start and end of its bytes
/// there; flags; its recipient, the low and high half of a number or the span of a text in the
/// output; the spans of its report and of its input, which of NDJSON is in the chunk; the low and
/// high half of its key, where keys are wanted. 0 and 0 is none.
pub type Table = Vec<u32>;

/// How far a check came.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reached {
    /// The bytes that need not be handed over again.
    pub consumed: usize,
    /// How many lines end in them.
    pub lines: u32,
    /// What the next plan has to say.
    pub strict: u32,
}

/// Checks each whole row of a chunk, which begins where one begins and may be the `last`, against
/// the description at `root`. Adds to the table and to the output; behind [`MOST_ROWS`] and
/// [`MOST_OUTPUT`] it ends before the chunk does.
#[expect(clippy::too_many_arguments, reason = "it is called once")]
pub fn check<P: Packed>(
    checker: &mut Checker,
    pack: P,
    root: usize,
    plan: &Plan,
    bytes: &[u8],
    last: bool,
    table: &mut Table,
    out: &mut String,
) -> Reached {
    let mut work = Work { checker, pack, root, plan, bytes, table, out, issues: Issues::default() };
    if plan.csv {
        let mut records = Records::new(bytes, plan.delimiter, plan.strict, last);
        let mut decoded = Decoded::default();
        while !work.is_full()
            && let Some(record) = records.read()
        {
            work.csv(record, &records, &mut decoded);
        }
        Reached { consumed: records.consumed(), lines: records.lines(), strict: records.strict() }
    } else {
        let mut lines = Lines::new(bytes, plan.strict, last);
        while !work.is_full()
            && let Some(record) = lines.read()
        {
            work.json(record);
        }
        Reached { consumed: lines.at, lines: lines.line, strict: lines.strict() }
    }
}

/// The cells of a row that is not UTF-8.
#[derive(Default)]
struct Decoded {
    text: String,
    ends: Vec<usize>,
}

impl Decoded {
    fn read(&mut self, bytes: &[u8], ends: &[usize]) {
        self.text.clear();
        self.ends.clear();
        let mut at = 0;
        for end in ends {
            for byte in bytes.get(at..*end).unwrap_or_default() {
                self.text.push(character(*byte));
            }
            at = *end;
            self.ends.push(self.text.len());
        }
    }
}

/// Whether bytes that are not UTF-8 have letters of it nevertheless, one of an Indian script or two
/// of any with three bytes each: a letter was cut, and read as Windows-1252 the others would be signs
/// that nobody has written.
fn is_cut(bytes: &[u8]) -> bool {
    let is_letter = |three: &[u8]| matches!(three, [0xe0..=0xef, 0x80..=0xbf, 0x80..=0xbf]);
    // Devanagari to Malayalam: `à¤`, `àµ`.
    let is_indian = |three: &[u8]| matches!(three, [0xe0, 0xa4..=0xb5, 0x80..=0xbf]);
    bytes.windows(3).any(is_indian) || bytes.windows(6).any(|six| six.chunks(3).all(is_letter))
}

/// What a check of a chunk goes on with.
struct Work<'w, P> {
    checker: &'w mut Checker,
    pack: P,
    root: usize,
    plan: &'w Plan,
    bytes: &'w [u8],
    table: &'w mut Table,
    out: &'w mut String,
    issues: Issues,
}

impl<P: Packed> Work<'_, P> {
    fn is_full(&self) -> bool {
        self.table.len() >= MOST_ROWS * ROW_WORDS || self.out.len() >= MOST_OUTPUT
    }

    fn csv(&mut self, record: Record, records: &Records, decoded: &mut Decoded) {
        self.issues.clear();
        if self.is_in_trouble(record) {
            return;
        }
        let cells = records.cells();
        let mut flags = 0;
        let row = match std::str::from_utf8(cells.bytes()) {
            Ok(text) => Row { text, ends: cells.ends() },
            Err(_) if is_cut(cells.bytes()) => {
                self.refuse(record, const { error(&ENCODING) }, &Params::default());
                return;
            }
            Err(_) => {
                self.issues.add(const { code(&ENCODING_GUESSED, Severity::Warning) });
                flags = flag::GUESSED;
                decoded.read(cells.bytes(), cells.ends());
                Row { text: &decoded.text, ends: &decoded.ends }
            }
        };
        let width = self.plan.width;
        if width > 0 && row.ends.len() > width {
            let known = row.ends.get(width.wrapping_sub(1)).copied().unwrap_or_default();
            if !row.text.get(known..).unwrap_or_default().trim().is_empty() {
                self.issues.add(const { error(&TOO_MANY_CELLS) });
            }
        }
        let start = self.out.len();
        let sound = write(self.plan, &row, &mut self.issues, self.out);
        let end = self.out.len();
        let written = self.out.get(start..).unwrap_or_default();
        let mut said = ask(self.checker, self.pack, self.root, self.plan, written);
        said.input = [start, end];
        if !sound {
            #[expect(clippy::disallowed_methods, reason = "the text has ended there before")]
            self.out.truncate(start);
            said = Said::default();
        }
        self.finish(record, flags, said);
    }

    fn json(&mut self, record: Record) {
        self.issues.clear();
        if self.is_in_trouble(record) {
            return;
        }
        let line = self.bytes.get(record.start..record.end).unwrap_or_default();
        let Ok(input) = std::str::from_utf8(line) else {
            self.refuse(record, const { error(&ENCODING) }, &Params::default());
            return;
        };
        if line.trim_ascii_start().first() == Some(&b'[') {
            // Of some operations the description takes a list; a row is one input.
            let params = Params::default().with("expected", vec!["object"]).with("actual", "array");
            self.refuse(record, const { error(&codes::TYPE) }, &params);
            return;
        }
        let said = ask(self.checker, self.pack, self.root, self.plan, input);
        self.finish(record, 0, Said { input: [record.start, record.end], ..said });
    }

    /// Tells of a record that is not read.
    fn is_in_trouble(&mut self, record: Record) -> bool {
        let Some(trouble) = record.trouble else { return false };
        let problem = match trouble {
            Trouble::OpenQuote => const { error(&OPEN_QUOTE) },
            Trouble::TooLong => const { error(&TOO_LONG) },
        };
        self.refuse(record, problem, &Params::default());
        true
    }

    /// Tells nothing of a record but why it is not read.
    fn refuse(&mut self, record: Record, problem: u32, params: &Params) {
        self.issues.add_of(problem, params);
        self.checker.clear();
        self.finish(record, 0, Said::default());
    }

    /// Adds a row to the table, with what was found besides what the checker has to say.
    fn finish(&mut self, record: Record, mut flags: u32, said: Said) {
        let (own, report) = (&self.issues, self.checker.report());
        let errors = report.errors().saturating_add(own.errors);
        if errors > 0 {
            flags |= flag::REFUSED;
        }
        if report.found().saturating_add(own.found) > errors {
            flags |= flag::WARNED;
        }
        let start = self.out.len();
        self.out.push_str(&own.text);
        if !own.text.is_empty() && !report.text().is_empty() {
            self.out.push(',');
        }
        self.out.push_str(report.text());
        let behind = self.out.len();
        let whom = match &said.whom {
            Recipient::Nobody => [0; 2],
            Recipient::Number(number) => halves(*number),
            Recipient::Id(id) => {
                flags |= flag::TEXT;
                self.out.push_str(id);
                [behind as u32, self.out.len() as u32]
            }
        };
        let Record { line, start: first, end, .. } = record;
        self.table.extend([line, first as u32, end as u32, flags]);
        self.table.extend(whom);
        let told = if behind > start { [start as u32, behind as u32] } else { [0; 2] };
        self.table.extend(told);
        self.table.extend(said.input.map(|place| place as u32));
        self.table.extend(halves(said.key));
    }
}

fn halves(number: u64) -> [u32; 2] {
    [number as u32, (number >> 32) as u32]
}

/// What an input says of its row.
#[derive(Default)]
struct Said {
    whom: Recipient<'static>,
    /// Where it stands.
    input: [usize; 2],
    /// 0 where none is wanted.
    key: u64,
}

/// Checks an input; the checker has what is found.
fn ask<P: Packed>(checker: &mut Checker, pack: P, root: usize, plan: &Plan, input: &str) -> Said {
    let mut said = Said::default();
    checker.check_and(pack, root, input, Limits::default(), |input| {
        said.whom = Recipient::of(input).into_owned();
        if plan.keys {
            said.key = digest(input);
        }
    });
    said
}
