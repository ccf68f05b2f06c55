//! Where the events of a channel say what they are about.

use std::ops::Deref;

use super::status::Status;
#[cfg(not(target_arch = "wasm32"))]
use crate::schema::Source;
use crate::schema::Tagged;

/// A place in a payload: paths with a blank between them and a dot between their keys. The first
/// counts that leads to something: neither to null nor to an empty text. As texts they compress.
pub type Place = &'static str;

/// A channel whose events a webhook is told.
pub struct Channel {
    /// Where its events say what they are about.
    pub places: &'static Places,
    /// What it tells.
    pub payload: &'static Tagged,
    /// How sure each of its kinds is, in the same order.
    #[cfg(not(target_arch = "wasm32"))]
    pub sources: &'static [Source],
}

/// Where the events of a channel say what they are about. The module has these as they are, and
/// the description of the payloads packed.
pub struct Places {
    /// What events call the channel.
    pub name: &'static str,
    /// The key that says of which kind a payload is.
    pub tag: &'static str,
    /// The message that an event is about.
    pub message_id: Place,
    /// The `callbackData` of the request that sent the message.
    pub callback_data: Place,
    /// What only the answers to a form have: one of these words at its place.
    pub submissions: &'static [(Place, &'static str)],
    /// The word that says what has happened to the message.
    pub event: Place,
    /// What each of these words says; those that are not listed say what `other` does.
    pub events: &'static [(&'static str, Facts)],
    /// What any other word says, or none.
    pub other: Facts,
}

/// What an event says of a message, and what tells it from others.
pub struct Facts {
    /// How far the message has come.
    pub status: Status,
    /// What tells events of one kind apart. Where there is nothing for the last of these, the whole
    /// payload does.
    pub key: &'static [Part],
}

/// Something that tells events of one kind apart.
pub enum Part {
    /// The text at a place.
    Text(Place),
    /// The time at a place, and before it the values of any type at some places, which a fraction of
    /// the time makes needless. Anything else in its place counts as nothing.
    Moment {
        /// When it was.
        time: Place,
        /// What else tells events of the same second apart.
        values: &'static [Place],
    },
}

impl Deref for Channel {
    type Target = Places;

    fn deref(&self) -> &Places {
        self.places
    }
}

impl Places {
    /// What a word says of a message.
    pub fn facts(&self, event: &str) -> &Facts {
        for (known, facts) in self.events {
            if *known == event {
                return facts;
            }
        }
        &self.other
    }
}
