//! Ids of WhatsApp that break their country's numbering plan, all of them seen in practice.

use super::calling_code::CallingCode;

/// Whether WhatsApp is known to use such numbers as ids, whatever the plan says.
pub(super) fn has(code: CallingCode, national: &str) -> bool {
    let digit = |at: usize| national.as_bytes().get(at).copied().unwrap_or_default();
    match (code.number(), national.len()) {
        // Mexico: a 1 before the ten digits, dropped from the plan in 2019.
        (52, 11) => digit(0) == b'1' && digit(1) > b'1',
        // Brazil: mobiles without the ninth digit, which was added from 2012 to 2016.
        (55, 10) => digit(2) > b'5',
        // Côte d'Ivoire: eight digits, as before 2021.
        (225, 8) => true,
        // Benin: eight digits, as before the end of 2024.
        (229, 8) => digit(0) > b'3',
        _ => false,
    }
}
