//! The `Retry-After` header.

use crate::schema::{decimal_number, is_digits, whole_number};

/// How long to wait, in milliseconds: `Retry-After` holds seconds, with a fraction from some
/// servers, or an HTTP date (RFC 9110 §10.2.3). A date that has passed is no wait. Where several
/// stand there, because the header came more than once, the longest counts. `None` when none is
/// either. `now_ms` counts from 1970.
///
/// ```
/// use interakt_wasm::client::retry_after_ms;
/// assert_eq!(retry_after_ms("20", 0), Some(20_000));
/// assert_eq!(retry_after_ms("1.5, 2", 0), Some(2_000));
/// assert_eq!(retry_after_ms("Thu, 01 Jan 1970 00:00:30 GMT", 10_000), Some(20_000));
/// assert_eq!(retry_after_ms("soon", 0), None);
/// ```
pub fn retry_after_ms(header: &str, now_ms: i64) -> Option<i64> {
    let mut longest = None;
    let (mut before, mut start) = (0usize, 0usize);
    for part in header.split(',') {
        let end = start.wrapping_add(part.len());
        let date = |start| date_ms(header.get(start..end).unwrap_or_default(), now_ms);
        // The comma behind a weekday parts nothing.
        let wait = seconds_ms(part.trim()).or_else(|| date(start)).or_else(|| date(before));
        longest = longest.max(wait);
        (before, start) = (start, end.wrapping_add(1));
    }
    longest
}

/// The milliseconds of digits, with more of them behind a dot or not, rounded up.
fn seconds_ms(text: &str) -> Option<i64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    if !is_digits(whole) || !is_digits(fraction) {
        return None;
    }
    let seconds = decimal_number(text)?;
    // More digits than a number holds is as good as for ever.
    Some((seconds.min(MOST_SECONDS as f64) * 1000.0).ceil() as i64)
}

fn date_ms(text: &str, now_ms: i64) -> Option<i64> {
    let at = http_date_seconds(text)?.min(MOST_SECONDS);
    Some(at.wrapping_mul(1000).wrapping_sub(now_ms).max(0))
}

/// Keeps the milliseconds exact in a JavaScript number.
const MOST_SECONDS: i64 = 9_000_000_000_000;

/// Seconds since 1970 of any of the three forms of RFC 9110 §5.6.7.
fn http_date_seconds(text: &str) -> Option<i64> {
    let mut words =
        text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let weekday = words.next()?;
    if !weekday.bytes().all(|b| b.is_ascii_alphabetic()) {
        return None;
    }
    let (second, third) = (words.next()?, words.next()?);
    let (day, month, year_first) = match month(third) {
        Some(month) => (number(second)?, month, true),
        None => (number(third)?, self::month(second)?, false),
    };
    let mut next = || words.next().and_then(number);
    let (year, [hour, minute, second]) = if year_first {
        (next()?, [next()?, next()?, next()?])
    } else {
        let time = [next()?, next()?, next()?];
        (next()?, time)
    };
    // Two digits, of RFC 850: no server means the last century any more.
    let year = if year < 100 { year.wrapping_add(2000) } else { year };
    let real = (1..=31).contains(&day) && hour < 24 && minute < 60 && second <= 60;
    real.then(|| seconds_from_1970(year, month, day, [hour, minute, second]))
}

fn number(word: &str) -> Option<i64> {
    whole_number(word).filter(|_| word.len() <= 4).map(i64::from)
}

fn month(word: &str) -> Option<i64> {
    const NAMES: &[u8] = b"janfebmaraprmayjunjulaugsepoctnovdec";
    let same = |name: &[u8]| name.eq_ignore_ascii_case(word.as_bytes());
    NAMES.chunks_exact(3).zip(1..).find(|(name, _)| same(name)).map(|(_, month)| month)
}

