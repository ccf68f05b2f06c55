/**
 * Calls to Durable Objects over `fetch`, which need no import of Cloudflare's: one POST for each, to
 * the method's name, with `[argument]` as JSON, answered by `{ ok }` or `{ error }`.
 */
import { limited, reasonOf } from "../within.js";
import { readClock } from "./clock.js";
import { failure, mistake } from "./options.js";

/** What a call is awaited for at most, in real milliseconds: longer than any call is held. */
const LONGEST_MS = 60_000;

const LATE = `No answer in ${LONGEST_MS / 1000} seconds.`;

/** The pauses before a call is made again. */
const PAUSES_MS = [100, 1_000];

/** Of a call that is kept waiting: an object that cannot be reached is so at once. */
const PATIENCE_MS = 1_000;

/**
 * Answers calls of the methods named.
 *
 * @param {any} target Its methods give what JSON can carry, or a promise of it.
 * @param {readonly string[]} methods
 * @returns {(request: Request) => Promise<Response>}
 */
export function serve(target, methods) {
  return async (request) => {
    const method = new URL(request.url).pathname.slice(1);
    if (request.method !== "POST" || !methods.includes(method)) {
      return Response.json({ error: { code: "edge_unknown", message: "No such call." } });
    }
    const args = await request.json().catch(() => null);
    try {
      if (!Array.isArray(args)) throw mistake({ code: "edge_unknown", message: "No arguments." });
      return Response.json({ ok: (await target[method](...args)) ?? null });
    } catch (error) {
      return Response.json({ error: told(method, error) });
    }
  };
}

/**
 * What another isolate is told of an error. Of one that is not of this package only its class: its
 * words are for the log of the object.
 *
 * @param {string} method
 * @param {any} error
 */
function told(method, error) {
  if (typeof error?.code === "string" && typeof error.toJSON === "function") return error.toJSON();
  console.error(`interakt-wasm: ${method}: ${error?.stack ?? error}`);
  const name = String(error?.name ?? "Error");
  return { name, code: "edge_failed", message: `The object failed (${name}): see its log.` };
}

/**
 * @typedef {object} RemoteOptions
 * @property {string} [what] What the object is, for whoever reads an error.
 * @property {import("./clock.js").Clock | undefined} [clock] For the pauses.
 * @property {boolean} [held] The object keeps the call waiting for as long as it takes.
 */

/**
 * The methods of an object elsewhere. Each may be made again, and is, when the object cannot be
 * reached.
 *
 * @template {string} Method
 * @param {() => import("../types/edge-cloudflare.js").DurableStub} stubOf Gives a new one: a stub is of
 *   no use any more once its object has failed.
 * @param {readonly Method[]} methods
 * @param {RemoteOptions} [options]
 * @returns {{ [Name in Method]: (...args: any[]) => Promise<any> }}
 */
export function remote(stubOf, methods, options = {}) {
  const object = /** @type {any} */ ({});
  for (const method of methods) {
    object[method] = (/** @type {unknown[]} */ ...args) =>
      callRemote(stubOf, method, args, undefined, options);
  }
  return object;
}

/**
 * One call, which a signal can end.
 *
 * @param {() => import("../types/edge-cloudflare.js").DurableStub} stubOf
 * @param {string} method
 * @param {unknown[]} args
 * @param {AbortSignal | undefined} signal
 * @param {RemoteOptions} [options]
 * @returns {Promise<any>}
 */
export async function callRemote(stubOf, method, args, signal, options = {}) {
  const { what = "object", clock, held = false } = options;
  const { now, sleep } = readClock(clock);
  for (let attempt = 0; ; attempt += 1) {
    const began = now();
    const answer = await ask(stubOf, method, JSON.stringify(args), signal).catch((error) => ({
      lost: error,
    }));
    if (signal?.aborted) throw reasonOf(signal);
    if ("ok" in answer) return answer.ok;
    if ("error" in answer) throw known(answer.error);
    // A call that was kept waiting had reached it: it is a new one that is made now.
    if (held && answer.lost?.message !== LATE && now() - began > PATIENCE_MS) attempt = 0;
    const pause = PAUSES_MS[attempt];
    if (pause === undefined) {
      throw failure({
        code: "edge_unreachable",
        message:
          `The Durable Object of the ${what} could not be reached (${method}). See its log; that ` +
          "the Worker's main module exports its class; and that wrangler.jsonc binds it and has it " +
          "among the new_sqlite_classes of its migrations.",
        cause: answer.lost,
      });
    }
    await sleep(pause, signal);
  }
}

/**
 * @param {() => import("../types/edge-cloudflare.js").DurableStub} stubOf
 * @param {string} method
 * @param {string} body
 * @param {AbortSignal | undefined} signal
 * @returns {Promise<any>}
 */
async function ask(stubOf, method, body, signal) {
  const late = () => new Error(LATE);
  return limited(signal, LONGEST_MS, late, async (signal) => {
    const init = { method: "POST", body, ...(signal && { signal }) };
    const response = await stubOf().fetch(new Request(`http://interakt/${method}`, init));
    const answer = await response.json();
    if (typeof answer !== "object" || answer === null) throw new Error("No answer of an object.");
    return answer;
  });
}

/** @param {any} error What `told` says of one. */
function known(error) {
  const { name, code = "edge_failed", message = "The object failed.", outcome } = error ?? {};
  const make = name === "ConfigurationError" ? mistake : failure;
  return make({ code, message, outcome });
}
