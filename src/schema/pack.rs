//! Descriptions as bytes.
//!
//! The host writes them from the constants in `crate::api` (`crate::packer`); here they are
//! read in place. A node begins with its [`Tag`]; what follows is in the table. Numbers are little
//! endian, a *node* is the place of one (16 bits), a *name* the place of a string in [`Pack::text`]
//! (16 bits), where its length stands before it. A *code* is twice the number of a `Code`, and one
//! more for a warning (16 bits). A *limit* is four times its value, and 2 if there is one, and 1 for
//! a warning (16 bits).
//!
//! | tag | what follows |
//! |---|---|
//! | `Text` | whether the empty string counts as absent (8 bits); limits: least and greatest length; number of rules (8), each a code and a place in `holds` (8); *verdicts* |
//! | `Number` | 1 for whole numbers, 2 and 4 if there is a least and a greatest, 8 and 16 if these only warn (8); both (32 each) |
//! | `Choice` | whether case counts for nothing (8); the code of a value that is not listed; number of values (16), each twice its name, and 1 for one that is not sure (16); rules as of `Text` |
//! | `List`, `OneOrMany` | node of the items; limits: fewest and most; *rules* |
//! | `Object` | whether other keys pass (8); number of keys (8), each a name with its place in a request in the upper 3 bits, and its node with 0x8000 if it is required; number of ways to fill it (8), each: the code if none is begun or 0xffff, the code if two are, the keys that may stand beside (16, a bit each), number (8) of sets of keys (16 each); number of groups with rules (8), each *rules* and *verdicts* |
//! | `Tagged` | position of the deciding key (8), its name; node of the object for an unknown value; number of variants (8), each the name of its value and the node of its object |
//! | `Map` | node of the values; 1 if keys have a rule (8), its code and place in `holds` (8) |
//! | `Nullable`, `Encoded` | node |
//! | `Either` | number (8) of nodes |
//! | `Unless` | node; names of the other key and of its plain value; number (8) of names of how its coded values begin |
//! | `File` | number of kinds (8), each: name, most bytes (32), number of types (8) and of extensions (8), their names |
//!
//! *rules*: number (8), each a code and a place in `checks` (8). *verdicts*: 0, or 1, then the
//! position of the key or 255 (8), its name, the place in `looks` (8), number (8) of codes.
//!
//! Nothing here can fail: a place that is not there reads as 0, and whatever loops or recurses is
//! bounded by a count or by the value that is checked. So a damaged pack gives wrong answers at the
//! worst.

use super::found::Found;
use super::kind::Kind;
use super::params::Params;
use super::scan::same;
use super::steps::count;
use super::view::View;

/// Whether a string keeps a rule.
pub type Holds = fn(&str, &mut Params) -> bool;
/// What a rule over several values finds.
pub type Check = fn(View, &mut Found);
/// Which rule of several a value breaks.
pub type Look = fn(View, &mut Params) -> Option<usize>;

/// Descriptions as bytes, and the functions of their rules beside them.
#[derive(Clone, Copy, Debug)]
pub struct Pack {
    /// The nodes.
    pub bytes: &'static [u8],
    /// The strings, each behind its length.
    pub text: &'static str,
    /// The nodes that descriptions begin with.
    pub roots: &'static [u16],
    /// The rules about strings.
    pub holds: &'static [Holds],
    /// The rules about several values.
    pub checks: &'static [Check],
    /// The rules of which one at most is broken.
    pub looks: &'static [Look],
}

/// Where a pack is: a type without size for the one that is shipped, so that its bytes are known
/// to the compiler.
pub trait Packed: Copy {
    /// The tags that its nodes have, a bit each: what none has is not compiled.
    const TAGS: u32 = u32::MAX;

    /// The pack.
    fn pack(self) -> &'static Pack;
}

impl Packed for &'static Pack {
    fn pack(self) -> &'static Pack {
        self
    }
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
#[allow(missing_docs, reason = "as the variants of `Shape`")]
pub enum Tag {
    Any,
    Boolean,
    Time,
    Text,
    Number,
    Choice,
    List,
    OneOrMany,
    Object,
    Tagged,
    Map,
    Nullable,
    Encoded,
    Either,
    Unless,
    File,
}

impl Tag {
    /// Whether nodes of the pack have this tag.
    pub(super) const fn is_in<P: Packed>(self) -> bool {
        P::TAGS >> self as u32 & 1 != 0
    }

    /// Whether a node is about values of this type itself, and not a shape around the one that is.
    #[inline(always)]
    fn fits(self, kind: Kind) -> bool {
        const fn bits(kinds: &[Kind]) -> u8 {
            match kinds {
                [kind, others @ ..] => 1 << *kind as u8 | bits(others),
                [] => 0,
            }
        }
        let kinds = match self {
            Tag::Any => const { bits(&Kind::ALL) },
            Tag::Boolean => const { bits(&[Kind::Boolean]) },
            Tag::Text | Tag::Choice | Tag::Time => const { bits(&[Kind::Text]) },
            Tag::Number => const { bits(&[Kind::Number]) },
            Tag::List | Tag::OneOrMany => const { bits(&[Kind::List]) },
            Tag::Object | Tag::Tagged | Tag::Map | Tag::File => const { bits(&[Kind::Object]) },
            Tag::Nullable => const { bits(&[Kind::Null]) },
            Tag::Unless => const { bits(&[Kind::Text, Kind::Null]) },
            Tag::Encoded | Tag::Either => 0,
        };
        kinds >> kind as u8 & 1 != 0
    }

