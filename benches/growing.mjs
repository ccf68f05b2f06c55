/** Inputs that have so many of something: every list, and every rule that looks at several values. */

/**
 * @param {number} count
 * @param {(index: number) => T} item
 * @returns {T[]}
 * @template T
 */
const many = (count, item) => Array.from({ length: count }, (_, index) => item(index));

/** @param {number} count @returns {Record<string, unknown>} */
const keys = (count) => Object.fromEntries(many(count, (n) => [`key${n}`, n]));

const TO = { fullPhoneNumber: "919876543210" };

/** @param {object} fields */
const template = (fields) => ({
  ...TO,
  type: "Template",
  template: { name: "a", languageCode: "en", ...fields },
});

/** @param {string} type @param {object} data */
const message = (type, data) => ({ ...TO, type, data });

/** @param {string} type @param {object} action */
const interactive = (type, action) =>
  message(type === "button" ? "InteractiveButton" : "InteractiveList", {
    message: { type, body: { text: "Hi" }, action },
  });

/** @param {number} n Half of them are those of another. */
const row = (n) => ({ id: `${n >> 1}`, title: "Row" });

/** @param {object} content */
const sms = (content) => ({ channel: "sms", content: { variables: [], ...content } });

/** @param {number} n */
const placeholders = (n) => many(n, (index) => `a {{${n - index}}} b`).join("");

/** @param {number} depth */
function nested(depth) {
  /** @type {unknown} */
  let value = 1;
  for (let level = 0; level < depth; level += 1) value = [value];
  return value;
}

/**
 * Values that an operation validates.
 *
 * @type {[what: string, operation: string, grow: (n: number) => unknown][]}
 */
export const INPUTS = [
  ["issues", "sendMessage", (n) => template({ bodyValues: many(n, () => "") })],
  ["messages in place of one", "sendMessage", (n) => many(n, () => ({ type: "Text" }))],
  ["unknown keys", "sendMessage", keys],
  [
    "keys that are nearly known",
    "trackUser",
    (n) => Object.fromEntries(many(n, (index) => [`userI${index}`, 1])),
  ],
  ["traits", "trackUser", (n) => ({ userId: "1", traits: keys(n) })],
  ["items of a trait", "trackUser", (n) => ({ userId: "1", traits: { a: many(n, (i) => i) } })],
  ["tags", "trackUser", (n) => ({ userId: "1", tags: many(n, () => "vip") })],
  ["nesting", "trackUser", (n) => ({ userId: "1", traits: { a: nested(n) } })],
  [
    "nested traits",
    "trackUser",
    (n) => ({ userId: "1", traits: { a: many(n / 20, () => nested(20)) } }),
  ],
  [
    "buttons",
    "sendMessage",
    (n) => interactive("button", { buttons: many(n, (i) => ({ type: "reply", reply: row(i) })) }),
  ],
  [
    "list rows",
    "sendMessage",
    (n) =>
      interactive("list", { button: "Menu", sections: [{ title: "All", rows: many(n, row) }] }),
  ],
  [
    "list sections",
    "sendMessage",
    (n) => interactive("list", { button: "Menu", sections: many(n, (i) => ({ rows: [row(i)] })) }),
  ],
  [
    "cards of a template that is sent",
    "sendMessage",
    (n) =>
      template({
        carouselCards: many(n, () => ({
          headerValues: ["https://example.com/a.jpg"],
          bodyValues: ["a"],
        })),
        order_details: [{}],
      }),
  ],
  [
    "button values",
    "sendMessage",
    (n) => template({ bodyValues: ["1"], buttonValues: { 0: many(n, () => "a") } }),
  ],
  [
    "orders",
    "sendMessage",
    (n) =>
      template({
        order_details: many(n, (i) => ({
          ...{ reference_id: `${i >> 1}`, order_items: [], subtotal: 1 },
        })),
      }),
  ],
  [
    "items of an order",
    "sendMessage",
    (n) => {
      const order_items = many(n, () => ({ name: "Cake", quantity: 1, amount: 2 }));
      return template({ order_details: [{ reference_id: "1", subtotal: 1, order_items }] });
    },
  ],
  [
    "fallbacks",
    "sendMessage",
    (n) => ({
      ...message("Text", { message: "Hi" }),
      fallback: many(n, () => sms({ message: "{{1}}" })),
    }),
  ],
  [
    "placeholders of an SMS",
    "sendMessage",
    (n) => ({ ...message("Text", {}), fallback: [sms({ message: placeholders(n) })] }),
  ],
  [
    "placeholders of a template",
    "createTemplate",
    (n) => {
      const text = placeholders(n);
      const body_text = many(n, () => "a");
      return { body: text, header: text, footer: text, header_format: "TEXT", body_text };
    },
  ],
  [
    "buttons of a template",
    "createTemplate",
    (n) => ({
      button_type: "Quick Replies",
      buttons: many(n, (i) => ({ type: "QUICK_REPLY", text: `${i >> 1}` })),
    }),
  ],
  [
    "cards of a template",
    "createTemplate",
    (n) => ({
      category: "Utility",
      carousel_cards: many(n, (i) => ({
        ...{ card_index: i >> 1, header_format: "IMAGE", body: "Hi {{1}} you" },
        buttons: [{ type: "URL", text: "Go", url: "https://example.com/{{1}}" }],
      })),
    }),
  ],
  ["filters", "listUsers", (n) => ({ filters: many(n, () => ({ trait: "a", op: "gt", val: 1 })) })],
  [
    "suggestions of RCS",
    "sendRcs",
    (n) => {
      const reply = { plainText: "Yes", postBack: { data: "yes" } };
      const suggestions = many(n, () => ({ reply }));
      return { ...TO, type: "TEXT", message: { plainText: "Hi", suggestions } };
    },
  ],
  [
    "cards of RCS",
    "sendRcs",
    (n) => {
      const contents = many(n, () => ({ cardTitle: "Hi", cardMedia: { mediaHeight: "TALL" } }));
      const carousel = { cardWidth: "SMALL_WIDTH", contents };
      return { ...TO, type: "CAROUSEL", message: { richCardDetails: { carousel } } };
    },
  ],
  ["a long text", "sendMessage", (n) => message("Text", { message: "ab ".repeat(n) })],
  ["a text of escapes", "sendMessage", (n) => message("Text", { message: '\n"'.repeat(n) })],
  ["a long number", "sendMessage", (n) => ({ fullPhoneNumber: "9".repeat(n) })],
];

