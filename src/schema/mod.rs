//! The language of descriptions, and what the module reads them with.
//!
//! A description is written as constants ([`Shape`] and what it is made of), packed into bytes when
//! the crate is built ([`Pack`]), and walked together with the tape of a JSON text ([`Document`]).
//! What is found leaves as data ([`Report`]).

#[macro_use]
mod shorthand;

pub mod codes;
mod decode;
#[cfg(any(feature = "webhooks", feature = "bulk"))]
mod digest;
mod doc;
mod document;
mod found;
mod kind;
mod nearest;
pub(crate) mod pack;
mod params;
mod plain;
mod report;
mod scalar;
mod scan;
mod shape;
mod source;
mod steps;
mod tape;
mod text;
mod time;
mod verdict;
mod view;
mod walk;
mod walk_leaf;
mod walk_object;

pub use codes::Code;
pub use decode::{decode, has_lists, is_known};
#[cfg(any(feature = "webhooks", feature = "bulk"))]
pub(crate) use digest::digest;
#[cfg(feature = "webhooks")]
pub(crate) use digest::mix;
pub use doc::{Doc, doc};
pub use document::Document;
pub use found::{Found, Step};
pub use kind::Kind;
pub use nearest::nearest;
pub use pack::{Check, Holds, Look, Pack, Packed, Tag, keys_in};
pub use params::{Param, Params};
pub use plain::Plain;
pub(crate) use report::error;
pub use report::{MOST_ISSUES, Report, code};
#[cfg(feature = "client")]
pub(crate) use scalar::number as decimal_number;
pub(crate) use scan::has_any;
pub use shape::*;
pub use source::{Severity, Source};
#[cfg(feature = "bulk")]
pub(crate) use steps::count;
pub use steps::steps;
pub use tape::Unreadable;
pub(crate) use text::{decimal, is_digits, push_decimal, quote, whole_number};
pub(crate) use time::{fraction, parse_date_time, zone};
pub use verdict::{Verdict, Verdicts};
pub use view::View;
pub use walk::{Checker, Limits};
