//! Orders and payments inside a WhatsApp template.

use super::format::ANY_TEXT;
use super::interactive::{CLOSED, DUPLICATE, duplicates, each};
use super::phone::DIGITS_WITH_COUNTRY_CODE;
use super::unfilled::FILLED;
use crate::schema::Source::{Advised, Documented, Seen, Vendor};
use crate::schema::{
    Choice, Code, Field, GROUP, Group, List, NUMBER, Number, Object, Params, Rule, Shape, TEXT,
    Text, TextRule, View, bound, doc, limit, value,
};

/// Characters that no reference may have.
pub static REFERENCE: Code = Code {
    id: "order.reference_id",
    message: "Must be only letters, digits and the signs _ - and .",
};
/// A sum that is not the sum of its parts.
pub static TOTAL: Code = Code {
    id: "order.total_mismatch",
    message: "total_amount should be subtotal + tax + shipping - discount.",
};
/// A subtotal that is not the sum of the items.
pub static SUBTOTAL: Code = Code {
    id: "order.subtotal_mismatch",
    message: "subtotal should be the sum of amount times quantity of all items.",
};
/// No Indian PIN code.
pub static PIN_CODE: Code =
    Code { id: "order.in_pin_code", message: "Must be the 6 digits of an Indian PIN code." };
/// An expiry that is too soon.
pub static EXPIRES: Code = Code {
    id: "order.expires_too_soon",
    message: "The payment must stay open for at least {limit} seconds.",
};

const REFERENCE_ID: Field = required!(
    "reference_id",
    Shape::Text(&Text {
        min: limit(1, Documented),
        max: limit(35, Vendor),
        rules: &[&TextRule {
            code: &REFERENCE,
            source: Vendor,
            holds: |text, _| text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_.-".contains(&b)),
            pattern: doc("^[A-Za-z0-9_.\\-]*$"),
            doc: doc("Letters, digits, `_`, `-` and `.` only."),
        }],
        example: doc("order-2026-11-22.1"),
        ..TEXT
    }),
    "Your own reference of the order, different for each order.",
);

const fn text(most: u32, example: &'static str) -> Text {
    Text { max: limit(most, Vendor), rules: FILLED, example: doc(example), ..TEXT }
}

const AMOUNT: Shape = Shape::Number(&Number { min: bound(0, Vendor), ..NUMBER });

/// The key `order_details` of a template.
pub const ORDER_DETAILS: Field = optional!(
    "order_details",
    Shape::List(&List {
        item: Shape::Object(&ORDER),
        min: None,
        max: None,
        rules: &[&UNIQUE_REFERENCES]
    }),
    "What is to be paid. In a carousel one for each card.",
);

static UNIQUE_REFERENCES: Rule = Rule {
    code: &DUPLICATE,
    source: Vendor,
    check: |orders, found| {
        let path = |[index, _]: [usize; 2]| vec![index.into(), "reference_id".into()];
        duplicates(each(orders, &["reference_id"]), "reference_id", path, found);
    },
    doc: doc("Each order has a `reference_id` of its own."),
};

/// What is to be paid.
pub static ORDER: Object = Object {
    name: doc("OrderDetails"),
    doc: doc("An order and what it costs. Amounts are in rupees."),
    groups: &[&Group {
        fields: &[
            REFERENCE_ID,
            required!(
                "order_items",
                Shape::List(&List {
                    item: Shape::Object(&ITEM),
                    min: limit(1, Documented),
                    max: None,
                    rules: &[]
                }),
                "What was ordered.",
            ),
            optional!(
                "shipping_addresses",
                Shape::List(&List {
                    item: Shape::Object(&ADDRESS),
                    min: None,
                    max: None,
                    rules: &[]
                }),
                "Where it goes. Needed for physical goods.",
            ),
            optional!("subtotal", AMOUNT, "The sum of `amount` times `quantity` of all items."),
            optional!("discount", AMOUNT, "What is taken off."),
            optional!("tax", AMOUNT, "Tax."),
            optional!("shipping", AMOUNT, "What shipping costs."),
            optional!("total_amount", AMOUNT, "`subtotal` + `tax` + `shipping` - `discount`."),
            optional!(
                "currency",
                Shape::Choice(&Choice { values: &[value("INR", "Indian rupees.")], ..CLOSED }),
                "The currency of all amounts.",
            ),
            optional!(
                "payment_option_expires_in",
                Shape::Object(&EXPIRY),
                "How long the payment stays open."
            ),
        ],
        rules: &[&SUM_OF_ITEMS, &SUM_OF_PARTS],
        ..GROUP
    }],
    open: false,
};

