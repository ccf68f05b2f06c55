//! What is in use today: the patterns of Google's metadata.
//!
//! For each calling code there are trees over the digits of its numbers. They are
//! packed in `patterns.bin`, written by `scripts/phone/patterns.py`, and unpacked once,
//! at the first number that is looked at: that takes a few milliseconds.

use std::cell::Cell;

use super::calling_code::CallingCode;
use super::lengths::Lengths;
use super::tables::LENGTHS_OF;
use super::unpacker::{NODE, QUESTIONS, TREES, Trees, Unpacker, walk};

static PACKED: &[u8] = include_bytes!("patterns.bin");

/// What a number looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No number of the calling code is known to look like this.
    Unknown,
    /// A number, but none that a mobile has.
    NotMobile,
    /// A number that a mobile can have.
    Mobile,
}

impl CallingCode {
    /// What a national number looks like that is not [`wrong`](Self::wrong).
    ///
    /// ```
    /// use interakt_wasm::phone::{CallingCode, Kind};
    /// let india = CallingCode::of("91").unwrap();
    /// assert_eq!(india.kind("9876543210"), Kind::Mobile);
    /// assert_eq!(india.kind("2212345678"), Kind::NotMobile);
    /// let north_america = CallingCode::of("1").unwrap();
    /// assert_eq!(north_america.kind("1125550123"), Kind::Unknown);
    /// ```
    pub fn kind(self, national: &str) -> Kind {
        if self.has(MOBILE, national) || self.has_whatsapp_id(national) {
            Kind::Mobile
        } else if self.has(KNOWN, national) {
            Kind::NotMobile
        } else {
            Kind::Unknown
        }
    }

    /// ISO letters of the country that a national number belongs to, where several share
    /// the calling code; of the main one when the number tells none. `None` for a code that
    /// belongs to no country.
    ///
    /// ```
    /// use interakt_wasm::phone::CallingCode;
    /// let north_america = CallingCode::of("1").unwrap();
    /// assert_eq!(north_america.country("4165550123"), Some("CA"));
    /// assert_eq!(north_america.country("2125550123"), Some("US"));
    /// ```
    pub fn country(self, national: &str) -> Option<&'static str> {
        self.country_among(self.countries(), national)
    }

    /// The same, where its [`countries`](Self::countries) are at hand.
    pub(super) fn country_among(
        self,
        countries: &'static str,
        national: &str,
    ) -> Option<&'static str> {
        let known = countries.len() > 2 && self.has(KNOWN, national);
        let place =
            if known { 2 * usize::from(self.leaf(PLACE, national) >> PLACE_SHIFT) } else { 0 };
        countries.get(place..place.wrapping_add(2))
    }

    fn has(self, question: usize, national: &str) -> bool {
        Lengths(self.leaf(question, national)).contains(national.len())
    }

    /// What the leaf holds to which the digits lead; nothing when they end before.
    fn leaf(self, question: usize, national: &str) -> u16 {
        if cfg!(not(feature = "phone-patterns")) {
            return 0;
        }
        let found = walk(trees(), root(self, question), national);
        if found & NODE == 0 { found } else { 0 }
    }
}

/// The questions, in the order of `patterns.bin`: whether the number matches the pattern of
/// a country of the calling code, whether a mobile can have it, and of which country it is.
const KNOWN: usize = 0;
const MOBILE: usize = 1;
const PLACE: usize = 2;

/// The place of a country is written in place of lengths, those that no number has.
const PLACES: Lengths = Lengths(0b11111 << PLACE_SHIFT);
const PLACE_SHIFT: u32 = 10;

const ROOTS: usize = LENGTHS_OF.len() * QUESTIONS;

/// First a tree for each question of each calling code, then ten for each that is no leaf.
fn trees() -> &'static Trees {
    thread_local! {
        static KEPT: Cell<Option<&'static Trees>> = const { Cell::new(None) };
    }
    KEPT.with(|kept| {
        kept.get().unwrap_or_else(|| {
            let trees = Box::leak(Box::new([0; TREES]));
            unpack(trees);
            kept.set(Some(trees));
            trees
        })
    })
}

/// Where the tree for a question of a calling code begins.
fn root(code: CallingCode, question: usize) -> usize {
    code.index.wrapping_mul(QUESTIONS).wrapping_add(question)
}

fn unpack(trees: &mut Trees) {
    let mut unpacker = Unpacker::new(PACKED, trees, ROOTS);
    let mut index = 0usize;
    while let Some(code) = CallingCode::at(index) {
        index = index.wrapping_add(1);
        let asked = match (code.lengths(), code.countries().len()) {
            (Lengths(0), _) => 0,
            (_, 0..=2) => PLACE,
            _ => QUESTIONS,
        };
        for question in 0..asked {
            let lengths = if question == PLACE { PLACES } else { code.lengths() };
            unpacker.root(root(code, question), question, lengths);
        }
    }
}
