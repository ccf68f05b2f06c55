//! What holds of every text that is read as a phone number.

#![cfg(not(target_arch = "wasm32"))]

use interakt_wasm::phone::{CallingCode, Country, Kind, Typed, damaged, parse};
use interakt_wasm::schema::{Params, Severity};
use interakt_wasm::write::issues;
use proptest::prelude::*;

/// Every number that could exist: calling code, and a national number.
fn possible() -> impl Strategy<Value = (CallingCode, String)> {
    let codes: Vec<CallingCode> =
        CallingCode::all().filter(|code| code.lengths().iter().next().is_some()).collect();
    let number = proptest::sample::select(codes).prop_flat_map(|code| {
        let lengths: Vec<usize> = code.lengths().iter().collect();
        let digits = proptest::sample::select(lengths)
            .prop_flat_map(|length| proptest::collection::vec(0..10u8, length));
        (Just(code), digits)
    });
    let written = number.prop_map(|(code, digits)| {
        (code, digits.into_iter().map(|digit| char::from(b'0' + digit)).collect::<String>())
    });
    // Hardly any begins with 00: that has an issue of its own.
    written.prop_filter("no number", |(code, national)| {
        code.wrong(national).is_none() && !national.starts_with("00")
    })
}

fn country() -> impl Strategy<Value = Country> {
    proptest::sample::select(Country::all())
}

fn international(code: CallingCode, national: &str) -> String {
    format!("+{}{national}", code.number())
}

/// What people put between digits.
fn separator() -> impl Strategy<Value = char> {
    proptest::sample::select(
        " \t\n\u{a0}\u{2007}\u{202f}\u{3000}-‐‑–—−－ー./()[]'\"·（）／．"
            .chars()
            .collect::<Vec<_>>(),
    )
}

/// The zeros of scripts that people write numbers in: NKo, those of India, Thailand, Laos, Tibet,
/// Myanmar, Cambodia, Mongolia, Java, the two Arabic ones, and full width.
const ZEROS: &str = "0٠۰߀०০੦૦୦௦౦೦൦๐໐༠၀០᠐꧐０";

fn codes_of(typed: &Typed) -> Vec<&str> {
    issues(&typed.issues).iter().map(|issue| issue.code).collect()
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,40}", default in "[A-Z]{2}|\\+?[0-9]{1,3}") {
        let typed = parse(&text, Country::of(&default).as_ref());
        prop_assert!(typed.number.is_some() || !typed.is_ok());
        prop_assert_eq!(issues(&typed.issues).iter().all(|issue| issue.severity == Severity::Warning), typed.is_ok());
    }

    #[test]
    fn what_looks_like_a_number_is_read(
        text in "[+＋ ]{0,2}(tel:)?[0-9٠-٩०-९]{0,20}[ x#;().-]{0,3}[0-9]{0,12}",
        default in proptest::option::of("IN|US|IT|RU|HU|BY|DE|\\+225"),
    ) {
        let typed = parse(&text, default.as_deref().and_then(Country::of).as_ref());
        if let Some(number) = &typed.number {
            prop_assert!(number.national.bytes().all(|byte| byte.is_ascii_digit()));
            prop_assert_eq!(number.possible, number.code.wrong(&number.national).is_none());
            prop_assert!(number.possible || !number.mobile);
            prop_assert!(number.possible || !typed.is_ok());
            for told in issues(&typed.notes).iter().map(|note| note.message.as_str()).chain(
                issues(&typed.issues).iter().map(|issue| issue.message.as_str()),
            ) {
                // A message may hold a calling code, but nothing that is as long as a number.
                prop_assert!(number.national.len() < 5 || !told.contains(&number.national), "{}", told);
            }
        }
    }

    #[test]
    fn a_number_that_could_exist_is_read_as_it_stands((code, national) in possible()) {
        let typed = parse(&international(code, &national), None);
        prop_assert!(typed.is_ok() && typed.notes.found() == 0);
        let number = typed.number.unwrap();
        prop_assert_eq!((number.code, number.national), (code, national));
        prop_assert!(number.possible);
    }

    #[test]
    fn a_number_with_a_plus_has_nothing_of_the_default_country(
        (code, national) in possible(),
        default in country(),
    ) {
        let text = international(code, &national);
        let (alone, chosen) = (parse(&text, None), parse(&text, Some(&default)));
        let (alone, chosen) = (alone.number.unwrap(), chosen.number.unwrap());
        prop_assert_eq!(alone.full(), chosen.full());
        prop_assert!(alone.country == chosen.country || code == default.code);
    }

    #[test]
    fn at_home_a_number_that_looks_like_one_stays_as_it_is((code, national) in possible()) {
        prop_assume!(code.kind(&national) != Kind::Unknown);
        let typed = parse(&national, Some(&Country { code, letters: None }));
        let notes: Vec<_> = issues(&typed.notes).iter().map(|note| note.code).collect();
        prop_assert_eq!(notes, ["phone.assumed_country"]);
        prop_assert_eq!(typed.number.unwrap().national, national);
    }

    #[test]
    fn what_was_read_is_read_the_same_again(
        text in "(\\+|00|)[0-9]{4,15}",
        default in proptest::option::of(country()),
    ) {
        if let Some(number) = parse(&text, default.as_ref()).number.filter(|number| number.possible) {
            let again = parse(&format!("+{}", number.full()), default.as_ref());
            prop_assert!(again.notes.found() == 0);
            prop_assert_eq!(again.number.unwrap(), number);
        }
    }

    #[test]
    fn separators_change_only_the_notes(
        text in "(\\+|00|0|)[0-9]{1,15}",
        default in proptest::option::of(country()),
        between in proptest::collection::vec((0..20usize, separator()), 1..6),
    ) {
        let mut chars: Vec<char> = text.chars().collect();
        for (at, char) in between {
            chars.insert(at.min(chars.len()), char);
        }
        let written: String = chars.into_iter().collect();
        // Some of these before zeros at the end are what a spreadsheet puts there: `.0`, `"00`.
        prop_assume!(!damaged(written.trim(), &mut Params::default()));
        let (plain, spaced) = (parse(&text, default.as_ref()), parse(&written, default.as_ref()));
        prop_assert_eq!(&plain.number, &spaced.number);
        prop_assert_eq!(codes_of(&plain), codes_of(&spaced));
        let mut notes: Vec<_> = issues(&spaced.notes).iter().map(|note| note.code).collect();
        prop_assert_eq!(notes.remove(0), "phone.dropped_characters");
        prop_assert_eq!(notes, issues(&plain.notes).iter().map(|note| note.code).collect::<Vec<_>>());
    }

    #[test]
    fn digits_of_every_script_are_the_same_digits(
        digits in proptest::collection::vec(0..10u32, 1..16),
        plus in any::<bool>(),
        zero in proptest::sample::select(ZEROS.chars().skip(1).collect::<Vec<_>>()),
    ) {
        let written = |zero: char| -> String {
            let digit = |digit: &u32| char::from_u32(u32::from(zero) + digit).unwrap();
            let digits: String = digits.iter().map(digit).collect();
            if plus { format!("+{digits}") } else { digits }
        };
        let india = Country::of("IN");
        let read = |zero| parse(&written(zero), india.as_ref());
        let (own, other) = (read('0'), read(zero));
        prop_assert_eq!(&own.number, &other.number);
        prop_assert_eq!(codes_of(&own), codes_of(&other));
        prop_assert_eq!(issues(&other.notes)[0].code, "phone.replaced_digits");
    }
}
