/** Templates of simulated accounts, before and after something has happened to them. */

/** @typedef {import("./command.mjs").SimulatedTemplate} SimulatedTemplate */

/** @type {SimulatedTemplate} */
export const SHIPPED = {
  name: "order_shipped",
  language: "en",
  category: "UTILITY",
  body: "Hi {{1}}, your order {{2}} is on its way.",
  buttons: [
    { type: "URL", text: "Track", url: "https://shop.example/orders/{{1}}" },
    { type: "PHONE_NUMBER", text: "Call us", phone_number: "+919876543210" },
  ],
};

/** @type {SimulatedTemplate} */
const INVOICE = {
  name: "invoice",
  language: "en",
  category: "UTILITY",
  header_format: "DOCUMENT",
  body: "Hi {{1}}, here is your invoice.",
  footer: "Thank you",
};

/** @type {SimulatedTemplate} */
const HELLO = { name: "hello", language: "en", category: "MARKETING", body: "Hello" };

/** @type {SimulatedTemplate[]} */
const OFFERS = [
  { name: "offer", language: "en", category: "MARKETING", body: "Hi {{1}}, cakes are cheap." },
  { name: "offer", language: "hi", category: "MARKETING", body: "{{1}}, केक सस्ते हैं।" },
  { name: "offer", language: "ta", category: "MARKETING", body: "{{1}}, {{2}}" },
];

/** @type {SimulatedTemplate} */
const WELCOME = {
  name: "welcome",
  language: "en",
  category: "MARKETING",
  body: "Welcome, {{1}}",
  approval_status: "WAITING",
};

/** Not in the order of names. @type {SimulatedTemplate[]} */
export const ACCOUNT = [WELCOME, SHIPPED, ...OFFERS, INVOICE, HELLO];

/** The account with other fields of one template. @param {string} name @param {object} fields */
const withFields = (name, fields) =>
  ACCOUNT.map((template) => (template.name === name ? { ...template, ...fields } : template));

/** What can happen to an account, and the lines that tell it. @type {[what: string, after: SimulatedTemplate[], lines: string[]][]} */
export const CHANGES = [
  [
    "a Utility template has become Marketing",
    withFields("order_shipped", { category: "MARKETING" }),
    [
      "!!! order_shipped (en) was UTILITY and is now MARKETING: each message costs several times as much.",
      '!!! Until that is settled, expectCategory: "utility" holds such messages back, and',
      '!!! template_category: "utility" in a message makes Interakt refuse it.',
      "",
    ],
  ],
  [
    "a template has another category",
    withFields("hello", { category: "UTILITY" }),
    ["hello (en) is now UTILITY; it was MARKETING."],
  ],
  [
    "a template is new",
    [...ACCOUNT, { ...HELLO, name: "bye" }],
    ["bye (en) is new: MARKETING, APPROVED."],
  ],
  [
    "a template is gone",
    ACCOUNT.filter(({ name }) => name !== "invoice"),
    ["invoice (en) is gone."],
  ],
  [
    "a template is not approved any more",
    withFields("hello", { approval_status: "PAUSED" }),
    ["hello (en) is no longer approved but PAUSED: Interakt refuses it."],
  ],
  [
    "a template has been approved",
    withFields("welcome", { approval_status: "APPROVED" }),
    ["welcome (en) is now approved."],
  ],
  [
    "a template has been refused",
    withFields("welcome", { approval_status: "REJECTED" }),
    ["welcome (en) is now REJECTED; it was WAITING."],
  ],
  [
    "a text wants more values",
    withFields("hello", { body: "Hello {{1}}" }),
    ["hello (en) now needs 1 value in the text; it needed no values in the text."],
  ],
  [
    "a text wants fewer values",
    withFields("order_shipped", { body: "Your order {{1}} is on its way." }),
    ["order_shipped (en) now needs 1 value in the text; it needed 2 values in the text."],
  ],
  [
    "something else stands above the text",
    withFields("invoice", { header_format: "IMAGE" }),
    ["invoice (en) now needs an image above the text; it needed a document above the text."],
  ],
  [
    "nothing stands above the text",
    withFields("invoice", { header_format: null }),
    ["invoice (en) now needs nothing above the text; it needed a document above the text."],
  ],
  [
    "a text with a variable stands above the text",
    withFields("hello", { header_format: "TEXT", header: "For {{1}}" }),
    ["hello (en) now needs a value above the text; it needed nothing above the text."],
  ],
  [
    "a button wants no value any more",
    withFields("order_shipped", { buttons: [{ type: "QUICK_REPLY", text: "Fine" }] }),
    ["order_shipped (en) now needs no value for a button; it needed a value for button 0."],
  ],
  [
    "two buttons want a value",
    withFields("hello", {
      buttons: [
        { type: "COPY_CODE", text: "Copy" },
        { type: "URL", text: "See", url: "https://shop.example/{{1}}" },
      ],
    }),
    ["hello (en) now needs values for buttons 0, 1; it needed no value for a button."],
  ],
  [
    "words have changed",
    withFields("invoice", { body: "Dear {{1}}, here is your invoice.", footer: "Thanks" }),
    ["invoice (en) has changed: body, footer."],
  ],
  [
    "much has changed: what costs money is told first",
    [
      ...withFields("order_shipped", { category: "MARKETING", body: "Hi {{1}}" }).filter(
        ({ name }) => name !== "hello",
      ),
      { ...HELLO, name: "bye" },
    ],
    [
      "!!! order_shipped (en) was UTILITY and is now MARKETING: each message costs several times as much.",
      '!!! Until that is settled, expectCategory: "utility" holds such messages back, and',
      '!!! template_category: "utility" in a message makes Interakt refuse it.',
      "",
      "bye (en) is new: MARKETING, APPROVED.",
      "hello (en) is gone.",
      "order_shipped (en) now needs 1 value in the text; it needed 2 values in the text.",
    ],
  ],
];
