//! Whether an answer is one that Interakt gives when it has done what was asked for.
//!
//! Not only Interakt answers with 200: so do login pages, proxies and health checks, and then
//! nothing was sent. What is described of an operation's answers tells them apart.

use crate::schema::{Field, Kind, Shape, View};

/// Whether the answer's `result` is this.
pub(super) fn says(json: View, result: &str) -> bool {
    json.get("result").is_some_and(|value| value.json() == result)
}

/// Whether an answer is one of those that are described: its `result` is `true`, or, where answers
/// have none, the lists are there. More is not asked for: an answer that is refused here may be that
/// of a message that was sent.
pub(super) fn succeeds(shape: &Shape, json: View) -> bool {
    let mut keys = fields(shape);
    if keys.any(|field| field.name == "result") {
        says(json, "true")
    } else {
        has_lists(shape, json)
    }
}

/// Whether all lists are there that the shape must have.
fn has_lists(shape: &Shape, json: View) -> bool {
    match shape {
        Shape::List(_) => json.kind() == Kind::List,
        Shape::Object(_) => {
            json.kind() == Kind::Object
                && fields(shape).filter(|field| field.required).all(|field| {
                    let nests = matches!(field.shape, Shape::Object(_) | Shape::List(_));
                    !nests
                        || json.get(field.name).is_some_and(|inner| has_lists(&field.shape, inner))
                })
        }
        _ => true,
    }
}

/// The keys of an object.
fn fields(shape: &Shape) -> impl Iterator<Item = &'static Field> {
    let groups = match *shape {
        Shape::Object(object) => object.groups,
        _ => &[],
    };
    groups.iter().flat_map(|group| group.fields)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::OPERATIONS;

    /// Of a login page, a proxy, a health check.
    const STRANGE: [&str; 14] = [
        r#"{"ok":true}"#,
        r#"{"status":"ok"}"#,
        r#"{"status":"success","data":{}}"#,
        r#"{"success":true,"message":"Logged in"}"#,
        r#"{"id":"1","message":"ok"}"#,
        r#"{"data":{"customers":[]}}"#,
        r#"{"result":"true"}"#,
        r#"{"result":null}"#,
        r#"{"result":1}"#,
        r#"{"result":{"result":true}}"#,
        "{}",
        "[]",
        "null",
        "true",
    ];

    fn takes(name: &str, json: &str) -> bool {
        let operation = OPERATIONS.iter().find(|operation| operation.name == name).unwrap();
        succeeds(&operation.answer, View::parse(json).unwrap())
    }

    #[test]
    fn what_says_true_is_an_answer_to_all_operations_but_one() {
        for operation in OPERATIONS {
            let listed = operation.name == "listTemplates";
            assert_eq!(takes(operation.name, r#"{"new":1,"result":true}"#), !listed);
        }
    }

    #[test]
    fn the_list_of_templates_is_known_by_its_list() {
        assert!(takes("listTemplates", r#"{"results":{"templates":[]}}"#));
        assert!(takes(
            "listTemplates",
            r#"{"count":"1","results":{"templates":[{"new":1}]},"a":1}"#
        ));
        for json in [
            r#"{"count":0,"has_next":false}"#,
            r#"{"results":{}}"#,
            r#"{"results":[]}"#,
            r#"{"results":null}"#,
            r#"{"results":{"templates":{}}}"#,
        ] {
            assert!(!takes("listTemplates", json), "{json}");
        }
    }

    #[test]
    fn the_json_of_somebody_else_is_an_answer_to_no_operation() {
        for operation in OPERATIONS {
            for json in STRANGE {
                assert!(!takes(operation.name, json), "{} {json}", operation.name);
            }
        }
    }
}
