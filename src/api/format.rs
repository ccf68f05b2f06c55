//! Strings of a common form: digits, URLs, e-mail addresses, times.

use crate::schema::Source::{Documented, Vendor};
use crate::schema::{
    Code, Shape, TEXT, Text, TextRule, doc, fraction, limit, parse_date_time, zone,
};

/// A string that is not empty.
pub const NON_EMPTY: Shape = Shape::Text(&Text { min: limit(1, Documented), ..TEXT });

/// Any string.
pub const ANY_TEXT: Shape = Shape::Text(&TEXT);

/// An absolute http(s) URL.
pub const URL: Shape = Shape::Text(&URL_TEXT);

/// What a URL must keep, for those that must keep more.
pub const URL_TEXT: Text = Text {
    min: limit(1, Vendor),
    max: limit(2000, Vendor),
    rules: &[&ABSOLUTE_URL],
    example: doc("https://example.com/picture.jpg"),
    ..TEXT
};

/// No absolute http(s) URL.
pub static NOT_A_URL: Code =
    Code { id: "url.invalid", message: "Must be a full URL that starts with https:// or http://." };

/// `http` or `https`, a host, no white space.
pub static ABSOLUTE_URL: TextRule = TextRule {
    code: &NOT_A_URL,
    source: Vendor,
    holds: |text, _| is_url(text),
    pattern: doc("^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]+\\S*$"),
    doc: doc("An absolute http or https URL without white space."),
};

fn is_url(text: &str) -> bool {
    let after = |scheme: &str| match text.get(..scheme.len()) {
        Some(head) if head.eq_ignore_ascii_case(scheme) => text.get(scheme.len()..),
        _ => None,
    };
    after("https://").or_else(|| after("http://")).is_some_and(|rest| {
        !rest.starts_with(['/', '?', '#'])
            && !rest.is_empty()
            && !rest.contains(char::is_whitespace)
    })
}

/// No e-mail address.
pub static NOT_AN_EMAIL: Code =
    Code { id: "email.invalid", message: "Must be an e-mail address, such as agent@example.com." };

/// Something, one `@`, a host with a dot.
pub static EMAIL_ADDRESS: TextRule = TextRule {
    code: &NOT_AN_EMAIL,
    source: Documented,
    holds: |text, _| {
        let Some((local, host)) = text.split_once('@') else { return false };
        let labels = host.split('.').count();
        !local.is_empty()
            && !text.contains(char::is_whitespace)
            && !host.contains(['@'])
            && labels > 1
            && host.split('.').all(|label| !label.is_empty())
    },
    pattern: doc("^[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+$"),
    doc: doc("An e-mail address: one @, a host with a dot, no white space."),
};

/// No date and time.
pub static NOT_A_DATE_TIME: Code = Code {
    id: "date_time.invalid",
    message: "Must be a date and time in ISO 8601, such as 2025-03-27T13:26:52.926Z.",
};

/// ISO 8601, with or without fraction and zone.
pub static DATE_TIME: TextRule = TextRule {
    code: &NOT_A_DATE_TIME,
    source: Documented,
    holds: |text, _| zone(text).is_some() && text.as_bytes().get(10) != Some(&b' '),
    pattern: doc(
        "^\\d{4}-\\d{2}-\\d{2}[Tt]\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?([Zz]|[+-]\\d{2}:?\\d{2})?$",
    ),
    doc: doc("An ISO 8601 date and time; a fraction of a second and a zone may follow."),
};

/// No UTC time as RCS wants it.
pub static NOT_A_UTC_TIME: Code = Code {
    id: "date_time.not_utc",
    message: "Must be a UTC time that ends in Z, with at most 9 decimals, such as 2023-06-26T15:01:23Z.",
};

/// RFC 3339 in UTC (`Z`), at most nine fractional digits.
pub static UTC_TIME: TextRule = TextRule {
    code: &NOT_A_UTC_TIME,
    source: Documented,
    holds: |text, _| utc_time(text).is_some(),
    pattern: doc("^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z$"),
    doc: doc("RFC 3339 in UTC, ending in Z, with at most nine fractional digits."),
};

/// A UTC time in an order that compares: its fields and its fraction, whose
/// trailing zeros are gone. `None` for anything else.
pub(super) fn utc_time(text: &str) -> Option<([u32; 6], &str)> {
    let (fields, rest) = parse_date_time(text)?;
    let (digits, zone) = fraction(rest);
    let fine = zone == "Z" && digits.len() <= 9 && text.as_bytes().get(10) == Some(&b'T');
    fine.then(|| (fields, digits.trim_end_matches('0')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Params;

    fn holds_for(rule: &TextRule, text: &str) -> bool {
        (rule.holds)(text, &mut Params::default())
    }

    #[test]
    fn tells_urls_from_other_text() {
        for (text, fine) in [
            ("https://example.com/a.jpg?x=1#y", true),
            ("HTTP://example.com", true),
            ("https://{{1}}", true),
            ("ftp://example.com", false),
            ("https:///a", false),
            ("https://", false),
            ("//example.com", false),
            ("https://exa mple.com", false),
            ("héttps://example.com", false),
        ] {
            assert_eq!(holds_for(&ABSOLUTE_URL, text), fine, "{text}");
        }
    }

    #[test]
    fn tells_email_addresses_from_other_text() {
        for (text, fine) in [
            ("agent@example.com", true),
            ("a.b+c@mail.example.co.in", true),
            ("agent@localhost", false),
            ("agent@example.", false),
            ("@example.com", false),
            ("a@b@example.com", false),
            ("an agent@example.com", false),
        ] {
            assert_eq!(holds_for(&EMAIL_ADDRESS, text), fine, "{text}");
        }
    }

    #[test]
    fn knows_the_calendar() {
        for (text, fine) in [
            ("2025-03-27T13:26:52.926Z", true),
            ("2024-02-29T00:00:00", true),
            ("2025-02-29T00:00:00Z", false),
            ("2025-04-31T00:00:00Z", false),
            ("2025-13-01T00:00:00Z", false),
            ("2025-03-27T24:00:00Z", false),
            ("2025-03-27 13:26:52Z", false),
            ("2025-03-27T13:26:52+05:30", true),
            ("2025-03-27T13:26:52+0530", true),
            ("2025-03-27T13:26:52+5:30", false),
            ("2025-03-27T13:26:52+24:00", false),
            ("2025-03-27T13:26:52+05:60", false),
            ("2025-03-27T13:26:52+05:", false),
            ("2025-03-27T13:26:52+05:3०", false),
            ("2025-03-27T13:26:52.Z", false),
            ("2025-03-27", false),
            ("next tuesday, at about nine", false),
            ("२०२५-०३-२७T13:26:52Z", false),
        ] {
            assert_eq!(holds_for(&DATE_TIME, text), fine, "{text}");
        }
    }

    #[test]
    fn wants_utc_for_calendar_events() {
        for (text, fine) in [
            ("2023-06-26T15:01:23Z", true),
            ("2023-06-26T15:01:23.045123456Z", true),
            ("2023-06-26T15:01:23.0451234567Z", false),
            ("2023-06-26T15:01:23+00:00", false),
            ("2023-06-26t15:01:23Z", false),
        ] {
            assert_eq!(holds_for(&UTC_TIME, text), fine, "{text}");
        }
        assert!(utc_time("2023-06-26T15:01:23.5Z") > utc_time("2023-06-26T15:01:23.499Z"));
        assert_eq!(utc_time("2023-06-26T15:01:23.500Z"), utc_time("2023-06-26T15:01:23.5Z"));
    }
}
