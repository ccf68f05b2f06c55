//! A setting that cannot work.

use crate::schema::Plain;

/// A setting that cannot work: a mistake in the program rather than in a value.
///
/// The message says what to do and never holds the setting itself, which may be
/// the API key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misuse {
    /// Stable name: `api_key_invalid`, `base_url_invalid`, `header_invalid`.
    pub code: &'static str,
    /// Plain English.
    pub message: String,
}

impl Misuse {
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Misuse { code, message: message.into() }
    }

    /// `{ kind: "configuration", code, message }`
    pub fn plain(&self) -> Plain<'_> {
        Plain::object([
            ("kind", "configuration".into()),
            ("code", self.code.into()),
            ("message", self.message.as_str().into()),
        ])
    }
}
