//! Files of rows, CSV or NDJSON, of which each is an operation's input.
//!
//! A file comes in chunks, and nothing is kept from one to the next but a number
//! ([`Reached::strict`]): who reads the file hands over again what was not reached. Where a chunk
//! is cut changes nothing. What strangers write costs time in proportion to its length, and memory
//! for the longest row alone, which has [`MOST_BYTES`].
//!
//! What CSV is, is the crate `csv-core`'s to say; what it reads over, such as a quote that nobody
//! closes, is seen here ([`Records`]). A [`Plan`] says how cells become an input.

mod cells;
mod check;
mod damage;
mod input;
mod issues;
mod key;
mod list;
mod ndjson;
mod plan;
mod recipient;
mod records;
mod scan;
mod windows;

pub use check::{MOST_OUTPUT, MOST_ROWS, ROW_WORDS, Reached, Table, check, flag};
pub use key::write_key;
pub use list::list;
pub use plan::Plan;
pub use records::{Record, Records, Trouble};
pub use scan::MOST_BYTES;
