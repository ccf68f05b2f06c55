"""Writes src/phone/tables.rs: everything about the numbering plan but the patterns."""

from collections import Counter

from plan import VERSION

# Bits in `LENGTHS_OF`, beside the place of the lengths.
ZERO, TRUNK_ZERO = 1 << 6, 1 << 7

# The least length that has a bit: no fixed line or mobile has a shorter number.
SHORTEST = 3

HEAD = """\
//! The world's calling codes: written by `npm run phone -- generate`, not by hand.
//!
//! Made from the metadata of Google's libphonenumber {version} (Apache-2.0, see NOTICE) and
//! changed: what is not needed here is left out, and the rest is packed.

/// The version of the metadata.
pub const VERSION: &str = "{version}";

/// The least length that has a bit in [`LENGTHS`].
pub const SHORTEST: usize = {shortest};

/// How many trees in `patterns.bin` are no leaves.
pub const NODES: usize = {nodes};

/// How many trees in `formats.bin` are no leaves.
pub const FORMAT_NODES: usize = {format_nodes};

/// In [`LENGTHS_OF`]: numbers can start with 0.
pub const ZERO: u8 = {zero};

/// In [`LENGTHS_OF`]: 0 is dialled before national numbers.
pub const TRUNK_ZERO: u8 = {trunk_zero};

"""


def length_bits(lengths):
    bits = 0
    for length in lengths:
        if not SHORTEST <= length < SHORTEST + 15:
            raise ValueError(f"no bit for numbers of {length} digits")
        bits |= 1 << (length - SHORTEST)
    return bits


def tables(codes, nodes, format_nodes):
    """The text of the file; `nodes` is the number of trees in the patterns that are no leaves,
    `format_nodes` of those in the formats."""
    bits = [length_bits(code.lengths) for code in codes]
    # The most frequent first: small numbers repeat more, and so compress better.
    kinds = [kind for kind, _ in Counter(bits).most_common()]
    places = [kinds.index(kind) | code.has_zeros * ZERO | ("0" in code.trunks) * TRUNK_ZERO for kind, code in zip(bits, codes)]
    trunks = [(code.number, trunk) for code in codes for trunk in code.trunks if trunk != "0"]
    if len(kinds) > ZERO:
        raise ValueError(f"no bits beside the places of {len(kinds)} lengths")
    return (
        HEAD.format(version=VERSION, shortest=SHORTEST, nodes=nodes, format_nodes=format_nodes, zero=ZERO, trunk_zero=TRUNK_ZERO)
        + constant("The calling codes, a bit each: those below 64 in the first number, and so on.", "CODES", "[u64; 16]", numbers(bitmap(codes)))
        + constant(
            "Which of `LENGTHS` each calling code has, and the bits [`ZERO`] and [`TRUNK_ZERO`].",
            "LENGTHS_OF",
            f"[u8; {len(codes)}]",
            numbers(places),
        )
        + constant(
            "The lengths that a fixed line or a mobile can have, a bit each.",
            "LENGTHS",
            f"[u16; {len(kinds)}]",
            numbers(kinds),
        )
        + constant(
            "What is dialled before national numbers besides 0, the longest first.",
            "TRUNK",
            f"[(u16, &str); {len(trunks)}]",
            "[" + ", ".join(f'({number}, "{trunk}")' for number, trunk in trunks) + "]",
        )
        + constant(
            "The letters of the countries of each calling code, the main one first, and a line end.",
            "COUNTRIES",
            "&str",
            '"\\\n' + "".join(f"{''.join(code.countries)}\\n\\\n" for code in codes) + '"',
        )
    )


def bitmap(codes):
    found = [0] * 16
    for code in codes:
        found[code.number // 64] |= 1 << code.number % 64
    return found


def numbers(values):
    return "[" + ", ".join(map(str, values)) + "]"


def constant(doc, name, kind, value):
    return f"/// {doc}\npub static {name}: {kind} = {value};\n"
