//! How the rows of a file become inputs.

use std::collections::BTreeMap;

use crate::phone::Country;
use crate::schema::{Document, Params, View};

/// What JavaScript says of a file, as a JSON object:
///
/// | key | value |
/// |---|---|
/// | `format` | `"csv"`, or anything else for NDJSON |
/// | `delimiter` | the one byte between cells |
/// | `country` | letters or code of the country of numbers without one |
/// | `names` | an object of the names that countries have in cells, in small letters, each with its letters |
/// | `width` | how many columns there are; 0: any number |
/// | `tokens` | of what an input is written, in order: texts as they are, and lists for cells |
/// | `digits` | of each column, how many digits its numbers have, of which some begin with 0; 0: any |
/// | `codes` | of each column, 1 where it holds codes |
/// | `keys` | 1 where the keys of rows are wanted |
/// | `strict` | what [`Records::strict`](super::Records::strict) left |
///
/// A list is `[kind, column, …]`: 0 is an item, 1 a member `[1, column, key]`, 2 and 3 the same as
/// numbers, 4 and 5 as booleans, and 6 a phone, `[6, column, column of its country or -1]`.
#[derive(Default)]
pub struct Plan {
    pub(super) csv: bool,
    pub(super) delimiter: u8,
    pub(super) country: Option<Country>,
    names: BTreeMap<String, Country>,
    pub(super) width: usize,
    pub(super) tokens: Vec<Token>,
    pub(super) digits: Vec<usize>,
    pub(super) codes: Vec<bool>,
    pub(super) keys: bool,
    pub(super) strict: u32,
}

/// A part of an input.
pub(super) enum Token {
    /// JSON text as it stands.
    Text(String),
    /// A cell.
    Cell { column: usize, key: Option<String>, sort: Sort },
    /// The phone number of a cell, and the cell with its country.
    Phone { column: usize, country: Option<usize> },
}

/// As what a cell is written.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    Text,
    Number,
    Boolean,
}

impl Sort {
    /// What a message says of a cell that is no such thing.
    pub(super) fn wanted(self) -> Params {
        let wanted = if self == Sort::Boolean { "boolean" } else { "number" };
        Params::default().with("expected", vec![wanted]).with("actual", "string")
    }

    /// JSON of this sort.
    pub(super) fn stand_in(self) -> &'static str {
        if self == Sort::Boolean { "false" } else { "0" }
    }
}

impl Plan {
    /// Reads a plan; what it does not say is empty. `None` where it is no JSON.
    pub fn read(json: &str) -> Option<Plan> {
        let document = Document::parse(json)?;
        let said = document.root();
        let text = |key| said.text(key).unwrap_or_default();
        let mut plan = Plan {
            csv: text("format") == "csv",
            delimiter: text("delimiter").bytes().next().unwrap_or(b','),
            country: Country::of(&text("country")),
            width: whole(said.get("width")).unwrap_or_default(),
            keys: said.number("keys") == Some(1.0),
            strict: said.number("strict").unwrap_or_default() as u32,
            ..Plan::default()
        };
        for (name, letters) in said.get("names").unwrap_or_default().entries() {
            if let Some(country) = letters.as_text().and_then(|letters| Country::of(&letters)) {
                plan.names.insert(name.into_owned(), country);
            }
        }
        for token in said.get("tokens").unwrap_or_default().items() {
            plan.tokens.push(Token::read(token)?);
        }
        for digits in said.get("digits").unwrap_or_default().items() {
            plan.digits.push(whole(Some(digits)).unwrap_or_default());
        }
        for code in said.get("codes").unwrap_or_default().items() {
            plan.codes.push(whole(Some(code)) == Some(1));
        }
        Some(plan)
    }

    /// The country that a cell says: its letters, its code (`0091`, `India (+91)`) or its name.
    pub(super) fn country_of(&self, said: &str) -> Option<Country> {
        let code = said.rsplit('+').next().unwrap_or_default().trim_end_matches(')');
        Country::of(code.strip_prefix("00").unwrap_or(code))
            .or_else(|| self.names.get(&said.to_lowercase()).copied())
    }
}

impl Token {
    fn read(token: View) -> Option<Token> {
        if let Some(text) = token.as_text() {
            return Some(Token::Text(text.into_owned()));
        }
        let mut parts = token.items();
        let kind = whole(parts.next())?;
        let column = whole(parts.next())?;
        let last = parts.next();
        if kind == 6 {
            return Some(Token::Phone { column, country: whole(last) });
        }
        let sort = match kind / 2 {
            0 => Sort::Text,
            1 => Sort::Number,
            _ => Sort::Boolean,
        };
        let key = match kind % 2 {
            0 => None,
            // As it is written: with its quotes.
            _ => Some(last?.json().to_owned()),
        };
        Some(Token::Cell { column, key, sort })
    }
}

/// The number that a value is, unless it is below 0.
fn whole(value: Option<View>) -> Option<usize> {
    let number = value?.as_number()?;
    (number >= 0.0).then_some(number as usize)
}
