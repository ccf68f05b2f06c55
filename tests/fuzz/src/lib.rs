//! The targets, and how much they do.

#[path = "../targets/mod.rs"]
pub mod targets;

/// How many edges of the program were taken so far.
#[cfg(any(feature = "engine", feature = "measure"))]
pub fn steps() -> u64 {
    unsafe extern "C" {
        safe fn fuzz_steps() -> u64;
    }
    fuzz_steps()
}
