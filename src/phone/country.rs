//! Countries: what a picker lists, and the one that somebody chose.

use super::calling_code::{CallingCode, places};
use crate::schema::{Params, Plain, decimal};

/// A country and its calling code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country {
    /// Its calling code.
    pub code: CallingCode,
    /// Its ISO 3166 letters; empty where only the calling code is known.
    pub letters: &'static str,
}

impl Country {
    /// The country with these letters or this calling code: `IN`, `in`, `+91`, `91`.
    ///
    /// ```
    /// use interakt_wasm::phone::Country;
    /// let canada = Country::of("ca").unwrap();
    /// assert_eq!((canada.code.number(), canada.letters), (1, "CA"));
    /// assert_eq!(Country::of("+91").unwrap().letters, "");
    /// assert_eq!(Country::of("India"), None);
    /// ```
    pub fn of(text: &str) -> Option<Self> {
        match CallingCode::of(text.strip_prefix('+').unwrap_or(text)) {
            Some(code) => Some(Country { code, letters: "" }),
            None => Self::list(Some(text)).pop(),
        }
    }

    /// All that have letters, by their letters.
    ///
    /// ```
    /// use interakt_wasm::phone::Country;
    /// assert_eq!(Country::all()[0].letters, "AC");
    /// ```
    pub fn all() -> Vec<Self> {
        Self::list(None)
    }

    /// All, or only the one with these letters.
    fn list(wanted: Option<&str>) -> Vec<Self> {
        let mut list: Vec<Self> = Vec::new();
        for (code, (mut rest, _)) in CallingCode::all().zip(places()) {
            while let Some((letters, others)) = rest.split_at_checked(2) {
                rest = others;
                if wanted.is_some_and(|wanted| !letters.eq_ignore_ascii_case(wanted)) {
                    continue;
                }
                let at = list.iter().take_while(|known| known.letters < letters).count();
                list.insert(at, Country { code, letters });
                if wanted.is_some() {
                    return list;
                }
            }
        }
        list
    }

    /// `{ country, countryCode, lengths }`
    pub fn plain(&self) -> Plain<'static> {
        let lengths = self.code.lengths().iter().map(|length| Plain::Number(length as i64));
        Plain::object([
            ("country", self.letters.into()),
            ("countryCode", with_plus(self.code)),
            ("lengths", Plain::List(lengths.collect())),
        ])
    }

    /// What a message can say of it.
    pub(super) fn describe(self, params: &mut Params) {
        params.set("countryCode", u32::from(self.code.number()));
        let main = self.code.countries().get(..2);
        if let Some(letters) = Some(self.letters).filter(|letters| !letters.is_empty()).or(main) {
            params.set("country", letters);
        }
        params.set("name", self.code.name());
    }
}

/// `+91`, as Interakt wants a calling code.
pub(super) fn with_plus(code: CallingCode) -> Plain<'static> {
    let mut text = decimal(code.number().into());
    text.insert(0, '+');
    Plain::Text(text.into())
}
