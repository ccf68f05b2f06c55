/** What people and programs do with the application, right and wrong. */
import assert from "node:assert/strict";
import { createServer } from "node:http";
import { setTimeout } from "node:timers/promises";
import { sendMessage, webhooks } from "interakt-wasm";
import { listen } from "../../support/listen.mjs";
import { FULL_PHONE, NAME, PASSWORD, PHONE, SECRET, TEXT, USER_ID } from "../marks.mjs";
import { GOOD } from "../paths/client.mjs";
import { REPEAT } from "./desk.mjs";

/** @typedef {import("./desk.mjs").Desk} Desk */
/** @typedef {import("../watch.mjs").Watch} Watch */

const ABOUT = {
  base: { type: "Template", template: { name: "diwali_offer", languageCode: "en" } },
  columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
  defaultCountry: "IN",
};

/** @param {string} text */
const cell = (text) => `"${text.replaceAll('"', '""')}"`;

const FILE = [
  "Mobile,Name",
  `${PHONE.phoneNumber},${cell(NAME)}`,
  `9873041593,${cell(`${TEXT} ${REPEAT}`)}`,
  `9873041,${cell(NAME)}`,
  `${cell(TEXT)},${cell(USER_ID)}`,
].join("\n");

/** @param {Desk} desk */
export async function send(desk) {
  for (const [operation, input] of Object.entries(GOOD)) {
    await desk.ask("POST", "/api/send", { operation, input });
  }
  const repeated = { ...PHONE, type: "Text", data: { message: `${TEXT} ${REPEAT}` } };
  for (const asked of [
    { operation: "sendMessage", input: repeated },
    { operation: "sendMessage", input: { ...PHONE, type: NAME, data: TEXT } },
    { operation: NAME, input: TEXT },
    { operation: "sendMessage", input: GOOD.sendMessage, fault: "server_error" },
    { operation: "sendMessage", input: GOOD.sendMessage, fault: NAME },
    { [NAME]: TEXT },
  ]) {
    await desk.ask("POST", "/api/send", asked);
  }
  await desk.ask("POST", "/api/send", `${TEXT}{`);
  const multipart = { "content-type": `multipart/form-data; boundary=${USER_ID}` };
  await desk.ask("POST", "/api/send", TEXT, multipart);
}

/** Who has no business here. @param {Desk} desk */
export async function intrude(desk) {
  for (const headers of [
    { authorization: "" },
    { authorization: `Bearer ${PASSWORD}x` },
    { authorization: `Basic ${btoa(`me:${PASSWORD}x`)}` },
    { authorization: `${PASSWORD}` },
  ]) {
    for (const path of ["/", "/api/account", "/api/campaigns"]) {
      await desk.ask("GET", path, undefined, headers);
    }
  }
  const foreign = {
    authorization: `Basic ${btoa(`me:${PASSWORD}`)}`,
    origin: "https://other.example",
  };
  await desk.ask("GET", "/api/campaigns", undefined, foreign);
  await desk.ask(
    "POST",
    "/api/send",
    { operation: "sendMessage" },
    { "console-server": NAME.slice(0, 1) },
  );
  await desk.ask("GET", "/api/account");
  await desk.ask("GET", `/api/${encodeURIComponent(NAME)}`);
}

/**
 * A campaign until all of its rows are settled.
 *
 * @param {Desk} desk
 * @param {boolean} isReplied Whether to wait for a reply, too.
 * @returns {Promise<string>} Its id.
 */
