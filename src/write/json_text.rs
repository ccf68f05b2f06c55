//! JSON text, written piece by piece.

/// Text that grows. Commas come by themselves.
#[derive(Default)]
pub struct Json {
    out: String,
}

impl Json {
    /// The text so far.
    pub fn finish(self) -> String {
        self.out
    }

    /// `{` or `[`.
    pub fn open(&mut self, bracket: char) {
        self.separate();
        self.out.push(bracket);
    }

    /// `}` or `]`.
    pub fn close(&mut self, bracket: char) {
        self.out.push(bracket);
    }

    /// A key; its value must follow.
    pub fn key(&mut self, key: &str) {
        self.text(key);
        self.out.push(':');
    }

    /// A string.
    pub fn text(&mut self, text: &str) {
        self.separate();
        self.out.push('"');
        for c in text.chars() {
            match c {
                '"' | '\\' => {
                    self.out.push('\\');
                    self.out.push(c);
                }
                '\0'..='\u{1f}' => {
                    self.out.push_str("\\u00");
                    for digit in [c as u32 / 16, c as u32 % 16] {
                        self.out.extend(char::from_digit(digit, 16));
                    }
                }
                _ => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    /// A whole number.
    pub fn number(&mut self, number: i64) {
        self.raw(&crate::schema::decimal(number));
    }

    /// JSON as it is.
    pub fn raw(&mut self, json: &str) {
        self.separate();
        self.out.push_str(json);
    }

    /// A key and a string.
    pub fn entry(&mut self, key: &str, text: &str) {
        self.key(key);
        self.text(text);
    }

    /// A key and an array of strings.
    pub fn entries(&mut self, key: &str, texts: &[&str]) {
        self.key(key);
        self.open('[');
        for text in texts {
            self.text(text);
        }
        self.close(']');
    }

    /// A comma, unless nothing stands before it. No string ends in one of these: it ends in a quote.
    fn separate(&mut self) {
        if !matches!(self.out.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.out.push(',');
        }
    }
}

/// The same JSON over several lines, two spaces a level, for files that people read.
pub fn pretty(json: &str) -> String {
    let mut out = String::new();
    let (mut depth, mut quoted, mut escaped) = (0usize, false, false);
    let mut rest = json.chars().peekable();
    while let Some(c) = rest.next() {
        if quoted {
            out.push(c);
            quoted = escaped || c != '"';
            escaped = c == '\\' && !escaped;
            continue;
        }
        let next_closes = rest.peek().is_some_and(|next| matches!(next, '}' | ']'));
        match c {
            '{' | '[' if next_closes => out.extend([Some(c), rest.next()].into_iter().flatten()),
            '{' | '[' => {
                depth += 1;
                out.push(c);
                line(&mut out, depth);
            }
            '}' | ']' => {
                depth -= 1;
                line(&mut out, depth);
                out.push(c);
            }
            ',' => {
                out.push(c);
                line(&mut out, depth);
            }
            ':' => out.push_str(": "),
            _ => {
                quoted = c == '"';
                out.push(c);
            }
        }
    }
    out.push('\n');
    out
}

fn line(out: &mut String, depth: usize) {
    out.push('\n');
    out.extend(std::iter::repeat_n("  ", depth));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commas_stand_between_values_only() {
        let mut json = Json::default();
        json.open('{');
        json.entry("a", "x[");
        json.entries("b", &["c", "d"]);
        json.key("e");
        json.open('{');
        json.close('}');
        json.key("f");
        json.number(-3);
        json.close('}');
        assert_eq!(json.finish(), r#"{"a":"x[","b":["c","d"],"e":{},"f":-3}"#);
    }

    #[test]
    fn strings_are_escaped() {
        let mut json = Json::default();
        json.text("a\"b\\c\nd\u{1f}é");
        let written = json.finish();
        assert_eq!(written, r#""a\"b\\c\u000ad\u001fé""#);
        assert_eq!(serde_json::from_str::<String>(&written).unwrap(), "a\"b\\c\nd\u{1f}é");
    }

    #[test]
    fn pretty_text_keeps_strings_and_empty_brackets() {
        let json = r#"{"a":[1,{}],"b":"x,{\"y\\"}"#;
        assert_eq!(
            pretty(json),
            "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": \"x,{\\\"y\\\\\"\n}\n"
        );
    }
}
