//! Compares how `interakt_wasm::phone` writes numbers, whole ones and digit by digit, with how
//! Google's library writes them: those of `tests/phone/written.txt` for the test, many more for
//! `npm run phone -- write`.
//!
//! What is not to agree stands here as [`Difference`], decided by both texts.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use interakt_wasm::phone::{Country, Style, example, format, group};

/// How many lines that differ without a reason are printed.
const SHOWN: usize = 40;

/// A number as Google's library writes it. `scripts/phone/writing.py` writes them.
struct Written<'a> {
    line: &'a str,
    /// Letters of the region; `001` for none.
    region: &'a str,
    code: &'a str,
    national: &'a str,
    inside: &'a str,
    abroad: &'a str,
    /// What is seen while the national number is typed, the same behind `trunk`, and all behind +.
    typed: [&'a str; 3],
    /// The same if Google had only the formats of fixed lines and mobiles, and took them whether or
    /// not the trunk prefix is typed.
    with_less: [&'a str; 3],
    /// What is dialled before the number inside the country.
    trunk: &'a str,
    /// It is the example of its region.
    is_example: bool,
    /// Behind `trunk`, it begins like what is dialled to leave the country.
    leaves: bool,
}

impl<'a> Written<'a> {
    fn of(line: &'a str) -> Option<Self> {
        let mut fields = line.split('\t').map(|field| if field == "-" { "" } else { field });
        let mut next = || fields.next();
        let (region, code, national, inside, abroad) =
            (next()?, next()?, next()?, next()?, next()?);
        let typed = [next()?, next()?, next()?];
        let with_less = [next()?, next()?, next()?];
        let (trunk, letters) = (next()?, next()?);
        next().is_none().then_some(Self {
            line,
            region,
            code,
            national,
            inside,
            abroad,
            typed,
            with_less,
            trunk,
            is_example: letters.contains('e'),
            leaves: letters.contains('i'),
        })
    }
}

/// What was compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// Whole numbers, as they are written inside their country.
    National,
    /// The same behind the calling code.
    International,
    /// The same without anything between.
    E164,
    /// The number of each region that stands for others.
    Example,
    /// What is seen after a digit of a national number.
    TypedBare,
    /// The same behind what is dialled before it inside the country.
    TypedBehindTrunk,
    /// The same behind + and calling code.
    TypedAbroad,
}

impl Kind {
    /// All of them, with what to call them.
    pub const ALL: [(Self, &str); 7] = [
        (Self::National, "national formats"),
        (Self::International, "international formats"),
        (Self::E164, "formats of E.164"),
        (Self::Example, "examples"),
        (Self::TypedBare, "digits typed of a national number"),
        (Self::TypedBehindTrunk, "digits typed behind a trunk prefix"),
        (Self::TypedAbroad, "digits typed behind a +"),
    ];
}

/// Why a number is not written as Google's library writes it, on purpose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// Google groups nothing: the format wants the 0 that is dialled inside the country, which hardly
    /// anybody types beside a calling code; or it has none, and a 0 was typed; or the country has no
    /// format, where ours has a space behind the calling code.
    LeftAlone,
    /// Google takes the formats of local and special numbers too, and of several leaves out those
    /// that want a 0, or want none: what it groups so, it often groups anew at the next digit.
    OtherFormats,
    /// Google takes the 0 and what follows for a prefix that is dialled to leave the country, such as
    /// 015 in Israel. Ours knows 00 alone, and in North America 011.
    Leaving,
    /// The number begins with what is dialled before it, which both take it for while it is typed
    /// without, as 871… in Russia: what follows is no number to either.
    Ambiguous,
    /// Google takes the 0 and the digit behind it for the code of a carrier, as one can dial in
    /// Colombia.
    Carrier,
}

impl Difference {
    /// All of them, with what to call them.
    pub const ALL: [(Self, &str); 5] = [
        (Self::LeftAlone, "are left alone by Google"),
        (Self::OtherFormats, "are grouped as local or special numbers by Google"),
        (Self::Leaving, "begin with a prefix to leave the country, to Google"),
        (Self::Ambiguous, "begin with what is dialled before them"),
        (Self::Carrier, "begin with the code of a carrier to Google"),
    ];

    /// What some digits are that are written in two ways.
    fn of(ours: &str, typed: &Typed) -> Option<Self> {
        let reasons = [
            (Self::LeftAlone, typed.google == typed.digits),
            (Self::OtherFormats, typed.with_less == ours || typed.abroad == ours),
            (Self::Leaving, typed.leaves),
            (Self::Ambiguous, typed.ambiguous),
            (Self::Carrier, typed.digits.starts_with('0') && typed.code == "57"),
        ];
        reasons.into_iter().find(|(_, holds)| *holds).map(|(difference, _)| difference)
    }
}

/// What is seen of digits.
struct Typed<'a> {
    code: &'a str,
    digits: &'a str,
    google: &'a str,
    with_less: &'a str,
    /// What Google shows of as many digits behind + and calling code: in Argentina ours shows it
    /// inside the country too, since the national format has the digits in another order.
    abroad: &'a str,
    leaves: bool,
    ambiguous: bool,
}

