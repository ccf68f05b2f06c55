//! Who a request is about: a phone number in one of two forms, or a user id.

use super::numbering::PAIR;
use super::phone::{COUNTRY_CODE, FULL_PHONE_NUMBER, RECIPIENT_NUMBER};
use super::unfilled::SOMETHING;
use crate::schema::Source::Documented;
use crate::schema::{Code, Field, Forms, GROUP, Group, Object, Shape, TEXT, Text, doc};

/// Neither phone nor user id, where a user id would do.
pub static MISSING_USER: Code = Code {
    id: "recipient.missing",
    message: "Give a recipient: countryCode with phoneNumber, or fullPhoneNumber, or userId.",
};
/// No phone.
pub static MISSING: Code = Code {
    id: "recipient.missing_phone",
    message: "Give a recipient: countryCode with phoneNumber, or fullPhoneNumber.",
};
/// Both forms of a phone number.
pub static BOTH_FORMS: Code = Code {
    id: "recipient.both_forms",
    message: "Give either fullPhoneNumber or countryCode with phoneNumber, not both.[ Drop {drop}.]",
};

/// The id that the customer has in your own system.
pub const USER_ID: Shape = Shape::Text(&Text {
    rules: &[&SOMETHING],
    empty_is_absent: true,
    example: doc("user-42"),
    ..TEXT
});

const USER_ID_FIELD: Field = optional!(
    "userId",
    USER_ID,
    "The id of the customer in your own system. An empty string counts as absent.",
);
const COUNTRY_CODE_FIELD: Field = optional!(
    "countryCode",
    COUNTRY_CODE,
    "Calling code of the number with its plus, such as \"+91\". Goes with `phoneNumber`.",
);
const PHONE_NUMBER_FIELD: Field = optional!(
    "phoneNumber",
    RECIPIENT_NUMBER,
    "The number without country code and without a 0 that is only dialled inside the country, digits only, such as \"9876543210\". Goes with `countryCode`.",
);
const FULL_PHONE_NUMBER_FIELD: Field = optional!(
    "fullPhoneNumber",
    FULL_PHONE_NUMBER,
    "Country code and number, digits, with or without a +, such as \"919876543210\". Instead of `countryCode` and `phoneNumber`, never beside them.",
);

/// A user id, a phone number in either form, or a user id beside one of them.
pub static USER_OR_PHONE: Group = Group {
    fields: &[USER_ID_FIELD, COUNTRY_CODE_FIELD, PHONE_NUMBER_FIELD, FULL_PHONE_NUMBER_FIELD],
    forms: Some(&Forms {
        name: doc("Recipient"),
        ways: &[&["countryCode", "phoneNumber"], &["fullPhoneNumber"], &["userId"]],
        beside: &["userId"],
        missing: Some(&MISSING_USER),
        both: &BOTH_FORMS,
        source: Documented,
    }),
    verdicts: Some(&PAIR),
    ..GROUP
};

/// A user id or a phone number, and nothing else.
pub static RECIPIENT: Object = Object {
    name: doc("RecipientAlone"),
    doc: doc("Who a request is about."),
    groups: &[&USER_OR_PHONE],
    open: false,
};

/// A phone number, and nothing else.
pub static PHONE_RECIPIENT: Object = Object {
    name: doc("PhoneRecipientAlone"),
    doc: doc("Who a message is for."),
    groups: &[&PHONE],
    open: false,
};

/// A phone number in either form.
pub static PHONE: Group = Group {
    fields: &[COUNTRY_CODE_FIELD, PHONE_NUMBER_FIELD, FULL_PHONE_NUMBER_FIELD],
    forms: Some(&Forms {
        name: doc("PhoneRecipient"),
        ways: &[&["countryCode", "phoneNumber"], &["fullPhoneNumber"]],
        beside: &[],
        missing: Some(&MISSING),
        both: &BOTH_FORMS,
        source: Documented,
    }),
    verdicts: Some(&PAIR),
    ..GROUP
};
