//! Whether what is typed could still become a number: held against what becomes of it when digits
//! are typed behind.

#![cfg(not(target_arch = "wasm32"))]

#[path = "phone/typed.rs"]
mod table;

use interakt_wasm::phone::{CallingCode, Country, Typed, parse};
use proptest::prelude::*;
use table::TABLES;

/// As JavaScript tells it.
fn verdict(typed: &Typed) -> &'static str {
    match (typed.is_ok(), typed.open) {
        (true, _) => "valid",
        (false, true) => "incomplete",
        (false, false) => "invalid",
    }
}

fn verdict_of(text: &str, default: &str) -> &'static str {
    let country = Country::of(default);
    assert_eq!(country.is_some(), !default.is_empty(), "{default}");
    verdict(&parse(text, country.as_ref()))
}

fn is_ok_with(text: &str, suffix: &str, default: Option<&Country>) -> bool {
    parse(&[text, suffix].concat(), default).is_ok()
}

/// All suffixes of up to three digits, the empty one first.
fn short_suffixes() -> impl Iterator<Item = String> {
    (0..4).flat_map(|length| {
        (0..10_usize.pow(length as u32)).map(move |number| match length {
            0 => String::new(),
            _ => format!("{number:0length$}"),
        })
    })
}

/// Digits that make a number of a text. Up to three decide, and the others only count.
fn completion(text: &str, default: Option<&Country>) -> Option<String> {
    let fills =
        ["", "7", "0", "2"].iter().flat_map(|fill| (1..15).map(move |times| fill.repeat(times)));
    let fills: Vec<String> = fills.collect();
    let suffixes = short_suffixes().flat_map(|first| {
        fills.iter().map(move |fill| [first.as_str(), fill].concat()).collect::<Vec<_>>()
    });
    suffixes.into_iter().find(|suffix| is_ok_with(text, suffix, default))
}

/// What is typed into a field, as far as somebody has come.
fn typed() -> impl Strategy<Value = String> {
    "(\\+|\\+ ?0|00|0|011|tel:|tel:\\+|wa\\.me/|)( ?[0-9]){0,14}[ ()-]?"
}

/// Numbers of Rwanda can begin with a 0, and a 0 is dialled before them, too: of what begins with
/// two only the pattern tells which it is.
fn is_of_rwanda(text: &str, default: Option<&Country>) -> bool {
    text.contains("250") || default.is_some_and(|country| country.code.number() == 250)
}

proptest! {
    // Each takes thousands of texts.
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_incomplete_becomes_a_number_by_some_digits(
        text in typed(),
        default in proptest::option::of(proptest::sample::select(Country::all())),
    ) {
        let read = parse(&text, default.as_ref());
        prop_assume!(verdict(&read) == "incomplete" && !is_of_rwanda(&text, default.as_ref()));
        prop_assert!(completion(&text, default.as_ref()).is_some(), "{text:?} {default:?}");
    }

    #[test]
    fn what_is_invalid_becomes_no_number_by_any_digits(
        text in prop_oneof![
            typed(),
            "(\\+|00|0|011|)[0-9]{0,20}(x|#|e|E\\+|;|\\.0|,)?[0-9]{0,3}",
            "[+0-9a-z/:;.%=' ]{0,12}",
        ],
        default in proptest::option::of(proptest::sample::select(Country::all())),
        suffixes in proptest::collection::vec("[0-9]{4,15}", 200),
    ) {
        // Half a sign of a link, and half of what a spreadsheet puts around a number: nobody types them.
        prop_assume!(!text.contains(['%', '=']));
        prop_assume!(verdict(&parse(&text, default.as_ref())) == "invalid");
        for suffix in short_suffixes().chain(suffixes) {
            prop_assert!(!is_ok_with(&text, &suffix, default.as_ref()), "{text:?} {suffix:?} {default:?}");
        }
    }
}

