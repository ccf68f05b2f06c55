//! What a single value must be.

use super::codes;
use super::kind::Kind;
use super::nearest::nearest;
use super::pack::{Cursor, Packed, Tag, resolve};
use super::params::Params;
use super::report::{self, error};
use super::source::Severity::Warning;
use super::text::code_points;
use super::view::View;
use super::walk::{Walk, whole_text};

impl<'a, P: Packed> Walk<'a, P> {
    pub(super) fn wrong_type(&mut self, node: Cursor<P>, value: View, optional: bool) {
        let mut expected = Vec::new();
        for kind in Kind::ALL {
            if let Some((tag, _)) = resolve(node, kind) {
                expected.push(if tag == Tag::File { "Blob" } else { kind.as_str() });
            }
        }
        let mut params = Params::default().with("expected", expected);
        let mut code = const { error(&codes::NULL) };
        if value.kind() != Kind::Null || !optional {
            params.set("actual", value.kind().as_str());
            code = const { error(&codes::TYPE) };
        }
        self.issue(code, &params);
    }

    /// Whether there is less than the limit that stands at `at`. `one`: the limit up to which
    /// `empty`, "must not be empty", says it all.
    pub(super) fn least(
        &mut self,
        at: &mut Cursor<P>,
        actual: usize,
        code: u32,
        empty: u32,
        one: usize,
    ) -> bool {
        let limit = at.short();
        let least = (limit >> 2) as usize;
        if limit & 2 == 0 || actual >= least {
            return false;
        }
        if actual > 0 || least > one {
            self.issue(code | limit & 1, &bound(least, actual));
        } else {
            self.issue(empty | limit & 1, &Params::default());
        }
        true
    }

    /// Reports if there is more than the limit that stands at `at`, unless something else is told.
    pub(super) fn most(&mut self, at: &mut Cursor<P>, actual: usize, code: u32, told: bool) {
        let limit = at.short();
        let most = (limit >> 2) as usize;
        if limit & 2 != 0 && actual > most && !told {
            self.issue(code | limit & 1, &bound(most, actual));
        }
    }

    /// Whether the string counts as absent.
    #[cfg_attr(speed, optimize(speed))]
    #[cfg_attr(target_feature = "simd128", inline(never))]
    pub(super) fn text(&mut self, mut at: Cursor<P>, value: View) -> bool {
        let Some(text) = whole_text(self, value) else { return false };
        let text = &*text;
        let empty_is_absent = at.byte() != 0;
        if text.is_empty() && empty_is_absent {
            return true;
        }
        let (mut limits, length) = (at, text.len() as u32);
        let (least, most) = (limits.short(), limits.short());
        // A character has four bytes at the most, so that those of most strings need not be counted.
        if length < least || most & 2 != 0 && length > most >> 2 {
            let actual = code_points(text);
            let (code, empty) = const { (error(&codes::TOO_SHORT), error(&codes::EMPTY)) };
            if self.least(&mut at, actual, code, empty, usize::MAX) {
                return false;
            }
            self.most(&mut at, actual, const { error(&codes::TOO_LONG) }, false);
        }
        let mut at = limits;
        for _ in 0..at.byte() {
            let (code, holds) = (at.short(), at.holds());
            let mut params = Params::default();
            if holds.is_none_or(|holds| holds(text, &mut params)) {
                continue;
            }
            self.issue(code, &params);
            // The next rules build on this one.
            if code & 1 == 0 {
                return false;
            }
        }
        self.verdicts(&mut at, value);
        false
    }

    #[cfg_attr(speed, optimize(speed))]
    pub(super) fn choice(&mut self, mut at: Cursor<P>, value: View) {
        let Some(text) = whole_text(self, value) else { return };
        let text = &*text;
        let ignore_case = at.byte() != 0;
        let code = at.short();
        let count = at.short();
        let listed = Listed { first: at, count, width: 2, shift: 1 };
        if cfg!(feature = "bulk") && !ignore_case && self.is_as_before(listed, text) {
            return;
        }
        for position in 0..count {
            let known = at.short();
            let same = match ignore_case {
                true => at.text(known >> 1).eq_ignore_ascii_case(text),
                false => at.is(known >> 1, text.as_bytes()),
            };
            if same {
                if known & 1 != 0 {
                    let params = Params::default().with("value", at.text(known >> 1));
                    self.issue(const { report::code(&codes::UNCONFIRMED_VALUE, Warning) }, &params);
                } else if count > FEW {
                    self.checker.chosen = position;
                }
                return;
            }
        }
        let params = unlisted(text, listed);
        for _ in 0..at.byte() {
            let (code, holds) = (at.short(), at.holds());
            if holds.is_some_and(|holds| !holds(text, &mut Params::default())) {
                return self.issue(code, &params);
            }
        }
        self.issue(code, &params);
    }

