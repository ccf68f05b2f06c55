//! Compares a file of labelled numbers with what `interakt_wasm::phone` says of them:
//! `cargo run --bin phone_agreement <file>`. `npm run phone -- compare` writes such files.

#[cfg(not(target_arch = "wasm32"))]
#[path = "../../tests/phone/agreement.rs"]
mod agreement;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::process::ExitCode;

    let file = std::env::args().nth(1).unwrap_or_default();
    let agreement = match std::fs::read_to_string(&file) {
        Ok(labelled) => agreement::Agreement::of(&labelled),
        Err(error) => {
            eprintln!("phone_agreement: cannot read {file}: {error}");
            return ExitCode::FAILURE;
        }
    };
    print!("{agreement}");
    if agreement.is_full() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Nothing: this program is for the host.
#[cfg(target_arch = "wasm32")]
fn main() {}
