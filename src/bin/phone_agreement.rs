//! Compares what Google's library says with what `interakt_wasm::phone` does:
//! `cargo run --bin phone_agreement numbers <file>` for labelled numbers, `texts <file>` for texts
//! that were read. `npm run phone -- compare` and `-- read` write such files.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../../tests/phone/agreement.rs"]
#[allow(dead_code, reason = "the test looks at more")]
mod agreement;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../../tests/phone/reading.rs"]
#[allow(dead_code, reason = "the test looks at more")]
mod reading;
#[cfg(not(target_arch = "wasm32"))]
#[path = "../../tests/phone/writing.rs"]
#[allow(dead_code, reason = "the test looks at more")]
mod writing;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use agreement::Agreement;
    use reading::Readings;
    use std::process::ExitCode;
    use writing::Writings;

    let given: Vec<String> = std::env::args().skip(1).collect();
    let [kind, file] = given.as_slice() else {
        eprintln!("usage: phone_agreement numbers|texts|formats <file>");
        return ExitCode::FAILURE;
    };
    let text = match std::fs::read_to_string(file) {
        Ok(text) => text,
        Err(error) => {
            eprintln!("phone_agreement: cannot read {file}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let (told, full) = if kind == "texts" {
        let readings = Readings::of(&text);
        (readings.to_string(), readings.are_explained())
    } else if kind == "formats" {
        let writings = Writings::of(&text);
        (writings.to_string(), writings.are_explained())
    } else {
        let agreement = Agreement::of(&text);
        (agreement.to_string(), agreement.is_full())
    };
    print!("{told}");
    if full { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Nothing: this program is for the host.
#[cfg(target_arch = "wasm32")]
fn main() {}
