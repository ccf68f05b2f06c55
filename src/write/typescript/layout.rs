//! TypeScript text, laid out as the usual formatter would. Everything is
//! written at the left margin and shifted when it is put into something.

/// Columns that a line may take.
const WIDTH: usize = 100;

/// A type: the members of a union, one of them or more.
#[derive(Clone, Debug, PartialEq)]
pub struct Type(pub Vec<String>);

impl Type {
    /// A type that is no union.
    pub fn one(text: impl Into<String>) -> Self {
        Type(vec![text.into()])
    }

    /// This, or one of those. What can be anything can be those too.
    pub fn or(mut self, other: Type) -> Self {
        if self.0 == ["unknown"] {
            return self;
        }
        for member in other.0 {
            if !self.0.contains(&member) {
                self.0.push(member);
            }
        }
        self
    }

    /// An array of these.
    pub fn list(self) -> Self {
        match self.0.as_slice() {
            [member] if is_simple(member) || member.starts_with('{') => {
                Type::one(format!("{member}[]"))
            }
            _ => Type::one(format!("Array<{}>", self.inside())),
        }
    }

    /// Where a union needs no brackets.
    pub fn bare(&self) -> String {
        self.0.join(" | ")
    }

    /// As a member of an intersection.
    pub fn factor(&self) -> String {
        match self.0.as_slice() {
            [member] => member.clone(),
            _ => format!("({})", self.inside()),
        }
    }

    /// Behind `before`, which ends in `:` or `=`, and before a semicolon.
    pub fn after(&self, before: &str) -> String {
        let line = self.0.join(" | ");
        let blocks = self.0.iter().filter(|member| member.contains('\n')).count();
        let first_line = line.lines().next().unwrap_or_default();
        if self.0.len() == 1 || (blocks <= 1 && fits(before, first_line) && fits("", &line)) {
            format!("{before} {line};")
        } else {
            format!("{before}{};", shift(&members(&self.0), 2))
        }
    }

    /// Between brackets.
    fn inside(&self) -> String {
        let line = self.0.join(" | ");
        match !line.contains('\n') && fits("", &line) {
            true => line,
            false => format!("{}\n", shift(&members(&self.0), 2)),
        }
    }
}

fn is_simple(text: &str) -> bool {
    !text.contains([' ', '\n']) || text.starts_with('"')
}

fn fits(before: &str, line: &str) -> bool {
    before.len() + line.lines().last().unwrap_or_default().len() + 8 <= WIDTH
}

fn members(members: &[String]) -> String {
    members.iter().map(|member| format!("\n| {}", shift(member, 2))).collect()
}

/// Moves every line but the first to the right.
pub fn shift(text: &str, columns: usize) -> String {
    let margin = " ".repeat(columns);
    let mut lines = text.split('\n');
    let mut out = lines.next().unwrap_or_default().to_owned();
    for line in lines {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&margin);
        }
        out.push_str(line);
    }
    out
}

/// A documentation comment, a paragraph each, wrapped; empty without any.
pub fn comment(paragraphs: &[String]) -> String {
    let paragraphs: Vec<String> =
        paragraphs.iter().map(|text| text.replace("*/", "*\\/")).collect();
    match paragraphs.as_slice() {
        [] => String::new(),
        [only] if !only.contains('\n') && only.len() + 14 <= WIDTH => format!("/** {only} */\n"),
        _ => {
            let wrapped: Vec<String> = paragraphs.iter().map(|text| wrap(text)).collect();
            let mut out = String::from("/**\n");
            for line in wrapped.join("\n\n").lines() {
                out.push_str(if line.is_empty() { " *" } else { " * " });
                out.push_str(line);
                out.push('\n');
            }
            out.push_str(" */\n");
            out
        }
    }
}

/// Breaks lines between words. The lines of a list keep their beginnings.
fn wrap(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        if !out.is_empty() {
            out.push('\n');
        }
        let hanging = if line.starts_with("- ") { "  " } else { "" };
        let mut column = 0;
        for word in line.split(' ') {
            if column > 0 && column + 1 + word.chars().count() > WIDTH - 14 {
                out.push('\n');
                out.push_str(hanging);
                column = hanging.len();
            } else if column > 0 {
                out.push(' ');
                column += 1;
            }
            out.push_str(word);
            column += word.chars().count();
        }
    }
    out
}

/// A key of an object type.
pub struct Property {
    /// The comment above it.
    pub comment: String,
    /// Its name.
    pub name: &'static str,
    /// It may be left out.
    pub optional: bool,
    /// What it holds.
    pub holds: Type,
}

impl Property {
    /// Any key that is not listed, holding anything. In answers nobody reads
    /// such a key without knowing it, so there it would only hide misspellings.
    pub fn any_other() -> Self {
        let comment = comment(&["Any other key passes.".to_owned()]);
        Property { comment, name: ANY_KEY, optional: false, holds: Type::one("unknown") }
    }
}

const ANY_KEY: &str = "[key: string]";

/// An object type.
pub fn block(properties: &[Property]) -> String {
    let mut out = String::from("{");
    for Property { comment, name, optional, holds } in properties {
        let mark = if *optional { "?" } else { "" };
        let property = format!("\n{comment}{}", holds.after(&format!("{}{mark}:", key(name))));
        out.push_str(&shift(&property, 2));
    }
    out.push_str(if properties.is_empty() { "}" } else { "\n}" });
    out
}

/// A string literal.
pub fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

fn key(name: &str) -> String {
    let plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !name.starts_with(|c: char| c.is_ascii_digit());
    if plain || name == ANY_KEY { name.to_owned() } else { literal(name) }
}

/// `sendMessage`, `send_message`: `SendMessage`.
pub fn pascal(name: &str) -> String {
    let capital = |word: &str| {
        let mut chars = word.chars();
        chars.next().map(|c| c.to_ascii_uppercase()).into_iter().chain(chars).collect::<String>()
    };
    name.split(['_', '-', ' ']).map(capital).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn union(members: &[&str]) -> Type {
        Type(members.iter().map(|member| (*member).to_owned()).collect())
    }

    #[test]
    fn a_short_union_stays_on_its_line() {
        assert_eq!(union(&["\"a\"", "null"]).after("key:"), "key: \"a\" | null;");
    }

    #[test]
    fn a_long_union_takes_a_line_a_member() {
        let long = "x".repeat(60);
        let expected = format!("key:\n  | {long}\n  | {long}a;");
        assert_eq!(union(&[&long, &format!("{long}a")]).after("key:"), expected);
    }

    #[test]
    fn an_object_or_null_is_not_broken_up() {
        assert_eq!(union(&["{\n  a: 1;\n}", "null"]).after("key:"), "key: {\n  a: 1;\n} | null;");
    }

    #[test]
    fn an_array_of_a_union_is_bracketed() {
        assert_eq!(union(&["string", "number"]).list(), Type::one("Array<string | number>"));
        assert_eq!(union(&["string"]).list(), Type::one("string[]"));
    }

    #[test]
    fn a_comment_cannot_be_closed_by_its_text() {
        assert_eq!(comment(&["a */ b".to_owned()]), "/** a *\\/ b */\n");
    }

    #[test]
    fn names_become_type_names() {
        assert_eq!(pascal("sendMessage"), "SendMessage");
        assert_eq!(pascal("language_code"), "LanguageCode");
    }
}
