/**
 * The usual mistakes, and what the compiler says to them: where, which key, and what to do.
 */
import { templateBook } from "interakt-wasm";
import { typesOf } from "../support/command.mjs";

/**
 * @typedef {object} Mistake
 * @property {string} name
 * @property {string} field The key that it is about.
 * @property {string} source The program. The compiler's message stands at the line that ends in
 *   `// here`.
 * @property {string} [head] What the program begins with, where that is something else.
 * @property {string} says The whole message of the newest compiler.
 */

/** @typedef {{ line: number, text: string }} Complaint What a compiler says, and where. */

const HERE = "// here";

/** Templates of an account. */
export const BOOK = templateBook(
  JSON.stringify([
    {
      name: "order_shipped",
      language: "en",
      category: "UTILITY",
      approval_status: "APPROVED",
      body: "Hi {{1}}, your order {{2}} is on its way.",
      buttons: [{ type: "URL", text: "Track", url: "https://shop.example/orders/{{1}}" }],
    },
    {
      name: "invoice",
      language: "en",
      category: "UTILITY",
      approval_status: "APPROVED",
      header_format: "DOCUMENT",
      body: "Hi {{1}}, here is your invoice.",
    },
  ]),
);

/** What every program begins with. */
const HEAD = `import { Interakt, type SendMessageInput, type TrackUserInput } from "interakt-wasm";
declare const client: Interakt;
`;

/** What a program begins with that has a book of templates, as the command writes it. */
const WITH_BOOK = `import { sendTemplate, type TemplateBook } from "interakt-wasm";
${typesOf(BOOK.templates, BOOK.needs)}
declare const book: TemplateBook<Templates>;
`;

