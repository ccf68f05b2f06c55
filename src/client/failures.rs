//! How Interakt refuses, and what to do about it.
//!
//! The one place for it: the errors' codes, their advice and the table in the
//! documentation are read from here.

use super::class::{ClassOf, ErrorClass, class};
use super::fate::Outcome;
use super::key::AS_SHOWN;
use super::text;
use crate::schema::{Doc, Source, doc};

/// One way in which a request fails.
pub struct FailureRule {
    /// The statuses, from and to, both included. Those of 200–299 only apply
    /// when the answer says `"result": false`.
    pub status: (u16, u16),
    /// What the message holds, in either case; empty: anything.
    pub said: &'static str,
    /// The stable name that the error carries.
    pub code: &'static str,
    /// The class of the error, by the code alone.
    pub class: ClassOf,
    /// What to do, for the reader of the error.
    pub advice: &'static str,
    /// What to do instead where a server of the caller's own answered, whose keys and plans are not
    /// Interakt's; empty: the same.
    pub elsewhere: &'static str,
    /// Whether Interakt carried the request out all the same.
    pub outcome: Outcome,
    /// It passes: the same request may succeed later.
    pub passes: bool,
    /// How sure it is.
    pub source: Source,
    /// The failure in words, for the documentation.
    pub doc: Doc,
    /// What tells it from the other rules of its code, where these leave another outcome.
    pub apart: Doc,
}

/// What becomes of most requests that fail.
const REFUSED: FailureRule = FailureRule {
    status: (0, 0),
    said: "",
    code: "",
    class: class(ErrorClass::Api),
    advice: "",
    elsewhere: "",
    outcome: Outcome::Refused,
    passes: false,
    source: Source::Documented,
    doc: doc(""),
    apart: doc(""),
};

