//! Ids of WhatsApp that break their country's numbering plan, all of them seen in practice.

use super::calling_code::CallingCode;
use crate::schema::{Doc, doc};

/// Numbers that WhatsApp uses as ids, whatever the plan says.
pub struct WhatsAppIds {
    /// The calling code.
    pub code: u16,
    /// The least that each digit of the national number can be.
    pub least: &'static str,
    /// The most that each digit can be.
    pub most: &'static str,
    /// Where they come from, for the documentation.
    pub doc: Doc,
}

static IDS: [WhatsAppIds; 4] = [
    WhatsAppIds {
        code: 52,
        least: "12000000000",
        most: "19999999999",
        doc: doc("a 1 before the ten digits, dropped from the plan in 2019"),
    },
    WhatsAppIds {
        code: 55,
        least: "1160000000",
        most: "9999999999",
        doc: doc("mobiles without the ninth digit, which was added from 2012 to 2016"),
    },
    WhatsAppIds {
        code: 225,
        least: "00000000",
        most: "99999999",
        doc: doc("eight digits, as before 2021"),
    },
    WhatsAppIds {
        code: 229,
        least: "40000000",
        most: "99999999",
        doc: doc("eight digits, as before the end of 2024"),
    },
];

impl CallingCode {
    /// The ids of WhatsApp that break the plan of this calling code.
    pub fn whatsapp_ids(self) -> impl Iterator<Item = &'static WhatsAppIds> {
        IDS.iter().filter(move |ids| ids.code == self.number())
    }

    /// Whether WhatsApp is known to use such a national number as an id, whatever the plan says.
    pub fn has_whatsapp_id(self, national: &str) -> bool {
        let mut digits = national.as_bytes();
        for ids in &IDS {
            if ids.code == self.number() {
                let (mut least, mut most) = (ids.least.as_bytes(), ids.most.as_bytes());
                while let ([low, lows @ ..], [high, highs @ ..], [digit, rest @ ..]) =
                    (least, most, digits)
                    && (low..=high).contains(&digit)
                {
                    (least, most, digits) = (lows, highs, rest);
                }
                return least.is_empty() && digits.is_empty();
            }
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn passes(code: &str, national: &str) -> bool {
        CallingCode::of(code).expect(code).has_whatsapp_id(national)
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
