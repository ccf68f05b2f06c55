//! Whether an answer is one that Interakt gives when it has done what was asked for.
//!
//! Not only Interakt answers with 200: so do login pages, proxies and health checks, and then
//! nothing was sent. What is described of an operation's answers tells them apart.

use crate::packs::Shipped;
use crate::schema::{View, has_lists, keys_in};

/// Whether the answer's `result` is this.
pub(super) fn says(json: View, result: &str) -> bool {
    json.get("result").is_some_and(|value| value.json() == result)
}

/// Whether an answer is one of those that are described: its `result` is `true`, or, where answers
/// have none, the lists are there. More is not asked for: an answer that is refused here may be that
/// of a message that was sent. `root`: the description among those of the pack.
pub(super) fn succeeds(root: usize, json: View) -> bool {
    if keys_in(Shipped, root).any(|(name, _)| name == "result") {
        says(json, "true")
    } else {
        has_lists(Shipped, root, json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::{OPERATIONS, index_of};
    use crate::packs::answer;
    use crate::schema::Document;

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
        succeeds(answer(index_of(operation)), Document::parse(json).unwrap().root())
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