static ITEM: Object = Object {
    name: doc("OrderItem"),
    doc: doc("One line of an order."),
    groups: &[&Group {
        fields: &[
            required!(
                "name",
                Shape::Text(&Text { min: limit(1, Vendor), ..text(60, "Running shoes") }),
                "What it is."
            ),
            required!(
                "quantity",
                Shape::Number(&Number { integer: true, min: bound(1, Vendor), max: None }),
                "How many.",
            ),
            required!("amount", AMOUNT, "The price of one, in rupees."),
            optional!("country_of_origin", ANY_TEXT, "Where it was made, such as \"India\"."),
        ],
        ..GROUP
    }],
    open: false,
};

static ADDRESS: Object = Object {
    name: doc("ShippingAddress"),
    doc: doc("An Indian postal address."),
    groups: &[&Group {
        fields: &[
            optional!("name", Shape::Text(&text(200, "Asha Rao")), "Who receives it."),
            optional!(
                "phone_number",
                DIGITS_WITH_COUNTRY_CODE,
                "Their number with country code, digits only."
            ),
            optional!("address", Shape::Text(&text(100, "12 MG Road")), "Street and number."),
            optional!("city", Shape::Text(&text(100, "Bengaluru")), "The city."),
            optional!("state", Shape::Text(&text(100, "Karnataka")), "The state."),
            optional!(
                "in_pin_code",
                Shape::Text(&Text {
                    rules: &[&TextRule {
                        code: &PIN_CODE,
                        source: Vendor,
                        holds: |text, _| text.len() == 6 && crate::schema::is_digits(text),
                        pattern: doc("^[0-9]{6}$"),
                        doc: doc("Exactly 6 digits."),
                    }],
                    example: doc("560001"),
                    ..TEXT
                }),
                "The PIN code.",
            ),
            optional!("house_number", Shape::Text(&text(100, "12")), "The house."),
            optional!("tower_number", Shape::Text(&text(100, "5")), "The tower."),
            optional!("building_name", Shape::Text(&text(100, "Lake View")), "The building."),
            optional!(
                "landmark_area",
                Shape::Text(&text(100, "Near the lake")),
                "Something to find it by."
            ),
            optional!("country", ANY_TEXT, "The country, such as \"IN\"."),
        ],
        ..GROUP
    }],
    open: false,
};

/// The units of an expiry and their seconds. The first is documented.
static UNITS: [(&str, f64); 4] =
    [("minutes", 60.0), ("seconds", 1.0), ("hours", 3600.0), ("days", 86400.0)];
const LEAST_SECONDS: u32 = 300;

static EXPIRY: Object = Object {
    name: doc("PaymentExpiry"),
    doc: doc("How long a payment stays open: at least 300 seconds."),
    groups: &[&Group {
        fields: &[
            required!(
                "value",
                Shape::Number(&Number { integer: true, min: bound(1, Vendor), max: None }),
                "How many of the unit.",
            ),
            required!(
                "unit",
                Shape::Choice(&Choice {
                    values: &[
                        value("minutes", "60 seconds."),
                        value("seconds", "1 second.").from(Seen),
                        value("hours", "3600 seconds.").from(Seen),
                        value("days", "86400 seconds.").from(Seen),
                    ],
                    closed: Advised,
                    ..CLOSED
                }),
                "The unit of `value`.",
            ),
            optional!(
                "expiration_message",
                Shape::Text(&text(120, "The offer has ended.")),
                "What the customer reads afterwards."
            ),
        ],
        rules: &[&LATE_ENOUGH],
        ..GROUP
    }],
    open: false,
};

