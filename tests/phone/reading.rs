//! Compares what `interakt_wasm::phone` reads in texts with what Google's library reads: in those
//! of `tests/phone/texts.txt` for the test, in many more for `npm run phone -- read`.
//!
//! What is not to agree stands here as [`Difference`], decided by the text and both readings.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use interakt_wasm::phone::{CallingCode, Country, Number, Typed, parse};
use interakt_wasm::write::issues;

/// E.164: calling code and national number together.
const MOST_DIGITS: usize = 15;

/// How many texts that differ without a reason are printed.
const SHOWN: usize = 20;

/// A text and what Google's library reads in it. `scripts/phone/read.py` writes them.
struct Read<'a> {
    line: &'a str,
    text: &'a str,
    /// Letters of the default region; empty for none.
    default: &'a str,
    /// Empty for no number.
    code: &'a str,
    national: &'a str,
    /// It has a length that a fixed line or a mobile can have.
    possible: bool,
    /// Something follows that is dialled behind a switchboard.
    extension: bool,
    /// The code of a carrier was read over.
    carrier: bool,
    /// It begins with what is dialled to leave the default region.
    abroad: bool,
    /// Google knows how to complete or rewrite some of the numbers of the region.
    rewritten: bool,
}

impl<'a> Read<'a> {
    fn of(line: &'a str) -> Option<Self> {
        let mut fields = line.split('\t').map(|field| if field == "-" { "" } else { field });
        let mut next = || fields.next();
        let (text, default, code, national, letters) =
            (next()?, next()?, next()?, next()?, next()?);
        next().is_none().then_some(Self {
            line,
            text,
            default,
            code,
            national,
            possible: letters.contains('p'),
            extension: letters.contains('x'),
            carrier: letters.contains('c'),
            abroad: letters.contains('i'),
            rewritten: letters.contains('t'),
        })
    }

    fn full(&self) -> String {
        [self.code, self.national].concat()
    }
}

/// Why a text is not read as Google's library reads it, on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// Refused: an extension, which no account of WhatsApp has. Google puts it aside.
    Extension,
    /// Refused: the number begins with a 0 that none of its country has. To Google its length would
    /// do.
    Zero,
    /// Refused: with its calling code it is longer than E.164 allows. Google lists such lengths for
    /// Germany.
    LongerThanE164,
    /// Accepted: WhatsApp has such ids of an earlier plan.
    WhatsAppId,
    /// Refused: without + and without default country, it is a mobile number of India that breaks
    /// the rules of the country that its first digits happen to be the code of.
    MissingCode,
    /// Accepted: the `.0` behind it is that of a spreadsheet, and no digit more.
    Decimals,
    /// 00 is read as + wherever one is; to Google it is the beginning of a number where another
    /// prefix is dialled to leave the country, or a prefix of three digits.
    International,
    /// Google knows what else is dialled to leave some countries, such as 810 in Russia.
    Leaving,
    /// Accepted: the country code stands behind the 0 that is dialled inside the country, as many
    /// in India write it (091…).
    CodeBehindTrunk,
    /// Refused: the 0 or 1 that is dialled inside the country stands twice behind its code.
    TrunkTwice,
    /// Google reads over the code of a carrier: in Brazil, Colombia, China, Korea and some others
    /// one can be dialled before a number. In Colombia it takes the 0 and one digit for such a code,
    /// and so keeps the 0 before what looks like no number then.
    Carrier,
    /// Accepted with a warning: what is dialled before a number is dropped for its length to do,
    /// though no number is known to look so. Google drops it where it does look like one.
    ByLength,
    /// Google completes local numbers of some islands, and rewrites some numbers of Argentina, Gabon
    /// and others.
    Rewritten,
    /// Kept as it stands: it is a number of its calling code, though not of the default region,
    /// whose patterns alone Google looks at.
    OtherRegion,
    /// Kept as it stands: numbers of Rwanda can begin with 0, and 0 is dialled before them, too.
    OwnZero,
}

impl Difference {
    /// All of them, with what to call them.
    pub const ALL: [(Self, &str); 15] = [
        (Self::Extension, "have an extension"),
        (Self::Zero, "begin with a 0 that no number of the country has"),
        (Self::LongerThanE164, "are longer than E.164 allows"),
        (Self::WhatsAppId, "are ids of WhatsApp of an earlier plan"),
        (Self::MissingCode, "are mobiles of India without their country code"),
        (Self::Decimals, "end with the .0 of a spreadsheet"),
        (Self::International, "begin with 00 where that is not dialled to leave the country"),
        (Self::Leaving, "begin with another prefix to leave the country"),
        (Self::CodeBehindTrunk, "have the country code behind a 0"),
        (Self::TrunkTwice, "have a 0 twice behind the country code"),
        (Self::Carrier, "have the code of a carrier"),
        (Self::ByLength, "look like no number that is known, and could be one"),
        (Self::Rewritten, "are completed or rewritten by Google"),
        (Self::OtherRegion, "are numbers of another region of the calling code"),
        (Self::OwnZero, "are of Rwanda, whose numbers can begin with 0"),
    ];