export async function campaign(desk, isReplied) {
  const { body } = await desk.ask("POST", "/api/campaigns", {
    settings: { name: "Diwali", about: ABOUT },
  });
  const at = `/api/campaigns/${body.id}`;
  await desk.ask("POST", "/api/campaigns", {
    settings: { name: "Diwali", about: { ...ABOUT, columns: TEXT } },
  });
  await desk.ask("POST", `${at}/start`);
  await desk.ask("PUT", `${at}/rows`, FILE);
  await desk.ask("PUT", `${at}/rows`, `${FILE}\n${TEXT}`);
  await desk.ask("POST", `${at}/test`, { to: `+${FULL_PHONE}` });
  await desk.ask("POST", `${at}/test`, { to: TEXT });
  await desk.ask("POST", `${at}/start`);
  for (let tries = 600; ; tries -= 1) {
    const { body: now } = await desk.ask("GET", at);
    const { counts, status } = now.state;
    if (status === "done" && (!isReplied || counts.replied === 1)) break;
    assert.ok(tries > 0, `still ${JSON.stringify(counts)}`);
    await setTimeout(100);
  }
  await desk.ask("GET", `${at}/rows`);
  await desk.ask("GET", `${at}/results.csv`);
  await desk.ask("POST", `${at}/again`, { state: NAME });
  await desk.ask("POST", `${at}/mark-sent`, { indexes: [NAME] });
  await desk.ask("GET", "/api/campaigns");
  return body.id;
}

/** @param {Desk} desk */
export async function optOuts(desk) {
  await desk.ask("POST", "/api/opt-outs", { recipients: [FULL_PHONE, USER_ID] });
  await desk.ask("POST", "/api/opt-outs", { recipients: [{ [NAME]: TEXT }] });
  await desk.ask("GET", "/api/opt-outs");
}

/** Pages without a key. @param {Desk} desk */
export async function proxy(desk) {
  const there = { baseUrl: `${desk.url()}/api/interakt` };
  const { pathname } = new URL(sendMessage.build(/** @type {any} */ (GOOD.sendMessage), there).url);
  const nobody = { authorization: "" };
  for (const message of [TEXT, `${TEXT} ${REPEAT}`]) {
    await desk.ask("POST", pathname, { ...PHONE, type: "Text", data: { message } }, nobody);
  }
  await desk.ask("POST", pathname, { ...PHONE, type: NAME, data: TEXT }, nobody);
  await desk.ask("POST", pathname, `${TEXT}{`, nobody);
  await desk.ask("POST", `${pathname}${encodeURIComponent(NAME)}`, TEXT, nobody);
}

/** Webhooks of Interakt and of others, and the page that looks at them. @param {Desk} desk @param {Watch} watch */
export async function told(desk, watch) {
  const payload = JSON.stringify({
    type: "message_received",
    data: {
      customer: { channel_phone_number: FULL_PHONE, traits: { name: NAME } },
      message: { id: "m-9", message: TEXT, meta_data: { source_data: { callback_data: "" } } },
    },
  });
  for (const [body, signature] of [
    [payload, await webhooks.sign(payload, SECRET)],
    [payload, SECRET],
    [`${payload}{`, await webhooks.sign(`${payload}{`, SECRET)],
  ]) {
    const headers = { authorization: "", "interakt-signature": signature ?? "" };
    await desk.ask("POST", "/webhooks/interakt", body, headers);
  }
  await desk.ask("POST", `/webhooks/interakt/${encodeURIComponent(NAME)}`, payload);
  const { body } = await desk.ask("GET", "/api/webhooks/told");
  for (const { id } of body.webhooks) await desk.ask("GET", `/api/webhooks/told/${id}`);

  const program = await listen(
    createServer(async (request, response) => {
      const chunks = [];
      for await (const chunk of request) chunks.push(chunk);
      watch.saw("what a program is told: headers", [request.url, request.headers]);
      watch.saw("what a program is told: body", Buffer.concat(chunks).toString());
      response.end("OK");
    }),
  );
  for (const url of [program.url, TEXT, `http://me:${SECRET}@127.0.0.1:1`, `${program.url}/#x`]) {
    await desk.ask("POST", "/api/webhooks/tell", { url, payload, signature: null });
  }
  await desk.ask("POST", "/api/webhooks/tell", { url: program.url, payload: TEXT });
  await program.close();
}

/** Settings that cannot be read: of those the log tells. @param {Desk} desk */
export async function proxyThatFails(desk) {
  await desk.ask("POST", "/api/interakt/fails", { [NAME]: TEXT }, { authorization: "" });
}

/** All that can be deleted. @param {Desk} desk @param {string} id */
export async function forget(desk, id) {
  await desk.ask("DELETE", `/api/campaigns/${id}`);
  const { body } = await desk.ask("GET", "/api/opt-outs");
  await desk.ask("DELETE", "/api/opt-outs", { recipients: body.recipients });
}
