//! The descriptions that this build of the crate ships, packed. `build.rs` writes them.

mod roots;
mod tables {
    #![allow(unused_imports, reason = "it is written by a program, for any cut")]
    #![allow(clippy::indexing_slicing, reason = "all are constants: a wrong one does not compile")]

    use super::ways::*;
    use crate::api::webhook::CHANNELS;
    use crate::api::{CUSTOMER_INPUTS, OPERATIONS, PARTS};
    use crate::schema::{Pack, Shape};

    include!(concat!(env!("OUT_DIR"), "/pack.rs"));
}
#[allow(dead_code, reason = "not every cut needs each way")]
#[expect(clippy::panic, reason = "they make constants: a panic is an error of the compiler")]
mod ways;

use crate::schema::{Pack, Packed};
pub use roots::{answer, channel, input, kind, part};

/// The pack of this build.
#[derive(Clone, Copy)]
pub struct Shipped;

impl Packed for Shipped {
    const TAGS: u32 = tables::TAGS;

    #[inline(always)]
    fn pack(self) -> &'static Pack {
        &tables::PACK
    }
}
