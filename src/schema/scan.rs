//! Going through bytes: sixteen at a time where a module is built for speed.

#[cfg(target_feature = "simd128")]
use core::arch::wasm32::{
    u8x16_bitmask, u8x16_eq, u8x16_lt, u8x16_splat, u64x2, v128, v128_any_true, v128_or,
};

/// Behind what a JSON string can hold as it is, from a place on: the place of a quote, a backslash or
/// a control character, or the end.
#[inline(always)]
pub(super) fn past_plain(bytes: &[u8], at: usize) -> usize {
    let mut at = past_blocks(bytes, at);
    while let Some(byte) = bytes.get(at) {
        if matches!(byte, b'"' | b'\\' | ..0x20) {
            break;
        }
        at = at.wrapping_add(1);
    }
    at
}

/// The same, but where fewer than sixteen bytes are left.
#[cfg(target_feature = "simd128")]
#[inline(always)]
fn past_blocks(bytes: &[u8], mut at: usize) -> usize {
    while let Some(block) = bytes.get(at..).and_then(<[u8]>::first_chunk) {
        let block = wide(block);
        let quotes = u8x16_eq(block, u8x16_splat(b'"'));
        let backslashes = u8x16_eq(block, u8x16_splat(b'\\'));
        let controls = u8x16_lt(block, u8x16_splat(0x20));
        let stops = u8x16_bitmask(v128_or(v128_or(quotes, backslashes), controls));
        if stops != 0 {
            return at.wrapping_add(stops.trailing_zeros() as usize);
        }
        at = at.wrapping_add(16);
    }
    at
}

/// Where a module is built for size, a byte at a time is enough.
#[cfg(not(target_feature = "simd128"))]
#[inline(always)]
fn past_blocks(_: &[u8], at: usize) -> usize {
    at
}

/// Whether one of three bytes is among these.
#[cfg(target_feature = "simd128")]
#[inline(always)]
pub(crate) fn has_any(bytes: &[u8], some: [u8; 3]) -> bool {
    let any = |block: v128| {
        let [a, b, c] = some.map(|byte| u8x16_eq(block, u8x16_splat(byte)));
        v128_any_true(v128_or(v128_or(a, b), c))
    };
    // The last ones are looked at twice where there are not just so many.
    if let Some(last) = bytes.last_chunk() {
        bytes.chunks_exact(16).filter_map(<[u8]>::first_chunk).any(|block| any(wide(block)))
            || any(wide(last))
    } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
        any(u64x2(u64::from_le_bytes(*first), u64::from_le_bytes(*last)))
    } else {
        bytes.iter().any(|byte| some.contains(byte))
    }
}

/// Whether one of three bytes is among these.
#[cfg(not(target_feature = "simd128"))]
#[inline(always)]
pub(crate) fn has_any(bytes: &[u8], [a, b, c]: [u8; 3]) -> bool {
    bytes.iter().any(|byte| *byte == a || *byte == b || *byte == c)
}

/// Sixteen bytes at once.
#[cfg(target_feature = "simd128")]
#[inline(always)]
fn wide(bytes: &[u8; 16]) -> v128 {
    let [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p] = *bytes;
    let low = u64::from_le_bytes([a, b, c, d, e, f, g, h]);
    u64x2(low, u64::from_le_bytes([i, j, k, l, m, n, o, p]))
}

/// Whether two short texts are the same. A loop: a call would take longer, here and for iterators.
#[inline(always)]
pub(super) fn same(a: &[u8], b: &[u8]) -> bool {
    if a.len() != b.len() {
        return false;
    }
    #[cfg(target_feature = "simd128")]
    if let Some(same) = same_words(a, b) {
        return same;
    }
    let mut at = 0;
    while let (Some(a), Some(b)) = (a.get(at), b.get(at)) {
        if a != b {
            return false;
        }
        at = at.wrapping_add(1);
    }
    true
}

/// The same of texts as long as each other, a word at a time; `None` for less than a word.
#[cfg(target_feature = "simd128")]
#[inline(always)]
fn same_words(a: &[u8], b: &[u8]) -> Option<bool> {
    if let (Some(a_last), Some(b_last)) = (a.last_chunk::<8>(), b.last_chunk::<8>()) {
        let (mut a, mut b) = (a, b);
        while let (Some((a_word, a_rest)), Some((b_word, b_rest))) =
            (a.split_first_chunk::<8>(), b.split_first_chunk::<8>())
        {
            if u64::from_le_bytes(*a_word) != u64::from_le_bytes(*b_word) {
                return Some(false);
            }
            (a, b) = (a_rest, b_rest);
        }
        return Some(u64::from_le_bytes(*a_last) == u64::from_le_bytes(*b_last));
    }
    let (a_first, b_first) = (a.first_chunk::<4>()?, b.first_chunk::<4>()?);
    let (a_last, b_last) = (a.last_chunk::<4>()?, b.last_chunk::<4>()?);
    Some(
        u32::from_le_bytes(*a_first) == u32::from_le_bytes(*b_first)
            && u32::from_le_bytes(*a_last) == u32::from_le_bytes(*b_last),
    )
}
