/** Whom and which template the simulator's webhooks speak of, and who may be written to. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { WindowClosedError } from "interakt-wasm";
import { DIGITS, PAIR, RCS, stage, TEMPLATE, TEXT, told } from "./simulator-webhooks-support.mjs";

const HOUR = 60 * 60 * 1000;

/** @param {any} message @param {object} [options] */
async function customerOf(message, options) {
  const { received } = await told(["sent"], message, options);
  return received[0]?.raw.data.customer;
}

/** @param {any} message @param {object} [options] */
async function templateOf(message, options) {
  const { received } = await told(["sent"], message, options);
  const { raw, event } = received[0] ?? assert.fail();
  assert.equal(event.known, true);
  return {
    raw: JSON.parse(raw.data.message.raw_template),
    components: JSON.parse(raw.data.message.message),
    read: event.data.message,
  };
}

test("events speak of the customer that the simulator knows, by number or user id", async () => {
  const asha = {
    id: "asha-s-own-id",
    user_id: "asha",
    country_code: "+91",
    phone_number: "9876543210",
    traits: { name: "Asha" },
  };
  const expected = {
    id: "asha-s-own-id",
    channel_phone_number: DIGITS,
    country_code: "+91",
    phone_number: "9876543210",
    traits: { name: "Asha" },
  };
  const { type, data } = TEXT;
  for (const recipient of [PAIR, { fullPhoneNumber: DIGITS }, { userId: "asha" }]) {
    const customer = await customerOf({ ...recipient, type, data }, { customers: [asha] });
    assert.deepEqual(customer, expected);
  }
});

test("events speak of the customer as they are by then", async () => {
  const { client, deliverAfter, received } = stage();
  await client.sendMessage(TEXT);
  await deliverAfter(1000);
  await client.trackUser({ ...PAIR, traits: { name: "Asha" } });
  await deliverAfter(1000);
  assert.deepEqual(
    received.map(({ raw }) => raw.data.customer.traits),
    [{}, { name: "Asha" }],
  );
});

test("somebody unknown is made up, and stays the same", async () => {
  const { client, deliverAfter, received } = stage({ life: () => ["sent"] });
  const { type, data } = TEXT;
  await client.sendMessage({ fullPhoneNumber: DIGITS, type, data });
  await client.sendMessage({ fullPhoneNumber: "14155552671", type, data });
  await client.sendMessage({ fullPhoneNumber: DIGITS, type, data });
  await client.sendMessage({ userId: "nobody", type, data });
  await deliverAfter(1000);
  const [first, second, again, nobody] = received.map(({ raw }) => raw.data.customer);
  assert.equal(first.channel_phone_number, DIGITS);
  assert.deepEqual([first.country_code, first.phone_number, first.traits], [null, null, {}]);
  assert.equal(second.channel_phone_number, "14155552671");
  assert.deepEqual(again, first);
  assert.equal(nobody.channel_phone_number, null);
  assert.equal(new Set([first.id, second.id, nobody.id]).size, 3);
});

test("a template message carries the template and its values as JSON in strings", async () => {
  const template = {
    id: "template-7",
    name: "order_packed",
    language: "en",
    category: "utility",
    header_format: "TEXT",
    header: "About {{1}}",
    header_text: ["order 1"],
    body: "Dear {{1}}, your order is packed.",
    body_text: ["Clients"],
    buttons: [
      { type: "QUICK_REPLY", text: "Thank you" },
      { type: "URL", text: "Track", url: "https://nilgiritea.example/{{1}}" },
    ],
  };
  const values = { ...TEMPLATE.template, buttonValues: { 0: ["thanks"], 1: ["8"] } };
  const message = { ...TEMPLATE, template: values };
  const { raw, components, read } = await templateOf(message, { templates: [template] });
  assert.equal(raw.id, "template-7");
  assert.equal(raw.category, "UTILITY");
  assert.equal(raw.body, template.body);
  assert.equal(raw.header_text, '["order 1"]');
  assert.equal(raw.body_text, '["Clients"]');
  assert.equal(raw.buttons, JSON.stringify(template.buttons));
  assert.equal(raw.approval_status, "APPROVED");
  assert.equal(raw.is_deleted, false);
  assert.deepEqual(components, [
    { type: "header", parameters: [{ type: "text", text: "order 8" }] },
    { type: "body", parameters: [{ type: "text", text: "Asha" }] },
    {
      type: "button",
      sub_type: "quick_reply",
      index: "0",
      parameters: [{ type: "payload", payload: "thanks" }],
    },
    {
      type: "button",
      sub_type: "url",
      index: "1",
      parameters: [{ type: "text", text: "8" }],
    },
  ]);
  assert.deepEqual(read.message, components);
  assert.deepEqual(read.raw_template.buttons, template.buttons);
  assert.deepEqual(read.raw_template.body_text, ["Clients"]);
  assert.equal(read.is_template_message, true);
  assert.equal(read.message_content_type, "Template");
  assert.equal(read.campaign_id, TEMPLATE.campaignId);
});

