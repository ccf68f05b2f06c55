//! Inputs that can be made as long as one likes: a part of them stands again and again.

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
