"""Numbers to try: drawn at random, and the same again for the same seed.

Each source has dice of its own, made from the seed and the name of the source: where the
metadata of one country change, the numbers of all others stay as they were.
"""

from itertools import islice
from random import Random

from phonenumbers import PhoneMetadata

from pattern import Automaton
from plan import REGIONS

KINDS = (
    "general_desc",
    "fixed_line",
    "mobile",
    "toll_free",
    "premium_rate",
    "shared_cost",
    "personal_number",
    "voip",
    "pager",
    "uan",
    "voicemail",
    "no_international_dialling",
)

# The kinds that have WhatsApp accounts.
PHONES = ("fixed_line", "mobile")

# Mobile numbers as they were before a country changed its plan: WhatsApp keeps them as ids.
EARLIER = {
    52: lambda mobile: "1" + mobile,
    55: lambda mobile: mobile[:2] + mobile[3:],
    225: lambda mobile: mobile[2:],
    229: lambda mobile: mobile[2:],
}

# How many numbers a source gives in one round.
OF_A_PHONE, OF_A_KIND, OF_A_CODE, OF_EARLIER, WITHOUT_CODE = 6, 3, 6, 10, 30

# The longest national number that is tried, and the longest number without a calling code.
LONGEST = 16


def numbers(count, seed):
    """At least so many different numbers, in whole rounds: calling code and national number."""
    given, found = sources(seed), {}
    while len(found) < count:
        for source, share in given:
            found.update(dict.fromkeys(islice(source, share)))
    return list(found)


def sources(seed):
    """Endless iterators, each with its share of a round."""
    found = [(without_code(Dice(seed)), WITHOUT_CODE)]
    for code, regions in sorted(REGIONS.items()):
        found.append((of_a_code(Dice(seed, code), code), OF_A_CODE))
        for region in regions:
            metadata = PhoneMetadata.metadata_for_region_or_calling_code(code, region)
            for kind in KINDS:
                desc = getattr(metadata, kind)
                if desc is not None and desc.national_number_pattern:
                    share = OF_A_PHONE if kind in PHONES else OF_A_KIND
                    found.append((of_a_kind(Dice(seed, code, region, kind), code, desc), share))
        if code in EARLIER:
            found.append((of_earlier(Dice(seed, code, "earlier"), code), OF_EARLIER))
    return found


def of_a_kind(dice, code, desc):
    """Numbers like those of one kind of one region: right ones and nearly right ones."""
    automaton = Automaton.of(desc.national_number_pattern)
    if desc.example_number:
        yield code, desc.example_number
    while True:
        yield code, walk(dice, automaton)
        yield code, spoilt(dice, code, walk(dice, automaton))
        if desc.example_number:
            kept = dice.below(len(desc.example_number))
            near = desc.example_number[:kept] + dice.digits(len(desc.example_number) - kept)
            yield code, spoilt(dice, code, near) if dice.below(2) else near


def of_a_code(dice, code):
    """Any digits, mostly of a length that numbers of the calling code can have."""
    lengths = main(code).general_desc.possible_length
    while True:
        yield code, dice.digits(dice.one_of(lengths))
        yield code, dice.digits(dice.one_of(lengths))
        yield code, dice.digits(dice.below(LONGEST + 1))


def of_earlier(dice, code):
    """Ids that WhatsApp made of numbers that look different today."""
    mobile = Automaton.of(main(code).mobile.national_number_pattern)
    while True:
        earlier = EARLIER[code](walk(dice, mobile))
        yield code, earlier
        yield code, spoilt(dice, code, earlier)


def without_code(dice):
    """Digits that begin with no calling code."""
    while True:
        digits = dice.digits(1 + dice.below(LONGEST))
        if not any(int(digits[:count]) in REGIONS for count in (1, 2, 3) if digits[0] != "0"):
            yield None, digits


def main(code):
    """The metadata of a calling code's main region."""
    return PhoneMetadata.metadata_for_region_or_calling_code(code, REGIONS[code][0])


def walk(dice, automaton):
    """A number that a pattern accepts."""
    state, digits = automaton.start, ""
    while True:
        ways = [(digit, after) for digit in range(10) if (after := automaton.step(state, digit))]
        if automaton.accepts(state) and (not ways or dice.below(3) == 0):
            return digits
        digit, state = dice.one_of(ways)
        digits += str(digit)


def spoilt(dice, code, digits):
    """What typing makes of a number: one mistake, every other time one more."""
    while True:
        digits = mistake(dice, code, digits)
        if not digits or dice.below(2):
            return digits


def mistake(dice, code, digits):
    at = dice.below(len(digits))
    before, here, after = digits[:at], digits[at], digits[at + 1 :]
    return dice.one_of(
        (
            before + dice.digits(1) + after,
            before + dice.digits(1) + here + after,
            before + after,
            before + after[:1] + here + after[1:],
            "0" + digits,
            f"{code}{digits}",
        )
    )


class Dice:
    def __init__(self, *name):
        # Of all that Random offers, this alone gives the same in every version of Python.
        self.random = Random(" ".join(map(str, name))).random

    def below(self, limit):
        return int(self.random() * limit)

    def one_of(self, things):
        return things[self.below(len(things))]

    def digits(self, count):
        return "".join(str(self.below(10)) for _ in range(count))