/** @type {Mistake[]} */
export const MISTAKES = [
  {
    name: "both forms of a phone number",
    field: "fullPhoneNumber",
    source: `await client.sendMessage({
      countryCode: "+91",
      phoneNumber: "9876543210",
      fullPhoneNumber: "919876543210", // here
      type: "Text",
      data: { message: "Hi" },
    });`,
    says: `TS2322: Type '"919876543210"' is not assignable to type '"" | Drop_this_or_countryCode_and_phoneNumber | undefined'.`,
  },
  {
    name: "both forms of a customer's phone number",
    field: "fullPhoneNumber",
    source: `export const user: TrackUserInput = { // here
      countryCode: "+91",
      phoneNumber: "9876543210",
      fullPhoneNumber: "919876543210",
    };`,
    says: `TS2322: Type '{ countryCode: string; phoneNumber: string; fullPhoneNumber: "919876543210"; }' is not assignable to type 'TrackedUser'.
  Types of property 'fullPhoneNumber' are incompatible.
    Type '"919876543210"' is not assignable to type '"" | Drop_this_or_countryCode_and_phoneNumber | undefined'.`,
  },
  {
    name: "half a phone number",
    field: "phoneNumber",
    source: `export const user: TrackUserInput = { countryCode: "+91", traits: { name: "Asha" } }; // here`,
    says: `TS2322: Type '{ countryCode: string; traits: { name: string; }; }' is not assignable to type 'TrackedUser'.
  Type '{ countryCode: string; traits: { name: string; }; }' is not assignable to type 'RecipientByCountryCodeAndPhoneNumber & { traits?: { [key: string]: string | number | boolean | Only_string_number_boolean_or_list | null; } | undefined; add_to_sales_cycle?: boolean | undefined; createdAt?: string | undefined; tags?: string[] | undefined; }'.
    Property 'phoneNumber' is missing in type '{ countryCode: string; traits: { name: string; }; }' but required in type 'RecipientByCountryCodeAndPhoneNumber'.`,
  },
  {
    name: "a number for a text",
    field: "phoneNumber",
    source: `await client.sendMessage({
      countryCode: "+91",
      phoneNumber: 9876543210, // here
      type: "Text",
      data: { message: "Hi" },
    });`,
    says: `TS2322: Type 'number' is not assignable to type 'string'.`,
  },
  {
    name: "a misspelt key",
    field: "calbackData",
    source: `export const message: SendMessageInput = {
      countryCode: "+91",
      phoneNumber: "9876543210",
      type: "Text",
      calbackData: "order-1", // here
      data: { message: "Hi" },
    };`,
    says: `TS2561: Object literal may only specify known properties, but 'calbackData' does not exist in type 'NoList & RecipientByCountryCodeAndPhoneNumber & { type: "Text"; campaignId?: string | undefined; callbackData?: string | undefined; fallback?: Fallback[] | undefined; data: { ...; }; }'. Did you mean to write 'callbackData'?`,
  },
  {
    name: "a misspelt key further down",
    field: "bodyValue",
    source: `export const message: SendMessageInput = {
      userId: "user-42",
      type: "Template",
      template: {
        name: "order_shipped",
        languageCode: "en",
        bodyValue: ["Asha"], // here
      },
    };`,
    says: `TS2561: Object literal may only specify known properties, but 'bodyValue' does not exist in type 'Template'. Did you mean to write 'bodyValues'?`,
  },
  {
    name: "an unknown type of message",
    field: "type",
    source: `await client.sendMessage({
      userId: "user-42",
      type: "text", // here
      data: { message: "Hi" },
    });`,
    says: `TS2820: Type '"text"' is not assignable to type '"Audio" | "Document" | "Image" | "InteractiveButton" | "InteractiveList" | "Sticker" | "Template" | "Text" | "Video" | undefined'. Did you mean '"Text"'?`,
  },
  {
    name: "a wrong word further down",
    field: "type",
    source: `await client.sendMessage({
      userId: "user-42",
      type: "InteractiveButton",
      data: {
        message: {
          type: "button",
          header: { type: "Text", text: "Your order" }, // here
          body: { text: "How did you like it?" },
          action: { buttons: [{ type: "reply", reply: { id: "good", title: "Good" } }] },
        },
      },
    });`,
    says: `TS2820: Type '"Text"' is not assignable to type '"document" | "image" | "text" | "video"'. Did you mean '"text"'?`,
  },
  {
    name: "the key of another type of message",
    field: "template",
    source: `export const message: SendMessageInput = {
      countryCode: "+91",
      phoneNumber: "9876543210",
      type: "Text",
      data: { message: "Hi" },
      template: { name: "order_shipped", languageCode: "en" }, // here
    };`,
    says: `TS2353: Object literal may only specify known properties, and 'template' does not exist in type 'NoList & RecipientByCountryCodeAndPhoneNumber & { type: "Text"; campaignId?: string | undefined; callbackData?: string | undefined; fallback?: Fallback[] | undefined; data: { ...; }; }'.`,
  },
  {
    name: "a key that is missing",
    field: "data",
    source: `export const message: SendMessageInput = { countryCode: "+91", phoneNumber: "9876543210", type: "Text" }; // here`,
    says: `TS2322: Type '{ countryCode: string; phoneNumber: string; type: "Text"; }' is not assignable to type 'SendMessageInput'.
  Type '{ countryCode: string; phoneNumber: string; type: "Text"; }' is not assignable to type 'NoList & RecipientByCountryCodeAndPhoneNumber & { type: "Text"; campaignId?: string | undefined; callbackData?: string | undefined; fallback?: Fallback[] | undefined; data: { ...; }; }'.
    Property 'data' is missing in type '{ countryCode: string; phoneNumber: string; type: "Text"; }' but required in type '{ type: "Text"; campaignId?: string | undefined; callbackData?: string | undefined; fallback?: Fallback[] | undefined; data: { message: string; }; }'.`,
  },
  {
    name: "a key that is missing further down",
    field: "languageCode",
    source: `export const message: SendMessageInput = { userId: "user-42", type: "Template", template: { name: "order_shipped" } }; // here`,
    says: `TS2741: Property 'languageCode' is missing in type '{ name: string; }' but required in type 'Template'.`,
  },
  {
    name: "a text for a list",
    field: "bodyValues",
    source: `export const message: SendMessageInput = {
      userId: "user-42",
      type: "Template",
      template: {
        name: "order_shipped",
        languageCode: "en",
        bodyValues: "Asha", // here
      },
    };`,
    says: `TS2322: Type 'string' is not assignable to type 'string[]'.`,
  },
  {
    name: "an object in a trait",
    field: "city",
    source: `await client.trackUser({
      userId: "user-42",
      traits: {
        address: { city: "Pune" }, // here
      },
    });`,
    says: `TS2353: Object literal may only specify known properties, and 'city' does not exist in type 'Only_string_number_boolean_or_list'.`,
  },
  {
    name: "a wrong category of a template",
    field: "template_category",
    source: `await client.sendMessage({
      userId: "user-42",
      type: "Template",
      template_category: true, // here
      template: { name: "order_shipped", languageCode: "en" },
    });`,
    says: `TS2322: Type 'true' is not assignable to type '"utility" | (string & {}) | undefined'.`,
  },
  {
    name: "a wrong channel of a fallback",
    field: "channel",
    source: `await client.sendMessage({
      userId: "user-42",
      type: "Text",
      data: { message: "Hi" },
      fallback: [{ channel: "SMS", sender_id: "ABCDEF", pe_id: "1", content: { message: "Hi", dlt_te_id: "1" } }], // here
    });`,
    says: `TS2820: Type '"SMS"' is not assignable to type '"RCS" | "sms"'. Did you mean '"sms"'?`,
  },
  {
    name: "the key of another type of button",
    field: "phone_number",
    source: `await client.createTemplate({
      display_name: "Shipped",
      language: "English",
      category: "UTILITY",
      body: "Shipped",
      button_type: "Call To Action",
      buttons: [{ type: "URL", text: "Track", url: "https://example.com", phone_number: "919876543210" }], // here
    });`,
    says: `TS2353: Object literal may only specify known properties, and 'phone_number' does not exist in type 'UrlButton'.`,
  },
  {
    name: "a value too few for a template",
    field: "body",
    head: WITH_BOOK,
    source: `sendTemplate(book, "order_shipped", {
      body: ["Asha"], // here
      button: ["1042"],
    });`,
    says: `TS2322: Type '[string]' is not assignable to type 'readonly [string, string]'.
  Source has 1 element(s) but target requires 2.`,
  },
  {
    name: "a value too many for a template",
    field: "body",
    head: WITH_BOOK,
    source: `sendTemplate(book, "invoice", {
      header: { document: "https://shop.example/1042.pdf" },
      body: ["Asha", "1042"], // here
    });`,
    says: `TS2322: Type '[string, string]' is not assignable to type 'readonly [string]'.
  Source has 2 element(s) but target allows only 1.`,
  },
  {
    name: "a button of a template that lacks its value",
    field: "button",
    head: WITH_BOOK,
    source: `sendTemplate(book, "order_shipped", { body: ["Asha", "1042"] }); // here`,
    says: `TS2345: Argument of type '{ body: [string, string]; }' is not assignable to parameter of type '{ language?: "en" | undefined; body: readonly [string, string]; button: readonly [string]; }'.
  Property 'button' is missing in type '{ body: [string, string]; }' but required in type '{ language?: "en" | undefined; body: readonly [string, string]; button: readonly [string]; }'.`,
  },
  {
    name: "a template that there is not",
    field: "order_shiped",
    head: WITH_BOOK,
    source: `sendTemplate(book, "order_shiped", { body: ["Asha", "1042"], button: ["1042"] }); // here`,
    says: `TS2345: Argument of type '"order_shiped"' is not assignable to parameter of type '"order_shipped" | "invoice"'.`,
  },
  {
    name: "a header of a template that is missing",
    field: "header",
    head: WITH_BOOK,
    source: `sendTemplate(book, "invoice", { body: ["Asha"] }); // here`,
    says: `TS2345: Argument of type '{ body: [string]; }' is not assignable to parameter of type '{ language?: "en" | undefined; header: { readonly document: string; }; body: readonly [string]; fileName?: string | undefined; }'.
  Property 'header' is missing in type '{ body: [string]; }' but required in type '{ language?: "en" | undefined; header: { readonly document: string; }; body: readonly [string]; fileName?: string | undefined; }'.`,
  },
  {
    name: "a header of another kind than the template's",
    field: "image",
    head: WITH_BOOK,
    source: `sendTemplate(book, "invoice", {
      header: { image: "https://shop.example/1042.jpg" }, // here
      body: ["Asha"],
    });`,
    says: `TS2353: Object literal may only specify known properties, and 'image' does not exist in type '{ readonly document: string; }'.`,
  },
];

