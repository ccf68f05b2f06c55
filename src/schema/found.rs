//! What a rule over several values finds.

use std::borrow::Cow;

use super::params::Params;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step<'a> {
    /// Into an object.
    Key(Cow<'a, str>),
    /// Into an array.
    Index(usize),
}

impl<'a> From<&'a str> for Step<'a> {
    fn from(key: &'a str) -> Self {
        Step::Key(Cow::Borrowed(key))
    }
}

impl From<usize> for Step<'_> {
    fn from(index: usize) -> Self {
        Step::Index(index)
    }
}

/// Takes findings.
pub(super) trait Sink {
    /// A place below the value that the rule looked at.
    fn take(&mut self, path: &[Step], params: &Params);
}

/// What a [`super::Rule`] finds: places below the value that it looks at.
pub struct Found<'s>(pub(super) &'s mut dyn Sink);

impl Found<'_> {
    /// The rule is broken at the value itself.
    pub fn here(&mut self, params: Params) {
        self.0.take(&[], &params);
    }

    /// The rule is broken at a key of the value.
    pub fn at(&mut self, key: &str, params: Params) {
        self.0.take(&[key.into()], &params);
    }

    /// The rule is broken further down.
    pub fn below(&mut self, path: &[Step], params: Params) {
        self.0.take(path, &params);
    }
}
