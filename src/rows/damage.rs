//! What spreadsheets do to cells.

use super::issues::Issues;
use super::plan::{Plan, Sort};
use crate::api::rows::{DATE_FOR_CODE, SCIENTIFIC, SPREADSHEET_ERROR, ZEROS_DROPPED};
use crate::schema::{Severity, code, error};

const DATE: u32 = code(&DATE_FOR_CODE, Severity::Warning);
const ZEROS: u32 = code(&ZEROS_DROPPED, Severity::Warning);

/// Says how a cell, without blanks around it, is damaged; one that is a phone has no sort. Whether it is no value at all, but
/// the error of a formula.
pub(super) fn look(
    plan: &Plan,
    column: usize,
    cell: &str,
    sort: Option<Sort>,
    issues: &mut Issues,
) -> bool {
    let cell = cell.as_bytes();
    let digits = plan.digits.get(column).copied().unwrap_or_default();
    if is_error(cell) {
        issues.add_at(const { error(&SPREADSHEET_ERROR) }, column);
        return true;
    }
    if sort == Some(Sort::Text) && is_scientific(cell) {
        issues.add_at(const { error(&SCIENTIFIC) }, column);
    } else if digits > cell.len() && !cell.is_empty() && all_digits(cell) {
        issues.add_at(ZEROS, column);
    } else if plan.codes.get(column) == Some(&true) && is_date(cell) {
        issues.add_at(DATE, column);
    }
    false
}

fn all_digits(text: &[u8]) -> bool {
    text.iter().all(u8::is_ascii_digit)
}

/// What a formula says that has failed, in Excel, LibreOffice or Google Sheets.
fn is_error(cell: &[u8]) -> bool {
    const ERRORS: [&[u8]; 12] = [
        b"#N/A",
        b"#REF!",
        b"#VALUE!",
        b"#DIV/0!",
        b"#NAME?",
        b"#NUM!",
        b"#NULL!",
        b"#SPILL!",
        b"#CALC!",
        b"#ERROR!",
        b"#FIELD!",
        b"#GETTING_DATA",
    ];
    cell.first() == Some(&b'#') && ERRORS.iter().any(|error| cell.eq_ignore_ascii_case(error))
}

/// A number as Excel shortens it: `9.87E+09`.
fn is_scientific(cell: &[u8]) -> bool {
    let cell = cell.strip_prefix(b"-").unwrap_or(cell);
    let Some(at) = cell.iter().position(|byte| *byte == b'E') else { return false };
    let (number, exponent) = cell.split_at_checked(at).unwrap_or_default();
    let is_number = match number {
        [b'0'..=b'9'] => true,
        [b'0'..=b'9', b'.' | b',', rest @ ..] => !rest.is_empty() && all_digits(rest),
        _ => false,
    };
    let is_exponent = match exponent {
        [_, b'+' | b'-', digits @ ..] => (2..=3).contains(&digits.len()) && all_digits(digits),
        _ => false,
    };
    is_number && is_exponent
}

/// A date as spreadsheets write one in place of `3-4`, `MAR1` or `1/2`: `3-Apr`, `Mar-01`,
/// `01/02/2026`.
fn is_date(cell: &[u8]) -> bool {
    let mut parts = cell.split(|byte| matches!(byte, b'-' | b'/' | b'.' | b' '));
    let (first, second, third) = (parts.next(), parts.next(), parts.next());
    let (Some(first), Some(second), None) = (first, second, parts.next()) else { return false };
    let is_day = |part: &[u8]| (1..=2).contains(&part.len()) && all_digits(part);
    let is_year = |part: &[u8]| matches!(part.len(), 2 | 4) && all_digits(part);
    match third {
        None => is_day(first) && is_month(second) || is_month(first) && is_year(second),
        Some(third) => {
            let middle = is_day(second) || is_month(second);
            middle
                && (is_day(first) && is_year(third)
                    || first.len() == 4 && is_year(first) && is_day(third))
        }
    }
}

fn is_month(part: &[u8]) -> bool {
    const MONTHS: &[u8] = b"janfebmaraprmayjunjulaugsepoctnovdec";
    part.len() == 3 && MONTHS.chunks(3).any(|month| part.eq_ignore_ascii_case(month))
}
