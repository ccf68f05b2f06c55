//! What Interakt accepts and answers: a file a family, and the table of operations.

mod answer;
mod answer_template;
pub mod assignment;
pub mod book;
pub mod campaign;
pub mod card;
pub mod customer;
pub mod fallback;
pub mod format;
#[macro_use]
pub mod interactive;
pub mod interactive_list;
pub mod language;
pub mod media;
pub mod message;
pub mod numbering;
mod operation;
pub mod order;
mod part;
pub mod phone;
mod placeholder;
mod plan;
pub mod rcs;
pub mod rcs_card;
pub mod rcs_suggestion;
pub mod recipient;
pub mod rows;
pub mod send_template;
pub mod sending;
pub mod sms;
pub mod template;
pub mod template_button;
mod template_keys;
pub mod template_rules;
pub mod track;
mod unfilled;
pub mod webhook;

pub use operation::{BASE_URL, Body, Endpoint, Method, Operation, Pages};
pub use part::{CUSTOMER_INPUTS, PARTS, Part};
pub use plan::{PLANS, Plan};

/// The operations of Interakt, in the order of its documentation.
pub static OPERATIONS: [&Operation; 12] = [
    &track::USER,
    &track::EVENT,
    &campaign::CREATE,
    &customer::LIST,
    &customer::BY_PHONE,
    &customer::BY_ID,
    &sending::MESSAGE,
    &template::CREATE,
    &template::UPLOAD,
    &template::LIST,
    &assignment::ASSIGN,
    &sending::RCS,
];

/// What is known of the operations besides their descriptions, in the same order.
#[expect(clippy::indexing_slicing, reason = "it is made when the crate is compiled")]
pub static ENDPOINTS: [&Endpoint; OPERATIONS.len()] = {
    let mut endpoints = [OPERATIONS[0].endpoint; OPERATIONS.len()];
    let mut index = 0;
    while index < OPERATIONS.len() {
        endpoints[index] = OPERATIONS[index].endpoint;
        index += 1;
    }
    endpoints
};

/// An operation's place in [`OPERATIONS`].
pub fn index_of(operation: &Endpoint) -> usize {
    ENDPOINTS.iter().position(|known| known.name == operation.name).unwrap_or_default()
}
