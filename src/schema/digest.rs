//! A digest of what a JSON text says, however it is written.

use super::kind::Kind;
use super::view::View;

/// The same for the same value with other white space, its keys in another order or its letters
/// escaped otherwise, and different for any other, as far as 64 bits can be. Numbers count as they
/// are written.
pub(crate) fn digest(value: View) -> u64 {
    // What is around, each with the digest of what came before. It may be deeper than calls can go.
    let mut around: Vec<Around> = Vec::new();
    let mut place = value.place();
    loop {
        let here = value.beside(place);
        let mut said = None;
        match here.kind() {
            kind @ (Kind::Object | Kind::List) => {
                let keyed = kind == Kind::Object;
                let sum = u64::from(if keyed { b'{' } else { b'[' });
                around.push(Around { keyed, key: None, sum, behind: here.behind() });
            }
            _ => {
                // Half a character is no text: it counts as it is written, like a number.
                let text = here.as_text();
                let written = text.as_deref().unwrap_or(here.json());
                said = Some(mix(u64::from(text.is_some()), of_text(written)));
            }
        }
        place = place.wrapping_add(1);
        // Whatever ends here says something to what is around it.
        loop {
            if let Some(hash) = said.take() {
                let Some(around) = around.last_mut() else { return hash };
                around.add(hash);
            }
            match around.pop_if(|around| place >= around.behind) {
                Some(ended) => said = Some(finish(ended.sum)),
                None => break,
            }
        }
    }
}

/// An object or an array that is being read.
struct Around {
    keyed: bool,
    key: Option<u64>,
    sum: u64,
    /// The place behind it.
    behind: u32,
}

impl Around {
    /// Adds the digest of a key or a value. Keys come in any order.
    fn add(&mut self, hash: u64) {
        match self.key.take() {
            Some(key) => self.sum = self.sum.wrapping_add(mix(key, hash)),
            None if self.keyed => self.key = Some(hash),
            None => self.sum = mix(self.sum, hash),
        }
    }
}

/// Two digests in one. Their order counts.
pub(crate) fn mix(first: u64, second: u64) -> u64 {
    finish(first.wrapping_mul(PRIME) ^ second)
}

const PRIME: u64 = 0x0100_0000_01b3;

/// Lets every bit depend on every other, so that digests may be added up.
fn finish(mut hash: u64) -> u64 {
    for _ in 0..2 {
        hash = (hash ^ hash >> 32).wrapping_mul(0xd6e8_feb8_6659_fd93);
    }
    hash ^ hash >> 32
}

/// FNV-1a.
fn of_text(text: &str) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(PRIME);
    }
    hash
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::Document;

    fn of(json: &str) -> u64 {
        digest(Document::parse(json).unwrap_or_else(|| panic!("{json} is JSON")).root())
    }

    #[test]
    fn the_same_value_written_otherwise_has_the_same_digest() {
        for (one, other) in [
            (r#"{"a":1,"b":[true,null]}"#, " { \"b\" : [ true ,\n null ] ,\t\"a\" : 1 } "),
            (r#"["é","\/"]"#, r#"["\u00e9","/"]"#),
            (r#"{"é":"😀"}"#, r#"{"\u00E9":"\ud83d\ude00"}"#),
            (r#"{"a":{"b":1,"c":2}}"#, r#"{"a":{"c":2,"b":1}}"#),
        ] {
            assert_eq!(of(one), of(other), "{one} {other}");
        }
    }

    #[test]
    fn other_values_have_other_digests() {
        let values = [
            "null",
            "true",
            "false",
            "0",
            "1",
            "10",
            "-1",
            "1.0",
            "\"\"",
            "\"1\"",
            "\"null\"",
            "[]",
            "{}",
            "[[]]",
            "[{}]",
            "[null]",
            "[1]",
            "[1,1]",
            "[1,2]",
            "[2,1]",
            "[[1],2]",
            "[1,[2]]",
            "[\"1\",\"2\"]",
            "[\"12\"]",
            "{\"a\":1}",
            "{\"b\":1}",
            "{\"a\":\"1\"}",
            "{\"a\":{\"b\":1}}",
            "{\"b\":{\"a\":1}}",
            "{\"a\":\"x\",\"b\":\"y\"}",
            "{\"a\":\"y\",\"b\":\"x\"}",
            "{\"a\":{},\"b\":[]}",
            "{\"a\":[],\"b\":{}}",
            "[\"a\",1]",
            "{\"\":null}",
            "{\"a\":[1,2]}",
            "{\"a\":[2,1]}",
            "\"\\ud800\"",
            "\"\\udbff\"",
            "\"\\\\ud800\"",
            "[\"a\\\"\",\"b\"]",
            "[\"a\",\"\\\"b\"]",
        ];
        for (at, one) in values.iter().enumerate() {
            for other in &values[at + 1..] {
                assert_ne!(of(one), of(other), "{one} {other}");
            }
        }
    }

    #[test]
    fn it_goes_as_deep_as_a_text() {
        let deep = |n| [&"[".repeat(n), "1", &"]".repeat(n)].concat();
        assert_ne!(of(&deep(500_000)), of(&deep(500_001)));
    }

    #[test]
    fn values_that_change_places_are_other_values() {
        let mut seen = std::collections::BTreeSet::new();
        for a in 0..40 {
            for b in 0..40 {
                let (a, b) = (char::from(b'0' + a), char::from(b'0' + b));
                let json = format!(r#"{{"a":"{a}","b":"{b}"}}"#);
                assert!(seen.insert(of(&json)), "{json}");
            }
        }
    }
}
