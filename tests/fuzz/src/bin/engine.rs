//! libFuzzer with the target that `FUZZ_TARGET` names. With `FUZZ_COST` it looks for inputs that
//! cost much for their length.

#![no_main]

use std::sync::LazyLock;

use interakt_fuzz::steps;
use interakt_fuzz::targets::{Target, find, grown};
use libfuzzer_sys::{Corpus, fuzz_target};

unsafe extern "C" {
    safe fn fuzz_reached_cost(cost: u32);
}

static TARGET: LazyLock<&'static Target> = LazyLock::new(|| {
    let name = std::env::var("FUZZ_TARGET").expect("FUZZ_TARGET names a target");
    find(&name).unwrap_or_else(|| panic!("no target {name}"))
});
static COST: LazyLock<bool> = LazyLock::new(|| std::env::var_os("FUZZ_COST").is_some());

/// How long what is measured is made.
const LENGTH: usize = 8 << 10;

fuzz_target!(|data: &[u8]| -> Corpus {
    let target = *TARGET;
    if !*COST {
        (target.run)(data);
        return Corpus::Keep;
    }
    let Some(grow) = grown(data) else { return Corpus::Reject };
    let bytes = grow.bytes(LENGTH);
    let before = steps();
    (target.work)(&bytes);
    let cost = (steps() - before) * 8 / bytes.len() as u64;
    fuzz_reached_cost(cost.min(4095) as u32);
    Corpus::Keep
});
