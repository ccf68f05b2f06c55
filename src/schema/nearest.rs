//! Which known word somebody most likely meant.

/// The candidate nearest to `word`: the same but for case, `_` and `-`, or with the same first
/// letter and within a fifth of its letters (at least one, at most two) of being so. Further off
/// are words that people do mean: `updatedAt` is no `createdAt`, `callback` no `fallback`.
///
/// ```
/// use interakt_wasm::schema::nearest;
/// assert_eq!(nearest("phone_number", &mut ["phoneNumber", "countryCode"].into_iter()), Some("phoneNumber"));
/// assert_eq!(nearest("calbackData", &mut ["callbackData"].into_iter()), Some("callbackData"));
/// assert_eq!(nearest("updatedAt", &mut ["createdAt"].into_iter()), None);
/// ```
pub fn nearest(
    word: &str,
    candidates: &mut dyn Iterator<Item = &'static str>,
) -> Option<&'static str> {
    let word = folded(word);
    if word.len() > 64 {
        return None; // nobody meant a key of ours, and the distance takes quadratic time
    }
    let allowed = (word.len() / 5).clamp(1, 2);
    let mut best: Option<(usize, &'static str)> = None;
    for candidate in candidates {
        let folded = folded(candidate);
        if word.first() != folded.first() {
            continue;
        }
        let distance = distance(&word, &folded);
        if distance <= allowed && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

fn folded(word: &str) -> Vec<u8> {
    word.bytes()
        .filter(|b| !matches!(b, b'_' | b'-' | b' '))
        .map(|b| b.to_ascii_lowercase())
        .collect()
}

/// Edits (insert, delete, replace, swap of neighbours) from one to the other.
fn distance(a: &[u8], b: &[u8]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut left = i.wrapping_add(1);
        let mut row = Vec::with_capacity(above.len());
        row.push(left);
        for (j, y) in b.iter().enumerate() {
            let (slant, over) = (above.get(j), above.get(j.wrapping_add(1)));
            let (Some(slant), Some(over)) = (slant, over) else { break };
            left = left.min(*over).wrapping_add(1).min(slant.wrapping_add(usize::from(x != y)));
            // Before the first letter there is none to swap with.
            let (i, j) = (i.wrapping_sub(1), j.wrapping_sub(1));
            if b.get(j) == Some(x)
                && a.get(i) == Some(y)
                && let Some(swapped) = before.get(j)
            {
                left = left.min(swapped.wrapping_add(1));
            }
            row.push(left);
        }
        before = above;
        above = row;
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_edits() {
        for (a, b, edits) in
            [("", "", 0), ("a", "", 1), ("abc", "acb", 1), ("kitten", "sitting", 3)]
        {
            assert_eq!(distance(a.as_bytes(), b.as_bytes()), edits, "{a} {b}");
        }
    }

    #[test]
    fn short_words_need_to_be_close() {
        assert_eq!(nearest("vat", &mut ["val", "trait"].into_iter()), Some("val"));
        assert_eq!(nearest("xy", &mut ["op", "val"].into_iter()), None);
    }

    #[test]
    fn words_that_only_sound_alike_are_not_near() {
        for (word, known) in [
            ("updatedAt", "createdAt"),
            ("created", "createdAt"),
            ("callback", "fallback"),
            ("sender", "header"),
            ("campaign", "campaignId"),
            ("messageId", "message"),
        ] {
            assert_eq!(nearest(word, &mut [known].into_iter()), None, "{word} {known}");
        }
    }
}
