//! What inputs cost and reach, counted by the edges of the program that are taken.
//!
//! - `measure growth FILE…`: what each of the files of tests/fuzz/worst costs at three lengths.
//! - `measure worst TARGET FOLDER`: which of the engine's inputs costs most for its length.
//! - `measure reach FOLDER`: runs all inputs below it, each in the folder of its target, and says
//!   which lines of src/ were reached.
//!
//! What it prints is JSON, a line each.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use interakt_fuzz::steps;
use interakt_fuzz::targets::{Grown, TARGETS, Target, Worst, find, grown};
use serde_json::json;

fn main() {
    let mut args = std::env::args().skip(1);
    let command = args.next().unwrap_or_default();
    let rest: Vec<String> = args.collect();
    match (command.as_str(), &rest[..]) {
        ("growth", files) => files.iter().for_each(|file| growth(Path::new(file))),
        ("worst", [target, folder]) => worst(find(target).expect("a target"), Path::new(folder)),
        #[cfg(feature = "reach")]
        ("reach", [folder]) => reach::reach(Path::new(folder)),
        _ => panic!("measure growth FILE… | worst TARGET FOLDER | reach FOLDER"),
    }
}

/// How many steps the work with these bytes takes. It is done once before: what is made the first time
/// is not counted.
fn cost(target: &Target, bytes: &[u8]) -> u64 {
    (target.work)(bytes);
    let before = steps();
    (target.work)(bytes);
    steps() - before
}

fn per_byte(target: &Target, grow: &Grown, length: usize) -> f64 {
    let bytes = grow.bytes(length);
    cost(target, &bytes) as f64 / bytes.len() as f64
}

fn growth(path: &Path) {
    let worst = Worst::read(path);
    let target = find(&worst.target).expect("a target");
    let lengths = [1 << 15, 1 << 16, 1 << 17];
    let costs = lengths.map(|length| {
        let bytes = worst.grown.bytes(length);
        json!({ "bytes": bytes.len(), "steps": cost(target, &bytes) })
    });
    println!("{}", json!({ "file": path, "target": worst.target, "costs": costs }));
}

/// The ten that cost most, of those that are no worse than another by a little.
fn worst(target: &Target, folder: &Path) {
    let mut all: Vec<(f64, Grown)> = files(folder)
        .into_iter()
        .filter_map(|file| grown(&std::fs::read(file).expect("a readable file")))
        .map(|grow| (per_byte(target, &grow, 1 << 14), grow))
        .collect();
    all.sort_by(|a, b| b.0.total_cmp(&a.0));
    for (steps, Grown { head, unit, tail }) in all.iter().take(10) {
        let text = |bytes: &Vec<u8>| String::from_utf8_lossy(bytes).into_owned();
        let [head, unit, tail] = [head, unit, tail].map(text);
        println!("{}", json!({ "steps": steps, "head": head, "unit": unit, "tail": tail }));
    }
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    files
}

#[cfg(feature = "reach")]
mod reach {
    use super::*;

    unsafe extern "C" {
        safe fn fuzz_edges() -> u64;
        safe fn fuzz_place(edge: u64) -> usize;
        fn fuzz_take(taken: *mut u8);
    }

    /// Of each file of src/ its lines at which an edge begins, and how many of them were reached.
    pub fn reach(folder: &Path) {
        let mut taken = vec![0u8; fuzz_edges() as usize];
        let mut cases = BTreeMap::new();
        for target in TARGETS {
            let inputs = folder.join(target.name);
            let inputs = if inputs.exists() { files(&inputs) } else { Vec::new() };
            cases.insert(target.name, inputs.len());
            for input in inputs {
                (target.run)(&std::fs::read(input).expect("a readable file"));
                // SAFETY: it is as long as there are edges.
                unsafe { fuzz_take(taken.as_mut_ptr()) };
            }
        }
        let mut lines: BTreeMap<String, BTreeMap<u32, bool>> = BTreeMap::new();
        let program = std::env::current_exe().expect("the program's path");
        let loader = addr2line::Loader::new(&program).expect("the program can be read");
        let base = base();
        for (edge, taken) in taken.iter().enumerate() {
            // What the linker has dropped has no place.
            let place = fuzz_place(edge as u64).checked_sub(base);
            if let Some((file, line)) = place.and_then(|place| line_of(&loader, place as u64)) {
                *lines.entry(file).or_default().entry(line).or_default() |= *taken > 0;
            }
        }
        for (file, lines) in lines {
            let reached = lines.values().filter(|reached| **reached).count();
            let missed: Vec<_> =
                lines.iter().filter(|(_, reached)| !**reached).map(|(line, _)| line).collect();
            println!(
                "{}",
                json!({ "file": file, "lines": lines.len(), "reached": reached, "missed": missed })
            );
        }
        println!("{}", json!({ "cases": cases }));
    }

    /// Where the program was put in memory.
    fn base() -> usize {
        let maps = std::fs::read_to_string("/proc/self/maps").expect("Linux");
        let (base, _) = maps.split_once('-').expect("an address");
        usize::from_str_radix(base, 16).expect("an address")
    }

    /// The innermost line of src/ that a place belongs to.
    fn line_of(loader: &addr2line::Loader, place: u64) -> Option<(String, u32)> {
        let mut frames = loader.find_frames(place).ok()?;
        while let Ok(Some(frame)) = frames.next() {
            let Some(location) = frame.location else { continue };
            let file = location.file.unwrap_or_default();
            let ours = ["schema", "packs", "phone", "api", "client", "rows"];
            let inside = file.rsplit_once("/src/").map(|(_, inside)| inside).unwrap_or_default();
            let module = inside.split('/').next().unwrap_or_default();
            if !file.contains("/registry/")
                && !file.contains("/tests/fuzz/")
                && ours.contains(&module)
            {
                return Some((inside.to_owned(), location.line?));
            }
        }
        None
    }
}
