//! The API key, taken out of texts that others wrote.
//!
//! A server that repeats a request, or an error that holds one, must not put the
//! key into an error of ours: neither as it is nor in what programs on the way
//! make of it.

use super::base64;

/// Fewest characters that are taken out: less is no secret, and texts would be garbled.
const SHORTEST: usize = 8;
/// Escapes within escapes that are read: `%253D`, `\u0026#61;`.
const LAYERS: u32 = 3;
/// What is read of an escape that stands for nothing in a key. No text has this byte.
const OTHER: u8 = 0xff;

/// The text with `[API key]` wherever the key, what it is the base64 of, or either
/// of them in base64 stands, in that for URLs too, padded or not, also where JSON, a URL
/// or HTML escaped it.
///
/// JSON stays JSON. A key that looks like an escape itself (Interakt gives none) is
/// found as it is.
///
/// ```
/// use interakt_wasm::client::without_key;
/// let key = Some("c2VjcmV0LWtleTo=");
/// assert_eq!(without_key(r#"{"a":"c2VjcmV0LWtleTo\u003d"}"#, key), r#"{"a":"[API key]"}"#);
/// assert_eq!(without_key("secret-key: unknown", key), "[API key]: unknown");
/// ```
pub fn without_key(text: &str, key: Option<&str>) -> String {
    let forms = forms(key.unwrap_or_default());
    if forms.is_empty() {
        return text.to_owned();
    }
    let pairs = Pairs::of(&forms);
    let bytes = text.as_bytes();
    let mut without = String::with_capacity(bytes.len());
    let (mut copied, mut end) = (0, 0);
    for (at, beginning) in bytes.windows(SHORTEST).enumerate() {
        let [first, second, ..] = *beginning else { break };
        // Most of a text is passed over here.
        let passed = !(pairs.have(first, second) || is_escape(first) || is_escape(second));
        if passed || at < end || !text.is_char_boundary(at) {
            continue;
        }
        let found = end_of_form(bytes, at, &forms, &pairs);
        if found > 0 {
            end = found;
            without.push_str(text.get(copied..at).unwrap_or_default());
            // What escapes the first character would escape the bracket, which JSON forbids.
            #[expect(clippy::disallowed_methods, reason = "what is trimmed ends a character")]
            without.truncate(without.trim_end_matches('\\').len());
            without.push_str("[API key]");
            copied =
                (end..bytes.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(bytes.len());
        }
    }
    without.push_str(text.get(copied..).unwrap_or_default());
    without
}

/// The first two characters of forms, a bit each: the last five bits of the first say which word,
/// those of the second which bit.
struct Pairs([u32; 32]);

impl Pairs {
    fn of(forms: &[u8]) -> Self {
        let mut pairs = Pairs([0; 32]);
        for form in forms.split(|&b| b == b'\n') {
            if let [first, second, ..] = *form
                && let Some(seconds) = pairs.0.get_mut(Self::bits(first) as usize)
            {
                *seconds |= 1u32.wrapping_shl(Self::bits(second));
            }
        }
        pairs
    }

    /// A character, whatever its case.
    fn bits(c: u8) -> u32 {
        u32::from(for_url(c) & 31)
    }

    /// What a form may begin with behind this, a bit each.
    fn behind(&self, first: u8) -> u32 {
        self.0.get(Self::bits(first) as usize).copied().unwrap_or_default()
    }

    fn have(&self, first: u8, second: u8) -> bool {
        self.behind(first).wrapping_shr(Self::bits(second)) & 1 == 1
    }
}

/// Whether an escape may begin with this.
fn is_escape(c: u8) -> bool {
    matches!(c, b'%' | b'&' | b'\\')
}

/// Forms of the key, each with a line break at its end: itself, what it is the
/// base64 of, and both in base64, at each of the three places in a group of bytes.
///
/// What ends a form in some places only is left out: padding, the colon of Basic
/// authentication, the line break of a file.
fn forms(key: &str) -> Vec<u8> {
    let mut forms = Vec::new();
    let mut form = key.as_bytes().to_vec();
    while form.len() >= SHORTEST {
        while form.len() > SHORTEST && matches!(form.last(), Some(b'=' | b':' | b'\n' | b'\r')) {
            form.pop();
        }
        forms.extend_from_slice(&form);
        for skipped in 0..3 {
            forms.push(b'\n');
            base64::encode_part(form.get(skipped..).unwrap_or_default(), &mut forms);
        }
        forms.push(b'\n');
        form = base64::decode(&form).unwrap_or_default();
    }
    forms
}

/// Where a form ends that begins at `start`, with all of the base64 that it is part of; 0 when none does.
fn end_of_form(text: &[u8], start: usize, forms: &[u8], pairs: &Pairs) -> usize {
    for layers in 0..=LAYERS {
        let mut at = start;
        let first = read(text, &mut at, layers);
        // The second one is not read in vain: escapes within escapes take time.
        if pairs.behind(first) == 0 || !pairs.have(first, read(text, &mut at, layers)) {
            continue;
        }
        'forms: for form in forms.split(|&b| b == b'\n') {
            if form.len() < SHORTEST {
                continue;
            }
            let mut at = start;
            for (matched, letter) in form.iter().enumerate() {
                // Half of it is enough at the end of a text, which may have been cut.
                if at >= text.len() && matched >= SHORTEST && matched >= form.len().div_ceil(2) {
                    break;
                }
                let read = read(text, &mut at, layers);
                if !for_url(read).eq_ignore_ascii_case(&for_url(*letter)) {
                    continue 'forms;
                }
            }
            loop {
                let end = at;
                let byte = read(text, &mut at, LAYERS);
                if !(byte.is_ascii_alphanumeric() || byte == b'=') {
                    return end;
                }
            }
        }
    }
    0
}

