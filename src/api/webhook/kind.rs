//! One kind of event of a channel.

use crate::schema::{Group, Variant, variant};

/// A kind of event: unknown keys pass.
pub(super) const fn kind(
    value: &'static str,
    name: &'static str,
    groups: &'static [&'static Group],
    text: &'static str,
) -> Variant {
    let mut kind = variant(value, name, groups, text);
    kind.object.open = true;
    kind
}
