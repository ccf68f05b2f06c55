//! The `{{1}}` placeholders of templates and fallback texts.

use crate::schema::whole_number;

/// A placeholder in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placeholder {
    /// The number between the braces; `None` for anything else, such as a name.
    pub number: Option<u32>,
    /// Byte offset of its first brace.
    pub start: usize,
    /// Byte offset behind its last brace.
    pub end: usize,
}

/// The placeholders of a text, in order.
pub(super) fn placeholders(text: &str) -> Vec<Placeholder> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(start) = pair(text, from, b'{') {
        let begin = start.wrapping_add(2);
        let Some(close) = pair(text, begin, b'}') else { break };
        let name = text.get(begin..close).unwrap_or_default();
        let number = whole_number(name).filter(|_| !name.starts_with('0'));
        let end = close.wrapping_add(2);
        found.push(Placeholder { number, start, end });
        from = end;
    }
    found
}

/// Where the next two braces stand, from a byte offset on.
fn pair(text: &str, from: usize, brace: u8) -> Option<usize> {
    let rest = text.as_bytes().get(from..)?;
    rest.windows(2).position(|two| two == [brace, brace]).map(|at| from.wrapping_add(at))
}

/// How many different variables a text has, when their numbers run from 1 without gaps.
pub(super) fn count(found: &[Placeholder]) -> Option<u32> {
    let greatest = found.iter().map(|p| p.number).try_fold(0, |most, n| n.map(|n| most.max(n)))?;
    let mut there = vec![false; found.len()];
    for number in found.iter().filter_map(|p| p.number) {
        *there.get_mut(number.checked_sub(1)? as usize)? = true;
    }
    there.iter().take(greatest as usize).all(|is| *is).then_some(greatest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_variables_that_run_from_one_without_gaps() {
        for (text, expected) in [
            ("Hi", Some(0)),
            ("Hi {{1}}", Some(1)),
            ("{{2}} and {{1}} and {{2}}", Some(2)),
            ("Hi {{2}}", None),
            ("Hi {{1}} {{3}}", None),
            ("Hi {{name}}", None),
            ("Hi {{01}}", None),
            ("Hi {{ 1 }}", None),
            ("Hi {{4294967295}}", None),
            ("Hi {{99999999999}}", None),
            ("Hi {{1", Some(0)),
        ] {
            assert_eq!(count(&placeholders(text)), expected, "{text}");
        }
    }

    #[test]
    fn finds_where_they_stand() {
        let found = placeholders("é{{1}}{{x}}");
        assert_eq!(found[0], Placeholder { number: Some(1), start: 2, end: 7 });
        assert_eq!(found[1], Placeholder { number: None, start: 7, end: 12 });
    }
}
