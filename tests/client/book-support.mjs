/** The templates of an account, and what each way of sending them wrongly is told. */
import { templateBook } from "interakt-wasm";

/** As Interakt lists a template, with lists as JSON in strings. @param {any} template */
export function listed({ buttons, carousel_cards, ...template }) {
  return {
    id: "ea5258f4-f13c-4694-9c7c-0a8443d15c7f",
    created_at_utc: "2025-05-30T09:06:42.890000",
    language: "en",
    category: "UTILITY",
    template_category_label: null,
    header_format: null,
    header: null,
    header_handle_file_url: null,
    header_handle_file_name: null,
    footer: null,
    buttons: JSON.stringify(JSON.stringify(buttons ?? {})),
    ...(carousel_cards && { carousel_cards: JSON.stringify(carousel_cards) }),
    autosubmitted_for: null,
    display_name: template.name,
    approval_status: "APPROVED",
    wa_template_id: "1882362572539777",
    ...template,
  };
}

const PAGE_BUTTON = { type: "URL", text: "Track", url: "https://example.com/{{1}}" };

export const TEMPLATES = [
  { name: "order_shipped", body: "Hi {{1}}, order {{2}} left {{3}} and costs {{4}}." },
  { name: "order_shipped", language: "hi", body: "नमस्ते {{1}}, आपका ऑर्डर {{2}}" },
  { name: "invoice", header_format: "DOCUMENT", body: "Your invoice, {{1}}." },
  { name: "welcome", header_format: "TEXT", header: "Hi {{1}}", body: "Welcome!" },
  { name: "picture", header_format: "IMAGE", body: "Look at this." },
  { name: "plain", header_format: "TEXT", header: "News", body: "No variables." },
  {
    name: "tracking",
    body: "On its way.",
    buttons: [
      { type: "PHONE_NUMBER", text: "Call us", phone_number: "+919876543210" },
      PAGE_BUTTON,
      { type: "QUICK_REPLY", text: "Thanks" },
    ],
  },
  {
    name: "coupon",
    category: "MARKETING",
    previous_category: "UTILITY",
    body: "Here is your code.",
    buttons: [{ type: "COPY_CODE", text: "Copy code" }],
  },
  {
    name: "login",
    category: "AUTHENTICATION",
    body: "*{{1}}* is your code.",
    buttons: [{ type: "OTP", text: "Copy" }],
  },
  { name: "waiting", approval_status: "WAITING", body: "Soon." },
  {
    name: "shoes",
    category: "MARKETING",
    body: "Two pairs for you, {{1}}",
    carousel_cards: [0, 1].map((card_index) => ({
      card_index,
      header_format: "IMAGE",
      header: null,
      body: "Only {{1}}",
      buttons: [PAGE_BUTTON],
    })),
  },
  { name: "form", body: "Please fill in.", buttons: [{ type: "FLOW", text: "Open" }] },
].map(listed);

export const BOOK = templateBook({
  count: TEMPLATES.length,
  has_next: false,
  results: { templates: /** @type {any} */ (TEMPLATES) },
});

export const PHONE = { countryCode: "+91", phoneNumber: "9876543210" };

/**
 * @param {any} template
 * @param {object} [more]
 * @returns {any} A message.
 */
export const messageOf = (template, more) => ({
  ...PHONE,
  type: "Template",
  ...more,
  template: { languageCode: "en", ...template },
});

const FOUR = ["Asha", "1042", "Pune", "499"];
const CARD = {
  headerValues: ["https://example.com/a.jpg"],
  bodyValues: ["2"],
  buttonValues: { 0: ["a"] },
};

