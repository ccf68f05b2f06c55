/** What is refused of an input. */

import { bad, FALLBACK, forbidden, TEMPLATE, TEXT } from "./proxy-inputs.mjs";
import { OF_FALLBACKS } from "./proxy-rows-fallback.mjs";

/** @typedef {import("./proxy-inputs.mjs").Row} Row */

/** @type {Row[]} */
export const OF_INPUTS = [
  // The input.
  {
    name: "an input that is not valid",
    input: { ...TEXT, data: {} },
    ...{ code: "input_invalid", status: 422, ...bad },
  },
  {
    name: "JSON nested without end",
    raw: { body: `${"[".repeat(50_000)}${"]".repeat(50_000)}` },
    options: { allow: { sendMessage: { maxMessages: 5 } } },
    ...{ code: "input_invalid", status: 422, ...bad },
  },
  {
    name: "a list",
    input: [TEXT],
    ...{ code: "list_refused", ...forbidden },
  },
  {
    name: "a longer list than is allowed",
    input: [TEXT, TEXT, TEXT],
    options: { allow: { sendMessage: { maxMessages: 2 } } },
    ...{ code: "list_refused", ...forbidden },
  },
  {
    name: "a list in a list",
    input: [[TEXT, TEXT, TEXT]],
    options: { allow: { sendMessage: { maxMessages: 2 } } },
    ...{ code: "input_invalid", status: 422, ...bad },
  },
  {
    name: "a list with a length of its own",
    input: { length: 1, 0: TEXT },
    ...{ code: "input_invalid", status: 422, ...bad },
  },
  {
    name: "a type that is not allowed",
    input: TEXT,
    options: { allow: { sendMessage: { kinds: ["Template"] } } },
    ...{ code: "kind_refused", ...forbidden },
  },
  {
    name: "a type that is not allowed, in a list",
    input: [TEMPLATE, TEXT],
    options: { allow: { sendMessage: { kinds: ["Template"], maxMessages: 2 } } },
    ...{ code: "kind_refused", ...forbidden },
  },
  {
    name: "a type twice, of which the last counts",
    raw: { body: `{"type":"Template",${JSON.stringify(TEXT).slice(1)}` },
    options: { allow: { sendMessage: { kinds: ["Template"] } } },
    ...{ code: "kind_refused", ...forbidden },
  },
  {
    name: "a type in capitals beside the right one",
    input: { ...TEXT, Type: "Template" },
    options: { allow: { sendMessage: { kinds: ["Template"] } } },
    ...{ code: "unknown_key_refused", status: 422, ...bad },
  },
  {
    name: "a key that nobody knows",
    input: { ...TEXT, priority: "high" },
    ...{ code: "unknown_key_refused", status: 422, ...bad },
  },
  {
    name: "a constructor for a key",
    input: { ...TEXT, constructor: { prototype: { fallback: [] } } },
    ...{ code: "unknown_key_refused", status: 422, ...bad },
  },
  {
    name: "a template that is not allowed",
    input: { ...TEMPLATE, template: { ...TEMPLATE.template, name: "discount" } },
    options: { allow: { sendMessage: { templates: ["order_shipped"] } } },
    ...{ code: "template_refused", ...forbidden },
  },
  {
    name: "a template twice, of which the last counts",
    raw: {
      body: JSON.stringify(TEMPLATE).replace(
        '"name":"order_shipped"',
        '"name":"order_shipped","name":"discount"',
      ),
    },
    options: { allow: { sendMessage: { templates: ["order_shipped"] } } },
    ...{ code: "template_refused", ...forbidden },
  },
  {
    name: "a template of RCS that is not allowed",
    operation: "sendRcs",
    input: { ...TEMPLATE, template: { name: "discount", languageCode: "en" } },
    options: { allow: { sendRcs: { templates: ["order_shipped"] } } },
    ...{ code: "template_refused", ...forbidden },
  },
  {
    name: "a campaign with a template that is not allowed",
    operation: "createCampaign",
    input: {
      campaign_name: "May",
      campaign_type: "PublicAPI",
      template_name: "discount",
      language_code: "en",
    },
    options: { allow: { createCampaign: { templates: ["order_shipped"] } } },
    ...{ code: "template_refused", ...forbidden },
  },
  {
    name: "a fallback",
    input: { ...TEMPLATE, fallback: FALLBACK },
    ...{ code: "fallback_refused", ...forbidden },
  },
  {
    name: "a fallback that is empty",
    input: { ...TEMPLATE, fallback: [] },
    ...{ code: "fallback_refused", ...forbidden },
  },
  {
    name: "a fallback with any key, as RCS has it",
    input: { ...TEMPLATE, fallback: [{ channel: "RCS", type: "Text", text: "Hi" }] },
    ...{ code: "fallback_refused", ...forbidden },
  },
  ...OF_FALLBACKS,
  // What is hidden.
  {
    name: "a key that nobody knows, behind a hundred things that are odd",
    input: {
      ...TEMPLATE,
      template: { ...TEMPLATE.template, bodyValues: Array(100).fill("a\tb") },
      priority: "high",
    },
    ...{ code: "unknown_key_refused", status: 422, ...bad },
  },
  {
    name: "a key that nobody knows, behind more odd things than are listed",
    operation: "trackUser",
    input: { userId: "user-42", traits: { x: Array(1000).fill("a\tb") }, phone: "14155552671" },
    ...{ code: "input_invalid", status: 422, ...bad },
  },
  {
    name: "a key that nobody knows, in the last of many odd messages",
    input: [
      ...Array(1000).fill({ ...TEMPLATE, template: { name: "order_shipped", languageCode: "xx" } }),
      { ...TEMPLATE, priority: "high" },
    ],
    options: { allow: { sendMessage: { maxMessages: 1001 } } },
    ...{ code: "input_invalid", status: 422, ...bad },
  },
  {
    name: "a text where templates are named",
    input: TEXT,
    options: { allow: { sendMessage: { templates: ["order_shipped"] } } },
    ...{ code: "kind_refused", ...forbidden },
  },
  {
    name: "a text of RCS where templates are named",
    operation: "sendRcs",
    input: { fullPhoneNumber: "919876543210", type: "Text", message: { plainText: "Hi" } },
    options: { allow: { sendRcs: { templates: ["order_shipped"] } } },
    ...{ code: "kind_refused", ...forbidden },
  },
  {
    name: "a campaign that names the template that is allowed beside another",
    operation: "createCampaign",
    input: {
      ...{ campaign_name: "May", campaign_type: "PublicAPI", language_code: "en" },
      ...{ template_name: "discount", template: { name: "order_shipped" } },
    },
    options: { allow: { createCampaign: { templates: ["order_shipped"], unknownKeys: true } } },
    ...{ code: "template_refused", ...forbidden },
  },
  // Whose fate it would be.
  ...["diwali.0", "diwali.42.mine", " diwali.7 "].map((callbackData) => ({
    name: `the row of a campaign: "${callbackData}"`,
    input: { ...TEXT, callbackData },
    ...{ code: "callback_data_refused", ...forbidden },
  })),
  {
    name: "the row of a campaign, in a list",
    input: [TEXT, { ...TEXT, callbackData: "diwali.0" }],
    options: { allow: { sendMessage: { maxMessages: 2 } } },
    ...{ code: "callback_data_refused", ...forbidden },
  },
  {
    name: "the row of a campaign, by RCS",
    operation: "sendRcs",
    input: {
      ...{ fullPhoneNumber: "919876543210", type: "Text", message: { plainText: "Hi" } },
      callbackData: "diwali.0",
    },
    ...{ code: "callback_data_refused", ...forbidden },
  },
  {
    name: "the row of a campaign, where any key may be",
    operation: "trackUser",
    input: { userId: "user-42", traits: {}, callbackData: "diwali.0" },
    options: { allow: { trackUser: { unknownKeys: true } } },
    ...{ code: "callback_data_refused", ...forbidden },
  },
  {
    name: "what shape refuses",
    input: TEXT,
    options: { allow: { sendMessage: { shape: () => null } } },
    ...{ code: "shape_refused", ...forbidden },
  },
  {
    name: "what shape makes of it, where that is not valid",
    input: TEXT,
    options: { allow: { sendMessage: { shape: () => ({ type: "Text" }) } } },
    ...{ code: "input_invalid", status: 422, ...bad },
  },
];
