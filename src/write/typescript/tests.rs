use super::types;
use crate::schema::Code;
use crate::schema::codes;
use crate::write::sample::OPERATIONS;

static ELSEWHERE: Code = Code { id: "elsewhere.broken", message: "" };

/// The declaration of a name, without comments.
fn declared(name: &str) -> String {
    let text = types(&OPERATIONS, &[codes::ALL, &[&ELSEWHERE]]);
    let is_start = |line: &str| {
        let words = line.split(' ').collect::<Vec<_>>();
        matches!(words.as_slice(), ["export", "type" | "interface", known, ..] if *known == name)
    };
    let mut lines = text.lines().skip_while(|line| !is_start(line));
    let first = lines.next().unwrap_or_else(|| panic!("{name} is not declared"));
    let rest = lines.take_while(|line| !line.is_empty());
    let code = rest.filter(|line| !line.trim_start().starts_with(['/', '*']));
    std::iter::once(first).chain(code).collect::<Vec<_>>().join("\n")
}

/// The comment above the first line that begins so.
fn comment_of(line: &str) -> String {
    let text = types(&OPERATIONS, &[]);
    let lines: Vec<&str> = text.lines().map(str::trim).collect();
    let at = lines.iter().position(|known| known.starts_with(line)).expect(line);
    let start = lines[..at].iter().rposition(|known| known.starts_with("/**")).expect("a comment");
    lines[start..at].join("\n")
}

#[test]
fn an_operation_has_an_input_and_an_answer() {
    let one_or_many =
        "export type PutThingInput = (NoList & Thing) | (Thing[] & { type?: undefined });";
    assert_eq!(declared("PutThingInput"), one_or_many);
    assert_eq!(
        declared("OperationTypes"),
        "\
export interface OperationTypes {
  putThing: {
    input: PutThingInput;
    answer: PutThingAnswer;
    kinds: {
      Note: Note;
      Tally: Tally;
      Gift: Gift;
    };
  };
  listThings: {
    input: ListThingsInput;
    answer: ListThingsAnswer;
  };
}"
    );
}

#[test]
fn a_plan_is_named_and_its_rate_told() {
    assert_eq!(declared("Plan"), "export type Plan = \"growth\" | \"advanced\";");
    let comment = comment_of("export type Plan");
    assert!(comment.contains("300 a minute with `growth`, 600 a minute with `advanced`"));
}

#[test]
fn a_tagged_object_is_a_union_of_its_kinds() {
    assert_eq!(declared("Thing"), "export type Thing = Note | Tally | Gift;");
}

#[test]
fn the_key_that_decides_comes_first_and_what_may_be_left_out_may_be_undefined() {
    let expected = "\
export type Gift = Reader & {
  type: \"Gift\";
  nick?: string | undefined;
  tags: string[];
  parcel: Parcel;
};";
    assert_eq!(declared("Gift"), expected);
}

#[test]
fn no_two_ways_meet_in_the_union_that_forms_make() {
    let expected = "\
export type Parcel =
  | {
      paper: boolean;
      box?: undefined;
    }
  | {
      paper?: undefined;
      box: boolean;
    }
  | {
      paper?: undefined;
      box?: undefined;
    };";
    assert_eq!(declared("Parcel"), expected);
}

#[test]
fn each_way_of_a_named_group_has_a_name() {
    let expected =
        "export type Reader = ReaderByCodeAndNumber | ReaderByFull | ReaderByUser;";
    assert_eq!(declared("Reader"), expected);
}

#[test]
fn a_key_that_may_stand_beside_is_in_every_way() {
    for way in ["ReaderByCodeAndNumber", "ReaderByFull"] {
        assert!(declared(way).contains("user?: string | undefined;"));
    }
    assert!(declared("ReaderByUser").contains("user: string;"));
}

#[test]
fn a_text_that_is_too_many_has_a_type_that_says_what_to_do() {
    let way = declared("ReaderByFull");
    assert!(way.contains("code?: Drop_this_or_full | undefined;"), "{way}");
    let alone = declared("ReaderByUser");
    assert!(alone.contains("code?: undefined;"), "{alone}");
    let cures = types(&OPERATIONS, &[]);
    for cure in ["Drop_this_or_full", "Drop_this_or_code_and_number"] {
        assert!(cures.contains(&format!("\ndeclare enum {cure} {{")));
        assert!(cures.contains(&format!("\nexport type {{ {cure} }};")));
    }
    assert!(!cures.contains("Drop_this_or_user"));
}

#[test]
fn a_key_that_is_left_out_says_beside_what() {
    let texts = types(&OPERATIONS, &[]);
    assert!(texts.contains("/** Not beside `code` and `number`. */"));
    assert!(texts.contains("/** Left out where `user` is all that there is. */"));
}

#[test]
fn a_list_of_values_is_closed_where_others_are_errors_and_open_where_they_are_warnings() {
    let note = declared("Note");
    assert!(note.contains("colour?: \"red\" | \"green\" | \"gold\" | undefined;"), "{note}");
    assert!(
        note.contains("mood?: \"glad\" | \"sad\" | (string & {}) | null | undefined;"),
        "{note}"
    );
}

#[test]
fn values_in_any_letter_case_can_be_typed_in_any() {
    let note = declared("Note");
    assert!(note.contains("size?: AnyCase<\"Small\" | \"Large\"> | undefined;"), "{note}");
}

#[test]
fn an_answer_is_open_and_decoded_and_says_no_rules() {
    let expected = "\
export interface PutThingAnswer {
  colour: \"red\" | \"green\" | \"gold\" | (string & {});
  note?: string[];
}";
    assert_eq!(declared("PutThingAnswer"), expected);
    assert_eq!(comment_of("note?: string[];"), "/** In a string. */");
}

#[test]
fn a_comment_says_what_a_key_holds_its_rules_and_an_example() {
    let expected = "\
/**
* The text.
*
* Not empty. At most 8 characters. No spaces. No exclamation mark at the end, otherwise
* a warning.
*
* @example \"word\"
*/";
    assert_eq!(comment_of("text: string;"), expected);
}

#[test]
fn a_comment_says_in_short_what_one_look_tells() {
    let nick = comment_of("nick?: string | undefined;");
    assert!(nick.contains("At least 2 characters. It blinks."), "{nick}");
    let number = comment_of("number: string;");
    assert!(number.contains("otherwise\n* a warning. Goes with `code`."), "{number}");
}

#[test]
fn free_keys_hold_any_of_their_values() {
    let tally = declared("Tally");
    assert!(tally.contains("counts: { [key: string]: number };"), "{tally}");
    assert!(tally.contains("more?: number | string | undefined;"), "{tally}");
    assert!(tally.contains("any?: unknown;"), "{tally}");
}

#[test]
fn every_code_is_known_those_of_no_description_too() {
    let codes = declared("KnownIssueCode");
    for code in ["reader.both", "sample.spaces", "json.syntax", "elsewhere.broken"] {
        assert!(codes.contains(&format!("| \"{code}\"")), "{code} is not in {codes}");
    }
}