/** @param {string} data The inside of an object. */
const sent = (data) => `{"type":"message_api_sent","data":{${data}"message":{"id":"a1"}}}`;

/**
 * Texts as they come to a webhook: what values cannot have, as well.
 *
 * @type {[what: string, grow: (n: number) => string][]}
 */
export const WEBHOOKS = [
  ["webhook: unknown keys", (n) => sent(`"more":${JSON.stringify(keys(n))},`)],
  ["webhook: duplicate keys", (n) => sent('"customer":{"id":"1"},'.repeat(n))],
  ["webhook: duplicate tags", (n) => sent("").replace("{", `{${'"type":"a",'.repeat(n)}`)],
  ["webhook: traits", (n) => sent(`"customer":{"id":"1","traits":${JSON.stringify(keys(n))}},`)],
  ["webhook: nesting", (n) => sent(`"more":${"[".repeat(n)}${"]".repeat(n)},`)],
  ["webhook: a long text", (n) => sent(`"more":"${"ab\\n".repeat(n)}",`)],
  ["webhook: white space", (n) => `${" ".repeat(n)}${sent("")}`],
];

/**
 * Texts of messages that are shown, with much in them that could be formatted.
 *
 * @type {[what: string, grow: (n: number) => string][]}
 */
export const TEXTS = [
  ["preview: marks", (n) => "_*~a~*_ ".repeat(n)],
  ["preview: marks that open", (n) => "*a _b ~c ".repeat(n)],
  ["preview: code", (n) => "`a".repeat(n)],
  ["preview: code over lines", (n) => "```\n".repeat(n)],
  ["preview: lists", (n) => "- *a*\n> b\n".repeat(n)],
  ["preview: links", (n) => "https://e.com/(..) ".repeat(n)],
  ["preview: a long link", (n) => `https://e.com/${".".repeat(n)}`],
];
