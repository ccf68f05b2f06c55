//! What Interakt tells a webhook about WhatsApp.

use super::channel::{Channel, Facts, Part, Place, Places};
use super::kind::kind;
use super::message::EVENT_DATA;
use super::meta::{CLICK, coded};
use super::reply::{FLOW_CONTENT, FLOW_REPLY};
use super::status::Status;
use super::workflow::WORKFLOW_DATA;
use crate::api::answer::told;
use crate::api::format::ANY_TEXT;
#[cfg(not(target_arch = "wasm32"))]
use crate::schema::Source::{Seen, Vendor};
use crate::schema::{GROUP, Group, Map, Shape, Tagged, doc};

static ENVELOPE: Group = Group {
    fields: told(
        const { &[optional!("version", ANY_TEXT, "The version of the envelope, such as \"1.0\".")] },
    ),
    ..GROUP
};

static STAMP: Group =
    Group { fields: &[optional!("timestamp", Shape::Time, "When Interakt made it.")], ..GROUP };

static OF_MESSAGE: Group = Group {
    fields: &[required!("data", Shape::Object(&EVENT_DATA), "The message and its customer.")],
    ..GROUP
};

/// Where some clicks stand, beside `data` instead of within.
static CLICK_BESIDE: Group =
    Group { fields: &[optional!("event", coded!(&CLICK), "What was tapped.")], ..GROUP };

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

/// Where a tap says something of itself.
macro_rules! tapped {
    ($key:literal) => {
        concat!(
            concat!("data.event.", $key, " event.", $key),
            concat!(" data.message.meta_data.", $key, " data.message.", $key),
        )
    };
}

/// Tells of the answers to a form before `message_received` does.
const FLOW_RESPONSE: &str = "message_api_flow_response";

const TYPE: Place = "type";
const MESSAGE_ID: Place = "data.message.id";

/// What tells the events of a kind apart.
const MESSAGE: &[Part] = &[Part::Text(MESSAGE_ID)];
/// A message may be tapped again and again, and two of its buttons within the same second.
const TAP: &[Part] = &[
    Part::Text(MESSAGE_ID),
    Part::Moment {
        time: tapped!("click_timestamp"),
        values: &[tapped!("button_text"), tapped!("button_link"), tapped!("button_payload")],
    },
];
/// All that they say. Ids of answers are not known to differ from customer to customer.
const WHOLE: &[Part] = &[];

/// The kinds of events, in one list: how sure each is, what it is called, holds and means, what
/// tells its events apart, and what they say of a message. Those of the account say nothing of any.
macro_rules! kinds {
    (
        of messages {
            $($source:expr, $value:expr, $name:literal, $groups:expr, $key:expr, $status:expr, $text:literal;)*
        }
        of the account {
            $($its_source:expr, $its_value:literal, $its_name:literal, $its_text:literal;)*
        }
    ) => {
        static PAYLOAD: Tagged = Tagged {
            name: doc("WhatsAppPayload"),
            doc: doc("What Interakt tells a webhook about WhatsApp."),
            tag: "type",
            tag_doc: doc("What happened."),
            common: &[&ENVELOPE, &STAMP],
            variants: &[
                $(kind($value, $name, $groups, $text),)*
                $(kind($its_value, $its_name, &[&OF_ACCOUNT], $its_text),)*
            ],
        };

        /// WhatsApp.
        pub static WHATSAPP: Channel = Channel {
            places: &Places {
                name: "whatsapp",
                tag: PAYLOAD.tag,
                message_id: MESSAGE_ID,
                callback_data: "data.message.meta_data.source_data.callback_data \
                    data.event.callbackData event.callbackData \
                    data.source_template_message.callback_data \
                    data.message.metadata.source_data.callback_data",
                submissions: &[
                    (TYPE, FLOW_RESPONSE),
                    ("data.message.message.type", FLOW_REPLY),
                    ("data.message.message_content_type", FLOW_CONTENT),
                ],
                event: TYPE,
                events: &[$(($value, Facts { status: $status, key: $key })),*],
                other: Facts { status: Status::None, key: WHOLE },
            },
            payload: &PAYLOAD,
            #[cfg(not(target_arch = "wasm32"))]
            sources: &[$($source,)* $($its_source,)*],
        };
    };
}

