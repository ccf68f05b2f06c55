//! The order in which `build.rs` packs descriptions: inputs, kinds of inputs, then for what sends
//! answers and webhooks, and for forms the parts of inputs. A pack of customers' inputs alone has
//! [`crate::api::CUSTOMER_INPUTS`].

use crate::api;

/// How many operations there are.
const OPERATIONS: usize = api::OPERATIONS.len();

/// What follows the kinds of all inputs.
const AFTER_KINDS: usize = kind(OPERATIONS, 0);

/// The root of an operation's input.
pub const fn input(operation: usize) -> usize {
    operation
}

/// The root of one kind of an operation's input.
pub const fn kind(operation: usize, kind: usize) -> usize {
    let (mut place, mut left) = (OPERATIONS.wrapping_add(kind), operation);
    let mut operations = api::OPERATIONS.as_slice();
    while left > 0
        && let [operation, behind @ ..] = operations
    {
        if let Some(kinds) = operation.kinds() {
            place = place.wrapping_add(kinds.variants.len());
        }
        (operations, left) = (behind, left.wrapping_sub(1));
    }
    place
}

/// The root of a part of inputs, in a pack without answers.
pub const fn part(part: usize) -> usize {
    AFTER_KINDS.wrapping_add(part)
}

/// The root of an operation's answer.
pub const fn answer(operation: usize) -> usize {
    AFTER_KINDS.wrapping_add(operation)
}

/// The root of the payloads of a channel's webhooks.
pub const fn channel(channel: usize) -> usize {
    (AFTER_KINDS + OPERATIONS).wrapping_add(channel)
}
