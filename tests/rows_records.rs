//! The records of CSV files: what is well written comes back as it was, what is not costs its own
//! rows and no others, and where a file is cut changes nothing.

#![cfg(not(target_arch = "wasm32"))]

mod rows_support;

use interakt_wasm::rows::{MOST_BYTES, Records, Trouble, list};
use interakt_wasm::schema::steps;
use proptest::prelude::*;
use rows_support::records_of;

/// Of each record its line, its cells and a word for what is wrong.
fn told(text: &str, lengths: &[usize]) -> Vec<(u32, Vec<String>, &'static str)> {
    let records = records_of(text.as_bytes(), b',', lengths);
    let told = |(record, cells): (interakt_wasm::rows::Record, Vec<String>)| {
        let trouble = match record.trouble {
            None => "",
            Some(Trouble::OpenQuote) => "open",
            Some(Trouble::TooLong) => "long",
        };
        (record.line, cells, trouble)
    };
    records.into_iter().map(told).collect()
}

/// `line: cell|cell` of each record, with a `!` before one with an open quote.
fn short(text: &str) -> Vec<String> {
    let records = told(text, &[usize::MAX >> 1]);
    for lengths in [&[1][..], &[3], &[7, 1, 2]] {
        assert_eq!(told(text, lengths), records, "in chunks of {lengths:?}");
    }
    let short = |(line, cells, trouble): &(u32, Vec<String>, &str)| {
        let mark = if trouble.is_empty() { "" } else { "!" };
        format!("{mark}{line}: {}", cells.join("|"))
    };
    records.iter().map(short).collect()
}

#[test]
fn lines_end_as_any_system_ends_them() {
    for end in ["\n", "\r\n", "\r"] {
        let text = ["a,b", "1,2", "", "3,4"].join(end);
        assert_eq!(short(&text), ["1: a|b", "2: 1|2", "4: 3|4"], "{end:?}");
        assert_eq!(short(&(text + end + end)), ["1: a|b", "2: 1|2", "4: 3|4"], "{end:?}");
    }
    assert_eq!(short("a\r\r\nb\n\rc"), ["1: a", "3: b", "5: c"]);
}

#[test]
fn lines_without_anything_are_no_records() {
    assert_eq!(short("\n\na,b\n,,\n , \n\"\",\nc,d\n,,,\n\n"), ["3: a|b", "7: c|d"]);
    for text in ["", "\n", "\r", "\r\n\r\n", ",,,", " ", ",\n,"] {
        assert_eq!(short(text), [""; 0], "{text:?}");
    }
}

#[test]
fn cells_in_quotes_hold_anything() {
    let text = "name,note\n\"A, \"\"B\"\"\",\"two\nlines\"\n\"\r\n\r\",x\nC,\"\"\n";
    assert_eq!(short(text), ["1: name|note", "2: A, \"B\"|two\nlines", "4: \r\n\r|x", "7: C|"]);
}

#[test]
fn a_mark_of_utf8_is_only_at_the_start_of_a_file_one() {
    // Whoever reads the file takes it away there.
    assert_eq!(short("\u{feff}a\n\u{feff}b\n"), ["1: \u{feff}a", "2: \u{feff}b"]);
}

#[test]
fn a_quote_inside_of_a_cell_is_a_part_of_it() {
    assert_eq!(short("12\",a\n5'6\",\"b\"\n"), ["1: 12\"|a", "2: 5'6\"|b"]);
    assert_eq!(short("\"a\" b,c\n\"d\"e\"\n"), ["1: a b|c", "2: de\""]);
}

#[test]
fn a_quote_that_is_never_closed_costs_its_own_line() {
    let text = "a,b\n\"Asha,1\nRavi,2\nTom \"T\" C,3\nUma,\"4\"\n";
    assert_eq!(short(text), ["1: a|b", "!2: Asha,1", "3: Ravi|2", "4: Tom \"T\" C|3", "5: Uma|4"]);
    assert_eq!(short("a\nb,\"c"), ["1: a", "!2: b|c"]);
    assert_eq!(short("a\nb,\"c\n\n"), ["1: a", "!2: b|c"]);
    assert_eq!(short("\""), ["!1: "]);
}

#[test]
fn a_quote_that_the_next_quoted_cell_closes_costs_its_own_line() {
    let text = "a,\"open\nb,\"two\nlines\"\nc,\"fine\"\n";
    assert_eq!(short(text), ["!1: a|open", "2: b|two\nlines", "4: c|fine"]);
}

#[test]
fn each_open_quote_costs_its_own_line() {
    let text = "\"a\nx\"x\n\"b\n\"c\nd,\"e\"\n";
    assert_eq!(short(text), ["!1: a", "2: x\"x", "!3: b", "!4: c", "5: d|e"]);
}

