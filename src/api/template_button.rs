//! The buttons of a template.

use super::format::{ABSOLUTE_URL, URL_TEXT};
use super::interactive::{CLOSED, DUPLICATE, duplicates, each};
use super::placeholder::placeholders;
use crate::schema::Source::{Documented, Vendor};
use crate::schema::{
    Choice, Code, Field, GROUP, Group, List, Object, Params, Rule, Shape, TEXT, Tagged, Text,
    TextRule, Variant, View, doc, limit, value,
};

/// A phone number that no button can hold.
pub static BUTTON_PHONE: Code = Code {
    id: "template.button_phone",
    message: "Must be at most 20 digits, with or without a leading +.",
};
/// A variable inside a URL.
pub static URL_VARIABLE: Code = Code {
    id: "template.url_variable",
    message: "A URL can have one variable, {{1}}, and only at its end.",
};
/// A URL with a variable, but no example for it.
pub static URL_EXAMPLE: Code = Code {
    id: "template.url_example",
    message: "The URL ends in a variable: give an example of the whole URL in button_text.",
};
/// Buttons, but not said which kind.
pub static NO_BUTTON_TYPE: Code = Code {
    id: "template.button_type_missing",
    message: "With buttons, give their kind: \"Call To Action\" or \"Quick Replies\".",
};
/// A button of the other kind.
pub static WRONG_BUTTON: Code = Code {
    id: "template.button_kind",
    message: "A button of type {type} does not go with button_type \"{button_type}\".",
};
/// Too many buttons of one kind.
pub static TOO_MANY_BUTTONS: Code = Code {
    id: "template.too_many_buttons",
    message: "A template can have {limit} buttons of type {type}; this one has {actual}.",
};

const CALL_TO_ACTION: &str = "Call To Action";
const QUICK_REPLIES: &str = "Quick Replies";

/// The key `button_type`.
pub(super) const BUTTON_TYPE: Field = optional!(
    "button_type",
    Shape::Choice(&Choice {
        values: &[
            value(CALL_TO_ACTION, "At most one PHONE_NUMBER and two URL buttons."),
            value(QUICK_REPLIES, "Up to ten QUICK_REPLY buttons."),
        ],
        ..CLOSED
    }),
    "Which kind of buttons.",
);

/// The key `buttons` of a template.
pub(super) const BUTTONS: Field = optional!(
    "buttons",
    Shape::List(&List {
        item: BUTTON,
        min: limit(1, Documented),
        max: None,
        rules: &[&UNIQUE_REPLIES]
    }),
    "The buttons: of type PHONE_NUMBER and URL with \"Call To Action\", of type QUICK_REPLY with \"Quick Replies\".",
);

/// A button of a template or of a card.
pub(super) const BUTTON: Shape = Shape::Tagged(&Tagged {
    name: doc("TemplateButton"),
    doc: doc("A button of a template."),
    tag: "type",
    tag_doc: doc("The kind of button."),
    common: &[&Group {
        fields: &[required!(
            "text",
            Shape::Text(&Text {
                min: limit(1, Vendor),
                max: limit(25, Vendor),
                example: doc("Track order"),
                ..TEXT
            }),
            "What the button says.",
        )],
        ..GROUP
    }],
    variants: &[
        Variant {
            value: "PHONE_NUMBER",
            object: Object {
                name: doc("PhoneButton"),
                doc: doc("Calls a number."),
                groups: &[&PHONE_BUTTON],
                open: false,
            },
        },
        Variant {
            value: "URL",
            object: Object {
                name: doc("UrlButton"),
                doc: doc("Opens a page."),
                groups: &[&URL_BUTTON],
                open: false,
            },
        },
        Variant {
            value: "QUICK_REPLY",
            object: Object {
                name: doc("QuickReplyButton"),
                doc: doc("Answers with its text."),
                groups: &[],
                open: false,
            },
        },
    ],
});

static PHONE_BUTTON: Group = Group {
    fields: &[required!(
        "phone_number",
        Shape::Text(&Text {
            min: limit(1, Vendor),
            rules: &[&TextRule {
                code: &BUTTON_PHONE,
                source: Vendor,
                holds: |text, _| {
                    let digits = text.strip_prefix('+').unwrap_or(text);
                    crate::schema::is_digits(digits) && digits.len() <= 20
                },
                pattern: doc("^\\+?[0-9]{1,20}$"),
                doc: doc("At most 20 digits, with or without a leading +."),
            }],
            example: doc("+919876543210"),
            ..TEXT
        }),
        "The number that is called.",
    )],
    ..GROUP
};