    /// What a text is that is read in two ways, the first that holds in the order of how much it
    /// says.
    fn of(google: &Read, ours: &Typed) -> Option<Self> {
        let told: Vec<&str> = [&ours.notes, &ours.issues]
            .into_iter()
            .flat_map(|report| issues(report).into_iter().map(|issue| issue.code))
            .collect();
        let told = |code: &str| told.contains(&code);
        let digits: String = google.text.chars().filter(char::is_ascii_digit).collect();
        let code = CallingCode::of(google.code);
        let full = ours.number.as_ref().map(|number| number.full()).unwrap_or_default();
        let is_same = full == google.full();
        let has_zeros = code.is_some_and(CallingCode::has_zeros);
        let before = digits.strip_suffix(google.national).unwrap_or_default();
        // What Google does not tell of.
        let has_carrier = match google.code {
            "57" => google.national.starts_with('0') || before.contains('0'),
            code => code == "82" && before.contains("08"),
        };
        let is_id = |number: &Number| number.code.has_whatsapp_id(&number.national);
        let reasons = [
            (Self::Extension, google.extension && told("phone.extension")),
            (Self::MissingCode, told("phone.missing_country_code")),
            (Self::Decimals, told("phone.dropped_decimals")),
            (Self::WhatsAppId, ours.is_ok() && ours.number.as_ref().is_some_and(is_id)),
            (Self::LongerThanE164, google.full().len() > MOST_DIGITS && google.code == "49"),
            (Self::International, told("phone.read_international_prefix") && !is_same),
            (Self::Leaving, google.abroad && !is_same),
            (Self::Carrier, google.carrier || has_carrier),
            (
                Self::Zero,
                !ours.is_ok() && google.national.starts_with('0') && !has_zeros
                    || told("phone.international_prefix"),
            ),
            (
                Self::CodeBehindTrunk,
                ours.is_ok()
                    && told("phone.dropped_country_code")
                    && told("phone.dropped_trunk_prefix"),
            ),
            (Self::OwnZero, google.code == "250" && full.starts_with("2500")),
            (Self::ByLength, ours.is_ok() && told("phone.unknown_pattern")),
            (
                Self::TrunkTwice,
                ["00", "11"]
                    .iter()
                    .any(|twice| digits.ends_with(&[google.code, twice, google.national].concat())),
            ),
            (Self::Rewritten, google.rewritten || !digits.ends_with(google.national)),
            (
                Self::OtherRegion,
                ours.is_ok()
                    && code.is_some_and(|code| code.countries().len() > 2)
                    && digits.ends_with(&ours.number.as_ref()?.national),
            ),
        ];
        reasons.into_iter().find(|(_, holds)| *holds).map(|(difference, _)| difference)
    }
}

/// How often texts of one kind are read by one side alone, or in two ways by both.
#[derive(Clone, Copy, Default)]
struct Counts {
    ours: usize,
    googles: usize,
    both: usize,
}

impl Counts {
    fn count(&mut self, ours: bool, googles: bool) {
        match (ours, googles) {
            (true, true) => self.both += 1,
            (true, false) => self.ours += 1,
            _ => self.googles += 1,
        }
    }
}

/// What came of the comparison.
#[derive(Default)]
pub struct Readings {
    /// How many texts were read.
    pub texts: usize,
    /// The default regions of the texts.
    pub regions: BTreeSet<String>,
    /// How many texts both read as the same number.
    pub same: usize,
    /// How many texts are no number to both.
    pub none: usize,
    /// How many texts are read in another way, and why.
    differences: BTreeMap<Difference, Counts>,
    /// The lines of those for which there is no reason.
    unexplained: Vec<String>,
}

impl Readings {
    /// Compares each line but the first, which is about the texts.
    pub fn of(text: &str) -> Self {
        let mut readings = Self::default();
        for line in text.lines().skip(1) {
            readings.compare(line);
        }
        readings
    }

    /// Whether all that is read in another way is to be.
    pub fn are_explained(&self) -> bool {
        self.unexplained.is_empty()
    }

    /// How many texts are read in another way for this reason.
    pub fn count(&self, difference: Difference) -> usize {
        self.differences
            .get(&difference)
            .map_or(0, |counts| counts.ours + counts.googles + counts.both)
    }

    fn compare(&mut self, line: &str) {
        let Some(google) = Read::of(line) else { panic!("not a text that was read: {line}") };
        self.texts += 1;
        self.regions.insert(google.default.to_owned());
        let typed = parse(google.text, Country::of(google.default).as_ref());
        let ours = typed.number.as_ref().filter(|_| typed.is_ok()).map(|number| number.full());
        let googles = Some(google.full()).filter(|_| google.possible);
        if ours == googles {
            *(if ours.is_some() { &mut self.same } else { &mut self.none }) += 1;
        } else if let Some(difference) = Difference::of(&google, &typed) {
            let counts = self.differences.entry(difference).or_default();
            counts.count(ours.is_some(), googles.is_some());
        } else {
            self.unexplained.push(format!("{} {}", google.line, typed.json()));
        }
    }
}

impl fmt::Display for Readings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (texts, regions) = (self.texts, self.regions.len());
        writeln!(f, "{texts} texts with {regions} default regions")?;
        writeln!(f, "{:>9} are the same number to both", self.same)?;
        writeln!(f, "{:>9} are no number to both", self.none)?;
        writeln!(f, "Not to agree are those that")?;
        writeln!(f, "{:>9} {:>9} {:>9}", "ours", "Google's", "differ")?;
        for (difference, name) in Difference::ALL {
            let Counts { ours, googles, both } =
                self.differences.get(&difference).copied().unwrap_or_default();
            writeln!(f, "{ours:>9} {googles:>9} {both:>9}  {name}")?;
        }
        writeln!(f, "{:>9} for no reason", self.unexplained.len())?;
        for line in self.unexplained.iter().take(SHOWN) {
            writeln!(f, "{:>10}{line}", "")?;
        }
        Ok(())
    }
}
