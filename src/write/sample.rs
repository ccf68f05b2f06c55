//! A small description with one of everything, for tests.

use crate::api::{Body, Endpoint, Method, Operation};
use crate::schema::*;
use crate::schema::{Found, Params, Verdict, Verdicts, View, codes};

static MISSING: Code = Code { id: "reader.missing", message: "Say who reads." };
static BOTH: Code = Code { id: "reader.both", message: "Either the one or the other." };
static SPACES: Code = Code { id: "sample.spaces", message: "No spaces." };
static SHOUTING: Code = Code { id: "sample.shouting", message: "Not so loud." };
static TWICE: Code = Code { id: "sample.twice", message: "Twice." };

const SURE: Source = Source::Documented;
const UNSURE: Source = Source::Seen;

const fn at(value: u32, source: Source) -> Option<Limit> {
    Some(Limit { value, source })
}

const fn field(name: &'static str, required: bool, shape: Shape, text: &'static str) -> Field {
    Field { name, required, place: Place::Body, shape, doc: doc(text) }
}

const fn required(name: &'static str, shape: Shape, text: &'static str) -> Field {
    field(name, true, shape, text)
}

const fn optional(name: &'static str, shape: Shape, text: &'static str) -> Field {
    field(name, false, shape, text)
}

static NO_SPACES: TextRule = TextRule {
    code: &SPACES,
    source: SURE,
    holds: |text: &str, _: &mut Params| !text.contains(' '),
    pattern: doc("^[^ ]*$"),
    doc: doc("No spaces."),
};
static NO_SHOUTING: TextRule = TextRule {
    code: &SHOUTING,
    source: UNSURE,
    holds: |text: &str, _: &mut Params| !text.ends_with('!'),
    pattern: doc("[^!]$"),
    doc: doc("No exclamation mark at the end."),
};
static DIFFERENT: Rule = Rule {
    code: &TWICE,
    source: SURE,
    check: |list: View, found: &mut Found| {
        let items: Vec<_> = list.items().collect();
        let twice = (1..items.len()).find(|&n| items[..n].contains(&items[n]));
        if let Some(index) = twice {
            found.below(&[index.into()], Params::default());
        }
    },
    doc: doc("All are different."),
};

static ECHO: Code = Code { id: "sample.echo", message: "The {word} again." };
static STARES: Code = Code { id: "sample.stares", message: "It stares." };

static NO_ECHO: Verdict = Verdict { code: &ECHO, source: SURE, doc: doc("No word twice.") };
static BLINKS: Verdict = Verdict { code: &STARES, source: UNSURE, doc: doc("No two o.") };
static PAIR: Verdicts = Verdicts {
    key: "number",
    look: |value: View, params: &mut Params| {
        let (code, number) = (value.text("code")?, value.text("number")?);
        params.set("word", "code");
        if code == number { Some(0) } else { number.contains("oo").then_some(1) }
    },
    rules: &[&NO_ECHO, &BLINKS],
    doc: doc("Goes with `code`."),
};
static STARE: Verdicts = Verdicts {
    key: "",
    look: |value: View, _: &mut Params| value.as_text()?.contains("oo").then_some(0),
    rules: &[&BLINKS],
    doc: doc("It blinks."),
};

static WORD: Text = Text {
    min: at(1, SURE),
    max: at(8, SURE),
    rules: &[&NO_SPACES, &NO_SHOUTING],
    verdicts: None,
    empty_is_absent: false,
    example: doc("word"),
};
static USER: Text = Text { max: at(8, SURE), empty_is_absent: true, ..TEXT };
static NICK: Text = Text {
    min: at(2, SURE),
    verdicts: Some(&STARE),
    empty_is_absent: true,
    example: doc("joe"),
    ..TEXT
};
static COUNT: Number = Number {
    integer: true,
    min: Some(Bound { value: 0, source: SURE }),
    max: Some(Bound { value: 9, source: UNSURE }),
};

const fn value(value: &'static str, source: Source, text: &'static str) -> Value {
    Value { value, source, doc: doc(text) }
}

const fn choice(values: &'static [Value], closed: Source, ignore_case: bool) -> Choice {
    Choice { values, closed, ignore_case, rules: &[], unlisted: &codes::UNKNOWN_VALUE }
}

static COLOUR: Choice = choice(
    &[value("red", SURE, "As a rose."), value("green", SURE, ""), value("gold", UNSURE, "")],
    SURE,
    false,
);
static SIZE: Choice = choice(&[value("Small", SURE, ""), value("Large", SURE, "")], SURE, true);
static MOOD: Choice = choice(&[value("glad", SURE, ""), value("sad", SURE, "")], UNSURE, false);

static TAGS: List =
    List { item: Shape::Text(&WORD), min: at(1, SURE), max: at(3, UNSURE), rules: &[&DIFFERENT] };
static COUNTS: Map =
    Map { key: Some(&NO_SPACES), value: Shape::Number(&COUNT), example: doc("apples") };

