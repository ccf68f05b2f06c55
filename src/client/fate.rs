//! What is known of a request that did not succeed.

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
}