    const ALL: [Tag; 16] = [
        Tag::Any,
        Tag::Boolean,
        Tag::Time,
        Tag::Text,
        Tag::Number,
        Tag::Choice,
        Tag::List,
        Tag::OneOrMany,
        Tag::Object,
        Tag::Tagged,
        Tag::Map,
        Tag::Nullable,
        Tag::Encoded,
        Tag::Either,
        Tag::Unless,
        Tag::File,
    ];
}

/// A code that is not there.
pub(crate) const NO_CODE: u32 = 0xffff;
/// A position that is not there.
pub(crate) const NO_POSITION: u32 = 0xff;
/// The bits of a key's name, below those of its place in a request.
pub(crate) const NAME_BITS: u32 = 13;
/// The bit of a key's node that says that the key is required.
pub(crate) const REQUIRED: u32 = 0x8000;

/// A place in the bytes of a pack. Reading moves it.
#[derive(Clone, Copy)]
pub(super) struct Cursor<P> {
    pack: P,
    at: u32,
}

impl<P: Packed> Cursor<P> {
    #[inline(always)]
    pub(super) fn new(pack: P, at: u32) -> Self {
        Cursor { pack, at }
    }

    /// A description, by its place among the roots. One that is not there takes anything.
    pub(super) fn root(pack: P, number: usize) -> Self {
        let nowhere = pack.pack().bytes.len() as u32;
        Cursor { pack, at: pack.pack().roots.get(number).map_or(nowhere, |node| (*node).into()) }
    }

    /// Another place of the same pack.
    #[inline(always)]
    pub(super) fn to(self, at: u32) -> Self {
        Cursor { at, ..self }
    }

    #[inline(always)]
    pub(super) fn pack(self) -> &'static Pack {
        self.pack.pack()
    }

    #[inline(always)]
    pub(super) fn at(self) -> u32 {
        self.at
    }

    #[inline(always)]
    pub(super) fn skip(&mut self, bytes: u32) {
        self.at = self.at.wrapping_add(bytes);
    }

    #[inline(always)]
    pub(super) fn byte(&mut self) -> u32 {
        count(1);
        let byte = self.pack().bytes.get(self.at as usize).copied().unwrap_or_default();
        self.skip(1);
        byte.into()
    }

    #[inline(always)]
    pub(super) fn short(&mut self) -> u32 {
        count(2);
        let at = self.at as usize;
        let short = match self.pack().bytes.get(at..at.wrapping_add(2)) {
            Some([low, high]) => u16::from_le_bytes([*low, *high]),
            _ => 0,
        };
        self.skip(2);
        short.into()
    }

    #[inline(always)]
    pub(super) fn long(&mut self) -> u32 {
        self.short() | self.short() << 16
    }

    #[inline(always)]
    pub(super) fn tag(&mut self) -> Tag {
        Tag::ALL.get(self.byte() as usize).copied().unwrap_or(Tag::Any)
    }

    /// A node, as a place of its own.
    #[inline(always)]
    pub(super) fn node(&mut self) -> Self {
        let at = self.short();
        self.to(at)
    }

    /// A name.
    pub(super) fn name(&mut self) -> &'static str {
        let at = self.short();
        self.text(at)
    }

    /// The bytes of the string at a place.
    #[inline(always)]
    fn string(self, at: u32) -> &'static [u8] {
        let (text, at) = (self.pack().text.as_bytes(), at as usize);
        let length = text.get(at).copied().unwrap_or_default() as usize;
        text.get(at.wrapping_add(1)..at.wrapping_add(1).wrapping_add(length)).unwrap_or_default()
    }

    /// Whether the string at a place is this one.
    #[inline(always)]
    pub(super) fn is(self, at: u32, text: &[u8]) -> bool {
        let length = self.pack().text.as_bytes().get(at as usize).copied().unwrap_or_default();
        // Told first: most differ in it.
        usize::from(length) == text.len() && same(self.string(at), text)
    }

    /// The string at a place.
    pub(super) fn text(self, at: u32) -> &'static str {
        let (text, at) = (self.pack().text, at as usize);
        let length = text.as_bytes().get(at).copied().unwrap_or_default() as usize;
        text.get(at.wrapping_add(1)..at.wrapping_add(1).wrapping_add(length)).unwrap_or_default()
    }

    pub(super) fn holds(&mut self) -> Option<Holds> {
        let at = self.byte() as usize;
        self.pack().holds.get(at).copied()
    }

    pub(super) fn check(&mut self) -> Option<Check> {
        let at = self.byte() as usize;
        self.pack().checks.get(at).copied()
    }

    pub(super) fn look(&mut self) -> Option<Look> {
        let at = self.byte() as usize;
        self.pack().looks.get(at).copied()
    }
}

