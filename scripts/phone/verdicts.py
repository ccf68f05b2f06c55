"""What Google's library says of every number of a calling code, as one automaton.

The library matches a number against one pattern after the other. Here all patterns of a
calling code advance together, digit by digit, so that each prefix of a number is a state and
each state knows what the library would say if the number ended there.
"""

from dataclasses import dataclass

from pattern import Automaton

# The kinds in the order in which Google tries them, before fixed lines and mobiles.
OTHER_KINDS = (
    "premium_rate",
    "toll_free",
    "shared_cost",
    "voip",
    "personal_number",
    "pager",
    "uan",
    "voicemail",
)


@dataclass(frozen=True)
class Verdict:
    """What Google's library says of a number."""

    known: bool = False  # It matches the general pattern of a region.
    mobile: bool = False  # A mobile can have it: its type is MOBILE or FIXED_LINE_OR_MOBILE.
    region: int = None  # The place of its region among those of the calling code, if it tells one.


class Desc:
    """A pattern with the lengths that count."""

    def __init__(self, desc):
        self.automaton = Automaton.of(desc.national_number_pattern)
        self.lengths = frozenset(desc.possible_length)

    def matches(self, state, length):
        return self.automaton.accepts(state) and (not self.lengths or length in self.lengths)


class Region:
    """The patterns of one region. A state holds one of each, `None` once it cannot match."""

    def __init__(self, metadata):
        kinds = ("general_desc", *OTHER_KINDS, "fixed_line", "mobile")
        self.descs = [described(getattr(metadata, kind)) for kind in kinds]
        self.is_same = metadata.same_mobile_and_fixed_line_pattern
        self.leading = Automaton.of(metadata.leading_digits) if metadata.leading_digits else None
        self.start = (
            tuple(desc and desc.automaton.start for desc in self.descs),
            self.leading and self.leading.start,
        )

    def step(self, state, digit):
        states, leading = state
        if self.leading and leading is not True:
            # True: the number begins as all numbers of the region do.
            leading = self.leading.step(leading, digit)
            leading = self.leading.accepts(leading) or leading
        stepped = tuple(self.step_desc(*pair, digit) for pair in zip(self.descs, states))
        # Without the general pattern nothing else counts.
        return (stepped if stepped[0] else (None,) * len(stepped), leading)

    @staticmethod
    def step_desc(desc, state, digit):
        return (desc.automaton.step(state, digit) or None) if state else None

    def kind(self, state, length):
        """`None` for no known number, otherwise whether it is mobile-capable."""
        general, *others, fixed, mobile = (
            desc is not None and place is not None and desc.matches(place, length)
            for desc, place in zip(self.descs, state[0])
        )
        if not general:
            return None
        if any(others):
            return False
        if fixed:
            return self.is_same or mobile
        return True if mobile and not self.is_same else None

    def is_general(self, state, length):
        general = state[0][0]
        return general is not None and self.descs[0].matches(general, length)


def described(desc):
    return Desc(desc) if desc is not None and desc.national_number_pattern else None


class Verdicts:
    """The automaton of a calling code. A state is a tuple, a state of each region."""

    def __init__(self, code):
        self.regions = [Region(metadata) for metadata in code.metadata()]
        self.start = tuple(region.start for region in self.regions)
        self.steps = {}

    def step(self, state, digit):
        key = (state, digit)
        if key not in self.steps:
            self.steps[key] = tuple(region.step(here, digit) for region, here in zip(self.regions, state))
        return self.steps[key]

    def is_dead(self, state):
        """No longer number is known either."""
        return all(general is None for (general, *_), _ in state)

    def verdict(self, state, length):
        region = self.region(state, length)
        kind = None if region is None else self.regions[region].kind(state[region], length)
        known = any(region.is_general(here, length) for region, here in zip(self.regions, state))
        return Verdict(known, bool(kind), region)

    def region(self, state, length):
        if len(self.regions) == 1:
            return 0
        for place, (region, here) in enumerate(zip(self.regions, state)):
            if region.leading:
                if here[1] is True:
                    return place
            elif region.kind(here, length) is not None:
                return place
        return None

    def of(self, national):
        """The verdict on a national number."""
        state = self.start
        for digit in national:
            state = self.step(state, int(digit))
        return self.verdict(state, len(national))
