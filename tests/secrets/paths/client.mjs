/** Calls of a client that go well or wrong in every way, with hooks, one by one and all at once. */
import { Interakt } from "interakt-wasm";
import { FULL_PHONE, KEY, NAME, PHONE, TEXT, USER_ID } from "../marks.mjs";
import { echoes } from "./echoes.mjs";

/** An input of each operation that is sent. @type {Record<string, unknown>} */
export const GOOD = {
  sendMessage: { ...PHONE, type: "Text", data: { message: TEXT } },
  sendRcs: { ...PHONE, type: "TEXT", message: { plainText: TEXT } },
  trackUser: { userId: USER_ID, ...PHONE, traits: { name: NAME } },
  trackEvent: { userId: USER_ID, event: NAME, traits: { said: TEXT } },
  getUserById: { userId: USER_ID },
  getUserByPhone: { phoneNumber: PHONE.phoneNumber },
  listUsers: { filters: [{ trait: "name", op: "eq", val: NAME }] },
  assignChat: { user_phone_number: FULL_PHONE, agent_email: `${USER_ID}@shop.example` },
};

/** What comes back, or does not. @type {Record<string, (request: Request, signal: AbortSignal) => Promise<Response>>} */
const FAULTS = {
  success: async () => Response.json({ result: true, message: "Done", id: "m-1" }, { status: 201 }),
  ...Object.fromEntries(
    [200, 302, 400, 401, 403, 404, 405, 429, 500, 502].map((status) => [
      String(status),
      async () => Response.json({ result: false, message: "No" }, { status, headers: RETRY }),
    ]),
  ),
  "no JSON": async () => new Response("<html>", { status: 200 }),
  "no answer": async () => Promise.reject(new TypeError("fetch failed")),
  "no text": async () => /** @type {any} */ (7),
  "an answer that is cut": async () => new Response("x".repeat(5000)),
  "an answer that never ends": () => new Promise(() => {}),
};

const RETRY = { "retry-after": "0" };

/** How an answer repeats what it was asked, where it does. */
export const REPEATS = "of a server that repeats";

/** @param {import("../watch.mjs").Watch} watch */
export async function client(watch) {
  for (const [operation, input] of Object.entries(GOOD)) {
    for (const [fault, answer] of Object.entries(FAULTS)) {
      await call(watch, operation, input, answer, `${operation}, ${fault}`);
    }
    for (const [how, echo] of Object.entries(echoes)) {
      await call(watch, operation, input, echo, `${operation}, ${how}`, REPEATS);
    }
    await call(
      watch,
      operation,
      { ...Object(input), type: NAME, phoneNumber: TEXT },
      noCall,
      "bad",
    );
    await aborted(watch, operation, input);
  }
  await settings(watch);
}

const noCall = () => Promise.reject(new Error("a request went out"));

/**
 * @param {import("../watch.mjs").Watch} watch
 * @param {string} how In which world.
 * @param {object} options
 */
function clientOf(watch, how, options) {
  const hooks = ["onRequest", "onResponse", "onRetry", "onRateLimit", "onWarning"].map((hook) => [
    hook,
    (/** @type {unknown} */ event) => {
      watch.saw(`${hook}${how && ` ${how}`}`, event);
      // Once it is mentioned on the console.
      throw new Error(`${KEY} ${TEXT}`);
    },
  ]);
  return new Interakt({
    ...{ apiKey: KEY, maxRetries: 1, maxRetryAfterMs: 0, maxResponseBytes: 4000, timeoutMs: 20 },
    ...Object.fromEntries(hooks),
    plan: { requestsPerMinute: 1e6 },
    ...options,
  });
}

/**
 * @param {import("../watch.mjs").Watch} watch
 * @param {string} operation
 * @param {unknown} input
 * @param {(request: Request, signal: AbortSignal) => Promise<Response>} answer
 * @param {string} of
 * @param {string} [how]
 */
async function call(watch, operation, input, answer, of, how = "") {
  const interakt = clientOf(watch, how, {
    async fetch(/** @type {Request} */ request) {
      const { url, headers } = request;
      const body = await request.clone().text();
      watch.saw("a request: URL", url, of);
      watch.saw("a request: Authorization", headers.get("authorization"), of);
      watch.saw(
        "a request: other headers",
        [...headers].filter(([name]) => name !== "authorization"),
        of,
      );
      watch.saw("a request: body", body, of);
      return answer(request, request.signal);
    },
  });
  const method = /** @type {any} */ (interakt)[operation];
  await watch.tried(
    async () => {
      const { response } = await method.call(interakt, input).withResponse();
      // The headers are the server's own.
      const { headers, ...ours } = response;
      watch.saw("withResponse(), beside headers", ours, of);
    },
    of,
    how,
  );
  watch.saw("a client", [interakt, Object.keys(interakt)], of);
}

/** @param {import("../watch.mjs").Watch} watch @param {string} operation @param {unknown} input */
async function aborted(watch, operation, input) {
  const interakt = clientOf(watch, "", { fetch: () => new Promise(() => {}), timeoutMs: 60_000 });
  const method = /** @type {any} */ (interakt)[operation];
  await watch.tried(
    () => method.call(interakt, input, { signal: AbortSignal.timeout(1) }),
    operation,
  );
  await watch.tried(() => method.call(interakt, input, { signal: AbortSignal.abort() }), operation);
}

/** Settings that cannot work, with secrets where they do not belong. @param {import("../watch.mjs").Watch} watch */
async function settings(watch) {
  for (const options of /** @type {any[]} */ ([
    { apiKey: `${KEY}\n` },
    { apiKey: `Basic ${KEY}` },
    { apiKey: [KEY] },
    { apiKey: KEY, headers: { [`x ${KEY}`]: "1" } },
    { apiKey: KEY, headers: { "x-a": `${KEY}\n` } },
    { apiKey: KEY, headers: { authorization: KEY } },
    { apiKey: KEY, baseUrl: KEY },
    { apiKey: KEY, baseUrl: `https://user:${KEY}@shop.example` },
    { apiKey: KEY, baseUrl: `https://shop.example/?key=${KEY}` },
    { apiKey: KEY, baseUrl: `https://shop.example/#${KEY}` },
    { apiKey: KEY, plan: KEY },
    { apiKey: KEY, timeoutMs: KEY },
    { apiKey: KEY, fetch: KEY },
    { apiKey: KEY, onRequest: KEY },
    { apiKey: KEY, limiter: { acquire: KEY } },
    { apiKey: KEY, templates: KEY },
    { apiKey: KEY, expectCategory: KEY },
  ])) {
    const of = Object.keys(options).join(" ");
    await watch.tried(() => void new Interakt(options), of);
    await watch.tried(
      () => new Interakt(options).sendMessage(/** @type {any} */ (GOOD.sendMessage)),
      of,
    );
  }
  const interakt = clientOf(watch, "", { fetch: noCall });
  for (const value of [KEY, NAME]) {
    await watch.tried(
      () => interakt.call(/** @type {any} */ (value), /** @type {any} */ ({})),
      "call",
    );
    const options = /** @type {any} */ ({ timeoutMs: value });
    await watch.tried(() => interakt.getUserById({ userId: "1" }, options), "options");
  }
}
