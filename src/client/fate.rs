//! What is known of a request that did not succeed.

use crate::schema::{Doc, doc};

/// What is known of a request that did not succeed. Interakt has no idempotency
/// key, so this decides whether sending it again can deliver a message twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// It did not go out.
    NotSent,
    /// Interakt said that it did not carry it out.
    Refused,
    /// It may have been carried out.
    Unknown,
}

impl Outcome {
    /// The word that errors carry.
    pub const fn as_str(self) -> &'static str {
        match self {
            Outcome::NotSent => "not_sent",
            Outcome::Refused => "refused",
            Outcome::Unknown => "unknown",
        }
    }

    /// All of them, in order.
    pub const ALL: [Outcome; 3] = [Outcome::NotSent, Outcome::Refused, Outcome::Unknown];

    /// Whether the request was sent, for the documentation.
    pub const fn doc(self) -> Doc {
        match self {
            Outcome::NotSent => doc("no: no request went out"),
            Outcome::Refused => doc("no: Interakt answered that it didn't do it"),
            Outcome::Unknown => doc("**nobody can tell**, and the message says so"),
        }
    }

    /// What to do, for the documentation.
    pub const fn advice(self) -> Doc {
        match self {
            Outcome::NotSent => doc("change what the message names, and call again"),
            Outcome::Refused => doc("what the message advises; sending it again does no harm"),
            Outcome::Unknown => doc("find out before you send it again"),
        }
    }
}
