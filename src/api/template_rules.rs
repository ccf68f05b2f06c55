//! What must hold between the parts of a new template.

use super::placeholder::{Placeholder, count, placeholders};
use crate::schema::Source::{Advised, Documented, Seen, Vendor};
use crate::schema::{Code, Found, Params, Rule, View, doc};

/// A text header without text.
pub static NO_HEADER: Code = Code {
    id: "template.header_missing",
    message: "A header of format TEXT needs its text in header.",
};
/// A media header without file.
pub static NO_HANDLE: Code = Code {
    id: "template.header_handle_missing",
    message: "A header of format {format} needs a file: put data.file_handle from uploadMedia here.",
};
/// A media header without what the upload also answered.
pub static NO_FILE: Code = Code {
    id: "template.header_file_missing",
    message: "Interakt documents this key beside header_handle; uploadMedia returns its value.",
};
/// A header that the format does not call for.
pub static HEADER_UNUSED: Code =
    Code { id: "template.header_unused", message: "Only a header of format TEXT has a text." };
/// More than one variable in the header.
pub static HEADER_VARIABLES: Code =
    Code { id: "template.header_variables", message: "A header can have one variable, {{1}}." };
/// A variable in the footer.
pub static FOOTER_VARIABLES: Code =
    Code { id: "template.footer_variables", message: "A footer cannot have variables." };
/// Variables that do not run from 1.
pub static GAP: Code = Code {
    id: "template.variable_gap",
    message: "The variables must be {{1}}, {{2}} and so on, without gaps.",
};
/// Examples and variables that are not equally many.
pub static EXAMPLES: Code = Code {
    id: "template.example_count",
    message: "Give one example for each variable: {expected}, not {actual}.",
};
/// A variable at the very beginning or end.
pub static EDGE: Code = Code {
    id: "template.variable_at_edge",
    message: "The text must not begin or end with a variable.",
};
/// Two variables with nothing between.
pub static ADJACENT: Code = Code {
    id: "template.variables_adjacent",
    message: "Meta often refuses variables with nothing but space between them.",
};
/// Too little text for that many variables.
pub static FEW_WORDS: Code = Code {
    id: "template.too_few_words",
    message: "Meta often refuses so little text for {variables} variables: use at least {limit} words; this has {actual}.",
};

/// All of them, in the order of the keys that they speak of.
pub(super) static TEMPLATE_RULES: &[&Rule] = &[
    &TEXT_HEADER,
    &HEADER_FITS,
    &ONE_VARIABLE,
    &HEADER_EXAMPLE,
    &MEDIA_HEADER,
    &MEDIA_FILE,
    &NO_GAPS,
    &NOT_AT_EDGE,
    &NOT_ADJACENT,
    &ENOUGH_WORDS,
    &BODY_EXAMPLES,
    &PLAIN_FOOTER,
];

fn format<'a>(template: View<'a>) -> Option<std::borrow::Cow<'a, str>> {
    template.text("header_format")
}

fn is_media(format: &str) -> bool {
    matches!(format, "IMAGE" | "VIDEO" | "DOCUMENT")
}

static TEXT_HEADER: Rule = Rule {
    code: &NO_HEADER,
    source: Documented,
    check: |template, found| {
        if format(template).as_deref() == Some("TEXT")
            && template.get("header").is_none_or(View::is_null)
        {
            found.at("header", Params::default());
        }
    },
    doc: doc("`header` is given with `header_format` \"TEXT\"."),
};

static HEADER_FITS: Rule = Rule {
    code: &HEADER_UNUSED,
    source: Documented,
    check: |template, found| {
        if template.text("header").is_some() && format(template).as_deref() != Some("TEXT") {
            found.at("header", Params::default());
        }
    },
    doc: doc("`header` is only given with `header_format` \"TEXT\"."),
};

static ONE_VARIABLE: Rule = Rule {
    code: &HEADER_VARIABLES,
    source: Vendor,
    check: |template, found| {
        let header = template.text("header").unwrap_or_default();
        if count(&placeholders(&header)).is_none_or(|n| n > 1) {
            found.at("header", Params::default());
        }
    },
    doc: doc("`header` has at most one variable, `{{1}}`."),
};

static HEADER_EXAMPLE: Rule = Rule {
    code: &EXAMPLES,
    source: Documented,
    check: |template, found| {
        let header = template.text("header").unwrap_or_default();
        if count(&placeholders(&header)).is_some_and(|n| n < 2) {
            examples(template, "header", "header_text", found);
        }
    },
    doc: doc("`header_text` has one example where `header` has a variable."),
};

