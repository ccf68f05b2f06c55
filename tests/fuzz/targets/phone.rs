//! Numbers as people type them: what was read is read the same again, and keeps its digits.
//!
//! Lines: the default country; the text.

use interakt_wasm::phone::{Country, Style, format, group, is_mobile, is_possible, parse};
use interakt_wasm::write::issues;

use super::{is_json, line, text};

fn read(data: &[u8]) -> (Option<Country>, &str) {
    let (country, rest) = line(data);
    (Country::of(text(country)), text(rest))
}

pub fn work(data: &[u8]) {
    let (country, typed) = read(data);
    parse(typed, country.as_ref()).json();
    group(typed, typed.len() / 2, country.as_ref());
    for style in [Style::National, Style::International, Style::E164] {
        format(typed, style);
    }
    is_possible(typed);
}

pub fn run(data: &[u8]) {
    let (country, said) = read(data);
    let typed = parse(said, country.as_ref());
    assert!(is_json(&typed.json()));
    assert!(typed.number.is_some() || !typed.is_ok());
    if let Some(number) = &typed.number {
        let full = number.full();
        assert!(full.bytes().all(|byte| byte.is_ascii_digit()), "{full}");
        assert_eq!(number.possible, number.code.wrong(&number.national).is_none());
        assert!(number.possible || !number.mobile && !typed.is_ok());
        assert_eq!(number.possible, is_possible(&full));
        assert_eq!(number.mobile, is_mobile(&full));
        for told in issues(&typed.notes).iter().chain(&issues(&typed.issues)) {
            // A message may hold a calling code, but nothing that is as long as a number.
            let message = &told.message;
            assert!(number.national.len() < 5 || !message.contains(&number.national), "{message}");
        }
        // One that is refused begins with a prefix, which is dropped when it is read again.
        if number.possible && typed.is_ok() {
            written(&full, country.as_ref());
        }
    }
    typing(said, country.as_ref());
}

/// However a number is written, it is read again.
fn written(full: &str, country: Option<&Country>) {
    let again = parse(&format!("+{full}"), country);
    assert_eq!(again.notes.found(), 0);
    assert_eq!(again.number.expect("a number").full(), full);
    for style in [Style::International, Style::E164] {
        let text = format(full, style).expect("digits");
        let read = parse(&text, country).number.expect("a number");
        assert_eq!(read.full(), full, "{text}");
    }
}

/// What is typed keeps its digits, and the caret stays in it, behind as many of them.
fn typing(said: &str, country: Option<&Country>) {
    for caret in [0, said.len() / 2, said.len()] {
        let Some(grouped) = group(said, caret, country) else { continue };
        assert!(grouped.text.is_char_boundary(grouped.caret), "{grouped:?}");
        assert!(grouped.text.is_ascii(), "{grouped:?}");
        let again = group(&grouped.text, grouped.caret, country).expect("it is grouped");
        assert_eq!(again, grouped, "of {said:?}");
    }
}
