//! The numbers and names that a message speaks of.

use std::borrow::Cow;

use super::text::{push_decimal, quote};

/// A parameter of a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Param {
    /// A count or a bound.
    Number(i64),
    /// A word.
    Text(Cow<'static, str>),
    /// Words to choose from.
    Words(Vec<&'static str>),
    /// Numbers to choose from, all below 32: a bit each.
    Numbers(u32),
}

impl From<usize> for Param {
    fn from(n: usize) -> Self {
        Param::Number(n as i64)
    }
}

impl From<u32> for Param {
    fn from(n: u32) -> Self {
        Param::Number(n.into())
    }
}

impl From<i32> for Param {
    fn from(n: i32) -> Self {
        Param::Number(n.into())
    }
}

impl From<&'static str> for Param {
    fn from(word: &'static str) -> Self {
        Param::Text(Cow::Borrowed(word))
    }
}

impl From<String> for Param {
    fn from(word: String) -> Self {
        Param::Text(Cow::Owned(word))
    }
}

impl From<Vec<&'static str>> for Param {
    fn from(words: Vec<&'static str>) -> Self {
        Param::Words(words)
    }
}

/// The parameters of a message, in order: what stands between the braces of a JSON object.
///
/// ```
/// use interakt_wasm::schema::Params;
/// let params = Params::default().with("limit", 512u32).with("kind", "image");
/// assert_eq!(params.json(), r#""limit":512,"kind":"image""#);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(String);

impl Params {
    /// Adds a parameter.
    pub fn set(&mut self, name: &'static str, value: impl Into<Param>) {
        self.push(name, &value.into());
    }

    /// These and one more.
    pub fn with(mut self, name: &'static str, value: impl Into<Param>) -> Self {
        self.set(name, value);
        self
    }

    /// Adds a string that is JSON already, as it stands in the text.
    pub(super) fn set_json(&mut self, name: &'static str, json: &str) {
        self.name(name);
        self.0.push_str(json);
    }

    /// `"name":value` of each, with commas between them.
    pub fn json(&self) -> &str {
        &self.0
    }

    #[inline(never)]
    fn name(&mut self, name: &'static str) {
        self.0.push_str(if self.0.is_empty() { "\"" } else { ",\"" });
        self.0.push_str(name);
        self.0.push_str("\":");
    }

    // One copy of the code for all that is set.
    #[inline(never)]
    fn push(&mut self, name: &'static str, value: &Param) {
        self.name(name);
        let out = &mut self.0;
        match value {
            Param::Number(number) => push_decimal(*number, out),
            Param::Text(word) => quote(word, out),
            Param::Words(words) => {
                out.push('[');
                for (position, word) in words.iter().enumerate() {
                    out.push_str(if position == 0 { "" } else { "," });
                    quote(word, out);
                }
                out.push(']');
            }
            Param::Numbers(bits) => {
                out.push('[');
                let mut between = "";
                for number in 0..u32::BITS {
                    if bits >> number & 1 != 0 {
                        out.push_str(between);
                        push_decimal(number.into(), out);
                        between = ",";
                    }
                }
                out.push(']');
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn are_written_as_json_in_order() {
        let params = Params::default()
            .with("limit", -3)
            .with("word", "a \"b\"".to_owned())
            .with("allowed", vec!["a", "b"])
            .with("none", Vec::new())
            .with("lengths", Param::Numbers(1 << 7 | 1 << 10));
        assert_eq!(
            params.json(),
            r#""limit":-3,"word":"a \"b\"","allowed":["a","b"],"none":[],"lengths":[7,10]"#
        );
    }
}
