//! What holds of a phone number wherever it stands: the places judge alike, and as the
//! numbering plan does.

#![cfg(not(target_arch = "wasm32"))]

use std::sync::LazyLock;

use interakt_wasm::api::OPERATIONS;
use interakt_wasm::phone::{CallingCode, is_mobile, is_possible};
use interakt_wasm::schema::{Severity, Step};
use interakt_wasm::write::{Issue, check};
use proptest::prelude::*;
use serde_json::{Value, json};

const PREFIX: &str = "phone.international_prefix";
const MISSING: &str = "phone.missing_country_code";
const WARNINGS: [&str; 2] = ["phone.unknown_pattern", "phone.not_mobile"];

static CODES: LazyLock<Vec<CallingCode>> = LazyLock::new(|| CallingCode::all().collect());

fn issues(operation: &str, input: &Value) -> Vec<Issue> {
    let operation = OPERATIONS.iter().find(|known| known.name == operation).expect("an operation");
    check(&operation.input, &input.to_string())
}

/// The issues at one key, wherever it is.
fn at(key: &str, operation: &str, input: &Value) -> Vec<Issue> {
    let ends = |issue: &Issue| matches!(issue.path.last(), Some(Step::Key(last)) if last == key);
    issues(operation, input).into_iter().filter(ends).collect()
}

fn codes(issues: &[Issue]) -> Vec<&'static str> {
    issues.iter().map(|issue| issue.code).collect()
}

fn pair(code: &str, number: &str) -> Vec<Issue> {
    at("phoneNumber", "trackUser", &json!({ "countryCode": code, "phoneNumber": number }))
}

fn full(number: &str) -> Vec<Issue> {
    at("fullPhoneNumber", "trackUser", &json!({ "fullPhoneNumber": number }))
}

fn errors(issues: &[Issue]) -> Vec<&'static str> {
    let errors = issues.iter().filter(|issue| issue.severity == Severity::Error);
    errors.map(|issue| issue.code).collect()
}

/// Whether digits are a mobile number of India as they stand.
fn seems_to_lack_its_code(number: &str) -> bool {
    is_mobile(&format!("91{number}"))
}

fn calling_code() -> impl Strategy<Value = CallingCode> {
    prop::sample::select(CODES.clone())
}

/// A calling code and a national number, right or with one of the usual mistakes.
fn numbers() -> impl Strategy<Value = (CallingCode, String)> {
    let mistake = prop::sample::select(vec!["", "", "", "0", "00", "1", "twice"]);
    (calling_code(), mistake, "[0-9]{0,16}", "[1-9][0-9]{15}", any::<bool>(), 0usize..16).prop_map(
        |(code, mistake, any, usual, usually, length)| {
            let lengths: Vec<_> = code.lengths().iter().collect();
            let rest = match lengths.get(length % lengths.len().max(1)) {
                Some(length) if usually => usual[..*length].to_owned(),
                _ => any,
            };
            let before =
                if mistake == "twice" { code.number().to_string() } else { mistake.into() };
            (code, before + &rest)
        },
    )
}

/// Whatever somebody may write there.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof!["[+0-9]{0,18}", "\\+?[0-9]{1,16}", "[0-9 ()+.-]{0,20}", "\\PC{0,12}"]
}