test("an unknown template is made up from its name, language and values", async () => {
  const { raw, components, read } = await templateOf(TEMPLATE);
  assert.equal(raw.name, "order_packed");
  assert.equal(raw.language, "en");
  assert.equal(raw.category, "UTILITY");
  assert.equal(raw.header_format, "TEXT");
  assert.equal(raw.body, "order_packed {{1}}");
  assert.equal(raw.body_text, '["Asha"]');
  assert.equal(components[2].sub_type, "url");
  assert.deepEqual(read.raw_template.buttons, []);
});

test("a made-up template has the same id in all messages, and another name another", async () => {
  const { client, deliverAfter, received } = stage({ life: () => ["sent"] });
  for (const name of ["order_packed", "order_sent", "order_packed"]) {
    await client.sendMessage({ ...TEMPLATE, template: { ...TEMPLATE.template, name } });
  }
  await deliverAfter(1000);
  const [first, second, again] = received.map(({ event }) => event.data.message.raw_template.id);
  assert.equal(again, first);
  assert.notEqual(second, first);
});

test("files in headers and the cards of a carousel are told as WhatsApp is given them", async () => {
  const image = "https://media.nilgiritea.example/parcel.jpg";
  const invoice = "https://media.nilgiritea.example/invoice.pdf";
  const base = { name: "order_packed", languageCode: "en" };
  const of = (/** @type {object} */ more) =>
    templateOf({ ...TEMPLATE, template: { ...base, ...more } });
  const pictured = await of({ headerValues: [image] });
  assert.equal(pictured.raw.header_format, "IMAGE");
  assert.deepEqual(pictured.components, [
    { type: "header", parameters: [{ type: "image", image: { link: image } }] },
  ]);
  const documented = await of({ headerValues: [invoice], fileName: "invoice.pdf" });
  assert.equal(documented.raw.header_format, "DOCUMENT");
  assert.deepEqual(documented.components[0].parameters, [
    { type: "document", document: { link: invoice, filename: "invoice.pdf" } },
  ]);
  const card = { headerValues: [image], buttonValues: { 0: ["8"] } };
  const carousel = await of({ bodyValues: ["Asha"], carouselCards: [card, card] });
  assert.equal(carousel.components[1].type, "carousel");
  assert.deepEqual(
    carousel.components[1].cards.map((/** @type {any} */ { card_index, components }) => [
      card_index,
      components.map((/** @type {any} */ { type }) => type),
    ]),
    [
      [0, ["header", "button"]],
      [1, ["header", "button"]],
    ],
  );
  assert.deepEqual((await of({})).components, []);
});

test("who replies may be written to from then on, and nobody else", async () => {
  for (const step of /** @type {const} */ ([
    { replied: "Hi" },
    { replied: { button: { id: "1", title: "Yes" } } },
    { clicked: "Yes" },
    { submitted: { city: "Pune" } },
  ])) {
    const { client, wait } = stage({ life: () => ["sent", step] }, { windowOpen: [] });
    await assert.rejects(client.sendMessage(TEXT), WindowClosedError);
    await client.sendMessage(TEMPLATE);
    wait(1999);
    await assert.rejects(client.sendMessage(TEXT), WindowClosedError);
    wait(1);
    await client.sendMessage(TEXT);
    const other = { ...TEXT, phoneNumber: "9812345678" };
    await assert.rejects(client.sendMessage(other), WindowClosedError);
  }
});

test("the window closes 24 hours after the last reply", async () => {
  let replies = true;
  const life = () => (replies ? [{ replied: "Hi" }] : []);
  const { client, wait } = stage({ life }, { windowOpen: [] });
  await client.sendMessage(TEMPLATE);
  wait(1000);
  await client.sendMessage(TEXT);
  replies = false;
  wait(24 * HOUR);
  await client.sendMessage(TEXT); // the reply to the last one came a second after it
  wait(1000);
  await assert.rejects(client.sendMessage(TEXT), WindowClosedError);
});

test("pages that are opened and replies by RCS do not open the window", async () => {
  const url = "https://nilgiritea.example";
  const { client, wait } = stage(
    {
      life: ({ operation }) => [
        operation === "sendRcs" ? { replied: "Hi" } : { clicked: "Go", url },
      ],
    },
    { windowOpen: [] },
  );
  await client.sendMessage(TEMPLATE);
  await client.sendRcs(RCS);
  wait(2000);
  await assert.rejects(client.sendMessage(TEXT), WindowClosedError);
});

test("a reply opens the window of a customer by any of their names", async () => {
  const customers = [{ user_id: "asha", country_code: "+91", phone_number: "9876543210" }];
  const { client, wait } = stage(
    { life: () => [{ replied: "Hi" }] },
    { windowOpen: [], customers },
  );
  const { template, type } = TEMPLATE;
  await client.sendMessage({ userId: "asha", type, template });
  wait(1000);
  await client.sendMessage({ fullPhoneNumber: DIGITS, type: "Text", data: TEXT.data });
  await client.sendMessage({ userId: "asha", type: "Text", data: TEXT.data });
});
