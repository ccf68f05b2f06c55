//! Compiles what counts: it must not be counted itself, so it is not Rust.

fn main() {
    for (feature, file) in [("ENGINE", "steps.c"), ("MEASURE", "measure.c")] {
        println!("cargo:rerun-if-changed={file}");
        if std::env::var_os(format!("CARGO_FEATURE_{feature}")).is_some() {
            cc::Build::new().file(file).warnings(false).opt_level(2).compile(file);
        }
    }
    // libFuzzer has a function of this name as well, which says that nobody uses it any more.
    println!("cargo:rustc-link-arg-bin=engine=-Wl,--wrap=__sanitizer_cov_trace_pc");
}
