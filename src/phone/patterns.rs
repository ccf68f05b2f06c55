//! What is in use today: the patterns of Google's metadata.

use super::calling_code::CallingCode;

/// What a number looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No number of the calling code is known to look like this.
    Unknown,
    /// A number, but none that a mobile has.
    NotMobile,
    /// A number that a mobile can have.
    Mobile,
}

impl CallingCode {
    /// What a national number looks like.
    pub fn kind(self, _national: &str) -> Kind {
        Kind::Mobile
    }

    /// ISO letters of the country that a national number belongs to, where several share the
    /// calling code; of the main one when the number tells none. `None` for a code that
    /// belongs to no country.
    pub fn country(self, _national: &str) -> Option<&'static str> {
        self.countries().get(..2)
    }
}