    /// Whether a text is the value that was chosen last of a long list: rows of a file often have the
    /// same. Not told of one that is not sure.
    fn is_as_before(&self, listed: Listed<P>, text: &str) -> bool {
        let position = self.checker.chosen;
        if position >= listed.count {
            return false;
        }
        let known = listed.at(position).short();
        known & 1 == 0 && listed.first.is(known >> 1, text.as_bytes())
    }

    pub(super) fn number(&mut self, mut at: Cursor<P>, value: View) {
        let Some(number) = value.as_number() else {
            return self.issue(const { error(&codes::SYNTAX) }, &Params::default());
        };
        let flags = at.byte();
        let (least, most) = (at.long() as i32, at.long() as i32);
        if flags & 1 != 0 && number.trunc() != number {
            self.issue(const { error(&codes::NOT_INTEGER) }, &Params::default());
        }
        if flags & 2 != 0 && number < least.into() {
            let code = const { error(&codes::TOO_SMALL) } | flags >> 3 & 1;
            self.issue(code, &Params::default().with("limit", least));
        }
        if flags & 4 != 0 && number > most.into() {
            let code = const { error(&codes::TOO_LARGE) } | flags >> 4 & 1;
            self.issue(code, &Params::default().with("limit", most));
        }
    }

    pub(super) fn file(&mut self, node: Cursor<P>, mut at: Cursor<P>, value: View) {
        let Some(size) = value.number("size") else {
            return self.wrong_type(node, value, false);
        };
        if size == 0.0 {
            self.issue(const { error(&codes::FILE_EMPTY) }, &Params::default());
        }
        let mime = value.text("type").unwrap_or_default().to_ascii_lowercase();
        let name = value.text("name").unwrap_or_default().to_ascii_lowercase();
        let (_, extension) = name.rsplit_once('.').unwrap_or_default();
        let (mime, _) = mime.split_once(';').unwrap_or((&mime, ""));
        let mime = mime.trim();
        // What it is counts before what it is called.
        let (mut typed, mut called) = (None, None);
        let mut allowed = Vec::new();
        for _ in 0..at.byte() {
            let kind = (at.name(), at.long());
            let (types, extensions) = (at.byte(), at.byte());
            for _ in 0..types {
                if at.name() == mime {
                    typed = typed.or(Some(kind));
                }
            }
            for _ in 0..extensions {
                let known = at.name();
                if known == extension {
                    called = called.or(Some(kind));
                }
                allowed.push(known);
            }
        }
        match typed.or(called) {
            Some((name, most)) if size > most.into() => {
                let params = bound(most as usize, size as usize).with("kind", name);
                self.issue(const { error(&codes::FILE_TOO_LARGE) }, &params);
            }
            Some(_) => {}
            None => {
                let params = Params::default().with("allowed", allowed);
                self.issue(const { report::code(&codes::FILE_KIND, Warning) }, &params);
            }
        }
    }
}

/// The parameters of a broken bound.
fn bound(limit: usize, actual: usize) -> Params {
    Params::default().with("limit", limit).with("actual", actual)
}

/// Names in a description: so many, each so many bytes behind the one before.
#[derive(Clone, Copy)]
pub(super) struct Listed<P> {
    pub(super) first: Cursor<P>,
    pub(super) count: u32,
    pub(super) width: u32,
    /// The bits below the name.
    pub(super) shift: u32,
}

impl<P: Packed> Listed<P> {
    /// The place of a name.
    fn at(self, position: u32) -> Cursor<P> {
        let mut at = self.first;
        at.skip(self.width.wrapping_mul(position));
        at
    }
}

/// Lists up to this are gone through.
const FEW: u32 = 8;

/// Lists longer than this would drown the message.
const LONGEST_LIST: u32 = 20;

/// What might have been meant by a value that is not listed.
pub(super) fn unlisted<P: Packed>(value: &str, listed: Listed<P>) -> Params {
    let mut params = Params::default();
    let mut names = (0..listed.count).map(|position| {
        let mut at = listed.at(position);
        let name = at.short() >> listed.shift;
        at.text(name)
    });
    if listed.count <= LONGEST_LIST {
        params.set("allowed", names.clone().collect::<Vec<_>>());
    }
    if let Some(meant) = nearest(value, &mut names) {
        params.set("suggestion", meant);
    }
    params
}