/// A digit of base64 as that for URLs (RFC 4648 §5) has it.
fn for_url(digit: u8) -> u8 {
    match digit {
        b'+' => b'-',
        b'/' => b'_',
        other => other,
    }
}

/// The byte that is written at `at`, so many layers of escapes taken off. `at` moves behind it.
fn read(text: &[u8], at: &mut usize, layers: u32) -> u8 {
    let Some(layers) = layers.checked_sub(1) else {
        let byte = text.get(*at).copied().unwrap_or(OTHER);
        *at = at.wrapping_add(1);
        return byte;
    };
    let first = read(text, at, layers);
    let mut after = *at;
    let mut next = || read(text, &mut after, layers);
    // An entity of HTML ends with its semicolon; no program writes more zeros in front.
    let (mut digits, mut radix) = (8, 16);
    match first {
        b'%' => digits = 2,
        b'&' => {
            if next() != b'#' {
                return first;
            }
            radix = 10;
        }
        b'\\' => {
            let escaped = next();
            if escaped != b'u' {
                *at = after;
                return if escaped.is_ascii_alphanumeric() { OTHER } else { escaped };
            }
            digits = 4;
        }
        _ => return first,
    }
    let mut value = 0u32;
    for _ in 0..digits {
        let digit = next();
        let more = match digit {
            b'0'..=b'9' => digit & 15,
            b'a'..=b'f' | b'A'..=b'F' => (digit & 15).wrapping_add(9),
            b';' => break,
            b'x' | b'X' => {
                radix = 16;
                continue;
            }
            _ => return first,
        };
        value = value.wrapping_mul(radix).wrapping_add(more.into());
    }
    *at = after;
    value.min(OTHER.into()) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::collection::vec;
    use proptest::prelude::*;
    use proptest::sample::{Index, select};

    /// `secret-key:` in base64.
    const KEY: &str = "c2VjcmV0LWtleTo=";
    /// `~?>~??user:` in base64: with all that is escaped anywhere.
    const MARKED: &str = "fj8+fj8/dXNlcjo=";

    fn redact(text: &str, key: &str) -> String {
        without_key(text, Some(key))
    }

    /// The same by a look at each place.
    fn redact_plainly(text: &str, key: &str) -> String {
        let forms = forms(key);
        let mut without = String::new();
        let mut end = 0;
        for (at, c) in text.char_indices() {
            if at < end {
                continue;
            }
            end = end_of_form(text.as_bytes(), at, &forms, &Pairs([u32::MAX; 32]));
            if end == 0 {
                without.push(c);
            } else {
                without.truncate(without.trim_end_matches('\\').len());
                without.push_str("[API key]");
            }
        }
        without
    }

    #[test]
    fn the_key_is_taken_out_in_whatever_form() {
        for (text, key) in [
            (KEY, KEY),
            ("c2VjcmV0LWtleTo", KEY),
            ("C2VJCMV0LWTLETO=", KEY),
            (r"c2VjcmV0LWtleTo\u003d", KEY),
            (r"c2VjcmV0LWtleTo\u003D", KEY),
            (r"\u0063\u0032VjcmV0LWtleTo=", KEY),
            (r"c2VjcmV0LWtleTo\\u003d", KEY),
            ("c2VjcmV0LWtleTo%3D", KEY),
            ("c2VjcmV0LWtleTo%253d", KEY),
            ("%63%32%56%6a%63%6D%56%30LWtleTo%3D", KEY),
            ("c2VjcmV0LWtleTo&#61;", KEY),
            ("c2VjcmV0LWtleTo&#x3D;", KEY),
            ("c2VjcmV0LWtleTo&#X003d;", KEY),
            (r"c2VjcmV0LWtleTo\u0026#61;", KEY),
            ("&#99;&#50;&#86;&#106;cmV0LWtleTo=", KEY),
            // Decoded.
            ("secret-key", KEY),
            ("Secret%2DKey", KEY),
            // Encoded once more: alone, with a colon, with a line break, in a header, without its colon.
            ("YzJWamNtVjBMV3RsZVRvPQ==", KEY),
            ("YzJWamNtVjBMV3RsZVRvPTo=", KEY),
            ("YzJWamNtVjBMV3RsZVRvPQo", KEY),
            ("c2VjcmV0LWtleQ==", KEY),
            // With what JSON, URLs and HTML escape.
            (r"fj8+fj8\/dXNlcjo=", MARKED),
            (r"fj8\u002bfj8\u002FdXNlcjo\u003d", MARKED),
            ("fj8%2Bfj8%2fdXNlcjo%3D", MARKED),
            ("fj8&#43;fj8&#x2F;dXNlcjo&#x3D;", MARKED),
            ("fj8&#0043;fj8&#x00002F;dXNlcjo=", MARKED),
            (r"fj8+fj8\\\/dXNlcjo=", MARKED),
            // In base64 for URLs, from what was read as such or not.
            ("fj8-fj8_dXNlcjo=", MARKED),
            ("fj8-fj8_dXNlcjo", MARKED),
            ("fj8%2Dfj8%5fdXNlcjo%3d", MARKED),
            (r"fj8\u002dfj8\u005FdXNlcjo", MARKED),
            ("Zmo4LWZqOF9kWE5sY2pvPQ==", "fj8-fj8_dXNlcjo="),
            (MARKED, "fj8-fj8_dXNlcjo="),
            ("~?>~??user", "fj8-fj8_dXNlcjo="),
            ("-_-_-_-_", "+/+/+/+/"),
            ("~?>~??user", MARKED),
            ("~%3F%3E~%3f%3Fuser", MARKED),
            // `école-clé:` in base64.
            ("école-clé", "w6ljb2xlLWNsw6k6"),
            ("%C3%A9cole-cl%C3%A9", "w6ljb2xlLWNsw6k6"),
            // What a key that was encoded twice decodes to.
            (KEY, "YzJWamNtVjBMV3RsZVRvPQ=="),
            ("secret-key", "YzJWamNtVjBMV3RsZVRvPQ=="),
            // Keys that look like escapes.
            ("abc%41%25def", "abc%41%25def"),
            (r"abc\u0041def", r"abc\u0041def"),
            (r"abc\\defg", r"abc\defg"),
            ("12345678", "12345678"),
            (r#"abc\"defg"#, r#"abc"defg"#),
        ] {
            assert_eq!(redact(text, key), "[API key]", "{text}");
            assert_eq!(redact(&[text, " é"].concat(), key), "[API key] é", "{text}");
            let text = ["é <", text, "> ", text].concat();
            assert_eq!(redact(&text, key), "é <[API key]> [API key]", "{text}");
        }
        for (text, without) in [
            ("Basic c2VjcmV0LWtleTo=, Basic", "Basic [API key], Basic"),
            ("secret-key:", "[API key]:"),
            ("QmFzaWMgYzJWamNtVjBMV3RsZVRvPQ==", "QmFzaWMg[API key]"),
            ("QXV0aDpCYXNpYyBjMlZqY21WMExXdGxlVG89DQpB", "QXV0aDpCYXNpYyBj[API key]"),
            ("%c2VjcmV0LWtleTo=", "%[API key]"),
            ("&#c2VjcmV0LWtleTo=", "&#[API key]"),
            ("c2VjcmV0c2VjcmV0LWtleTo=", "c2VjcmV0[API key]"),
        ] {
            assert_eq!(redact(text, KEY), without);
        }
    }

    #[test]
    fn json_stays_json() {
        for (text, without) in [
            (r#"["c2VjcmV0LWtleTo\u003d\nline"]"#, r#"["[API key]\nline"]"#),
            (r#"["\\c2VjcmV0LWtleTo="]"#, r#"["[API key]"]"#),
            (r#"["\\\\c2VjcmV0LWtleTo="]"#, r#"["[API key]"]"#),
            (r#"["\\\u00632VjcmV0LWtleTo="]"#, r#"["[API key]"]"#),
            (r#"["{\"key\":\"c2VjcmV0LWtleTo=\"}"]"#, r#"["{\"key\":\"[API key]\"}"]"#),
            (r#"["\u0020c2VjcmV0LWtleTo\u003d\u0020"]"#, r#"["\u0020[API key]\u0020"]"#),
        ] {
            assert_eq!(redact(text, KEY), without);
            assert!(serde_json::from_str::<serde_json::Value>(without).is_ok());
        }
        // A line break and the rest of the key: nobody means it, and it must not end as `\[`.
        assert_eq!(redact(r#"["a\nbcdefgh"]"#, "nbcdefgh"), r#"["a[API key]"]"#);
    }

    #[test]
    fn the_beginning_of_a_key_is_taken_out_where_the_text_ends() {
        assert_eq!(redact("Basic c2VjcmV0LW", KEY), "Basic [API key]");
        assert_eq!(redact("Basic c2VjcmV0%4cW", KEY), "Basic [API key]");
        assert_eq!(redact("Basic c2VjcmV0LW.", KEY), "Basic c2VjcmV0LW.");
        assert_eq!(redact("Basic c2Vj", KEY), "Basic c2Vj");
        assert_eq!(redact("key 1234567", "12345678"), "key 1234567");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4096))]

        #[test]
        fn a_look_at_each_place_finds_no_more(
            key in select(vec![KEY, MARKED, "w6ljb2xlLWNsw6k6", "YzJWamNtVjBMV3RsZVRvPQ==", "abc%41%25def"]),
            parts in vec((any::<Index>(), "[%&#;ux0-9a-fA-F\\\\\"=é]{0,4}"), 0..5),
        ) {
            let echoes = [
                key, "c2VjcmV0", "LWtleTo", "secret-key", r"c2VjcmV0LWtleTo\u003d", "fj8%2Bfj8%2fdXNlcjo", "~?>~??user",
                "&#99;&#50;VjcmV0LWtleTo", "%6", "\\\\", "école", "YzJWamNtVjBMV3RsZVRv", "&amp;", r"\u0063\u0032V",
            ];
            let text: String =
                parts.iter().flat_map(|(echo, more)| [*echo.get(&echoes), more.as_str()]).collect();
            prop_assert_eq!(redact(&text, key), redact_plainly(&text, key));
        }
    }

    #[test]
    fn everything_else_stays() {
        for text in [
            "",
            "a",
            r"c2VjcmV0 LWtleTo=",
            "%",
            "%6",
            "&",
            "&#",
            "&#99",
            "\\",
            "\\u00",
            "%zz&#;\\é",
        ] {
            assert_eq!(redact(text, KEY), text);
            assert_eq!(without_key(text, None), text);
        }
        for short in ["", "a", "=======", "1234567"] {
            assert_eq!(redact("a 1234567 = ======= c", short), "a 1234567 = ======= c");
        }
        // Eight characters of padding are a form like any other.
        assert_eq!(redact("a ======== c", "========"), "a [API key] c");
    }
}