static LATE_ENOUGH: Rule = Rule {
    code: &EXPIRES,
    source: Vendor,
    check: |expiry, found| {
        let (Some(value), Some(unit)) = (expiry.number("value"), expiry.text("unit")) else {
            return;
        };
        let seconds =
            UNITS.iter().find(|(name, _)| *name == unit).map(|(_, seconds)| value * seconds);
        if seconds.is_some_and(|seconds| seconds < LEAST_SECONDS.into()) {
            found.at("value", Params::default().with("limit", LEAST_SECONDS));
        }
    },
    doc: doc("`value` in `unit` is at least 300 seconds."),
};

/// Sums of decimal fractions are off by less than this, real mistakes by more.
const HALF_A_PAISA: f64 = 0.005;

fn differ(a: f64, b: f64) -> bool {
    (a - b).abs() > HALF_A_PAISA
}

static SUM_OF_ITEMS: Rule = Rule {
    code: &SUBTOTAL,
    source: Advised,
    check: |order, found| {
        let (Some(subtotal), Some(items)) = (order.number("subtotal"), order.get("order_items"))
        else {
            return;
        };
        let price = |item: View| Some(item.number("amount")? * item.number("quantity")?);
        let Some(sum) = items.items().map(price).try_fold(0.0, |sum, price| Some(sum + price?))
        else {
            return;
        };
        if differ(subtotal, sum) {
            found.at("subtotal", Params::default());
        }
    },
    doc: doc("`subtotal` is the sum of `amount` times `quantity`."),
};

static SUM_OF_PARTS: Rule = Rule {
    code: &TOTAL,
    source: Advised,
    check: |order, found| {
        let (Some(total), Some(subtotal)) =
            (order.number("total_amount"), order.number("subtotal"))
        else {
            return;
        };
        let part = |key| order.get(key).map_or(Some(0.0), View::as_number);
        let parts = [part("tax"), part("shipping"), part("discount")];
        let [Some(tax), Some(shipping), Some(discount)] = parts else { return };
        if differ(total, subtotal + tax + shipping - discount) {
            found.at("total_amount", Params::default());
        }
    },
    doc: doc("`total_amount` is `subtotal` + `tax` + `shipping` - `discount`."),
};

/// The key `order_status` of a template.
pub const ORDER_STATUS: Field = optional!(
    "order_status",
    Shape::Object(&Object {
        name: doc("OrderStatus"),
        doc: doc("What became of an order."),
        groups: &[&Group {
            fields: &[
                REFERENCE_ID,
                required!(
                    "order",
                    Shape::Object(&Object {
                        name: doc(""),
                        doc: doc(""),
                        groups: &[&Group {
                            fields: &[
                                required!("status", Shape::Choice(&STATUS), "Where the order is."),
                                optional!(
                                    "description",
                                    Shape::Text(&text(120, "On its way")),
                                    "More about it."
                                ),
                            ],
                            ..GROUP
                        }],
                        open: false,
                    }),
                    "The status.",
                ),
            ],
            ..GROUP
        }],
        open: false,
    }),
    "What became of an order that an earlier message asked to pay.",
);

const STATUS: Choice = Choice {
    values: &[
        value("pending", "Not paid yet.").from(Vendor),
        value("processing", "Paid, being prepared.").from(Vendor),
        value("partially_shipped", "Some of it is on its way.").from(Vendor),
        value("shipped", "On its way.").from(Vendor),
        value("completed", "Delivered.").from(Vendor),
        value("canceled", "Off."),
    ],
    closed: Vendor,
    ..CLOSED
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_has_its_seconds() {
        let Some(Field { shape: Shape::Choice(unit), .. }) =
            EXPIRY.groups[0].fields.iter().find(|f| f.name == "unit")
        else {
            panic!("unit is a choice")
        };
        let named: Vec<_> = unit.values.iter().map(|value| value.value).collect();
        assert_eq!(named, UNITS.map(|(name, _)| name));
    }
}
