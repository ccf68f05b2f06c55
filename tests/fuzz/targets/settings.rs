//! A client's settings: nothing that breaks a request, no secret in a refusal.
//!
//! Lines: base URL, API key, names and values of headers in turn.

use interakt_wasm::client::{Misuse, Settings, check_settings, retry_after_ms};

use super::text;

/// What lines say; an empty one says nothing.
pub(super) struct Given {
    base_url: Option<String>,
    pub(super) api_key: Option<String>,
    headers: Vec<(String, String)>,
}

impl Given {
    pub(super) fn read(said: &str, separator: char) -> Given {
        let mut lines = said.split(separator).map(str::to_owned);
        let mut next = || lines.next().filter(|line| !line.is_empty());
        let (base_url, api_key) = (next(), next());
        let header = || Some((lines.next()?, lines.next()?));
        Given { base_url, api_key, headers: std::iter::from_fn(header).collect() }
    }

    pub(super) fn settings(&self) -> Settings<'_> {
        Settings {
            base_url: self.base_url.as_deref(),
            api_key: self.api_key.as_deref(),
            headers: &self.headers,
        }
    }

    /// What a refusal says has nothing of the key, or of what headers carry.
    pub(super) fn tells_nothing(&self, misuse: &Misuse) {
        let told = misuse.plain().json();
        let values = self.headers.iter().map(|(_, value)| value);
        // A refusal names a header as it is sent, in lower case.
        let named = |secret: &str| {
            let told = |name: &str| name.contains(secret) || name.to_lowercase().contains(secret);
            self.headers.iter().any(|(name, _)| told(name))
        };
        for secret in self.api_key.iter().chain(values).filter(|secret| !named(secret)) {
            // What is short, or has words of ours, is not told by being there.
            assert!(
                secret.len() < 24 || secret.contains([' ', '"']) || !told.contains(secret.as_str()),
                "{secret:?} in {told}"
            );
        }
    }
}

pub fn work(data: &[u8]) {
    let said = text(data);
    let given = Given::read(said, '\n');
    let _ = check_settings(given.settings());
    retry_after_ms(said, 1_780_000_000_000);
}

pub fn run(data: &[u8]) {
    let said = text(data);
    let given = Given::read(said, '\n');
    match check_settings(given.settings()) {
        Err(misuse) => given.tells_nothing(&misuse),
        Ok((base, warnings)) => {
            assert_eq!(warnings.errors(), 0);
            let begins = base.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case("http"));
            assert!(begins && !base.ends_with('/'), "{base:?}");
            assert!(base.bytes().all(|byte| byte > b' ' && byte != 0x7f), "{base:?}");
            for (name, value) in &given.headers {
                assert!(!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_graphic()));
                assert!(!value.contains(['\r', '\n', '\0']));
            }
        }
    }
    for now_ms in [0, 1_780_000_000_000] {
        let wait = retry_after_ms(said, now_ms);
        assert!(wait.is_none_or(|wait| wait >= 0), "{said:?} is {wait:?}");
    }
}
