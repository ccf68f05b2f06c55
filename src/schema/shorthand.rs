//! Shorthand for descriptions. Macros, since only what they write out in place
//! may borrow from a constant.

/// A key of an object: whether it is required, where it is carried, name, shape, documentation.
macro_rules! field {
    ($required:literal, $place:ident, $name:expr, $shape:expr, $doc:expr $(,)?) => {
        $crate::schema::Field {
            name: $name,
            required: $required,
            place: $crate::schema::Place::$place,
            shape: $shape,
            doc: $crate::schema::doc($doc),
        }
    };
}

/// A key that must be there: name, shape, documentation.
macro_rules! required {
    ($($field:tt)*) => { field!(true, Body, $($field)*) };
}

/// A key that may be left out: name, shape, documentation.
macro_rules! optional {
    ($($field:tt)*) => { field!(false, Body, $($field)*) };
}

/// A key that may be left out, carried in the query.
macro_rules! in_query {
    ($($field:tt)*) => { field!(false, Query, $($field)*) };
}

/// A key that must be there, carried in the path.
macro_rules! in_path {
    ($($field:tt)*) => { field!(true, Path, $($field)*) };
}

/// A key that may be left out and is never sent.
macro_rules! unsent {
    ($($field:tt)*) => { field!(false, Unsent, $($field)*) };
}

/// An object without a name of its own; `open`: unknown keys pass untouched.
macro_rules! object {
    ($groups:expr) => {
        object!($groups, false)
    };
    ($groups:expr, $open:literal) => {
        $crate::schema::Object {
            name: $crate::schema::doc(""),
            doc: $crate::schema::doc(""),
            groups: $groups,
            open: $open,
        }
    };
}

/// An object of an answer: unknown keys pass untouched.
macro_rules! open {
    ($groups:expr) => {
        object!($groups, true)
    };
}

/// A list without bounds.
macro_rules! list {
    ($item:expr) => {
        $crate::schema::List { item: $item, min: None, max: None, rules: &[] }
    };
}
