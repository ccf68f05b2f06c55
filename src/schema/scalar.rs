//! The strings and numbers of JSON text that is known to be JSON.

use std::iter::repeat;

/// The text between the quotes of a JSON string; `None` for half of a character outside
/// the basic plane, which JSON can carry and Unicode cannot.
pub(super) fn unescape(inside: &str) -> Option<String> {
    let mut text = String::with_capacity(inside.len());
    let mut chars = inside.chars();
    while let Some(c) = chars.next() {
        text.push(match c {
            '\\' => escaped(&mut chars)?,
            c => c,
        });
    }
    Some(text)
}

/// What stands behind a backslash.
fn escaped(chars: &mut std::str::Chars) -> Option<char> {
    Some(match chars.next()? {
        'b' => '\u{8}',
        'f' => '\u{c}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'u' => {
            let unit = hex(chars)?;
            if !(0xD800..0xDC00).contains(&unit) {
                return char::from_u32(unit); // none for the second half of a pair
            }
            let escaped = chars.next() == Some('\\') && chars.next() == Some('u');
            let low = hex(chars).filter(|low| escaped && (0xDC00..0xE000).contains(low))?;
            char::from_u32(((unit & 0x3FF) << 10 | low & 0x3FF).wrapping_add(0x10000))?
        }
        c => c, // a quote, a slash, a backslash
    })
}

fn hex(chars: &mut std::str::Chars) -> Option<u32> {
    (0..4).try_fold(0, |n, _| Some(n << 4 | chars.next()?.to_digit(16)?))
}

/// The number that a JSON text is; `None` for another type, and for one that no
/// `f64` can hold. Exact where digits and exponent are (up to 2^53 and 10^22,
/// which is all that amounts, counts and degrees need); otherwise off by a few
/// units in the last place.
pub(crate) fn number(json: &str) -> Option<f64> {
    let (digits, exponent) = match json.split_once(['e', 'E']) {
        Some((digits, exponent)) => (digits, small_integer(exponent)?),
        None => (json, 0),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let (mut value, mut power) = (0.0, exponent);
    let whole = whole.trim_start_matches('-').bytes();
    for (digit, below) in whole.zip(repeat(0)).chain(fraction.bytes().zip(repeat(1))) {
        let digit = digit.is_ascii_digit().then_some(digit & 15)?;
        // More digits than an `f64` can tell apart only say how large it is.
        if value < 1e18 {
            value = value * 10.0 + f64::from(digit);
            power = power.saturating_sub(below);
        } else {
            power = power.saturating_add(1).saturating_sub(below);
        }
    }
    let value = match power {
        _ if value == 0.0 => value,
        0 => value,
        // 10^-400 is no f64, 10^-200 is.
        ..-300 => value / 10f64.powi(300) / 10f64.powi((-300i32).wrapping_sub(power)),
        -300..0 => value / 10f64.powi(power.wrapping_neg()),
        1.. => value * 10f64.powi(power),
    };
    let value = if json.starts_with('-') { -value } else { value };
    (value.is_finite() && json.ends_with(|c: char| c.is_ascii_digit())).then_some(value)
}

/// An exponent. One of more than nine digits is beyond every `f64`, on one side or the other.
fn small_integer(text: &str) -> Option<i32> {
    let digits = text.trim_start_matches(['+', '-']);
    let more = |n: i32, b: u8| n.saturating_mul(10).saturating_add(i32::from(b & 15));
    let size = digits.bytes().fold(0, more).min(999_999_999);
    Some(if text.starts_with('-') { size.wrapping_neg() } else { size })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_strings_as_serde_json_does() {
        for json in [
            r#""""#,
            r#""plain""#,
            r#""a\"\\\/\b\f\n\r\tz""#,
            r#""\u0041\u00e9\u20ac\ud83d\ude00!""#,
            r#""\uD83D\uDE00""#,
            r#""é😀\u0000""#,
            r#""\ud83d""#,
            r#""\ud83dx""#,
            r#""\ud83d\u0041""#,
            r#""\ude00""#,
        ] {
            let expected = serde_json::from_str::<String>(json).ok();
            assert_eq!(unescape(json.trim_matches('"')), expected, "{json}");
        }
    }

    #[test]
    fn reads_numbers_that_people_write_exactly() {
        for json in [
            "0",
            "-0",
            "1",
            "-1",
            "10",
            "0.1",
            "1.005",
            "-77.2940",
            "28.5308",
            "123456789.25",
            "9007199254740991",
            "1e3",
            "1E+3",
            "25e-2",
            "1.5e-7",
            "0.000001",
            "100000000000000000000",
            "1e22",
            "4.35",
            "99999.99",
        ] {
            assert_eq!(number(json), Some(json.parse().unwrap()), "{json}");
        }
    }

    #[test]
    fn reads_any_other_number_to_the_last_few_places() {
        for json in [
            "1.7e308",
            "3.14159265358979323846",
            "2.5e-310",
            "1e-323",
            "123e-320",
            "5e-400",
            "0e999",
        ] {
            let (found, expected) = (number(json).unwrap(), json.parse::<f64>().unwrap());
            assert!((found - expected).abs() <= expected.abs() * 1e-14 + 1e-322, "{json}: {found}");
        }
        // Zeros that its exponent takes back.
        let zeros = "0".repeat(20_000);
        assert_eq!(number(&format!("1{zeros}e-20000")), Some(1.0));
        assert_eq!(number(&format!("0.{zeros}1e20001")), Some(1.0));
        assert_eq!(number(&format!("-1{zeros}")), None);
    }

    #[test]
    fn other_values_are_no_numbers() {
        for json in ["true", "null", r#""1""#, "[1]", "{}", "1e400", "-1e400", "1e99999999999"] {
            assert_eq!(number(json), None, "{json}");
        }
    }
}