/// The first rule that fits counts. The last one fits everything.
static FAILURES: [FailureRule; 23] = [
    FailureRule {
        status: (401, 401),
        said: "",
        code: "unauthorized",
        class: class(ErrorClass::Authentication),
        advice: AS_SHOWN,
        elsewhere: ANSWERED_THERE,
        source: Source::Documented,
        doc: doc("The API key is missing, wrong or encoded twice."),
        ..REFUSED
    },
    FailureRule {
        status: (403, 403),
        said: "",
        code: "forbidden",
        class: class(ErrorClass::Permission),
        advice: "Check that the plan includes the API: Starter does not.",
        elsewhere: ANSWERED_THERE,
        source: Source::Seen,
        doc: doc("More often the plan than the key: Starter has no API."),
        ..REFUSED
    },
    FailureRule {
        status: (429, 429),
        said: "",
        code: "rate_limited",
        class: class(ErrorClass::RateLimit),
        advice: "Wait before sending again; a client with a plan keeps to its limit by itself.",
        elsewhere: "Wait before sending again.",
        source: Source::Documented,
        doc: doc("Too many requests; `retryAfterMs` says how long to wait."),
        passes: true,
        ..REFUSED
    },
    FailureRule {
        status: (500, 599),
        code: "server_error",
        class: class(ErrorClass::Server),
        advice: OWN_TROUBLE,
        source: Source::Seen,
        doc: doc(
            "A failure of Interakt's, or of a gateway that may have passed the request on; the body may be HTML or empty. `Retry-After` says when to try again, not that nothing was done.",
        ),
        outcome: Outcome::Unknown,
        passes: true,
        ..REFUSED
    },
    FailureRule {
        status: (200, 499),
        said: "not messaged within last 24 hours",
        code: "window_closed",
        class: class(ErrorClass::WindowClosed),
        advice: "Send a template (type \"Template\"): more than 24 hours after the customer's last message, WhatsApp delivers nothing else.",
        source: Source::Documented,
        doc: doc(
            "The customer has not written within the last 24 hours, so only templates are delivered.",
        ),
        ..REFUSED
    },
    FailureRule {
        status: (200, 499),
        said: "no approved template found",
        code: "template_not_found",
        class: class(ErrorClass::Template),
        advice: "Compare name and languageCode with listTemplates: \"en\" and \"en_US\" differ, and only approved templates can be sent.",
        source: Source::Seen,
        doc: doc("No approved template has this name and language."),
        ..REFUSED
    },
    FailureRule {
        status: (200, 499),
        said: "template category mismatch",
        code: "template_category_mismatch",
        class: class(ErrorClass::Template),
        advice: "WhatsApp has moved the template to another category: accept that in template_category, or edit the template.",
        source: Source::Documented,
        doc: doc("The template is no longer in the category that the message asks for."),
        ..REFUSED
    },
    FailureRule {
        status: (200, 499),
        said: "missing variable values",
        code: "missing_values",
        class: class(ErrorClass::Template),
        advice: "Give a value for each variable of the template: headerValues, bodyValues and buttonValues.",
        source: Source::Seen,
        doc: doc(
            "The template has more variables than the message has values. `details` says where, and how many there must be.",
        ),
        ..REFUSED
    },
    FailureRule {
        status: (200, 499),
        said: "media url is missing",
        code: "missing_values",
        class: class(ErrorClass::Template),
        advice: "Give the file's address in headerValues.",
        source: Source::Seen,
        doc: doc(
            "The template has a file above its text, and the message names none. `details` says where.",
        ),
        ..REFUSED
    },
    FailureRule {
        status: (200, 499),
        said: "phone number & country code provided is invalid",
        code: "invalid_phone",
        advice: "Give countryCode and phoneNumber (\"+91\", \"9999999999\"), or fullPhoneNumber (\"919999999999\").",
        source: Source::Seen,
        doc: doc("Interakt does not accept the phone number."),
        ..REFUSED
    },
    FailureRule {
        status: (200, 499),
        said: "customer is not available for the organization",
        code: "unknown_customer",
        advice: "Add the customer with trackUser first.",
        source: Source::Seen,
        doc: doc("No contact of the account has this number."),
        ..REFUSED
    },
    FailureRule {
        status: (200, 499),
        said: "already assigned to same agent",
        code: "already_assigned",
        advice: "The agent already has the chat.",
        source: Source::Seen,
        doc: doc("The chat is already with that agent, as asked for."),
        ..REFUSED
    },
    FailureRule {
        status: (200, 299),
        said: "",
        code: "rejected",
        advice: "Interakt accepted the request but did not do what it asks for.",
        source: Source::Documented,
        doc: doc(
            "A 2xx answer that says `\"result\": false` for a reason that no other code names.",
        ),
        ..REFUSED
    },
    FailureRule {
        status: (303, 303),
        code: "redirected",
        advice: NOT_FOLLOWED,
        source: Source::Analogy,
        doc: doc("By HTTP it is done, and the result is found elsewhere."),
        outcome: Outcome::Unknown,
        ..REFUSED
    },
    FailureRule {
        status: (300, 399),
        code: "redirected",
        advice: NOT_FOLLOWED,
        source: Source::Analogy,
        doc: doc(
            "The server points elsewhere. Redirects are never followed, since the API key would go along.",
        ),
        ..REFUSED
    },
    FailureRule {
        status: (404, 404),
        said: "",
        code: "not_found",
        class: class(ErrorClass::NotFound),
        advice: "Check the id in the input, and baseUrl if you set one.",
        source: Source::Seen,
        doc: doc("Nothing is there; the body may be an HTML page."),
        ..REFUSED
    },
    FailureRule {
        status: (405, 405),
        said: "",
        code: "method_not_allowed",
        advice: CHECK_THE_WAY,
        source: Source::Seen,
        doc: doc("The address does not accept this method; the body may be an HTML page."),
        ..REFUSED
    },
    FailureRule {
        status: (408, 408),
        said: "",
        code: "request_timeout",
        advice: "A server on the way gave up waiting.",
        source: Source::Analogy,
        doc: doc(
            "The server gave up waiting for the request, or a gateway for the server, which may have it.",
        ),
        outcome: Outcome::Unknown,
        ..REFUSED
    },
    FailureRule {
        status: (409, 409),
        said: "",
        code: "conflict",
        advice: "The request conflicts with what Interakt already has.",
        source: Source::Analogy,
        doc: doc("The request conflicts with what is there."),
        ..REFUSED
    },
    FailureRule {
        status: (413, 413),
        said: "",
        code: "payload_too_large",
        advice: "Send less at once, or a smaller file.",
        source: Source::Analogy,
        doc: doc("The body or the file is too large."),
        ..REFUSED
    },
    FailureRule {
        status: (415, 415),
        said: "",
        code: "unsupported_media_type",
        advice: "The server does not accept this kind of body or file.",
        source: Source::Analogy,
        doc: doc("The kind of body or file is not accepted."),
        ..REFUSED
    },
    FailureRule {
        status: (400, 499),
        said: "",
        code: "bad_request",
        advice: "Change the request as the message says; unchanged, it would fail again.",
        source: Source::Analogy,
        doc: doc("Any other refusal with a 4xx status."),
        ..REFUSED
    },
    FailureRule {
        status: (0, u16::MAX),
        said: "",
        code: "unexpected_status",
        advice: CHECK_THE_WAY,
        source: Source::Analogy,
        doc: doc(
            "A status outside 200–599. 0 is a hidden answer: an opaque one, or `Response.error()`.",
        ),
        outcome: Outcome::Unknown,
        ..REFUSED
    },
];

