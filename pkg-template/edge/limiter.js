/** The account of a Durable Object, for any client in any Worker. */
import { accountOf, METHODS, OPTIONS } from "./account-front.js";
import { readLimit } from "./account-options.js";
import { readClock } from "./clock.js";
import { checkNames, refuse } from "./options.js";
import { callRemote } from "./rpc.js";

/** How long an object keeps a call waiting: proxies and deployments end longer ones. */
const HOLD_MS = 20_000;

/** @type {typeof import("../types/edge-account.js").durableLimiter} */
export function durableLimiter(namespace, options = {}) {
  checkNames(options, [...OPTIONS, "account"], "durableLimiter");
  if (typeof namespace?.idFromName !== "function") {
    refuse(
      "durableLimiter takes the binding of the class InteraktAccount, such as env.ACCOUNT: name it " +
        "under durable_objects in wrangler.jsonc.",
    );
  }
  const { account = "default" } = options;
  if (typeof account !== "string" || account === "") refuse("account must be a name.");
  const clock = readClock(options.clock);
  const limit = readLimit(options);
  const stubOf = () => namespace.get(namespace.idFromName(account));
  /**
   * @param {string} method
   * @param {unknown[]} args
   * @param {AbortSignal} [signal]
   * @param {boolean} [held]
   */
  const call = (method, args, signal, held) =>
    callRemote(stubOf, method, args, signal, { what: "account", clock, held });

  /** @type {any} */
  const desk = {};
  for (const method of METHODS) desk[method] = (/** @type {any[]} */ ...args) => call(method, args);
  desk.ask = (
    /** @type {unknown} */ limit,
    /** @type {unknown} */ asked,
    /** @type {import("../types/limiter.js").LimiterTurn} */ { signal },
  ) => call("ask", [limit, asked], signal, true);
  return accountOf(desk, limit, HOLD_MS, clock);
}
