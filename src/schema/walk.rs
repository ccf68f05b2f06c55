//! The validator: one walk over a tape, every issue with its path.
//!
//! Tape and description are walked together, and each value is looked at once by each rule that is
//! about it. Nothing is allocated but for issues and for strings with escapes; the buffers of a
//! [`Checker`] are kept between calls.

use std::borrow::Cow;

use super::codes;
use super::document::Document;
use super::found::{Found, Sink, Step};
use super::kind::Kind;
use super::pack::{Cursor, Keys, NO_POSITION, Packed, Tag, resolve};
use super::params::Params;
use super::report::{MOST_ISSUES, Report, error};
use super::tape::Unreadable;
use super::view::View;

/// What bounds a check.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// How many issues are told.
    pub issues: u32,
    /// How long a text may be, in bytes.
    pub bytes: u32,
    /// How deep arrays and objects may be nested.
    pub depth: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Limits { issues: MOST_ISSUES, bytes: 16 << 20, depth: 64 }
    }
}

/// Checks texts, one after the other.
#[derive(Default)]
pub struct Checker {
    report: Report,
    path: Vec<Place>,
    /// The place of the value in the long list that was looked through last.
    pub(super) chosen: u32,
}

/// Where a walk is: a step, and its place in the description.
#[derive(Clone, Copy)]
struct Place {
    order: u32,
    step: At,
}

/// A step from a value to one below it.
#[derive(Clone, Copy)]
pub(super) enum At {
    /// To the key that stands at this place of the tape.
    Key(u32),
    /// To a key of the description: the place of its name.
    Name(u32),
    Index(u32),
}

impl Checker {
    /// Checks a text against a description of a pack, by its place among the roots.
    pub fn check<P: Packed>(
        &mut self,
        pack: P,
        root: usize,
        json: &str,
        limits: Limits,
    ) -> &Report {
        self.check_and(pack, root, json, limits, |_| {})
    }

    /// The same, and hands what was read to `then`, unless it could not be read.
    pub fn check_and<P: Packed>(
        &mut self,
        pack: P,
        root: usize,
        json: &str,
        limits: Limits,
        then: impl FnOnce(View),
    ) -> &Report {
        self.report.begin(json.len(), limits.issues);
        self.path.clear();
        let read = match json.len() > limits.bytes as usize {
            true => Err((const { error(&codes::TOO_LARGE_TEXT) }, limits.bytes)),
            false => Document::read(json, limits.depth).map_err(|why| match why {
                Unreadable::Syntax => (const { error(&codes::SYNTAX) }, 0),
                Unreadable::TooDeep => (const { error(&codes::TOO_DEEP) }, limits.depth),
            }),
        };
        match read {
            Ok(document) => {
                let mut walk = Walk { checker: self, pack, document: &document, optional: false };
                walk.value(Cursor::root(pack, root), document.root());
                then(document.root());
            }
            Err((code, limit)) => {
                let params = Params::default();
                let params = if limit == 0 { params } else { params.with("limit", limit) };
                self.report.add(code, &params);
            }
        }
        self.report.end(const { error(&codes::MORE) });
        &self.report
    }

    /// Forgets what the last check found.
    pub fn clear(&mut self) {
        self.report.begin(0, MOST_ISSUES);
    }

    /// What the last check found.
    pub fn report(&self) -> &Report {
        &self.report
    }

    /// What the last check found.
    pub fn into_report(self) -> Report {
        self.report
    }
}

/// A walk over a document.
pub(super) struct Walk<'a, P> {
    pub(super) checker: &'a mut Checker,
    pub(super) pack: P,
    pub(super) document: &'a Document<'a>,
    /// The value that comes next stands under a key that may be left out.
    pub(super) optional: bool,
}

impl<'a, P: Packed> Walk<'a, P> {
    /// Whether the value counts as absent.
    #[cfg_attr(speed, optimize(speed))]
    pub(super) fn value(&mut self, node: Cursor<P>, value: View<'a>) -> bool {
        let optional = std::mem::replace(&mut self.optional, false);
        let Some((tag, at)) = resolve(node, value.kind()) else {
            self.wrong_type(node, value, optional);
            return false;
        };
        match tag {
            Tag::Text => return self.text(at, value),
            Tag::Choice if const { Tag::Choice.is_in::<P>() } => self.choice(at, value),
            Tag::Number => self.number(at, value),
            Tag::List | Tag::OneOrMany => self.list(at, value),
            Tag::Object => self.object(at, value),
            Tag::Tagged if const { Tag::Tagged.is_in::<P>() } => self.tagged(at, value),
            Tag::Map if const { Tag::Map.is_in::<P>() } => self.map(at, value),
            Tag::File if const { Tag::File.is_in::<P>() } => self.file(node, at, value),
            // `null`, a boolean, or anything: `resolve` has dealt with the shapes around.
            _ => {}
        }
        false
    }

    /// The same for a value below this one.
    #[cfg_attr(speed, optimize(speed))]
    pub(super) fn below(&mut self, order: u32, step: At, node: Cursor<P>, value: View<'a>) -> bool {
        self.checker.path.push(Place { order, step });
        let mut at = node;
        // Most are texts, and a walk along those alone needs few registers.
        let plain = cfg!(target_feature = "simd128") && value.kind() == Kind::Text;
        let absent = if plain && at.tag() == Tag::Text {
            self.optional = false;
            self.text(at, value)
        } else {
            self.value(node, value)
        };
        self.checker.path.pop();
        absent
    }

