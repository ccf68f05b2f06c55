//! The calling codes: which there are, and whose they are.

use super::tables::{CODES, COUNTRIES};

/// A calling code that exists, such as 91.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallingCode {
    number: u16,
    /// Its place in the tables.
    pub(super) index: usize,
}

impl CallingCode {
    /// The calling code that these digits are, all of them.
    ///
    /// ```
    /// use interakt_wasm::phone::CallingCode;
    /// assert_eq!(CallingCode::of("91").map(CallingCode::number), Some(91));
    /// assert_eq!(CallingCode::of("9"), None);
    /// assert_eq!(CallingCode::of("911"), None);
    /// ```
    pub fn of(digits: &str) -> Option<Self> {
        Self::split(digits).filter(|(_, national)| national.is_empty()).map(|(code, _)| code)
    }

    /// Cuts a number into its calling code and the national number. There is one way at most:
    /// no calling code begins with another. `None` too for what begins with no digit.
    ///
    /// ```
    /// use interakt_wasm::phone::CallingCode;
    /// let (code, national) = CallingCode::split("919876543210").unwrap();
    /// assert_eq!((code.number(), national), (91, "9876543210"));
    /// ```
    pub fn split(full: &str) -> Option<(Self, &str)> {
        if cfg!(not(feature = "phone-lengths")) {
            return None;
        }
        let mut number = 0u16;
        let mut digits = full.as_bytes();
        while let [digit @ b'0'..=b'9', rest @ ..] = digits
            && number < 100
        {
            number = number.wrapping_mul(10).wrapping_add(u16::from(digit & 15));
            if number == 0 {
                return None;
            }
            if exists(number) {
                let national = full.get(full.len().wrapping_sub(rest.len())..)?;
                return Some((CallingCode { number, index: index(number) }, national));
            }
            digits = rest;
        }
        None
    }

    /// The code as a number.
    pub fn number(self) -> u16 {
        self.number
    }

    /// ISO 3166 letters of its countries, two each, the main one first: `"GBGGIMJE"`. Empty for
    /// a code that belongs to no country.
    pub fn countries(self) -> &'static str {
        if cfg!(not(feature = "phone-countries")) {
            return "";
        }
        let (mut rest, mut left) = (COUNTRIES.as_bytes(), self.index);
        while left > 0
            && let [byte, behind @ ..] = rest
        {
            left = left.wrapping_sub(usize::from(*byte == b'\n'));
            rest = behind;
        }
        let mut behind = rest;
        while let [b'A'..=b'Z', further @ ..] = behind {
            behind = further;
        }
        let place = |rest: &[u8]| COUNTRIES.len().wrapping_sub(rest.len());
        COUNTRIES.get(place(rest)..place(behind)).unwrap_or_default()
    }

    /// Whether a calling code of phones begins with these digits.
    pub(super) fn begins_with(digits: &str) -> bool {
        let (mut wanted, mut rest) = (0u16, digits.as_bytes());
        while let [digit @ b'0'..=b'9', behind @ ..] = rest
            && wanted < 100
        {
            wanted = wanted.wrapping_mul(10).wrapping_add(u16::from(digit & 15));
            rest = behind;
        }
        let mut index = 0usize;
        while let Some(code) = Self::at(index) {
            index = index.wrapping_add(1);
            let mut begins = code.number;
            while begins > wanted {
                begins /= 10;
            }
            if begins == wanted && code.lengths().bits() != 0 {
                return rest.is_empty() && !digits.starts_with('0');
            }
        }
        false
    }

    /// The one at a place in the tables, which has all of them, ascending.
    pub(super) fn at(index: usize) -> Option<Self> {
        let mut left = index as u32;
        for (at, word) in CODES.iter().enumerate() {
            let mut word = *word;
            if let Some(behind) = left.checked_sub(word.count_ones()) {
                left = behind;
                continue;
            }
            for _ in 0..left {
                word &= word.wrapping_sub(1);
            }
            let number = (at as u16) << 6 | word.trailing_zeros() as u16;
            return Some(CallingCode { number, index });
        }
        None
    }

    /// All of them, ascending.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn all() -> impl Iterator<Item = Self> {
        (0..).map_while(Self::at)
    }
}

/// Whether a number is a calling code.
fn exists(number: u16) -> bool {
    word(number) >> (number % 64) & 1 != 0
}

/// The place of a calling code among all of them.
#[inline(always)]
fn index(number: u16) -> usize {
    let mut words = CODES.as_slice();
    let (mut left, mut index) = (number, 0u32);
    while let [word, rest @ ..] = words {
        if left < 64 {
            index = index.wrapping_add((word & !(u64::MAX << left)).count_ones());
            break;
        }
        index = index.wrapping_add(word.count_ones());
        left = left.wrapping_sub(64);
        words = rest;
    }
    index as usize
}

#[inline(always)]
fn word(number: u16) -> u64 {
    CODES.get(usize::from(number / 64)).copied().unwrap_or_default()
}
