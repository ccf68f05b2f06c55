/**
 * Plays trouble for one request. It stands between the client and the simulated Interakt, which
 * plans nothing: no other request can meet the trouble, and none waits for it.
 */
import { createSimulator } from "interakt-wasm/simulator";
import { FAULTS } from "../demo/faults.js";

/**
 * @typedef {import("../demo/faults.js").FaultName} FaultName
 * @typedef {(request: Request) => Promise<Response>} Fetch
 *
 * @typedef {object} Play
 * @property {(request: Request, carryOut: Fetch) => Promise<Response>} [answer] In place of the
 *   simulator's own, which `carryOut` asks for.
 * @property {Pick<import("interakt-wasm").InteraktOptions,
 *   "limiter" | "timeoutMs" | "totalTimeoutMs" | "maxResponseBytes">} [options] Of the client, so that
 *   nobody waits for long.
 */

const SECOND = 1000;

const MOST_BYTES = 1024;

/** @type {Record<FaultName, Play>} */
const PLAYS = {
  rate_limited: { answer: instead({ status: 429 }) },
  unauthorized: { answer: instead({ status: 401 }) },
  said_no: {
    answer: instead({ status: 200, body: { result: false, message: "It could not be done now." } }),
  },
  category_changed: { answer: categoryChanged },
  no_turn: { options: { limiter: { acquire: never, pause() {} }, totalTimeoutMs: SECOND } },
  unreachable: { answer: instead({ error: "the connection was refused" }) },
  connection_lost: {
    async answer(request, carryOut) {
      await textOf(request, carryOut);
      throw new TypeError("the connection was closed before the answer came");
    },
  },
  timeout: {
    async answer(request, carryOut) {
      await textOf(request.clone(), carryOut);
      return instead({ hang: true })(request);
    },
    options: { timeoutMs: SECOND },
  },
  server_error: {
    answer: instead({ status: 500, body: { result: false, message: "Internal server error" } }),
  },
  gateway_page: { answer: instead({ status: 502 }) },
  broken_json: { answer: otherwise((text) => text.slice(0, text.length / 2)) },
  too_large: {
    answer: otherwise((text) => text.padEnd(2 * MOST_BYTES)),
    options: { maxResponseBytes: MOST_BYTES },
  },
};

/** @param {unknown} name @returns {name is FaultName} */
export const isFault = (name) => typeof name === "string" && Object.hasOwn(FAULTS, name);

/**
 * @param {FaultName} name
 * @param {Fetch} carryOut What sends to the simulated Interakt.
 * @returns {import("interakt-wasm").InteraktOptions & { fetch: Fetch }} How the client sends this one
 *   request. The account's pace is left out of it: a simulated 429 would hold up everybody's.
 */
export function withFault(name, carryOut) {
  const { answer, options } = PLAYS[name];
  return { ...options, fetch: answer ? (request) => answer(request, carryOut) : carryOut };
}

/**
 * Interakt never sees the request: a simulator of its own has the answer.
 *
 * @param {import("interakt-wasm/simulator").FaultSpec} spec
 * @returns {Fetch}
 */
function instead(spec) {
  return (request) => {
    const simulator = createSimulator();
    simulator.fault(spec);
    return simulator(request);
  };
}

/**
 * Interakt carries the request out, and what it says arrives otherwise.
 *
 * @param {(text: string) => string} change
 * @returns {(request: Request, carryOut: Fetch) => Promise<Response>}
 */
function otherwise(change) {
  return async (request, carryOut) => {
    const { status, text } = await textOf(request, carryOut);
    return new Response(change(text), { status, headers: { "content-type": "application/json" } });
  };
}

/**
 * @param {Request} request
 * @param {Fetch} carryOut
 */
async function textOf(request, carryOut) {
  const response = await carryOut(request);
  return { status: response.status, text: await response.text() };
}

/**
 * In the words of Interakt's collection: the category that was asked for is the wrong one by now.
 *
 * @param {Request} request
 */
async function categoryChanged(request) {
  const text = await request.clone().text();
  const [, expected = "utility"] = /"template_category":\s*"(\w+)"/.exec(text) ?? [];
  const received = expected.toLowerCase() === "utility" ? "MARKETING" : "UTILITY";
  const message = `Message not sent. Template category mismatch: Expected '${expected}', but received '${received}'. Please update the request to match the approved template category.`;
  return instead({ status: 400, body: { result: false, message } })(request);
}

/**
 * A turn that does not come.
 *
 * @param {import("interakt-wasm").LimiterTurn} turn
 * @returns {Promise<never>}
 */
function never({ signal }) {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}
