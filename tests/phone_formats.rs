//! Numbers as people write them: whole ones, and what is being typed. Replays
//! `tests/phone/written.txt`, numbers as Google's library writes them.

#![cfg(not(target_arch = "wasm32"))]

#[path = "phone/writing.rs"]
mod writing;

use std::sync::LazyLock;

use interakt_wasm::phone::{CallingCode, Country, Style, VERSION, example, format, group};
use proptest::prelude::*;
use writing::{Difference, Writings};

const WRITTEN: &str = include_str!("phone/written.txt");

static WRITINGS: LazyLock<Writings> = LazyLock::new(|| Writings::of(WRITTEN));

#[test]
fn writes_what_google_writes_but_for_what_has_a_reason() {
    assert!(WRITINGS.are_explained(), "{}", *WRITINGS);
}

#[test]
fn at_least_two_thousand_numbers_of_every_country_are_written() {
    assert!(WRITINGS.numbers >= 2_000, "{}", *WRITINGS);
    let countries = Country::all().into_iter().filter_map(|country| country.letters);
    let missing: Vec<&str> =
        countries.filter(|letters| !WRITINGS.regions.contains(*letters)).collect();
    assert!(missing.is_empty(), "{missing:?}");
    assert!(WRITTEN.starts_with(&["# libphonenumber ", VERSION, ","].concat()));
}

#[test]
fn every_reason_to_write_in_another_way_is_given_by_a_number() {
    for (difference, name) in Difference::ALL {
        assert!(WRITINGS.count(difference) > 0, "none {name}");
    }
}

/// Digits, and how they are written inside the country and abroad.
#[rustfmt::skip]
const WHOLE: &[(&str, &str, &str)] = &[
    ("919876543210", "098765 43210", "+91 98765 43210"),
    ("+919876543210", "098765 43210", "+91 98765 43210"),
    ("447400123456", "07400 123456", "+44 7400 123456"),
    ("12125550123", "(212) 555-0123", "+1 212-555-0123"),
    ("5491123456789", "011 15-2345-6789", "+54 9 11 2345-6789"),
    ("79123456789", "8 (912) 345-67-89", "+7 912 345-67-89"),
    ("375294911911", "8 029 491-19-11", "+375 29 491-19-11"),
    ("36201234567", "06 20 123 4567", "+36 20 123 4567"),
    ("3611234567", "(06 1) 123 4567", "+36 1 123 4567"),
    ("37061234567", "(0-612) 34567", "+370 612 34567"),
    ("46701234567", "070-123 45 67", "+46 70 123 45 67"),
    ("5511961234567", "(11) 96123-4567", "+55 11 96123-4567"),
    ("37787085161", "870 851 61", "+377 87 08 51 61"),
    ("390612345678", "06 1234 5678", "+39 06 1234 5678"),
    // What is written in no special way.
    ("24740123", "40123", "+247 40123"),
    ("9198765432", "98765432", "+91 98765432"),
    ("919876543210123", "9876543210123", "+91 9876543210123"),
    ("91", "", "+91"),
    // Without a calling code, and what is no number.
    ("999123456", "999123456", "999123456"),
    ("0123", "0123", "0123"),
    ("+91 98765 four", "+91 98765 four", "+91 98765 four"),
];

#[test]
fn writes_whole_numbers() {
    for (full, inside, abroad) in WHOLE {
        assert_eq!(format(full, Style::National).as_deref(), Some(*inside), "{full}");
        assert_eq!(format(full, Style::International).as_deref(), Some(*abroad), "{full}");
    }
    assert_eq!(format("91 98765 43210", Style::E164).as_deref(), Some("+919876543210"));
    for empty in ["", "+", "()", "none"] {
        assert_eq!(format(empty, Style::National), None, "{empty}");
    }
}

