"""Writes src/phone/formats.bin: the formats of each calling code, which of them the digits of a
number leave, and an example of each country, packed."""

from phonenumbers import PhoneMetadata

from choice import Choice
from formats import Formats
from patterns import Writer
from trees import Leaf

# The question, behind those of patterns.py: which formats are left.
FORMATS = 3
# Lengths that no number has stand for the formats of a calling code, one after the other.
FORMAT_LENGTHS = range(9, 18)

# What else is written, by the number of its contexts, which have room for 256 each.
MORE, DIGITS, SEPARATOR, SPARE, SHAPE, SEQUENCE, DIGIT = range(7)
# The context of what says that an example ends at a length that is not the greatest.
END = 16


class FormatWriter(Writer):
    def __init__(self):
        super().__init__()
        self.separators, self.shape = [0] * 8, 0

    def code(self, code):
        if code.lengths:
            formats = Formats(code)
            self.formats([formats.all[place] for place in formats.used], formats.longest)
            if formats.used:
                lengths = FORMAT_LENGTHS[: len(formats.used)]
                self.root(FORMATS, lengths, as_lengths(Choice(formats).tree, formats.used))
        for region in code.countries:
            self.example(example(region), code.lengths)

    def formats(self, formats, longest):
        for place, format in enumerate(formats):
            self.bit(MORE, min(place, 3), 1)
            self.format(format, longest)
        self.bit(MORE, min(len(formats), 3), 0)

    def format(self, format, longest):
        """Of each group its digits, what follows, and how many digits more it can have. How many
        digits are left of the longest number tells most of it."""
        left = longest
        longer = longest - format.least
        for place, ((least, most), separator) in enumerate(zip(format.groups, format.separators)):
            self.symbol(DIGITS, (max(left, 0) << 1 | (place > 0)) << 3, 3, least - 1)
            left -= least
            near = min(max(left, 0), 3)
            self.symbol(SEPARATOR, (near << 2 | self.separators[place]) << 2, 2, separator)
            self.separators[place] = separator
            spare = max(min(most - least, longer), 0)
            for count in range(spare + 1):
                self.bit(SPARE, (min(count, 1) << 1 | (separator == 0)) << 2 | near, int(count < spare))
            left -= spare
        if format.is_inside_only and format.shape.prefix:
            raise ValueError("a format for the country alone has a prefix")
        shape = format.shape.bits()
        self.bit(SHAPE, 0, int(shape != self.shape))
        if shape != self.shape:
            self.symbol(SHAPE, 128, 7, shape)
            self.shape = shape

    def example(self, number, lengths):
        """Most end in an ascending row."""
        last = row = 0
        for place, digit in enumerate(map(int, number)):
            if place in lengths:
                self.bit(SEQUENCE, END, 0)
            follows = digit == (last + 1) % 10
            self.bit(SEQUENCE, row << 2 | min(place, 2), int(follows))
            if not follows:
                self.symbol(DIGIT, min(place, 2) << 4, 4, digit)
            row = min(row + 1, 2) if follows else 0
            last = digit
        if len(number) < max(lengths):
            self.bit(SEQUENCE, END, 1)

    def bit(self, kind, context, bit):
        self.encoder.bit((kind, context), bit)

    def symbol(self, kind, context, bits, value):
        """The bits of a number, the greatest first, each in a context of those before."""
        node = 1
        for place in reversed(range(bits)):
            bit = value >> place & 1
            self.bit(kind, context + node, bit)
            node = node << 1 | bit


def as_lengths(tree, used):
    """A tree with a bit for each of the lengths in place of a set of formats."""
    if not isinstance(tree, frozenset):
        return tuple(as_lengths(below, used) for below in tree)
    return Leaf((length, int(place in tree)) for length, place in zip(FORMAT_LENGTHS, used))


def example(region):
    """Google's example of a mobile, or of a fixed line where no number is a mobile's."""
    metadata = PhoneMetadata.metadata_for_region(region)
    descs = [desc for desc in (metadata.mobile, metadata.fixed_line) if desc is not None]
    return next(desc.example_number for desc in descs if desc.example_number)


def packed_formats(codes):
    """The bytes of the file, and how many trees it holds that are no leaves."""
    writer = FormatWriter()
    for code in codes:
        writer.code(code)
    return writer.encoder.bytes(), writer.nodes
