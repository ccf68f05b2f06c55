//! Packs the descriptions in `src/api/` for the module that is built: the same source is compiled
//! once more here, and read.

#![allow(dead_code, unused_imports, reason = "only the descriptions and the packer are needed")]
#![allow(clippy::all, reason = "it is the source of the crate, which is looked at there")]

#[macro_use]
#[path = "src/schema/mod.rs"]
mod schema;
#[path = "src/api/mod.rs"]
mod api;
#[path = "src/packer/mod.rs"]
mod packer;
#[path = "src/phone/mod.rs"]
mod phone;

use std::path::PathBuf;

use api::webhook::CHANNELS;
use api::{CUSTOMER_INPUTS, OPERATIONS, PARTS};
use packer::Packer;
use schema::Shape;

fn main() {
    for folder in ["schema", "api", "phone", "packer"] {
        println!("cargo::rerun-if-changed=src/{folder}");
    }
    let has = |feature: &str| std::env::var_os(format!("CARGO_FEATURE_{feature}")).is_some();
    let mut packer = Packer::default();
    // The order is that of `src/packs/roots.rs`.
    if has("OPERATIONS") {
        for (index, operation) in OPERATIONS.iter().enumerate() {
            packer.root(&operation.input, &format!("&OPERATIONS[{index}].input"));
        }
        for (index, operation) in OPERATIONS.iter().enumerate() {
            let Some(kinds) = operation.kinds() else { continue };
            // What they hold is packed already, with the functions of its rules.
            let place = format!("kinds of OPERATIONS[{index}]");
            for kind in 0..kinds.variants.len() {
                packer.root(&Shape::Tagged(Box::leak(Box::new(kinds.only(kind)))), &place);
            }
        }
        // What sends checks whole inputs.
        if has("CLIENT") {
            for (index, operation) in OPERATIONS.iter().enumerate() {
                packer.root(&operation.answer, &format!("&OPERATIONS[{index}].answer"));
            }
        } else {
            for (index, part) in PARTS.iter().enumerate() {
                packer.root(&part.shape, &format!("&PARTS[{index}].shape"));
            }
        }
    } else if has("CHECKS") {
        for (index, (_, shape)) in CUSTOMER_INPUTS.iter().enumerate() {
            packer.root(shape, &format!("CUSTOMER_INPUTS[{index}].1"));
        }
    }
    if has("WEBHOOKS") {
        for (index, channel) in CHANNELS.iter().enumerate() {
            let place = format!("&Shape::Tagged(CHANNELS[{index}].payload)");
            packer.root(&Shape::Tagged(channel.payload), &place);
        }
    }
    let folder = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo names a folder"));
    std::fs::write(folder.join("pack.rs"), packer.tables("PACK")).expect("the pack is written");
}