static MEDIA_HEADER: Rule = Rule {
    code: &NO_HANDLE,
    source: Documented,
    check: |template, found| {
        let format = format(template).unwrap_or_default();
        if is_media(&format) && template.get("header_handle").is_none() {
            found.at("header_handle", Params::default().with("format", format.into_owned()));
        }
    },
    doc: doc("`header_handle` is given with `header_format` IMAGE, VIDEO or DOCUMENT."),
};

static MEDIA_FILE: Rule = Rule {
    code: &NO_FILE,
    source: Advised,
    check: |template, found| {
        if is_media(&format(template).unwrap_or_default()) {
            for key in ["header_handle_file_url", "header_handle_file_name"] {
                if template.get(key).is_none() {
                    found.at(key, Params::default());
                }
            }
        }
    },
    doc: doc(
        "`header_handle_file_url` and `header_handle_file_name` stand beside `header_handle`.",
    ),
};

/// One finding at `body` if it says so.
fn body(template: View, found: &mut Found, test: fn(&str, &[Placeholder]) -> Option<Params>) {
    if let Some(text) = template.text("body")
        && let Some(params) = test(&text, &placeholders(&text))
    {
        found.at("body", params);
    }
}

fn gap(_: &str, variables: &[Placeholder]) -> Option<Params> {
    count(variables).is_none().then(Params::default)
}

fn edge(text: &str, variables: &[Placeholder]) -> Option<Params> {
    let start = text.len().wrapping_sub(text.trim_start().len());
    let end = text.trim_end().len();
    variables.iter().any(|v| v.start == start || v.end == end).then(Params::default)
}

/// Reports variables of `key` and examples of `list` that are not equally many.
pub(super) fn examples(view: View, key: &'static str, list: &'static str, found: &mut Found) {
    let text = view.text(key).unwrap_or_default();
    let Some(expected) = count(&placeholders(&text)) else { return };
    let Some(actual) = view.get(list).map_or(Some(0), View::count) else { return };
    if actual != expected as usize {
        found.at(list, Params::default().with("expected", expected).with("actual", actual));
    }
}

/// `{{1}}`, `{{2}}`… in `body`.
pub(super) static NO_GAPS: Rule = Rule {
    code: &GAP,
    source: Vendor,
    check: |template, found| body(template, found, gap),
    doc: doc("The variables of `body` are numbered from 1 without gaps."),
};

/// Text before and behind the variables of `body`.
pub(super) static NOT_AT_EDGE: Rule = Rule {
    code: &EDGE,
    source: Vendor,
    check: |template, found| body(template, found, edge),
    doc: doc("`body` does not begin or end with a variable."),
};

/// As many examples as variables of `body`.
pub(super) static BODY_EXAMPLES: Rule = Rule {
    code: &EXAMPLES,
    source: Documented,
    check: |template, found| examples(template, "body", "body_text", found),
    doc: doc("`body_text` has as many examples as `body` has variables."),
};

static NOT_ADJACENT: Rule = Rule {
    code: &ADJACENT,
    source: Seen,
    check: |template, found| {
        body(template, found, |text, variables| {
            let touch = |pair: &[Placeholder]| match pair {
                [a, b] => text.get(a.end..b.start).is_some_and(|between| between.trim().is_empty()),
                _ => false,
            };
            variables.windows(2).any(touch).then(Params::default)
        });
    },
    doc: doc("Some text stands between two variables of `body`."),
};

static ENOUGH_WORDS: Rule = Rule {
    code: &FEW_WORDS,
    source: Seen,
    check: |template, found| {
        body(template, found, |text, variables| {
            let n = count(variables)? as usize;
            let is_word = |word: &&str| {
                !word.as_bytes().windows(2).any(|two| two == b"{{")
                    && word.bytes().any(|b| !b.is_ascii_punctuation())
            };
            let actual = text.split_ascii_whitespace().filter(is_word).count();
            let params = Params::default().with("variables", n).with("limit", 2 * n + 1);
            (n > 0 && actual < 2 * n + 1).then(|| params.with("actual", actual))
        });
    },
    doc: doc("`body` has at least 2n + 1 words besides its n variables."),
};

static PLAIN_FOOTER: Rule = Rule {
    code: &FOOTER_VARIABLES,
    source: Vendor,
    check: |template, found| {
        if template.text("footer").is_some_and(|footer| !placeholders(&footer).is_empty()) {
            found.at("footer", Params::default());
        }
    },
    doc: doc("`footer` has no variables."),
};
