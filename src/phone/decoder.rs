//! An adaptive binary range decoder: the counterpart of `scripts/phone/coder.py`.
//!
//! A bit costs the less the more it is expected, and what is expected is counted, for
//! each context by itself, on the way: both sides count the same.

/// How often a context has had a 0 and a 1, counted by two.
#[derive(Clone, Copy, Default)]
pub(super) struct Counts([u8; 2]);

/// What nothing is known of counts as one of each.
const FIRST: u32 = 1;

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
        let [zeros, ones] = &mut counts.0;
        let zero = FIRST.wrapping_add((*zeros).into());
        let all = FIRST.wrapping_add((*ones).into()).wrapping_add(zero);
        let split = self.range.checked_div(all).unwrap_or_default().wrapping_mul(zero);
        let bit = self.offset >= split;
        if bit {
            self.offset = self.offset.wrapping_sub(split);
            self.range = self.range.wrapping_sub(split);
            *ones = ones.wrapping_add(2);
        } else {
            self.range = split;
            *zeros = zeros.wrapping_add(2);
        }
        if all.wrapping_add(2) > MOST {
            // Half of what they stand for, rounded up.
            *zeros /= 2;
            *ones /= 2;
        }
        while self.range < 1 << 24 {
            self.range <<= 8;
            self.shift();
        }
        bit
    }
}
