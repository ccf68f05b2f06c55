"""Writes src/phone/patterns.bin: for each calling code the trees of its numbers, packed.

Trees are written digit by digit. At each depth there is a list of the trees that stood there
before, the last one first: for the most part a digit leads to one of them, and often to that
of the digit before. Anything else is new and follows in place.
"""

from coder import Encoder
from trees import Leaf, agrees, trees, uniform

# How many of the trees that stood there before are looked at.
RECENT = 8
# Lengths that no number has: a place among the countries of a calling code is written in
# their place, bit by bit.
PLACE_LENGTHS = range(13, 18)

# The questions, in the order of src/phone/patterns.rs.
KNOWN, MOBILE, PLACE = range(3)


def is_known(verdict):
    return int(verdict.known)


def is_mobile(verdict):
    return int(verdict.mobile)


def place(verdict):
    """Of its region; the main one's where the number tells none."""
    return (verdict.region or 0) if verdict.known else 0


def sure_place(verdict):
    """Only where Google's library gives a region."""
    return verdict.region if verdict.known else None


def patterns(codes):
    """The bytes of the file, and how many trees it holds that are no leaves."""
    writer = Writer()
    for code in codes:
        if not code.lengths:
            continue
        known, mobile, places, sure = trees(code, (is_known, is_mobile, place, sure_place))
        writer.root(KNOWN, code.lengths, known)
        writer.root(MOBILE, code.lengths, mobile)
        if len(code.regions) > 1:
            places = uniform(places)
            if not agrees(places, sure):
                raise ValueError(f"+{code.number}: the country depends on more than a prefix")
            writer.root(PLACE, PLACE_LENGTHS, as_lengths(places))
    return writer.encoder.bytes(), writer.nodes


# What stood before the first digit of a tree: no kind, no rank.
BEGIN = (3, 3)
# The rank of a tree that is new.
NEW = 2


class Writer:
    def __init__(self):
        self.encoder = Encoder()
        self.nodes = 0

    def root(self, question, lengths, tree):
        self.question, self.lengths, self.lists = question, lengths, {}
        self.tree(tree, 0, BEGIN)

    def tree(self, tree, depth, before):
        """Writes a tree; `before` and what is returned are kind and rank of a tree."""
        recent = self.lists.setdefault(depth, [self.nothing(depth)])
        kind, rank = before
        for index, known in enumerate(recent[:RECENT]):
            context = ("rank", self.question, min(index, 2), kind_of(known), kind, rank, min(depth, 5))
            self.encoder.bit(context, int(known == tree))
            if known == tree:
                recent.insert(0, recent.pop(index))
                return kind_of(tree), min(index, 2)
        is_node = not isinstance(tree, Leaf)
        self.encoder.bit(("new", self.question, kind, min(depth, 5)), int(is_node))
        if is_node:
            self.nodes += 1
            last = BEGIN
            for below in tree:
                last = self.tree(below, depth + 1, last)
        else:
            for _, answer in tree:
                self.encoder.bit(("answer", self.question), answer)
        recent.insert(0, tree)
        return kind_of(tree), NEW

    def nothing(self, depth):
        return Leaf((length, 0) for length in self.lengths if length >= depth)


def as_lengths(tree):
    """A tree of places with a bit for each of `PLACE_LENGTHS` in place of a place."""
    if not isinstance(tree, Leaf):
        return tuple(map(as_lengths, tree))
    place = tree[0][1]
    return Leaf((length, place >> bit & 1) for bit, length in enumerate(PLACE_LENGTHS))


def kind_of(tree):
    """0: no number, 1: some, 2: it depends on the digits that follow."""
    if not isinstance(tree, Leaf):
        return 2
    return int(any(answer for _, answer in tree))