kinds! {
    of messages {
        Vendor, "message_api_sent", "MessageApiSent", &[&OF_MESSAGE], MESSAGE, Status::Sent,
            "A message of the API is on its way.";
        Vendor, "message_api_delivered", "MessageApiDelivered", &[&OF_MESSAGE], MESSAGE, Status::Delivered,
            "A message of the API is on the customer's device.";
        Vendor, "message_api_read", "MessageApiRead", &[&OF_MESSAGE], MESSAGE, Status::Read,
            "The customer has seen a message of the API.";
        Vendor, "message_api_failed", "MessageApiFailed", &[&OF_MESSAGE], MESSAGE, Status::Failed,
            "A message of the API was not delivered: `channel_error_code` and `channel_failure_reason` say why.";
        Vendor, "message_api_clicked", "MessageApiClicked", &[&OF_MESSAGE, &CLICK_BESIDE], TAP, Status::Clicked,
            "The customer has tapped a button of a template: a quick reply stands in `data.message.meta_data`, any other in `data.event`, and of some accounts either on `data.message`.";
        Vendor, "message_campaign_sent", "MessageCampaignSent", &[&OF_MESSAGE], MESSAGE, Status::Sent,
            "A message of a campaign is on its way.";
        Vendor, "message_campaign_delivered", "MessageCampaignDelivered", &[&OF_MESSAGE], MESSAGE, Status::Delivered,
            "A message of a campaign is on the customer's device.";
        Vendor, "message_campaign_read", "MessageCampaignRead", &[&OF_MESSAGE], MESSAGE, Status::Read,
            "The customer has seen a message of a campaign.";
        Vendor, "message_campaign_failed", "MessageCampaignFailed", &[&OF_MESSAGE], MESSAGE, Status::Failed,
            "A message of a campaign was not delivered.";
        Seen, "message_campaign_clicked", "MessageCampaignClicked", &[&OF_MESSAGE, &CLICK_BESIDE], TAP, Status::Clicked,
            "The customer has tapped a button of a campaign's message.";
        Vendor, "message_received", "MessageReceived", &[&OF_MESSAGE], MESSAGE, Status::None,
            "A customer has written, chosen from buttons or a list, or filled in a form.";
        Seen, FLOW_RESPONSE, "MessageApiFlowResponse", &[&OF_MESSAGE], MESSAGE, Status::None,
            "A customer has filled in a form of WhatsApp Flows. `message_received` tells the same once more: both have the same `submissionKey`.";
        Seen, "workflow_response_update", "WorkflowResponseUpdate", &[&OF_WORKFLOW], WHOLE, Status::None,
            "A customer has answered a question of a workflow.";
        Seen, "Webhook Test", "WebhookTest", &[], WHOLE, Status::None,
            "The dashboard asks whether the webhook answers: nothing has happened.";
    }
    of the account {
        Seen, "account_alerts", "AccountAlerts", "A warning about the account.";
        Seen, "account_update", "AccountUpdate", "The account has changed.";
        Seen, "account_review_update", "AccountReviewUpdate", "Meta has reviewed the account.";
        Seen, "business_capability_update", "BusinessCapabilityUpdate",
            "What the account may do has changed.";
        Seen, "phone_number_quality_update", "PhoneNumberQualityUpdate",
            "Meta's opinion of the sending number has changed.";
        Seen, "message_template_status_update", "MessageTemplateStatusUpdate",
            "Meta has decided about a template.";
        Seen, "template_performance_metrics", "TemplatePerformanceMetrics", "How a template does.";
        Seen, "messages", "Messages", "What Meta says about messages, passed on.";
    }
}
