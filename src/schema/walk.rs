//! Where the validator is, and what it reports from there.

use std::borrow::Cow;

use super::codes::Code;
use super::issue::{Issue, Params, Step};
use super::shape::Shape;
use super::source::Source;
use super::verdict::Verdicts;
use super::view::View;

/// Issues, each with its place in the description: positions from the root.
#[derive(Default)]
pub(super) struct Report(pub(super) Vec<(Vec<u32>, Issue)>);

impl Report {
    /// Puts an issue where it belongs, behind those of the same place. There are
    /// few, and most come in order: a library's sort would cost more than it saves.
    pub(super) fn add(&mut self, order: Vec<u32>, issue: Issue) {
        let at = self.0.iter().rposition(|(earlier, _)| *earlier <= order).map_or(0, |at| at + 1);
        self.0.insert(at, (order, issue));
    }
}

/// Where the walk is. Kept on the stack: a path is only made for an issue.
pub(super) struct Node<'p> {
    pub(super) parent: Option<&'p Node<'p>>,
    pub(super) step: At<'p>,
    /// Position among the keys of the description, or the index.
    pub(super) order: u32,
}

pub(super) enum At<'p> {
    Root,
    Key(&'p str),
    /// A key that may be left out.
    Optional(&'p str),
    Index(usize),
}

impl Node<'_> {
    pub(super) fn trace(&self, path: &mut Vec<Step>, order: &mut Vec<u32>) {
        if let Some(parent) = self.parent {
            parent.trace(path, order);
            order.push(self.order);
        }
        match self.step {
            At::Root => {}
            At::Key(key) | At::Optional(key) => path.push(Step::Key(Cow::Owned(key.to_owned()))),
            At::Index(index) => path.push(Step::Index(index)),
        }
    }
}

/// One value and what it should be.
pub(super) struct Walk<'a, 'w> {
    pub(super) shape: Shape,
    pub(super) value: View<'a>,
    pub(super) node: &'w Node<'w>,
    pub(super) report: &'w mut Report,
}

/// What a value was, as far as the object around it cares.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Seen {
    Value,
    /// An empty string that counts as absent.
    Absent,
}

impl Walk<'_, '_> {
    /// Reports at this value.
    pub(super) fn issue(&mut self, code: &Code, source: Source, params: Params) {
        let (mut path, mut order) = (Vec::new(), Vec::new());
        self.node.trace(&mut path, &mut order);
        self.report.add(order, Issue::new(code, source.severity(), path, params));
    }

    pub(super) fn issue_at_key(
        &mut self,
        key: &str,
        order: u32,
        code: &Code,
        source: Source,
        params: Params,
    ) {
        let node = Node { parent: Some(self.node), step: At::Key(key), order };
        let mut walk =
            Walk { shape: self.shape, value: self.value, node: &node, report: self.report };
        walk.issue(code, source, params);
    }

    /// Reports the one rule that is broken, if one is. `order`: the position of the key.
    pub(super) fn verdicts(&mut self, verdicts: &Verdicts, value: View, order: u32) {
        let Some((verdict, params)) = verdicts.of(value) else { return };
        match verdicts.key {
            "" => self.issue(verdict.code, verdict.source, params),
            key => self.issue_at_key(key, order, verdict.code, verdict.source, params),
        }
    }
}
