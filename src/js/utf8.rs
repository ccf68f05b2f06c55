//! Bytes as text. The only unsafe code besides the allocator.

/// The text that bytes are, if they are UTF-8. Most are ASCII, which takes a fraction of the time
/// to see that the standard library takes where it is built for size.
#[cfg(any(feature = "checks", feature = "sms"))] // What reads phones alone decodes them itself.
pub(super) fn text(bytes: &[u8]) -> Option<&str> {
    ascii(bytes).or_else(|| std::str::from_utf8(bytes).ok())
}

/// The text that bytes are, if they are ASCII.
#[cfg_attr(speed, optimize(speed))]
pub(super) fn ascii(bytes: &[u8]) -> Option<&str> {
    let mut any = 0;
    for byte in bytes {
        any |= byte;
    }
    if any >= 0x80 {
        return None;
    }
    // SAFETY: each byte is below 0x80, and so a whole character in UTF-8.
    #[expect(unsafe_code, reason = "the bytes have just been looked at")]
    Some(unsafe { std::str::from_utf8_unchecked(bytes) })
}
