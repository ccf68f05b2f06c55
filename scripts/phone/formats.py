"""Google's formats of a calling code, as far as fixed lines and mobiles are written with them.

What a format is for stands in expressions about leading digits, the later ones of which are more
exact: as many digits as have been typed, that one decides. Here all of them advance together,
digit by digit, so that each prefix of a number is a state which knows the formats that are left.
"""

import re
from dataclasses import dataclass

from pattern import Automaton
from verdicts import Desc

# Google formats from so many digits on.
LEAST_DIGITS = 3

# What stands between two groups; the place in this list is what is written of it.
SEPARATORS = (None, " ", "-", ".")

# What can stand between the prefix that is dialled inside the country and the first group.
BEHIND_PREFIX = ("", " ", "-", " 0")

# What differs in international format: nothing, all separators are dashes, all are spaces, or the
# first group is written, which in the country is left out for a 15 behind the second one. Without
# a prefix this stands for a format that is for the country alone.
SAME, DASHES, SPACES, MOVED = range(4)
GROUP = re.compile(r"\(\\d(?:\{(\d+)(?:,(\d+))?\})?\)")
RULE = re.compile(r"(\(?)(\d*)([ -]?)(\(?)\\1\)?")


@dataclass(frozen=True)
class Shape:
    """How the first group stands in national format, and what differs in international format."""

    prefix: bool  # Behind what is dialled inside the country.
    bracket: int  # 1: before the prefix, 2: before the group.
    behind: int  # The place among BEHIND_PREFIX.
    abroad: int  # One of the four.

    @classmethod
    def of(cls, rule, national, international):
        abroad = SAME
        if international is None:
            abroad = MOVED
        elif international != national:
            abroad = MOVED if r"\1" not in national else DASHES if "-" in international else SPACES
        if national.startswith("("):
            # Brackets of the format itself: of North America alone. They stand while one types, too.
            return cls(False, 2, BEHIND_PREFIX.index(" "), abroad)
        if rule == r"8 0\1":
            return cls(True, 0, BEHIND_PREFIX.index(" 0"), abroad)
        outer, prefix, behind, inner = RULE.fullmatch(rule or r"\1").groups()
        bracket = 2 if inner or outer and not prefix else 1 if outer else 0
        return cls(bool(prefix), bracket, BEHIND_PREFIX.index(behind), abroad)

    def bits(self):
        return self.prefix | self.bracket << 1 | self.behind << 3 | self.abroad << 5


class Format:
    def __init__(self, national, international):
        """`international` is Google's format with the same pattern abroad, if there is one."""
        groups = [(int(least or 1), int(most or least or 1)) for least, most in GROUP.findall(national.pattern)]
        if GROUP.sub("", national.pattern):
            raise ValueError(f"cannot read {national.pattern}")
        self.levels = [Automaton.of(pattern) for pattern in national.leading_digits_pattern]
        self.groups = groups
        self.least, self.most = (sum(ends) for ends in zip(*groups))
        other = international and international.format
        self.is_inside_only = other is None
        self.shape = Shape.of(national.national_prefix_formatting_rule, national.format, other)
        written = other if self.shape.abroad == MOVED and other else national.format
        self.separators = [SEPARATORS.index(sign) for sign in re.findall(r"\d\)?([ .-])(?=\\)", written)] + [0]
        if len(self.separators) != len(groups):
            raise ValueError(f"cannot read {written}")

    def takes(self, length):
        return self.least <= length <= self.most

    @property
    def start(self):
        return tuple(level.start for level in self.levels)

    def step(self, state, digit, depth):
        """A state is `None` once the format is out, otherwise a state of each level: True once it
        is matched. After `depth` digits one level decides; what is behind the last is for good."""
        if not state:
            return state
        stepped = tuple(self.step_level(*pair, digit) for pair in zip(self.levels, state))
        if depth >= LEAST_DIGITS:
            deciding = min(depth - LEAST_DIGITS, len(stepped) - 1)
            if stepped[deciding] is not True:
                return None
            if deciding == len(stepped) - 1:
                return ()
        return stepped

    @staticmethod
    def step_level(level, place, digit):
        if not place or place is True:
            return place
        place = level.step(place, digit)
        return level.accepts(place) or place or None


class Formats:
    """The formats of a calling code, in Google's order. A state is that of the numbers and that
    of each format."""

    def __init__(self, code):
        main, *_ = regions = code.metadata()
        phones = [desc for region in regions for desc in (region.fixed_line, region.mobile)]
        self.phones = [Desc(desc) for desc in phones if desc is not None and desc.national_number_pattern]
        self.lengths = code.lengths
        self.longest = max(code.lengths)
        # Where none are for abroad, those of the country are.
        abroad = {key(found): found for found in main.intl_number_format or main.number_format}
        self.all = [Format(found, abroad.get(key(found))) for found in main.number_format]
        self.start = (tuple(desc.automaton.start for desc in self.phones), tuple(found.start for found in self.all))
        self.steps, self.lives = {}, {}
        self.used = self.find_used()

    def step(self, state, digit, depth):
        """`depth` counts the digits, this one included."""
        asked = (state, digit, depth)
        if asked not in self.steps:
            phones, formats = state
            self.steps[asked] = (
                tuple(place and desc.automaton.step(place, digit) or None for desc, place in zip(self.phones, phones)),
                tuple(found.step(place, digit, depth) for found, place in zip(self.all, formats)),
            )
        return self.steps[asked]

    def below(self, state, depth):
        """The states after one digit more."""
        return [self.step(state, digit, depth + 1) for digit in range(10)] if depth < self.longest else []

    def is_number(self, state, depth):
        """A fixed line or a mobile has the number that ends here."""
        return depth in self.lengths and any(
            place and desc.matches(place, depth) for desc, place in zip(self.phones, state[0])
        )

    def leads_on(self, state, depth):
        """A number ends here or further on."""
        asked = (state, depth)
        if asked not in self.lives:
            self.lives[asked] = any(state[0]) and (
                self.is_number(state, depth) or any(self.leads_on(after, depth + 1) for after in self.below(state, depth))
            )
        return self.lives[asked]

    def left(self, state):
        """The formats that the digits so far leave."""
        return [place for place, format_state in enumerate(state[1]) if format_state is not None]

    @property
    def abroad(self):
        return [place for place, found in enumerate(self.all) if not found.is_inside_only]

    def of_number(self, state, depth, among):
        """The format of a whole number, if it has one."""
        return next((place for place in self.left(state) if place in among and self.all[place].takes(depth)), None)

    def find_used(self):
        """The formats that some number is written with: others are for special and local numbers."""
        used, seen, todo = set(), set(), [(self.start, 0)]
        while todo:
            state, depth = asked = todo.pop()
            if asked in seen or not self.leads_on(state, depth):
                continue
            seen.add(asked)
            if self.is_number(state, depth):
                used |= {self.of_number(state, depth, among) for among in (range(len(self.all)), self.abroad)}
            todo += [(after, depth + 1) for after in self.below(state, depth)]
        return sorted(used - {None})


def key(found):
    return found.pattern, tuple(found.leading_digits_pattern)
