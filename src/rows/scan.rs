//! Where a record ends that is not over on its first line.

/// The bytes that a row may have.
pub const MOST_BYTES: usize = 4 << 20;

/// What a look at the bytes from a record's start on tells.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Scan {
    /// It ends before this place, where a line ends or the file.
    Ends(usize),
    /// A quote is closed nowhere, or lines later before something that is no end of a cell. Which
    /// bytes say so: up to this place, whatever begins with a quote does not go on in the next line.
    Torn(usize),
    /// It has too many bytes.
    TooLong,
    /// More bytes are needed.
    More,
}

/// Looks for the end of the record that begins with `bytes`, of which the caller gives
/// [`MOST_BYTES`] and one at most. `whole`: the file ends with them. No quoted cell that begins
/// before `strict` goes on in another line. Also says how many bytes were looked at.
pub(super) fn scan(bytes: &[u8], delimiter: u8, strict: usize, whole: bool) -> (Scan, usize) {
    let mut at = 0usize;
    // What it means that there are no more bytes.
    let full = bytes.len() > MOST_BYTES;
    let behind = match (full, whole) {
        (true, _) => Scan::TooLong,
        (_, true) => Scan::Ends(bytes.len()),
        _ => Scan::More,
    };
    loop {
        if bytes.get(at) == Some(&b'"') {
            let start = at;
            let mut spans = false;
            loop {
                at = at.wrapping_add(1);
                match bytes.get(at) {
                    None if whole || full && spans => return (Scan::Torn(at), at),
                    None => return (behind, at),
                    Some(b'"') if bytes.get(at.wrapping_add(1)) == Some(&b'"') => {
                        at = at.wrapping_add(1);
                    }
                    Some(b'"') => break,
                    Some(b'\n' | b'\r') if start < strict => return (Scan::Torn(strict), at),
                    Some(b'\n' | b'\r') => spans = true,
                    Some(_) => {}
                }
            }
            at = at.wrapping_add(1);
            match bytes.get(at) {
                None | Some(b'\n' | b'\r') => {}
                Some(byte) if *byte == delimiter || !spans => {}
                // A cell that begins with this quote may go on.
                Some(_) => return (Scan::Torn(at.wrapping_sub(1)), at),
            }
        }
        loop {
            match bytes.get(at) {
                None => return (behind, at),
                Some(b'\n' | b'\r') => return (Scan::Ends(at), at),
                Some(byte) if *byte == delimiter => break,
                Some(_) => at = at.wrapping_add(1),
            }
        }
        at = at.wrapping_add(1);
    }
}

/// How many lines end in a part of the bytes: with `\n`, `\r\n` or `\r`.
pub(super) fn line_ends(bytes: &[u8], from: usize, to: usize) -> u32 {
    let mut count = 0u32;
    for (at, byte) in (from..).zip(bytes.get(from..to).unwrap_or_default()) {
        let next = bytes.get(at.wrapping_add(1));
        let ends = *byte == b'\n' || *byte == b'\r' && next != Some(&b'\n');
        count = count.wrapping_add(ends.into());
    }
    count
}
