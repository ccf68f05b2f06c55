//! Interakt's plans, each of which allows so many requests a minute.

use crate::schema::Limit;
use crate::schema::Source::Documented;

/// A plan.
pub struct Plan {
    /// The word by which a caller names it: `growth`.
    pub name: &'static str,
    /// Requests a minute, all operations together.
    pub requests_per_minute: Limit,
}

/// The plans whose rate is known: Starter has no API, Enterprise is agreed by contract.
pub static PLANS: [Plan; 2] = [
    Plan { name: "growth", requests_per_minute: Limit { value: 300, source: Documented } },
    Plan { name: "advanced", requests_per_minute: Limit { value: 600, source: Documented } },
];
