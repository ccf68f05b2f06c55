"""Texts to read: numbers as people write them, drawn at random, and the same again for the same seed.

Like the numbers of draw.py, each region has dice of its own.
"""

from itertools import islice

from phonenumbers import PhoneMetadata

from draw import EARLIER, PHONES, Dice, walk, spoilt
from pattern import Automaton
from plan import NO_COUNTRY, REGIONS

# How many texts a region gives in one round.
OF_A_REGION = 10

SEPARATORS = (" ", " ", " ", "-", "-", ".", "/", "  ", "\u00a0", "\u2013", " - ")
# Extensions, and what a spreadsheet makes of a number.
ENDINGS = (" ext. 12", " x123", "#12", ";ext=12", " ext 4", ".0", ".0")

# What is dialled to leave some country, or no country at all.
LEAVING = ("00", "00", "011", "0011", "010", "001", "810", "009")
# What is dialled before national numbers in some country, or in none.
INSIDE = ("0", "8", "1", "06", "01", "90", "80", "00")


def texts(count, seed):
    """At least so many different texts, in whole rounds, each with its default region or ""."""
    given, found = list(sources(seed)), {}
    while len(found) < count:
        for source in given:
            found.update(dict.fromkeys(islice(source, OF_A_REGION)))
    return list(found)


def sources(seed):
    yield without_code(Dice(seed, "text"))
    everywhere = sorted(region for regions in REGIONS.values() for region in regions if region != NO_COUNTRY)
    for code, regions in sorted(REGIONS.items()):
        for region in regions:
            metadata = PhoneMetadata.metadata_for_region_or_calling_code(code, region)
            patterns = [desc.national_number_pattern for desc in (getattr(metadata, kind) for kind in PHONES) if desc]
            patterns = [Automaton.of(pattern) for pattern in patterns if pattern]
            if patterns:
                yield of_a_region(Dice(seed, "text", code, region), code, metadata, patterns, everywhere)


def of_a_region(dice, code, metadata, patterns, everywhere):
    home = "" if metadata.id == NO_COUNTRY else metadata.id
    while True:
        national = walk(dice, dice.one_of(patterns))
        if dice.below(6) == 0:
            national = spoilt(dice, code, national)
        if code in EARLIER and dice.below(4) == 0:
            national = EARLIER[code](national)
        other = dice.one_of(everywhere)
        if dice.below(2):
            default, begin = dice.one_of((home, other, other, "")), from_abroad(dice, code, metadata)
        else:
            default, begin = dice.one_of((home,) * 10 + (other, "")), from_inside(dice, code, metadata)
        ending = dice.one_of(ENDINGS) if dice.below(20) == 0 else ""
        yield begin + grouped(dice, national) + ending, default


def without_code(dice):
    """Mobile numbers of India, of which nothing tells the country."""
    mobile = Automaton.of(PhoneMetadata.metadata_for_region("IN").mobile.national_number_pattern)
    while True:
        yield grouped(dice, walk(dice, mobile)), ""


def from_abroad(dice, code, metadata):
    """What stands before a national number that is called from another country."""
    sign = dice.one_of(("+", "+", "+", "+", "\uff0b", "", dice.one_of(LEAVING)))
    before = dice.one_of(("", "", "", " ", "("))
    after = dice.one_of(("", " ", " ", "-", ") " if "(" in before else ""))
    trunk = metadata.national_prefix or "0"
    inside = dice.one_of(("",) * 8 + (f"({trunk})", f"({trunk})", trunk, "(0)", dice.one_of(INSIDE)))
    return sign + before + str(code) + after + inside


def from_inside(dice, code, metadata):
    """What stands before it inside the country."""
    trunk = metadata.national_prefix or ""
    space = dice.one_of(("", "", " ", "-"))
    usual = ("", "", trunk, trunk, trunk, str(code))
    return dice.one_of(usual * 2 + (dice.one_of(INSIDE), f"{code}{trunk}", f"0{code}")) + space


def grouped(dice, digits):
    """With signs in between, here and there."""
    if dice.below(3) == 0:
        return digits
    separator, text = dice.one_of(SEPARATORS), ""
    bracket = dice.below(8) == 0 and len(digits) > 5
    for at, digit in enumerate(digits):
        if at and dice.below(4) == 0 and text[-1].isdigit():
            text += separator
        text += digit
    return f"({digits[:3]}) {digits[3:]}" if bracket else text
