//! Where requests go.

use super::misuse::Misuse;
use super::text::concat;

/// Refuses a base URL to which no path can be added, and drops slashes at its end.
///
/// A path is kept (`https://example.com/interakt/`), for a server of one's own in between.
///
/// # Errors
/// Anything but `http` or `https`, a relative URL, a user name, a query, a fragment or white space.
///
/// ```
/// use interakt_wasm::client::check_base_url;
/// assert_eq!(check_base_url("https://example.com/api/"), Ok("https://example.com/api"));
/// ```
pub fn check_base_url<'u>(url: &'u str) -> Result<&'u str, Misuse> {
    let refused = |why: &str| {
        let message = ["baseUrl ", why, ". Give something like \"https://api.example.com\"."];
        Err(Misuse::new("base_url_invalid", concat(&message)))
    };
    let after = |(scheme, rest): (&'u str, &'u str)| Some((scheme, rest.strip_prefix("//")?));
    let Some((scheme, rest)) = url.split_once(':').and_then(after) else {
        return refused("must be an absolute URL");
    };
    if !(scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http")) {
        return refused("must begin with https:// or http://");
    }
    if url.contains(|c: char| c.is_whitespace() || c.is_control() || c == '\\') {
        return refused("contains white space, a control character or a backslash");
    }
    if url.contains(['?', '#']) {
        return refused("must not have a query or a fragment");
    }
    let host = rest.split('/').next().unwrap_or_default();
    if host.contains(['@']) {
        return refused("must not contain a user name or password");
    }
    if host.is_empty() || host.starts_with(':') {
        return refused("has no host");
    }
    Ok(url.trim_end_matches('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slash_at_the_end_makes_no_difference() {
        for (given, kept) in [
            ("https://api.interakt.ai", "https://api.interakt.ai"),
            ("https://api.interakt.ai/", "https://api.interakt.ai"),
            ("HTTP://localhost:8080//", "HTTP://localhost:8080"),
            ("http://[::1]:80/a/b/", "http://[::1]:80/a/b"),
        ] {
            assert_eq!(check_base_url(given), Ok(kept));
        }
    }

    #[test]
    fn what_no_path_can_be_added_to_is_refused() {
        for (given, why) in [
            ("", "must be an absolute URL"),
            ("api.interakt.ai", "must be an absolute URL"),
            ("/api", "must be an absolute URL"),
            ("ftp://api.interakt.ai", "must begin with https:// or http://"),
            ("https://", "has no host"),
            ("https:///v1", "has no host"),
            ("https://:80", "has no host"),
            ("https://user:secret@host", "must not contain a user name or password"),
            ("https://host?a=1", "must not have a query or a fragment"),
            ("https://host/#x", "must not have a query or a fragment"),
            ("https://ho st", "contains white space, a control character or a backslash"),
            ("https://host\n", "contains white space, a control character or a backslash"),
            ("https://host\\@evil", "contains white space, a control character or a backslash"),
        ] {
            let misuse = check_base_url(given).unwrap_err();
            assert_eq!(misuse.code, "base_url_invalid");
            assert_eq!(
                misuse.message,
                format!("baseUrl {why}. Give something like \"https://api.example.com\".")
            );
        }
    }
}
