//! An adaptive binary range decoder: the counterpart of `scripts/phone/coder.py`.
//!
//! A bit costs the less the more it is expected, and what is expected is counted, for
//! each context by itself, on the way: both sides count the same.

/// How often a context has had a 0 and a 1, counted by two.
#[derive(Clone, Copy)]
pub(super) struct Counts([u8; 2]);

/// A context that nothing is known of.
pub(super) const NEW_COUNTS: Counts = Counts([1, 1]);

/// Beyond this sum the counts are halved, so that the past fades.
const MOST: u32 = 120;

/// Bits to be read one after the other.
pub(super) struct Decoder<'a> {
    bytes: std::slice::Iter<'a, u8>,
    /// Width of the interval that stands for the bits read so far.
    range: u32,
    /// Where in the interval the number lies that is made of all bytes.
    offset: u32,
}

impl<'a> Decoder<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        let mut decoder = Decoder { bytes: bytes.iter(), range: u32::MAX, offset: 0 };
        for _ in 0..4 {
            decoder.shift();
        }
        decoder
    }

    /// One byte more. Behind the end there are zeros.
    fn shift(&mut self) {
        self.offset = self.offset << 8 | u32::from(*self.bytes.next().unwrap_or(&0));
    }

    pub(super) fn bit(&mut self, counts: &mut Counts) -> bool {
        let [zero, one] = &mut counts.0;
        let (zeros, ones) = (u32::from(*zero), u32::from(*one));
        // There is no sum of 0: counts begin at 1 and never fall below.
        let split = (self.range / (zeros + ones).max(1)) * zeros;
        let bit = self.offset >= split;
        if bit {
            self.offset -= split;
            self.range -= split;
            *one += 2;
        } else {
            self.range = split;
            *zero += 2;
        }
        if zeros + ones + 2 > MOST {
            *zero = zero.div_ceil(2);
            *one = one.div_ceil(2);
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        bit
    }
}
