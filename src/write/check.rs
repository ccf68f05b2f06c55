//! Checks against a description as it stands in the constants, packed on the spot. For tests:
//! what ships has one pack, made when it was built.

use std::cell::RefCell;
use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};
use std::sync::OnceLock;

use super::issue::{Issue, read};
use crate::api::book::book_codes;
use crate::api::{CUSTOMER_INPUTS, OPERATIONS, rows};
use crate::client::ENCODED_TWICE;
use crate::packer::Packer;
use crate::phone;
use crate::schema::{Checker, Code, Document, Limits, Pack, Report, Shape, View, codes};

/// The codes of issues and notes, by their numbers.
pub type Catalogue = HashMap<u32, &'static Code>;

/// All codes that issues and notes can have.
///
/// # Panics
/// Two of them have one number: one name with two sentences, or two names of which one must change
/// by a letter.
pub fn catalogue() -> &'static Catalogue {
    static CATALOGUE: OnceLock<Catalogue> = OnceLock::new();
    CATALOGUE.get_or_init(|| {
        let mut catalogue = Catalogue::new();
        let others = codes::ALL.iter().copied().chain(phone::CODES.iter().copied());
        let others =
            others.chain(phone::NOTES).chain([&ENCODED_TWICE]).chain(rows::CODES.iter().copied());
        let mut packer = Packer::default();
        let inputs = OPERATIONS.iter().map(|operation| &operation.input);
        for shape in inputs.chain(CUSTOMER_INPUTS.map(|(_, shape)| shape)) {
            packer.root(shape, "");
        }
        for code in packer.codes().iter().copied().chain(others).chain(book_codes()) {
            let known = *catalogue.entry(code.number()).or_insert(code);
            assert_eq!(known, code, "codes with one number");
        }
        catalogue
    })
}

/// The issues of a report.
pub fn issues(report: &Report) -> Vec<Issue> {
    read(report.text(), |number| catalogue().get(&number).copied())
}

/// A look into a text that is never given back.
pub fn view(json: &str) -> Option<View<'static>> {
    let json: &'static str = json.to_owned().leak();
    Some(Box::leak(Box::new(Document::parse(json)?)).root())
}

type Key = (Discriminant<Shape>, usize);

thread_local! {
    static PACKS: RefCell<HashMap<Key, (&'static Pack, &'static [&'static Code])>> = RefCell::default();
    static CHECKER: RefCell<Checker> = RefCell::default();
}

/// A pack with this description alone.
pub fn pack(shape: &Shape) -> &'static Pack {
    packed(shape).0
}

fn packed(shape: &Shape) -> (&'static Pack, &'static [&'static Code]) {
    PACKS.with_borrow_mut(|packs| {
        *packs.entry((discriminant(shape), address(shape))).or_insert_with(|| {
            let mut packer = Packer::default();
            packer.root(shape, "");
            let codes = packer.codes().to_vec().leak();
            (packer.leak(), codes)
        })
    })
}

/// What a shape is made of, which is constant.
fn address(shape: &Shape) -> usize {
    fn of<T: ?Sized>(inner: &T) -> usize {
        std::ptr::from_ref(inner).addr()
    }
    match *shape {
        Shape::Any | Shape::Boolean | Shape::Time => 0,
        Shape::Text(inner) => of(inner),
        Shape::Number(inner) => of(inner),
        Shape::Choice(inner) => of(inner),
        Shape::List(inner) | Shape::OneOrMany(inner) => of(inner),
        Shape::Object(inner) => of(inner),
        Shape::Tagged(inner) => of(inner),
        Shape::Map(inner) => of(inner),
        Shape::Nullable(inner) | Shape::Encoded(inner) => of(inner),
        Shape::Either(inner) => of(inner),
        Shape::Unless(inner) => of(inner),
        Shape::File(inner) => of(inner),
    }
}

/// Every issue of a JSON value, in the order of the description.
///
/// ```
/// use interakt_wasm::{api, write::check};
/// let issues = check(&api::track::USER.input, r#"{"countryCode":"+91","phoneNumber":"09999999999"}"#);
/// assert_eq!(issues[0].code, "phone.leading_zero");
/// ```
pub fn check(shape: &Shape, json: &str) -> Vec<Issue> {
    let (pack, codes) = packed(shape);
    CHECKER.with_borrow_mut(|checker| {
        let report = checker.check(pack, 0, json, Limits::default());
        let find = |number| {
            let own = codes.iter().copied().find(|code| code.number() == number);
            own.or_else(|| catalogue().get(&number).copied())
        };
        read(report.text(), find)
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn each_code_has_exactly_one_sentence() {
        let names: BTreeSet<&str> = catalogue().values().map(|code| code.id).collect();
        let sentences: BTreeSet<(&str, &str)> =
            catalogue().values().map(|code| (code.id, code.message)).collect();
        assert_eq!(names.len(), sentences.len());
    }
}
