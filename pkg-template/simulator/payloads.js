/** What Interakt tells a webhook of a WhatsApp message: an event for each step of its life. */

import { timestamp } from "./customers.js";

/** @typedef {import("./life.js").LifeStep} LifeStep */
/** @typedef {Extract<LifeStep, { clicked: string }>} Clicked */
/** @typedef {Extract<LifeStep, { replied: unknown }>["replied"]} Replied */
/** @typedef {Extract<LifeStep, { submitted: unknown }>} Submitted */
/** @typedef {import("./schedule.js").Event} Event */

/**
 * What payloads are made with.
 * @typedef {object} Telling
 * @property {import("./ids.js").Ids} ids
 * @property {import("./contacts.js").ContactOf} contactOf
 * @property {ReturnType<typeof import("./template-message.js").createTemplateMessages>} templateMessage
 */

/** What the words say of a message, and which of its times is known from then on. */
const WORDS = {
  sent: { message_status: "Sent", time: "received_at_utc" },
  delivered: { message_status: "Delivered", time: "delivered_at_utc" },
  read: { message_status: "Read", time: "seen_at_utc" },
};

/** Meta's id of every form; its value means nothing. */
const FLOW_ID = 985_469_590_611_234;

/** Amounts as good as any. */
const MESSAGE_COST = {
  whatsapp_cost: "0.115",
  interakt_markup: "0.035",
  actual_message_cost: "0.15",
};

/**
 * @param {{ id: string, input: any }} message
 * @param {readonly LifeStep[]} steps
 * @param {(index: number) => number} timeOf when each of them happens
 * @param {Telling} telling
 * @returns {Event[]}
 */
export function whatsappEvents({ id, input }, steps, timeOf, telling) {
  // Whoever is unknown gets an id in the order of messages, not in that of events.
  telling.contactOf(input);
  const content = contentOf(input, telling);
  const { callbackData: callback_data = null } = input;
  /** @type {Record<string, string | null>} */
  const times = { received_at_utc: null, delivered_at_utc: null, seen_at_utc: null };

  /**
   * @param {string} message_status
   * @param {object} meta
   * @param {{ code: string, reason: string }} [failed]
   */
  const messageAs = (message_status, meta, failed) => ({
    id,
    chat_message_type: "PublicApiMessage",
    channel_failure_reason: failed?.reason ?? null,
    message_status,
    ...times,
    campaign_id: input.campaignId ?? null,
    is_template_message: input.type === "Template",
    channel_error_code: failed?.code ?? null,
    message_content_type: input.type,
    ...content,
    meta_data: { source: "PublicInterakt", source_data: { callback_data }, ...meta },
  });

  /**
   * @param {LifeStep} step
   * @param {string} time
   * @returns {Told[]}
   */
  function tell(step, time) {
    const cost = { message_cost: MESSAGE_COST };
    if (typeof step === "string") {
      const word = WORDS[step];
      times[word.time] ??= time; // what is told again has not happened again
      return [[`message_api_${step}`, messageAs(word.message_status, cost)]];
    }
    if ("replied" in step) {
      return [["message_received", said(telling.ids.uuid(), time, saidBy(step.replied))]];
    }
    if ("submitted" in step) return tellForm(step, time);
    if ("failed" in step) {
      return [["message_api_failed", messageAs("Failed", {}, step.failed)]];
    }
    const click = clickOf(step, time);
    if (step.url === undefined) {
      return [["message_api_clicked", messageAs("Read", { ...cost, ...click })]];
    }
    const event = { callbackData: callback_data, ...click };
    return [["message_api_clicked", messageAs("Read", cost), { event }]];
  }

  /**
   * Told twice, about one message of the customer.
   * @param {Submitted} step
   * @param {string} time
   * @returns {Told[]}
   */
  function tellForm({ submitted, encoded }, time) {
    const message_context = { id, from: null };
    const source_template_message = {
      template_name: input.template?.name ?? null,
      campaign_id: input.campaignId ?? null,
      callback_data,
      status: "Read",
      is_campaign: false,
      message_type: "PublicApiMessage",
    };
    const own = telling.ids.uuid();
    /** @param {boolean} asText */
    const message = (asText) => ({
      ...said(own, time, formOf(submitted, asText)),
      message_context,
    });
    const beside = { source_template_message, flow_id: FLOW_ID };
    return [
      ["message_api_flow_response", message(encoded ?? false), beside],
      ["message_received", message(encoded ?? true), beside],
    ];
  }

  return steps.flatMap((step, index) => {
    const due = timeOf(index);
    return tell(step, timestamp(due)).map(([type, message, beside]) => ({
      due,
      kind: type,
      messageId: message.id,
      lifeOf: id,
      signed: true,
      payload: () => ({
        version: "1.0",
        timestamp: timestamp(due),
        type,
        data: { customer: telling.contactOf(input), message, ...beside },
      }),
    }));
  });
}

/** @typedef {[type: string, message: { id: string }, beside?: object]} Told */

/**
 * What the message itself says.
 * @param {any} input
 * @param {Telling} telling
 */
function contentOf(input, { templateMessage }) {
  if (input.type === "Template") return { ...templateMessage(input), media_url: null };
  const { message, mediaUrl = null } = input.data;
  const text = typeof message === "object" ? JSON.stringify(message) : message;
  // Interakt's own word for no text.
  return { raw_template: null, media_url: mediaUrl, message: text || "None" };
}

/**
 * @param {Clicked} step
 * @param {string} time
 */
function clickOf({ clicked, url }, time) {
  const click = {
    click_type: url === undefined ? "QR" : "CTA",
    button_text: clicked,
    button_link: url ?? "",
    click_timestamp: time.replace("T", " "),
  };
  if (url !== undefined) return click;
  return { ...click, button_payload: { payload: { type: "QUICK_REPLY", text: clicked } } };
}

/**
 * A message of the customer's own.
 * @param {string} id
 * @param {string} time
 * @param {object} content
 */
function said(id, time, content) {
  return {
    id,
    chat_message_type: "CustomerMessage",
    channel_failure_reason: null,
    message_status: "Sent",
    received_at_utc: time,
    delivered_at_utc: null,
    seen_at_utc: null,
    campaign_id: null,
    is_template_message: false,
    raw_template: null,
    channel_error_code: null,
    ...content,
    media_url: null,
    meta_data: {},
  };
}

/** @param {Replied} replied */
function saidBy(replied) {
  if (typeof replied === "string") return { message_content_type: "Text", message: replied };
  const [message_content_type, said] =
    "button" in replied
      ? ["InteractiveButtonReply", { type: "button_reply", button_reply: replied.button }]
      : ["InteractiveListReply", { type: "list_reply", list_reply: replied.row }];
  return { message_content_type, message: JSON.stringify(said) };
}

/**
 * @param {Submitted["submitted"]} answers
 * @param {boolean} asText whether as JSON in JSON in strings
 */
function formOf(answers, asText) {
  /** @param {object} value */
  const coded = (value) => (asText ? JSON.stringify(value) : value);
  const nfm_reply = { response_json: coded(answers), body: "Sent", name: "flow" };
  return {
    message_content_type: "InteractiveFlowReply",
    message: coded({ type: "nfm_reply", nfm_reply }),
  };
}
