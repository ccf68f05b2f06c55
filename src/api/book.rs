//! What a book of the account's templates says against a message.
//!
//! The checks stand where the book is, in JavaScript (`pkg-template/src/book-check.js`): a module
//! has nothing of it. Here is what they say, and how sure it is.

use super::media::{AUDIO, EXTENSION, KNOWN, STICKER};
use super::template::TEMPLATE_MEDIA;
use crate::schema::Source::{Advised, Documented, Vendor};
use crate::schema::{Code, Doc, Source, codes, doc};

/// Something that a book says.
pub struct BookRule {
    /// What is reported.
    pub code: &'static Code,
    /// How sure it is.
    pub source: Source,
    /// Where it is reported.
    pub path: Doc,
    /// What must hold.
    pub doc: Doc,
}

/// A name that no template has.
pub static NOT_IN_BOOK: Code = Code {
    id: "template.not_in_book",
    message: "The account has no template with this name.[ Did you mean \"{suggestion}\"?]",
};
/// A template that is there in other languages.
pub static OTHER_LANGUAGES: Code = Code {
    id: "template.language_not_in_book",
    message: "The account has this template in {languages}, not in this language.",
};
/// A template that cannot be sent yet, or no longer.
pub static NOT_APPROVED: Code = Code {
    id: "template.unapproved",
    message: "This template cannot be sent: its status is {status}.",
};
/// A value that is not there.
pub static VALUE_MISSING: Code = Code {
    id: "template.value_missing",
    message: "Values needed here: {expected}; given: {actual}. This one is missing.",
};
/// A value that nothing takes.
pub static VALUE_SURPLUS: Code = Code {
    id: "template.value_surplus",
    message: "Values needed here: {expected}; given: {actual}. Leave this one out.",
};
/// A header without its file.
pub static MEDIA_MISSING: Code = Code {
    id: "template.media_missing",
    message: "The header of this template is a file of type {type}: give its URL here.",
};
/// A header with something else than a file.
pub static MEDIA_KIND: Code = Code {
    id: "template.media_url",
    message: "The header of this template is a file of type {type}: this must be its full URL, which starts with https:// or http://.",
};
/// A button without its value.
pub static BUTTON_MISSING: Code = Code {
    id: "template.button_value_missing",
    message: "The template's button {index}, \"{text}\", needs a value here.",
};
/// A value for a button that takes none.
pub static BUTTON_SURPLUS: Code = Code {
    id: "template.button_value_surplus",
    message: "The template has no button {index} that takes a value: leave this out. Buttons are counted from 0.",
};
/// Cards that are not as many as the template's.
pub static CARDS: Code = Code {
    id: "template.card_count",
    message: "The template has {expected} cards; give as many here, not {actual}.",
};
/// A guard that the template does not pass.
pub static CATEGORY_MISMATCH: Code = Code {
    id: "template.category_mismatch",
    message: "With template_category \"utility\" Interakt does not send this: the template's category is {category}.",
};
/// Another category than the caller's program expects.
pub static CATEGORY_UNEXPECTED: Code = Code {
    id: "template.category_unexpected",
    message: "The template's category is {category}, but expectCategory is {wanted}.[ Before Meta changed it, it was {previous}.]",
};
/// Two one-time codes in one message.
pub static CODE_MISMATCH: Code = Code {
    id: "template.code_mismatch",
    message: "The button of an authentication template copies this: it should be the code in bodyValues.",
};
/// A one-time code of too many characters.
pub static CODE_TOO_LONG: Code = Code {
    id: "template.code_too_long",
    message: "A code should have at most {limit} characters; this one has {actual}.",
};

/// All that a book says, in the order in which it does.
pub static BOOK_RULES: [BookRule; 18] = [
    rule(&NOT_IN_BOOK, Vendor, "template.name", "The account has a template of this name."),
    rule(
        &OTHER_LANGUAGES,
        Vendor,
        "template.languageCode",
        "The account has the template in this language.",
    ),
    rule(&NOT_APPROVED, Vendor, "template.name", "The template is approved."),
    rule(
        &CATEGORY_MISMATCH,
        Documented,
        "template_category",
        "With \"utility\" the template's category is Utility.",
    ),
    rule(
        &CATEGORY_UNEXPECTED,
        Documented,
        "template.name",
        "The template's category is that of the option `expectCategory`.",
    ),
    rule(
        &MEDIA_MISSING,
        Vendor,
        "template.headerValues[]",
        "There is one where the header is a picture, a film or a document.",
    ),
    rule(
        &MEDIA_KIND,
        Vendor,
        "template.headerValues[]",
        "It is a full URL where the header is a file.",
    ),
    rule(
        &EXTENSION,
        Advised,
        "template.headerValues[]",
        "The ending of the file, where there is one, is that of the header's kind.",
    ),
    rule(
        &VALUE_MISSING,
        Vendor,
        "template.headerValues[]",
        "There is one where the text of the header has a variable.",
    ),
    rule(
        &VALUE_SURPLUS,
        Vendor,
        "template.headerValues[]",
        "There is none where the header takes none, and never a second one.",
    ),
    rule(
        &VALUE_MISSING,
        Vendor,
        "template.bodyValues[]",
        "There is one for each variable of the body.",
    ),
    rule(
        &VALUE_SURPLUS,
        Vendor,
        "template.bodyValues[]",
        "There are no more than variables of the body.",
    ),
    rule(
        &CODE_TOO_LONG,
        Advised,
        "template.bodyValues[]",
        "At most 15 characters in a template for authentication.",
    ),
    rule(
        &BUTTON_MISSING,
        Vendor,
        "template.buttonValues.*[]",
        "There is one for each button that needs one: a URL with a variable, a code to copy.",
    ),
    rule(
        &BUTTON_SURPLUS,
        Vendor,
        "template.buttonValues.*",
        "The template has this button, and it takes a value.",
    ),
    rule(&VALUE_SURPLUS, Vendor, "template.buttonValues.*[]", "There is no second one."),
    rule(
        &CODE_MISMATCH,
        Advised,
        "template.buttonValues.*[]",
        "That of `bodyValues[0]` in a template for authentication.",
    ),
    rule(&CARDS, Vendor, "template.carouselCards", "As many as the template has cards."),
];

const fn rule(
    code: &'static Code,
    source: Source,
    path: &'static str,
    words: &'static str,
) -> BookRule {
    BookRule { code, source, path: doc(path), doc: doc(words) }
}

/// Each of its codes once, with one that says that there are more.
pub fn book_codes() -> Vec<&'static Code> {
    let mut all = vec![&codes::MORE];
    for BookRule { code, .. } in &BOOK_RULES {
        if !all.contains(code) {
            all.push(code);
        }
    }
    all
}

/// Endings that mean a kind of file, and none of a header's.
pub fn other_endings() -> Vec<&'static str> {
    let named = [&AUDIO, &STICKER].into_iter().flat_map(|kind| kind.extensions.iter().copied());
    let mut all: Vec<&str> = named.chain(KNOWN).collect();
    all.retain(|ending| !TEMPLATE_MEDIA.iter().any(|kind| kind.extensions.contains(ending)));
    all.sort_unstable();
    all.dedup();
    all
}
