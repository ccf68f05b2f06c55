//! Whether a request goes out again, and when.

use super::failures;
use super::fate::Outcome;
use crate::api::Endpoint;

/// How an attempt failed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Attempt {
    /// Which one it was, from 1.
    pub number: u32,
    /// The answer's status; `None` when no whole answer came.
    pub status: Option<u16>,
    /// How long the answer asks to wait, in milliseconds.
    pub retry_after_ms: Option<f64>,
}

/// What the caller allows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Policy {
    /// How often a request may go out again.
    pub max_retries: u32,
    /// The longest wait between two attempts, in milliseconds.
    pub max_retry_after_ms: f64,
    /// Also where the first request may have been carried out.
    pub retry_unknown_outcome: bool,
    /// Milliseconds until the whole call must be over.
    pub remaining_ms: f64,
}

/// What to do after an attempt has failed.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Decision {
    /// The request goes out again, after the wait.
    pub again: bool,
    /// Milliseconds during which the server wants nothing more.
    pub wait_ms: f64,
}

/// The wait after the first attempt is random between 0 and this; it doubles with each.
const FIRST_BACKOFF_MS: u32 = 500;
/// How often it doubles: up to 8 seconds.
const DOUBLINGS: u32 = 4;

/// Decides it, from nothing but its arguments; `random` is between 0 and 1.
///
/// A request goes out again when the failure passes (429, 5xx, no answer) **and**
/// doing it twice is impossible (Interakt refused it) or harmless (`repeatable`),
/// or the caller takes the risk.
///
/// ```
/// use interakt_wasm::api::OPERATIONS;
/// use interakt_wasm::client::{Attempt, Policy, decide};
/// let send_message = OPERATIONS.iter().find(|operation| operation.name == "sendMessage").unwrap();
/// let policy = Policy {
///     max_retries: 2,
///     max_retry_after_ms: 60_000.0,
///     retry_unknown_outcome: false,
///     remaining_ms: f64::INFINITY,
/// };
/// let refused = Attempt { number: 1, status: Some(429), retry_after_ms: Some(20_000.0) };
/// let decision = decide(send_message, refused, policy, 0.5);
/// assert!(decision.again);
/// assert_eq!(decision.wait_ms, 20_000.0);
/// let lost = Attempt { number: 1, status: None, retry_after_ms: None };
/// assert!(!decide(send_message, lost, policy, 0.5).again);
/// ```
pub fn decide(operation: &Endpoint, attempt: Attempt, policy: Policy, random: f64) -> Decision {
    let (passes, known) = match attempt.status {
        None => (true, Outcome::Unknown),
        Some(status) => {
            let rule = failures::find(status, "");
            (rule.passes, rule.outcome)
        }
    };
    let doublings = attempt.number.saturating_sub(1).min(DOUBLINGS);
    let backoff = random * f64::from(FIRST_BACKOFF_MS << doublings);
    let asked = attempt.retry_after_ms.unwrap_or(0.0);
    let wait_ms = asked.max(backoff).min(policy.max_retry_after_ms);
    let harmless = known == Outcome::Refused || operation.repeatable;
    let again = passes
        && (harmless || policy.retry_unknown_outcome)
        && attempt.number <= policy.max_retries
        && wait_ms < policy.remaining_ms;
    Decision { again, wait_ms }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::api::OPERATIONS;

    const POLICY: Policy = Policy {
        max_retries: 2,
        max_retry_after_ms: 60_000.0,
        retry_unknown_outcome: false,
        remaining_ms: f64::INFINITY,
    };

    fn operation(name: &str) -> &'static Endpoint {
        OPERATIONS.iter().find(|operation| operation.name == name).unwrap()
    }

    fn after(number: u32, status: Option<u16>, retry_after_ms: Option<f64>) -> Attempt {
        Attempt { number, status, retry_after_ms }
    }

    #[test]
    fn each_failure_is_retried_as_the_documentation_says() {
        // Status, Retry-After; whether sendMessage, getUserById go out again, and sendMessage
        // when the caller takes the risk.
        for (status, retry_after_ms, message, read, risk) in [
            (Some(429), Some(1000.0), true, true, true),
            (Some(429), None, true, true, true),
            (Some(503), Some(1000.0), false, true, true),
            (Some(503), None, false, true, true),
            (Some(500), None, false, true, true),
            (Some(500), Some(1000.0), false, true, true),
            (Some(502), None, false, true, true),
            (Some(599), None, false, true, true),
            (None, None, false, true, true),
            (Some(200), None, false, false, false),
            (Some(204), None, false, false, false),
            (Some(302), None, false, false, false),
            (Some(303), None, false, false, false),
            (Some(0), None, false, false, false),
            (Some(400), Some(1000.0), false, false, false),
            (Some(401), None, false, false, false),
            (Some(403), None, false, false, false),
            (Some(404), None, false, false, false),
            (Some(408), None, false, false, false),
            (Some(409), None, false, false, false),
            (Some(413), None, false, false, false),
            (Some(101), None, false, false, false),
            (Some(600), None, false, false, false),
        ] {
            let attempt = after(1, status, retry_after_ms);
            let again = |name, policy| decide(operation(name), attempt, policy, 0.5).again;
            assert_eq!(again("sendMessage", POLICY), message, "sendMessage {status:?}");
            assert_eq!(again("getUserById", POLICY), read, "getUserById {status:?}");
            let risky = Policy { retry_unknown_outcome: true, ..POLICY };
            assert_eq!(again("sendMessage", risky), risk, "sendMessage at risk {status:?}");
        }
    }

    #[test]
    fn only_reads_and_track_user_are_retried_without_an_answer() {
        let retried: Vec<_> = OPERATIONS
            .iter()
            .filter(|operation| decide(operation, after(1, None, None), POLICY, 0.5).again)
            .map(|operation| operation.name)
            .collect();
        assert_eq!(
            retried,
            ["trackUser", "listUsers", "getUserByPhone", "getUserById", "listTemplates"]
        );
    }

    #[test]
    fn the_wait_grows_is_at_least_what_is_asked_for_and_ends_at_the_cap() {
        for (number, retry_after_ms, random, cap, wait) in [
            (1, None, 0.0, 60_000.0, 0.0),
            (1, None, 0.5, 60_000.0, 250.0),
            (2, None, 0.5, 60_000.0, 500.0),
            (3, None, 0.5, 60_000.0, 1000.0),
            (5, None, 0.5, 60_000.0, 4000.0),
            (6, None, 0.5, 60_000.0, 4000.0),
            (u32::MAX, None, 0.5, 60_000.0, 4000.0),
            (1, Some(20_000.0), 0.5, 60_000.0, 20_000.0),
            (1, Some(0.0), 0.5, 60_000.0, 250.0),
            (1, Some(31_536_000_000.0), 0.5, 60_000.0, 60_000.0),
            (1, Some(31_536_000_000.0), 0.5, 20.0, 20.0),
            (9, None, 0.9, 20.0, 20.0),
            (1, Some(20_000.0), 0.5, f64::INFINITY, 20_000.0),
        ] {
            let policy = Policy { max_retry_after_ms: cap, ..POLICY };
            let attempt = after(number, Some(429), retry_after_ms);
            assert_eq!(decide(operation("sendMessage"), attempt, policy, random).wait_ms, wait);
        }
    }

    #[test]
    fn nothing_goes_out_again_beyond_the_number_or_the_time_allowed() {
        let again = |number, policy| {
            let attempt = after(number, Some(429), Some(1000.0));
            decide(operation("sendMessage"), attempt, policy, 0.5).again
        };
        assert!(again(2, POLICY));
        assert!(!again(3, POLICY));
        assert!(!again(1, Policy { max_retries: 0, ..POLICY }));
        assert!(again(1, Policy { remaining_ms: 1001.0, ..POLICY }));
        assert!(!again(1, Policy { remaining_ms: 1000.0, ..POLICY }));
    }

    fn attempts() -> impl Strategy<Value = Attempt> {
        let status =
            prop_oneof![Just(None), Just(Some(429)), Just(Some(503)), any::<Option<u16>>()];
        (any::<u32>(), status, prop::option::of(0.0..1e15))
            .prop_map(|(number, status, retry_after_ms)| after(number, status, retry_after_ms))
    }

    fn policies() -> impl Strategy<Value = Policy> {
        (0_u32..20, 0.0..1e9, any::<bool>(), 0.0..1e9).prop_map(
            |(max_retries, max_retry_after_ms, retry_unknown_outcome, remaining_ms)| Policy {
                max_retries,
                max_retry_after_ms,
                retry_unknown_outcome,
                remaining_ms,
            },
        )
    }

    proptest! {
        #[test]
        fn what_may_have_been_carried_out_never_goes_out_again_by_itself(
            index in 0..OPERATIONS.len(),
            attempt in attempts(),
            policy in policies(),
            random in 0.0..1.0,
        ) {
            let operation = OPERATIONS[index];
            let refused = attempt.status == Some(429);
            let decision = decide(operation, attempt, policy, random);
            prop_assert!(
                !decision.again || refused || operation.repeatable || policy.retry_unknown_outcome
            );
            prop_assert!(!decision.again || attempt.number <= policy.max_retries);
            prop_assert!(!decision.again || decision.wait_ms < policy.remaining_ms);
        }

        #[test]
        fn the_wait_is_what_is_asked_for_or_the_cap(
            attempt in attempts(),
            policy in policies(),
            random in 0.0..1.0,
        ) {
            let wait = decide(operation("sendMessage"), attempt, policy, random).wait_ms;
            let asked = attempt.retry_after_ms.unwrap_or(0.0);
            prop_assert!(wait >= asked.min(policy.max_retry_after_ms));
            prop_assert!(wait <= policy.max_retry_after_ms);
            prop_assert!(wait <= asked.max(8000.0));
        }
    }
}
