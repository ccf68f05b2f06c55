/** Parts that are called by themselves: templates, preview, forms, numbers, texts, the simulator. */
import * as main from "interakt-wasm";
import * as forms from "interakt-wasm/forms";
import * as field from "interakt-wasm/phone-field";
import { createSimulator } from "interakt-wasm/simulator";
import { FULL_PHONE, KEY, NAME, PHONE, SECRET, TEXT, USER_ID } from "../marks.mjs";
import { GOOD } from "./client.mjs";

/** What is given where something else is expected. @type {any[]} */
const WRONG = [
  TEXT,
  NAME,
  [NAME],
  { [NAME]: TEXT },
  FULL_PHONE,
  { name: NAME },
  { name: TEXT, language: NAME },
];

/** @param {import("../watch.mjs").Watch} watch */
export async function parts(watch) {
  await templates(watch);
  await inForms(watch);
  for (const value of WRONG) {
    await watch.tried(() => void main.previewMessage(value), "previewMessage");
    await watch.tried(() => void main.previewMessage({}, value), "preview", "of settings");
    await watch.tried(() => void main.smsSegments(value), "smsSegments");
    await watch.tried(() => void main.flatten(value), "flatten");
    await watch.tried(() => void main.summarize(value), "summarize");
    await watch.tried(() => void main.withoutKey(value, value), "withoutKey");
    await numbers(watch, value);
  }
  watch.saw("withoutKey()", main.withoutKey(`Basic ${KEY} ${encodeURIComponent(KEY)}`, KEY));
  await simulator(watch);
}

/** @param {import("../watch.mjs").Watch} watch @param {any} value */
async function numbers(watch, value) {
  const said = [
    value,
    String(value).slice(0, 8),
    `${FULL_PHONE}000000`,
    `+${FULL_PHONE.slice(0, 9)}`,
  ];
  for (const text of said) {
    const parsed = await watch.tried(() => main.phone.parse(text), "phone.parse");
    if (parsed)
      watch.saw("phone.parse: issues and notes", [parsed.ok || parsed.issues, parsed.notes]);
  }
  await watch.tried(() => void main.phone.parse("1", value), "phone.parse");
  await watch.tried(() => void field.phone.format(value, value), "phone.format");
  await watch.tried(() => void field.phone.asYouType(value), "phone.asYouType");
  await watch.tried(() => void field.phone.example(value), "phone.example");
}

/** @type {any} */
const TEMPLATE = {
  ...{ name: "offer", language: "en", category: "MARKETING", approval_status: "APPROVED" },
  ...{ header_format: "IMAGE", body: `Hi {{1}}, ${TEXT}`, buttons: [] },
};

/** @param {import("../watch.mjs").Watch} watch */
async function templates(watch) {
  const book = main.templateBook([TEMPLATE]);
  for (const value of WRONG) {
    await watch.tried(() => void main.templateBook(value), "templateBook");
    await watch.tried(() => void main.templateBook([{ ...TEMPLATE, body: value }]), "templateBook");
    await watch.tried(
      () => void main.createTemplateBook(value),
      "createTemplateBook",
      "of settings",
    );
    const send = /** @type {any} */ (main.sendTemplate);
    await watch.tried(() => send(value, "offer"), "sendTemplate");
    for (const values of [value, { body: value }, { header: value }, { button: value }]) {
      await watch.tried(() => void send(book, "offer", values), "values", "of settings");
    }
  }
  const messages = [{ bodyValues: [NAME, TEXT] }, { bodyValues: [] }, { headerValues: [NAME] }];
  for (const template of messages) {
    const { name, language: languageCode } = TEMPLATE;
    const input = /** @type {any} */ ({ ...PHONE, type: "Template" });
    input.template = { name, languageCode, ...template };
    const found = /** @type {any} */ (main.sendMessage.validate(input, { templates: book }));
    watch.saw("an issue: message", found.issues, "of a book");
    await watch.tried(
      () => void main.sendMessage.build(input, { apiKey: KEY, templates: book }),
      "",
    );
  }
  const failing = main.createTemplateBook({
    load: () => Promise.reject(new Error("no")),
    maxAgeMs: 1,
  });
  await watch.tried(() => failing.get(), "createTemplateBook");
}

/** @param {import("../watch.mjs").Watch} watch */
async function inForms(watch) {
  const form = /** @type {any} */ (forms.formOf)(forms.sendMessage, {
    fields: { mobile: "phone", said: "data.message" },
    fixed: { type: "Text" },
    defaultCountry: "IN",
    rules: { said: (/** @type {string} */ said) => (said.length > 9 ? "Too long." : undefined) },
  });
  const data = new FormData();
  data.set("mobile", `${PHONE.phoneNumber}77`);
  data.set("said", TEXT);
  for (const values of [
    data,
    new URLSearchParams({ mobile: NAME }),
    { mobile: TEXT, said: [NAME] },
  ]) {
    const { issues = [] } = form.validate(values);
    watch.saw("an issue: message", issues, "of a form");
    watch.saw("flatten and summarize", [forms.flatten(issues), forms.summarize(issues)]);
  }
  const strangers = form.validate(new URLSearchParams({ [NAME]: TEXT, [`a[${USER_ID}]`]: NAME }));
  watch.saw("an issue of an input with names for keys: message", strangers.issues, "of a form");
  for (const value of WRONG) {
    const formOf = /** @type {any} */ (forms.formOf);
    await watch.tried(() => form.validate(value), "a form");
    await watch.tried(() => void formOf(value), "formOf");
    await watch.tried(() => void formOf(forms.sendMessage, value), "formOf", "of settings");
    await watch.tried(
      () => void formOf(forms.sendMessage, { fields: value }),
      "formOf",
      "of settings",
    );
    await watch.tried(() => void (/** @type {any} */ (forms.bindForm)(value, form)), "bindForm");
  }
}

/** @param {import("../watch.mjs").Watch} watch */
async function simulator(watch) {
  /** @type {Request[]} */
  const told = [];
  const play = createSimulator({
    apiKey: KEY,
    windowOpen: () => true,
    webhooks: {
      ...{ secret: SECRET, stepMs: 0, auto: false },
      to: async (request) => {
        told.push(request.clone());
        return new Response("OK");
      },
    },
  });
  for (const apiKey of [KEY, btoa("somebody else:")]) {
    const interakt = new main.Interakt({ apiKey, maxRetries: 0, fetch: play });
    for (const [operation, input] of Object.entries(GOOD)) {
      const call = () => interakt.call(/** @type {any} */ (operation), /** @type {any} */ (input));
      await watch.tried(call, operation, "of the simulator");
    }
  }
  for (const { headers, url, body, ...others } of play.requests) {
    const { authorization, ...rest } = headers;
    watch.saw("the simulator's records: Authorization", authorization);
    watch.saw("the simulator's records: URL and body", [url, body]);
    watch.saw("the simulator's records: the rest", [rest, others]);
  }
  await play.deliver();
  for (const request of told) {
    watch.saw("what the simulator tells: URL and headers", [request.url, [...request.headers]]);
    watch.saw("what the simulator tells: body", await request.text());
  }
  for (const options of /** @type {any[]} */ ([
    { apiKey: [KEY] },
    { plan: TEXT },
    { windowOpen: { [NAME]: 1 } },
    { customers: NAME },
    { templates: [NAME] },
    { webhooks: { to: TEXT, secret: SECRET } },
    { webhooks: { to: "https://shop.example", secret: [SECRET] } },
  ])) {
    await watch.tried(() => void createSimulator(options), "createSimulator", "of settings");
  }
}
