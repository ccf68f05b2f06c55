//! What an operation is; the twelve of Interakt stand in [`super::OPERATIONS`].

use std::ops::Deref;

use crate::schema::{Doc, List, Shape, Tagged};

/// Where Interakt listens.
pub const BASE_URL: &str = "https://api.interakt.ai";

/// One of Interakt's operations: what a request takes and what comes back.
pub struct Operation {
    /// Where it is and how it is asked for.
    pub endpoint: &'static Endpoint,
    /// What the caller gives.
    pub input: Shape,
    /// What a successful answer holds.
    pub answer: Shape,
    /// One line about it.
    pub summary: Doc,
    /// More about it.
    pub doc: Doc,
}

/// What is known of an operation besides its descriptions. The module has these as they are, and
/// the descriptions packed.
pub struct Endpoint {
    /// The name of the method and of the exported value: `sendMessage`.
    pub name: &'static str,
    /// The HTTP method.
    pub method: Method,
    /// The path, `{name}` standing for a field with [`crate::schema::Place::Path`].
    pub path: &'static str,
    /// A query that every request carries, without the `?`; empty: none.
    pub query: &'static str,
    /// What the request carries as body.
    pub body: Body,
    /// The same request again changes nothing: it may be sent again after an unknown fate.
    pub repeatable: bool,
    /// How to go on to the next page, where the answer is one of several.
    pub pages: Option<Pages>,
}

impl Operation {
    /// What its input is told apart by, where it comes in kinds.
    pub const fn kinds(&self) -> Option<&'static Tagged> {
        match self.input {
            Shape::Tagged(kinds) => Some(kinds),
            Shape::OneOrMany(List { item: Shape::Tagged(kinds), .. }) => Some(kinds),
            _ => None,
        }
    }
}

impl Deref for Operation {
    type Target = Endpoint;

    fn deref(&self) -> &Endpoint {
        self.endpoint
    }
}

/// How the answers to an operation follow each other as pages. The input's `offset` chooses one.
///
/// Only the build reads this, so the wasm goes without.
#[derive(Clone, Copy)]
pub struct Pages {
    /// The client's method that goes through the items of all pages: `iterateUsers`.
    #[cfg(not(target_arch = "wasm32"))]
    pub method: &'static str,
    /// The keys that lead to the list of a page's items.
    #[cfg(not(target_arch = "wasm32"))]
    pub items: &'static [&'static str],
    /// The keys that lead to the word whether there are more pages.
    #[cfg(not(target_arch = "wasm32"))]
    pub more: &'static [&'static str],
}

/// Pages: the method that goes through them, where the items are, and where it says that there
/// are more.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const fn pages(
    method: &'static str,
    items: &'static [&'static str],
    more: &'static [&'static str],
) -> Option<Pages> {
    Some(Pages { method, items, more })
}

/// Pages: all that is said of them is dropped here.
#[cfg(target_arch = "wasm32")]
pub(super) const fn pages(
    _: &'static str,
    _: &'static [&'static str],
    _: &'static [&'static str],
) -> Option<Pages> {
    Some(Pages {})
}

/// An HTTP method.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Everything else, `listUsers` among it.
    Post,
}

impl Method {
    /// The word on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
        }
    }
}

/// What a request carries as body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Body {
    /// Nothing.
    None,
    /// The input as it is, as JSON.
    Input,
    /// An object of the fields with [`crate::schema::Place::Body`], as JSON.
    Fields,
    /// A multipart form with one file under this name.
    File(&'static str),
}
