/** Asks the Worker for campaigns. */

/**
 * @typedef {import("../worker-client.js").Failure} Failure
 * @typedef {import("interakt-wasm/bulk").RowSummary} RowSummary
 * @typedef {import("interakt-wasm/edge").AccountState} AccountState
 * @typedef {import("interakt-wasm/edge").CampaignSettings} CampaignSettings
 * @typedef {import("interakt-wasm/edge").CampaignSpan} CampaignSpan
 * @typedef {import("interakt-wasm/edge").CampaignState} CampaignState
 * @typedef {import("interakt-wasm/edge").LedgerRow} LedgerRow
 * @typedef {import("interakt-wasm/edge").RowState} RowState
 */
import { ownHeaders } from "../worker-client.js";

/**
 * @template Answer
 * @typedef {Promise<Answer & { error?: undefined } | { error: Failure }>} Asked Never rejected.
 */

const LIST = "api/campaigns";
const OPT_OUTS = "api/opt-outs";

/** @returns {Asked<{ campaigns: CampaignState[], account: AccountState }>} The newest first. */
export const listCampaigns = () => ask("GET", LIST);

/** @param {CampaignSettings} settings @returns {Asked<CampaignState>} */
export const createCampaign = (settings) => ask("POST", LIST, { settings });

/**
 * @param {string} id
 * @returns {Asked<{ state: CampaignState, spans: CampaignSpan[], account: AccountState }>}
 */
export const readCampaign = (id) => ask("GET", addressOf(id));

/** @param {string} id @param {"start" | "pause" | "cancel"} what @returns {Asked<CampaignState>} */
export const change = (id, what) => ask("POST", addressOf(id, what), {});

/**
 * @typedef {object} Which Some rows of a state, or all: then their number, which is to be what it was
 *   when somebody said yes.
 * @property {readonly number[]} [indexes]
 * @property {number} [count]
 */

/**
 * @param {string} id
 * @param {"unknown" | "dead" | "refused"} state
 * @param {Which} which
 * @returns {Asked<{ rows: number, state: CampaignState }>}
 */
export const sendAgain = (id, state, which) =>
  ask("POST", addressOf(id, "again"), { state, ...which });

/**
 * @param {string} id
 * @param {Which} which Of parked rows.
 * @returns {Asked<{ rows: number, state: CampaignState }>}
 */
export const markSent = (id, which) => ask("POST", addressOf(id, "mark-sent"), which);

/** @param {string} id @param {string} to With its +. @returns {Asked<{ id: string }>} */
export const sendTest = (id, to) => ask("POST", addressOf(id, "test"), { to });

/**
 * @param {string} id
 * @param {{ state?: RowState | undefined, after?: number | undefined, most: number }} which
 * @returns {Asked<{ rows: LedgerRow[] }>}
 */
export const readRows = (id, which) => ask("GET", `${addressOf(id, "rows")}${queryOf(which)}`);

/** @param {string} id @returns {Asked<object>} */
export const erase = (id) => ask("DELETE", addressOf(id));

/** @param {string} id */
export const eventsOf = (id) => addressOf(id, "events");

/** @param {string} id */
export const resultsOf = (id) => addressOf(id, "results.csv");

/**
 * @param {{ after?: string | undefined, most: number }} which
 * @returns {Asked<{ recipients: string[] }>} In order.
 */
export const readOptOuts = (which) => ask("GET", `${OPT_OUTS}${queryOf(which)}`);

/**
 * @param {"POST" | "DELETE"} method Adds them, or takes them off.
 * @param {readonly string[]} recipients
 * @returns {Asked<{ changed: number }>}
 */
export const changeOptOuts = (method, recipients) => ask(method, OPT_OUTS, { recipients });

/**
 * Only this way of asking tells how much of a file has left.
 *
 * @param {string} id
 * @param {Blob} file
 * @param {string} type
 * @param {(share: number) => void} onProgress From 0 to 1: of its way to the Worker.
 * @returns {Asked<{ summary: RowSummary, state: CampaignState }>}
 */
export function uploadRows(id, file, type, onProgress) {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("PUT", addressOf(id, "rows"));
    request.setRequestHeader("content-type", type);
    for (const [name, value] of Object.entries(ownHeaders())) request.setRequestHeader(name, value);
    request.upload.addEventListener("progress", ({ loaded, total }) => {
      if (total > 0) onProgress(loaded / total);
    });
    request.addEventListener("load", () => resolve(answerOf(request.status, request.responseText)));
    request.addEventListener("error", () => resolve({ error: UNREACHABLE }));
    request.send(file);
  });
}

/** @type {Failure} */
const UNREACHABLE = {
  name: "ConsoleError",
  code: "console_unreachable",
  message: "The console's Worker could not be reached. Is it still running?",
};

/**
 * @param {string} id As the address of the page has it.
 * @param {string} [what]
 */
function addressOf(id, what) {
  const address = `${LIST}/${encodeURIComponent(id)}`;
  return what === undefined ? address : `${address}/${what}`;
}

/** @param {Record<string, string | number | undefined>} values */
function queryOf(values) {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return `?${new URLSearchParams(given)}`;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {object} [body]
 * @returns {Promise<any>}
 */
export async function ask(method, path, body) {
  const type = body && { "content-type": "application/json" };
  const content = body && { body: JSON.stringify(body) };
  try {
    const headers = { ...type, ...ownHeaders() };
    const response = await fetch(path, { method, headers, ...content });
    return answerOf(response.status, await response.text());
  } catch {
    return { error: UNREACHABLE };
  }
}

/**
 * @param {number} status
 * @param {string} text
 * @returns {any} What was answered, or an error whatever the Worker was able to say of it.
 */
function answerOf(status, text) {
  const isGood = status >= 200 && status < 300;
  try {
    const answer = JSON.parse(text || "{}");
    if (isGood || answer.error) return answer;
  } catch {
    // What is no JSON says nothing.
  }
  const message = `The console's Worker answered ${status}. Try again, or look at its log.`;
  return { error: { name: "ConsoleError", code: `console_${status}`, message } };
}