#[test]
fn a_row_of_megabytes_is_passed_over() {
    let long = "x".repeat(MOST_BYTES);
    let lines = format!("{}\n", "y".repeat(1023)).repeat(MOST_BYTES / 1024);
    let quoted = "z".repeat(MOST_BYTES / 2);
    for (text, expected) in [
        (format!("a\n{long}\nb\n"), vec![(1, ""), (2, ""), (3, "")]),
        (format!("a\n{long}\r\nb\n"), vec![(1, ""), (2, ""), (3, "")]),
        (format!("a\n{long}y\nb\n"), vec![(1, ""), (2, "long"), (3, "")]),
        (format!("a\n{long}y\rb\n"), vec![(1, ""), (2, "long"), (3, "")]),
        (format!("a\n{long}{long}y"), vec![(1, ""), (2, "long")]),
        // It is over when more than that was read, and then the quotes are.
        (format!("a\n\"{long}\",\"\n\"\nb\n"), vec![(1, ""), (2, "long"), (3, "open"), (4, "")]),
        (format!("a\n\"\n{quoted}\",\"{quoted}\"\nb\n"), vec![(1, ""), (2, "long"), (4, "")]),
    ] {
        for lengths in [&[usize::MAX >> 1][..], &[1 << 16], &[MOST_BYTES + 2], &[MOST_BYTES]] {
            let told = told(&text, lengths);
            let told: Vec<_> = told.iter().map(|(line, _, trouble)| (*line, *trouble)).collect();
            assert_eq!(told, expected, "{lengths:?}");
        }
    }
    let text = format!("\"\n{lines}b,\"c\"\n");
    let found = told(&text, &[1 << 16]);
    assert_eq!(found.len(), MOST_BYTES / 1024 + 2);
    assert_eq!(found, told(&text, &[text.len()]));
    assert_eq!(found.iter().filter(|(_, _, trouble)| *trouble == "open").count(), 1);
}

#[test]
fn a_row_has_more_cells_than_anybody_counts() {
    let text = format!("a\n{}b\nc\n", ",".repeat(100_000));
    let found = told(&text, &[1 << 12]);
    assert_eq!(found.len(), 3);
    assert_eq!(found[1].1.concat(), "b");
    assert!(found[1].1.len() > 10_000);
}

#[test]
fn records_are_listed_as_json() {
    let mut out = String::new();
    let mut records = Records::new(b"a;\"b\n\"\"\"\n\n\xe9;\xe2\x82\xac;\nopen", b';', 0, false);
    list(&mut records, &mut out);
    assert_eq!(out, "[[0,[\"a\",\"b\\u000a\\\"\"]],[3,[\"é\",\"€\",\"\"]]]");
    assert_eq!(records.consumed(), "a;\"b\n\"\"\"\n\ne;eee;\n".len());
}

/// Pieces of which files are made that mean harm.
const HOSTILE: &str = "[\",\na \r;\0é]{0,24}";

/// How many steps a file takes, for each of its bytes.
fn cost(text: &str, lengths: &[usize]) -> u64 {
    let before = steps();
    records_of(text.as_bytes(), b',', lengths);
    (steps() - before) / text.len() as u64
}

#[test]
fn hostile_files_take_time_in_proportion_to_their_length() {
    let many = 1 << 18;
    for unit in [
        "\"",
        "\"\n",
        "a\"\",,\"\n",
        ",\"\n",
        "\"\"\"\n",
        "\0",
        "a\",,\"\n",
        "\"a\n\"",
        ",\"\r\"a\"\"\"",
        ",",
        "\r",
    ] {
        for end in ["", "b\"x\n", "\"", "\"x\n", "\n\n\"\n"] {
            let text = unit.repeat(many / unit.len()) + end;
            for lengths in [&[usize::MAX >> 1][..], &[1 << 14]] {
                let cost = cost(&text, lengths);
                assert!(cost <= 12, "{cost} for {unit:?} {end:?} {lengths:?}");
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn where_a_file_is_cut_changes_nothing(
        text in HOSTILE,
        lengths in prop::collection::vec(1..9usize, 1..5),
    ) {
        prop_assert_eq!(told(&text, &lengths), told(&text, &[text.len() + 1]));
    }

    #[test]
    fn every_line_stands_in_one_record_in_order(text in HOSTILE) {
        let records = records_of(text.as_bytes(), b',', &[4]);
        let mut behind = 0;
        for (record, _) in &records {
            prop_assert!(record.start >= behind && record.end >= record.start);
            let between = &text.as_bytes()[behind..record.start];
            // Nothing is passed over but what is blank.
            prop_assert!(between.iter().all(|byte| b"\r\n ,\"".contains(byte)), "{:?}", between);
            behind = record.end;
        }
    }

    #[test]
    fn a_repeated_piece_takes_time_in_proportion_to_its_length(
        unit in "[\",\na\r]{1,8}",
        end in "[\",\na]{0,4}",
    ) {
        let text = unit.repeat(4000) + &end;
        let cost = cost(&text, &[usize::MAX >> 1]);
        prop_assert!(cost <= 12, "{}", cost);
    }

    #[test]
    fn what_is_well_written_comes_back_cell_for_cell(
        rows in prop::collection::vec(prop::collection::vec("[\",;\t|\n\r aé😀\u{feff}0]{0,6}", 1..5), 0..6),
        delimiter in prop::sample::select(vec![b',', b';', b'\t', b'|']),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        ended in any::<bool>(),
        quoted in any::<bool>(),
        lengths in prop::collection::vec(1..40usize, 1..4),
    ) {
        let mut text = String::new();
        for (at, row) in rows.iter().enumerate() {
            text.push_str(if at > 0 { end } else { "" });
            for (at, cell) in row.iter().enumerate() {
                if at > 0 {
                    text.push(char::from(delimiter));
                }
                let special = |c| c == char::from(delimiter) || matches!(c, '"' | '\r' | '\n');
                if quoted || cell.contains(special) {
                    text.push_str(&format!("\"{}\"", cell.replace('"', "\"\"")));
                } else {
                    text.push_str(cell);
                }
            }
        }
        if ended {
            text.push_str(end);
        }
        let found: Vec<Vec<String>> = records_of(text.as_bytes(), delimiter, &lengths)
            .into_iter()
            .map(|(_, cells)| cells)
            .collect();
        let is_there = |row: &&Vec<String>| !row.concat().trim_ascii().is_empty();
        let written: Vec<Vec<String>> = rows.iter().filter(is_there).cloned().collect();
        prop_assert_eq!(found, written);
    }
}
