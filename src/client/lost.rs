//! What to say when no answer came.

use super::failures::UNKNOWN_FATE;
use super::text::concat;
use crate::api::Operation;

/// The message of a connection that failed before the whole answer was there.
pub fn connection_failed(operation: &Operation) -> String {
    let what = " got no answer: the connection failed. `cause` is what fetch gave as the reason; \
                in a web page that often is the server's CORS policy.";
    with_fate(operation, concat(&[operation.name, what]))
}

/// The message of an answer that was not complete in time.
pub fn timed_out(operation: &Operation, timeout_ms: u32) -> String {
    let limit = crate::schema::decimal(timeout_ms.into());
    with_fate(
        operation,
        concat(&[operation.name, " got no complete answer within ", &limit, " ms."]),
    )
}

fn with_fate(operation: &Operation, message: String) -> String {
    if operation.repeatable { message } else { concat(&[&message, " ", UNKNOWN_FATE]) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::OPERATIONS;

    #[test]
    fn only_what_changes_something_has_an_unknown_fate() {
        for (name, message) in [
            ("getUserById", "getUserById got no complete answer within 50 ms."),
            (
                "sendMessage",
                "sendMessage got no complete answer within 50 ms. Interakt may have carried it out all the same: \
                 look there before sending it again, or it may happen twice.",
            ),
        ] {
            let operation = OPERATIONS.iter().find(|operation| operation.name == name).unwrap();
            assert_eq!(timed_out(operation, 50), message);
            assert_eq!(connection_failed(operation).ends_with(UNKNOWN_FATE), !operation.repeatable);
        }
    }
}
