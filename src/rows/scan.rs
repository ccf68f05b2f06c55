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
/// before `strict` goes on in another line.
pub(super) fn scan(bytes: &[u8], delimiter: u8, strict: usize, whole: bool) -> Scan {
    let mut at = 0;
    // What it means that there are no more bytes: outside of quotes, and behind a line in quotes.
    let (out, torn) = if bytes.len() > MOST_BYTES {
        (Scan::TooLong, true)
    } else if whole {
        (Scan::Ends(bytes.len()), true)
    } else {
        (Scan::More, false)
    };
    loop {
        if bytes.get(at) == Some(&b'"') {
            let start = at;
            let mut spans = false;
            loop {
                at += 1;
                match bytes.get(at) {
                    None if torn && (spans || whole) => return Scan::Torn(bytes.len()),
                    None => return out,
                    Some(b'"') if bytes.get(at + 1) == Some(&b'"') => at += 1,
                    Some(b'"') => break,
                    Some(b'\n' | b'\r') if start < strict => return Scan::Torn(strict),
                    Some(b'\n' | b'\r') => spans = true,
                    Some(_) => {}
                }
            }
            at += 1;
            match bytes.get(at) {
                None | Some(b'\n' | b'\r') => {}
                Some(byte) if *byte == delimiter || !spans => {}
                // A cell that begins with this quote may go on.
                Some(_) => return Scan::Torn(at - 1),
            }
        }
        loop {
            match bytes.get(at) {
                None => return out,
                Some(b'\n' | b'\r') => return Scan::Ends(at),
                Some(byte) if *byte == delimiter => break,
                Some(_) => at += 1,
            }
        }
        at += 1;
    }
}

/// How many lines end in a part of the bytes: with `\n`, `\r\n` or `\r`.
pub(super) fn line_ends(bytes: &[u8], from: usize, to: usize) -> u32 {
    let mut count = 0;
    for (at, byte) in bytes.get(from..to).unwrap_or_default().iter().enumerate() {
        let ends = *byte == b'\n' || *byte == b'\r' && bytes.get(from + at + 1) != Some(&b'\n');
        count += u32::from(ends);
    }
    count
}
