//! Countries: what a picker lists, and the one that somebody chose.

use super::calling_code::{CallingCode, Codes};
use crate::schema::decimal;

/// A country and its calling code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// Its calling code.
    pub code: CallingCode,
    /// Its ISO 3166 letters; `None` where only the calling code is known.
    pub letters: Option<&'static str>,
}

impl Country {
    /// The country with these letters or this calling code: `IN`, `in`, `+91`, `91`.
    ///
    /// ```
    /// use interakt_wasm::phone::Country;
    /// let canada = Country::of("ca").unwrap();
    /// assert_eq!((canada.code.number(), canada.letters), (1, Some("CA")));
    /// assert_eq!(Country::of("+91").unwrap().letters, None);
    /// assert_eq!(Country::of("India"), None);
    /// ```
    pub fn of(text: &str) -> Option<Self> {
        match CallingCode::of(text.strip_prefix('+').unwrap_or(text)) {
            Some(code) => Some(Country { code, letters: None }),
            None => Self::with_letters(text),
        }
    }

    fn with_letters(text: &str) -> Option<Self> {
        let mut codes = Codes::new();
        while let Some((code, mut rest)) = codes.next() {
            while let Some((letters, others)) = rest.split_at_checked(2) {
                if letters.eq_ignore_ascii_case(text) {
                    return Some(Country { code, letters: Some(letters) });
                }
                rest = others;
            }
        }
        None
    }

    /// All that have letters, by their calling codes.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn all() -> Vec<Self> {
        let letters = |code: CallingCode| code.countries().as_bytes().chunks(2);
        let named = |code, letters| Country { code, letters: std::str::from_utf8(letters).ok() };
        CallingCode::all()
            .flat_map(|code| letters(code).map(move |letters| named(code, letters)))
            .collect()
    }

    /// A line for each calling code: the letters of its countries, its number, and its lengths,
    /// as a number of which bit 10 stands for ten digits.
    ///
    /// ```
    /// use interakt_wasm::phone::Country;
    /// assert!(Country::lines().contains("\nIN 91 1024\n"));
    /// ```
    pub fn lines() -> String {
        let mut lines = String::new();
        let mut codes = Codes::new();
        while let Some((code, countries)) = codes.next() {
            lines.push_str(countries);
            for number in [code.number().into(), code.lengths().bits()] {
                lines.push(' ');
                lines.push_str(&decimal(number.into()));
            }
            lines.push('\n');
        }
        lines
    }
}
