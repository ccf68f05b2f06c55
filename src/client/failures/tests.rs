//! Which rule fits.

use super::*;

#[test]
fn each_failure_gets_its_code() {
    for (status, said, code) in [
        (
            400,
            "Please correct the following error - Customer has not messaged within last 24 hours",
            "window_closed",
        ),
        (
            201,
            "Please correct the following error - Customer has not messaged within last 24 hours",
            "window_closed",
        ),
        (
            400,
            "No approved template found with name 'X' and language 'en'. Check",
            "template_not_found",
        ),
        (400, "Phone Number & Country Code provided is invalid", "invalid_phone"),
        (400, "Customer is not available for the organization", "unknown_customer"),
        (400, "Missing variable values for template's button", "missing_values"),
        (400, "Media Url is missing for header's image", "missing_values"),
        (400, "Chat is already assigned to same agent", "already_assigned"),
        (400, "Chat is already assigned to another agent", "bad_request"),
        (
            200,
            "Message not sent. Template category mismatch: Expected 'utility', but received 'MARKETING'.",
            "template_category_mismatch",
        ),
        (401, "Customer has not messaged within last 24 hours", "unauthorized"),
        (403, "", "forbidden"),
        (404, "", "not_found"),
        (405, "", "method_not_allowed"),
        (409, "", "conflict"),
        (413, "", "payload_too_large"),
        (422, "", "bad_request"),
        (429, "Rate limit exceeded for this resource", "rate_limited"),
        (500, "", "server_error"),
        (503, "Rate limit exceeded", "server_error"),
        (200, "no", "rejected"),
        (302, "", "redirected"),
        (303, "", "redirected"),
        (0, "", "unexpected_status"),
        (101, "", "unexpected_status"),
        (700, "", "unexpected_status"),
    ] {
        assert_eq!(find(status, said).code, code, "{status} {said}");
    }
}

#[test]
fn every_rule_can_be_reached() {
    for rule in &FAILURES {
        let reached = [rule.status.0, rule.status.1]
            .into_iter()
            .any(|status| std::ptr::eq(find(status, rule.said), rule));
        assert!(reached, "{}", rule.code);
    }
}