/** Each is sent as it should be. */
export const RIGHT = [
  messageOf({ name: "order_shipped", bodyValues: FOUR }, { template_category: "utility" }),
  messageOf({ name: "order_shipped", languageCode: "hi", bodyValues: ["आशा", "1042"] }),
  messageOf({
    name: "invoice",
    headerValues: ["https://example.com/i.pdf"],
    fileName: "invoice.pdf",
    bodyValues: ["Asha"],
  }),
  messageOf({ name: "welcome", headerValues: ["Asha"] }),
  messageOf({ name: "picture", headerValues: ["https://example.com/p?name=a.mp4"] }),
  messageOf({ name: "plain" }),
  messageOf({ name: "plain", headerValues: [], bodyValues: [], buttonValues: {} }),
  messageOf({ name: "tracking", buttonValues: { 1: ["1042"] } }),
  messageOf({ name: "tracking", buttonValues: { 1: ["1042"], 2: ["x"] } }),
  messageOf({ name: "tracking", buttonValues: { 1: ["1042"] }, buttonPayload: { 2: ["x"] } }),
  messageOf({ name: "coupon", buttonValues: { 0: ["SAVE10"] } }),
  messageOf({ name: "login", bodyValues: ["123456"], buttonValues: { 0: ["123456"] } }),
  messageOf({ name: "shoes", bodyValues: ["Asha"], carouselCards: [CARD, CARD] }),
  messageOf({
    name: "shoes",
    bodyValues: ["Asha"],
    carouselCards: [1, 2].map(() => ({ ...CARD, headerValues: undefined })),
  }),
  messageOf({ name: "form" }),
  messageOf({ name: "form", is_flow_template: true, buttonValues: { 0: [""] } }),
];

/**
 * @typedef {object} Wrong
 * @property {string} name
 * @property {any} input
 * @property {object} [options]
 * @property {string[]} told Paths, codes of warnings with a mark, and what is said.
 */

