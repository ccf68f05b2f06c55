//! The API key, taken out of texts that others wrote.
//!
//! A server that repeats a request, or an error that holds one, must not put the
//! key into an error of ours: neither as it is nor in any encoding that a program
//! gives it on the way.

use std::borrow::Cow;

use super::base64;

/// Fewest characters that are taken out: less is no secret, and texts would be garbled.
const SHORTEST: usize = 8;
/// Escapes within escapes that are read: `%253D`, `\u0026#61;`.
const LAYERS: u32 = 3;
/// What an escape begins with: a URL's, an entity of HTML, JSON's.
const ESCAPES: &[u8] = b"%&\\";
/// What is read where an escape stands for nothing that a key holds. No text has this byte.
const OTHER: u8 = 0xff;

/// The text with `[API key]` wherever the key, what it is the base64 of, or either
/// of them in base64 occurs, also where JSON, a URL or HTML escaped it.
///
/// JSON stays JSON: an escape is taken out as a whole or not at all.
///
/// ```
/// use interakt_wasm::client::without_key;
/// let key = Some("c2VjcmV0LWtleTo=");
/// assert_eq!(without_key(r#"{"a":"c2VjcmV0LWtleTo\u003d"}"#, key), r#"{"a":"[API key]"}"#);
/// assert_eq!(without_key("secret-key: unknown", key), "[API key]: unknown");
/// ```
pub fn without_key<'t>(text: &'t str, key: Option<&str>) -> Cow<'t, str> {
    let forms = forms(key.unwrap_or_default());
    let bytes = text.as_bytes();
    let mut without = Vec::new();
    let (mut copied, mut at) = (0, 0);
    while at < bytes.len() {
        let after = after_escape(bytes, at);
        match (at..after).find_map(|start| occurrence(bytes, start, &forms)) {
            None => at = after,
            Some(end) => {
                without.extend_from_slice(bytes.get(copied..at).unwrap_or_default());
                without.extend_from_slice(b"[API key]");
                while at < end {
                    at = after_escape(bytes, at);
                }
                copied = at;
            }
        }
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    without.extend_from_slice(bytes.get(copied..).unwrap_or_default());
    Cow::Owned(String::from_utf8(without).unwrap_or_default())
}

/// What gives the key away: itself, what it is the base64 of, and both in base64
/// wherever they stand in what was encoded. Without what may be missing at the end.
fn forms(key: &str) -> Vec<Vec<u8>> {
    let mut forms = Vec::new();
    let mut next = Some(key.as_bytes().to_vec());
    while let Some(mut form) = next.filter(|form| form.len() >= SHORTEST) {
        let end = form.iter().rposition(|b| !(b"=:".contains(b) || b.is_ascii_whitespace()));
        form.truncate(end.map_or(0, |last| last + 1).max(SHORTEST));
        // Only text has a form of its own in other texts.
        next = base64::decode(&form).filter(|inner| std::str::from_utf8(inner).is_ok());
        let encoded = |skipped| form.get(skipped..).map(base64::encode_groups);
        let encoded: [_; 3] = std::array::from_fn(encoded);
        forms.push(form);
        forms.extend(encoded.into_iter().flatten());
    }
    forms
}

/// Where a form of the key ends that begins at `start`.
fn occurrence(text: &[u8], start: usize, forms: &[Vec<u8>]) -> Option<usize> {
    let first = text.get(start)?;
    let may_begin = |form: &Vec<u8>| form.first().is_some_and(|b| b.eq_ignore_ascii_case(first));
    if !ESCAPES.contains(first) && !forms.iter().any(may_begin) {
        return None;
    }
    let end = |form: &Vec<u8>, layers| {
        let mut at = start;
        for (matched, letter) in form.iter().enumerate() {
            match read(text, at, layers) {
                Some((read, next)) if read.eq_ignore_ascii_case(letter) => at = next,
                // The beginning of the key, where a text was cut.
                None if matched >= SHORTEST => break,
                _ => return None,
            }
        }
        Some(at)
    };
    let mut at = forms.iter().find_map(|form| (0..=LAYERS).find_map(|layers| end(form, layers)))?;
    // The rest of what was encoded.
    while let Some((read, next)) = read(text, at, LAYERS)
        && (read.is_ascii_alphanumeric() || read == b'=')
    {
        at = next;
    }
    Some(at)
}

/// Where what follows begins, an escape of JSON not being divided.
fn after_escape(text: &[u8], at: usize) -> usize {
    match text.get(at) {
        Some(b'\\') => read(text, at, 1).map_or(at + 1, |(_, after)| after),
        _ => at + 1,
    }
}

/// The byte that is written at `at`, with so many layers of escapes taken off, and where the next one is.
fn read(text: &[u8], at: usize, layers: u32) -> Option<(u8, usize)> {
    let &plain = text.get(at)?;
    if layers == 0 || !ESCAPES.contains(&plain) {
        return Some((plain, at + 1));
    }
    let mut reader = Reader { text, at, layers: layers - 1 };
    let first = reader.next()?;
    let after = reader.at;
    let meant = match first {
        b'%' => reader.digits(2),
        b'&' => reader.entity(),
        b'\\' => reader.next().and_then(|next| match next {
            b'u' => reader.digits(4),
            _ if next.is_ascii_punctuation() => Some(next),
            _ => next.is_ascii().then_some(OTHER),
        }),
        _ => None,
    };
    Some(meant.map_or((first, after), |byte| (byte, reader.at)))
}

/// Reads one byte after the other, with so many layers of escapes taken off.
struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    layers: u32,
}

impl Reader<'_> {
    fn next(&mut self) -> Option<u8> {
        let (byte, after) = read(self.text, self.at, self.layers)?;
        self.at = after;
        Some(byte)
    }

    /// The value of so many hexadecimal digits.
    fn digits(&mut self, count: u32) -> Option<u8> {
        let mut value = 0;
        for _ in 0..count {
            value = value << 4 | (self.next()? as char).to_digit(16)?;
        }
        Some(value.min(OTHER.into()) as u8)
    }

    /// `#61;`, `#x3D;`, `amp;`: what follows `&`.
    fn entity(&mut self) -> Option<u8> {
        match self.next()? {
            b'#' => {}
            b'a' => return b"mp;".iter().all(|&b| self.next() == Some(b)).then_some(b'&'),
            _ => return None,
        }
        let (mut value, mut radix) = (0, 10);
        // No program writes more zeros in front.
        for _ in 0..8 {
            match self.next()? {
                b';' => return Some(value.min(OTHER.into()) as u8),
                b'x' | b'X' if value == 0 => radix = 16,
                digit => value = value * radix + (digit as char).to_digit(radix)?,
            }
        }
        None
    }
}
