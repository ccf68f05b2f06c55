/**
 * Runtimes that make something else of a request than they were told, and a `fetch` that does so:
 * what does not leave as it was built is never told as sent.
 */
import { assert } from "chai";
import { API_KEY } from "../keys.mjs";
import { PLAY } from "../remote.mjs";
import { SUCCESS } from "../ways.mjs";
import { assertFailed, assertSucceeded, call, INPUTS } from "../world.mjs";

/** @typedef {import("../world.mjs").Case} Case */
/** @typedef {import("../world.mjs").World} World */
/** @typedef {(input: any, init?: any) => [any, any?]} Twist What the runtime's own class is told. */

/** @type {[name: string, changed: string, twist: Twist][]} */
const CLASSES = [
  [
    "forgets all that it is told",
    "method, authorization, content-type, body, redirect",
    (input) => [input],
  ],
  ["forgets the body", "body", (input, init) => [input, { ...init, body: undefined }]],
  [
    "forgets the headers",
    "authorization, content-type",
    (input, init) => [input, { ...init, headers: {} }],
  ],
  ["follows redirects", "redirect", (input, init) => [input, { ...init, redirect: "follow" }]],
  ["goes elsewhere", "url", (input, init) => [`${input}elsewhere`, init]],
];

/**
 * @param {Twist} twist
 * @param {() => Promise<void>} work
 */
async function withRequest(twist, work) {
  const Original = globalThis.Request;
  globalThis.Request = class extends Original {
    /** @param {any} input @param {any} init */
    constructor(input, init) {
      super(.../** @type {[any]} */ (twist(input, init)));
    }
  };
  try {
    await work();
  } finally {
    globalThis.Request = Original;
  }
}

/**
 * A `fetch` that follows redirects, whatever it is told.
 * @param {Request} request
 */
const follow = async (request) =>
  fetch(request.url, {
    method: request.method,
    headers: request.headers,
    body: await request.text(),
  });

/**
 * The same, as polyfills over XMLHttpRequest do it: they tell nothing but the address.
 * @param {Request} request
 */
async function followSilently(request) {
  const response = await follow(request);
  const { status, url, headers } = response;
  return { status, url, headers, text: () => response.text() };
}

/**
 * A `fetch` that takes the address alone.
 * @param {Request} request
 */
const forget = (request) =>
  fetch(request.url, { headers: { [PLAY]: request.headers.get(PLAY) ?? "" } });

/** @returns {Case[]} */
export const strangeCases = () => [
  {
    name: "a Request that forgets what it copies, as that of Next 13 to 15: all of it arrives",
    async run(world) {
      /** @type {Twist} */
      const copies = (input, init) => (typeof input === "string" ? [input, init] : [input.url]);
      await withRequest(copies, async () => {
        const ended = await call(world, { faults: [{ body: SUCCESS }] });
        assertSucceeded(ended, 1);
        const [request] = ended.report.requests;
        assert.equal(request?.method, "POST");
        assert.equal(request?.authorization, `Basic ${API_KEY}`);
        assert.equal(request?.body, JSON.stringify(INPUTS.sendMessage));
      });
    },
  },
  ...CLASSES.map(([name, changed, twist]) => ({
    name: `a Request that ${name}: nothing is sent, and the error says what was changed`,
    async run(/** @type {World} */ world) {
      await withRequest(twist, async () => {
        const ended = await call(world, { faults: [{ body: SUCCESS }] });
        const expected = { code: "request_changed", outcome: "not_sent", operation: "sendMessage" };
        assertFailed(world, ended, "ConfigurationError", expected);
        assert.include(ended.thrown?.error.message, `(changed: ${changed})`);
        assert.lengthOf(ended.report.requests, 0);
      });
    },
  })),
  ...Object.entries({ "tells so": follow, "tells only the address": followSilently }).map(
    ([name, fetch]) => ({
      name: `a fetch that follows redirects and ${name}: what comes back is no success`,
      async run(/** @type {World} */ world) {
        const ended = await call(world, {
          faults: [{ status: 307 }],
          options: { fetch },
          astray: true,
        });
        const expected = { code: "redirected", outcome: "unknown", status: 200, attempts: 1 };
        assertFailed(world, ended, "ApiError", expected);
        assert.isAtLeast(ended.report.elsewhere, 1);
      },
    }),
  ),
  {
    name: "a fetch that forgets all but the address: what comes back is no success",
    async run(world) {
      const faults = [{ body: '{"ok":true}' }];
      const ended = await call(world, { faults, options: { fetch: forget }, astray: true });
      const expected = { code: "invalid_response", outcome: "unknown", attempts: 1 };
      assertFailed(world, ended, "ApiError", expected);
      assert.deepEqual(
        ended.report.requests.map(({ method, authorization }) => [method, authorization]),
        [["GET", null]],
      );
    },
  },
];
