//! What is wrong with a row of a file before, or besides, what its input breaks.

use crate::schema::Code;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $id:literal, $message:literal;)*) => {
        $($(#[$doc])* pub static $name: Code = Code { id: $id, message: $message };)*
        /// All of them.
        pub static CODES: &[&Code] = &[$(&$name),*];
    };
}

codes! {
    /// A quote without its other half.
    OPEN_QUOTE = "row.open_quote", "A cell in this line begins with a quote (\") that is not closed at the end of the cell. Close it, or double it if it is part of the text.";
    /// More cells than columns.
    TOO_MANY_CELLS = "row.too_many_cells", "This row has more cells than there are columns. Put quotes around any cell that contains the delimiter.";
    /// A row of megabytes.
    TOO_LONG = "row.too_long", "This row is longer than 4 MiB and was not read.";
    /// NDJSON that is no UTF-8.
    ENCODING = "row.encoding", "This line is not UTF-8. Save the file as UTF-8.";
    /// CSV that is no UTF-8.
    ENCODING_GUESSED = "row.encoding_guessed", "This row is not UTF-8 and was read as Windows-1252: check its letters. Save the file as UTF-8.";
    /// A recipient who stands in the file already.
    DUPLICATE = "row.duplicate", "The recipient is already in line {line}.";
    /// A recipient whom the caller knows.
    SEEN = "row.seen", "The recipient was already there before this file.";
    /// Digits that a spreadsheet has cut.
    SCIENTIFIC = "cell.scientific", "A spreadsheet has shortened this number, and its last digits are lost. Format the column as text and enter the number again.";
    /// The error of a formula.
    SPREADSHEET_ERROR = "cell.spreadsheet_error", "This is a formula's error, not a value. Fix the formula in the spreadsheet.";
    /// A date where a code was.
    DATE_FOR_CODE = "cell.date_for_code", "This is a date in a column of codes: a spreadsheet may have converted a code. Format the column as text and enter the code again.";
    /// A number that is shorter than the others.
    ZEROS_DROPPED = "cell.zeros_dropped", "This has fewer digits than the others in its column: a spreadsheet may have dropped leading zeros. Format the column as text and enter it again.";
}
