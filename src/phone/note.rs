//! What reading a number took: whatever was dropped, replaced or assumed.

use super::country::Country;
use super::verdict::describe;
use crate::schema::{Code, Params, Report, Severity, code};

macro_rules! notes {
    ($($name:ident = $id:literal, $message:literal;)*) => {
        /// What was done, in the order in which it is told.
        #[derive(Clone, Copy)]
        pub(super) enum Done { $($name),* }

        /// All notes that there are.
        pub static NOTES: &[Code] = &[$(Code { id: $id, message: $message }),*];

        /// The codes of `NOTES`, as reports have them.
        static CODES: &[u32] =
            &[$(code(&Code { id: $id, message: $message }, Severity::Warning)),*];
    };
}

notes! {
    DroppedCharacters = "phone.dropped_characters",
        "Dropped spaces and signs.";
    DroppedDecimals = "phone.dropped_decimals",
        "Dropped the decimals of a spreadsheet.";
    ReadLink = "phone.read_link",
        "Read a WhatsApp link.";
    ReplacedDigits = "phone.replaced_digits",
        "Replaced digits of another script.";
    ReadInternationalPrefix = "phone.read_international_prefix",
        "Read {dropped} as +.";
    AssumedCountry = "phone.assumed_country",
        "Took the country from the default: [{country} ](+{countryCode}).";
    AssumedInternational = "phone.assumed_international",
        "Read the first digits as the country code of [{country} ](+{countryCode}).";
    DroppedCountryCode = "phone.dropped_country_code",
        "Dropped the country code {countryCode}[ of {country}] before the number.";
    DroppedTrunkPrefix = "phone.dropped_trunk_prefix",
        "Dropped the leading {dropped} that is dialled inside [{country} ](+{countryCode}).";
}

/// All that was done to read a text.
#[derive(Clone, Copy, Default)]
pub(super) struct Doings(pub u16);

impl Doings {
    pub fn add_if(&mut self, done: Done, is_so: bool) {
        self.0 |= u16::from(is_so) << done as u16;
    }

    /// A note of each. `prefix` was read as +, `trunk` was dropped, `country` was found.
    pub fn notes(
        self,
        prefix: &'static str,
        trunk: &'static str,
        country: Option<Country>,
    ) -> Report {
        let mut notes = Report::default();
        for (index, note) in CODES.iter().enumerate() {
            if self.0 >> index & 1 == 0 {
                continue;
            }
            let mut params = Params::default();
            let mut dropped = prefix;
            if let Some(Country { code, letters }) = country
                && index >= Done::AssumedCountry as usize
            {
                describe(code, letters.unwrap_or_default(), &mut params);
                dropped = trunk;
            }
            if index == Done::ReadInternationalPrefix as usize
                || index == Done::DroppedTrunkPrefix as usize
            {
                params.set("dropped", dropped);
            }
            notes.add(*note, &params);
        }
        notes
    }
}
