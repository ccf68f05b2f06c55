//! How requests fail, for people and for TypeScript.

use std::collections::BTreeSet;

use super::rules::{cell, how_sure};
use crate::client::{FailureRule, Outcome, all_failures};

const HEAD: &str = "\
# How requests fail

Every answer that is no success, the `code` of the error that it becomes, and
whether the client sends the request again by itself. Made from the table in
`src/client/failures.rs` by `cargo run --bin describe`; the first row that fits counts.

`outcome` says whether Interakt did what was asked for: `refused` means that it
answered that it did not, `unknown` that nobody can tell. Interakt has no
idempotency key, so a request of unknown outcome only goes out again when doing
it twice changes nothing (reads and `trackUser`), or when the caller asks for
that risk with `retryUnknownOutcome`. No answer at all, in whole and in time, is
`unknown` as well. How sure a row is: see [the rules](rules.md).

What a server says is found wherever it stands under `message`, `detail`, `error` or `errors`:
in a text, a list, by field, or as JSON in a text once more. With a `baseUrl` of one's own 401,
403 and 429 are that server's, and the advice speaks of neither key nor plan.

| status | said | code | class | outcome | sent again | how sure | what it means | what to do |
|---|---|---|---|---|---|---|---|---|
";

/// The text of `failures.md`.
pub fn failures() -> String {
    let mut out = HEAD.to_owned();
    for rule in all_failures() {
        let (from, to) = rule.status;
        let status = match (from, to) {
            (0, u16::MAX) => "any other".to_owned(),
            _ if from == to => from.to_string(),
            _ => format!("{from}–{to}"),
        };
        let said = match rule.said {
            "" => String::new(),
            said => format!("“{said}”"),
        };
        out.push_str(&format!(
            "| {status} | {} | `{}` | `{}` | {} | {} | {} | {} | {} |\n",
            cell(&said),
            rule.code,
            rule.class.get().name(),
            rule.outcome.as_str(),
            sent_again(rule),
            how_sure(rule.source),
            cell(rule.doc.text()),
            cell(rule.advice),
        ));
    }
    out
}

fn sent_again(rule: &FailureRule) -> &'static str {
    match (rule.passes, rule.outcome) {
        (false, _) => "never",
        (true, Outcome::Refused) => "always",
        (true, _) => "reads, `trackUser`",
    }
}

/// `KnownApiErrorCode`, as TypeScript declares it.
pub(super) fn codes() -> String {
    let codes: BTreeSet<_> = all_failures().map(|rule| rule.code).collect();
    let lines: String = codes.iter().map(|code| format!("\n  | \"{code}\"")).collect();
    format!(
        "\n/** The codes of an `ApiError` of this version. */\nexport type KnownApiErrorCode ={lines};\n"
    )
}
