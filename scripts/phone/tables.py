"""Writes src/phone/tables.rs: everything about the numbering plan but the patterns."""

from collections import Counter

from plan import VERSION

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

"""


def length_bits(lengths):
    bits = 0
    for length in lengths:
        if not SHORTEST <= length < SHORTEST + 15:
            raise ValueError(f"no bit for numbers of {length} digits")
        bits |= 1 << (length - SHORTEST)
    return bits


def tables(codes, nodes):
    """The text of the file; `nodes` is the number of trees in the patterns that are no leaves."""
    bits = [length_bits(code.lengths) for code in codes]
    # The most frequent first: small numbers repeat more, and so compress better.
    kinds = [kind for kind, _ in Counter(bits).most_common()]
    zeros = [code.number for code in codes if code.has_zeros]
    trunks = [(code.number, code.trunk) for code in codes if code.trunk not in ("", "0")]
    return (
        HEAD.format(version=VERSION, shortest=SHORTEST, nodes=nodes)
        + constant("The calling codes, a bit each: those below 64 in the first number, and so on.", "CODES", "[u64; 16]", numbers(bitmap(codes)))
        + constant(
            "Which of `LENGTHS` each calling code has.",
            "LENGTHS_OF",
            f"[u8; {len(codes)}]",
            numbers(map(kinds.index, bits)),
        )
        + constant(
            "The lengths that a fixed line or a mobile can have, a bit each.",
            "LENGTHS",
            f"[u16; {len(kinds)}]",
            numbers(kinds),
        )
        + constant(
            "The calling codes under which numbers can start with 0.",
            "ZERO",
            f"[u16; {len(zeros)}]",
            numbers(zeros),
        )
        + constant(
            "What is dialled before a national number, where that is not 0.",
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
