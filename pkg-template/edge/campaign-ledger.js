/** The ledger of a campaign that is kept by a Durable Object. */
import { checkId } from "./callback-data.js";
import { checkNames, refuse } from "./options.js";
import { remote } from "./rpc.js";

/** @typedef {keyof import("../types/edge-ledger.js").Ledger} Method */

/** What the object is called for. Each call names the campaign first. @type {readonly Method[]} */
export const METHODS = [
  ...["open", "add", "start", "pause", "cancel", "claim", "leave", "settle", "tell", "again"],
  ...["markSent", "state", "rows", "spans", "erase"],
].map((name) => /** @type {Method} */ (name));

/**
 * Those that would undo what somebody has decided since, when they are made again for an answer that
 * got lost.
 *
 * @type {readonly Method[]}
 */
const ONCE = ["start", "pause", "again", "markSent"];

/** Where its events are. */
export const EVENTS = "/events";

/** @type {typeof import("../types/edge-ledger.js").durableLedger} */
export function durableLedger(namespace, id, options = {}) {
  checkId(id);
  checkNames(options, ["account", "clock"], "A ledger");
  const { account, clock } = options;
  if (typeof namespace?.idFromName !== "function") {
    refuse("durableLedger takes a namespace of Durable Objects, such as env.CAMPAIGN.");
  }
  const name = account === undefined ? id : `${account}/${id}`;
  const stubOf = () => namespace.get(namespace.idFromName(name));
  const object = remote(stubOf, METHODS, { what: `campaign ${id}`, clock });
  const calls = METHODS.map((method) => {
    /** @param {any[]} args */
    const call = (...args) => {
      if (!ONCE.includes(method)) return object[method](id, ...args);
      const [options] = args;
      return object[method](id, { ...options, call: options?.call ?? crypto.randomUUID() });
    };
    return [method, call];
  });
  return {
    ...Object.fromEntries(calls),
    events: (/** @type {AbortSignal | undefined} */ signal) =>
      stubOf().fetch(new Request(`http://interakt${EVENTS}`, signal ? { signal } : {})),
  };
}
