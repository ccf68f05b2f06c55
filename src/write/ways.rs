//! What the ways of [`Forms`] come to, one by one.

use crate::schema::{Forms, Group, Shape, Text};

/// One way to fill a group.
#[derive(Debug, PartialEq)]
pub struct Way {
    /// The keys that must be there.
    pub needed: Vec<&'static str>,
    /// The keys that must not be there. Any other key of the group may be.
    pub banned: Vec<&'static str>,
}

/// Every way that is allowed, filling the group not at all among them where that is.
pub fn ways(forms: &Forms) -> Vec<Way> {
    let counts = |key: &&'static str| !forms.beside.contains(key);
    let counting: Vec<&'static str> = forms.ways.concat().into_iter().filter(counts).collect();
    let begun = forms.ways.iter().filter(|way| way.iter().any(counts));
    let mut ways: Vec<Way> = begun
        .map(|way| Way {
            needed: way.to_vec(),
            banned: counting.iter().copied().filter(|key| !way.contains(key)).collect(),
        })
        .collect();
    if forms.missing.is_none() {
        ways.push(Way { needed: Vec::new(), banned: counting });
    } else {
        let alone = forms.beside.iter();
        ways.extend(alone.map(|key| Way { needed: vec![*key], banned: counting.clone() }));
    }
    ways
}

/// The text that counts as absent when it is empty.
pub fn emptiable(shape: &Shape) -> Option<&'static Text> {
    match shape {
        Shape::Text(text) if text.empty_is_absent => Some(text),
        Shape::Nullable(inner) => emptiable(inner),
        _ => None,
    }
}

/// The keys of a group's ways that are missed where they are empty.
pub fn missed_when_empty(group: &Group) -> impl Iterator<Item = &'static str> {
    let ways = group.forms.iter().flat_map(|forms| forms.ways.concat());
    ways.filter(|key| {
        let beside = group.forms.is_some_and(|forms| forms.beside.contains(key));
        let empty = |name: &str, shape: &Shape| name == *key && emptiable(shape).is_some();
        !beside && group.fields.iter().any(|field| empty(field.name, &field.shape))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Code, Source};

    static CODE: Code = Code { id: "sample.code", message: "" };

    static WAYS: &[&[&str]] = &[&["user"], &["full"], &["code", "number"]];

    fn forms(beside: &'static [&'static str], missing: Option<&'static Code>) -> Forms {
        Forms {
            name: crate::schema::doc(""),
            ways: WAYS,
            beside,
            missing,
            both: &CODE,
            source: Source::Documented,
        }
    }

    fn way(needed: &[&'static str], banned: &[&'static str]) -> Way {
        Way { needed: needed.to_vec(), banned: banned.to_vec() }
    }

    #[test]
    fn each_way_bans_the_keys_of_the_others() {
        let expected = [
            way(&["user"], &["full", "code", "number"]),
            way(&["full"], &["user", "code", "number"]),
            way(&["code", "number"], &["user", "full"]),
        ];
        assert_eq!(ways(&forms(&[], Some(&CODE))), expected);
    }

    #[test]
    fn a_key_that_may_stand_beside_is_banned_nowhere_and_enough_alone() {
        let expected = [
            way(&["full"], &["code", "number"]),
            way(&["code", "number"], &["full"]),
            way(&["user"], &["full", "code", "number"]),
        ];
        assert_eq!(ways(&forms(&["user"], Some(&CODE))), expected);
    }

    #[test]
    fn nothing_is_a_way_too_where_nothing_is_missed() {
        let last = ways(&forms(&[], None)).pop().unwrap();
        assert_eq!(last, way(&[], &["user", "full", "code", "number"]));
    }
}
