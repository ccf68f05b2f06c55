//! Percent-encoding of path and query values.

/// Appends `text` to a URL: every byte outside the unreserved set of RFC 3986
/// §2.3 becomes `%XX`, so that no value can end its segment or its parameter.
pub(super) fn push_encoded(url: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            url.push(byte as char);
        } else {
            url.push('%');
            for digit in [byte >> 4, byte & 15] {
                let base = if digit < 10 { b'0' } else { b'A' - 10 };
                url.push(base.wrapping_add(digit) as char);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_unreserved_bytes_stay() {
        for (text, encoded) in [
            ("aZ09-._~", "aZ09-._~"),
            ("a b/c", "a%20b%2Fc"),
            ("?#&=+%", "%3F%23%26%3D%2B%25"),
            ("नमस्ते", "%E0%A4%A8%E0%A4%AE%E0%A4%B8%E0%A5%8D%E0%A4%A4%E0%A5%87"),
            ("\0\n", "%00%0A"),
        ] {
            let mut url = String::new();
            push_encoded(&mut url, text);
            assert_eq!(url, encoded);
        }
    }
}
