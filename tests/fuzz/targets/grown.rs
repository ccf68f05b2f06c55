//! Inputs that can be made as long as one likes: a part of them stands again and again.
//!
//! Those that cost most are kept in `tests/fuzz/worst/<target>/<name>.json`: objects with `target`,
//! `what` in words, and the texts `head`, `unit` and `tail`. In them the lines that choose stand at the
//! beginning of `head`, as in all that the targets read.

use std::path::Path;

use serde_json::Value;

/// What stands before, what is repeated, and what stands behind. In what is repeated `{n}` is its
/// number.
#[derive(Clone, Debug, PartialEq)]
pub struct Grown {
    pub head: Vec<u8>,
    pub unit: Vec<u8>,
    pub tail: Vec<u8>,
}

/// What the engine's bytes stand for: where the part begins and how long it is, and the input.
pub fn grown(data: &[u8]) -> Option<Grown> {
    let [start, length, input @ ..] = data else { return None };
    let start = usize::from(*start).min(input.len().checked_sub(1)?);
    let (head, rest) = input.split_at(start);
    let (unit, tail) = rest.split_at(usize::from(*length).clamp(1, rest.len()));
    Some(Grown { head: head.to_vec(), unit: unit.to_vec(), tail: tail.to_vec() })
}

impl Grown {
    /// So long at least.
    pub fn bytes(&self, length: usize) -> Vec<u8> {
        let mut bytes = self.head.clone();
        let mut number = 0;
        while bytes.len() + self.tail.len() < length || number == 0 {
            let mut rest = &self.unit[..];
            while let Some(at) = rest.windows(3).position(|three| three == b"{n}") {
                bytes.extend_from_slice(&rest[..at]);
                bytes.extend_from_slice(number.to_string().as_bytes());
                rest = &rest[at + 3..];
            }
            bytes.extend_from_slice(rest);
            number += 1;
        }
        bytes.extend_from_slice(&self.tail);
        bytes
    }
}

/// An input that costs much for its length.
pub struct Worst {
    pub target: String,
    pub grown: Grown,
}

impl Worst {
    pub fn read(path: &Path) -> Worst {
        let json = std::fs::read_to_string(path).expect("a readable file");
        let json: Value = serde_json::from_str(&json).expect("JSON");
        let text = |key: &str| json[key].as_str().unwrap_or_else(|| panic!("{key}")).to_owned();
        let [head, unit, tail] = ["head", "unit", "tail"].map(|key| text(key).into_bytes());
        Worst { target: text("target"), grown: Grown { head, unit, tail } }
    }
}