/// What is typed with a caret as `|`, a country, and what is seen; nothing where it stays.
#[rustfmt::skip]
const TYPED: &[(&str, &str, &str)] = &[
    ("98765|", "IN", "98765|"),
    ("987654|", "IN", "98765 4|"),
    ("98765 4321|0", "IN", "98765 4321|0"),
    ("09876543210|", "IN", "098765 43210|"),
    ("7400123456|", "GB", "7400 123456|"),
    ("07400 12345|6", "GB", "07400 12345|6"),
    ("+447400123456|", "IN", "+44 7400 123456|"),
    ("+44|", "GB", "+44|"),
    ("+4|", "", "+4|"),
    ("2125550123|", "US", "(212) 555-0123|"),
    ("212|", "US", "(212|"),
    ("12125550123|", "+1", "1 (212) 555-0123|"),
    ("00919876543210|", "GB", "00 91 98765 43210|"),
    ("01191987|", "US", "011 91 987|"),
    // In the middle: a digit typed, one deleted, a space deleted, some pasted.
    ("98|765 43210", "IN", "98|765 43210"),
    ("987654| 3210", "IN", "98765 4|3210"),
    ("9876| 43210", "IN", "9876|4 3210"),
    ("98765|43210", "IN", "98765| 43210"),
    ("|9876543210", "IN", "|98765 43210"),
    ("(212) 5|55-0123", "US", "(212) 5|55-0123"),
    ("+|919876543210", "", "+|91 98765 43210"),
    ("tel:+91-98765-43210|", "IN", "+91 98765 43210|"),
    ("९८७६५४३|", "IN", "98765 43|"),
    ("＋९१९८७|६५४", "", "+91 987|65 4"),
    // Longer than any number of the country.
    ("987654321012|", "IN", "987654321012|"),
    ("+91987654321012|", "", "+91 987654321012|"),
    // What stays as it is.
    ("|", "IN", ""),
    ("+|", "IN", ""),
    ("(|", "US", ""),
    ("98765x|", "IN", ""),
    ("98765+4|", "IN", ""),
    ("1-800-FLOWERS|", "US", ""),
    ("https://wa.me/919876543210|", "IN", ""),
    ("9876543210|", "", ""),
];

#[test]
fn groups_what_is_typed_and_keeps_the_caret_behind_its_digit() {
    for (typed, country, wanted) in TYPED {
        let caret = typed.find('|').unwrap();
        let text = typed.replace('|', "");
        let grouped = group(&text, caret, Country::of(country).as_ref());
        let seen = grouped.map(|found| {
            let (before, after) = found.text.split_at(found.caret);
            [before, "|", after].concat()
        });
        assert_eq!(seen.unwrap_or_default(), *wanted, "{typed} in {country}");
    }
}

#[test]
fn each_country_has_an_example_that_its_formats_take() {
    for country in Country::all() {
        let full = example(&country);
        assert!(interakt_wasm::phone::is_possible(&full), "{full}");
        assert_eq!(CallingCode::split(&full).map(|(code, _)| code), Some(country.code));
    }
    assert_eq!(example(&Country::of("+91").unwrap()), "918123456789");
    assert_eq!(example(&Country::of("+870").unwrap()), "");
}

fn digits(text: &str) -> String {
    text.chars().filter(|char| char.is_ascii_digit() || *char == '+').collect()
}

/// All countries, and none.
fn countries() -> impl Strategy<Value = Option<Country>> {
    prop::sample::select(Country::all().into_iter().map(Some).chain([None]).collect::<Vec<_>>())
}

proptest! {
    #[test]
    fn typing_keeps_every_digit_in_its_order_and_is_the_same_when_repeated(
        text in r"\+?[0-9 ()-]{0,20}[0-9]",
        country in countries(),
        caret in 0_usize..24,
    ) {
        if let Some(grouped) = group(&text, caret, country.as_ref()) {
            prop_assert_eq!(digits(&grouped.text), digits(&text));
            let before = text.get(..caret).unwrap_or(&text);
            prop_assert_eq!(digits(&grouped.text[..grouped.caret]), digits(before));
            let again = group(&grouped.text, grouped.caret, country.as_ref());
            prop_assert_eq!(again, Some(grouped));
        }
    }

    #[test]
    fn whatever_is_typed_the_caret_stands_within_the_text(
        text in ".{0,40}",
        country in countries(),
        caret in 0_usize..100,
    ) {
        if let Some(grouped) = group(&text, caret, country.as_ref()) {
            prop_assert!(grouped.text.is_char_boundary(grouped.caret));
        }
    }

    #[test]
    fn international_formats_keep_every_digit(full in r"\+?[0-9]{1,20}") {
        let given = full.trim_start_matches('+');
        for style in [Style::International, Style::E164] {
            let written = format(&full, style).unwrap();
            let kept = digits(&written);
            prop_assert_eq!(kept.trim_start_matches('+'), given);
        }
    }

    #[test]
    fn whatever_is_written_there_is_no_panic(text in ".{0,40}") {
        for style in [Style::National, Style::International, Style::E164] {
            format(&text, style);
        }
    }

    #[test]
    fn national_formats_keep_every_digit_but_the_9_of_argentina(full in r"[0-9]{1,20}") {
        if let Some((code, national)) = CallingCode::split(&full)
            && code.number() != 54
        {
            let written = format(&full, Style::National).unwrap();
            prop_assert!(digits(&written).ends_with(national));
        }
    }
}
