/**
 * Inputs of any length that cost as much as strangers can make them, and what reads them. `npm run
 * bench -- hostile` says what each costs for a byte.
 */

/**
 * @param {number} count
 * @param {(index: number) => string} item
 */
const many = (count, item) =>
  Array.from({ length: Math.max(1, Math.floor(count)) }, (_, n) => item(n));

/** @param {number} bytes @param {string} piece */
const fill = (bytes, piece) => piece.repeat(Math.max(1, Math.floor(bytes / piece.length)));

/** @param {number} n Always as long. */
const digits = (n) => String(n).padStart(7, "0");

/** @param {number} bytes @param {(n: number) => string} entry */
const object = (bytes, entry) => `{${many(bytes / (entry(0).length + 1), entry).join()}}`;

/** @param {number} bytes @param {(n: number) => string} item */
const list = (bytes, item) => `[${many(bytes / (item(0).length + 1), item).join()}]`;

/**
 * JSON of about so many bytes.
 *
 * @type {Record<string, (bytes: number) => string>}
 */
export const SHAPES = {
  numbers: (bytes) => list(bytes, () => "1"),
  texts: (bytes) => list(bytes, () => '"a"'),
  "empty texts": (bytes) => list(bytes, () => '""'),
  nulls: (bytes) => list(bytes, () => "null"),
  "empty lists": (bytes) => list(bytes, () => "[]"),
  "empty objects": (bytes) => list(bytes, () => "{}"),
  "lists of twenty lists": (bytes) => list(bytes, () => `${"[".repeat(20)}${"]".repeat(20)}`),
  "deep lists": (bytes) => `${"[".repeat(bytes / 2)}${"]".repeat(bytes / 2)}`,
  "deep objects": (bytes) => `${'{"a":'.repeat(bytes / 6)}1${"}".repeat(bytes / 6)}`,
  "a hundred deep": (bytes) => list(bytes, () => `${'{"a":'.repeat(60)}1${"}".repeat(60)}`),
  keys: (bytes) => object(bytes, (n) => `"k${digits(n)}":1`),
  "keys of objects": (bytes) => object(bytes, (n) => `"k${digits(n)}":{}`),
  "keys of texts": (bytes) => object(bytes, (n) => `"k${digits(n)}":"a"`),
  "keys of digits": (bytes) => object(bytes, (n) => `"${n}":[""]`),
  "keys of 60 letters": (bytes) => object(bytes, (n) => `"${"k".repeat(53)}${digits(n)}":1`),
  "keys that are nearly known": (bytes) =>
    object(
      bytes,
      (n) =>
        `"${["userI", "phoneNumbe", "traitz", "templat", "messag", "countryCod"][n % 6]}${n}":1`,
    ),
  "keys with an escape": (bytes) => object(bytes, (n) => `"\\u00e9${digits(n)}":1`),
  "keys with half a character": (bytes) => object(bytes, (n) => `"\\ud800${digits(n)}":1`),
  "one key": (bytes) => `{"${fill(bytes, "k")}":1}`,
  "a long key around keys": (bytes) =>
    `{"${fill(bytes / 2, "k")}":${object(bytes / 2, (n) => `"k${digits(n)}":1`)}}`,
  "a long key around texts": (bytes) =>
    `{"${fill(bytes / 2, "k")}":${list(bytes / 2, () => '""')}}`,
  "a long key around broken keys": (bytes) =>
    `{"${fill(bytes / 2, "k")}":${object(bytes / 2, (n) => `"\\ud800${digits(n)}":1`)}}`,
  "long keys around each other": (bytes) =>
    `${`{"${fill(bytes / 12, "k")}":`.repeat(10)}${list(bytes / 12, () => '"\\ud800"')}${"}".repeat(10)}`,
  "one text": (bytes) => `"${fill(bytes, "a")}"`,
  "one text of digits": (bytes) => `"${fill(bytes, "9")}"`,
  "one text of escapes": (bytes) => `"${fill(bytes, "\\n")}"`,
  "one text of Hindi": (bytes) => `"${fill(bytes / 3, "न")}"`,
  "one text of emojis": (bytes) => `"${fill(bytes / 2, "😀")}"`,
  "one text of half characters": (bytes) => `"${fill(bytes, "\\ud800")}"`,
  "one text of spaces": (bytes) => `"${fill(bytes, " ")}"`,
  "one text of breaks": (bytes) => `"${fill(bytes, "\\r")}"`,
  "one text of places": (bytes) => `"${many(bytes / 12, (n) => `{{${n + 1}}}`).join(" ")}"`,
  "one text of braces": (bytes) => `"${fill(bytes, "{{")}"`,
  "one text of marks": (bytes) => `"${fill(bytes, "*_~a~_* ")}"`,
  "one text of codes": (bytes) => `"${fill(bytes, "```\\n")}"`,
  "one text of links": (bytes) => `"${fill(bytes, "https://a.b/(. ")}"`,
  "one number": (bytes) => fill(bytes, "9"),
  "small numbers": (bytes) => list(bytes, () => "1e-7"),
};

/** What JSON has, and no value. @type {Record<string, (bytes: number) => string>} */
export const TEXTS = {
  "white space": (bytes) => `${fill(bytes, " ")}{}`,
  "white space within": (bytes) => `{"a":${fill(bytes, "\n")}1}`,
  "the same key": (bytes) => object(bytes, () => '"message":1'),
  "the same key of objects": (bytes) => object(bytes, () => '"data":{"message":{}}'),
  "never closed": (bytes) => fill(bytes, "["),
  "objects never closed": (bytes) => fill(bytes, '{"a":'),
  "a text never closed": (bytes) => `"${fill(bytes, "a")}`,
  commas: (bytes) => `[${fill(bytes, ",")}`,
  nonsense: (bytes) => fill(bytes, "\u0000"),
};

const TO = '"fullPhoneNumber":"919876543210"';

/**
 * Where a shape stands in an input.
 *
 * @type {Record<string, { operation: string, around: (json: string) => string }>}
 */
export const PLACES = {
  "a message": { operation: "sendMessage", around: (json) => json },
  messages: { operation: "sendMessage", around: (json) => `[${json}]` },
  "a message's type": { operation: "sendMessage", around: (json) => `{${TO},"type":${json}}` },
  "a phone": {
    operation: "sendMessage",
    around: (json) => `{"fullPhoneNumber":${json},"countryCode":${json}}`,
  },
  "a text's data": {
    operation: "sendMessage",
    around: (json) => `{${TO},"type":"Text","data":${json}}`,
  },
  "a text": {
    operation: "sendMessage",
    around: (json) => `{${TO},"type":"Text","data":{"message":${json}}}`,
  },
  "a picture's URL": {
    operation: "sendMessage",
    around: (json) => `{${TO},"type":"Image","data":{"mediaUrl":${json}}}`,
  },
  "a template": {
    operation: "sendMessage",
    around: (json) => `{${TO},"type":"Template","template":${json}}`,
  },
  "a template's name": { operation: "sendMessage", around: (json) => template(`"name":${json}`) },
  "body values": { operation: "sendMessage", around: (json) => template(`"bodyValues":${json}`) },
  "button values": {
    operation: "sendMessage",
    around: (json) => template(`"buttonValues":${json}`),
  },
  "header values": {
    operation: "sendMessage",
    around: (json) => template(`"headerValues":${json}`),
  },
  cards: { operation: "sendMessage", around: (json) => template(`"carouselCards":${json}`) },
  "an order": { operation: "sendMessage", around: (json) => template(`"order_details":[${json}]`) },
  "a fallback": {
    operation: "sendMessage",
    around: (json) => `{${TO},"type":"Text","data":{"message":"a"},"fallback":${json}}`,
  },
  "an SMS": {
    operation: "sendMessage",
    around: (json) =>
      `{${TO},"type":"Text","data":{"message":"a"},"fallback":[{"channel":"sms","content":{"message":${json},"variables":${json}}}]}`,
  },
  "callback data": {
    operation: "sendMessage",
    around: (json) => `{${TO},"type":"Text","data":{"message":"a"},"callbackData":${json}}`,
  },
  buttons: {
    operation: "sendMessage",
    around: (json) =>
      `{${TO},"type":"InteractiveButton","data":{"message":{"type":"button","body":{"text":"a"},"action":{"buttons":${json}}}}}`,
  },
  sections: {
    operation: "sendMessage",
    around: (json) =>
      `{${TO},"type":"InteractiveList","data":{"message":{"type":"list","body":{"text":"a"},"action":{"button":"a","sections":${json}}}}}`,
  },
  "a customer": { operation: "trackUser", around: (json) => json },
  "a customer's id": { operation: "trackUser", around: (json) => `{"userId":${json}}` },
  traits: { operation: "trackUser", around: (json) => `{"userId":"1","traits":${json}}` },
  "a trait": { operation: "trackUser", around: (json) => `{"userId":"1","traits":{"a":${json}}}` },
  tags: { operation: "trackUser", around: (json) => `{"userId":"1","tags":${json}}` },
  "a time": { operation: "trackUser", around: (json) => `{"userId":"1","createdAt":${json}}` },
  "an event": {
    operation: "trackEvent",
    around: (json) => `{"userId":"1","event":${json},"traits":${json}}`,
  },
  "a new template": { operation: "createTemplate", around: (json) => json },
  "a new template's texts": {
    operation: "createTemplate",
    around: (json) =>
      `{"category":"Utility","header_format":"TEXT","header":${json},"body":${json},"footer":${json},"body_text":${json}}`,
  },
  "a new template's buttons": {
    operation: "createTemplate",
    around: (json) => `{"button_type":"Quick Replies","buttons":${json}}`,
  },
  "a new template's cards": {
    operation: "createTemplate",
    around: (json) => `{"category":"Utility","carousel_cards":${json}}`,
  },
  filters: { operation: "listUsers", around: (json) => `{"filters":${json}}` },
  "a campaign": {
    operation: "createCampaign",
    around: (json) => `{"campaign_name":${json},"template_name":${json}}`,
  },
  "an RCS message": {
    operation: "sendRcs",
    around: (json) => `{${TO},"type":"TEXT","message":${json}}`,
  },
  "RCS suggestions": {
    operation: "sendRcs",
    around: (json) => `{${TO},"type":"TEXT","message":{"plainText":"a","suggestions":${json}}}`,
  },
  "RCS cards": {
    operation: "sendRcs",
    around: (json) =>
      `{${TO},"type":"CAROUSEL","message":{"richCardDetails":{"carousel":{"cardWidth":"SMALL_WIDTH","contents":${json}}}}}`,
  },
};

/** @param {string} fields */
function template(fields) {
  return `{${TO},"type":"Template","template":{"name":"a","languageCode":"en",${fields}}}`;
}
