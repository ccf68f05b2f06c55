//! The language of descriptions, and what the module reads them with.

#[macro_use]
mod shorthand;

mod check;
pub mod codes;
mod decode;
mod doc;
mod issue;
mod keys;
mod leaf;
mod nearest;
mod plain;
mod scalar;
mod shape;
mod source;
mod time;
mod verdict;
mod view;
mod walk;

pub use check::check;
pub use codes::Code;
pub use decode::decode;
pub(crate) use decode::is_known;
pub use doc::{Doc, doc};
pub use issue::{Found, Issue, Param, Params, Step};
pub(crate) use issue::{decimal, whole_number};
pub(crate) use leaf::code_points;
pub use nearest::nearest;
pub use plain::Plain;
pub use shape::*;
pub use source::{Severity, Source};
pub(crate) use time::{fraction, parse_date_time, zone};
pub use verdict::{Verdict, Verdicts};
pub use view::{Kind, View};
