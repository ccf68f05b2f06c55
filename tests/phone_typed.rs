//! What people type, and what is read: a table. `phone_typed_properties.rs` has what holds of
//! every text.

#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;

use interakt_wasm::phone::{CODES, CallingCode, Country, NOTES, Typed, parse, verdict};
use interakt_wasm::schema::Severity;
use interakt_wasm::write::{catalogue, issues, parameters};
use serde_json::Value;

/// Text, default country, full number, its country, notes, issues. Of codes without `phone.`.
type Line = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
const WITH_PLUS: &[Line] = &[
    ("+919999999999", "", "919999999999", "IN", "", ""),
    ("+91 99999-99999", "", "919999999999", "IN", "dropped_characters", ""),
    ("+91-99999-99999", "US", "919999999999", "IN", "dropped_characters", ""),
    ("  +91 99999 99999\n", "", "919999999999", "IN", "dropped_characters", ""),
    ("(+91) 99999 99999", "", "919999999999", "IN", "dropped_characters", ""),
    ("+(91)9999999999", "", "919999999999", "IN", "dropped_characters", ""),
    ("+ 91 99999 99999", "", "919999999999", "IN", "dropped_characters", ""),
    ("+49.170/123 45.67", "", "491701234567", "DE", "dropped_characters", ""),
    ("'+919999999999'", "", "919999999999", "IN", "dropped_characters", ""),
    ("00919999999999", "", "919999999999", "IN", "read_international_prefix", ""),
    ("0091 99999 99999", "GB", "919999999999", "IN", "dropped_characters read_international_prefix", ""),
    ("(00) 91 9999999999", "", "919999999999", "IN", "dropped_characters read_international_prefix", ""),
    ("+00919999999999", "", "919999999999", "IN", "read_international_prefix", ""),
    // What is dialled inside the country.
    ("+44 (0)20 7946 0958", "", "442079460958", "GB", "dropped_characters dropped_trunk_prefix", "not_mobile"),
    ("+91 0 99999 99999", "", "919999999999", "IN", "dropped_characters dropped_trunk_prefix", ""),
    ("0091099999 99999", "", "919999999999", "IN", "dropped_characters read_international_prefix dropped_trunk_prefix", ""),
    ("+7 8 916 123-45-67", "", "79161234567", "RU", "dropped_characters dropped_trunk_prefix", ""),
    ("+36 06 20 123 4567", "", "36201234567", "HU", "dropped_characters dropped_trunk_prefix", ""),
    ("+375 (8 029) 491-19-11", "", "375294911911", "BY", "dropped_characters dropped_trunk_prefix", ""),
    ("+370 8 612 34567", "", "37061234567", "LT", "dropped_characters dropped_trunk_prefix", ""),
    ("+370 (0) 612 34567", "", "37061234567", "LT", "dropped_characters dropped_trunk_prefix", ""),
    ("+1 1 415 555 2671", "", "14155552671", "US", "dropped_characters dropped_trunk_prefix", ""),
    ("+375 0 29 491-19-11", "", "375294911911", "BY", "dropped_characters dropped_trunk_prefix", ""),
    ("+993 8 65 123456", "", "99365123456", "TM", "dropped_characters dropped_trunk_prefix", ""),
    // What is not dialled there stays, too.
    ("+36 (0)20 123 4567", "", "360201234567", "HU", "dropped_characters", "leading_zero"),
    ("+1 0 987 654 3210", "", "109876543210", "US", "dropped_characters", "leading_zero"),
    ("+52 01 55 1234 5678", "", "52015512345678", "MX", "dropped_characters", "leading_zero"),
    ("+34 0 612 34 56 78", "", "340612345678", "ES", "dropped_characters", "leading_zero"),
    ("+92 8 300 1234567", "", "9283001234567", "PK", "dropped_characters", "too_long"),
    // Where the zero is part of the number, it stays.
    ("+39 06 1234 5678", "", "390612345678", "IT", "dropped_characters", "not_mobile"),
    ("+39 312 345 6789", "", "393123456789", "IT", "dropped_characters", ""),
    ("+225 01 23 45 67 89", "", "2250123456789", "CI", "dropped_characters", ""),
    ("+241 06 03 12 34", "", "24106031234", "GA", "dropped_characters", ""),
    // Ids of WhatsApp.
    ("+52 1 55 1234 5678", "", "5215512345678", "MX", "dropped_characters", ""),
    ("+55 11 6123-4567", "", "551161234567", "BR", "dropped_characters", ""),
    ("+229 90 01 12 34", "", "22990011234", "BJ", "dropped_characters", ""),
    // Countries that share a calling code.
    ("+1 416 555 0123", "", "14165550123", "CA", "dropped_characters", ""),
    ("+1 212 555 0123", "", "12125550123", "US", "dropped_characters", ""),
    ("+1 876 210 1234", "US", "18762101234", "JM", "dropped_characters", ""),
    ("+44 7781 123456", "", "447781123456", "GG", "dropped_characters", ""),
    ("+7 771 000 9998", "", "77710009998", "KZ", "dropped_characters", ""),
    ("+870 773 111 632", "", "870773111632", "", "dropped_characters", ""),
];

