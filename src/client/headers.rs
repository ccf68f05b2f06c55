//! Headers that the caller adds.

use super::misuse::Misuse;
use super::text::concat;

/// Names that describe the body that is made here, or the connection.
const OURS: [&str; 5] =
    ["content-type", "content-length", "transfer-encoding", "host", "connection"];

/// Refuses headers that `Headers` would throw at, that describe the body, or
/// that would send a second key. Names and values are as in RFC 9110 §5.
///
/// # Errors
/// The message names the header and never holds its value.
pub fn check_headers(headers: &[(String, String)], has_key: bool) -> Result<(), Misuse> {
    for (name, value) in headers {
        let refused = |parts: [&str; 3]| Err(Misuse::new("header_invalid", concat(&parts)));
        if name.is_empty() || !name.bytes().all(is_token) {
            return refused([
                "headers: a name is empty or contains a character that no header name can.",
                "",
                "",
            ]);
        }
        let name = name.to_ascii_lowercase();
        if !value.chars().all(is_value) {
            return refused([
                "headers: the value of \"",
                &name,
                "\" contains a character that a header cannot carry.",
            ]);
        }
        if OURS.contains(&name.as_str()) {
            return refused([
                "headers: \"",
                &name,
                "\" is made from the request and cannot be given.",
            ]);
        }
        if has_key && name == "authorization" {
            return refused([
                "headers: \"",
                &name,
                "\" is made from apiKey; leave out one of the two.",
            ]);
        }
    }
    Ok(())
}

fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

/// A byte of a field value: what one UTF-16 unit of a JavaScript header may be.
fn is_value(c: char) -> bool {
    matches!(c, '\t' | ' '..='~' | '\u{80}'..='\u{ff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(name: &str, value: &str, has_key: bool) -> Result<(), String> {
        check_headers(&[(name.into(), value.into())], has_key).map_err(|misuse| misuse.message)
    }

    #[test]
    fn ordinary_headers_pass() {
        for (name, value) in [("X-Trace", "1"), ("traceparent", "00-é\t"), ("Accept-Language", "")]
        {
            assert_eq!(check(name, value, true), Ok(()));
        }
        assert_eq!(check("Authorization", "Bearer of-my-own-server", false), Ok(()));
    }

    #[test]
    fn what_cannot_be_sent_is_refused() {
        let name = "headers: a name is empty or contains a character that no header name can.";
        let value = "headers: the value of \"x\" contains a character that a header cannot carry.";
        for (header, message) in [
            (("", "1"), name),
            (("a b", "1"), name),
            (("x:", "1"), name),
            (("é", "1"), name),
            (("x", "a\r\nb: c"), value),
            (("X", "\u{0}"), value),
            (("x", "ह"), value),
            (
                ("Content-Type", "text/plain"),
                "headers: \"content-type\" is made from the request and cannot be given.",
            ),
            (
                ("Authorization", "Basic other"),
                "headers: \"authorization\" is made from apiKey; leave out one of the two.",
            ),
        ] {
            assert_eq!(check(header.0, header.1, true), Err(message.into()));
        }
    }
}
