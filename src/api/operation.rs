//! What an operation is; the twelve of Interakt stand in [`super::OPERATIONS`].

use crate::schema::{Doc, Shape};

/// Where Interakt listens.
pub const BASE_URL: &str = "https://api.interakt.ai";

/// One of Interakt's operations: what a request takes and what comes back.
pub struct Operation {
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
    /// What the caller gives.
    pub input: Shape,
    /// What a successful answer holds.
    pub answer: Shape,
    /// The same request again changes nothing: it may be sent again after an unknown fate.
    pub repeatable: bool,
    /// One line about it.
    pub summary: Doc,
    /// More about it.
    pub doc: Doc,
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
