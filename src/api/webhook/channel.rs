//! Where the events of a channel say what they are about.

use super::status::Status;
#[cfg(not(target_arch = "wasm32"))]
use crate::schema::Source;
use crate::schema::Tagged;

/// A place in a payload: paths of keys, of which the first counts that leads to a text. Of a list,
/// the last item counts.
pub type Place = &'static [&'static [&'static str]];

/// A channel whose events a webhook is told.
pub struct Channel {
    /// What events call it.
    pub name: &'static str,
    /// What it tells.
    pub payload: &'static Tagged,
    /// How sure each of its kinds is, in the same order.
    #[cfg(not(target_arch = "wasm32"))]
    pub sources: &'static [Source],
    /// The message that an event is about.
    pub message_id: Place,
    /// The `callbackData` of the request that sent the message.
    pub callback_data: Place,
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
    /// What tells events of one kind apart: the texts at these places. Where there is none at the
    /// last, only the whole body does.
    pub key: &'static [Place],
}

impl Channel {
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