/** @type {Wrong[]} */
export const WRONG = [
  {
    name: "a value too few",
    input: messageOf({ name: "order_shipped", bodyValues: FOUR.slice(1) }),
    told: [
      "template.bodyValues[3] template.value_missing: Values needed here: 4; given: 3. This one is missing.",
    ],
  },
  {
    name: "no values at all",
    input: messageOf({ name: "invoice" }),
    told: [
      "template.headerValues[0] template.media_missing: The header of this template is a file of type document: give its URL here.",
      "template.bodyValues[0] template.value_missing: Values needed here: 1; given: 0. This one is missing.",
    ],
  },
  {
    name: "a value too many",
    input: messageOf({ name: "order_shipped", bodyValues: [...FOUR, "x"] }),
    told: [
      "template.bodyValues[4] template.value_surplus: Values needed here: 4; given: 5. Leave this one out.",
    ],
  },
  {
    name: "no value for the variable of the header",
    input: messageOf({ name: "welcome" }),
    told: [
      "template.headerValues[0] template.value_missing: Values needed here: 1; given: 0. This one is missing.",
    ],
  },
  {
    name: "a value for a header without a variable",
    input: messageOf({ name: "plain", headerValues: ["News"] }),
    told: [
      "template.headerValues[0] template.value_surplus: Values needed here: 0; given: 1. Leave this one out.",
    ],
  },
  {
    name: "a second file",
    input: messageOf({
      name: "picture",
      headerValues: ["https://example.com/1", "https://example.com/2"],
    }),
    told: [
      "template.headerValues[1] template.value_surplus: Values needed here: 1; given: 2. Leave this one out.",
    ],
  },
  {
    name: "no picture but a text",
    input: messageOf({ name: "picture", headerValues: ["Asha"] }),
    told: [
      "template.headerValues[0] template.media_url: The header of this template is a file of type image: this must be its full URL, which starts with https:// or http://.",
    ],
  },
  {
    name: "another kind of file",
    input: messageOf({ name: "picture", headerValues: ["https://example.com/a.pdf?x=1"] }),
    told: [
      "template.headerValues[0] media.extension (warning): This looks like a .pdf file. Here it should be one of: jpg, jpeg or png.",
    ],
  },
  {
    name: "no value for the code to copy",
    input: messageOf({ name: "coupon" }),
    told: [
      'template.buttonValues.0[0] template.button_value_missing: The template\'s button 0, "Copy code", needs a value here.',
    ],
  },
  {
    name: "the value of a button at another one",
    input: messageOf({ name: "tracking", buttonValues: { 0: ["1042"] } }),
    told: [
      "template.buttonValues.0 template.button_value_surplus: The template has no button 0 that takes a value: leave this out. Buttons are counted from 0.",
      'template.buttonValues.1[0] template.button_value_missing: The template\'s button 1, "Track", needs a value here.',
    ],
  },
  {
    name: "a button that there is not",
    input: messageOf({ name: "tracking", buttonValues: { 1: ["1042"], 3: ["x"] } }),
    told: [
      "template.buttonValues.3 template.button_value_surplus: The template has no button 3 that takes a value: leave this out. Buttons are counted from 0.",
    ],
  },
  {
    name: "two values for a button",
    input: messageOf({ name: "tracking", buttonValues: { 1: ["1042", "x"] } }),
    told: [
      "template.buttonValues.1[1] template.value_surplus: Values needed here: 1; given: 2. Leave this one out.",
    ],
  },
  {
    name: "a misspelt name",
    input: messageOf({ name: "order_shiped", bodyValues: FOUR }),
    told: [
      'template.name template.not_in_book: The account has no template with this name. Did you mean "order_shipped"?',
    ],
  },
  {
    name: "a name like no other",
    input: messageOf({ name: "zzzz" }),
    told: ["template.name template.not_in_book: The account has no template with this name."],
  },
  {
    name: "a language that it is not in",
    input: messageOf({ name: "order_shipped", languageCode: "en_US", bodyValues: FOUR }),
    told: [
      "template.languageCode template.language_not_in_book: The account has this template in en or hi, not in this language.",
    ],
  },
  {
    name: "a template that waits",
    input: messageOf({ name: "waiting" }),
    told: [
      "template.name template.unapproved: This template cannot be sent: its status is WAITING.",
    ],
  },
  {
    name: "a guard that the template does not pass",
    input: messageOf(
      { name: "coupon", buttonValues: { 0: ["SAVE10"] } },
      { template_category: "utility" },
    ),
    told: [
      'template_category template.category_mismatch: With template_category "utility" Interakt does not send this: the template\'s category is MARKETING.',
    ],
  },
  {
    name: "a category that the program does not expect",
    input: messageOf({ name: "coupon", buttonValues: { 0: ["SAVE10"] } }),
    options: { expectCategory: "utility" },
    told: [
      "template.name template.category_unexpected: The template's category is MARKETING, but expectCategory is UTILITY. Before Meta changed it, it was UTILITY.",
    ],
  },
  {
    name: "two codes in one message, one of them too long",
    input: messageOf({
      name: "login",
      bodyValues: ["1234567890123456"],
      buttonValues: { 0: ["123456"] },
    }),
    told: [
      "template.bodyValues[0] template.code_too_long (warning): A code should have at most 15 characters; this one has 16.",
      "template.buttonValues.0[0] template.code_mismatch (warning): The button of an authentication template copies this: it should be the code in bodyValues.",
    ],
  },
  {
    name: "a card too many",
    input: messageOf({ name: "shoes", bodyValues: ["Asha"], carouselCards: [CARD, CARD, CARD] }),
    told: [
      "template.carouselCards template.card_count: The template has 2 cards; give as many here, not 3.",
    ],
  },
  {
    name: "no cards",
    input: messageOf({ name: "shoes", bodyValues: ["Asha"] }),
    told: [
      "template.carouselCards template.card_count: The template has 2 cards; give as many here, not 0.",
    ],
  },
  {
    name: "a card without values",
    input: messageOf({ name: "shoes", bodyValues: ["Asha"], carouselCards: [CARD, {}] }),
    told: [
      "template.carouselCards[1].bodyValues[0] template.value_missing: Values needed here: 1; given: 0. This one is missing.",
      'template.carouselCards[1].buttonValues.0[0] template.button_value_missing: The template\'s button 0, "Track", needs a value here.',
    ],
  },
];
