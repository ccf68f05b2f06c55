/** Tells a program of people's own what Interakt would tell it: a webhook, byte for byte. */
import { webhooks, withoutKey } from "interakt-wasm";
import { jsonOf } from "./body.js";
import { answer, refusal } from "./respond.js";
import { targetOf } from "./tell-target.js";

/** How the application calls itself where it tells: it takes nothing from itself. */
export const TELLER = "interakt-wasm console";

/** How long a program may take, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** How much of its answer is shown: bytes of the body, headers, characters of each. */
const SHOWN = { body: 4096, headers: 40, value: 500 };

/** What a header can hold. */
const PRINTABLE = /^[\x20-\x7e]{0,300}$/;

/**
 * @typedef {object} ToldAgain What the program answered.
 * @property {number} status
 * @property {string} statusText
 * @property {Record<string, string>} headers
 * @property {string} body The beginning of it.
 * @property {"whole" | "long" | "late" | "broken"} end How the body goes on: it does not; there is more of
 *   it, which is not read; it was not here in time; it broke off.
 * @property {number} ms Until there was a status, in milliseconds.
 *
 * @typedef {object} Unanswered
 * @property {"unreachable" | "late"} why
 * @property {number} ms
 */

/**
 * The page asks for it, with `url`, `payload` and `signature`. None of our headers go along but the
 * three that are set here: neither key nor password.
 *
 * @param {import("../worker.js").Asked} asked
 * @returns {Promise<Response>} 200 whatever came of it: `answer` is a `ToldAgain`, `failure` an
 *   `Unanswered`.
 */
export async function tellAgain({ request, url: own, env, account }) {
  const { url: address, payload, signature = null } = (await jsonOf(request)) ?? {};
  const { url, problem } = targetOf(address, { own, baseUrl: account.baseUrl });
  if (url === undefined) return refusal(400, problem);
  if (typeof payload !== "string" || !isWebhook(payload)) {
    return refusal(400, "`payload` must be what a webhook received: the text of a JSON object.");
  }
  if (signature !== null && (typeof signature !== "string" || !PRINTABLE.test(signature))) {
    return refusal(400, "`signature` is the header’s value: sha256= and 64 hexadecimal digits.");
  }
  const headers = {
    "content-type": "application/json",
    "user-agent": TELLER,
    ...(signature && { "interakt-signature": signature }),
  };
  const init = { method: "POST", headers, body: new TextEncoder().encode(payload) };
  const told = await ask(url, init, Number(env.TELL_TIMEOUT_MS ?? TIMEOUT_MS));
  if (!("status" in told)) return answer({ failure: told });
  // It may have the key from elsewhere.
  const hidden = withoutKey(JSON.stringify(told), account.apiKey);
  return answer({ answer: JSON.parse(hidden) });
}

/** @param {string} payload */
function isWebhook(payload) {
  try {
    return webhooks.parse(payload) !== undefined;
  } catch {
    return false;
  }
}

/**
 * @param {URL} url
 * @param {RequestInit} init
 * @param {number} timeoutMs For all of it.
 * @returns {Promise<ToldAgain | Unanswered>}
 */
async function ask(url, init, timeoutMs) {
  const began = Date.now();
  const impatience = new AbortController();
  const { signal } = impatience;
  const timer = setTimeout(() => impatience.abort(), timeoutMs);
  try {
    // Where it leads to is no program that anybody has named.
    const response = await fetch(url, { ...init, redirect: "manual", signal });
    const ms = Date.now() - began;
    const { status, statusText } = response;
    const { body, end } = await beginningOf(response, signal);
    return {
      status,
      statusText: statusText.slice(0, 100),
      headers: headersOf(response),
      body,
      end,
      ms,
    };
  } catch {
    return { why: signal.aborted ? "late" : "unreachable", ms: Date.now() - began };
  } finally {
    clearTimeout(timer);
    // What nobody reads would hold the connection.
    impatience.abort();
  }
}

/** @param {Response} response */
function headersOf({ headers }) {
  const shown = [...headers].slice(0, SHOWN.headers);
  return Object.fromEntries(shown.map(([name, value]) => [name, value.slice(0, SHOWN.value)]));
}

/**
 * @param {Response} response
 * @param {AbortSignal} signal
 * @returns {Promise<Pick<ToldAgain, "body" | "end">>}
 */
async function beginningOf({ body }, signal) {
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  try {
    for await (const piece of /** @type {any} */ (body ?? [])) {
      const room = SHOWN.body - length;
      text += decoder.decode(piece.subarray(0, room), { stream: true });
      length += piece.length;
      if (piece.length > room) return { body: text, end: "long" };
    }
    return { body: text + decoder.decode(), end: "whole" };
  } catch {
    return { body: text, end: signal.aborted ? "late" : "broken" };
  }
}
