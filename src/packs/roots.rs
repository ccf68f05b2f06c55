//! The order in which `build.rs` packs descriptions. A pack of customers' inputs alone has
//! [`crate::api::CUSTOMER_INPUTS`].

/// How many operations there are.
const OPERATIONS: usize = crate::api::OPERATIONS.len();

/// The root of an operation's input.
pub const fn input(operation: usize) -> usize {
    operation
}

/// The root of an operation's answer.
pub const fn answer(operation: usize) -> usize {
    OPERATIONS + operation
}

/// The root of the payloads of a channel's webhooks.
pub const fn channel(channel: usize) -> usize {
    2 * OPERATIONS + channel
}
