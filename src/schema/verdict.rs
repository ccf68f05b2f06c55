//! Rules of which a value breaks one at most.

use super::codes::Code;
use super::doc::Doc;
use super::params::Params;
use super::source::Source;
use super::view::View;

/// Several rules that one look at a value tells apart: what is wrong with it, if anything.
///
/// Separate rules would each have to look again, and could find two things wrong with one mistake.
pub struct Verdicts {
    /// The key of the value that is found wrong; empty: the value itself.
    pub key: &'static str,
    /// Which rule is broken: its place in `rules`, where a place beyond them counts for
    /// nothing. Adds the parameters of its message. Passes over values of the wrong type.
    pub look: fn(View, &mut Params) -> Option<usize>,
    /// The rules.
    pub rules: &'static [&'static Verdict],
    /// All of them in short.
    pub doc: Doc,
}

/// One of the rules of [`Verdicts`].
pub struct Verdict {
    /// What is reported.
    pub code: &'static Code,
    /// How sure it is.
    pub source: Source,
    /// The rule in words.
    pub doc: Doc,
}

impl Verdicts {
    /// The rule that the value breaks, with the parameters of its message.
    pub fn of(&self, value: View) -> Option<(&'static Verdict, Params)> {
        let mut params = Params::default();
        let broken = (self.look)(value, &mut params)?;
        Some((*self.rules.get(broken)?, params))
    }
}