#[test]
fn whoever_types_a_good_number_never_sees_invalid() {
    let mut numbers = 0;
    for line in include_str!("phone/labelled.txt").lines().skip(1) {
        let mut fields = line.split(' ');
        let (code, national) = (fields.next().unwrap(), fields.next().unwrap());
        for (text, default) in [([code, national].concat(), ""), (national.to_owned(), code)] {
            let text = if default.is_empty() { format!("+{text}") } else { text };
            if CallingCode::of(code).is_none() || verdict_of(&text, default) != "valid" {
                continue;
            }
            numbers += 1;
            for end in 0..text.len() {
                assert_ne!(
                    verdict_of(&text[..end], default),
                    "invalid",
                    "{} {default}",
                    &text[..end]
                );
            }
        }
    }
    assert!(numbers > 20_000, "{numbers}");
}

#[test]
fn whoever_types_a_good_text_of_digits_and_signs_never_sees_invalid() {
    let is_typed = |char: char| char.is_ascii_digit() || " +-()/.".contains(char);
    for (text, default, ..) in TABLES.concat() {
        if verdict_of(text, default) != "valid" || !text.chars().all(is_typed) {
            continue;
        }
        for end in 0..text.len() {
            assert_ne!(verdict_of(&text[..end], default), "invalid", "{} {default}", &text[..end]);
        }
    }
}

#[test]
fn a_text_is_valid_incomplete_or_invalid() {
    for (text, default, expected) in [
        ("", "", "incomplete"),
        (" ", "IN", "incomplete"),
        ("+", "", "incomplete"),
        ("+9", "", "incomplete"),
        ("+91", "", "incomplete"),
        ("+91 98765 4321", "", "incomplete"),
        ("+91 98765 43210", "", "valid"),
        ("+91 98765 43210 1", "", "invalid"),
        ("9876543210", "", "incomplete"),
        ("0", "", "incomplete"),
        ("00", "", "incomplete"),
        ("009", "", "incomplete"),
        ("01", "", "invalid"),
        ("01", "US", "incomplete"),
        ("02", "US", "invalid"),
        ("0", "ES", "incomplete"),
        ("01", "ES", "invalid"),
        // What is dialled before a number, and the country's own code.
        ("0", "IN", "incomplete"),
        ("09876543210", "IN", "valid"),
        ("91987654321", "IN", "incomplete"),
        ("91 0", "IN", "incomplete"),
        ("9198765432101", "IN", "invalid"),
        ("+36 0", "", "incomplete"),
        ("+36 06", "", "incomplete"),
        ("+36 02", "", "invalid"),
        // Calling codes that nobody has, or no phone.
        ("+28", "", "invalid"),
        ("+80", "", "invalid"),
        ("+87", "", "incomplete"),
        ("+878", "", "invalid"),
        ("+0", "", "incomplete"),
        ("+01", "", "invalid"),
        // Between two lengths, and mobiles that begin as one dials abroad.
        ("+4912345678901", "", "valid"),
        ("+220 12345", "", "incomplete"),
        ("0028", "TJ", "incomplete"),
        ("+992 00", "", "incomplete"),
        ("+39 00", "", "invalid"),
        // No digit mends these.
        ("98765x", "IN", "invalid"),
        ("98765 x1", "IN", "invalid"),
        ("9.87654E+09", "IN", "invalid"),
        ("tel:+9198765;phone-context=+1", "", "invalid"),
        ("wa.me/", "", "incomplete"),
        ("wa.me/9198765?text=Hi", "", "invalid"),
        ("WhatsApp", "", "invalid"),
        ("98765.", "IN", "incomplete"),
        ("+91 ९८७६५", "", "incomplete"),
    ] {
        assert_eq!(verdict_of(text, default), expected, "{text:?} {default:?}");
    }
}

#[test]
fn every_calling_code_with_phones_can_be_typed() {
    for code in CallingCode::all() {
        let number = format!("+{}", code.number());
        let has_phones = code.lengths().iter().next().is_some();
        assert_eq!(verdict_of(&number, ""), if has_phones { "incomplete" } else { "invalid" });
    }
}
