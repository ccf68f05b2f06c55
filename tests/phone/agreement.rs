//! Compares labelled numbers with what `interakt_wasm::phone` says of them: of those in
//! `tests/phone/labelled.txt` for the test, of many more for `npm run phone -- compare`.
//!
//! What is not to agree stands here as [`Exception`], decided by what a number is.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use interakt_wasm::phone::{CallingCode, Kind, Wrong, is_mobile, is_possible};

/// E.164: calling code and national number together.
const MOST_DIGITS: usize = 15;

/// How many numbers of a tier that differ are printed.
const SHOWN: usize = 20;

/// A number and what Google's library says of it. `scripts/phone/label.py` writes them.
struct Labelled<'a> {
    line: &'a str,
    /// Empty for digits that begin with no calling code.
    code: &'a str,
    national: &'a str,
    /// It has a length that a fixed line or a mobile can have.
    possible: bool,
    /// It matches the general pattern of one of the regions of its calling code.
    general: bool,
    /// A fixed line can have it.
    fixed: bool,
    /// A mobile can have it.
    mobile: bool,
    region: Option<&'a str>,
}

impl<'a> Labelled<'a> {
    fn read(line: &'a str) -> Option<Self> {
        let mut fields = line.split(' ').map(|field| if field == "-" { "" } else { field });
        let mut next = || fields.next();
        let (code, national, verdicts, region) = (next()?, next()?, next()?, next()?);
        next().is_none().then_some(Self {
            line,
            code,
            national,
            possible: verdicts.contains('p'),
            general: verdicts.contains('g'),
            fixed: verdicts.contains('f'),
            mobile: verdicts.contains('m'),
            region: Some(region).filter(|region| !region.is_empty()),
        })
    }

    /// Whether WhatsApp has such ids, made before a country changed its plan.
    fn is_earlier_id(&self) -> bool {
        let digits = self.national.as_bytes();
        match (self.code, digits) {
            ("52", [b'1', b'2'..=b'9', ..]) => digits.len() == 11,
            ("55", [b'1'..=b'9', b'1'..=b'9', b'6'..=b'9', ..]) => digits.len() == 10,
            ("225", _) => digits.len() == 8,
            ("229", [b'4'..=b'9', ..]) => digits.len() == 8,
            _ => false,
        }
    }
}

/// Why a verdict is not Google's, on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Exception {
    /// Refused: it starts with the 0 that is dialled inside the country.
    LeadingZero,
    /// Refused: with its calling code it is longer than E.164 allows. Google lists such lengths
    /// for Germany.
    LongerThanE164,
    /// Accepted, and taken for a mobile: WhatsApp has such ids of an earlier plan.
    WhatsAppId,
    /// Not looked at any further: Google knows it, but as a number of another kind, such as
    /// toll-free, whose length no fixed line and no mobile has.
    OtherKind,
}

impl Exception {
    /// All of them, with what to call them.
    const ALL: [(Self, &str); 4] = [
        (Self::LeadingZero, "start with a 0 that is only dialled inside the country"),
        (Self::LongerThanE164, "are longer than E.164 allows"),
        (Self::WhatsAppId, "are ids of WhatsApp of an earlier plan"),
        (Self::OtherKind, "have a length of another kind of number only"),
    ];

    /// The exception that a number is. A zero that a fixed line or a mobile has is none that is
    /// only dialled.
    fn of(number: &Labelled, code: CallingCode) -> Option<Self> {
        let digits = number.code.len() + number.national.len();
        let has_zero = number.national.starts_with('0') && !code.has_zeros();
        let is_phone = number.fixed || number.mobile;
        match number.possible {
            true if digits > MOST_DIGITS && number.code == "49" => Some(Self::LongerThanE164),
            true if has_zero && !is_phone => Some(Self::LeadingZero),
            _ if number.is_earlier_id() && !number.mobile => Some(Self::WhatsAppId),
            false if number.general => Some(Self::OtherKind),
            _ => None,
        }
    }
}

/// What is compared.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    /// Where a number is cut into calling code and national number.
    CallingCode,
    /// Whether there can be such a number.
    Length,
    /// Whether it looks like one.
    Pattern,
    /// Whether a mobile can have it.
    Mobile,
    /// The country that it belongs to: any one of its calling code where Google tells none.
    Country,
}

