//! What an object must be.

use super::codes;
use super::kind::Kind;
use super::nearest::nearest;
use super::pack::{Cursor, Key, Keys, NO_CODE, Packed};
use super::params::Params;
use super::report::{self, error};
use super::source::Severity::Warning;
use super::view::View;
use super::walk::{At, Walk};
use super::walk_leaf::{Listed, unlisted};

/// Unknown keys come after all that is known.
const AFTER_KEYS: u32 = 10_000;

impl<'a, P: Packed> Walk<'a, P> {
    /// An object whose keys depend on the value of one of them.
    #[cfg_attr(speed, optimize(speed))]
    pub(super) fn tagged(&mut self, mut at: Cursor<P>, value: View<'a>) {
        let position = at.byte();
        let tag = at.name();
        let unknown = at.node();
        let count = at.byte();
        let variants = Listed { first: at, count, width: 4, shift: 0 };
        let mut found = None;
        for (name, value) in value.pieces() {
            if name.is(tag) {
                found = Some((name, value));
            }
        }
        let Some((name, given)) = found else { return self.object(unknown, value) };
        let text = given.as_text();
        if let Some(text) = &text {
            for _ in 0..count {
                let (known, object) = (at.short(), at.node());
                if at.is(known, text.as_bytes()) {
                    return self.object(object, value);
                }
            }
        }
        let (code, params) = match text {
            Some(text) => (const { error(&codes::UNKNOWN_VALUE) }, unlisted(&text, variants)),
            None if given.kind() == Kind::Text => {
                (const { error(&codes::LONE_SURROGATE) }, Params::default())
            }
            None => {
                let params = Params::default().with("expected", vec![Kind::Text.as_str()]);
                (const { error(&codes::TYPE) }, params.with("actual", given.kind().as_str()))
            }
        };
        self.issue_at(position, At::Key(name.place()), code, &params);
        self.object(unknown, value);
    }

    #[cfg_attr(speed, optimize(speed))]
    pub(super) fn object(&mut self, mut at: Cursor<P>, value: View<'a>) {
        let open = at.byte() != 0;
        let keys = Keys::read(&mut at);
        let (mut seen, mut present, mut expected, mut unknown) = (0, 0, 0, false);
        for (name, value) in value.pieces() {
            let Some(Key { position, required, node }) = keys.of(name, &mut expected) else {
                unknown = true;
                continue;
            };
            let step = At::Key(name.place());
            self.optional = !required;
            let absent = self.below(position, step, node, value);
            let bit = bit(position);
            if seen & bit != 0 {
                let mut params = Params::default();
                params.set_json("key", name.json());
                self.issue_at(position, step, const { error(&codes::DUPLICATE_KEY) }, &params);
            }
            seen |= bit;
            if !absent {
                present |= bit;
            }
        }
        let others = self.missing(keys, present, seen, &mut at);
        if unknown && !open {
            self.unknown(keys, seen | others, value);
        }
        for _ in 0..at.byte() {
            self.rules(&mut at, value, Some(keys));
            self.verdicts(&mut at, value);
        }
    }

    /// Reports the keys that are not known. Only what was meant for another and is lost blocks:
    /// Interakt takes keys of one's own. `told`: the keys that cannot have been meant, those that are
    /// there and those that could not stand beside them.
    fn unknown(&mut self, keys: Keys<P>, told: u64, value: View<'a>) {
        let mut order = AFTER_KEYS;
        for (name, _) in value.pieces() {
            if keys.of(name, &mut 0).is_some() {
                continue;
            }
            let mut code = const { report::code(&codes::UNKNOWN_KEY, Warning) };
            let mut params = Params::default();
            params.set_json("key", name.json());
            let absent = (0..keys.count()).filter(|position| told & bit(*position) == 0);
            let mut absent = absent.map(|position| keys.text(position));
            if let Some(meant) = name.as_text().and_then(|name| nearest(&name, &mut absent)) {
                params.set("suggestion", meant);
                code = const { error(&codes::UNKNOWN_KEY) };
            }
            self.issue_at(order, At::Key(name.place()), code, &params);
            order = order.saturating_add(1);
        }
    }

    /// Reports the keys that are not there, or there with an empty string that counts as absent.
    fn lacks(&mut self, keys: Keys<P>, lacking: u64, seen: u64) {
        for position in 0..keys.count() {
            if lacking & bit(position) != 0 {
                let (mut code, mut params) = (const { error(&codes::EMPTY) }, Params::default());
                if seen & bit(position) == 0 {
                    params.set("key", keys.text(position));
                    code = const { error(&codes::MISSING_KEY) };
                }
                self.issue_at(position, At::Name(keys.name(position)), code, &params);
            }
        }
    }

    /// The keys of other ways than the one that is begun.
    #[cfg_attr(speed, optimize(speed))]
    fn missing(&mut self, keys: Keys<P>, present: u64, seen: u64, at: &mut Cursor<P>) -> u64 {
        let (mut lacking, mut others) = (0, 0);
        for position in 0..keys.count() {
            if keys.key(position).required {
                lacking |= bit(position) & !present;
            }
        }
        for _ in 0..at.byte() {
            let (first, other) = self.ways(keys, present, seen, at);
            lacking |= first & !present;
            others |= other;
        }
        if lacking != 0 {
            self.lacks(keys, lacking, seen);
        }
        others
    }

    /// The keys of the way that is begun, if it is the only one, and those that then cannot be there.
    fn ways(&mut self, keys: Keys<P>, present: u64, seen: u64, at: &mut Cursor<P>) -> (u64, u64) {
        let (missing, both, beside) = (at.short(), at.short(), u64::from(at.short()));
        let (mut begun, mut first, mut tried, mut last, mut all) = (0u32, 0, 0u32, 0, 0);
        for _ in 0..at.byte() {
            let way = u64::from(at.short());
            // A way counts as begun by its own keys, not by those that may stand beside.
            let own = way & !beside;
            all |= own;
            if own & seen != 0 {
                tried = tried.wrapping_add(1);
                last = way;
            }
            if own & present == 0 {
                continue;
            }
            begun = begun.wrapping_add(1);
            match begun {
                1 => first = way,
                2 => self.both(keys, [way, first], present, both),
                _ => {}
            }
        }
        match begun {
            // Empty strings alone begin a way where nothing begins another.
            0 if tried == 1 && beside & present == 0 => (last, all & !last),
            0 => {
                if missing != NO_CODE && beside & present == 0 {
                    self.issue(missing, &Params::default());
                }
                (0, 0)
            }
            1 => (first, all & !first),
            _ => (0, all & !first),
        }
    }

    /// Reports two ways that are begun, at a key of the one to drop: that which lacks something.
    fn both(&mut self, keys: Keys<P>, [second, first]: [u64; 2], present: u64, code: u32) {
        let mut drop = second;
        if second & !present == 0 && first & !present != 0 {
            drop = first;
        }
        let position = (drop & present).trailing_zeros();
        let mut params = Params::default();
        if drop & !present != 0 {
            params.set("drop", keys.text(position));
        }
        self.issue_at(position, At::Name(keys.name(position)), code, &params);
    }
}

/// The mark of a key among those seen. No input has more keys than marks: the packer sees to it.
#[inline(always)]
fn bit(position: u32) -> u64 {
    1u64.checked_shl(position).unwrap_or_default()
}
