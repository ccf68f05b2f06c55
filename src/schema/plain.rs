//! Plain values, as they are handed to JavaScript.

use std::borrow::Cow;

use super::text::{push_decimal, quote};

/// A value of JSON, which leaves the module as text: JavaScript makes objects of a text in a
/// fraction of the time and the bytes that it takes to make them one by one from here.
#[derive(Clone, Debug, PartialEq)]
pub enum Plain<'a> {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean(bool),
    /// A whole number that an `f64` can hold.
    Number(i64),
    /// A string.
    Text(Cow<'a, str>),
    /// An object.
    Object(Vec<(&'a str, Plain<'a>)>),
}

impl<'a> Plain<'a> {
    /// An object with these keys.
    pub fn object<const N: usize>(entries: [(&'a str, Plain<'a>); N]) -> Self {
        Plain::Object(entries.into())
    }
}

impl<'a> From<&'a str> for Plain<'a> {
    fn from(text: &'a str) -> Self {
        Plain::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<Option<&'a str>> for Plain<'a> {
    fn from(text: Option<&'a str>) -> Self {
        text.map_or(Plain::Null, Plain::from)
    }
}

impl Plain<'_> {
    /// The value as JSON text.
    pub fn json(&self) -> String {
        let mut out = String::new();
        self.write(&mut out);
        out
    }

    fn write(&self, out: &mut String) {
        match self {
            Plain::Null => out.push_str("null"),
            Plain::Boolean(true) => out.push_str("true"),
            Plain::Boolean(false) => out.push_str("false"),
            Plain::Number(number) => push_decimal(*number, out),
            Plain::Text(text) => quote(text, out),
            Plain::Object(entries) => {
                out.push('{');
                for (at, (key, value)) in entries.iter().enumerate() {
                    out.push_str(if at > 0 { "," } else { "" });
                    quote(key, out);
                    out.push(':');
                    value.write(out);
                }
                out.push('}');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_written_as_json() {
        let inner = Plain::object([
            ("", Plain::Null),
            ("yes", Plain::Boolean(true)),
            ("n", Plain::Number(-7)),
        ]);
        let value =
            Plain::object([("a\"", inner), ("b", Plain::Boolean(false)), ("c", "é\n".into())]);
        let json = r#"{"a\"":{"":null,"yes":true,"n":-7},"b":false,"c":"é\u000a"}"#;
        assert_eq!(value.json(), json);
        assert_eq!(Plain::object([]).json(), "{}");
    }
}
