"""Writes texts with what Google's library reads in them: read.py COUNT SEED FILE

A line has fields between tabs: the text, its default region, the calling code and the national
number, and letters for what the library found. A hyphen stands for nothing.
"""

import re
import sys
from multiprocessing import Pool

import phonenumbers
from phonenumbers import CountryCodeSource, NumberParseException, PhoneMetadata

from label import CHUNK, is_possible
from plan import VERSION
from texts import texts

HEAD = (
    "# libphonenumber {version}, seed {seed}. Text, default region, calling code, national number, letters. "
    "p: has a length that a fixed line or a mobile can have; x: has an extension; c: has the code of a carrier; "
    "i: begins with what is dialled to leave the default region; t: some numbers of the region are rewritten."
)


# 00, and what stands before and between.
LEAVING = re.compile(r"^[^\d#x;]*0[^\d#x;]*0|^[^\d#x;]*")


def main():
    count, seed, file = sys.argv[1:]
    chosen = sorted(texts(int(count), seed), key=lambda pair: (pair[1], pair[0]))
    with Pool() as pool, open(file, "w") as lines:
        print(HEAD.format(version=VERSION, seed=seed), file=lines)
        for line in pool.imap(read, chosen, CHUNK):
            print(line, file=lines)


def read(pair):
    text, default = pair
    try:
        found = phonenumbers.parse(asked(text) if default == "" else text, default or None, keep_raw_input=True)
    except NumberParseException:
        return f"{text}\t{default or '-'}\t-\t-\t-"
    letters = (
        "p" * is_possible(found)
        + "x" * (found.extension is not None)
        + "c" * bool(found.preferred_domestic_carrier_code)
        + "i" * (found.country_code_source == CountryCodeSource.FROM_NUMBER_WITH_IDD)
    )
    region = default or phonenumbers.region_code_for_country_code(found.country_code)
    if found.country_code != phonenumbers.country_code_for_region(region):
        region = phonenumbers.region_code_for_country_code(found.country_code)
    metadata = PhoneMetadata.metadata_for_region_or_calling_code(found.country_code, region)
    letters += "t" * (metadata.national_prefix_transform_rule is not None)
    national = phonenumbers.national_significant_number(found)
    return f"{text}\t{default or '-'}\t{found.country_code}\t{national}\t{letters or '-'}"


def asked(text):
    """Without a default region the library wants a +, where ours reads 00 as one, and takes the
    first digits for a country code where there is none."""
    if text.lstrip("( ").startswith(("+", "\uff0b")):
        return text
    return "+" + LEAVING.sub("", text)


if __name__ == "__main__":
    main()
