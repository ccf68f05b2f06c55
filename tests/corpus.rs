//! What the fuzzers have kept: inputs that reach what nothing else reaches, and those with which
//! something did not hold once. `npm run fuzz` looks for more.

#![cfg(not(target_arch = "wasm32"))]

#[path = "fuzz/targets/mod.rs"]
mod targets;

use std::path::{Path, PathBuf};

use targets::{TARGETS, Worst, find};

fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz").join(folder);
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

#[test]
fn everything_holds_of_what_was_kept() {
    for target in TARGETS {
        let kept = files(&format!("corpus/{}", target.name));
        assert!(kept.len() > 5, "{}: {}", target.name, kept.len());
        for path in kept.into_iter().chain(files(&format!("found/{}", target.name))) {
            let bytes = std::fs::read(&path).expect("a readable file");
            let held = std::panic::catch_unwind(|| (target.run)(&bytes));
            assert!(held.is_ok(), "{}: {}", target.name, path.display());
        }
    }
}

#[test]
fn everything_holds_of_what_costs_most() {
    for target in TARGETS {
        for path in files(&format!("worst/{}", target.name)) {
            let worst = Worst::read(&path);
            let known = find(&worst.target).expect("a target");
            assert_eq!(known.name, target.name, "{}", path.display());
            (known.run)(&worst.grown.bytes(1 << 12));
        }
    }
}