/// The number that messages have as an example: a part of it may be drawn by chance.
const EXAMPLE: &str = "+919876543210";

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn both_forms_of_a_number_are_judged_alike((code, number) in numbers()) {
        prop_assume!(!number.is_empty());
        let (apart, together) = (pair(&format!("+{}", code.number()), &number), full(&format!("{}{number}", code.number())));
        let told = |issues: &[Issue]| issues.iter().map(|issue| (issue.code, issue.params.clone())).collect::<Vec<_>>();
        if codes(&together) == [MISSING] {
            prop_assert_eq!(apart.len(), 1);
            prop_assert_eq!(apart[0].severity, together[0].severity);
        } else {
            prop_assert_eq!(told(&apart), told(&together));
        }
    }

    #[test]
    fn a_country_code_is_missing_where_a_mobile_number_of_india_breaks_a_rule((code, number) in numbers(), india in "[6-9][0-9]{9}") {
        for number in [format!("{}{number}", code.number()), india] {
            let found = full(&number);
            let missing = codes(&found) == [MISSING];
            prop_assert_eq!(missing, seems_to_lack_its_code(&number) && !is_mobile(&number), "{:?}", codes(&found));
            if missing {
                prop_assert_eq!(found[0].severity == Severity::Warning, is_possible(&number));
                prop_assert_eq!(Value::Object(found[0].params.clone()), json!({ "countryCode": 91, "country": "IN" }));
            }
        }
    }

    #[test]
    fn a_number_is_wrong_in_one_way_at_most((code, number) in numbers()) {
        let found = full(&format!("{}{number}", code.number()));
        prop_assert!(found.len() <= 1, "{:?}", codes(&found));
        for issue in found {
            let warns = issue.severity == Severity::Warning;
            prop_assert!(issue.code == MISSING || warns == WARNINGS.contains(&issue.code), "{}", issue.code);
        }
    }

    #[test]
    fn the_rules_say_what_the_plan_says((code, number) in numbers()) {
        let number = format!("{}{number}", code.number());
        let found = full(&number);
        match errors(&found)[..] {
            // More than the plan says: it knows no 00.
            [PREFIX] => prop_assert!(!is_mobile(&number)),
            [] => prop_assert!(is_possible(&number)),
            _ => prop_assert!(!is_possible(&number), "{:?}", codes(&found)),
        }
        prop_assert_eq!(found.is_empty(), is_mobile(&number), "{:?}", codes(&found));
    }

    #[test]
    fn a_full_number_begins_with_a_calling_code_or_is_told(number in "[1-9][0-9]{0,15}") {
        let told = codes(&full(&number)) == ["phone.unknown_country_code"];
        let missing = seems_to_lack_its_code(&number);
        prop_assert_eq!(told, CallingCode::split(&number).is_none() && !missing);
    }

    #[test]
    fn a_country_code_exists_or_is_told(number in 1u32..1000) {
        let known = CODES.iter().any(|code| u32::from(code.number()) == number);
        let told = at("countryCode", "trackUser", &json!({ "countryCode": format!("+{number}"), "phoneNumber": "x" }));
        prop_assert_eq!(codes(&told), if known { vec![] } else { vec!["country_code.unknown"] });
    }

    #[test]
    fn every_place_judges_a_full_number_alike((code, national) in numbers()) {
        prop_assume!(!national.is_empty());
        let number = format!("{}{national}", code.number());
        let expected = codes(&full(&number));
        let rcs = json!({ "fullPhoneNumber": number, "type": "Text", "message": { "plainText": "Hi" } });
        prop_assert_eq!(&codes(&at("fullPhoneNumber", "sendRcs", &rcs)), &expected);
        let assigned = json!({ "user_phone_number": number, "agent_email": "agent@example.com" });
        prop_assert_eq!(&codes(&at("user_phone_number", "assignChat", &assigned)), &expected);
        let of_pair = codes(&pair(&format!("+{}", code.number()), &national));
        let phones = |told: &[&'static str]| -> Vec<_> {
            let fixed = of_pair == ["phone.not_mobile"];
            told.iter().filter(|_| !fixed).copied().collect()
        };
        let address = json!([{ "phone_number": number }]);
        let order = json!([{ "reference_id": "1", "order_items": [{ "name": "Cake", "quantity": 1, "amount": 1 }], "shipping_addresses": address }]);
        let ordered = json!({ "userId": "1", "type": "Template", "template": { "name": "a", "languageCode": "en", "order_details": order } });
        prop_assert_eq!(&codes(&at("phone_number", "sendMessage", &ordered)), &phones(&expected));
        if number.len() <= 15 {
            let called = json!({ "text": "Call", "postBack": { "data": "1" }, "dialerAction": { "phoneNumber": format!("+{number}") } });
            let called = json!({ "userId": "1", "type": "Text", "message": { "plainText": "Hi", "suggestions": [{ "action": called }] } });
            // The + says that a country code follows.
            prop_assert_eq!(&codes(&at("phoneNumber", "sendRcs", &called)), &phones(&of_pair));
        }
    }

    #[test]
    fn a_number_to_look_for_is_judged_by_the_country_code_beside_it((code, number) in numbers(), plus in any::<bool>()) {
        let code = format!("{}{}", if plus { "+" } else { "" }, code.number());
        let looked = at("phoneNumber", "getUserByPhone", &json!({ "phoneNumber": number, "countryCode": code }));
        prop_assert_eq!(looked, pair(&code, &number));
    }

    #[test]
    fn a_number_that_some_country_has_can_be_looked_for_without_its_country_code((code, number) in numbers()) {
        if errors(&pair(&format!("+{}", code.number()), &number)).is_empty() {
            let looked = at("phoneNumber", "getUserByPhone", &json!({ "phoneNumber": number }));
            prop_assert!(errors(&looked).is_empty(), "{:?}", codes(&looked));
        }
    }

    #[test]
    fn no_text_makes_a_rule_panic_and_no_message_repeats_it(code in texts(), number in texts()) {
        let called = json!({ "text": "Call", "postBack": { "data": "1" }, "dialerAction": { "phoneNumber": number } });
        for (operation, input) in [
            ("sendMessage", json!({ "countryCode": code, "phoneNumber": number, "fullPhoneNumber": number })),
            ("sendRcs", json!({ "countryCode": code, "phoneNumber": number, "type": "Text", "message": { "suggestions": [{ "action": called }] } })),
            ("getUserByPhone", json!({ "phoneNumber": number, "countryCode": code })),
            ("getUserByPhone", json!({ "phoneNumber": number })),
            ("assignChat", json!({ "user_phone_number": number })),
        ] {
            for issue in issues(operation, &input) {
                let drawn = number.len() > 4 && !EXAMPLE.contains(&number);
                let repeated = drawn && issue.message.contains(&number);
                prop_assert!(!repeated, "{}: {}", issue.code, issue.message);
            }
        }
    }
}
