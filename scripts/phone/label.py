"""Writes numbers with what Google's library says of them: label.py COUNT SEED FILE

A line has a calling code, a national number, letters for what the number is, and its region.
A hyphen stands for nothing.
"""

import re
import sys
from functools import lru_cache
from multiprocessing import Pool

import phonenumbers
from phonenumbers import PhoneMetadata, PhoneNumber, PhoneNumberType, ValidationResult

from draw import numbers
from plan import NO_COUNTRY, REGIONS, VERSION

HEAD = (
    "# libphonenumber {version}, seed {seed}. Calling code, national number, verdicts, region. "
    "p: has a length that a fixed line or a mobile can have; g: matches a general pattern; "
    "f: a fixed line can have it; m: a mobile can have it."
)

FIXED = (PhoneNumberType.FIXED_LINE, PhoneNumberType.FIXED_LINE_OR_MOBILE)
MOBILE = (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE)

# How many numbers a process takes at a time.
CHUNK = 2000


def main():
    count, seed, file = sys.argv[1:]
    chosen = sorted(numbers(int(count), seed), key=order)
    with Pool() as pool, open(file, "w") as lines:
        print(HEAD.format(version=VERSION, seed=seed), file=lines)
        for line in pool.imap(label, chosen, CHUNK):
            print(line, file=lines)


def order(number):
    """By calling code, those without one at the end."""
    code, national = number
    return (code is None, code or 0, national)


def label(number):
    code, national = number
    if code is None or not national:
        return f"{code or '-'} {national or '-'} - -"
    given = phone_number(code, national)
    kind = phonenumbers.number_type(given)
    letters = (
        "p" * is_possible(given)
        + "g" * any(matches(national) for matches in general(code))
        + "f" * (kind in FIXED)
        + "m" * (kind in MOBILE)
    )
    region = phonenumbers.region_code_for_number(given)
    return f"{code} {national} {letters or '-'} {'-' if region in (None, NO_COUNTRY) else region}"


def phone_number(code, national):
    """The number as it stands: Google's parser would drop and add digits."""
    given = PhoneNumber(country_code=code, national_number=int(national))
    zeros = len(national) - len(str(int(national)))
    if zeros > 0:
        given.italian_leading_zero, given.number_of_leading_zeros = True, zeros
    if phonenumbers.national_significant_number(given) != national:
        raise ValueError(f"{national} has become another number")
    return given


def is_possible(given):
    kind = PhoneNumberType.FIXED_LINE_OR_MOBILE
    found = phonenumbers.is_possible_number_for_type_with_reason(given, kind)
    return found == ValidationResult.IS_POSSIBLE


@lru_cache(None)
def general(code):
    """For each region of a calling code, whether its general pattern and lengths take a number."""
    return [taking(PhoneMetadata.metadata_for_region_or_calling_code(code, region)) for region in REGIONS[code]]


def taking(metadata):
    desc = metadata.general_desc
    pattern = re.compile(desc.national_number_pattern)
    return lambda national: len(national) in desc.possible_length and pattern.fullmatch(national) is not None


if __name__ == "__main__":
    main()
