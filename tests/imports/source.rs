//! What a file of Rust says about others: its `use` lines, and the paths in its code.

use std::iter::Peekable;
use std::str::Chars;

/// A path as it is written, segment by segment: `["super", "leaf", "resolve"]`.
pub type Path = Vec<String>;

/// What one file says.
#[derive(Default)]
pub struct Source {
    /// Every path: those of `use`, each by itself, and those in code.
    pub paths: Vec<Path>,
    /// The names that `use` lines bring into the file, and what they stand for.
    pub names: Vec<(String, Path)>,
    /// What is brought in as a whole (`use shape::*`).
    pub globs: Vec<Path>,
    /// The names of the items that the file defines.
    pub items: Vec<String>,
}

impl Source {
    /// Reads the text of a file.
    pub fn of(text: &str) -> Self {
        let tokens = tokens(text);
        let mut reader = Reader { tokens: &tokens, at: 0, depth: 0, inner: Vec::new() };
        let mut source = Source::default();
        while reader.at < tokens.len() {
            reader.step(&mut source);
        }
        source
    }
}

/// What comes before the name of an item.
const ITEMS: [&str; 8] = ["const", "enum", "fn", "static", "struct", "trait", "type", "union"];

/// Where a reading is.
struct Reader<'t> {
    tokens: &'t [String],
    at: usize,
    /// How many braces are open.
    depth: usize,
    /// At which depths modules began that stand in the file (`mod tests { … }`).
    inner: Vec<usize>,
}

impl Reader<'_> {
    fn next(&self, ahead: usize) -> &str {
        self.tokens.get(self.at + ahead).map_or("", String::as_str)
    }

    fn step(&mut self, source: &mut Source) {
        let word = self.next(0);
        match word {
            "{" => self.depth += 1,
            "}" => {
                self.depth -= 1;
                self.inner.pop_if(|depth| *depth == self.depth);
            }
            "mod" if self.next(2) == "{" => self.inner.push(self.depth),
            // `pub(in crate::api)` imports nothing.
            "pub" if self.next(1) == "(" => {
                while self.next(0) != ")" {
                    self.at += 1;
                }
            }
            "use" => {
                self.at += 1;
                return self.tree(&[], source);
            }
            _ if ITEMS.contains(&word) && self.depth == 0 => {
                source.items.push(self.next(1).to_owned());
            }
            _ if is_word(word) && self.next(1) == "::" => {
                let path = self.path();
                source.paths.extend(self.outside(path));
                return;
            }
            _ => {}
        }
        self.at += 1;
    }

    /// The words from here on that `::` joins.
    fn path(&mut self) -> Path {
        let mut path = Vec::new();
        while is_word(self.next(0)) {
            path.push(self.next(0).to_owned());
            self.at += 1;
            if self.next(0) != "::" {
                break;
            }
            self.at += 1;
        }
        path
    }

    /// A path as it would stand outside of the modules within the file; `None`: it leads to the
    /// file itself.
    fn outside(&self, mut path: Path) -> Option<Path> {
        for _ in &self.inner {
            match path.first().map(String::as_str) {
                Some("super") => path.remove(0),
                _ => break,
            };
        }
        (!path.is_empty()).then_some(path)
    }

    /// What a `use` names behind what was read of it, up to what follows it.
    fn tree(&mut self, before: &[String], source: &mut Source) {
        let mut path = before.to_vec();
        path.extend(self.path());
        match self.next(0) {
            "{" => {
                self.at += 1;
                while self.next(0) != "}" {
                    self.tree(&path, source);
                    if self.next(0) == "," {
                        self.at += 1;
                    }
                }
                self.at += 1;
            }
            "*" => {
                self.at += 1;
                if let Some(path) = self.outside(path) {
                    source.globs.push(path.clone());
                    source.paths.push(path);
                }
            }
            _ => {
                // `{self, …}`: what stands before the brace.
                if path.len() > 1 {
                    path.pop_if(|last| last == "self");
                }
                let mut name = path.last().cloned().unwrap_or_default();
                if self.next(0) == "as" {
                    name = self.next(1).to_owned();
                    self.at += 2;
                }
                if let Some(path) = self.outside(path) {
                    source.paths.push(path.clone());
                    if self.inner.is_empty() {
                        source.names.push((name, path));
                    }
                }
            }
        }
    }
}

fn is_word(token: &str) -> bool {
    token.starts_with(|char: char| char.is_alphanumeric() || char == '_')
}

/// The words and signs of a text, without comments, strings and characters; `::` is one sign.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens: Vec<String> = Vec::new();
    let mut chars = text.chars().peekable();
    while let Some(char) = chars.next() {
        match char {
            '/' if chars.peek() == Some(&'/') => while chars.next().is_some_and(|c| c != '\n') {},
            '"' => skip_string(&mut chars),
            '\'' => skip_character(&mut chars),
            ':' if chars.peek() == Some(&':') => {
                chars.next();
                tokens.push("::".to_owned());
            }
            _ if char.is_alphanumeric() || char == '_' => {
                let mut word = char.to_string();
                while let Some(more) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                    word.push(more);
                }
                let raw = matches!(&*word, "r" | "br");
                if raw && matches!(chars.peek(), Some('"' | '#')) {
                    skip_raw_string(&mut chars);
                } else {
                    tokens.push(word);
                }
            }
            _ if char.is_whitespace() => {}
            _ => tokens.push(char.to_string()),
        }
    }
    tokens
}

fn skip_string(chars: &mut Peekable<Chars>) {
    while let Some(char) = chars.next() {
        match char {
            '"' => return,
            '\\' => drop(chars.next()),
            _ => {}
        }
    }
}

fn skip_raw_string(chars: &mut Peekable<Chars>) {
    let mut hashes = 0;
    while chars.next_if_eq(&'#').is_some() {
        hashes += 1;
    }
    chars.next();
    while let Some(char) = chars.next() {
        if char == '"' && (0..hashes).all(|_| chars.next_if_eq(&'#').is_some()) {
            return;
        }
    }
}

/// The rest of a character; nothing of a lifetime, which has no second quote.
fn skip_character(chars: &mut Peekable<Chars>) {
    let mut ahead = chars.clone();
    let length = match (ahead.next(), ahead.next()) {
        (Some('\\'), _) => 2 + ahead.take_while(|char| *char != '\'').count() + 1,
        (Some(_), Some('\'')) => 2,
        _ => 0,
    };
    for _ in 0..length {
        chars.next();
    }
}
