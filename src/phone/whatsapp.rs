//! Ids of WhatsApp that break their country's numbering plan, all of them seen in practice.

use super::calling_code::CallingCode;
use crate::schema::{Doc, doc};

/// Numbers that WhatsApp uses as ids, whatever the plan says.
pub struct WhatsAppIds {
    /// The calling code.
    pub code: u16,
    /// How many digits the national number has.
    pub digits: usize,
    /// Of its first digits, as many as matter: each from and to which one, both included.
    pub first: &'static [(u8, u8)],
    /// Where they come from, for the documentation.
    pub doc: Doc,
}

static IDS: [WhatsAppIds; 4] = [
    WhatsAppIds {
        code: 52,
        digits: 11,
        first: &[(b'1', b'1'), (b'2', b'9')],
        doc: doc("a 1 before the ten digits, dropped from the plan in 2019"),
    },
    WhatsAppIds {
        code: 55,
        digits: 10,
        first: &[(b'1', b'9'), (b'1', b'9'), (b'6', b'9')],
        doc: doc("mobiles without the ninth digit, which was added from 2012 to 2016"),
    },
    WhatsAppIds { code: 225, digits: 8, first: &[], doc: doc("eight digits, as before 2021") },
    WhatsAppIds {
        code: 229,
        digits: 8,
        first: &[(b'4', b'9')],
        doc: doc("eight digits, as before the end of 2024"),
    },
];

impl WhatsAppIds {
    /// Whether a national number, digits only, is one of them.
    pub fn has(&self, national: &str) -> bool {
        let mut first = self.first.iter().zip(national.bytes());
        national.len() == self.digits
            && first.all(|((from, to), digit)| (*from..=*to).contains(&digit))
    }
}

impl CallingCode {
    /// The ids of WhatsApp that break the plan of this calling code.
    pub fn whatsapp_ids(self) -> impl Iterator<Item = &'static WhatsAppIds> {
        IDS.iter().filter(move |ids| ids.code == self.number())
    }
}

/// Whether WhatsApp is known to use such numbers as ids, whatever the plan says.
pub(super) fn has(code: CallingCode, national: &str) -> bool {
    code.whatsapp_ids().any(|ids| ids.has(national))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(code: &str, national: &str) -> bool {
        has(CallingCode::of(code).expect(code), national)
    }

    #[test]
    fn ids_that_break_the_plan_pass() {
        for (code, national) in
            [("52", "15512345678"), ("55", "1181234567"), ("225", "01234567"), ("229", "90011234")]
        {
            assert!(passes(code, national), "+{code} {national}");
        }
    }

    #[test]
    fn their_neighbours_do_not() {
        for (code, national) in [
            ("52", "11512345678"),
            ("52", "25512345678"),
            ("52", "1551234567"),
            ("55", "1151234567"),
            ("55", "118123456"),
            ("225", "012345678"),
            ("229", "30011234"),
            ("229", "900112345"),
            ("91", "15512345678"),
        ] {
            assert!(!passes(code, national), "+{code} {national}");
        }
    }
}
