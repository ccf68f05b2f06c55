//! What no number can be: lengths that no fixed line and no mobile has, and zeros
//! that are only dialled.

use super::calling_code::CallingCode;
use super::tables::{LENGTHS, LENGTHS_OF, SHORTEST, TRUNK_ZERO, ZERO};

/// Why a number cannot be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The calling code has neither fixed lines nor mobiles, such as 800.
    NoPhones,
    /// It begins with its own calling code, without which its length would do.
    CodeTwice,
    /// It begins with a 0 that is no part of it.
    LeadingZero,
    /// Shorter than every number of the calling code.
    TooShort,
    /// Longer than every number of the calling code.
    TooLong,
    /// Between two lengths that numbers of the calling code have.
    WrongLength,
}

/// Numbers of digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lengths(pub(super) u16);

impl Lengths {
    /// Whether a number of so many digits has one of these lengths.
    #[inline(always)]
    pub fn contains(self, length: usize) -> bool {
        length < 32 && self.bits() >> length & 1 != 0
    }

    /// A bit for each: for 10 that of 2¹⁰.
    #[inline(always)]
    pub fn bits(self) -> u32 {
        u32::from(self.0) << SHORTEST
    }

    /// The least of them.
    pub fn least(self) -> usize {
        self.bits().trailing_zeros() as usize
    }

    /// The greatest of them.
    pub fn most(self) -> usize {
        self.bits().checked_ilog2().unwrap_or_default() as usize
    }

    /// Each of them, ascending.
    pub fn iter(self) -> impl Iterator<Item = usize> {
        (0..32).filter(move |length| self.contains(*length))
    }

    /// Those of every country together.
    pub fn anywhere() -> Self {
        Lengths(LENGTHS.iter().fold(0, |all, some| all | some))
    }
}

impl CallingCode {
    /// The lengths of national number that a fixed line or a mobile can have.
    pub fn lengths(self) -> Lengths {
        let kind = self.plan() & (ZERO - 1);
        Lengths(LENGTHS.get(usize::from(kind)).copied().unwrap_or_default())
    }

    /// Whether numbers can start with 0.
    pub fn has_zeros(self) -> bool {
        self.plan() & ZERO != 0
    }

    /// Whether 0 is dialled before national numbers.
    pub(super) fn dials_zero(self) -> bool {
        self.plan() & TRUNK_ZERO != 0
    }

    fn plan(self) -> u8 {
        LENGTHS_OF.get(self.index).copied().unwrap_or_default()
    }

    /// Why a national number, digits only, cannot be one of this calling code.
    ///
    /// ```
    /// use interakt_wasm::phone::{CallingCode, Wrong};
    /// let india = CallingCode::of("91").unwrap();
    /// assert_eq!(india.wrong("9876543210"), None);
    /// assert_eq!(india.wrong("987654321"), Some(Wrong::TooShort));
    /// assert_eq!(india.wrong("09876543210"), Some(Wrong::LeadingZero));
    /// assert_eq!(india.wrong("919876543210"), Some(Wrong::CodeTwice));
    /// ```
    pub fn wrong(self, national: &str) -> Option<Wrong> {
        let lengths = self.lengths();
        if self.fits(national) {
            None
        } else if lengths.0 == 0 {
            Some(Wrong::NoPhones)
        } else if CallingCode::split(national).is_some_and(|(code, rest)| {
            code == self && !lengths.contains(national.len()) && self.fits(rest)
        }) {
            Some(Wrong::CodeTwice)
        } else if national.starts_with('0') && !self.has_zeros() {
            Some(Wrong::LeadingZero)
        } else if national.len() < lengths.least() {
            Some(Wrong::TooShort)
        } else if national.len() > lengths.most() {
            Some(Wrong::TooLong)
        } else {
            Some(Wrong::WrongLength)
        }
    }

    /// [`allows`](Self::allows), once and for all who are in no hurry.
    #[inline(never)]
    fn fits(self, national: &str) -> bool {
        self.allows(national)
    }

    /// Whether nothing is [`wrong`](Self::wrong) with a national number: it has a length of this
    /// calling code, and no 0 in front that does not belong to it.
    #[inline(always)]
    pub(super) fn allows(self, national: &str) -> bool {
        let zero = matches!(national.as_bytes(), [b'0', ..]) && !self.has_zeros();
        self.lengths().contains(national.len()) && !zero || self.has_whatsapp_id(national)
    }
}