    /// Reports at this value.
    pub(super) fn issue(&mut self, code: u32, params: &Params) {
        self.issue_below(code, &[], params);
    }

    /// Reports at a step below.
    pub(super) fn issue_at(&mut self, order: u32, step: At, code: u32, params: &Params) {
        self.checker.path.push(Place { order, step });
        self.issue(code, params);
        self.checker.path.pop();
    }

    /// Reports further down: each step with its place in the description.
    #[inline(never)]
    fn issue_below(&mut self, code: u32, below: &[(u32, &Step)], params: &Params) {
        let Checker { report, path, .. } = &mut *self.checker;
        let Some(mut writer) = report.issue(code) else { return };
        for place in path.iter() {
            writer.push(place.order);
        }
        for (order, _) in below {
            writer.push(*order);
        }
        let mut writer = writer.path();
        for place in path.iter() {
            match place.step {
                At::Key(key) => writer.json(self.document.at(key).json()),
                At::Name(name) => writer.key(Cursor::new(self.pack, 0).text(name)),
                At::Index(index) => writer.index(index),
            }
        }
        for (_, step) in below {
            match step {
                Step::Key(key) => writer.key(key),
                Step::Index(index) => writer.index(*index as u32),
            }
        }
        writer.params(params);
    }

    #[cfg_attr(speed, optimize(speed))]
    fn list(&mut self, mut at: Cursor<P>, value: View<'a>) {
        let item = at.node();
        let mut count = 0u32;
        for (_, value) in value.pieces() {
            self.below(count, At::Index(count), item, value);
            count = count.wrapping_add(1);
        }
        let count = count as usize;
        let (few, empty) = const { (error(&codes::TOO_FEW), error(&codes::NO_ITEMS)) };
        let broken = self.least(&mut at, count, few, empty, 1);
        self.most(&mut at, count, const { error(&codes::TOO_MANY) }, broken);
        self.rules(&mut at, value, None);
    }

    fn map(&mut self, mut at: Cursor<P>, value: View<'a>) {
        let item = at.node();
        let rule = (at.byte() != 0).then(|| (at.short(), at.holds()));
        for ((name, value), order) in value.pieces().zip(0..) {
            let step = At::Key(name.place());
            match name.as_text() {
                None => {
                    let params = Params::default();
                    self.issue_at(order, step, const { error(&codes::LONE_SURROGATE) }, &params);
                }
                Some(key) => {
                    if let Some((code, Some(holds))) = rule {
                        let mut params = Params::default();
                        if !holds(&key, &mut params) {
                            params.set_json("key", name.json());
                            self.issue_at(order, step, code, &params);
                        }
                    }
                }
            }
            self.optional = true;
            self.below(order, step, item, value);
        }
    }

    /// Runs the rules that look at several values, and reports what they find.
    #[cfg_attr(speed, optimize(speed))]
    pub(super) fn rules(&mut self, at: &mut Cursor<P>, value: View, keys: Option<Keys<P>>) {
        for _ in 0..at.byte() {
            let code = at.short();
            if let Some(check) = at.check() {
                check(value, &mut Found(&mut Findings { walk: self, code, keys }));
            }
        }
    }

    /// Reports the one rule that is broken, if one is.
    #[inline(always)]
    pub(super) fn verdicts(&mut self, at: &mut Cursor<P>, value: View) {
        if at.byte() != 0 {
            self.look(at, value);
        }
    }

    #[cfg_attr(speed, optimize(speed))]
    fn look(&mut self, at: &mut Cursor<P>, value: View) {
        let (position, key, look) = (at.byte(), at.short(), at.look());
        let count = at.byte();
        let mut codes = *at;
        at.skip(count << 1);
        let mut params = Params::default();
        let Some(broken) = look.and_then(|look| look(value, &mut params)) else { return };
        if broken >= count as usize {
            return;
        }
        codes.skip((broken as u32) << 1);
        match position {
            NO_POSITION => self.issue(codes.short(), &params),
            _ => self.issue_at(position, At::Name(key), codes.short(), &params),
        }
    }
}

/// Where the findings of a rule go.
struct Findings<'w, 'a, P> {
    walk: &'w mut Walk<'a, P>,
    code: u32,
    keys: Option<Keys<P>>,
}

impl<P: Packed> Sink for Findings<'_, '_, P> {
    fn take(&mut self, path: &[Step], params: &Params) {
        let mut below = Vec::with_capacity(path.len());
        for (depth, step) in path.iter().enumerate() {
            let order = match step {
                Step::Index(index) => *index as u32,
                Step::Key(key) if depth == 0 => self
                    .keys
                    .and_then(|keys| keys.find(key.as_bytes(), &mut 0))
                    .map_or(0, |key| key.position),
                Step::Key(_) => u32::MAX, // after the issues of the keys themselves
            };
            below.push((order, step));
        }
        self.walk.issue_below(self.code, &below, params);
    }
}

/// The string, if it is one in Unicode: JSON can also carry half a character.
#[inline(always)]
pub(super) fn whole_text<'v, P: Packed>(
    walk: &mut Walk<P>,
    value: View<'v>,
) -> Option<Cow<'v, str>> {
    let text = value.as_text();
    if text.is_none() {
        walk.issue(const { error(&codes::LONE_SURROGATE) }, &Params::default());
    }
    text
}
