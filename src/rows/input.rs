//! The input that the cells of a row make.

use std::borrow::Cow;

use super::damage::look;
use super::issues::Issues;
use super::plan::{Plan, Sort, Token};
use crate::api::phone::NO_SUCH_COUNTRY_CODE;
use crate::phone;
use crate::schema::{codes, error, push_decimal, quote};

/// Written in place of a number that cannot be read, so that nothing is said twice. Such an input
/// is never handed out.
const STAND_IN: &str = "\"countryCode\":\"+91\",\"phoneNumber\":\"9876543210\"";

/// The cells of a row: too few are empty cells.
pub(super) struct Row<'r> {
    pub(super) text: &'r str,
    pub(super) ends: &'r [usize],
}

impl<'r> Row<'r> {
    pub(super) fn cell(&self, column: usize) -> &'r str {
        let start = match column.checked_sub(1) {
            None => Some(&0),
            Some(before) => self.ends.get(before),
        };
        let (Some(start), Some(end)) = (start, self.ends.get(column)) else { return "" };
        self.text.get(*start..*end).unwrap_or_default()
    }
}

/// Writes the input. `false` where it must not be handed out: something in it is made up.
pub(super) fn write(plan: &Plan, row: &Row, issues: &mut Issues, out: &mut String) -> bool {
    let mut sound = true;
    for token in &plan.tokens {
        match token {
            Token::Text(text) => match text.strip_prefix(',') {
                Some(rest) => {
                    separate(out);
                    out.push_str(rest);
                }
                None => out.push_str(text),
            },
            Token::Cell { column, key, sort } => {
                let word = row.cell(*column).trim();
                if word.is_empty() && key.is_some() {
                    continue;
                }
                separate(out);
                if let Some(key) = key {
                    out.push_str(key);
                    out.push(':');
                }
                if word.is_empty() {
                    out.push_str("\"\"");
                    continue;
                }
                let told = look(plan, *column, word, Some(*sort), issues);
                if !push_cell(word, *sort, out) {
                    if !told {
                        issues.add_with(const { error(&codes::TYPE) }, *column, &sort.wanted());
                    }
                    out.push_str(sort.stand_in());
                    sound = false;
                }
            }
            Token::Phone { column, country } => {
                let word = row.cell(*column).trim();
                if word.is_empty() {
                    continue;
                }
                separate(out);
                let said = country.map_or("", |column| row.cell(column)).trim();
                if look(plan, *column, word, None, issues)
                    || !push_phone(word, said, plan, issues, out)
                {
                    out.push_str(STAND_IN);
                    sound = false;
                }
            }
        }
    }
    sound
}

/// Writes what stands between two members or items, unless this is the first.
fn separate(out: &mut String) {
    if !matches!(out.as_bytes().last(), Some(b'{' | b'[')) {
        out.push(',');
    }
}

/// Writes a cell without the blanks around it, which nobody has typed there on purpose. `false` where
/// it says no such thing.
fn push_cell(word: &str, sort: Sort, out: &mut String) -> bool {
    match sort {
        Sort::Text => quote(&in_lines(word), out),
        Sort::Number => return push_number(word, out),
        Sort::Boolean if is_one_of(word, ["on", "true", "yes", "1"]) => out.push_str("true"),
        Sort::Boolean if is_one_of(word, ["off", "false", "no", "0"]) => out.push_str("false"),
        Sort::Boolean => return false,
    }
    true
}

/// A text with its lines as they are sent.
fn in_lines(cell: &str) -> Cow<'_, str> {
    match cell.contains('\r') {
        true => Cow::Owned(cell.replace("\r\n", "\n").replace('\r', "\n")),
        false => Cow::Borrowed(cell),
    }
}

fn is_one_of(word: &str, words: [&str; 4]) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Writes a number as JSON has it. `false` where it is none, or one that would become another.
fn push_number(word: &str, out: &mut String) -> bool {
    let (minus, word) = match word.as_bytes() {
        [b'-', ..] => ("-", word.get(1..)),
        [b'+', ..] => ("", word.get(1..)),
        _ => ("", Some(word)),
    };
    let word = word.unwrap_or_default();
    let (whole, part) = word.split_once('.').unwrap_or((word, ""));
    let is_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() && part.is_empty() || !is_digits(whole) || !is_digits(part) {
        return false;
    }
    let whole = whole.trim_start_matches('0');
    // All whole numbers up to it are numbers of JavaScript.
    const MOST: &str = "9007199254740991";
    if whole.len() > MOST.len() || whole.len() == MOST.len() && whole > MOST {
        return false;
    }
    out.push_str(minus);
    out.push_str(if whole.is_empty() { "0" } else { whole });
    if !part.is_empty() {
        out.push('.');
        out.push_str(part);
    }
    true
}

/// Writes the members of a phone. `false` where it cannot be read, and nothing is written.
fn push_phone(word: &str, said: &str, plan: &Plan, issues: &mut Issues, out: &mut String) -> bool {
    let country = if said.is_empty() { plan.country } else { plan.country_of(said) };
    // A number with its own code does not need another.
    if country.is_none() && !said.is_empty() && !word.starts_with('+') {
        issues.write(const { error(&NO_SUCH_COUNTRY_CODE) }, "[\"countryCode\"]");
        return false;
    }
    let plain = if word.is_ascii() { Some(word) } else { None };
    let typed = phone::read::<false>(word.as_bytes(), plain, country.as_ref());
    match &typed.number {
        // What is to be said of a number that was read, the check says.
        Some(number) if typed.is_ok() => {
            out.push_str("\"countryCode\":\"+");
            push_decimal(number.code.number().into(), out);
            out.push_str("\",\"phoneNumber\":\"");
            out.push_str(&number.national);
            out.push('"');
            true
        }
        _ => {
            let issues_of = &typed.issues;
            issues.add_report(issues_of.text(), issues_of.errors(), "[\"phoneNumber\"]");
            false
        }
    }
}
