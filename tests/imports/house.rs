//! Which file needs which.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::fs;
use std::path::Path as FilePath;

use super::source::{Path, Source};

/// The files of `src/`, each under its path there: `schema/check.rs`.
pub struct House {
    files: BTreeMap<String, Source>,
    /// By the path of the module: `["schema", "check"]`.
    modules: BTreeMap<Path, String>,
    /// The files that a file imports, and a name that it takes of each.
    imports: BTreeMap<String, BTreeMap<String, String>>,
}

/// A path that leads through more files than this leads in a circle.
const MOST_STEPS: usize = 20;

impl House {
    /// All files of a folder. `bin` is left out: what stands there are other crates.
    pub fn read(folder: &FilePath) -> Self {
        let mut texts = Vec::new();
        let mut folders = vec![folder.to_owned()];
        while let Some(inner) = folders.pop() {
            for entry in fs::read_dir(inner).expect("a folder") {
                let path = entry.expect("an entry").path();
                let name = path.strip_prefix(folder).expect("within").to_string_lossy();
                let name = name.replace('\\', "/");
                if path.is_dir() && name != "bin" {
                    folders.push(path);
                } else if name.ends_with(".rs") {
                    texts.push((name, fs::read_to_string(&path).expect("a text")));
                }
            }
        }
        House::of(texts)
    }

    /// These files, each with its text.
    pub fn of(texts: impl IntoIterator<Item = (impl Into<String>, impl AsRef<str>)>) -> Self {
        let sources =
            texts.into_iter().map(|(name, text)| (name.into(), Source::of(text.as_ref())));
        let files: BTreeMap<String, Source> = sources.collect();
        let modules = files.keys().map(|file| (module_of(file), file.clone())).collect();
        let mut house = House { files, modules, imports: BTreeMap::new() };
        for (file, source) in &house.files {
            let mut imports = BTreeMap::new();
            for path in &source.paths {
                let found = house.resolve(&module_of(file), path, MOST_STEPS);
                if let Some(found) = found.filter(|found| *found != file) {
                    let name = path.last().expect("a path has a name");
                    imports.entry(found.clone()).or_insert(name.clone());
                }
            }
            house.imports.insert(file.clone(), imports);
        }
        house
    }

    /// The file where that is defined which a path means in a module; `None`: another crate.
    fn resolve(&self, module: &[String], path: &[String], steps: usize) -> Option<&String> {
        let steps = steps.checked_sub(1)?;
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" => self.walk(&[], rest, steps),
            "self" => self.walk(module, rest, steps),
            "super" => {
                let (_, mut above) = module.split_last()?;
                let mut rest = rest;
                while let [first, more @ ..] = rest
                    && first == "super"
                {
                    (_, above) = above.split_last()?;
                    rest = more;
                }
                self.walk(above, rest, steps)
            }
            _ if self.modules.contains_key(&below(module, first)) => self.walk(module, path, steps),
            _ => None,
        }
    }

    /// Follows a path from a module on, through what the modules on the way hand over.
    fn walk(&self, module: &[String], path: &[String], steps: usize) -> Option<&String> {
        let missing = || panic!("{module:?} has no file");
        let file = self.modules.get(module).unwrap_or_else(missing);
        let Some((first, rest)) = path.split_first() else { return Some(file) };
        let inner = below(module, first);
        if self.modules.contains_key(&inner) {
            return self.walk(&inner, rest, steps);
        }
        let source = &self.files[file];
        if let Some((_, path)) = source.names.iter().find(|(name, _)| name == first) {
            return self.resolve(module, &[path, rest].concat(), steps);
        }
        for glob in source.globs.iter().filter_map(|path| self.resolve(module, path, steps)) {
            let source = &self.files[glob];
            if source.items.contains(first) || source.names.iter().any(|(name, _)| name == first) {
                return self.walk(&module_of(glob), path, steps.checked_sub(1)?);
            }
        }
        Some(file)
    }

    /// The folders that hold files.
    pub fn folders(&self) -> BTreeSet<&str> {
        self.files.keys().filter_map(|file| folder(file)).collect()
    }

    /// Each import from a folder that may not have it, in words. `above`: folders, each with those
    /// that it may import.
    pub fn upward(&self, above: &[(&str, &[&str])]) -> Vec<String> {
        let mut found = Vec::new();
        for (file, imports) in &self.imports {
            let Some(own) = folder(file) else { continue };
            let below = above.iter().find(|(name, _)| *name == own).map_or(&[][..], |line| line.1);
            for (imported, name) in imports {
                let other = folder(imported).unwrap_or_default();
                if other != own && !below.contains(&other) {
                    found.push(format!("{file} imports {imported} ({name})"));
                }
            }
        }
        found
    }

    /// The shortest circle through each file that is in one, in words.
    pub fn circles(&self) -> Vec<String> {
        let mut known = BTreeSet::new();
        let mut found = Vec::new();
        for file in self.files.keys() {
            let Some(circle) = self.circle(file) else { continue };
            let set: BTreeSet<_> = circle.iter().copied().collect();
            if known.insert(set) {
                let mut words = file.clone();
                let next = circle.iter().skip(1).chain([&file]);
                for (from, to) in circle.iter().zip(next) {
                    words.push_str(&format!(" imports {to} ({})", self.imports[*from][*to]));
                }
                found.push(words);
            }
        }
        found
    }

    fn circle<'a>(&'a self, start: &'a String) -> Option<Vec<&'a String>> {
        let mut before: BTreeMap<&String, &String> = BTreeMap::new();
        let mut queue = VecDeque::from([start]);
        while let Some(file) = queue.pop_front() {
            for next in self.imports[file].keys() {
                if next == start {
                    let mut circle = vec![file];
                    while let Some(earlier) = before.get(circle[circle.len() - 1]) {
                        circle.push(earlier);
                    }
                    circle.reverse();
                    return Some(circle);
                }
                if !before.contains_key(next) {
                    before.insert(next, file);
                    queue.push_back(next);
                }
            }
        }
        None
    }
}

fn below(module: &[String], name: &str) -> Path {
    [module, &[name.to_owned()]].concat()
}

/// `schema/check.rs` is `["schema", "check"]`, `schema/mod.rs` is `["schema"]`.
fn module_of(file: &str) -> Path {
    let path = file.strip_suffix(".rs").unwrap_or(file);
    let path = path.strip_suffix("/mod").unwrap_or(path);
    path.split('/').filter(|name| *name != "lib").map(str::to_owned).collect()
}

/// The folder in which a file stands, if it is in one.
fn folder(file: &str) -> Option<&str> {
    file.split_once('/').map(|(folder, _)| folder)
}