/// Shapes that stand around one another are not more than this.
const MOST_AROUND: u32 = 8;

/// The node that a value of this type is checked against, if the type fits: what it is, and the
/// place behind its tag.
#[cfg_attr(target_feature = "simd128", inline(always))]
pub(super) fn resolve<P: Packed>(node: Cursor<P>, kind: Kind) -> Option<(Tag, Cursor<P>)> {
    // Most fit at once.
    if cfg!(target_feature = "simd128") {
        let mut at = node;
        let tag = at.tag();
        if tag.fits(kind) {
            return Some((tag, at));
        }
    }
    resolve_in(node, kind, false)
}

/// `chosen`: the node is one of several. None of those is several again.
#[cfg_attr(speed, optimize(speed))]
fn resolve_in<P: Packed>(node: Cursor<P>, kind: Kind, chosen: bool) -> Option<(Tag, Cursor<P>)> {
    let mut at = node;
    for _ in 0..MOST_AROUND {
        let tag = at.tag();
        if tag.fits(kind) {
            return Some((tag, at));
        }
        match tag {
            Tag::Nullable | Tag::Encoded | Tag::Unless | Tag::OneOrMany => at = at.node(),
            Tag::Either if !chosen => {
                return (0..at.byte()).find_map(|_| resolve_in(at.node(), kind, true));
            }
            _ => break,
        }
    }
    None
}

/// The keys of an object.
#[derive(Clone, Copy)]
pub(super) struct Keys<P> {
    count: u32,
    first: Cursor<P>,
}

/// A key, as far as a walk needs it.
pub(super) struct Key<P> {
    /// Its place in the description.
    pub(super) position: u32,
    pub(super) required: bool,
    pub(super) node: Cursor<P>,
}

/// The bytes that a key takes.
const KEY: u32 = 4;

impl<P: Packed> Keys<P> {
    /// The keys that stand at a place, which is then behind them.
    #[inline(always)]
    pub(super) fn read(at: &mut Cursor<P>) -> Self {
        let count = at.byte();
        let keys = Keys { count, first: *at };
        at.skip(KEY.wrapping_mul(count));
        keys
    }

    pub(super) fn none(at: Cursor<P>) -> Self {
        Keys { count: 0, first: at }
    }

    pub(super) fn count(self) -> u32 {
        self.count
    }

    #[inline(always)]
    fn at(self, position: u32) -> Cursor<P> {
        self.first.to(self.first.at().wrapping_add(KEY.wrapping_mul(position)))
    }

    /// The name of a key, as a place among the strings.
    #[inline(always)]
    pub(super) fn name(self, position: u32) -> u32 {
        self.at(position).short() & ((1 << NAME_BITS) - 1)
    }

    pub(super) fn text(self, position: u32) -> &'static str {
        self.first.text(self.name(position))
    }

    /// Where a request carries the key: as `Place` counts.
    pub(super) fn place(self, position: u32) -> u32 {
        self.at(position).short() >> NAME_BITS
    }

    #[inline(always)]
    pub(super) fn key(self, position: u32) -> Key<P> {
        let mut at = self.at(position);
        at.skip(2);
        let node = at.short();
        Key { position, required: node & REQUIRED != 0, node: at.to(node & (REQUIRED - 1)) }
    }

    /// The key of this name. It is looked for from `expected` on, which is then behind it: most
    /// objects have their keys in the order of the description.
    #[cfg_attr(speed, optimize(speed))]
    pub(super) fn find(self, name: &[u8], expected: &mut u32) -> Option<Key<P>> {
        let mut position = *expected;
        for _ in 0..self.count {
            if position >= self.count {
                position = 0;
            }
            if self.first.is(self.name(position), name) {
                *expected = position.wrapping_add(1);
                return Some(self.key(position));
            }
            position = position.wrapping_add(1);
        }
        None
    }

    /// The key that a name in a JSON text is.
    #[inline(always)]
    pub(super) fn of(self, name: View, expected: &mut u32) -> Option<Key<P>> {
        if cfg!(target_feature = "simd128")
            && let Some(plain) = name.plain()
            && *expected < self.count
            && self.first.is(self.name(*expected), plain)
        {
            let position = *expected;
            *expected = position.wrapping_add(1);
            return Some(self.key(position));
        }
        match name.plain() {
            Some(plain) => self.find(plain, expected),
            None => self.find(name.as_text()?.as_bytes(), expected),
        }
    }
}

/// The keys of the object that a description is, each with the place where a request carries it: as
/// [`super::Place`] counts. None where it is anything else.
pub fn keys_in<P: Packed>(pack: P, root: usize) -> impl Iterator<Item = (&'static str, u32)> {
    let mut at = Cursor::root(pack, root);
    let object = at.tag() == Tag::Object;
    at.skip(1);
    let keys = if object { Keys::read(&mut at) } else { Keys::none(at) };
    (0..keys.count()).map(move |position| (keys.text(position), keys.place(position)))
}
