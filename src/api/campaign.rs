//! Campaigns that messages count for.

use super::answer::{CAMPAIGN, DONE};
use super::format::NON_EMPTY;
use super::interactive::CLOSED;
use super::language::LANGUAGE_CODE;
use super::operation::{Body, Endpoint, Method, Operation};
use super::send_template::TEMPLATE_NAME;
use crate::schema::{Choice, GROUP, Group, Object, Shape, doc, value};

/// `createCampaign`.
pub static CREATE: Operation = Operation {
    endpoint: &Endpoint {
        name: "createCampaign",
        method: Method::Post,
        path: "/v1/public/create-campaign/",
        query: "",
        body: Body::Input,
        repeatable: false,
        pages: None,
    },
    input: Shape::Object(&NEW_CAMPAIGN),
    answer: Shape::Object(&open!(&[&DONE, &CAMPAIGN])),
    summary: doc("Create a campaign for messages sent by the API."),
    doc: doc("Its id, `data.campaignId`, goes into `campaignId` of the messages."),
};

static NEW_CAMPAIGN: Object = Object {
    name: doc("NewCampaign"),
    doc: doc("A campaign."),
    groups: &[&Group {
        fields: &[
            required!("campaign_name", NON_EMPTY, "The name in Interakt's list."),
            required!(
                "campaign_type",
                Shape::Choice(&Choice {
                    values: &[value("PublicAPI", "A campaign whose messages the API sends.")],
                    ..CLOSED
                }),
                "Always \"PublicAPI\".",
            ),
            required!(
                "template_name",
                TEMPLATE_NAME,
                "The code name of the template that the campaign sends."
            ),
            required!("language_code", LANGUAGE_CODE, "The language of the template."),
        ],
        ..GROUP
    }],
    open: false,
};
