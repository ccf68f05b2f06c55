//! Base64 (RFC 4648 §4, and in reading §5 too), for a look into API keys and for what becomes of them.

/// The bytes that `text` encodes; `None` when it is no base64. Padding may be missing.
pub(super) fn decode(text: &[u8]) -> Option<Vec<u8>> {
    let end = text.iter().rposition(|&b| b != b'=').map_or(0, |last| last.wrapping_add(1));
    let (digits, padding) = text.split_at_checked(end)?;
    let padded = text.len().is_multiple_of(4);
    if digits.len() % 4 == 1 || padding.len() > 2 || !(padding.is_empty() || padded) {
        return None;
    }
    let mut bytes = Vec::with_capacity(digits.len());
    let (mut bits, mut held) = (0u32, 0u32);
    for &digit in digits {
        bits = bits << 6 | u32::from(value(digit)?);
        held = held.wrapping_add(6);
        if held >= 8 {
            held = held.wrapping_sub(8);
            bytes.push((bits >> held) as u8);
            bits &= !(u32::MAX << held);
        }
    }
    Some(bytes)
}

/// Appends the digits that encode `bytes` whatever follows them: without padding, and
/// without the last one where it holds bits of the next byte.
pub(super) fn encode_part(bytes: &[u8], digits: &mut Vec<u8>) {
    let (mut bits, mut held) = (0u32, 0u32);
    for &byte in bytes {
        bits = bits << 8 | u32::from(byte);
        held = held.wrapping_add(8);
        while held >= 6 {
            held = held.wrapping_sub(6);
            digits.push(digit((bits >> held) as u8 & 63));
        }
    }
}

fn digit(value: u8) -> u8 {
    match value {
        0..=25 => value.wrapping_add(b'A'),
        26..=51 => value.wrapping_add(b'a' - 26),
        52..=61 => value.wrapping_sub(52 - b'0'),
        62 => b'+',
        _ => b'/',
    }
}

fn value(digit: u8) -> Option<u8> {
    Some(match digit {
        b'A'..=b'Z' => digit.wrapping_sub(b'A'),
        b'a'..=b'z' => digit.wrapping_sub(b'a' - 26),
        b'0'..=b'9' => digit.wrapping_add(52 - b'0'),
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_others_wrote() {
        for (text, bytes) in [
            ("", Some("")),
            ("Zg==", Some("f")),
            ("Zg", Some("f")),
            ("Zm8=", Some("fo")),
            ("Zm9v", Some("foo")),
            ("Zm9vYg==", Some("foob")),
            ("Zm9vYmFy", Some("foobar")),
            ("Zm9v YmFy", None),
            ("Z", None),
            ("Zg=", None),
            ("Z===", None),
            ("Zm9v====", None),
            ("fj8-fj8_", Some("~?>~??")),
            ("Zm~_", None),
        ] {
            assert_eq!(decode(text.as_bytes()).as_deref(), bytes.map(str::as_bytes), "{text}");
        }
    }

    #[test]
    fn writes_the_digits_that_are_certain() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Z"),
            ("fo", "Zm"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vY"),
            ("foobar", "Zm9vYmFy"),
            ("~?>~??", "fj8+fj8/"),
        ] {
            let mut digits = Vec::new();
            encode_part(bytes.as_bytes(), &mut digits);
            assert_eq!(digits, text.as_bytes());
        }
        let bytes: Vec<u8> = (0..=255).cycle().take(768).collect();
        let mut digits = Vec::new();
        encode_part(&bytes, &mut digits);
        assert_eq!(decode(&digits), Some(bytes));
    }

    #[test]
    fn keeps_every_byte() {
        assert_eq!(decode(b"+/8A"), Some(vec![0xfb, 0xff, 0x00]));
    }
}
