//! Counts what a check does, in debug builds, so that tests can see that nothing takes more than in
//! proportion to what is given.

#[cfg(all(debug_assertions, not(target_arch = "wasm32")))]
mod counter {
    use std::cell::Cell;

    thread_local! {
        static STEPS: Cell<u64> = const { Cell::new(0) };
    }

    /// Steps that this thread has done: looks at entries of a tape and at bytes of a description, and
    /// bytes of texts that were handed out, and of files in which the end of a row was looked for.
    pub fn steps() -> u64 {
        STEPS.get()
    }

    pub(crate) fn count(steps: usize) {
        STEPS.set(STEPS.get().wrapping_add(steps as u64));
    }
}

#[cfg(not(all(debug_assertions, not(target_arch = "wasm32"))))]
mod counter {
    /// Nothing is counted in this build.
    pub fn steps() -> u64 {
        0
    }

    #[inline(always)]
    pub(crate) fn count(_: usize) {}
}

pub(crate) use counter::count;
pub use counter::steps;
