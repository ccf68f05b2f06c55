"""An adaptive binary range coder, the counterpart of src/phone/decoder.rs.

A bit costs the less the more it is expected, and what is expected is counted, for each context
by itself, on the way: both sides count the same.
"""

# Counts of a context that nothing is known of, and what each bit adds to its own.
FIRST, STEP = 1, 2
# Beyond this sum the counts are halved, so that the past fades.
MOST = 120


class Encoder:
    def __init__(self):
        self.low = 0  # Of the interval that stands for all bits so far, with all its digits.
        self.range = 0xFFFF_FFFF  # The width of the interval, in units of the last digit.
        self.digits = 0  # How many bytes `low` has behind the first four.
        self.counts = {}

    def bit(self, context, bit):
        zero, one = self.counts.get(context, (FIRST, FIRST))
        split = self.range // (zero + one) * zero
        if bit:
            self.low += split
            self.range -= split
        else:
            self.range = split
        while self.range < 1 << 24:
            self.range <<= 8
            self.low <<= 8
            self.digits += 1
        counts = [zero, one]
        counts[bit] += STEP
        if sum(counts) > MOST:
            counts = [(count + 1) // 2 for count in counts]
        self.counts[context] = tuple(counts)

    def bytes(self):
        """All that was written. The decoder reads zeros behind the end."""
        # The number with the most zeros at its end that still lies within the interval.
        for zeros in range(32, -1, -1):
            number = (self.low + (1 << zeros) - 1) >> zeros << zeros
            if number < self.low + self.range:
                break
        return number.to_bytes(self.digits + 4, "big").rstrip(b"\0")
