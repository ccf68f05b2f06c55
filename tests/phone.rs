//! Replays `tests/phone/labelled.txt`, numbers with what Google's library says of them, and
//! `tests/phone/texts.txt`, texts with what it reads in them.
//!
//! `npm run phone -- labels` writes the files.

#![cfg(not(target_arch = "wasm32"))]

#[path = "phone/agreement.rs"]
mod agreement;
#[path = "phone/reading.rs"]
mod reading;

use std::collections::BTreeSet;
use std::sync::LazyLock;

use agreement::{Agreement, Exception};
use interakt_wasm::phone::{CallingCode, Country, VERSION};
use reading::{Difference, Readings};

const LABELLED: &str = include_str!("phone/labelled.txt");
const TEXTS: &str = include_str!("phone/texts.txt");

static AGREEMENT: LazyLock<Agreement> = LazyLock::new(|| Agreement::of(LABELLED));

static READINGS: LazyLock<Readings> = LazyLock::new(|| Readings::of(TEXTS));

/// At least how many of the labelled numbers are of each kind that is not to agree.
const EXCEPTIONS: [(Exception, usize); 4] = [
    (Exception::LeadingZero, 500),
    (Exception::LongerThanE164, 10),
    (Exception::WhatsAppId, 50),
    (Exception::OtherKind, 1000),
];

#[test]
fn agrees_with_google_on_every_labelled_number() {
    assert!(AGREEMENT.is_full(), "{}", *AGREEMENT);
}

#[test]
fn at_least_twenty_thousand_numbers_of_all_calling_codes_are_labelled() {
    assert!(AGREEMENT.numbers >= 20_000, "only {}", AGREEMENT.numbers);
    let all: BTreeSet<u16> = CallingCode::all().map(CallingCode::number).collect();
    assert_eq!(all.len(), 215);
    assert_eq!(AGREEMENT.codes, all);
}

#[test]
fn every_exception_occurs() {
    for (exception, least) in EXCEPTIONS {
        let found = AGREEMENT.exceptions.get(&exception).copied().unwrap_or_default();
        assert!(found >= least, "{exception:?}: only {found}");
    }
}

#[test]
fn no_number_is_labelled_twice_and_all_are_in_order() {
    let numbers = LABELLED.lines().skip(1).map(|line| {
        let mut fields = line.split(' ');
        let (code, national) = (fields.next().unwrap(), fields.next().unwrap());
        // Those without a calling code come last; a calling code alone comes first.
        (code.parse().unwrap_or(u16::MAX), national.trim_matches('-'))
    });
    assert!(numbers.is_sorted_by(|one, next| one < next));
}

#[test]
fn one_version_of_the_metadata_is_named_everywhere() {
    let named = |text: &'static str, before: &str| {
        let (_, rest) = text.split_once(before).unwrap_or_else(|| panic!("{before} is missing"));
        rest.split([' ', ',', '\n']).next().unwrap_or_default()
    };
    assert_eq!(named(include_str!("../scripts/phone/requirements.txt"), "phonenumbers=="), VERSION);
    assert_eq!(named(LABELLED, "# libphonenumber "), VERSION);
    assert_eq!(named(TEXTS, "# libphonenumber "), VERSION);
    assert_eq!(named(include_str!("../NOTICE"), "libphonenumber "), VERSION);
}

#[test]
fn reads_what_google_reads_but_for_what_has_a_reason() {
    assert!(READINGS.are_explained(), "{}", *READINGS);
}

#[test]
fn at_least_half_of_five_thousand_texts_are_numbers_to_both_with_every_country_for_default() {
    assert!(READINGS.texts >= 5_000 && READINGS.same * 2 >= READINGS.texts, "{}", *READINGS);
    let countries = Country::all().into_iter().filter_map(|country| country.letters);
    let missing: Vec<&str> =
        countries.filter(|letters| !READINGS.regions.contains(*letters)).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_reason_to_read_another_number_or_none_is_given_by_a_text() {
    for (difference, name) in Difference::ALL {
        assert!(READINGS.count(difference) > 0, "none {name}");
    }
}
