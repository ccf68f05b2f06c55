//! A pack as Rust.

use std::fmt::Write;

use super::Packer;

/// The item `NAME: Pack`, to be compiled where the functions of `crate::packs::ways` are in scope.
pub fn tables(name: &str, packer: &Packer) -> String {
    let mut out = format!("pub static {name}: Pack = Pack {{\n    bytes: &{:?},\n", packer.bytes);
    let _ = writeln!(out, "    text: {:?},", packer.text);
    let _ = writeln!(out, "    roots: &{:?},", packer.roots);
    for (key, places) in [
        ("holds", &packer.holds.places),
        ("checks", &packer.checks.places),
        ("looks", &packer.looks.places),
    ] {
        let _ = writeln!(out, "    {key}: &[");
        for place in places {
            let _ = writeln!(out, "        {place},");
        }
        let _ = writeln!(out, "    ],");
    }
    out.push_str("};\n");
    out
}