/// Seconds since 1970. Days are those of the proleptic Gregorian calendar, counted from 1 March of
/// year 0 on so that the leap day is the last of its year.
#[expect(clippy::arithmetic_side_effects, reason = "no number has more than four digits")]
fn seconds_from_1970(year: i64, month: i64, day: i64, [hour, minute, second]: [i64; 3]) -> i64 {
    let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let leap_days = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    const BEFORE_1970: i64 = 719_468;
    let days = year * 365 + leap_days + (153 * month + 2) / 5 + day - 1 - BEFORE_1970;
    ((days * 24 + hour) * 60 + minute) * 60 + second
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOV_6_1994: i64 = 784_111_777_000;

    #[test]
    fn seconds_are_turned_into_milliseconds() {
        for (header, ms) in [
            ("0", 0),
            ("20", 20_000),
            (" 7 ", 7_000),
            ("99999999999999999999", MOST_SECONDS * 1000),
        ] {
            assert_eq!(retry_after_ms(header, 5), Some(ms), "{header}");
        }
    }

    #[test]
    fn fractions_count() {
        for (header, ms) in [
            ("1.5", 1_500),
            ("0.25", 250),
            ("0.001", 1),
            ("0.0001", 1),
            ("2.0000", 2_000),
            (" 1.50 ", 1_500),
            ("0.9999", 1_000),
            ("99999999999999999999.5", MOST_SECONDS * 1000),
        ] {
            assert_eq!(retry_after_ms(header, 5), Some(ms), "{header}");
        }
    }

    #[test]
    fn of_several_the_longest_counts() {
        for (header, ms) in [
            ("2, 2", 2_000),
            ("2,30", 30_000),
            ("30, 2", 30_000),
            ("soon, 7", 7_000),
            ("7, soon", 7_000),
            (", 7,", 7_000),
            ("1, 1.5, 0.5", 1_500),
            ("20, Thu, 01 Jan 1970 00:00:30 GMT", 30_000),
            ("Thu, 01 Jan 1970 00:00:30 GMT, 20", 30_000),
            ("Thu, 01 Jan 1970 00:00:30 GMT, Thu, 01 Jan 1970 00:00:40 GMT", 40_000),
            ("Thu, 01 Jan 1970 00:00:10 GMT, Thu Jan  1 00:00:50 1970", 50_000),
            ("Thursday, 01-Jan-70 00:00:30 GMT, 2", 3_155_760_030_000),
        ] {
            assert_eq!(retry_after_ms(header, 0), Some(ms), "{header}");
        }
    }

    #[test]
    fn a_date_is_read_in_all_three_forms() {
        for header in [
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "sun, 06 nov 1994 08:49:37 gmt",
        ] {
            assert_eq!(retry_after_ms(header, 0), Some(NOV_6_1994), "{header}");
        }
        let in_2026 = retry_after_ms("Friday, 06-Nov-26 08:49:37 GMT", 0);
        assert_eq!(in_2026, Some(1_793_954_977_000));
        assert_eq!(retry_after_ms("Thu, 29 Feb 2024 00:00:00 GMT", 0), Some(1_709_164_800_000));
        assert_eq!(retry_after_ms("Sat, 01 Jan 2000 00:00:00 GMT", 0), Some(946_684_800_000));
    }

    #[test]
    fn a_date_that_has_passed_is_no_wait() {
        assert_eq!(retry_after_ms("Sun, 06 Nov 1994 08:49:37 GMT", NOV_6_1994 + 1), Some(0));
    }

    #[test]
    fn anything_else_is_no_answer() {
        for header in [
            "",
            "soon",
            "-5",
            "1.",
            ".5",
            "1.5.2",
            "1.5s",
            "1e3",
            "20s",
            ", ,",
            "soon, later",
            "Sun",
            "Sun, 06 Nov 1994",
            "Sun, 06 Nov 1994 25:49:37 GMT",
            "Sun, 06 Xyz 1994 08:49:37 GMT",
            "Sun, 32 Nov 1994 08:49:37 GMT",
            "2026-11-22T10:00:00Z",
            "Sun, 06 anf 1994 08:49:37 GMT",
            "\u{928}\u{92e}",
        ] {
            assert_eq!(retry_after_ms(header, 0), None, "{header}");
        }
    }
}
