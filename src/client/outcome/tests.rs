//! What answers of all kinds mean.

use super::*;
use crate::api::OPERATIONS;

fn operation(name: &str) -> &'static Endpoint {
    OPERATIONS.iter().find(|operation| operation.name == name).unwrap()
}

const ANSWER: Answer = Answer {
    status: 200,
    redirect: Redirect::None,
    retry_after: None,
    body: b"",
    cut: false,
    earlier: Outcome::NotSent,
    now_ms: 0,
    api_key: None,
    elsewhere: false,
};

fn read(name: &str, status: u16, body: &str) -> Result<String, Failure> {
    let answer = Answer { status, body: body.as_bytes(), ..ANSWER };
    read_answer(operation(name), answer)
}

fn failure(name: &str, status: u16, body: &str) -> (&'static str, String) {
    let failure = read(name, status, body).unwrap_err();
    (failure.code, failure.message)
}

#[test]
fn a_2xx_answer_that_says_true_is_a_success() {
    for (status, body) in [
        (200, r#"{"result":true,"message":"ok","id":"1"}"#),
        (201, r#"{"id":12345678901234567890,"result":true,"new":{"a":1.50}}"#),
        (202, "\u{feff} {\"result\":true}\n"),
    ] {
        let answer = read("sendMessage", status, body);
        assert_eq!(answer.as_deref(), Ok(body.trim_start_matches('\u{feff}').trim()));
    }
}

#[test]
fn an_answer_after_a_redirect_is_no_success() {
    let body = br#"{"result":true,"message":"ok","id":"1"}"#;
    for (redirect, status, outcome) in [
        (Redirect::Followed, 200, Outcome::Unknown),
        (Redirect::Followed, 404, Outcome::Unknown),
        (Redirect::Hidden, 0, Outcome::Refused),
    ] {
        let answer = Answer { status, redirect, body, ..ANSWER };
        let failure = read_answer(operation("sendMessage"), answer).unwrap_err();
        assert_eq!((failure.code, failure.outcome), ("redirected", outcome), "{redirect:?}");
    }
}

#[test]
fn json_in_strings_is_decoded() {
    let body = r#"{"count":1,"has_next":false,"results":{"templates":[{"buttons":"\"{}\"","body_text":"[\"Gavin\"]","new":"[1]"}]}}"#;
    let answer = r#"{"count":1,"has_next":false,"results":{"templates":[{"buttons":[],"body_text":["Gavin"],"new":"[1]"}]}}"#;
    assert_eq!(read("listTemplates", 200, body).as_deref(), Ok(answer));
}

#[test]
fn result_false_is_a_failure_whatever_the_status() {
    let body = r#"{"result":false,"message":"Please correct the following error - Customer has not messaged within last 24 hours"}"#;
    for status in [200, 201, 400] {
        assert_eq!(failure("sendMessage", status, body).0, "window_closed");
    }
    assert_eq!(failure("sendMessage", 200, r#"{"result":false}"#).0, "rejected");
}

#[test]
fn a_success_body_under_401_is_a_failure() {
    let failure = read("sendMessage", 401, r#"{"result":true,"id":"1"}"#).unwrap_err();
    assert_eq!((failure.code, failure.status), ("unauthorized", 401));
    assert_eq!(failure.body, r#"{"result":true,"id":"1"}"#);
}

#[test]
fn a_2xx_answer_that_is_no_answer_of_interakt_is_invalid() {
    for (status, body, what) in [
        (200, "", " and an empty body"),
        (204, " \n", " and an empty body"),
        (200, "<!doctype html><p>Hi", " and an HTML page instead of JSON"),
        (200, "OK", " and a body that is not JSON"),
        (200, r#"{"result":true"#, " and a body that is not JSON"),
        (200, "[]", " and JSON that is not Interakt's"),
        (200, "null", " and JSON that is not Interakt's"),
        (200, r#""queued""#, " and JSON that is not Interakt's"),
        (200, r#"{"ok":true}"#, " and JSON that is not Interakt's"),
        (200, r#"{"message":"Log in."}"#, ": Log in"),
    ] {
        let message = format!(
            "sendMessage failed with status {status}{what}. Check baseUrl, and any proxy between here and Interakt. \
             Interakt may have carried it out anyway: check there before sending it again, or it may happen twice."
        );
        assert_eq!(failure("sendMessage", status, body), ("invalid_response", message), "{body}");
    }
    let invalid = Answer { body: b"{\"id\":\"\xff\"}", ..ANSWER };
    assert_eq!(
        read_answer(operation("sendMessage"), invalid).unwrap_err().code,
        "invalid_response"
    );
}

#[test]
fn the_message_says_operation_status_reason_and_cure() {
    for (name, status, body, message) in [
        (
            "sendMessage",
            400,
            r#"{"result":false,"message":"Customer is not available for the organization."}"#,
            "sendMessage failed with status 400: Customer is not available for the organization. Add the customer with trackUser first.",
        ),
        (
            "getUserById",
            404,
            "<html><body>Not Found</body></html>",
            "getUserById failed with status 404 and an HTML page instead of JSON. Check the id in the input, and baseUrl if you set one.",
        ),
        (
            "getUserById",
            502,
            "",
            "getUserById failed with status 502 and an empty body. Interakt had a problem of its own, which usually passes.",
        ),
        (
            "trackUser",
            422,
            r#"{"detail":"line one\nline two"}"#,
            "trackUser failed with status 422: line one line two. Change the request as the message says; unchanged, it would fail again.",
        ),
        (
            "trackUser",
            400,
            r#"{"message":{"traits":["bad"]}}"#,
            "trackUser failed with status 400: traits: bad. Change the request as the message says; unchanged, it would fail again.",
        ),
    ] {
        assert_eq!(failure(name, status, body).1, message);
    }
}

#[test]
fn only_what_changes_something_has_an_unknown_fate() {
    assert!(failure("sendMessage", 500, "").1.ends_with(UNKNOWN_FATE));
    assert!(!failure("listTemplates", 500, "").1.ends_with(UNKNOWN_FATE));
}

#[test]
fn what_an_error_keeps_of_a_body_is_bounded() {
    let long = "é".repeat(5000);
    assert_eq!(read("trackUser", 500, &long).unwrap_err().body, "é".repeat(2000));
    let said = format!(r#"{{"message":"{long}"}}"#);
    let failure = read("trackUser", 400, &said).unwrap_err();
    assert!(failure.message.contains(&format!(": {}. ", "é".repeat(300))));
    assert_eq!(failure.body, said);
    let huge = format!(r#"{{"message":"{}"}}"#, "a".repeat(70_000));
    assert_eq!(read("trackUser", 400, &huge).unwrap_err().body.len(), 2000);
}

#[test]
fn the_key_never_comes_back_in_an_error() {
    let key = "c2VjcmV0LWtleTo=";
    let body = format!(r#"{{"message":"Bad header Basic {key}","headers":["{key}"]}}"#);
    let answer = Answer { status: 400, body: body.as_bytes(), api_key: Some(key), ..ANSWER };
    let failure = read_answer(operation("sendMessage"), answer).unwrap_err();
    assert_eq!(failure.body, r#"{"message":"Bad header Basic [API key]","headers":["[API key]"]}"#);
    assert!(failure.message.contains("Bad header Basic [API key]."));
}

#[test]
fn a_401_with_a_key_that_was_encoded_twice_says_so() {
    let answer = |key| Answer { status: 401, body: b"{}", api_key: Some(key), ..ANSWER };
    let message = |key| read_answer(operation("sendMessage"), answer(key)).unwrap_err().message;
    assert!(message("YzJWamNtVjBMV3RsZVRvPQ==").ends_with(" This key looks base64-encoded twice."));
    assert!(message("c2VjcmV0LWtleTo=").ends_with("(Settings, Developer Setting)."));
}

#[test]
fn where_a_server_of_ones_own_answers_keys_and_plans_are_not_spoken_of() {
    let own = "The server at baseUrl gave this answer: check there who is allowed.";
    for (status, advice) in [(401, own), (403, own), (429, "Wait before sending again.")] {
        for operation in OPERATIONS {
            let key = "YzJWamNtVjBMV3RsZVRvPQ==";
            let answer = Answer { status, api_key: Some(key), elsewhere: true, ..ANSWER };
            let message = read_answer(operation, answer).unwrap_err().message;
            let told = " failed with status ";
            assert_eq!(
                message,
                format!("{}{told}{status} and an empty body. {advice}", operation.name)
            );
        }
    }
    let body = br#"{"message":"Customer is not available for the organization"}"#;
    let answer = Answer { status: 400, body, elsewhere: true, ..ANSWER };
    let message = read_answer(operation("sendMessage"), answer).unwrap_err().message;
    assert!(message.ends_with("Add the customer with trackUser first."));
}

#[test]
fn a_reason_is_known_in_whatever_form_it_is_said() {
    for (said, code) in [
        ("Chat is already assigned to same agent", "already_assigned"),
        ("Media Url is missing for header's document", "missing_values"),
        ("Customer has not messaged within last 24 hours", "window_closed"),
        ("No approved template found with name 'X' and language 'en'.", "template_not_found"),
        ("Phone Number & Country Code provided is invalid", "invalid_phone"),
    ] {
        let list = serde_json::json!([said]);
        let fields = serde_json::json!({ "errors": { "template": { "name": [said] } } });
        let form = serde_json::json!({ "__all__": [{ "message": said, "code": "invalid" }] });
        let text = |value: &serde_json::Value| serde_json::json!(value.to_string());
        let values = [serde_json::json!(said), list, fields, form];
        for value in values.iter().cloned().chain(values.iter().map(text)) {
            for key in ["message", "detail", "error", "errors"] {
                let body = serde_json::json!({ "result": false, key: value }).to_string();
                for operation in OPERATIONS {
                    for status in [200, 201, 400, 422] {
                        let (found, message) = failure(operation.name, status, &body);
                        assert_eq!(found, code, "{body}");
                        assert!(message.contains(said.trim_end_matches('.')), "{message}");
                        assert!(!message.contains(['{', '[']), "{message}");
                    }
                }
            }
        }
    }
}

#[test]
fn retry_after_is_kept() {
    let answer = Answer { status: 429, retry_after: Some("20"), body: b"{}", ..ANSWER };
    let failure = read_answer(operation("sendMessage"), answer).unwrap_err();
    assert_eq!((failure.code, failure.retry_after_ms), ("rate_limited", Some(20_000)));
}
#[test]
fn an_answer_that_was_cut_is_judged_by_its_status() {
    let cut = |status, body: &'static str| {
        let answer = Answer { status, body: body.as_bytes(), cut: true, ..ANSWER };
        let failure = read_answer(operation("sendMessage"), answer).unwrap_err();
        (failure.code, failure.outcome)
    };
    // Whole JSON by chance: it is the beginning all the same.
    for body in [r#"{"result":true,"#, r#"{"result":true}"#, r#"{"result":false}"#, "", "<"] {
        assert_eq!(cut(200, body), ("response_too_large", Outcome::Unknown), "{body}");
    }
    assert_eq!(cut(400, r#"{"mess"#), ("bad_request", Outcome::Refused));
    assert_eq!(cut(429, "<"), ("rate_limited", Outcome::Refused));
    assert_eq!(cut(500, "<"), ("server_error", Outcome::Unknown));
    let answer = Answer { body: b"{", cut: true, ..ANSWER };
    assert_eq!(
        read_answer(operation("sendMessage"), answer).unwrap_err().message,
        "sendMessage failed with status 200 and a body that is too large. Ask for less at once (limit), \
         or raise maxResponseBytes. Interakt may have carried it out anyway: check there before \
         sending it again, or it may happen twice."
    );
}

#[test]
fn the_outcome_is_refused_unless_nobody_knows() {
    for (status, retry_after, body, outcome) in [
        (400, None, "{}", Outcome::Refused),
        (401, None, "", Outcome::Refused),
        (200, None, r#"{"result":false}"#, Outcome::Refused),
        (302, None, "", Outcome::Refused),
        (429, None, "", Outcome::Refused),
        (500, Some("1"), "", Outcome::Unknown),
        (503, None, "", Outcome::Unknown),
        (503, Some("soon"), "", Outcome::Unknown),
        (503, Some("1"), "", Outcome::Unknown),
        (408, None, "", Outcome::Unknown),
        (303, None, "", Outcome::Unknown),
        (0, None, "", Outcome::Unknown),
        (200, None, "", Outcome::Unknown),
        (200, None, r#"{"ok":true}"#, Outcome::Unknown),
        (700, None, "", Outcome::Unknown),
    ] {
        let answer = Answer { status, retry_after, body: body.as_bytes(), ..ANSWER };
        let failure = |earlier| {
            read_answer(operation("sendMessage"), Answer { earlier, ..answer }).unwrap_err()
        };
        let first = failure(Outcome::NotSent);
        assert_eq!(first.outcome, outcome, "{status} {body}");
        assert_eq!(first.message.ends_with(UNKNOWN_FATE), outcome == Outcome::Unknown);
        // A refusal does not undo what an earlier attempt may have done.
        let second = failure(Outcome::Unknown);
        assert_eq!(second.outcome, Outcome::Unknown);
        assert!(second.message.ends_with(UNKNOWN_FATE));
    }
}
