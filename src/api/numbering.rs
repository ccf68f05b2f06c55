//! The strings that the world's numbering plan judges: a number behind its country code, or beside
//! it.

use std::borrow::Cow;

use crate::phone::{
    CallingCode, RULES_ANYWHERE, RULES_OF_PAIRS, RULES_OF_PHONES, RULES_TO_CALL, RULES_TO_MESSAGE,
    judge_anywhere, judge_aside, judge_behind_code, judge_full,
};
use crate::schema::{Params, Verdicts, View, doc, is_digits};

/// `phoneNumber` beside `countryCode`.
pub static PAIR: Verdicts = Verdicts {
    key: "phoneNumber",
    look: pair,
    rules: RULES_OF_PAIRS,
    doc: doc("Possible under `countryCode`, by the world's numbering plan."),
};

/// `phoneNumber`, perhaps beside `countryCode`.
pub static PERHAPS_PAIR: Verdicts = Verdicts {
    look: perhaps_pair,
    rules: RULES_ANYWHERE,
    doc: doc(
        "Possible under `countryCode`, or in any country without it, by the world's numbering plan.",
    ),
    ..PAIR
};

/// Country code and number in one, of somebody who is to get messages.
pub static FULL: Verdicts = Verdicts {
    key: "",
    look: full,
    rules: RULES_TO_MESSAGE,
    doc: doc("Possible by the world's numbering plan."),
};

/// Country code and number in one, of any phone: it need be no mobile.
pub static OF_ANY_PHONE: Verdicts = Verdicts { rules: RULES_OF_PHONES, ..FULL };

/// Country code and number in one, to be called: a service can have it as well.
pub static CALLED: Verdicts = Verdicts { look: called, rules: RULES_TO_CALL, ..FULL };

fn full(value: View, params: &mut Params) -> Option<usize> {
    judge_full(digits(&value.as_text()?), params)
}

fn called(value: View, params: &mut Params) -> Option<usize> {
    judge_behind_code(digits(&value.as_text()?), params)
}

fn pair(value: View, params: &mut Params) -> Option<usize> {
    let code = value.text("countryCode")?;
    judge_aside(CallingCode::of(digits(&code))?, &national(value)?, params)
}

fn perhaps_pair(value: View, params: &mut Params) -> Option<usize> {
    match value.get("countryCode").is_some_and(|code| code.json() != "\"\"") {
        true => pair(value, params),
        false => judge_anywhere(&national(value)?, params),
    }
}

/// Without a leading plus.
pub(super) fn digits(text: &str) -> &str {
    text.strip_prefix('+').unwrap_or(text)
}

/// The national number, where its characters are fine.
fn national(value: View<'_>) -> Option<Cow<'_, str>> {
    value.text("phoneNumber").filter(|text| is_digits(text))
}
