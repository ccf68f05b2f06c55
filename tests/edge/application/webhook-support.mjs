/** A webhook, its signature and its delivery, and a wait, for what the page lists and has told again. */
import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { webhooks } from "interakt-wasm";
import { raw, SECRET } from "./desk.mjs";

export const PAYLOAD = `{ "type":"message_api_read",\r\n "data":{"message":{"id":"7","message":"आशा 🍵"}} }`;

/** @param {string} payload */
export async function signedBy(payload, secret = SECRET) {
  return { "interakt-signature": await webhooks.sign(payload, secret) };
}

/**
 * @param {string} url Of the application.
 * @param {Record<string, string>} headers
 */
export const told = (url, headers, { body = PAYLOAD, end = "" } = {}) =>
  raw(`${url}/webhooks/interakt${end}`, { method: "POST", headers, body: [body] });

/**
 * @template Found
 * @param {() => Promise<Found>} look
 * @param {(found: Found) => boolean} isSo
 * @returns {Promise<Found>} Once it is so.
 */
export async function untilSo(look, isSo) {
  for (let tries = 100; ; tries -= 1) {
    const found = await look();
    if (isSo(found)) return found;
    assert.ok(tries > 0, JSON.stringify(found));
    await setTimeout(50);
  }
}
