"""Writes numbers as Google's library writes and groups them: writing.py COUNT SEED FILE

A line has fields between tabs: region, calling code, national number, national and international
format; then what is seen digit by digit, of the national number, of the same behind what is
dialled before it inside the country, and of the whole behind a +. The same three follow as they
would be if the library had only the formats of fixed lines and mobiles, and took them whether or
not the prefix is typed: a hyphen where that makes no difference.
"""

import re
import sys
from functools import lru_cache
from itertools import islice
from multiprocessing import Pool
from types import SimpleNamespace

import phonenumbers
from phonenumbers import AsYouTypeFormatter, PhoneMetadata, PhoneNumberFormat, asyoutypeformatter

from draw import PHONES, Dice, walk
from format_writer import example
from formats import Formats, key
from label import CHUNK, phone_number
from pattern import Automaton
from plan import NO_COUNTRY, REGIONS, VERSION, code as code_of

HEAD = (
    "# libphonenumber {version}, seed {seed}. Region, calling code, national number, as it is written inside the "
    "country and abroad; what stands between the digits after each that is typed: of the national number, behind "
    "what is dialled inside the country, and behind +, and with less formats; what is dialled; e: the example of the "
    "region, i: begins like what is dialled to leave the country."
)

# One that begins with what is dialled before numbers of its country, as hardly any does.
AMBIGUOUS = (7, "RU", "8711868008")

# How many numbers a kind of phone gives in one round.
OF_A_PHONE = 4


def main():
    count, seed, file = sys.argv[1:]
    with Pool() as pool, open(file, "w") as lines:
        print(HEAD.format(version=VERSION, seed=seed), file=lines)
        for line in pool.imap(write, sorted(numbers(int(count), seed)), CHUNK):
            print(line, file=lines)


def numbers(count, seed):
    """Examples, and at least so many different numbers of fixed lines and mobiles."""
    found = {(code, region, example(region)): "e" for code, region, _, _ in regions() if region != NO_COUNTRY}
    found[AMBIGUOUS] = "-"
    given = list(sources(seed))
    while len(found) < count:
        for source in given:
            for key in islice(source, OF_A_PHONE):
                found.setdefault(key, "-")
    return [(*key, kind) for key, kind in found.items()]


def regions():
    """Each with its metadata and the lengths of its calling code."""
    for code, names in sorted(REGIONS.items()):
        lengths = code_of(code).lengths
        for region in names if lengths else ():
            yield code, region, PhoneMetadata.metadata_for_region_or_calling_code(code, region), lengths


def sources(seed):
    for code, region, metadata, lengths in regions():
        for kind in PHONES:
            desc = getattr(metadata, kind)
            if desc is not None and desc.national_number_pattern:
                yield of_a_phone(Dice(seed, "written", code, region, kind), code, region, desc, lengths)


def of_a_phone(dice, code, region, desc, lengths):
    automaton = Automaton.of(desc.national_number_pattern)
    while True:
        national = walk(dice, automaton)
        if len(national) in lengths and len(national) in desc.possible_length:
            yield code, region, national


def write(number):
    code, region, national, kind = number
    given = phone_number(code, national)
    main = PhoneMetadata.metadata_for_region_or_calling_code(code, REGIONS[code][0])
    trunk = main.national_prefix or ""
    # A formatter of no country, where the calling code belongs to none.
    home = "ZZ" if region == NO_COUNTRY else region
    asked = [
        (home, national if home == region else ""),
        (home, trunk + national if home == region and trunk else ""),
        ("ZZ", f"+{code}{national}"),
    ]
    seen = [typed(*given) for given in asked]
    # The library asks by this name for what it knows of a region.
    asyoutypeformatter._get_metadata_for_region, known = of_phones, asyoutypeformatter._get_metadata_for_region
    others = [typed(*given) for given in asked]
    asyoutypeformatter._get_metadata_for_region = known
    fields = [
        region,
        str(code),
        national,
        phonenumbers.format_number(given, PhoneNumberFormat.NATIONAL),
        phonenumbers.format_number(given, PhoneNumberFormat.INTERNATIONAL),
        *(text or "-" for text in seen),
        *("-" if other == text else other for text, other in zip(seen, others)),
        trunk or "-",
        kind + "i" * leaves(main, trunk + national),
    ]
    return "\t".join(fields)


def leaves(main, digits):
    return bool(re.match(main.international_prefix or "(?!)", digits))


@lru_cache(None)
def of_phones(region):
    """What the library knows of a region, with less formats."""
    if region == "ZZ":
        return EMPTY
    code = code_of(phonenumbers.country_code_for_region(region))
    formats, main = Formats(code), code.metadata()[0]
    used = [key(main.number_format[place]) for place in formats.used]
    return changed(
        main,
        number_format=[
            changed(found, national_prefix_optional_when_formatting=True)
            for found in main.number_format
            if key(found) in used
        ],
        intl_number_format=[found for found in main.intl_number_format if key(found) in used],
    )


EMPTY = asyoutypeformatter._get_metadata_for_region("ZZ")


def changed(given, **others):
    """What cannot be changed itself."""
    fields = {name: getattr(given, name) for name in dir(given) if not name.startswith("_")}
    return SimpleNamespace(**{**fields, **others})


def typed(region, digits):
    """What is seen after each digit, as far as it is another prefix of the same text."""
    formatter, seen = AsYouTypeFormatter(region), []
    for digit in digits:
        seen.append(formatter.input_digit(digit).rstrip(" "))
    return "|".join(signs(seen))


def signs(seen):
    """Of a text that the one behind it begins with, nothing need be said."""
    return [text for text, later in zip(seen, [*seen[1:], ""]) if not later.startswith(text)]


if __name__ == "__main__":
    main()
