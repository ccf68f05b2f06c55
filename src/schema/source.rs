//! How sure a rule is, and what follows from it.

/// How sure a rule is, and so how a broken one is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// Interakt's own public collection says so.
    Documented,
    /// Interakt's, Meta's, Google's or a carrier's own page says so.
    Vendor,
    /// Observed in several public integrations.
    Seen,
    /// Concluded from a neighbouring platform.
    Analogy,
    /// Documented or a vendor's, but the request may pass all the same, or it
    /// cannot be told from the request alone whether the rule applies to it.
    Advised,
}

impl Source {
    /// A documented or vendor rule is an error; anything less sure is a warning.
    pub const fn severity(self) -> Severity {
        match self {
            Source::Documented | Source::Vendor => Severity::Error,
            Source::Seen | Source::Analogy | Source::Advised => Severity::Warning,
        }
    }
}

/// Whether an issue blocks the request.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Severity {
    /// The request would fail: it is not sent.
    Error,
    /// Worth knowing, never blocking.
    Warning,
}

impl Severity {
    /// The word that users see.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
        }
    }
}
