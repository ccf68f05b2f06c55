//! The classes of errors: what each is for, and the codes that need no answer of Interakt's.

use super::fate::Outcome;
use crate::schema::{Doc, doc};

/// A class of errors that the package throws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ErrorClass {
    /// An input that would be refused.
    Validation,
    /// A mistake in the program.
    Configuration,
    /// A fault of the package.
    Internal,
    /// The body of a webhook that cannot be read.
    Webhook,
    /// An answer that is no success, and the class of those that have none of their own.
    Api,
    /// The key was refused.
    Authentication,
    /// The plan or the key does not allow it.
    Permission,
    /// Nothing is there.
    NotFound,
    /// Too many requests.
    RateLimit,
    /// Only templates are delivered now.
    WindowClosed,
    /// The template cannot be sent like this.
    Template,
    /// The server failed.
    Server,
    /// No answer, or not all of it.
    Connection,
    /// No answer in time.
    Timeout,
}

/// The class of a rule's error, which only the host reads: JavaScript has a table of them.
#[derive(Clone, Copy)]
pub struct ClassOf(#[cfg(not(target_arch = "wasm32"))] ErrorClass);

/// The class of a rule's error.
#[cfg(not(target_arch = "wasm32"))]
pub(super) const fn class(class: ErrorClass) -> ClassOf {
    ClassOf(class)
}

/// The class of a rule's error: dropped here, so that it costs no byte.
#[cfg(target_arch = "wasm32")]
pub(super) const fn class(_: ErrorClass) -> ClassOf {
    ClassOf()
}

#[cfg(not(target_arch = "wasm32"))]
impl ClassOf {
    /// The class.
    pub const fn get(self) -> ErrorClass {
        self.0
    }
}

/// A code that comes of no answer.
pub struct Raised {
    /// The stable name that the error carries.
    pub code: &'static str,
    /// What may be known of the request, each with what tells it from the others.
    pub outcomes: &'static [(Outcome, Doc)],
    /// More about the code.
    pub doc: Doc,
}

const NOT_SENT: &[(Outcome, Doc)] = &[(Outcome::NotSent, doc(""))];

const fn unsent(code: &'static str) -> Raised {
    Raised { code, outcomes: NOT_SENT, doc: doc("") }
}

impl ErrorClass {
    /// All of them, in the order of the documentation.
    pub const ALL: [ErrorClass; 14] = [
        ErrorClass::Validation,
        ErrorClass::Configuration,
        ErrorClass::Internal,
        ErrorClass::Webhook,
        ErrorClass::Api,
        ErrorClass::Authentication,
        ErrorClass::Permission,
        ErrorClass::NotFound,
        ErrorClass::RateLimit,
        ErrorClass::WindowClosed,
        ErrorClass::Template,
        ErrorClass::Server,
        ErrorClass::Connection,
        ErrorClass::Timeout,
    ];

    /// Its name in JavaScript.
    pub const fn name(self) -> &'static str {
        match self {
            ErrorClass::Validation => "ValidationError",
            ErrorClass::Configuration => "ConfigurationError",
            ErrorClass::Internal => "InternalError",
            ErrorClass::Webhook => "WebhookError",
            ErrorClass::Api => "ApiError",
            ErrorClass::Authentication => "AuthenticationError",
            ErrorClass::Permission => "PermissionError",
            ErrorClass::NotFound => "NotFoundError",
            ErrorClass::RateLimit => "RateLimitError",
            ErrorClass::WindowClosed => "WindowClosedError",
            ErrorClass::Template => "TemplateError",
            ErrorClass::Server => "ServerError",
            ErrorClass::Connection => "ConnectionError",
            ErrorClass::Timeout => "TimeoutError",
        }
    }

    /// When it is thrown.
    pub const fn doc(self) -> Doc {
        match self {
            ErrorClass::Validation => doc("the input would fail; has `issues` and `warnings`"),
            ErrorClass::Configuration => doc("a setting that cannot work or doesn't exist"),
            ErrorClass::Internal => doc(
                "a fault of this package: please report it, without your data; later calls are not affected",
            ),
            ErrorClass::Webhook => doc("the body of a webhook is not a JSON object"),
            ErrorClass::Api => doc(
                "Interakt refused: `status`, `body`, `operation`, `retryAfterMs`, `attempts`. The next seven are its subclasses",
            ),
            ErrorClass::Authentication => doc("401"),
            ErrorClass::Permission => doc("403: often the plan, as Starter has no API access"),
            ErrorClass::NotFound => doc("404"),
            ErrorClass::RateLimit => doc("429, with `retryAfterMs`"),
            ErrorClass::WindowClosed => {
                doc("the customer hasn't written in the last 24 hours: send a template")
            }
            ErrorClass::Template => doc(
                "the template cannot be sent like this. For missing values, `details` says where and how many: `{ where: \"button\", index: 0, expected: 1 }`",
            ),
            ErrorClass::Server => doc("500 and above"),
            ErrorClass::Connection => {
                doc("no answer, or not all of it, or no permission from the `limiter`; `attempts`")
            }
            ErrorClass::Timeout => doc("no answer in time; `attempts`"),
        }
    }

    /// Its codes that come of no answer.
    pub const fn raised(self) -> &'static [Raised] {
        match self {
            ErrorClass::Validation => const { &[unsent("invalid_input")] },
            ErrorClass::Configuration => CONFIGURATION,
            ErrorClass::Internal => INTERNAL,
            ErrorClass::Webhook => const { &[unsent("webhook_body_invalid")] },
            ErrorClass::Api => API,
            ErrorClass::Connection => CONNECTION,
            ErrorClass::Timeout => TIMEOUT,
            _ => &[],
        }
    }
}

