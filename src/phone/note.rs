//! What reading a number took: whatever was dropped, replaced or assumed.

use super::country::Country;
use crate::schema::{Code, Issue, Params, Plain, Severity};

macro_rules! notes {
    ($($name:ident = $id:literal, $message:literal;)*) => {
        /// What was done, in the order in which it is told.
        #[derive(Clone, Copy)]
        pub(super) enum Done { $($name),* }

        /// All notes that there are.
        pub static NOTES: &[Code] = &[$(Code { id: $id, message: $message }),*];
    };
}

notes! {
    DroppedScheme = "phone.dropped_scheme",
        "Dropped tel: before the number.";
    DroppedParameters = "phone.dropped_parameters",
        "Dropped what stands behind the number in its address.";
    ReadContext = "phone.read_context",
        "Took the country code that stands behind the number in its address.";
    DroppedInvisible = "phone.dropped_invisible",
        "Dropped characters that nobody sees.";
    ReplacedDigits = "phone.replaced_digits",
        "Replaced digits of another script.";
    DroppedSeparators = "phone.dropped_separators",
        "Dropped spaces and signs between the digits.";
    ReadInternationalPrefix = "phone.read_international_prefix",
        "Read {dropped} as +.";
    AssumedCountry = "phone.assumed_country",
        "Took the country from the default: [{name} (+{countryCode})|+{countryCode}].";
    AssumedInternational = "phone.assumed_international",
        "Read the first digits as a country code: [{name} (+{countryCode})|+{countryCode}].";
    DroppedCountryCode = "phone.dropped_country_code",
        "Dropped the leading {countryCode}: it is the country code[ of {name}].";
    DroppedTrunkPrefix = "phone.dropped_trunk_prefix",
        "Dropped the leading {dropped} that is dialled inside [{name}|the country].";
}

/// All that was done to read a text.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Doings<'a> {
    seen: u16,
    /// What was read as a +.
    pub prefix: &'a str,
    /// What is dialled before a number inside its country.
    pub trunk: &'a str,
}

impl Doings<'_> {
    pub fn add(&mut self, done: Done) {
        self.seen |= 1 << done as u16;
    }

    pub fn has(&self, done: Done) -> bool {
        self.seen >> done as u16 & 1 != 0
    }

    /// A note of each, those about a country with this one.
    pub fn notes(self, country: Option<Country>) -> Vec<Note> {
        let mut notes = Vec::new();
        for (index, code) in NOTES.iter().enumerate() {
            if self.seen >> index & 1 == 0 {
                continue;
            }
            let mut params = Params::default();
            if index >= Done::AssumedCountry as usize
                && let Some(country) = country
            {
                country.describe(&mut params);
            }
            let dropped = match index {
                _ if index == Done::ReadInternationalPrefix as usize => self.prefix,
                _ if index == Done::DroppedTrunkPrefix as usize => self.trunk,
                _ => "",
            };
            if !dropped.is_empty() {
                params.set("dropped", dropped.to_owned());
            }
            notes.push(Note(Issue::new(code, Severity::Warning, Vec::new(), params)));
        }
        notes
    }
}

/// Something that was dropped, replaced or assumed.
#[derive(Clone, Debug, PartialEq)]
pub struct Note(Issue);

impl Note {
    /// Stable, dotted name of the kind of note.
    pub fn code(&self) -> &'static str {
        self.0.code
    }

    /// Plain English. Never holds the number.
    pub fn message(&self) -> &str {
        &self.0.message
    }

    /// `{ code, message, params }`
    pub(super) fn plain(&self) -> Plain<'_> {
        let params = match self.0.plain() {
            Plain::Object(mut entries) => entries.pop().map(|(_, params)| params),
            _ => None,
        };
        Plain::object([
            ("code", self.0.code.into()),
            ("message", self.0.message.as_str().into()),
            ("params", params.unwrap_or(Plain::Null)),
        ])
    }
}
