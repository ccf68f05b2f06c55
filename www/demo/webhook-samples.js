/** Webhooks of every sort, as Interakt and Jio write them: for the inspector to show. */

/**
 * @typedef {object} Sample
 * @property {string} group
 * @property {string} title
 * @property {unknown} payload
 */

const MESSAGE_ID = "0b5f2c9e-7f0c-4c1d-9a67-3c1f5e2d8a40";
const RCS_ID = "MxTea7Yk2Qp0RcsOrder118";

const CUSTOMER = {
  id: "5d1c7a52-63b1-4f0e-8a4b-92d6f0c7e318",
  channel_phone_number: "919876543210",
  phone_number: "9876543210",
  country_code: "+91",
  traits: { name: "Asha Menon", city: "Bengaluru" },
};

const META_DATA = {
  source: "PublicInterakt",
  source_data: { callback_data: "order-118" },
  message_cost: { whatsapp_cost: "0.115", interakt_markup: "0.02", actual_message_cost: "0.135" },
};

const BUTTONS = [
  { type: "QUICK_REPLY", text: "Thank you" },
  { type: "URL", text: "Follow it", url: "https://nilgiritea.example/track/{{1}}" },
];

const TEMPLATE = JSON.stringify({
  id: "c0a4e1d8-5b7e-4c26-b0f4-77a51e9d2b63",
  created_at_utc: "2026-01-05T09:12:44.518203",
  modified_at_utc: "2026-01-06T04:30:01.002915",
  created_by_user_id: null,
  is_deleted: false,
  name: "order_packed",
  language: "en",
  category: "UTILITY",
  header_format: null,
  header: null,
  header_text: null,
  body: "Dear {{1}}, order {{2}} is packed.",
  body_text: '["Asha", "118"]',
  footer: "Nilgiri Tea House",
  buttons: JSON.stringify(BUTTONS),
  display_name: "Order Packed",
  approval_status: "APPROVED",
  wa_template_id: "748120365501294",
});

/**
 * A message that was sent through the API, and what happened to it.
 *
 * @param {string} kind
 * @param {object} told What the event adds to the message.
 * @param {object} [event] A button that was tapped.
 */
function ofMessage(kind, told, event) {
  const message = {
    id: MESSAGE_ID,
    chat_message_type: "PublicApiMessage",
    channel_failure_reason: null,
    message_status: "Sent",
    received_at_utc: "2026-01-15T08:38:02.114380",
    delivered_at_utc: null,
    seen_at_utc: null,
    campaign_id: null,
    is_template_message: true,
    raw_template: TEMPLATE,
    channel_error_code: null,
    message_content_type: "Template",
    media_url: null,
    message:
      '[{"type": "body", "parameters": [{"type": "text", "text": "Asha"}, {"type": "text", "text": "118"}]}]',
    meta_data: META_DATA,
    ...told,
  };
  return envelope(kind, { customer: CUSTOMER, message, ...(event && { event }) });
}

/**
 * What a customer wrote or chose.
 *
 * @param {string} type
 * @param {unknown} message
 */
function received(type, message) {
  return envelope("message_received", {
    customer: CUSTOMER,
    message: {
      id: "e64b08a1-2d9f-4f3a-8c55-1b7d90a3f6c2",
      chat_message_type: "CustomerMessage",
      channel_failure_reason: null,
      message_status: "Sent",
      received_at_utc: "2026-01-15T08:41:19.730114",
      delivered_at_utc: null,
      seen_at_utc: null,
      campaign_id: null,
      is_template_message: false,
      raw_template: null,
      channel_error_code: null,
      message_content_type: type,
      media_url: null,
      message,
      meta_data: {},
    },
  });
}

/**
 * A form that was filled in.
 *
 * @param {string} kind
 * @param {unknown} message
 */
function submitted(kind, message) {
  const { data } = received("InteractiveFlowReply", message);
  const source_template_message = {
    template_name: "tea_survey",
    campaign_id: null,
    callback_data: "survey-9",
    status: "Read",
    is_campaign: false,
    message_type: "PublicApiMessage",
  };
  return envelope(kind, { ...data, source_template_message, flow_id: 985469590611234 });
}

const ANSWERS = { screen_0_Favourite_0: "Monsoon Gold", screen_0_Bought_1: ["loose", "bags"] };

/** @param {unknown} response_json */
const formOf = (response_json) => ({
  type: "nfm_reply",
  nfm_reply: { response_json, body: "Sent", name: "flow" },
});

/**
 * @template Data
 * @param {string} type
 * @param {Data} data
 */
function envelope(type, data) {
  return { version: "1.0", timestamp: "2026-01-15T08:41:20.004271", type, data };
}

/**
 * @param {string} entityType
 * @param {object} entity
 */
function ofRcs(entityType, entity) {
  const ids = { messageId: RCS_ID, sendTime: "2026-01-15T08:41:20.004271Z" };
  return {
    userPhoneNumber: "+919876543210",
    botId: "nilgiri-tea-house",
    entityType,
    entity: { ...ids, ...entity },
  };
}

