//! What to say when no answer came.

use super::failures::UNKNOWN_FATE;
use super::fate::Outcome;
use super::text::concat;
use crate::api::Endpoint;

/// Why there is no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lost<'a> {
    /// The connection failed before the whole answer was there.
    Connection,
    /// An attempt's time was up.
    Attempt {
        /// The limit, in milliseconds, as JavaScript writes the number.
        timeout_ms: &'a str,
    },
    /// The time for all attempts and the waiting between them was up.
    Call {
        /// The limit, in milliseconds, as JavaScript writes the number.
        total_timeout_ms: &'a str,
        /// What is known of the attempts.
        outcome: Outcome,
    },
}

impl Lost<'_> {
    /// The message of the error.
    pub fn message(self, operation: &Endpoint) -> String {
        let (text, outcome) = match self {
            Lost::Connection => (
                " got no answer: the connection failed (see `cause`). In a web page, the reason is \
                     often the server's CORS policy."
                    .to_owned(),
                Outcome::Unknown,
            ),
            Lost::Attempt { timeout_ms } => {
                (concat(&[" got no complete answer within ", timeout_ms, " ms."]), Outcome::Unknown)
            }
            Lost::Call { total_timeout_ms, outcome } => {
                let what = match outcome {
                    Outcome::NotSent => " was not sent: it was still waiting for its turn",
                    Outcome::Refused => " was refused and not sent again: it was still waiting",
                    Outcome::Unknown => " got no complete answer",
                };
                let parts = [what, " when totalTimeoutMs, ", total_timeout_ms, " ms, was over."];
                (concat(&parts), outcome)
            }
        };
        let fate = outcome == Outcome::Unknown && !operation.repeatable;
        let parts = [operation.name, &text, " ", UNKNOWN_FATE];
        concat(parts.get(..if fate { 4 } else { 2 }).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::OPERATIONS;

    fn message(lost: Lost, name: &str) -> String {
        lost.message(OPERATIONS.iter().find(|operation| operation.name == name).unwrap())
    }

    #[test]
    fn only_what_changes_something_has_an_unknown_fate() {
        let lost = Lost::Attempt { timeout_ms: "50" };
        assert_eq!(
            message(lost, "getUserById"),
            "getUserById got no complete answer within 50 ms."
        );
        assert_eq!(
            message(lost, "sendMessage"),
            "sendMessage got no complete answer within 50 ms. Interakt may have carried it out anyway: \
             check there before sending it again, or it may happen twice."
        );
        for operation in OPERATIONS {
            let connection = Lost::Connection.message(operation);
            assert_eq!(connection.ends_with(UNKNOWN_FATE), !operation.repeatable);
        }
    }

    #[test]
    fn a_call_whose_time_is_over_says_how_far_it_came() {
        let lost = |outcome| Lost::Call { total_timeout_ms: "5000", outcome };
        for (outcome, said) in [
            (
                Outcome::NotSent,
                "sendMessage was not sent: it was still waiting for its turn when totalTimeoutMs, 5000 ms, was over.",
            ),
            (
                Outcome::Refused,
                "sendMessage was refused and not sent again: it was still waiting when totalTimeoutMs, 5000 ms, was over.",
            ),
            (
                Outcome::Unknown,
                "sendMessage got no complete answer when totalTimeoutMs, 5000 ms, was over. Interakt may have carried it out \
                 anyway: check there before sending it again, or it may happen twice.",
            ),
        ] {
            assert_eq!(message(lost(outcome), "sendMessage"), said);
        }
    }
}
