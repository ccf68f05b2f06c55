//! Writing JSON text and numbers. The formatting of the standard library would take 3 KB.

/// A whole number in digits.
pub(crate) fn decimal(number: i64) -> String {
    let mut digits = String::new();
    push_decimal(number, &mut digits);
    digits
}

/// Writes a whole number in digits.
pub(crate) fn push_decimal(number: i64, out: &mut String) {
    if number < 0 {
        out.push('-');
    }
    push_digits(number.unsigned_abs(), out);
}

fn push_digits(number: u64, out: &mut String) {
    if number >= 10 {
        push_digits(number / 10, out);
    }
    out.push(char::from(b'0' | (number % 10) as u8));
}

/// Only ASCII digits, at least one.
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// The number that a text of digits alone is; `None` beyond 32 bits.
pub(crate) fn whole_number(text: &str) -> Option<u32> {
    let digit = |n: u32, b: u8| n.checked_mul(10)?.checked_add(u32::from(b.wrapping_sub(b'0')));
    is_digits(text).then(|| text.bytes().try_fold(0, digit)).flatten()
}

/// Writes a JSON string.
pub(crate) fn quote(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => {
                out.push('\\');
                out.push(c);
            }
            ..' ' => {
                out.push_str(if c < '\u{10}' { "\\u000" } else { "\\u001" });
                out.push(char::from_digit(c as u32 & 15, 16).unwrap_or('0'));
            }
            _ => out.push(c),
        }
    }
    out.push('"');
}

/// The length of a text in code points: every byte that does not continue a character begins one.
#[cfg_attr(speed, optimize(speed))]
pub(crate) fn code_points(text: &str) -> usize {
    let mut count = 0usize;
    for byte in text.as_bytes() {
        count = count.wrapping_add(usize::from(byte & 0xC0 != 0x80));
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_digits() {
        for number in [0, 7, 10, -1, 512, i64::MAX, i64::MIN] {
            assert_eq!(decimal(number), number.to_string());
        }
        for text in ["0", "007", "4294967295", "4294967296", "", "-1", "1a", "٣"] {
            let expected = text.parse().ok().filter(|_| !text.starts_with(['+', '-']));
            assert_eq!(whole_number(text), expected, "{text}");
        }
    }

    #[test]
    fn strings_are_written_as_json() {
        for text in ["", "plain", "\"\\/", "\0\u{8}\n\r\t\u{f}\u{10}\u{1f} \u{7f}", "é😀\u{2028}"]
        {
            let mut json = String::new();
            quote(text, &mut json);
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        }
    }
}
