//! Times as Interakt writes them.

/// The JSON string of a time with `T` and its zone, as RFC 3339 has it, if `text` is a time that
/// lacks either: without a zone it is UTC.
pub(super) fn rfc3339(text: &str) -> Option<String> {
    let (date, rest) = (text.get(..10)?, text.get(11..)?);
    let seconds_end = 8;
    let (clock, rest) = (rest.get(..seconds_end)?, rest.get(seconds_end..)?);
    let between = text.as_bytes().get(10)?;
    if !matches!(between, b'T' | b't' | b' ')
        || !looks_like(date, b"0000-00-00")
        || !looks_like(clock, b"00:00:00")
    {
        return None;
    }
    let digits = rest.strip_prefix('.').map_or(0, count_digits);
    let fraction_end = if digits > 0 { digits + 1 } else { 0 };
    let (fraction, zone) = (rest.get(..fraction_end)?, rest.get(fraction_end..)?);
    let (hours, minutes) = match zone.len() {
        0 => ("Z", ""),
        1 if zone.eq_ignore_ascii_case("z") => ("Z", ""),
        3 if looks_like(zone, b"+00") => (zone, ":00"),
        5 if looks_like(zone, b"+0000") => (zone.get(..3)?, zone.get(3..)?),
        6 if looks_like(zone, b"+00:00") => (zone, ""),
        _ => return None,
    };
    let mut time = String::with_capacity(text.len() + 4);
    for part in ["\"", date, "T", clock, fraction, hours] {
        time.push_str(part);
    }
    if minutes.len() == 2 {
        time.push(':');
    }
    time.push_str(minutes);
    time.push('"');
    Some(time)
}

/// Whether digits stand where the pattern has `0`, a sign where it has `+`, and its own
/// characters elsewhere.
fn looks_like(text: &str, pattern: &[u8]) -> bool {
    let fits = |(byte, wanted): (u8, &u8)| match wanted {
        b'0' => byte.is_ascii_digit(),
        b'+' => matches!(byte, b'+' | b'-'),
        _ => byte == *wanted,
    };
    text.len() == pattern.len() && text.bytes().zip(pattern).all(fits)
}

fn count_digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_get_a_t_and_a_zone() {
        for (text, time) in [
            ("2022-06-03T05:43:33.237499", "2022-06-03T05:43:33.237499Z"),
            ("2022-06-03T05:43:33", "2022-06-03T05:43:33Z"),
            ("2024-06-10 08:38:08.635664", "2024-06-10T08:38:08.635664Z"),
            ("2024-06-10 08:38:08+05:30", "2024-06-10T08:38:08+05:30"),
            ("2024-06-10 08:38:08.1+0530", "2024-06-10T08:38:08.1+05:30"),
            ("2024-06-10 08:38:08-03", "2024-06-10T08:38:08-03:00"),
            ("2023-11-10T14:40:50.263298Z", "2023-11-10T14:40:50.263298Z"),
            ("2023-11-10t14:40:50z", "2023-11-10T14:40:50Z"),
        ] {
            assert_eq!(rfc3339(text), Some(format!("\"{time}\"")), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_stays() {
        for text in [
            "",
            "None",
            "2022-06-03",
            "2022-06-03T05:43",
            "2022-06-03T05:43:33.",
            "2022-06-03T05:43:33 UTC",
            "2022-06-03T05:43:33+5:30",
            "03/06/2022 05:43:33",
            "1654235013",
            "２022-06-03T05:43:33",
            "2022-06-03é05:43:33",
            "2022-06-03T05:43:33.1é",
        ] {
            assert_eq!(rfc3339(text), None, "{text}");
        }
    }
}
