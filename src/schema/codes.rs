//! What a kind of problem is, and those that any description can have. Those of one family stand
//! with it in `crate::api`.

/// A stable name of a kind of problem and the English sentence for it.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Dotted and stable: `string.too_long`.
    pub id: &'static str,
    /// `{name}` stands for the parameter `name` of the issue.
    pub message: &'static str,
}

impl Code {
    /// The number that stands for it in reports: 15 bits of the hash FNV-1a over its name.
    /// `crate::write::catalogue` sees to it that no two have the same.
    pub const fn number(&self) -> u32 {
        let mut hash: u32 = 0x811c_9dc5;
        let mut bytes = self.id.as_bytes();
        while let [byte, rest @ ..] = bytes {
            hash = (hash ^ *byte as u32).wrapping_mul(0x0100_0193);
            bytes = rest;
        }
        (hash >> 15 ^ hash) & 0x7fff
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $message:literal;)*) => {
        $($(#[$doc])* pub static $name: Code = Code { id: $id, message: $message };)*
        /// All of them, for the documentation.
        pub static ALL: &[&Code] = &[$(&$name),*];
    };
}

codes! {
    /// The text is no JSON.
    SYNTAX = "json.syntax", "This is not valid JSON.";
    /// A text that is longer than is read.
    TOO_LARGE_TEXT = "json.too_large", "This is too large: at most {limit} bytes of JSON are allowed.";
    /// A text that is nested deeper than is read.
    TOO_DEEP = "json.too_deep", "Arrays and objects can be nested at most {limit} levels deep.";
    /// There is more than what is told.
    MORE = "issues.not_listed", "{found} problems were found; {listed} of them are listed.";
    /// A value that JSON cannot carry.
    UNSERIALIZABLE = "json.unserializable", "JSON cannot carry this value: {reason}. Give plain data instead.";
    /// Another JSON type.
    TYPE = "type.expected", "Must be of type {expected}, not {actual}.";
    /// `null` in place of what may be left out.
    NULL = "type.null", "Must be of type {expected}, not null: leave it out instead.";
    /// A key that must be there is not.
    MISSING_KEY = "object.missing_key", "The key \"{key}\" is required.";
    /// A key that is not known.
    UNKNOWN_KEY = "object.unknown_key", "Interakt does not know the key \"{key}\" here.[ Did you mean \"{suggestion}\"?]";
    /// A key that stands twice.
    DUPLICATE_KEY = "object.duplicate_key", "The key \"{key}\" appears more than once.";
    /// An empty string.
    EMPTY = "string.empty", "Must not be empty.";
    /// A string cut in the middle of a character.
    LONE_SURROGATE = "string.lone_surrogate", "Contains half a character, probably of an emoji that was cut.";
    /// Too few characters.
    TOO_SHORT = "string.too_short", "Must have at least {limit} characters; this has {actual}.";
    /// Too many characters.
    TOO_LONG = "string.too_long", "Must have at most {limit} characters; this has {actual}.";
    /// A value that is not in the list.
    UNKNOWN_VALUE = "enum.unknown", "Must be one of: {allowed}.[ Did you mean \"{suggestion}\"?]";
    /// A listed value that is not sure to work.
    UNCONFIRMED_VALUE = "enum.unconfirmed", "\"{value}\" has been seen to work, but Interakt does not document it.";
    /// A fraction.
    NOT_INTEGER = "number.not_integer", "Must be a whole number.";
    /// Below the bound.
    TOO_SMALL = "number.too_small", "Must be at least {limit}.";
    /// Above the bound.
    TOO_LARGE = "number.too_large", "Must be at most {limit}.";
    /// No items.
    NO_ITEMS = "list.empty", "Must not be empty.";
    /// Too few items.
    TOO_FEW = "list.too_short", "Must have at least {limit} items; this has {actual}.";
    /// Too many items.
    TOO_MANY = "list.too_long", "Must have at most {limit} items; this has {actual}.";
    /// A file without content.
    FILE_EMPTY = "file.empty", "The file is empty.";
    /// A file over its kind's size.
    FILE_TOO_LARGE = "file.too_large", "This {kind} is {actual} bytes; at most {limit} are allowed.";
    /// A file of a kind that is not listed.
    FILE_KIND = "file.unknown_kind", "This does not look like a file that WhatsApp accepts: {allowed}.";
}
