//! A pack as Rust.

use std::fmt::Write;

use super::Packer;

impl Packer {
    /// The item `NAME: Pack`, to be compiled where the functions of `crate::packs::ways` are in
    /// scope.
    pub fn tables(&self, name: &str) -> String {
        let mut out = format!("pub static {name}: Pack = Pack {{\n    bytes: &{:?},\n", self.bytes);
        let _ = writeln!(out, "    text: {:?},", self.text);
        let _ = writeln!(out, "    roots: &{:?},", self.roots);
        for (key, places) in [
            ("holds", &self.holds.places),
            ("checks", &self.checks.places),
            ("looks", &self.looks.places),
        ] {
            let _ = writeln!(out, "    {key}: &[");
            for place in places {
                let _ = writeln!(out, "        {place},");
            }
            let _ = writeln!(out, "    ],");
        }
        let _ = writeln!(out, "}};\npub const TAGS: u32 = {};", self.tags);
        out
    }
}
