//! The types of JSON values.

/// The JSON types.
#[derive(Clone, Copy, Debug, PartialEq)]
#[repr(u8)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Boolean,
    /// A number.
    Number,
    /// A string.
    Text,
    /// An array.
    List,
    /// An object.
    Object,
}

impl Kind {
    /// All of them, in the order in which messages name them.
    pub const ALL: [Kind; 6] =
        [Kind::Text, Kind::Number, Kind::Boolean, Kind::Object, Kind::List, Kind::Null];

    /// Its name.
    pub const fn as_str(self) -> &'static str {
        match self {
            Kind::Null => "null",
            Kind::Boolean => "boolean",
            Kind::Number => "number",
            Kind::Text => "string",
            Kind::List => "array",
            Kind::Object => "object",
        }
    }
}