/// What came of the comparison.
#[derive(Default)]
pub struct Writings {
    /// How many numbers were written.
    pub numbers: usize,
    /// Their regions.
    pub regions: BTreeSet<String>,
    /// How many texts are the same, of each kind.
    same: BTreeMap<Kind, usize>,
    /// How many differ, and why.
    differences: BTreeMap<(Kind, Difference), usize>,
    /// Those for which there is no reason.
    unexplained: Vec<String>,
}

impl Writings {
    /// Compares each line but the first, which is about the numbers.
    pub fn of(text: &str) -> Self {
        let mut writings = Self::default();
        for line in text.lines().skip(1) {
            writings.compare(line);
        }
        writings
    }

    /// Whether all that is written in another way is to be.
    pub fn are_explained(&self) -> bool {
        self.unexplained.is_empty()
    }

    /// How many are written in another way for this reason.
    pub fn count(&self, difference: Difference) -> usize {
        self.differences.iter().filter(|((_, found), _)| *found == difference).map(|(_, n)| n).sum()
    }

    fn compare(&mut self, line: &str) {
        let Some(google) = Written::of(line) else {
            panic!("not a number that was written: {line}")
        };
        self.numbers += 1;
        self.regions.insert(google.region.to_owned());
        let full = [google.code, google.national].concat();
        let e164 = ["+", &full].concat();
        for (kind, style, wanted) in [
            (Kind::National, Style::National, google.inside),
            (Kind::International, Style::International, google.abroad),
            (Kind::E164, Style::E164, &e164),
        ] {
            let found = format(&full, style).unwrap_or_default();
            self.note(kind, found == wanted, None, || [line, &found].join("\n"));
        }
        let country = Country::of(google.region);
        if google.is_example {
            let found = country.as_ref().map(example).unwrap_or_default();
            self.note(Kind::Example, found == full, None, || [line, &found].join("\n"));
        }
        let behind_trunk = [google.trunk, google.national].concat();
        let kinds = [
            (Kind::TypedBare, google.national),
            (Kind::TypedBehindTrunk, &behind_trunk),
            (Kind::TypedAbroad, &e164),
        ];
        for (index, (kind, digits)) in kinds.into_iter().enumerate() {
            let (seen, with_less) = (google.typed[index], google.with_less[index]);
            if seen.is_empty() {
                continue;
            }
            for end in 1..=digits.len() {
                let typed = Typed {
                    code: google.code,
                    digits: &digits[..end],
                    google: seen_after(seen, end),
                    with_less: seen_after(with_less, end),
                    abroad: match kind {
                        Kind::TypedBare => {
                            let digits = 1 + google.code.len() + end;
                            let (_, rest) = seen_after(google.typed[2], digits)
                                .split_once(' ')
                                .unwrap_or_default();
                            rest
                        }
                        _ => "",
                    },
                    leaves: google.leaves && kind == Kind::TypedBehindTrunk,
                    ambiguous: kind == Kind::TypedBare
                        && !google.trunk.is_empty()
                        && google.national.starts_with(google.trunk),
                };
                let grouped = group(typed.digits, end, country.as_ref());
                let found = grouped.as_ref().map_or(typed.digits, |grouped| &grouped.text);
                self.note(kind, found == typed.google, Difference::of(found, &typed), || {
                    std::format!("{}\n{found} for {}", google.line, typed.google)
                });
            }
        }
    }

    fn note(
        &mut self,
        kind: Kind,
        is_same: bool,
        difference: Option<Difference>,
        line: impl Fn() -> String,
    ) {
        if is_same {
            *self.same.entry(kind).or_default() += 1;
        } else if let Some(difference) = difference {
            *self.differences.entry((kind, difference)).or_default() += 1;
        } else {
            self.unexplained.push(line());
        }
    }
}

/// What is seen after so many digits: of the first text that has as many, what they end with.
fn seen_after(seen: &str, digits: usize) -> &str {
    for text in seen.split('|') {
        let mut left = digits;
        for (at, byte) in text.bytes().enumerate() {
            left -= usize::from(matches!(byte, b'+' | b'0'..=b'9'));
            if left == 0 {
                return &text[..=at];
            }
        }
    }
    ""
}

impl fmt::Display for Writings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} numbers of {} regions", self.numbers, self.regions.len())?;
        for (kind, name) in Kind::ALL {
            let same = self.same.get(&kind).copied().unwrap_or_default();
            writeln!(f, "{same:>9} {name} are the same")?;
            for (difference, reason) in Difference::ALL {
                if let Some(count) = self.differences.get(&(kind, difference)) {
                    writeln!(f, "{count:>19} {reason}")?;
                }
            }
        }
        writeln!(f, "{:>9} differ for no reason", self.unexplained.len())?;
        for line in self.unexplained.iter().take(SHOWN) {
            writeln!(f, "{line}")?;
        }
        Ok(())
    }
}
