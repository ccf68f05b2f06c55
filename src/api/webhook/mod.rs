//! What Interakt tells a webhook: WhatsApp's events by their `type`, those of RCS by their
//! `entityType`.
//!
//! A payload is known when its kind is one of these and has what is required here. Everything else
//! is open: other kinds and other keys pass untouched.

mod message;
mod rcs;
mod status;
mod workflow;

use super::format::ANY_TEXT;
use crate::schema::{GROUP, Group, Map, Shape, Tagged, Variant, doc, variant};
use message::{CLICK, EVENT_DATA};
pub use rcs::{RCS, rcs_status};
pub use status::Status;
use workflow::WORKFLOW_DATA;

/// What webhooks are told, a description a channel.
#[cfg(not(target_arch = "wasm32"))]
pub const PAYLOADS: [&Tagged; 2] = [&WHATSAPP, &RCS];

/// The header that carries the signature: `sha256=` and 64 lower-case hexadecimal digits.
pub const SIGNATURE_HEADER: &str = "Interakt-Signature";

static ENVELOPE: Group = Group {
    fields: &[
        optional!("version", ANY_TEXT, "The version of the envelope, such as \"1.0\"."),
        optional!("timestamp", Shape::Time, "When Interakt made it."),
    ],
    ..GROUP
};

static OF_MESSAGE: Group = Group {
    fields: &[required!("data", Shape::Object(&EVENT_DATA), "The message and its customer.")],
    ..GROUP
};

/// Where some clicks stand, beside `data` instead of within.
static CLICK_BESIDE: Group = Group {
    fields: &[optional!("event", Shape::Nullable(&Shape::Object(&CLICK)), "What was tapped.")],
    ..GROUP
};

static OF_WORKFLOW: Group = Group {
    fields: &[required!("data", Shape::Object(&WORKFLOW_DATA), "The answers so far.")],
    ..GROUP
};

static OF_ACCOUNT: Group = Group {
    fields: &[required!(
        "data",
        Shape::Map(&Map { key: None, value: Shape::Any, example: doc("event") }),
        "What Interakt says; its keys are not documented."
    )],
    ..GROUP
};

/// A kind of event: unknown keys pass.
const fn kind(
    value: &'static str,
    name: &'static str,
    groups: &'static [&'static Group],
    text: &'static str,
) -> Variant {
    let mut kind = variant(value, name, groups, text);
    kind.object.open = true;
    kind
}

/// The kinds of WhatsApp's events, in one list: what each is called, holds and means.
macro_rules! whatsapp {
    ($($value:literal, $name:literal, $groups:expr, $status:expr, $text:literal;)*) => {
        /// A payload of WhatsApp, told by its `type`.
        pub static WHATSAPP: Tagged = Tagged {
            name: doc("WhatsAppPayload"),
            doc: doc("What Interakt tells a webhook about WhatsApp."),
            tag: "type",
            tag_doc: doc("What happened."),
            common: &[&ENVELOPE],
            variants: &[$(kind($value, $name, $groups, $text)),*],
        };

        /// What each of its kinds says of a message, in the same order.
        static STATUSES: &[Option<Status>] = &[$($status),*];
    };
}

whatsapp! {
    "message_api_sent", "MessageApiSent", &[&OF_MESSAGE], Some(Status::Sent),
        "A message of the API is on its way.";
    "message_api_delivered", "MessageApiDelivered", &[&OF_MESSAGE], Some(Status::Delivered),
        "A message of the API is on the customer's device.";
    "message_api_read", "MessageApiRead", &[&OF_MESSAGE], Some(Status::Read),
        "The customer has seen a message of the API.";
    "message_api_failed", "MessageApiFailed", &[&OF_MESSAGE], Some(Status::Failed),
        "A message of the API was not delivered: `channel_error_code` and `channel_failure_reason` say why.";
    "message_api_clicked", "MessageApiClicked", &[&OF_MESSAGE, &CLICK_BESIDE], Some(Status::Clicked),
        "The customer has tapped a button of a template: a quick reply stands in `data.message.meta_data`, any other in `data.event`.";
    "message_campaign_sent", "MessageCampaignSent", &[&OF_MESSAGE], Some(Status::Sent),
        "A message of a campaign is on its way.";
    "message_campaign_delivered", "MessageCampaignDelivered", &[&OF_MESSAGE], Some(Status::Delivered),
        "A message of a campaign is on the customer's device.";
    "message_campaign_read", "MessageCampaignRead", &[&OF_MESSAGE], Some(Status::Read),
        "The customer has seen a message of a campaign.";
    "message_campaign_failed", "MessageCampaignFailed", &[&OF_MESSAGE], Some(Status::Failed),
        "A message of a campaign was not delivered.";
    "message_received", "MessageReceived", &[&OF_MESSAGE], None,
        "A customer has written, or chosen from buttons or a list.";
    "workflow_response_update", "WorkflowResponseUpdate", &[&OF_WORKFLOW], None,
        "A customer has answered a question of a workflow.";
    "account_alerts", "AccountAlerts", &[&OF_ACCOUNT], None, "A warning about the account.";
    "account_update", "AccountUpdate", &[&OF_ACCOUNT], None, "The account has changed.";
    "account_review_update", "AccountReviewUpdate", &[&OF_ACCOUNT], None,
        "Meta has reviewed the account.";
    "business_capability_update", "BusinessCapabilityUpdate", &[&OF_ACCOUNT], None,
        "What the account may do has changed.";
    "phone_number_quality_update", "PhoneNumberQualityUpdate", &[&OF_ACCOUNT], None,
        "Meta's opinion of the sending number has changed.";
    "message_template_status_update", "MessageTemplateStatusUpdate", &[&OF_ACCOUNT], None,
        "Meta has decided about a template.";
    "template_performance_metrics", "TemplatePerformanceMetrics", &[&OF_ACCOUNT], None,
        "How a template does.";
    "messages", "Messages", &[&OF_ACCOUNT], None, "What Meta says about messages, passed on.";
}

/// What a kind of WhatsApp's events says of a message.
pub fn whatsapp_status(kind: &str) -> Option<Status> {
    let mut statuses = STATUSES.iter();
    for variant in WHATSAPP.variants {
        let status = statuses.next()?;
        if variant.value == kind {
            return *status;
        }
    }
    None
}