const DELIVERED = { message_status: "Delivered", delivered_at_utc: "2026-01-15T08:38:04.000000" };
const READ = { ...DELIVERED, message_status: "Read", seen_at_utc: "2026-01-15T08:40:57.000000" };
const CLICKED_AT = "2026-01-15 08:41:18.635664";

/** @type {readonly Sample[]} */
export const SAMPLES = [
  ...[
    { title: "Sent", payload: ofMessage("message_api_sent", {}) },
    { title: "Delivered", payload: ofMessage("message_api_delivered", DELIVERED) },
    { title: "Read", payload: ofMessage("message_api_read", READ) },
    {
      title: "Failed",
      payload: ofMessage("message_api_failed", {
        message_status: "Failed",
        channel_error_code: "131026",
        channel_failure_reason: "Message undeliverable",
      }),
    },
    {
      title: "Quick reply tapped",
      payload: ofMessage("message_api_clicked", {
        ...READ,
        meta_data: {
          ...META_DATA,
          click_type: "QR",
          button_text: "Thank you",
          button_link: "",
          click_timestamp: CLICKED_AT,
          button_payload: { payload: { type: "QUICK_REPLY", text: "Thank you" } },
        },
      }),
    },
    {
      title: "Link tapped",
      payload: ofMessage("message_api_clicked", READ, {
        callbackData: "order-118",
        click_type: "CTA",
        button_text: "Follow it",
        button_link: "https://nilgiritea.example/track/118",
        click_timestamp: CLICKED_AT,
      }),
    },
    {
      title: "Campaign's button tapped, reported on the message",
      payload: ofMessage("message_campaign_clicked", {
        ...READ,
        chat_message_type: "CampaignMessage",
        click_type: "QR",
        button_text: "Thank you",
        click_timestamp: CLICKED_AT,
      }),
    },
  ].map((sample) => ({ group: "WhatsApp: messages", ...sample })),
  ...[
    { title: "Text", payload: received("Text", "Is the first flush in yet?") },
    {
      title: "Button chosen",
      payload: received(
        "InteractiveButtonReply",
        '{"type": "button_reply", "button_reply": {"id": "rating-3", "title": "Lovely"}}',
      ),
    },
    {
      title: "Row chosen",
      payload: received(
        "InteractiveListReply",
        '{"type": "list_reply", "list_reply": {"id": "tea-orange-pekoe", "title": "Orange Pekoe", "description": "Whole leaf, first flush"}}',
      ),
    },
    {
      title: "Form filled in",
      payload: submitted("message_api_flow_response", formOf(ANSWERS)),
    },
    {
      title: "The same form again, as strings",
      payload: submitted("message_received", JSON.stringify(formOf(JSON.stringify(ANSWERS)))),
    },
    {
      title: "Answers to a workflow",
      payload: envelope("workflow_response_update", {
        workflow_id: "91c3d0b7-0f5e-4d8a-b1c4-6a2e7f3d5908",
        customer_number: "+919876543210",
        customer_name: "Asha Menon",
        data: [
          {
            question: "Which tea did you like best?",
            answer: { id: "1f0e6c1a-91d2", message: "Monsoon Gold" },
          },
          {
            question: "May we send you a sample?",
            answer: { id: "1f0e6c1a-91d3", message: "Yes" },
          },
        ],
      }),
    },
  ].map((sample) => ({ group: "WhatsApp: customers", ...sample })),
  ...[
    {
      title: "Template approved",
      payload: envelope("message_template_status_update", {
        event: "APPROVED",
        message_template_name: "order_packed",
        message_template_language: "en",
        reason: null,
      }),
    },
    { title: "Test from the dashboard", payload: { type: "Webhook Test" } },
  ].map((sample) => ({ group: "WhatsApp: the account", ...sample })),
  ...[
    {
      title: "RCS accepted",
      payload: ofRcs("STATUS_EVENT", { eventType: "SEND_MESSAGE_SUCCESS" }),
    },
    {
      title: "RCS delivered",
      payload: ofRcs("USER_EVENT", {
        eventType: "MESSAGE_DELIVERED",
        senderPhoneNumber: "+919876543210",
        eventId: "MxDelivered118",
      }),
    },
    {
      title: "RCS failed",
      payload: ofRcs("STATUS_EVENT", {
        eventType: "SEND_MESSAGE_FAILURE",
        error: { code: "404", errCode: "RCS_NOT_ENABLED", message: "The user has no RCS" },
      }),
    },
    {
      title: "RCS suggestion tapped",
      payload: ofRcs("USER_MESSAGE", {
        text: null,
        userFile: null,
        location: null,
        suggestionResponse: {
          postBack: { data: "order_complete" },
          plainText: "Yes, all there",
          type: "REPLY",
        },
      }),
    },
  ].map((sample) => ({ group: "RCS", ...sample })),
];
