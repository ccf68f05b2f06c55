/** What the page asks of campaigns: `/api/campaigns`. */
import { ledgersOf, limiterOf } from "./account.js";
import { jsonOf } from "./body.js";
import { eventsOf, resultsOf, rowsOf } from "./campaign-reads.js";
import { listOf } from "./list.js";
import { isIndexes } from "./read.js";
import { answer, refusal } from "./respond.js";
import { trySending } from "./try.js";
import { checkAbout, uploadRows } from "./upload.js";

/**
 * @typedef {import("interakt-wasm/edge").DurableLedger} Ledger
 * @typedef {import("../worker.js").Asked} Asked
 *
 * @typedef {Asked & {
 *   ledger: Ledger,
 *   list: import("./list.js").CampaignIds,
 *   campaign: import("./list.js").Listed,
 * }} AskedOne What is asked of one campaign.
 *
 * @typedef {(asked: AskedOne) => Response | Promise<Response>} Action
 */

/** No upload has ended, or rows came that are not of its file. */
const NOT_ALL =
  "The campaign does not have all rows of its file: upload it, or create another campaign.";

const NO_INDEXES = "`indexes` are those of rows: a list of whole numbers, or left out for all.";

/** The states of rows that can be sent again. */
const AGAIN = ["unknown", "dead", "refused"];

/** How many campaigns are listed. */
const LISTED = 100;

/** What can be asked of a campaign: by method, and the last part of the address. @type {Record<string, Record<string, Action>>} */
const ACTIONS = {
  GET: {
    "": async ({ env, account, ledger }) => {
      const [state, spans, pace] = await Promise.all([
        ledger.state(),
        ledger.spans(),
        limiterOf(env, account).state(),
      ]);
      return answer({ state, spans, account: pace });
    },
    rows: rowsOf,
    events: eventsOf,
    "results.csv": resultsOf,
  },
  PUT: { rows: uploadRows },
  POST: {
    start: async ({ ledger, campaign }) => {
      const { counts } = await ledger.state();
      if (campaign.file === null || campaign.rows !== counts.rows) return refusal(409, NOT_ALL);
      return answer(await ledger.start());
    },
    pause: async ({ ledger }) => answer(await ledger.pause()),
    cancel: async ({ ledger }) => answer(await ledger.cancel()),
    again: async ({ request, ledger }) => {
      const { state, indexes, count } = (await jsonOf(request)) ?? {};
      if (!AGAIN.includes(state)) return refusal(400, `\`state\` is one of ${AGAIN.join(", ")}.`);
      if (!isIndexes(indexes)) return refusal(400, NO_INDEXES);
      const others = await problemOfCount(ledger, state, count);
      if (others) return others;
      return answer({ rows: await ledger.again({ state, indexes }), state: await ledger.state() });
    },
    "mark-sent": async ({ request, ledger }) => {
      const { indexes, count } = (await jsonOf(request)) ?? {};
      if (!isIndexes(indexes)) return refusal(400, NO_INDEXES);
      const others = await problemOfCount(ledger, "unknown", count);
      if (others) return others;
      return answer({ rows: await ledger.markSent({ indexes }), state: await ledger.state() });
    },
    test: trySending,
  },
  DELETE: {
    "": async ({ ledger, list, campaign: { id } }) => {
      await ledger.erase();
      await list.remove(id);
      return new Response(null, { status: 204 });
    },
  },
};

/**
 * @param {Asked} asked
 * @returns {Promise<Response>}
 */
export async function campaigns(asked) {
  const { request, url, env, account } = asked;
  const [, , , id, action = "", ...surplus] = url.pathname.split("/");
  const list = listOf(env, account);
  if (id === undefined) {
    if (request.method === "GET") return everyOne(asked, list);
    if (request.method === "POST") return create(asked, list);
    return refusal(405, "Use GET to read campaigns, and POST to create one.");
  }
  const methods = Object.keys(ACTIONS).filter((method) =>
    Object.hasOwn(ACTIONS[method] ?? {}, action),
  );
  if (methods.length === 0 || surplus.length > 0) {
    return refusal(404, "There is nothing at this address.");
  }
  if (!methods.includes(request.method)) {
    return refusal(405, `Use ${methods.join(" or ")}.`);
  }
  const campaign = await list.get(id);
  if (campaign === null) return refusal(404, "There is no such campaign.");
  const ledger = ledgersOf(env, account)(id);
  const act = /** @type {Action} */ (ACTIONS[request.method]?.[action]);
  return act({ ...asked, list, campaign, ledger });
}

/**
 * While somebody was asked about all rows of a state, others may have come to it: nobody said yes to
 * those.
 *
 * @param {Ledger} ledger
 * @param {"unknown" | "dead" | "refused"} state
 * @param {unknown} count How many were asked about; left out, as many as there are.
 * @returns {Promise<Response | undefined>}
 */
async function problemOfCount(ledger, state, count) {
  if (count === undefined) return undefined;
  if (!Number.isSafeInteger(count)) return refusal(400, "`count` is a whole number of rows.");
  const { counts } = await ledger.state();
  return counts[state] === count
    ? undefined
    : refusal(409, `There are ${counts[state]} now, no longer ${count}. Nothing was done.`);
}

/**
 * @param {Asked} asked
 * @param {import("./list.js").CampaignIds} list
 */
async function everyOne({ env, account }, list) {
  const ledgerOf = ledgersOf(env, account);
  const [listed, pace] = await Promise.all([list.all(), limiterOf(env, account).state()]);
  const states = await Promise.all(
    listed.slice(0, LISTED).map(({ id }) => ledgerOf(id).state().catch(nothingOfErased)),
  );
  return answer({ campaigns: states.filter((state) => state !== null), account: pace });
}

/**
 * Of one that is being erased the list still speaks.
 *
 * @param {any} error
 * @returns {null}
 */
function nothingOfErased(error) {
  if (error?.code === "campaign_unknown") return null;
  throw error;
}

/**
 * @param {Asked} asked
 * @param {import("./list.js").CampaignIds} list
 */
async function create({ request, env, account }, list) {
  const settings = (await jsonOf(request))?.settings;
  if (typeof settings !== "object" || settings === null) {
    return refusal(400, "`settings` are those of a campaign: an object with its `name`.");
  }
  checkAbout(settings);
  const now = Date.now();
  const id = newId(now, crypto.getRandomValues(new Uint8Array(6)));
  const state = await ledgersOf(env, account)(id).open(settings);
  await list.add(id, now, settings);
  return answer(state, 201);
}

/** No vowels: they spell nothing. */
const LETTERS = "bcdfghjkmnpqrstvwxyz";

/**
 * The day, and letters behind it.
 *
 * @param {number} now
 * @param {Uint8Array} random
 */
function newId(now, random) {
  const day = new Date(now).toISOString().slice(0, 10).replaceAll("-", "");
  return `${day}-${Array.from(random, (byte) => LETTERS[byte % LETTERS.length]).join("")}`;
}
