//! The API key.
//!
//! Interakt's dashboard shows a key that is already base64; it goes out
//! unchanged as `Authorization: Basic <key>` (documented). Encoding it again is
//! the commonest reason for a 401 (seen).

use super::{base64, misuse::Misuse, text::concat};
use crate::schema::{Code, Params, Report, Severity, code};

/// The warning for a key that has been encoded once more.
pub static ENCODED_TWICE: Code = Code {
    id: "api_key.encoded_twice",
    message: "This API key looks base64-encoded twice: give it as Interakt's dashboard shows it.",
};

/// What to do about a key that is refused, here or by Interakt.
pub(super) const AS_SHOWN: &str =
    "Give the API key as Interakt's dashboard shows it (Settings, Developer Setting).";

/// Refuses a key that no header can carry, and warns of one that has been encoded twice.
///
/// # Errors
/// White space, a leading `Basic `, an empty key or a character outside ASCII.
///
/// ```
/// use interakt_wasm::client::check_key;
/// assert_eq!(check_key("c2VjcmV0LWtleTo=").unwrap().found(), 0);
/// assert_eq!(check_key("Basic c2VjcmV0LWtleTo=").unwrap_err().code, "api_key_invalid");
/// ```
pub fn check_key(key: &str) -> Result<Report, Misuse> {
    let refused = |why: &str| Err(Misuse::new("api_key_invalid", concat(&[why, " ", AS_SHOWN])));
    if key.is_empty() {
        return refused("The API key is empty.");
    }
    if has_scheme(key) {
        return refused(
            "The API key begins with \"Basic \", which is added when a request is made.",
        );
    }
    if key.contains(['\n', '\r']) {
        return refused("The API key contains a line break, often the last character of a file.");
    }
    if key.chars().any(char::is_whitespace) {
        return refused("The API key contains white space.");
    }
    if !key.bytes().all(|b| b.is_ascii_graphic()) {
        return refused("The API key contains a character that a header cannot carry.");
    }
    let mut warnings = Report::default();
    if encoded_twice(key) {
        warnings.add(const { code(&ENCODED_TWICE, Severity::Warning) }, &Params::default());
    }
    Ok(warnings)
}

fn has_scheme(key: &str) -> bool {
    let key = key.trim_start();
    key.get(..5).is_some_and(|start| start.eq_ignore_ascii_case("basic"))
        && key.get(5..).is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

/// Whether the key decodes to text that decodes to text ending in `:`. Between the two there may be
/// a colon: whoever takes the key for a user name puts one behind it (seen).
pub(super) fn encoded_twice(key: &str) -> bool {
    base64::decode(key.as_bytes())
        .and_then(|once| {
            let once = once.trim_ascii();
            base64::decode(once.strip_suffix(b":").unwrap_or(once))
        })
        .is_some_and(|twice| std::str::from_utf8(&twice).is_ok_and(|text| text.ends_with(':')))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_from_the_dashboard_is_taken() {
        for key in ["c2VjcmV0LWtleTo=", "Basically", "abc-_~.123", "YTpi"] {
            assert_eq!(check_key(key).unwrap().found(), 0, "{key}");
        }
    }

    #[test]
    fn a_key_that_cannot_work_is_refused_with_the_reason() {
        for (key, reason) in [
            ("", "The API key is empty."),
            (
                "Basic abc",
                "The API key begins with \"Basic \", which is added when a request is made.",
            ),
            (
                " basic abc",
                "The API key begins with \"Basic \", which is added when a request is made.",
            ),
            (
                "BASIC\tabc",
                "The API key begins with \"Basic \", which is added when a request is made.",
            ),
            ("Basic", "The API key begins with \"Basic \", which is added when a request is made."),
            ("abc\n", "The API key contains a line break, often the last character of a file."),
            (
                "a\r\nX-Evil: 1",
                "The API key contains a line break, often the last character of a file.",
            ),
            ("a b", "The API key contains white space."),
            (" abc", "The API key contains white space."),
            ("abc\u{a0}", "The API key contains white space."),
            ("clé", "The API key contains a character that a header cannot carry."),
            ("abc\u{0}", "The API key contains a character that a header cannot carry."),
        ] {
            let misuse = check_key(key).unwrap_err();
            assert_eq!(misuse.code, "api_key_invalid", "{key:?}");
            assert_eq!(misuse.message, format!("{reason} {AS_SHOWN}"), "{key:?}");
        }
    }

    #[test]
    fn a_key_that_was_encoded_twice_gets_a_warning() {
        // "secret-key:" encoded once more than the dashboard does: alone, with a line break, as a
        // user name with an empty password, and that with a line break; and another key so.
        for key in [
            "YzJWamNtVjBMV3RsZVRvPQ==",
            "YzJWamNtVjBMV3RsZVRvPQo=",
            "YzJWamNtVjBMV3RsZVRvPTo=",
            "YzJWamNtVjBMV3RsZVRvPToK",
            "YldGa1pTMTFjQzFyWlhrNjo=",
        ] {
            let warnings = check_key(key).unwrap();
            let warning = format!("[{},[],[],{{}}]", code(&ENCODED_TWICE, Severity::Warning));
            assert_eq!(warnings.text(), warning);
        }
    }
}
