//! Writes what is made from the descriptions: types, operations, schemas, OpenAPI, documentation.
//!
//! `cargo run --bin describe -- <folder>` writes all of it into the folder;
//! `cargo run --bin describe` brings `docs/reference/*.md` and the tables of `docs/sending.md` up
//! to date.

#[cfg(not(target_arch = "wasm32"))]
mod host {
    use std::fs;
    use std::io;
    use std::path::{Path, PathBuf};
    use std::process::ExitCode;

    use interakt_wasm::api::OPERATIONS;
    use interakt_wasm::write::{files, guide_tables, with_tables};

    const USAGE: &str = "usage: describe [folder]";

    /// Takes the arguments and says what went wrong.
    pub fn main() -> ExitCode {
        let mut arguments = std::env::args().skip(1);
        let written = match (arguments.next(), arguments.next()) {
            (None, _) => write_docs(),
            (Some(folder), None) if !folder.is_empty() && !folder.starts_with('-') => {
                write_all(Path::new(&folder))
            }
            _ => Err(USAGE.to_owned()),
        };
        match written {
            Ok(()) => ExitCode::SUCCESS,
            Err(message) => {
                eprintln!("describe: {message}");
                ExitCode::FAILURE
            }
        }
    }

    fn write_all(folder: &Path) -> Result<(), String> {
        for (path, text) in files(&OPERATIONS) {
            write(&folder.join(path), &text)?;
        }
        Ok(())
    }

    fn write_docs() -> Result<(), String> {
        let docs: PathBuf = [env!("CARGO_MANIFEST_DIR"), "docs"].iter().collect();
        for (path, text) in files(&OPERATIONS).into_iter().filter(|(path, _)| path.ends_with(".md"))
        {
            write(&docs.join("reference").join(path), &text)?;
        }
        let guide = docs.join("sending.md");
        let failed = |error: String| format!("{}: {error}", guide.display());
        let present = fs::read_to_string(&guide).map_err(|error| failed(error.to_string()))?;
        write(&guide, &with_tables(&present, &guide_tables()).map_err(failed)?)
    }

    /// Leaves a file alone that holds the text already, so that nothing is built again for it.
    fn write(path: &Path, text: &str) -> Result<(), String> {
        let failed = |error: io::Error| format!("cannot write {}: {error}", path.display());
        if fs::read_to_string(path).is_ok_and(|present| present == text) {
            return Ok(());
        }
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).map_err(failed)?;
        }
        fs::write(path, text).map_err(failed)?;
        println!("{}", path.display());
        Ok(())
    }
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    host::main()
}

/// Nothing: this program is for the host.
#[cfg(target_arch = "wasm32")]
fn main() {}
