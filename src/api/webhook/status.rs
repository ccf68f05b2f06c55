//! How far a message has come.

/// From the least that can be known of a message to the most.
///
/// What is known stays known: a message that was delivered is delivered, whatever is said to have
/// failed before or after, so `failed` stands below. A tap tells that the message was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// The event says nothing of the kind.
    None,
    /// The carrier has taken it (RCS).
    Accepted,
    /// It is on its way.
    Sent,
    /// It was not delivered.
    Failed,
    /// It is on the customer's device.
    Delivered,
    /// The customer has seen it.
    Read,
    /// The customer has tapped one of its buttons.
    Clicked,
}

impl Status {
    /// The word that users see; empty for none.
    pub fn as_str(self) -> &'static str {
        static WORDS: [&str; 7] =
            ["", "accepted", "sent", "failed", "delivered", "read", "clicked"];
        WORDS.get(self as usize).copied().unwrap_or_default()
    }

    /// All of them in order, each with what it means.
    #[cfg(not(target_arch = "wasm32"))]
    pub const ALL: [(Status, &str); 6] = [
        (Status::Accepted, "the carrier has taken it (RCS)"),
        (Status::Sent, "it is on its way"),
        (Status::Failed, "it was not delivered"),
        (Status::Delivered, "it is on the customer's device"),
        (Status::Read, "the customer has seen it"),
        (Status::Clicked, "the customer has tapped one of its buttons"),
    ];
}
