//! How many SMS a text takes, by the standard (3GPP 23.038 and 23.040).

use crate::schema::{push_decimal, quote};

/// Letters of the GSM 7-bit alphabet that are not ASCII.
const GSM: &str = "£¥èéùìòÇØøÅåΔΦΓΛΩΠΨΣΘΞÆæßÉ¤¡ÄÖÑÜ§¿äöñüà";
/// How a text is cut into SMS.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segments {
    /// `GSM-7`, or `UCS-2` as soon as one character is not in the GSM alphabet.
    pub encoding: &'static str,
    /// The length in units of the encoding: septets, or UTF-16 units.
    pub units: usize,
    /// How many units fit into each SMS.
    pub units_per_segment: usize,
    /// How many SMS the text takes; each is paid for.
    pub segments: usize,
}

impl Segments {
    /// JSON text: `["encoding",units,unitsPerSegment,segments]`
    pub fn json(&self) -> String {
        let mut out = String::from("[");
        quote(self.encoding, &mut out);
        for number in [self.units, self.units_per_segment, self.segments] {
            out.push(',');
            push_decimal(number as i64, &mut out);
        }
        out.push(']');
        out
    }
}

/// Counts the SMS of a text. A character is never cut in two.
///
/// ```
/// use interakt_wasm::api::sms::segments;
/// assert_eq!(segments(&"a".repeat(160)).segments, 1);
/// assert_eq!(segments(&"a".repeat(161)).segments, 2);
/// assert_eq!(segments("₹99 off").encoding, "UCS-2");
/// ```
pub fn segments(text: &str) -> Segments {
    let gsm = text.chars().all(|c| septets(c) > 0);
    let (encoding, alone, joined) = if gsm { ("GSM-7", 160, 153) } else { ("UCS-2", 70, 67) };
    // Both counts are kept: whether one SMS is enough is known at the end.
    let (mut units, mut segments, mut filled) = (0usize, 1usize, 0usize);
    for c in text.chars() {
        let width = if gsm { septets(c) } else { c.len_utf16() };
        units = units.wrapping_add(width);
        filled = filled.wrapping_add(width);
        if filled > joined {
            segments = segments.wrapping_add(1);
            filled = width;
        }
    }
    let single = units <= alone;
    Segments {
        encoding,
        units,
        units_per_segment: if single { alone } else { joined },
        segments: if single { units.min(1) } else { segments },
    }
}

/// How many septets a character takes; 0: the GSM alphabet does not have it.
fn septets(c: char) -> usize {
    match c {
        '^' | '{' | '}' | '\\' | '[' | ']' | '~' | '|' | '€' | '\u{c}' => 2,
        '`' => 0,
        ' '..='~' | '\n' | '\r' => 1,
        _ => usize::from(GSM.chars().any(|known| known == c)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_as_networks_do() {
        for (text, encoding, units, segments_expected) in [
            (String::new(), "GSM-7", 0, 0),
            ("a".repeat(160), "GSM-7", 160, 1),
            ("a".repeat(161), "GSM-7", 161, 2),
            ("a".repeat(306), "GSM-7", 306, 2),
            ("a".repeat(307), "GSM-7", 307, 3),
            ("€".repeat(80), "GSM-7", 160, 1),
            ("[".repeat(81), "GSM-7", 162, 2),
            // 152 places and a character of two: it does not fit into the first 153.
            (format!("{}€{}", "a".repeat(152), "a".repeat(152)), "GSM-7", 306, 3),
            ("`".to_owned(), "UCS-2", 1, 1),
            ("न".repeat(70), "UCS-2", 70, 1),
            ("न".repeat(71), "UCS-2", 71, 2),
            ("😀".repeat(35), "UCS-2", 70, 1),
            ("😀".repeat(36), "UCS-2", 72, 2),
            // 33 pairs fill 66 of 67 units: the next begins a new SMS.
            ("😀".repeat(67), "UCS-2", 134, 3),
            ("ñ@£$\n".to_owned(), "GSM-7", 5, 1),
        ] {
            let found = segments(&text);
            assert_eq!(
                (found.encoding, found.units, found.segments),
                (encoding, units, segments_expected),
                "{text}"
            );
        }
    }
}