const CONFIGURATION: &[Raised] = &[
    unsent("api_key_invalid"),
    unsent("api_key_missing"),
    unsent("api_key_in_page"),
    unsent("base_url_invalid"),
    unsent("header_invalid"),
    unsent("option_invalid"),
    unsent("request_invalid"),
    unsent("request_changed"),
    unsent("status_invalid"),
    unsent("headers_invalid"),
    unsent("body_invalid"),
    unsent("form_failed"),
    unsent("fetch_missing"),
    Raised {
        code: "fetch_invalid",
        outcomes: &[
            (Outcome::NotSent, doc("a `fetch` that needs another kind of `Request`")),
            (Outcome::Unknown, doc("a `fetch` that doesn't return a `Response`")),
        ],
        doc: doc(""),
    },
    unsent("schema_target"),
    unsent("not_started"),
    unsent("wasm_missing"),
    unsent("wasm_blocked"),
    unsent("wasm_not_found"),
    unsent("wasm_failed"),
    unsent("webhook_secret_missing"),
    unsent("crypto_missing"),
    unsent("template_unknown"),
];

const INTERNAL: &[Raised] = &[Raised {
    code: "internal",
    outcomes: &[
        (Outcome::NotSent, doc("before the request left")),
        (Outcome::Refused, doc("after Interakt had refused")),
        (Outcome::Unknown, doc("after it left")),
    ],
    doc: doc(""),
}];

const API: &[Raised] = &[Raised {
    code: "repeated_page",
    outcomes: &[(Outcome::Refused, doc(""))],
    doc: doc("a page came twice while [iterating](#page-by-page)"),
}];

const CONNECTION: &[Raised] = &[
    Raised { code: "connection_failed", outcomes: &[(Outcome::Unknown, doc(""))], doc: doc("") },
    Raised {
        code: "limiter_failed",
        outcomes: &[
            (Outcome::NotSent, doc("before the first attempt")),
            (Outcome::Refused, doc("after a 429")),
            (Outcome::Unknown, doc("after an attempt of unknown outcome")),
        ],
        doc: doc(""),
    },
];

const TIMEOUT: &[Raised] = &[
    Raised { code: "timeout", outcomes: &[(Outcome::Unknown, doc(""))], doc: doc("`timeoutMs`") },
    Raised {
        code: "total_timeout",
        outcomes: &[
            (Outcome::NotSent, doc("while the call was waiting for its turn")),
            (Outcome::Refused, doc("while it was waiting after a 429")),
            (Outcome::Unknown, doc("during an attempt, or after one of unknown outcome")),
        ],
        doc: doc("`totalTimeoutMs`"),
    },
];
