//! Work on text, with less code than the standard library brings for it.

/// Where `needle` begins; letters of ASCII count the same in either case.
pub(super) fn find(text: &str, needle: &str) -> Option<usize> {
    let mut at = 0usize;
    while let Some(rest) = text.as_bytes().get(at..).filter(|rest| rest.len() >= needle.len()) {
        if rest.iter().zip(needle.as_bytes()).all(|(a, b)| a.eq_ignore_ascii_case(b)) {
            return Some(at);
        }
        at = at.wrapping_add(1);
    }
    None
}

/// The parts one after the other.
pub(super) fn concat(parts: &[&str]) -> String {
    let mut text = String::new();
    for part in parts {
        text.push_str(part);
    }
    text
}

/// The text of some bytes, as far as they are UTF-8.
pub(super) fn decode_utf8(bytes: &[u8]) -> &str {
    let valid = match std::str::from_utf8(bytes) {
        Ok(text) => return text,
        Err(error) => bytes.get(..error.valid_up_to()).unwrap_or_default(),
    };
    std::str::from_utf8(valid).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_first_place() {
        for (text, needle, at) in [
            ("", "", Some(0)),
            ("abc", "", Some(0)),
            ("", "a", None),
            ("xAbab", "ab", Some(1)),
            ("aab", "ab", Some(1)),
            ("a", "ab", None),
            ("\u{e9}bc", "BC", Some(2)),
        ] {
            assert_eq!(find(text, needle), at, "{text} {needle}");
        }
    }

    #[test]
    fn decodes_as_far_as_it_goes() {
        for (bytes, text) in
            [(&b"a\xc3\xa9"[..], "a\u{e9}"), (b"a\xffb", "a"), (b"\xc3", ""), (b"", "")]
        {
            assert_eq!(decode_utf8(bytes), text);
        }
    }
}