#[rustfmt::skip]
const AT_HOME: &[Line] = &[
    ("9999999999", "IN", "919999999999", "IN", "assumed_country", ""),
    ("9999999999", "in", "919999999999", "IN", "assumed_country", ""),
    ("9999999999", "+91", "919999999999", "IN", "assumed_country", ""),
    ("9999999999", "91", "919999999999", "IN", "assumed_country", ""),
    ("099999 99999", "IN", "919999999999", "IN", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("919999999999", "IN", "919999999999", "IN", "assumed_country dropped_country_code", ""),
    ("91 099999 99999", "IN", "919999999999", "IN", "dropped_characters assumed_country dropped_country_code dropped_trunk_prefix", ""),
    ("091-99999 99999", "IN", "919999999999", "IN", "dropped_characters assumed_country dropped_country_code dropped_trunk_prefix", ""),
    // What looks like a number wins over what merely could be one.
    ("972 59 865 7773", "IL", "972598657773", "IL", "dropped_characters assumed_country dropped_country_code", ""),
    ("31 487 364674", "NL", "31487364674", "NL", "dropped_characters assumed_country dropped_country_code", "not_mobile"),
    // A number of ten digits that begins with 91 is whole.
    ("9198765432", "IN", "919198765432", "IN", "assumed_country", ""),
    ("020 7946 0958", "GB", "442079460958", "GB", "dropped_characters assumed_country dropped_trunk_prefix", "not_mobile"),
    ("07400 123456", "GB", "447400123456", "GB", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("07781 123456", "GB", "447781123456", "GG", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("(415) 555-2671", "US", "14155552671", "US", "dropped_characters assumed_country", ""),
    ("1 415 555 2671", "US", "14155552671", "US", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("1-416-555-0123", "CA", "14165550123", "CA", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("415 555 2671", "CA", "14155552671", "US", "dropped_characters assumed_country", ""),
    ("8 916 123-45-67", "RU", "79161234567", "RU", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("7 916 123-45-67", "RU", "79161234567", "RU", "dropped_characters assumed_country dropped_country_code", ""),
    ("8 771 000 9998", "KZ", "77710009998", "KZ", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("06 20 123 4567", "HU", "36201234567", "HU", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("20 123 4567", "HU", "36201234567", "HU", "dropped_characters assumed_country", ""),
    ("8 (029) 491-19-11", "BY", "375294911911", "BY", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("8 29 491-19-11", "BY", "375294911911", "BY", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("8 612 34567", "LT", "37061234567", "LT", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("8 65 123456", "TM", "99365123456", "TM", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("1 235 1234", "MH", "6922351234", "MH", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("90 11 96123 4567", "BR", "5511961234567", "BR", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("09876543210", "US", "109876543210", "US", "assumed_country", "leading_zero"),
    ("0 416 555 0123", "CA", "104165550123", "CA", "dropped_characters assumed_country", "leading_zero"),
    ("0 55 1234 5678", "MX", "5205512345678", "MX", "dropped_characters assumed_country", "leading_zero"),
    ("0 612 34 56 78", "ES", "340612345678", "ES", "dropped_characters assumed_country", "leading_zero"),
    ("0 6123 4567", "SG", "65061234567", "SG", "dropped_characters assumed_country", "leading_zero"),
    ("0 916 123-45-67", "RU", "709161234567", "RU", "dropped_characters assumed_country", "leading_zero"),
    ("0773111632", "+870", "8700773111632", "", "assumed_country", "leading_zero"),
    ("06 1234 5678", "IT", "390612345678", "IT", "dropped_characters assumed_country", "not_mobile"),
    ("0170 1234567", "DE", "491701234567", "DE", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("07123 123456", "GG", "447123123456", "GB", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    // Abroad.
    ("011 91 99999 99999", "US", "919999999999", "IN", "dropped_characters read_international_prefix", ""),
    ("01191 99999 99999", "+1", "919999999999", "IN", "dropped_characters read_international_prefix", ""),
    ("0044 7400 123456", "US", "447400123456", "GB", "dropped_characters read_international_prefix", ""),
    // Mobile numbers of Tajikistan begin so.
    ("00 123 4567", "TJ", "992001234567", "TJ", "dropped_characters assumed_country", ""),
    // 011 is the dialling code of Delhi.
    ("011 2345 6789", "IN", "911123456789", "IN", "dropped_characters assumed_country dropped_trunk_prefix", "not_mobile"),
];

#[rustfmt::skip]
const NOWHERE: &[Line] = &[
    ("919999999999", "", "919999999999", "IN", "assumed_international", ""),
    ("91 99999 99999", "", "919999999999", "IN", "dropped_characters assumed_international", ""),
    ("44 (0)7400 123456", "", "447400123456", "GB", "dropped_characters assumed_international dropped_trunk_prefix", ""),
    ("09999999999", "", "", "", "", "missing_country_code"),
    ("0", "", "", "", "", "missing_country_code"),
    ("8999999999", "", "", "", "", "missing_country_code"),
    ("999999999", "", "", "", "", "unknown_country_code"),
    // Mobile numbers of India that happen to begin with a country code: 98 is Iran's.
    ("9876543210", "", "", "", "", "missing_country_code"),
    ("98765 43210", "", "", "", "dropped_characters", "missing_country_code"),
    ("8001234567", "", "", "", "", "missing_country_code"),
    ("7012345678", "", "", "", "", "missing_country_code"),
    ("9198765432", "", "", "", "", "missing_country_code"),
    // Where it could be a number of that country, it stays one.
    ("9601234567", "", "9601234567", "MV", "assumed_international", "missing_country_code"),
    ("9512345678", "", "9512345678", "MM", "assumed_international", "missing_country_code"),
    ("9607771234", "", "9607771234", "MV", "assumed_international", ""),
    // Who writes a + has said it, as has who chose a country.
    ("+9876543210", "", "9876543210", "IR", "", "wrong_length"),
    ("009876543210", "", "9876543210", "IR", "read_international_prefix", "wrong_length"),
    ("9876543210", "US", "19876543210", "US", "assumed_country", "not_mobile"),
    ("4155552671", "", "4155552671", "CH", "assumed_international", "too_short"),
];

#[rustfmt::skip]
const CHARACTERS: &[Line] = &[
    ("tel:+91-99999-99999", "", "919999999999", "IN", "dropped_characters", ""),
    ("TEL:+919999999999", "", "919999999999", "IN", "dropped_characters", ""),
    (" Tel: 099999 99999", "IN", "919999999999", "IN", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("tel://+919999999999", "", "919999999999", "IN", "dropped_characters", ""),
    ("tel:+919999999999;isub=1;x=y", "", "919999999999", "IN", "dropped_characters", ""),
    ("tel:+919999999999;phone-context=+1", "", "919999999999", "IN", "dropped_characters", ""),
    ("tel:99999-99999;phone-context=example.com", "IN", "919999999999", "IN", "dropped_characters assumed_country", ""),
    ("+91\u{a0}99999\u{202f}99999", "", "919999999999", "IN", "dropped_characters", ""),
    ("+91\u{2009}99999\u{3000}99999\t", "", "919999999999", "IN", "dropped_characters", ""),
    ("+91–99999—99999", "", "919999999999", "IN", "dropped_characters", ""),
    ("+91\u{2011}99999\u{2212}99999", "", "919999999999", "IN", "dropped_characters", ""),
    ("+81（90）1234－5678", "", "819012345678", "JP", "dropped_characters", ""),
    ("090ー1234ー5678", "JP", "819012345678", "JP", "dropped_characters assumed_country dropped_trunk_prefix", ""),
    ("\u{202a}+91 99999 99999\u{202c}", "", "919999999999", "IN", "dropped_characters", ""),
    ("\u{2066}+919999999999\u{2069}", "", "919999999999", "IN", "dropped_characters", ""),
    ("\u{feff}+91\u{200b}99999\u{200e}99999\u{ad}", "", "919999999999", "IN", "dropped_characters", ""),
    ("\u{200f}tel:+919999999999", "", "919999999999", "IN", "dropped_characters", ""),
    ("＋９１９９９９９９９９９９", "", "919999999999", "IN", "replaced_digits", ""),
    ("＋919999999999", "", "919999999999", "IN", "replaced_digits", ""),
    ("+٩١٩٩٩٩٩٩٩٩٩٩", "", "919999999999", "IN", "replaced_digits", ""),
    ("+۹۱۹۹۹۹۹۹۹۹۹۹", "", "919999999999", "IN", "replaced_digits", ""),
    ("०९९९९९ ९९९९९", "IN", "919999999999", "IN", "dropped_characters replaced_digits assumed_country dropped_trunk_prefix", ""),
    ("००९१९९९९९९९९९९", "", "919999999999", "IN", "replaced_digits read_international_prefix", ""),
];

#[rustfmt::skip]
const LINKS: &[Line] = &[
    ("wa.me/919876543210", "", "919876543210", "IN", "read_link", ""),
    ("WA.ME/919876543210", "US", "919876543210", "IN", "read_link", ""),
    ("https://wa.me/919876543210", "", "919876543210", "IN", "read_link", ""),
    ("Https://wa.me/+919876543210", "", "919876543210", "IN", "read_link", ""),
    ("http://www.wa.me/919876543210/", "", "919876543210", "IN", "read_link", ""),
    (" \"https://wa.me/91-98765-43210\" ", "", "919876543210", "IN", "dropped_characters read_link", ""),
    ("https://wa.me/919876543210?text=hi", "", "919876543210", "IN", "read_link", ""),
    ("https://wa.me/919876543210/?text=Order%2042%20for%20447400123456", "", "919876543210", "IN", "read_link", ""),
    ("https://wa.me/919876543210#1", "", "919876543210", "IN", "read_link", ""),
    ("https://api.whatsapp.com/send?phone=919876543210&text=call%20447400123456", "", "919876543210", "IN", "read_link", ""),
    ("https://api.whatsapp.com/send/?phone=%2B919876543210&type=phone_number&app_absent=0", "", "919876543210", "IN", "dropped_characters read_link", ""),
    ("https://api.whatsapp.com/send?phone=+91%2098765%2D43210", "GB", "919876543210", "IN", "dropped_characters read_link", ""),
    ("https://api.whatsapp.com/send?text=https://wa.me/447400123456&phone=919876543210", "", "919876543210", "IN", "read_link", ""),
    ("https://web.whatsapp.com/send?telephone=1&PHONE=919876543210", "", "919876543210", "IN", "read_link", ""),
    ("whatsapp://send?phone=919876543210", "", "919876543210", "IN", "read_link", ""),
    ("whatsapp://send/?text=12&phone=919876543210", "", "919876543210", "IN", "read_link", ""),
    ("https://wa.me/9876543210", "", "", "", "read_link", "missing_country_code"),
    ("https://wa.me/9876543210", "IN", "", "", "read_link", "missing_country_code"),
    ("https://wa.me/91987654321", "IN", "91987654321", "IN", "read_link", "too_short"),
    ("https://wa.me/message/ABC123", "", "", "", "read_link", "unreadable"),
    ("https://wa.me/919876543210 or 919876543211", "", "919876543210", "IN", "dropped_characters read_link", "unreadable"),
    ("https://wa.me/", "", "", "", "read_link", "string.empty"),
    ("https://wa.me/?text=919876543210", "", "", "", "read_link", "string.empty"),
    ("https://api.whatsapp.com/send?phone=&text=919876543210", "", "", "", "read_link", "string.empty"),
    ("https://api.whatsapp.com/send?text=phone=919876543210", "", "", "", "", "unreadable"),
    ("https://chat.whatsapp.com/919876543210", "", "", "", "", "unreadable"),
    ("https://example.com/919876543210", "", "", "", "", "unreadable"),
    ("https://example.com/?phone=919876543210", "", "", "", "", "unreadable"),
    ("https://%2B919876543210", "", "", "", "", "unreadable"),
    ("+91 98765%2043210", "", "9198765", "IN", "dropped_characters", "unreadable"),
];

#[rustfmt::skip]
const DAMAGED: &[Line] = &[
    ("'9876543210", "IN", "919876543210", "IN", "dropped_characters assumed_country", ""),
    ("'+919876543210", "", "919876543210", "IN", "dropped_characters", ""),
    ("9876543210,", "IN", "919876543210", "IN", "dropped_characters assumed_country", ""),
    ("919876543210;\r\n", "", "919876543210", "IN", "dropped_characters assumed_international", ""),
    ("=\"9876543210\"", "IN", "919876543210", "IN", "dropped_characters assumed_country", ""),
    ("9876543210.0", "IN", "919876543210", "IN", "dropped_decimals assumed_country", ""),
    ("9876543210,0", "IN", "919876543210", "IN", "dropped_decimals assumed_country", ""),
    ("919876543210.0", "", "919876543210", "IN", "dropped_decimals assumed_international", ""),
    (" '9876543210.0 ", "IN", "919876543210", "IN", "dropped_characters dropped_decimals assumed_country", ""),
    ("09876543210.0", "IN", "919876543210", "IN", "dropped_decimals assumed_country dropped_trunk_prefix", ""),
    // Whose dots stand between digits is no table.
    ("98765.43210", "IN", "919876543210", "IN", "dropped_characters assumed_country", ""),
    ("98765.4321.0", "IN", "919876543210", "IN", "dropped_characters assumed_country", ""),
    ("9.87654E+09", "IN", "", "", "", "damaged"),
    ("9,87654E+09", "", "", "", "", "damaged"),
    ("9.19877e11", "", "", "", "", "damaged"),
    ("'9.87654E+09 ", "IN", "", "", "", "damaged"),
    ("9876543210,5", "IN", "919876543210", "IN", "assumed_country", "unreadable"),
    ("9876543210, 9876543211", "IN", "919876543210", "IN", "assumed_country", "unreadable"),
];

#[rustfmt::skip]
const IMPOSSIBLE: &[Line] = &[
    ("", "", "", "", "", "string.empty"),
    ("", "IN", "", "", "", "string.empty"),
    (" \u{200b}-()", "IN", "", "", "dropped_characters", "string.empty"),
    ("+", "IN", "", "", "", "string.empty"),
    ("tel:", "IN", "", "", "dropped_characters", "string.empty"),
    // What is there so far, for a verdict while it is typed.
    ("+9", "IN", "", "", "", "unknown_country_code"),
    ("+91", "", "91", "IN", "", "too_short"),
    ("+91 9", "", "919", "IN", "dropped_characters", "too_short"),
    ("+91 0", "", "91", "IN", "dropped_characters dropped_trunk_prefix", "too_short"),
    ("0", "IN", "91", "IN", "assumed_country dropped_trunk_prefix", "too_short"),
    ("099999 9999", "IN", "91999999999", "IN", "dropped_characters assumed_country dropped_trunk_prefix", "too_short"),
    ("999999999", "IN", "91999999999", "IN", "assumed_country", "too_short"),
    ("41655", "CA", "141655", "CA", "assumed_country", "too_short"),
    ("+1 41655", "CA", "141655", "CA", "dropped_characters", "too_short"),
    ("+1 41655", "GB", "141655", "US", "dropped_characters", "too_short"),
    ("00", "IN", "", "", "read_international_prefix", "unknown_country_code"),
    ("00 0 91", "IN", "", "", "dropped_characters read_international_prefix", "unknown_country_code"),
    ("+0 91 99999 99999", "", "", "", "dropped_characters", "unknown_country_code"),
    ("+999 1234567", "", "", "", "dropped_characters", "unknown_country_code"),
    ("44 7400 123456", "IN", "91447400123456", "IN", "dropped_characters assumed_country", "too_long"),
    ("+91 91 99999 99999", "", "91919999999999", "IN", "dropped_characters", "includes_country_code"),
    ("+49 49 170 1234567", "", "49491701234567", "DE", "dropped_characters", "not_mobile"),
    ("+91 00 99999 99999", "", "91009999999999", "IN", "dropped_characters", "international_prefix"),
    ("98765 43210 / 98765 43211", "IN", "9198765432109876543211", "IN", "dropped_characters assumed_country", "too_long"),
    ("+800 1234 5678", "", "80012345678", "", "dropped_characters", "no_phones"),
    ("tel:99999-99999;phone-context=+91", "", "", "", "dropped_characters", "missing_country_code"),
    ("tel:99999-99999;Phone-Context=+91", "US", "19999999999", "US", "dropped_characters assumed_country", "missing_country_code"),
    // What is no phone number.
    ("+91 99999 99999 ext. 12", "", "919999999999", "IN", "dropped_characters", "extension"),
    ("+91 99999 99999 EXT12", "", "919999999999", "IN", "dropped_characters", "extension"),
    ("+91 99999 99999 x123", "", "919999999999", "IN", "dropped_characters", "extension"),
    ("+91 99999 99999 X. 123", "", "919999999999", "IN", "dropped_characters", "extension"),
    ("+919999999999#12", "", "919999999999", "IN", "", "extension"),
    ("+919999999999*12", "", "919999999999", "IN", "", "extension"),
    ("+919999999999;ext=12", "", "919999999999", "IN", "", "extension"),
    ("tel:+919999999999;ext=12;a=b", "", "919999999999", "IN", "dropped_characters", "extension"),
    ("+91 99999 x12", "", "9199999", "IN", "dropped_characters", "extension"),
    ("+44 20 7946 0958 x12", "", "442079460958", "GB", "dropped_characters", "extension"),
    ("1-800-FLOWERS", "US", "11800", "US", "dropped_characters assumed_country", "unreadable"),
    ("98765xxxxx", "IN", "9198765", "IN", "assumed_country", "unreadable"),
    ("x12", "IN", "", "", "", "unreadable"),
    ("#31#", "IN", "", "", "", "unreadable"),
    ("call me", "IN", "", "", "", "unreadable"),
    ("ext. 12", "IN", "", "", "", "unreadable"),
    ("+91 99999, 99999", "", "9199999", "IN", "dropped_characters", "unreadable"),
    ("99999;99999", "IN", "9199999", "IN", "assumed_country", "unreadable"),
    ("99999+99999", "IN", "9199999", "IN", "assumed_country", "unreadable"),
    ("++919999999999", "", "", "", "", "unreadable"),
    ("☎ +919999999999", "", "", "", "", "unreadable"),
    ("+9199999tel:99999", "", "9199999", "IN", "", "unreadable"),
];

const TABLES: [&[Line]; 7] = [WITH_PLUS, AT_HOME, NOWHERE, CHARACTERS, LINKS, DAMAGED, IMPOSSIBLE];

fn read(text: &str, default: &str) -> Typed {
    let country = Country::of(default);
    assert_eq!(country.is_some(), !default.is_empty(), "{default}");
    parse(text, country.as_ref())
}

fn short(code: &str) -> &str {
    code.strip_prefix("phone.").unwrap_or(code)
}

fn joined<'a>(codes: impl Iterator<Item = &'a str>) -> String {
    codes.map(short).collect::<Vec<_>>().join(" ")
}

/// As in the tables.
fn summary(typed: &Typed) -> [String; 4] {
    let number = typed.number.as_ref();
    [
        number.map(|number| number.full()).unwrap_or_default(),
        number.and_then(|number| number.country).unwrap_or_default().to_owned(),
        joined(issues(&typed.notes).iter().map(|note| note.code)),
        joined(issues(&typed.issues).iter().map(|issue| issue.code)),
    ]
}

#[test]
fn texts_are_read_as_in_the_tables() {
    let mut wrong = Vec::new();
    for (text, default, full, country, notes, issues) in TABLES.concat() {
        let found = summary(&read(text, default));
        if found != [full, country, notes, issues] {
            wrong.push(format!("{text:?} {default:?}\n   found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} are wrong:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_note_and_every_code_stands_in_the_tables() {
    let lines = TABLES.concat();
    let told: BTreeSet<&str> =
        lines.iter().flat_map(|line| line.4.split(' ').chain(line.5.split(' '))).collect();
    let codes = NOTES.iter().chain(CODES.iter().copied()).map(|code| code.id);
    let untold: Vec<_> = codes.filter(|code| !told.contains(short(code))).collect();
    assert!(untold.is_empty(), "{untold:?}");
}

#[test]
fn what_is_wrong_is_said_as_of_every_number() {
    for (text, full) in [
        ("+91 98765", "9198765"),
        ("098765", "9198765"),
        ("+91 91 99999 99999", "91919999999999"),
        ("0091 22 1234 5678", "912212345678"),
        ("+800 1234 5678", "80012345678"),
    ] {
        let issue = issues(&read(text, "IN").issues).remove(0);
        let (code, national) = CallingCode::split(full).unwrap();
        let (verdict, params) = verdict(code, national).unwrap();
        assert_eq!((issue.code, issue.severity), (verdict.code.id, verdict.source.severity()));
        let params: serde_json::Value =
            serde_json::from_str(&format!("{{{}}}", params.json())).unwrap();
        assert_eq!(serde_json::Value::Object(issue.params), params, "{text}");
    }
}

#[test]
fn the_params_of_issues_and_notes_are_those_that_their_sentences_name() {
    let codes: Vec<_> = catalogue().values().collect();
    for (text, default, ..) in TABLES.concat() {
        let typed = read(text, default);
        for told in issues(&typed.issues).into_iter().chain(issues(&typed.notes)) {
            let code = codes.iter().find(|code| code.id == told.code).unwrap();
            let named = parameters(code);
            let is_named = |given: &String| named.iter().any(|(name, _)| name == given);
            assert!(told.params.keys().all(is_named), "{text}: {told:?}");
            for (name, optional) in &named {
                assert!(*optional || told.params.contains_key(*name), "{text}: {told:?}");
            }
        }
    }
}

#[test]
fn messages_say_what_was_done() {
    for (text, default, at, expected) in [
        ("tel:919999999999", "", 0, "Dropped spaces and signs."),
        ("099999 99999", "IN", 1, "Took the country from the default: IN (+91)."),
        ("4155552671", "CA", 0, "Took the country from the default: CA (+1)."),
        ("4155552671", "+1", 0, "Took the country from the default: US (+1)."),
        ("773111632", "+870", 0, "Took the country from the default: (+870)."),
        ("099999 99999", "IN", 2, "Dropped the leading 0 that is dialled inside IN (+91)."),
        ("80291234567", "BY", 1, "Dropped the leading 80 that is dialled inside BY (+375)."),
        ("06 20 123 4567", "HU", 2, "Dropped the leading 06 that is dialled inside HU (+36)."),
        ("https://wa.me/919999999999", "", 0, "Read a WhatsApp link."),
        ("9876543210.0", "IN", 0, "Dropped the decimals of a spreadsheet."),
        ("919999999999", "IN", 1, "Dropped the country code 91 of IN before the number."),
        ("919999999999", "", 0, "Read the first digits as the country code of IN (+91)."),
        ("011919999999999", "US", 0, "Read 011 as +."),
    ] {
        assert_eq!(issues(&read(text, default).notes)[at].message, expected, "{text}");
    }
    for (text, default, expected) in [
        ("", "", "Must not be empty."),
        ("099999 99999", "", "The country code seems to be missing. Start with it."),
        ("1-800-FLOWERS", "US", "A phone number has digits, and no letters or other signs."),
        (
            "99999 99999",
            "",
            "The country code seems to be missing: without one, this is a mobile number of IN (+91). Start with it.",
        ),
        (
            "9.87654E+09",
            "IN",
            "A spreadsheet has damaged this number. Its last digits are lost in E+09: get it anew, from a column of text.",
        ),
        ("4155552671", "", "Phone numbers of CH (+41) have 9 digits, this has 8."),
        ("0 415 555 2671", "US", "US (+1) numbers have no leading 0: drop it."),
        ("99999 99999 #1", "IN", "WhatsApp numbers have no extension: leave it out."),
    ] {
        assert_eq!(issues(&read(text, default).issues)[0].message, expected, "{text}");
    }
}

#[test]
fn what_is_read_is_handed_over_with_its_issues_and_notes() {
    let json = |text| -> Value { serde_json::from_str(&read(text, "IN").json()).unwrap() };
    let number = |text| -> Value { json(text).as_array().unwrap()[..4].into() };
    assert_eq!(number("9876543210"), serde_json::json!([91, "9876543210", "IN", 2]));
    assert_eq!(json("9876543210")[4], serde_json::json!([]));
    let typed = read("09876543210", "IN");
    let notes = issues(&typed.notes);
    assert_eq!(json("09876543210")[5].as_array().map(Vec::len), Some(notes.len()));
    assert_eq!(
        notes[1].json(),
        serde_json::json!({
            "code": "phone.dropped_trunk_prefix",
            "message": "Dropped the leading 0 that is dialled inside IN (+91).",
            "path": [],
            "severity": "warning",
            "params": { "countryCode": 91, "country": "IN", "dropped": "0" },
        })
    );
    let bad = read("+1", "");
    assert!(!bad.number.as_ref().unwrap().possible && !bad.is_ok());
    assert_eq!(
        (issues(&bad.issues)[0].severity, issues(&bad.issues)[0].path.len()),
        (Severity::Error, 0)
    );
    let fixed = read("+912212345678", "");
    assert_eq!(number("+912212345678"), serde_json::json!([91, "2212345678", "IN", 1]));
    assert_eq!(number("+912"), serde_json::json!([91, "2", "IN", 0]));
    assert_eq!(number("+870773111632"), serde_json::json!([870, "773111632", "", 2]));
    assert_eq!((issues(&fixed.issues)[0].code, fixed.is_ok()), ("phone.not_mobile", true));
    assert_eq!(number("x"), serde_json::json!([0, "", "", 0]));
}

#[test]
fn a_text_of_any_length_is_read_in_time() {
    let many = 10_000_000;
    assert_eq!(summary(&read(&"9".repeat(many), "IN"))[3], "too_long");
    assert_eq!(summary(&read(&format!("+91{}", " ".repeat(many)), "IN"))[3], "too_short");
    assert_eq!(summary(&read(&format!("+91{}", "x".repeat(many)), "IN"))[3], "unreadable");
    assert_eq!(summary(&read(&"tel:".repeat(many), "IN"))[3], "string.empty");
    assert_eq!(summary(&read(&"wa.me/".repeat(many), ""))[3], "string.empty");
    assert_eq!(summary(&read(&format!("whatsapp{}", "?phone".repeat(many)), ""))[3], "unreadable");
    assert_eq!(summary(&read(&format!("{}.0", "9".repeat(many)), "IN"))[3], "too_long");
    assert_eq!(summary(&read(&format!("9{}", ".0".repeat(many)), "IN"))[3], "too_long");
    assert_eq!(summary(&read(&format!("9E{}", "0".repeat(many)), "IN"))[3], "damaged");
}

#[test]
fn every_country_is_listed_once() {
    let all: Vec<Country> = Country::all();
    let letters: Vec<&str> = all.iter().filter_map(|country| country.letters).collect();
    assert_eq!(letters.iter().collect::<BTreeSet<_>>().len(), all.len());
    assert_eq!(
        letters.concat().len(),
        CallingCode::all().map(|code| code.countries().len()).sum::<usize>()
    );
    for country in &all {
        assert_eq!(Country::of(country.letters.unwrap()), Some(*country));
    }
    let lines = Country::lines();
    for line in ["IN 91 1024\n", "NOSJ 47 256\n", "BD 880 ", " 800 0\n", "DE 49 16352\n"] {
        assert!(format!("\n{lines}").contains(&format!("\n{line}")), "{line}");
    }
    assert_eq!(lines.lines().count(), CallingCode::all().count());
    for text in ["", "I", "IND", "india", "+", "+9", "0091", "ＩＮ", "éa", "+IN"] {
        assert_eq!(Country::of(text), None, "{text}");
    }
}