impl Tier {
    const ALL: [(Self, &str); 5] = [
        (Self::CallingCode, "calling code"),
        (Self::Length, "length"),
        (Self::Pattern, "pattern"),
        (Self::Mobile, "mobile"),
        (Self::Country, "country"),
    ];
}

/// What came of the comparison.
#[derive(Default)]
pub struct Agreement {
    /// How many numbers were read.
    pub numbers: usize,
    /// The calling codes among them.
    pub codes: BTreeSet<u16>,
    /// How many numbers were not to agree.
    pub exceptions: BTreeMap<Exception, usize>,
    /// For each tier, how many numbers were to agree and did.
    agreed: BTreeMap<Tier, usize>,
    /// For each tier, the lines of those that did not.
    differences: BTreeMap<Tier, Vec<String>>,
}

impl Agreement {
    /// Compares each line but the first, which is about the numbers.
    pub fn of(text: &str) -> Self {
        let mut agreement = Self::default();
        for line in text.lines().skip(1) {
            agreement.compare(line);
        }
        agreement
    }

    /// Whether all is as it was to be.
    pub fn is_full(&self) -> bool {
        self.differences.is_empty()
    }

    fn compare(&mut self, line: &str) {
        let Some(number) = Labelled::read(line) else { panic!("not a labelled number: {line}") };
        self.numbers += 1;
        let full = [number.code, number.national].concat();
        let found = CallingCode::split(&full).map(|(code, _)| code);
        let digits = found.map(|code| code.number().to_string()).unwrap_or_default();
        self.count(Tier::CallingCode, &number, digits == number.code);
        match found {
            Some(code) => self.compare_national(&number, code, &full),
            None => self.count(Tier::Length, &number, !is_possible(&full) && !is_mobile(&full)),
        }
    }

    fn compare_national(&mut self, number: &Labelled, code: CallingCode, full: &str) {
        self.codes.insert(code.number());
        let exception = Exception::of(number, code);
        if let Some(exception) = exception {
            *self.exceptions.entry(exception).or_default() += 1;
        }
        let is_id = exception == Some(Exception::WhatsAppId);
        let is_zero = exception == Some(Exception::LeadingZero);
        let possible = match exception {
            Some(Exception::LeadingZero | Exception::LongerThanE164) => false,
            _ => number.possible || is_id,
        };
        let kind = match (number.general, number.mobile || is_id) {
            (_, true) => Kind::Mobile,
            (true, false) => Kind::NotMobile,
            (false, false) => Kind::Unknown,
        };
        let wrong = code.wrong(number.national);
        self.count(
            Tier::Length,
            number,
            wrong.is_none() == possible
                && is_possible(full) == possible
                && (!is_zero || wrong == Some(Wrong::LeadingZero)),
        );
        self.count(Tier::Mobile, number, is_mobile(full) == (possible && kind == Kind::Mobile));
        if !possible {
            return;
        }
        self.count(Tier::Pattern, number, code.kind(number.national) == kind);
        if number.general {
            let country = code.country(number.national).unwrap_or_default();
            let agrees = match number.region {
                Some(region) => country == region,
                None if code.countries().is_empty() => country.is_empty(),
                None => is_among(country, code.countries()),
            };
            self.count(Tier::Country, number, agrees);
        }
    }

    fn count(&mut self, tier: Tier, number: &Labelled, agrees: bool) {
        if agrees {
            *self.agreed.entry(tier).or_default() += 1;
        } else {
            self.differences.entry(tier).or_default().push(number.line.to_owned());
        }
    }
}

impl fmt::Display for Agreement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} numbers of {} calling codes", self.numbers, self.codes.len())?;
        for (tier, name) in Tier::ALL {
            let agreed = self.agreed.get(&tier).copied().unwrap_or_default();
            let differences = self.differences.get(&tier).map(Vec::as_slice).unwrap_or_default();
            writeln!(f, "{name:>12}: {agreed:>7} agree, {} do not", differences.len())?;
            for line in differences.iter().take(SHOWN) {
                writeln!(f, "{:>14}{line}", "")?;
            }
        }
        writeln!(f, "Not to agree are those that")?;
        for (exception, name) in Exception::ALL {
            let count = self.exceptions.get(&exception).copied().unwrap_or_default();
            writeln!(f, "{count:>9} {name}")?;
        }
        Ok(())
    }
}

/// Whether letters of a country are among letters of many.
fn is_among(country: &str, countries: &str) -> bool {
    countries.as_bytes().chunks(2).any(|letters| letters == country.as_bytes())
}
