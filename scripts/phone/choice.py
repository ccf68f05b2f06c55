"""Which formats the digits of a number leave, as a tree over them.

The library takes, of the formats that a prefix leaves, the first that has as many digits as the
prefix, or else the first that has more: while one types as well as of whole numbers. Of a tree
that is the rule too, where a leaf holds a set of formats, and a node all that its leaves hold. So
a leaf must hold some formats and must not hold some others; the rest does not matter, nor do all
digits that lead to no number. Trees that do not contradict each other are made one.
"""

from formats import LEAST_DIGITS

# How many of the trees that stood at a depth before are looked at.
RECENT = 8


class Wish(tuple):
    """A leaf as it is wished for: the formats that it must hold, and those that it must not."""


def wish(wanted=(), unwanted=()):
    return Wish((frozenset(wanted), frozenset(unwanted)))


ANYTHING = wish()


class Choice:
    """The tree of a calling code: a frozenset of formats, or a tuple of ten trees."""

    def __init__(self, formats):
        self.formats = formats
        self.known, self.merged = {}, {}
        self.written = {}
        self.tree = self.settle(self.wished(formats.start, 0), 0)

    def wished(self, state, depth):
        asked = (state, depth)
        if asked not in self.known:
            self.known[asked] = self.ask(state, depth)
        return self.known[asked]

    def ask(self, state, depth):
        if not self.formats.leads_on(state, depth):
            return ANYTHING
        wanted, unwanted = own = self.own(state, depth)
        below = [self.wished(after, depth + 1) for after in self.formats.below(state, depth)]
        if not below:
            return own
        leaves = [tree for tree in below if isinstance(tree, Wish)]
        every = wish(wanted.union(*(tree[0] for tree in leaves)), unwanted.union(*(tree[1] for tree in leaves)))
        if len(leaves) == len(below) and not every[0] & every[1]:
            return every
        below = [self.merge(tree, wish((), unwanted)) for tree in below]
        for format in wanted:
            if not any(holds(tree, format) for tree in below):
                # What is left over here alone is put where it does not matter.
                added = [self.merge(tree, wish((format,))) for tree in below]
                place = next(place for place, tree in enumerate(added) if tree)
                below[place] = added[place]
        if None in below:
            raise ValueError("what longer numbers want, a shorter one does not")
        return tuple(below)

    def own(self, state, depth):
        """What a prefix wishes for itself, inside the country and abroad."""
        used = self.formats.used
        inside = self.own_among(used, state, depth)
        abroad = self.own_among([place for place in used if place in self.formats.abroad], state, depth)
        return self.merge(inside, abroad)

    def own_among(self, among, state, depth):
        formats = self.formats
        left = [place for place in formats.left(state) if place in among]
        exact = [place for place in among if formats.all[place].takes(depth)]
        longer = [place for place in among if formats.all[place].most >= depth]
        found = next((place for place in left if place in exact), None)
        if found is not None:
            return wish({found}, {place for place in exact if place < found})
        if depth < LEAST_DIGITS:
            return ANYTHING
        found = next((place for place in left if place in longer), None)
        if found is None:
            return wish((), longer)
        return wish({found}, {*exact, *(place for place in longer if place < found)})

    def merge(self, one, other):
        """A tree that does for two, if there is one."""
        if one == other or other == ANYTHING:
            return one
        if one == ANYTHING:
            return other
        asked = (id(one), id(other))
        if asked not in self.merged:
            # With both of them, so that no other tree gets one of their ids.
            self.merged[asked] = (self.join(one, other), one, other)
        return self.merged[asked][0]

    def join(self, one, other):
        if isinstance(one, Wish) and isinstance(other, Wish):
            wanted, unwanted = one[0] | other[0], one[1] | other[1]
            return None if wanted & unwanted else wish(wanted, unwanted)
        below = []
        for pair in zip(ten(one, Wish), ten(other, Wish)):
            below.append(self.merge(*pair))
            if below[-1] is None:
                return None
        return tuple(below)

    def settle(self, tree, depth):
        """Decides what does not matter: as it was decided last time, or for as little as will do."""
        recent = self.written.setdefault(depth, [])
        for index, settled in enumerate(recent[:RECENT]):
            if fulfils(settled, tree):
                recent.insert(0, recent.pop(index))
                return settled
        found = tree[0] if isinstance(tree, Wish) else self.settle_below(tree, depth)
        recent.insert(0, found)
        return found

    def settle_below(self, tree, depth):
        # The last tree that a digit leads to is made one with the next, if they allow it.
        kinds, places = [], []
        for below in tree:
            for place in sorted(set(places), key=places[::-1].index):
                joined = self.merge(kinds[place], below)
                if joined is not None:
                    kinds[place] = joined
                    break
            else:
                place = len(kinds)
                kinds.append(below)
            places.append(place)
        found = tuple(self.settle(kinds[place], depth + 1) for place in places)
        return found[0] if isinstance(found[0], frozenset) and len(set(found)) == 1 else found


def ten(tree, leaf):
    return [tree] * 10 if isinstance(tree, leaf) else tree


def holds(tree, format):
    return format in tree[0] if isinstance(tree, Wish) else any(holds(below, format) for below in tree)


def fulfils(settled, tree):
    if isinstance(settled, frozenset) and isinstance(tree, Wish):
        return tree[0] <= settled and not settled & tree[1]
    return all(fulfils(*pair) for pair in zip(ten(settled, frozenset), ten(tree, Wish)))