static URL_BUTTON: Group = Group {
    fields: &[required!(
        "url",
        Shape::Text(&Text {
            rules: &[
                &ABSOLUTE_URL,
                &TextRule {
                    code: &URL_VARIABLE,
                    source: Vendor,
                    holds: |url, _| match placeholders(url)[..] {
                        [] => true,
                        [only] => only.number == Some(1) && only.end == url.len(),
                        _ => false,
                    },
                    pattern: doc(""),
                    doc: doc("At most one variable, `{{1}}`, at the end."),
                },
            ],
            example: doc("https://example.com/orders/{{1}}"),
            ..URL_TEXT
        }),
        "The page. A variable {{1}} may stand at its end.",
    )],
    ..GROUP
};

static UNIQUE_REPLIES: Rule = Rule {
    code: &DUPLICATE,
    source: Vendor,
    check: |buttons, found| {
        let path = |[index, _]: [usize; 2]| vec![index.into(), "text".into()];
        duplicates(each(buttons, &["text"]), "text", path, found);
    },
    doc: doc("Each button has a text of its own."),
};

/// What must hold between the buttons and the rest of a template.
pub(super) static TEMPLATE_BUTTON_RULES: &[&Rule] =
    &[&SAYS_WHICH_KIND, &KIND_FITS, &FEW_ENOUGH, &HAS_URL_EXAMPLE];

static SAYS_WHICH_KIND: Rule = Rule {
    code: &NO_BUTTON_TYPE,
    source: Documented,
    check: |template, found| {
        if template.get("buttons").is_some() && template.get("button_type").is_none() {
            found.at("button_type", Params::default());
        }
    },
    doc: doc("`button_type` is given where there are `buttons`."),
};

/// Which kind of buttons takes a type, and how many of it.
static PLACES: [(&str, &str, usize); 3] = [
    (CALL_TO_ACTION, "PHONE_NUMBER", 1),
    (CALL_TO_ACTION, "URL", 2),
    (QUICK_REPLIES, "QUICK_REPLY", 10),
];

/// The types of the buttons; empty where a button has none.
fn types(template: View) -> Vec<String> {
    let buttons = template.get("buttons").unwrap_or_default().items();
    buttons.map(|b| b.text("type").unwrap_or_default().into_owned()).collect()
}

static KIND_FITS: Rule = Rule {
    code: &WRONG_BUTTON,
    source: Documented,
    check: |template, found| {
        let given = template.text("button_type").unwrap_or_default();
        let Some((given, ..)) = PLACES.iter().find(|(home, ..)| *home == given) else { return };
        for (index, kind) in types(template).into_iter().enumerate() {
            if PLACES.iter().any(|(home, known, _)| *known == kind && home != given) {
                let params = Params::default().with("type", kind).with("button_type", *given);
                found.below(&["buttons".into(), index.into(), "type".into()], params);
            }
        }
    },
    doc: doc(
        "\"Call To Action\" takes PHONE_NUMBER and URL buttons, \"Quick Replies\" takes QUICK_REPLY buttons.",
    ),
};

static FEW_ENOUGH: Rule = Rule {
    code: &TOO_MANY_BUTTONS,
    source: Vendor,
    check: |template, found| {
        let given = template.text("button_type").unwrap_or_default();
        let types = types(template);
        for (home, kind, most) in PLACES {
            let actual = types.iter().filter(|known| *known == kind).count();
            if home == given && actual > most {
                let params = Params::default().with("limit", most).with("type", kind);
                found.at("buttons", params.with("actual", actual));
            }
        }
    },
    doc: doc("At most 1 PHONE_NUMBER and 2 URL buttons, or 10 QUICK_REPLY buttons."),
};

/// Whether any URL button ends in a variable.
pub(super) fn has_url_variable(buttons: View) -> bool {
    buttons
        .items()
        .any(|button| button.text("url").is_some_and(|url| !placeholders(&url).is_empty()))
}

static HAS_URL_EXAMPLE: Rule = Rule {
    code: &URL_EXAMPLE,
    source: Documented,
    check: |template, found| {
        if template.get("buttons").is_some_and(has_url_variable)
            && template.get("button_text").is_none()
        {
            found.at("button_text", Params::default());
        }
    },
    doc: doc("`button_text` is given where a URL has a variable."),
};
