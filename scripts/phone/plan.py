"""The numbering plan as Google's library knows it, as far as the tables need it."""

import re
from dataclasses import dataclass

from phonenumbers import PhoneMetadata, __version__
from phonenumbers.data import _COUNTRY_CODE_TO_REGION_CODE as REGIONS

from pattern import Automaton

VERSION = __version__

# ITU E.164: calling code and number together.
MOST_DIGITS = 15

# What could be dialled before national numbers: one digit or two.
DIALLED = [f"{number}" for number in range(10)] + [f"{number:02}" for number in range(100)]

# Google's sign for a calling code that belongs to no country.
NO_COUNTRY = "001"


@dataclass(frozen=True)
class Code:
    """A calling code."""

    number: int
    regions: tuple  # Google's names of its regions, the main one first.
    lengths: tuple  # Of national numbers that a fixed line or a mobile can have.
    trunks: tuple  # What can be dialled before a national number inside the country, the longest first.
    has_zeros: bool  # A fixed line, a mobile or an internet phone has a number that starts with 0.

    @property
    def countries(self):
        return tuple(region for region in self.regions if region != NO_COUNTRY)

    def metadata(self):
        """The metadata of each region, in order."""
        return [PhoneMetadata.metadata_for_region_or_calling_code(self.number, region) for region in self.regions]


def codes():
    """All calling codes, ascending."""
    return [code(number) for number in sorted(REGIONS)]


def code(number):
    regions = REGIONS[number]
    main = PhoneMetadata.metadata_for_region_or_calling_code(number, regions[0])
    has_zeros = any(
        starts_with_zero(PhoneMetadata.metadata_for_region_or_calling_code(number, region)) for region in regions
    )
    return Code(number, regions, lengths(number, main), trunks(main), has_zeros)


def trunks(main):
    """What is dialled before national numbers of every kind. What only some have before them, or
    some lines dial, such as the code of a carrier, stands in a group of Google's expression."""
    expression = re.compile(main.national_prefix_for_parsing or "(?!)")
    found = [expression.fullmatch(prefix) for prefix in DIALLED]
    prefixes = {match.group() for match in found if match and match.lastindex is None}
    if main.national_prefix and main.national_prefix not in prefixes:
        raise ValueError(f"{main.id}: {main.national_prefix} is dialled and not among {prefixes}")
    return tuple(sorted(prefixes, key=lambda prefix: (-len(prefix), prefix)))


def lengths(number, main):
    """Google's possible lengths of FIXED_LINE_OR_MOBILE, less what E.164 forbids."""
    found = set()
    for kind in (main.fixed_line, main.mobile):
        if kind is not None and kind.possible_length:
            found |= {length for length in kind.possible_length if length > 0}
    longest = MOST_DIGITS - len(str(number))
    return tuple(sorted(length for length in found if length <= longest))


def starts_with_zero(region):
    """Whether a fixed line, a mobile or an internet phone that can be called from abroad has a
    number that starts with 0. Read off the patterns themselves."""
    only_inside = region.no_international_dialling
    excluded = only_inside.national_number_pattern if only_inside is not None else None
    kinds = (region.fixed_line, region.mobile, region.voip)
    patterns = {kind.national_number_pattern for kind in kinds if kind is not None and kind.national_number_pattern}
    return any(
        accepts_zero(Automaton.of(pattern), Automaton.of(excluded) if excluded else None) for pattern in patterns
    )


def accepts_zero(wanted, excluded):
    """Whether an automaton accepts a number with a leading 0 that the other one does not."""
    first = (wanted.step(wanted.start, 0), excluded.step(excluded.start, 0) if excluded else frozenset())
    seen, todo = {first}, [first]
    while todo:
        here, there = todo.pop()
        if wanted.accepts(here) and not (excluded and excluded.accepts(there)):
            return True
        for digit in range(10):
            after = (wanted.step(here, digit), excluded.step(there, digit) if excluded else there)
            if after[0] and after not in seen:
                seen.add(after)
                todo.append(after)
    return False
