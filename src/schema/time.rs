//! Times: ISO 8601, with or without fraction and zone.

use super::text::whole_number;

/// The zone of a time, empty when it has none; `None` when the text is no time.
pub(crate) fn zone(text: &str) -> Option<&str> {
    let zone = fraction(parse_date_time(text)?.1).1;
    (matches!(zone, "" | "Z" | "z") || is_offset(zone)).then_some(zone)
}

/// The digits behind a dot, and what follows them. A dot without digits stays.
pub(crate) fn fraction(rest: &str) -> (&str, &str) {
    let Some(tail) = rest.strip_prefix('.') else { return ("", rest) };
    let end = tail.find(|c: char| !c.is_ascii_digit()).unwrap_or(tail.len());
    if end == 0 { ("", rest) } else { tail.split_at_checked(end).unwrap_or_default() }
}

fn is_offset(zone: &str) -> bool {
    let Some(digits) = zone.strip_prefix(['+', '-']) else { return false };
    let Some((hours, minutes)) = digits.split_at_checked(2) else { return false };
    let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
    let below =
        |text: &str, end: u32| text.len() == 2 && whole_number(text).is_some_and(|n| n < end);
    below(hours, 24) && below(minutes, 60)
}

/// `YYYY-MM-DDTHH:MM:SS`, or with a blank as `T`, that exists in the calendar, and what follows it.
pub(crate) fn parse_date_time(text: &str) -> Option<([u32; 6], &str)> {
    let head: &[u8; 19] = text.as_bytes().first_chunk()?;
    let number = |range: std::ops::Range<usize>| {
        head.get(range)?.iter().try_fold(0u32, |n, b| {
            b.is_ascii_digit().then(|| n.wrapping_mul(10).wrapping_add(u32::from(b & 15)))
        })
    };
    let marks = head[4] == b'-'
        && head[7] == b'-'
        && matches!(head[10], b'T' | b't' | b' ')
        && head[13] == b':'
        && head[16] == b':';
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        4 | 6 | 9 | 11 => 30,
        2 => 28 | u32::from(leap),
        _ => 31,
    };
    let exists = (1..=12).contains(&month)
        && (1..=days).contains(&day)
        && hour < 24
        && minute < 60
        && second < 61;
    let rest = text.get(19..)?;
    (marks && exists).then_some(([year, month, day, hour, minute, second], rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_ends_in_its_zone_or_in_none() {
        for (text, found) in [
            ("2022-06-03T05:43:33.237499", ""),
            ("2022-06-03T05:43:33", ""),
            ("2024-06-10 08:38:08.635664", ""),
            ("2024-06-10 08:38:08+05:30", "+05:30"),
            ("2024-06-10 08:38:08.1+0530", "+0530"),
            ("2023-11-10T14:40:50.263298Z", "Z"),
            ("2023-11-10t14:40:50z", "z"),
        ] {
            assert_eq!(zone(text), Some(found), "{text}");
        }
    }

    #[test]
    fn other_text_is_no_time() {
        for text in [
            "",
            "None",
            "2022-06-03",
            "2022-06-03T05:43",
            "2022-06-03T05:43:33.",
            "2022-06-03T05:43:33 UTC",
            "2022-06-03T05:43:33+5:30",
            "2022-06-03T05:43:33-03",
            "2022-13-03T05:43:33",
            "2022-06-03_05:43:33",
            "03/06/2022 05:43:33",
            "1654235013",
            "２022-06-03T05:43:33",
            "2022-06-03é05:43:33",
            "2022-06-03T05:43:33.1é",
        ] {
            assert_eq!(zone(text), None, "{text}");
        }
    }
}
