//! What each tier of the phone rules catches: numbers that a mobile can have, broken in the
//! ways in which people break them.

use crate::phone::{CallingCode, Kind};

/// What could look at a number, the strictest last: each also catches what those before it do.
pub(super) const TIERS: [&str; 4] = ["digits only", "lengths", "+ known pattern", "+ mobile"];

/// How many numbers with a mistake were tried, and how many of them each tier catches.
pub(super) struct Caught {
    pub mistake: &'static str,
    pub tried: usize,
    pub by: [usize; TIERS.len()],
}

/// A number that a mobile can have.
pub(super) struct Number {
    code: CallingCode,
    national: String,
}

/// Makes each mistake once with each number.
pub(super) fn caught(numbers: &[Number]) -> Vec<Caught> {
    let mut random = Random(2);
    let tried = |(mistake, make): &(&'static str, Make)| {
        let mut caught = Caught { mistake, tried: 0, by: [0; TIERS.len()] };
        for number in numbers {
            let (code, national) = (number.code.number().to_string(), number.national.as_str());
            let broken = make(&code, national, &mut random);
            if broken == code + national {
                continue;
            }
            caught.tried += 1;
            caught.by.iter_mut().skip(first_tier(&broken)).for_each(|count| *count += 1);
        }
        caught
    };
    MISTAKES.iter().map(tried).collect()
}

/// The place in [`TIERS`] of the first that catches a number, behind the last if none does.
fn first_tier(full: &str) -> usize {
    if full.starts_with('0') || full.len() > 15 {
        return 0;
    }
    let Some((code, national)) = CallingCode::split(full) else { return 1 };
    match (code.wrong(national), code.kind(national)) {
        (Some(_), _) => 1,
        (None, Kind::Unknown) => 2,
        (None, Kind::NotMobile) => 3,
        (None, Kind::Mobile) => 4,
    }
}

/// From a calling code and a national number to what somebody makes of them.
type Make = fn(&str, &str, &mut Random) -> String;

const MISTAKES: [(&str, Make); 9] = [
    ("one digit dropped", |code, national, random| {
        let at = random.below(national.len());
        format!("{code}{}{}", &national[..at], &national[at + 1..])
    }),
    ("one digit too many", |code, national, random| {
        let (before, behind) = national.split_at(random.below(national.len() + 1));
        format!("{code}{before}{}{behind}", random.digit())
    }),
    ("one wrong digit", |code, national, random| {
        let at = random.below(national.len());
        let others = ('0'..='9').filter(|digit| !national[at..].starts_with(*digit));
        let digit = others.into_iter().nth(random.below(9)).unwrap_or_default();
        format!("{code}{}{digit}{}", &national[..at], &national[at + 1..])
    }),
    ("two neighbours swapped", |code, national, random| {
        let mut digits: Vec<char> = national.chars().collect();
        let different = (1..digits.len()).filter(|at| digits[at - 1] != digits[*at]);
        let places: Vec<usize> = different.collect();
        if !places.is_empty() {
            let at = places[random.below(places.len())];
            digits.swap(at - 1, at);
        }
        code.chars().chain(digits).collect()
    }),
    ("a 0 kept before the national number", |code, national, _| format!("{code}0{national}")),
    ("country code twice", |code, national, _| format!("{code}{code}{national}")),
    ("country code missing", |_, national, _| national.to_owned()),
    ("00 in front", |code, national, _| format!("00{code}{national}")),
    ("random digits, as many", |code, national, random| {
        format!("{code}{}", random.digits(national.len()))
    }),
];

/// So many numbers of each calling code that a mobile can have, drawn from all that there are of
/// the code's lengths. None of those that WhatsApp alone knows.
pub(super) fn numbers(codes: impl Iterator<Item = CallingCode>, each: usize) -> Vec<Number> {
    let mut random = Random(1);
    let mut numbers = Vec::new();
    for code in codes {
        let lengths: Vec<usize> = code.lengths().iter().collect();
        if lengths.is_empty() {
            continue;
        }
        let drawn = (0..each * TRIES).map(|_| {
            let length = lengths[random.below(lengths.len())];
            Number { code, national: random.digits(length) }
        });
        numbers.extend(drawn.filter(Number::is_mobile).take(each));
    }
    numbers
}

/// How often to draw for a number. Under some calling codes few of all digits are mobiles.
const TRIES: usize = 1000;

impl Number {
    fn is_mobile(&self) -> bool {
        let Number { code, national } = self;
        let is_known_to_whatsapp_alone = code.has_whatsapp_id(national);
        code.wrong(national).is_none()
            && code.kind(national) == Kind::Mobile
            && !is_known_to_whatsapp_alone
    }
}

/// Random numbers, always the same: splitmix64.
struct Random(u64);

impl Random {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % end as u64) as usize
    }

    fn digit(&mut self) -> char {
        char::from(b'0' + self.below(10) as u8)
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| self.digit()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the mistakes make of +91 9876543210, by their names.
    fn made(mistake: &str) -> String {
        let found = MISTAKES.iter().find(|(name, _)| *name == mistake).expect(mistake);
        (found.1)("91", "9876543210", &mut Random(7))
    }

    #[test]
    fn a_mistake_is_what_its_name_says() {
        assert_eq!(made("one digit dropped").len(), 11);
        assert_eq!(made("one digit too many").len(), 13);
        assert_eq!(made("a 0 kept before the national number"), "9109876543210");
        assert_eq!(made("country code twice"), "91919876543210");
        assert_eq!(made("country code missing"), "9876543210");
        assert_eq!(made("00 in front"), "00919876543210");
        let differing = |mistake| {
            let same = made(mistake);
            same.bytes().zip("919876543210".bytes()).filter(|(a, b)| a != b).count()
        };
        assert_eq!(differing("one wrong digit"), 1);
        assert_eq!(differing("two neighbours swapped"), 2);
    }

    #[test]
    fn every_calling_code_that_has_phones_takes_part() {
        let numbers = numbers(CallingCode::all(), 20);
        let mut tried: Vec<_> = numbers.iter().map(|number| number.code).collect();
        tried.dedup();
        let with_phones = CallingCode::all().filter(|code| code.lengths().iter().next().is_some());
        assert_eq!(tried, with_phones.collect::<Vec<_>>());
    }

    #[test]
    fn a_stricter_tier_catches_no_less() {
        for Caught { mistake, tried, by } in caught(&numbers(CallingCode::all(), 2)) {
            assert!(by.is_sorted() && by[3] <= tried, "{mistake}: {by:?} of {tried}");
        }
    }

    #[test]
    fn a_digit_dropped_or_added_in_india_is_always_caught() {
        let india = CallingCode::of("91").into_iter();
        let caught = caught(&numbers(india, 200));
        for Caught { mistake, tried, by } in &caught[..2] {
            assert_eq!((by[0], by[1]), (0, *tried), "{mistake}");
        }
        assert!(caught.iter().all(|caught| caught.tried >= 199));
    }
}
