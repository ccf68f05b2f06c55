//! Decisions without I/O: what a request looks like, what an answer means.
//!
//! Time and everything else that a decision needs is passed in, so all of it is
//! tested on the host; `crate::js` does what is decided here.

mod base64;
mod base_url;
mod class;
mod event;
mod failures;
mod fate;
mod headers;
mod key;
mod lost;
mod misuse;
mod outcome;
mod percent;
mod request;
mod retry;
mod retry_after;
mod said;
mod secret;
mod success;
mod text;

pub use base_url::check_base_url;
pub use class::{ClassOf, ErrorClass, Raised};
pub use event::read_event;
pub use failures::{FailureRule, all_failures};
pub use fate::Outcome;
pub use headers::check_headers;
pub use key::{ENCODED_TWICE, check_key};
pub use lost::Lost;
pub use misuse::Misuse;
pub use outcome::{Answer, Failure, Redirect, read_answer};
pub use request::{Refusal, Request, Settings, build_request, check_settings};
pub use retry::{Attempt, Decision, Policy, decide};
pub use retry_after::retry_after_ms;
pub use secret::without_key;