static READER: Group = Group {
    fields: &[
        optional("user", Shape::Text(&USER), "The user."),
        optional("code", Shape::Text(&WORD), "The code."),
        optional("number", Shape::Text(&WORD), "The number."),
        optional("full", Shape::Text(&WORD), "Code and number."),
    ],
    forms: Some(&Forms {
        name: doc("Reader"),
        ways: &[&["code", "number"], &["full"], &["user"]],
        beside: &["user"],
        missing: Some(&MISSING),
        both: &BOTH,
        source: SURE,
    }),
    verdicts: Some(&PAIR),
    ..GROUP
};

static COMMON: Group = Group {
    fields: &[
        optional("nick", Shape::Text(&NICK), "A short name."),
        required("tags", Shape::List(&TAGS), "Some words."),
    ],
    ..GROUP
};

static NOTE: Group = Group {
    fields: &[
        required("text", Shape::Text(&WORD), "The text."),
        optional("colour", Shape::Choice(&COLOUR), "The colour."),
        optional("size", Shape::Choice(&SIZE), "The size."),
        optional("mood", Shape::Nullable(&Shape::Choice(&MOOD)), "The mood."),
    ],
    ..GROUP
};

/// Text, or a number, or none.
static EITHER: [Shape; 2] = [Shape::Number(&COUNT), Shape::Text(&WORD)];

static TALLY: Group = Group {
    fields: &[
        required("counts", Shape::Map(&COUNTS), "How many of each."),
        optional("more", Shape::Either(&EITHER), "More."),
        optional("any", Shape::Any, "Anything."),
    ],
    ..GROUP
};

static WRAP: Group = Group {
    fields: &[
        optional("paper", Shape::Boolean, "In paper."),
        optional("box", Shape::Boolean, "In a box."),
    ],
    forms: Some(&Forms {
        name: doc(""),
        ways: &[&["paper"], &["box"]],
        beside: &[],
        missing: None,
        both: &BOTH,
        source: SURE,
    }),
    ..GROUP
};
static PARCEL: Object =
    Object { name: doc("Parcel"), doc: doc("A parcel."), groups: &[&WRAP], open: false };
static GIFT: Group =
    Group { fields: &[required("parcel", Shape::Object(&PARCEL), "What is in it.")], ..GROUP };

const fn kind(
    value: &'static str,
    name: &'static str,
    groups: &'static [&'static Group],
) -> Variant {
    Variant {
        value,
        object: Object { name: doc(name), doc: doc("One kind."), groups, open: false },
    }
}

static THING: Tagged = Tagged {
    name: doc("Thing"),
    doc: doc("A thing."),
    tag: "type",
    tag_doc: doc("The kind."),
    common: &[&READER, &COMMON],
    variants: &[
        kind("Note", "Note", &[&NOTE]),
        kind("Tally", "Tally", &[&TALLY]),
        kind("Gift", "Gift", &[&GIFT]),
    ],
};
static THINGS: List = List { item: Shape::Tagged(&THING), min: None, max: None, rules: &[] };

static DONE: Object = Object {
    name: doc(""),
    doc: doc(""),
    groups: &[&Group {
        fields: &[
            required("colour", Shape::Choice(&COLOUR), "The colour."),
            optional("note", Shape::Encoded(&Shape::List(&TAGS)), "In a string."),
        ],
        ..GROUP
    }],
    open: true,
};

static PUT: Operation = Operation {
    endpoint: &Endpoint {
        name: "putThing",
        method: Method::Post,
        path: "/things/",
        query: "",
        body: Body::Input,
        repeatable: false,
        pages: None,
    },
    input: Shape::OneOrMany(&THINGS),
    answer: Shape::Object(&DONE),
    summary: doc("Puts a thing."),
    doc: doc("It stays."),
};

static PAGE: Object = Object {
    name: doc(""),
    doc: doc(""),
    groups: &[&Group {
        fields: &[
            Field { place: Place::Path, ..required("shelf", Shape::Text(&NICK), "The shelf.") },
            Field {
                place: Place::Query,
                ..optional("offset", Shape::Number(&COUNT), "Where to begin.")
            },
            optional("filter", Shape::Boolean, "Whether to filter."),
            Field { place: Place::Unsent, ..optional("hint", Shape::Text(&NICK), "A hint.") },
        ],
        ..GROUP
    }],
    open: false,
};

static LIST: Operation = Operation {
    endpoint: &Endpoint {
        name: "listThings",
        method: Method::Post,
        path: "/things/{shelf}",
        query: "kind=all",
        body: Body::Fields,
        repeatable: true,
        pages: None,
    },
    input: Shape::Object(&PAGE),
    answer: Shape::Any,
    summary: doc("Lists things."),
    doc: doc(""),
};

/// All of them.
pub static OPERATIONS: [&Operation; 2] = [&PUT, &LIST];
