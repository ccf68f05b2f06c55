//! What a customer answers to the questions of a workflow.

use crate::api::answer::{MAYBE_TEXT, told};
use crate::api::format::ANY_TEXT;
use crate::schema::{GROUP, Group, Object, Shape, doc};

static ANSWER: Object = Object {
    name: doc("WorkflowAnswer"),
    doc: doc("What a customer answered."),
    groups: &[&Group {
        fields: told(
            const {
                &[
                    optional!("id", MAYBE_TEXT, "The answer's id."),
                    optional!("message", MAYBE_TEXT, "What the customer wrote or chose."),
                    optional!("media_url", MAYBE_TEXT, "The file that the customer sent."),
                ]
            },
        ),
        ..GROUP
    }],
    open: true,
};

static STEP: Object = Object {
    name: doc("WorkflowStep"),
    doc: doc("A question of a workflow and its answer."),
    groups: &[&Group {
        fields: told(
            const {
                &[
                    optional!("question", Shape::Any, "What was asked."),
                    optional!("answer", Shape::Nullable(&Shape::Object(&ANSWER)), "The answer."),
                ]
            },
        ),
        ..GROUP
    }],
    open: true,
};

/// The answers of a customer so far: each event has those of the ones before.
pub(super) static WORKFLOW_DATA: Object = Object {
    name: doc("WorkflowData"),
    doc: doc("The answers of a customer so far: each event repeats those of the ones before."),
    groups: &[
        &Group { fields: &[required!("workflow_id", ANY_TEXT, "The workflow's id.")], ..GROUP },
        &Group {
            fields: told(
                const {
                    &[
                        optional!(
                            "customer_number",
                            MAYBE_TEXT,
                            "The customer's number with its +."
                        ),
                        optional!("customer_name", MAYBE_TEXT, "The customer's name."),
                        optional!(
                            "data",
                            Shape::Nullable(&Shape::List(&list!(Shape::Object(&STEP)))),
                            "Questions and answers, in order."
                        ),
                    ]
                },
            ),
            ..GROUP
        },
    ],
    open: true,
};
