//! The keys that an object may have.

use super::nearest::nearest;
use super::shape::{Group, Object, Shape, Tagged};

/// The keys of an object, those of its variant included.
pub(super) struct Keys {
    pub(super) groups: Vec<&'static Group>,
    /// In the order of the description; the key that decides comes after the common ones.
    pub(super) list: Vec<Key>,
    /// Other keys pass.
    pub(super) open: bool,
    /// The tag names a variant, or there is none to name.
    pub(super) known: bool,
}

/// A key, as far as the walk needs it.
#[derive(Clone, Copy)]
pub(super) struct Key {
    /// Its place in the description.
    pub(super) position: u32,
    pub(super) name: &'static str,
    pub(super) required: bool,
    pub(super) shape: Shape,
}

impl Keys {
    pub(super) fn of(object: &'static Object) -> Self {
        let mut keys =
            Keys { groups: Vec::new(), list: Vec::new(), open: object.open, known: true };
        keys.add_groups(object.groups);
        keys
    }

    /// With an unknown tag only the common keys are known and any other passes:
    /// then the tag itself is the issue.
    pub(super) fn of_tagged(tagged: &'static Tagged, tag: Option<&str>) -> Self {
        let mut keys = Keys { groups: Vec::new(), list: Vec::new(), open: true, known: false };
        keys.add_groups(tagged.common);
        // The walk checks the deciding key by itself, before all others.
        keys.add(tagged.tag, true, Shape::Any);
        for variant in tagged.variants {
            if Some(variant.value) == tag {
                keys.open = variant.object.open;
                keys.known = true;
                keys.add_groups(variant.object.groups);
            }
        }
        keys
    }

    fn add_groups(&mut self, groups: &'static [&'static Group]) {
        for group in groups {
            self.groups.push(group);
            for field in group.fields {
                self.add(field.name, field.required, field.shape);
            }
        }
    }

    fn add(&mut self, name: &'static str, required: bool, shape: Shape) {
        self.list.push(Key { position: self.list.len() as u32, name, required, shape });
    }

    pub(super) fn find(&self, name: &str) -> Option<Key> {
        self.list.iter().find(|key| key.name == name).copied()
    }

    /// Where the key stands in the description.
    pub(super) fn position(&self, name: &str) -> u32 {
        self.find(name).map_or(0, |key| key.position)
    }

    /// The key that was most likely meant, among those that are not there.
    pub(super) fn nearest(&self, name: &str, seen: u64) -> Option<&'static str> {
        let absent = self.list.iter().filter(|key| seen & bit(key.position) == 0);
        nearest(name, &mut absent.map(|key| key.name))
    }
}

/// The mark of a key among those seen. No input has more keys than marks: `tests/description.rs` sees to it.
pub(super) fn bit(position: u32) -> u64 {
    1u64.checked_shl(position).unwrap_or_default()
}
