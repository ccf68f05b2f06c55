//! CSV as people have it: cutting it into chunks changes nothing, no byte is lost.
//!
//! The first byte stands between cells, the second says how long chunks are.

use interakt_wasm::rows::{Records, list};

use super::is_json;
use super::rows_support::records_of;

pub fn work(data: &[u8]) {
    let [delimiter, _, file @ ..] = data else { return };
    list(&mut Records::new(file, *delimiter, 0, true), &mut String::new());
}

pub fn run(data: &[u8]) {
    let [delimiter, chunk, file @ ..] = data else { return };
    // What nobody can choose to stand between cells.
    if matches!(delimiter, b'"' | b'\n' | b'\r') {
        return;
    }
    let whole = records_of(file, *delimiter, &[usize::MAX >> 1]);
    let chunk = usize::from(*chunk) + 1;
    let cut = records_of(file, *delimiter, &[chunk * 4, 2, 300]);
    assert_eq!(whole, cut, "where it is cut changes nothing");
    let mut behind = 0;
    for (record, _) in &whole {
        assert!(behind <= record.start && record.start <= record.end && record.end <= file.len());
        // Between records are ends of lines, and lines of delimiters.
        let between = &file[behind..record.start];
        let is_blank = |byte: &u8| {
            byte.is_ascii_whitespace() || *byte == b'"' || byte == delimiter || !byte.is_ascii()
        };
        let blank = between.iter().all(is_blank) || record.trouble.is_some();
        assert!(
            blank || behind == 0 || whole.iter().any(|(r, _)| r.trouble.is_some()),
            "{between:?}"
        );
        behind = record.end;
    }
    let mut out = String::new();
    list(&mut Records::new(file, *delimiter, 0, true), &mut out);
    assert!(is_json(&out));
}