/** @param {Mistake} mistake */
export const programOf = ({ source, head = HEAD }) => `${head}${source}\n`;

/** The line at which the mistake is, from 1. @param {Mistake} mistake */
export function lineOf(mistake) {
  return programOf(mistake).slice(0, programOf(mistake).indexOf(HERE)).split("\n").length;
}

/**
 * What stands in a compiler's output, by the name of the file. A further line of a message begins
 * with a space.
 *
 * @param {string} output
 */
export function complaintsIn(output) {
  /** @type {Map<string, Complaint[]>} */
  const found = new Map();
  for (const text of output.split(/\n(?! )/).filter((line) => line !== "")) {
    const [, file, line, says] = /^(?:.*\/)?([^/(]+)\((\d+),\d+\): error (.*)$/s.exec(text) ?? [];
    if (file === undefined || says === undefined) throw new Error(`unexpected output: ${text}`);
    found.set(file, [...(found.get(file) ?? []), { line: Number(line), text: says.trimEnd() }]);
  }
  return found;
}

/**
 * The same text for each order in which compilers write the members of a union.
 *
 * @param {string} text
 */
export function inOrder(text) {
  return text.replace(/'[^']*'/g, (type) => type.slice(1, -1).split(" | ").sort().join(" | "));
}

/**
 * What an older compiler is to say: something at the statement that has the key in it, in its words or in its
 * line.
 *
 * @param {Mistake} mistake
 * @param {Complaint[]} complaints
 */
export function namesField(mistake, complaints) {
  const lines = programOf(mistake).split("\n");
  return complaints.some(({ line, text }) => `${lines[line - 1]} ${text}`.includes(mistake.field));
}
