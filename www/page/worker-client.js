/** Asks the console's Worker, which holds the key. */
import { meantFor } from "./server.js";

/**
 * @typedef {import("../demo/faults.js").FaultName} FaultName
 *
 * @typedef {object} AccountInfo
 * @property {"live" | "simulator"} mode
 * @property {string} [baseUrl]
 * @property {string} [host] Of the server that requests go to; the simulator is none.
 *
 * @typedef {object} Failure An error as the package describes it, or the Worker's own.
 * @property {string} name
 * @property {string} code
 * @property {string} message
 * @property {import("interakt-wasm").Outcome} [outcome] Of what was to be sent.
 * @property {string} [operation]
 * @property {number} [attempts]
 * @property {number} [status]
 * @property {number} [retryAfterMs]
 * @property {string} [cause]
 * @property {import("interakt-wasm").Issue[]} [issues]
 * @property {import("interakt-wasm").Issue[]} [warnings]
 * @property {FaultName} [simulated] What was asked to go wrong.
 *
 * @typedef {object} Result
 * @property {import("../worker/record.js").SentRequest} [request] What went out, if anything.
 * @property {import("../worker/record.js").ReceivedResponse} [response]
 * @property {number} [ms] From the request's leaving to the end of its answer, by the Worker's clock.
 * @property {unknown} [answer] Decoded; without it there is an error.
 * @property {Failure} [error]
 *
 * @typedef {import("../worker/inbox.js").Received} Webhook
 * @typedef {import("../worker/inbox.js").Lives & import("../worker/account.js").Told | { error: Failure }} Told
 */

/** What the Worker is to compare with whom it talks to by now. @type {Record<string, string>} */
let meant = {};

/** The Worker answered, but not as it should. */
class WorkerError extends Error {
  name = "WorkerError";

  /**
   * @param {string} message
   * @param {string} [remedy] What to do, where it is not the usual.
   */
  constructor(message, remedy) {
    super(message);
    this.remedy = remedy;
  }
}

const MOVED = "The console has been restarted and now sends elsewhere";
const RELOAD = "Reload the page: it was loaded before the change.";

/**
 * The account is the same as long as the page is open: what asks before it sends was made for it.
 *
 * @returns {Promise<AccountInfo>}
 */
export async function readAccount() {
  const response = await fetch("api/account");
  /** @type {AccountInfo & { error?: Failure }} */
  const account = await response.json().catch(() => ({}));
  if (!response.ok || account.mode === undefined) {
    const { status } = response;
    const said = account.error?.message ?? `The console's Worker answered with status ${status}.`;
    throw new WorkerError(said);
  }
  const now = meantFor(account);
  const { "console-server": before = now } = meant;
  if (now !== before) throw new WorkerError(MOVED, RELOAD);
  meant = { "console-server": now };
  return account;
}

/** What each request of the page carries that can change something. */
export const ownHeaders = () => meant;

/**
 * @param {string} operation
 * @param {unknown} input
 * @param {{ fault?: FaultName }} [options] What is to go wrong, where Interakt is simulated.
 * @returns {Promise<Result>} Never rejected: what goes wrong is a result too.
 */
export async function send(operation, input, { fault } = {}) {
  /** @type {Result} */
  const result = await ask("api/send", { method: "POST", ...packed(operation, input, fault) });
  const { error } = result;
  if (error === undefined) return result;
  // What the Worker refuses has gone nowhere. What it does not answer to, or fails at, may have.
  const isRefused = error.name === "ConsoleError" && error.code !== UNREACHABLE;
  const outcome = error.outcome ?? (isRefused ? "not_sent" : "unknown");
  return { ...result, error: { ...error, operation, outcome } };
}

const UNREACHABLE = "console_unreachable";

/**
 * What a webhook was told about a message.
 *
 * @param {string} id
 * @returns {Promise<Told>} Never rejected.
 */
export async function readWebhooks(id) {
  return ask(`api/webhooks?${new URLSearchParams({ id })}`);
}

/**
 * @param {string} path
 * @param {RequestInit} [init]
 */
async function ask(path, init) {
  try {
    const response = await fetch(path, init);
    return await response.json();
  } catch {
    const message = "The console's Worker could not be reached. Is it still running?";
    return { error: { name: "ConsoleError", code: UNREACHABLE, message } };
  }
}

/**
 * @param {string} operation
 * @param {unknown} input
 * @param {FaultName} [fault]
 * @returns {RequestInit}
 */
function packed(operation, input, fault) {
  const { file, ...rest } = /** @type {{ file?: unknown }} */ (input ?? {});
  if (!(file instanceof File)) {
    const headers = { "content-type": "application/json", ...ownHeaders() };
    return { headers, body: JSON.stringify({ operation, input, fault }) };
  }
  const form = new FormData();
  form.set("operation", operation);
  form.set("input", JSON.stringify(rest));
  form.set("file", file);
  if (fault) form.set("fault", fault);
  return { headers: ownHeaders(), body: form };
}
