/** What is refused of what is to be sent in a message's place. */
import { bad, FALLBACK, forbidden, limited, TEMPLATE, TEXT } from "./proxy-inputs.mjs";

/** @typedef {import("./proxy-inputs.mjs").Row} Row */

const RCS = { channel: "RCS", type: "Text", message: { plainText: "Pay here" } };
const RCS_TEMPLATE = {
  channel: "RCS",
  type: "Template",
  template: { name: "discount", languageCode: "en" },
};
const [SMS] = FALLBACK;

/** @param {any} instead @param {any} [rules] @param {any} [options] */
const offering = (instead, rules, options) => ({
  input: { ...TEMPLATE, fallback: instead.channel === "sms" ? [instead] : [SMS, instead] },
  options: { allow: { sendMessage: { fallback: true, ...rules } }, ...options },
});
const unknown = { code: "unknown_key_refused", status: 422, ...bad };
const invalid = { code: "input_invalid", status: 422, ...bad };
const theirs = { authorize: () => ({ id: "a", recipients: ["919876543210"] }) };

/** @type {Row[]} */
export const OF_FALLBACKS = [
  {
    name: "a fallback of a type that is not allowed",
    ...offering(RCS, { kinds: ["Template"] }),
    ...{ code: "kind_refused", ...forbidden },
  },
  {
    name: "a fallback of another type where templates are named",
    ...offering(RCS, { templates: ["order_shipped", SMS?.content.dlt_te_id] }),
    ...{ code: "kind_refused", ...forbidden },
  },
  {
    name: "a fallback with a template that is not allowed",
    ...offering(RCS_TEMPLATE, { templates: ["order_shipped", SMS?.content.dlt_te_id] }),
    ...{ code: "template_refused", ...forbidden },
  },
  {
    name: "an SMS whose template is not named",
    ...offering(SMS, { templates: ["order_shipped"] }),
    ...{ code: "template_refused", ...forbidden },
  },
  {
    name: "a fallback of a message in a list, with a template that is not allowed",
    input: [TEXT, { ...TEMPLATE, fallback: [RCS_TEMPLATE] }],
    options: {
      allow: {
        sendMessage: {
          ...{ fallback: true, maxMessages: 2 },
          ...{ kinds: ["Text", "Template"], templates: ["order_shipped"] },
        },
      },
    },
    ...{ code: "template_refused", ...forbidden },
  },
  {
    name: "a fallback with a key that nobody knows",
    ...offering({ ...RCS, to: "all" }),
    ...unknown,
  },
  { name: "an SMS with a key that nobody knows", ...offering({ ...SMS, to: "all" }), ...unknown },
  { name: "a fallback of a form that nobody knows", ...offering({ channel: "RCS" }), ...invalid },
  {
    name: "a fallback of a form that nobody knows, where any key may be",
    ...offering({ channel: "RCS", content: { text: "Hi" } }, { unknownKeys: true }),
    ...invalid,
  },
  {
    name: "a fallback of what has none, where any key may be",
    operation: "trackUser",
    input: { userId: "user-42", traits: {}, fallback: 1 },
    options: { allow: { trackUser: { unknownKeys: true } } },
    ...{ code: "fallback_refused", ...forbidden },
  },
  {
    name: "more than one SMS",
    input: { ...TEMPLATE, fallback: [SMS, SMS] },
    options: { allow: { sendMessage: { fallback: true } } },
    ...{ code: "fallback_refused", ...forbidden },
  },
  {
    name: "a fallback in a fallback",
    ...offering({ ...RCS, fallback: [RCS_TEMPLATE] }),
    ...{ code: "fallback_refused", ...forbidden },
  },
  {
    name: "the row of a campaign, in a fallback",
    ...offering({ ...RCS, callbackData: "diwali.0" }),
    ...{ code: "callback_data_refused", ...forbidden },
  },
  ...[
    { ...RCS, fullPhoneNumber: "14155552671" },
    { ...RCS, countryCode: "+1", phoneNumber: "4155552671" },
  ].map((instead) => ({
    name: `a fallback for somebody else, by ${Object.keys(instead).at(-1)}`,
    ...offering(instead, {}, theirs),
    ...{ code: "recipient_refused", ...forbidden },
  })),
  ...[
    { fullPhoneNumber: "14155552671" },
    { fullPhoneNumber: "919876543210", countryCode: "+1", phoneNumber: "4155552671" },
    { userId: "user-42" },
  ].map((to) => ({
    name: `an SMS for somebody else, where any key may be: ${Object.keys(to)}`,
    ...offering({ ...SMS, ...to }, { unknownKeys: true }, theirs),
    ...{ code: "recipient_refused", ...forbidden },
  })),
  {
    name: "too many messages for a customer, in fallbacks",
    ...offering(
      { ...RCS, fullPhoneNumber: "14155552671" },
      {
        shape: (/** @type {any} */ input) => ({ ...input, phoneNumber: `987654321${turn++ % 2}` }),
      },
      { limits: { recipient: { most: 1, perMs: 30_000 } } },
    ),
    times: 2,
    ...{ code: "recipient_limited", ...limited },
  },
];

/** So that the message itself is for another each time. */
let turn = 0;
