//! What the package knows of phone numbers, for people.

use super::mistakes::{Caught, Number, TIERS, caught, numbers};
use crate::phone::{CallingCode, VERSION};

const HEAD: &str = "\
# Phone numbers

What the package knows of the world's phone numbers, and how much that helps.
Made from `src/phone` by `cargo run --bin describe`.

## Two tiers

| tier | what it says of a number | what breaks it is |
|---|---|---|
| lengths | The calling code exists. What follows has as many digits as a fixed line or a mobile can have there, and does not begin with the 0 that is only dialled inside the country. | an error |
| patterns | It looks like one that is in use, and like one that a mobile can have. | a warning |

The tables are made from the metadata of Google's
[libphonenumber](https://github.com/google/libphonenumber), version {VERSION}, and
say what that library says, but for the exceptions below. Lengths change slowly:
tables that are two years old refuse 0.1 % of today's numbers. Patterns change
fast: tables that are two years old miss 5 to 7 %. So a pattern only warns;
besides, a fixed line can have a WhatsApp account too.

What is sent is never rewritten. The codes of the issues and their messages stand
in [the rules](rules.md).

## Exceptions

- Only fixed lines and mobiles count, not toll-free and other special numbers. No
  number passes of {NO_PHONES}, which have neither.
- E.164 allows 15 digits, calling code and national number together. The longer
  numbers of Germany that Google knows do not pass.
- A national number must not begin with 0, but under {ZEROS}: numbers in use do there.
- These ids of WhatsApp break the plan of their country. They pass, as numbers of mobiles:

| country | digits | first digits | where they come from |
|---|---|---|---|
{IDS}
## What is dialled inside a country

`phone.parse` drops before a national number what is dialled there inside the country: 0 under {ZERO_DIALLED}
calling codes, something else under these, and nothing under the other {NOTHING_DIALLED}.

| country | dialled |
|---|---|
{TRUNKS}
In Argentina a mobile is dialled with a 15 behind the code of its area, where it has a 9 before that
abroad and in WhatsApp: `011 15-2345-6789` is read as +54 9 11 2345-6789. In Gabon a 0 is dialled
before numbers of eight digits that do not begin with one. Both are read by
`interakt-wasm/phone-field`, which writes them so; other entries tell that these are too long.

Texts as people write them are read as Google's library reads them, but for what stands
with its reasons in `tests/phone/reading.rs`; `npm run phone -- read` compares any number of them.

## How numbers are written

`phone.format` writes each number that a fixed line or a mobile can have as Google's library does,
inside its country, abroad and as E.164, and `phone.example` gives its examples. `phone.asYouType`
shows digit by digit what its formatter shows, but for these, on purpose:

- Google leaves digits alone where the country's format wants the 0 that is dialled inside the
  country, until that is typed: `7400123456` in Britain. Beside a calling code hardly anybody types
  it: here it is `7400 123456`. It also leaves alone a 0 typed where none is dialled, and all
  numbers of countries that have no format; here a space stands behind the calling code.
- Google takes the formats of local and special numbers too, and so groups anew while one types:
  `650-2532`, then `(650) 253-22`. Here digits stand as in the whole number from the beginning.
- Google puts a space behind a calling code alone, `+44 `, which could not be deleted in a field
  that is grouped at each change. Here it comes with the next digit.
- What is dialled to leave the country is 00 here, and 011 in North America. Google knows others,
  such as 015 in Israel, where numbers exist that look so; and codes of carriers, such as the digit
  behind the 0 in Colombia.
- Numbers of other kinds (toll-free, premium rate…) are written by what suits their digits, or
  without groups.

What differs is counted, with the reasons, by `tests/phone/writing.rs`; `npm run phone -- write`
compares any number of them.

## What each tier catches

Mistakes that people make, each made once with each of {WORLD} numbers that a mobile
can have: {EACH} of each calling code, fewer where hardly any number is a
mobile's; then with {INDIA} numbers of India. Numbers and mistakes are drawn by
chance, from a seed: every calling code counts the same, however many people it
has. The numbers are whole ones such as `919876543210`.

- *digits only*: the shape of E.164, which many forms ask for: at most 15 digits, no 0 in front.
- *lengths*: the errors of the first tier.
- *+ known pattern*: with the warning `phone.unknown_pattern` too.
- *+ mobile*: with the warning `phone.not_mobile` too.

100 % means every one. What is not caught has become another good number, as a
wrong digit does most of the time: only asking helps there.
";

/// How many numbers of each calling code are tried, and how many of India by itself.
const EACH: usize = 20;
const INDIA: usize = 2000;

/// The text of `phones.md`.
pub fn phones() -> String {
    let world = numbers(CallingCode::all(), EACH);
    let india = numbers(CallingCode::of("91").into_iter(), INDIA);
    let values = [
        ("{VERSION}", VERSION.to_owned()),
        ("{NO_PHONES}", listed(|code| code.lengths().iter().next().is_none())),
        ("{ZEROS}", listed(CallingCode::has_zeros)),
        ("{IDS}", CallingCode::all().map(ids).collect()),
        ("{ZERO_DIALLED}", dialling(|trunks| trunks == ["0"]).len().to_string()),
        ("{NOTHING_DIALLED}", dialling(|trunks| trunks.is_empty()).len().to_string()),
        ("{TRUNKS}", dialling(is_unusual).into_iter().map(trunks).collect()),
        ("{WORLD}", world.len().to_string()),
        ("{EACH}", EACH.to_string()),
        ("{INDIA}", india.len().to_string()),
    ];
    let fill = |text: String, (mark, value): &(&str, String)| text.replace(mark, value);
    let head = values.iter().fold(HEAD.to_owned(), fill);
    format!("{head}{}{}", section("The world", &world), section("India", &india))
}

/// Calling codes with the letters of their main country: `+39 (IT), +800 and +881`.
fn listed(has: impl Fn(CallingCode) -> bool) -> String {
    let names: Vec<_> = CallingCode::all().filter(|code| has(*code)).map(named).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => names.concat(),
    }
}