/// A redirect that a browser hides, and does not follow: its answer is an `opaqueredirect`.
pub(super) static HIDDEN_REDIRECT: FailureRule = FailureRule {
    status: (0, 0),
    code: "redirected",
    advice: NOT_FOLLOWED,
    source: Source::Analogy,
    doc: doc("A redirect in a browser, which hides its status."),
    ..REFUSED
};

/// An answer to another request than the one that was sent.
pub(super) static FOLLOWED: FailureRule = FailureRule {
    status: (0, u16::MAX),
    code: "redirected",
    advice: "Your fetch followed a redirect although the request forbids it, and the API key may have gone along: use one that does not, and set baseUrl to the final address.",
    source: Source::Analogy,
    doc: doc(
        "The answer comes from elsewhere: a `fetch` of the caller or a polyfill followed a redirect.",
    ),
    apart: doc("a redirect that `fetch` followed"),
    outcome: Outcome::Unknown,
    ..REFUSED
};

/// An answer that is none of Interakt's although its status says that all is well.
pub(super) static INVALID_RESPONSE: FailureRule = FailureRule {
    status: (200, 299),
    code: "invalid_response",
    advice: CHECK_THE_WAY,
    outcome: Outcome::Unknown,
    source: Source::Seen,
    doc: doc(
        "A 2xx answer that is not JSON, or not Interakt's: without `\"result\": true`, and for `listTemplates` without the list.",
    ),
    ..REFUSED
};

/// An answer of which only the beginning was read, although its status says that all is well.
pub(super) static RESPONSE_TOO_LARGE: FailureRule = FailureRule {
    status: (200, 299),
    code: "response_too_large",
    advice: "Ask for less at once (limit), or raise maxResponseBytes.",
    outcome: Outcome::Unknown,
    source: Source::Analogy,
    doc: doc("A 2xx answer with a body of more than `maxResponseBytes`."),
    ..REFUSED
};

/// What to do when it is not the caller's fault.
const OWN_TROUBLE: &str = "Interakt had a problem of its own, which usually passes.";

/// What to do when a server of the caller's own lets nobody in, or tells what Interakt told it.
const ANSWERED_THERE: &str = "The server at baseUrl gave this answer: check there who is allowed.";

/// What to do about a redirect.
const NOT_FOLLOWED: &str =
    "Redirects are not followed, to keep the API key safe: set baseUrl to the final address.";

/// What to do when it was not Interakt that answered, or not as expected.
const CHECK_THE_WAY: &str = "Check baseUrl, and any proxy between here and Interakt.";

/// Added when nobody knows whether a request that changes something was carried
/// out: Interakt has no idempotency key, so a second one can deliver a message twice (seen).
pub(crate) const UNKNOWN_FATE: &str = "Interakt may have carried it out anyway: check there before sending it again, or it may happen twice.";

/// Every rule for an answer, at the end those that its status and message do not tell.
pub fn all_failures() -> impl Iterator<Item = &'static FailureRule> {
    FAILURES.iter().chain([&HIDDEN_REDIRECT, &FOLLOWED, &INVALID_RESPONSE, &RESPONSE_TOO_LARGE])
}

/// The rule for a status and a message.
pub(super) fn find(status: u16, said: &str) -> &'static FailureRule {
    let fits = |rule: &&FailureRule| {
        (rule.status.0..=rule.status.1).contains(&status) && text::find(said, rule.said).is_some()
    };
    // The last rule fits everything.
    FAILURES.iter().find(fits).unwrap_or(&INVALID_RESPONSE)
}

#[cfg(test)]
mod tests;
