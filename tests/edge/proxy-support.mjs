/** A proxy before an Interakt that is a function. */
import { createProxy } from "interakt-wasm/edge";
import { KEY, PATH } from "./proxy-inputs.mjs";

export const DONE = '{"result":true,"message":"Done","id":"m-1"}';

/**
 * A proxy before an Interakt that accepts everything, or does as `answer` says.
 *
 * @param {any} [options]
 * @param {(request: Request, count: number) => Response | Promise<Response>} [answer]
 */
export function start(options = {}, answer = () => new Response(DONE)) {
  /** @type {any[]} */
  const sent = [];
  /** @type {Promise<unknown>[]} */
  const waited = [];
  const proxy = createProxy(
    /** @type {any} */ ({
      apiKey: KEY,
      allow: { sendMessage: { maxMessages: 5 }, sendRcs: true, trackUser: true, getUserById: true },
      authorize: () => ({ id: "somebody" }),
      async fetch(/** @type {Request} */ request) {
        const text = await request.clone().text();
        sent.push(text === "" ? request.url : JSON.parse(text));
        return answer(request, sent.length);
      },
      ...options,
    }),
  );
  const context = { waitUntil: (/** @type {Promise<unknown>} */ work) => waited.push(work) };
  return {
    sent,
    waited,
    proxy,
    /** @param {any} input @param {RequestInit} [more] */
    async post(input, more, path = PATH) {
      const response = await proxy(requestOf(input, more, path), context);
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
  };
}

/** @param {any} input @param {RequestInit} [more] */
export const requestOf = (input, more = {}, path = PATH) =>
  new Request(`https://shop.example${path}`, {
    method: "POST",
    body: JSON.stringify(input),
    ...more,
    headers: {
      "content-type": "application/json",
      origin: "https://shop.example",
      .../** @type {any} */ (more.headers),
    },
  });