/// A calling code with the letters of its main country, where it has one.
fn named(code: CallingCode) -> String {
    match code.countries().get(..2) {
        Some(country) => format!("+{} ({country})", code.number()),
        None => format!("+{}", code.number()),
    }
}

/// The calling codes before whose national numbers such prefixes are dialled.
fn dialling(such: impl Fn(&[&str]) -> bool) -> Vec<CallingCode> {
    CallingCode::all().filter(|code| such(&code.trunks())).collect()
}

/// Prefixes that are more or others than 0.
fn is_unusual(trunks: &[&str]) -> bool {
    !trunks.is_empty() && trunks != ["0"]
}

/// A row with what is dialled.
fn trunks(code: CallingCode) -> String {
    let trunks = code.trunks().iter().map(|trunk| format!("`{trunk}`")).collect::<Vec<_>>();
    format!("| {} | {} |\n", named(code), trunks.join(", "))
}

/// A row for each kind of WhatsApp id that the calling code has.
fn ids(code: CallingCode) -> String {
    let rows = code.whatsapp_ids().map(|ids| {
        let bounds = || ids.least.bytes().zip(ids.most.bytes());
        // Behind the last digit that is not free.
        let end = bounds().rposition(|bounds| bounds != (b'0', b'9')).map_or(0, |last| last + 1);
        let first: String = bounds().take(end).map(digits).collect();
        let first = if first.is_empty() { "any".to_owned() } else { format!("`{first}`") };
        let count = ids.least.len();
        format!("| {} | {count} | {first} | {} |\n", named(code), ids.doc.text())
    });
    rows.collect()
}

/// One digit, from and to: `1`, `[2-9]`, `x` for any.
fn digits((from, to): (u8, u8)) -> String {
    match (char::from(from), char::from(to)) {
        ('0', '9') => "x".to_owned(),
        (from, to) if from == to => from.to_string(),
        (from, to) => format!("[{from}-{to}]"),
    }
}

/// A table of mistakes.
fn section(title: &str, numbers: &[Number]) -> String {
    let (columns, lines) = (TIERS.join(" | "), "---|".repeat(TIERS.len() + 1));
    let mut out = format!("\n### {title}\n\n| mistake | {columns} |\n|{lines}\n");
    for Caught { mistake, tried, by } in caught(numbers) {
        let shares = by.map(|count| share(count, tried));
        out.push_str(&format!("| {mistake} | {} |\n", shares.join(" | ")));
    }
    out
}

/// A share in percent, cut and not rounded: only all of them are 100 %, only none are 0 %.
fn share(count: usize, all: usize) -> String {
    match count * 1000 / all.max(1) {
        _ if count == 0 => "0 %".to_owned(),
        1000 => "100 %".to_owned(),
        0 => "< 0.1 %".to_owned(),
        tenths => format!("{}.{} %", tenths / 10, tenths % 10),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_all_of_them_are_100_percent() {
        let shares = [(0, 7), (1, 2000), (1, 3), (1999, 2000), (2000, 2000)];
        let shares = shares.map(|(count, all)| share(count, all));
        assert_eq!(shares, ["0 %", "< 0.1 %", "33.3 %", "99.9 %", "100 %"]);
    }
}
