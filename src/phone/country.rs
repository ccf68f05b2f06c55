//! Countries: what a picker lists, and the one that somebody chose.

use super::calling_code::CallingCode;
use super::tables::COUNTRIES;
use crate::schema::push_decimal;

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
        let [first, second] = text.as_bytes() else { return None };
        // In upper case, where they are letters.
        let wanted = [first & !0x20, second & !0x20];
        let (mut index, mut at) = (0usize, 0usize);
        while let Some([found, next]) = COUNTRIES.as_bytes().get(at..at.wrapping_add(2)) {
            if *found == b'\n' {
                index = index.wrapping_add(1);
                at = at.wrapping_add(1);
                continue;
            }
            if [*found, *next] == wanted {
                let code = CallingCode::at(index)?;
                let letters = COUNTRIES.get(at..at.wrapping_add(2));
                return Some(Country { code, letters });
            }
            at = at.wrapping_add(2);
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
        let mut index = 0usize;
        while let Some(code) = CallingCode::at(index) {
            index = index.wrapping_add(1);
            lines.push_str(code.countries());
            lines.push(' ');
            push_decimal(code.number().into(), &mut lines);
            lines.push(' ');
            push_decimal(code.lengths().bits().into(), &mut lines);
            lines.push('\n');
        }
        lines
    }
}
