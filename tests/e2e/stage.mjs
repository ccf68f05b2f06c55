/**
 * A console whose campaigns are as a test wants them: what is asked of campaigns is answered here, as
 * the application's Worker answers it; everything else is passed on to a console that runs.
 */
import assert from "node:assert/strict";
import { request as ask, createServer } from "node:http";
import { listen } from "../support/listen.mjs";
import { visitor } from "./desk.mjs";

/**
 * @typedef {import("interakt-wasm/edge").AccountState} AccountState
 * @typedef {import("interakt-wasm/edge").CampaignSpan} CampaignSpan
 * @typedef {import("interakt-wasm/edge").CampaignState} CampaignState
 * @typedef {import("interakt-wasm/edge").LedgerRow} LedgerRow
 *
 * @typedef {object} Played A campaign.
 * @property {CampaignState} state
 * @property {CampaignSpan[]} spans
 * @property {LedgerRow[]} rows
 *
 * @typedef {{ method: string, path: string, body: any }} Asked
 */

/** @param {import("playwright-core").Browser} browser @param {string} upstream The console's address. */
export async function startStage(browser, upstream) {
  /** By their ids, the newest first. @type {Map<string, Played>} */
  const campaigns = new Map();
  /** Who listens to which campaign. @type {Set<{ id: string, response: import("node:http").ServerResponse }>} */
  const listeners = new Set();
  const stage = {
    campaigns,
    /** @type {AccountState} */
    account: {
      requestsPerMinute: 600,
      lastMinute: 240,
      waiting: 12,
      pausedUntil: null,
      optedOut: 2,
    },
    /** @type {string[]} */
    optOuts: [],
    /** What was asked of campaigns, but for what only reads. @type {Asked[]} */
    asked: [],
    /** Answers in place of what the rest would. @type {(asked: Asked) => { status: number, body: object } | undefined} */
    instead: (_asked) => undefined,
    /** Whether streams are cut off, and refused. */
    isBroken: false,

    /** @param {readonly Played[]} all The newest first. */
    play(...all) {
      for (const played of all) campaigns.set(played.state.id, played);
    },

    /** As it was in the beginning. */
    clear() {
      campaigns.clear();
      stage.optOuts = [];
      stage.asked.length = 0;
      stage.instead = () => undefined;
      stage.isBroken = false;
    },

    /** How many streams are open. */
    listening: () => listeners.size,

    /** @param {string} id @param {Partial<CampaignState>} change Is told to who listens. */
    tell(id, change) {
      const played = campaigns.get(id);
      assert.ok(played, id);
      played.state = { ...played.state, ...change, version: played.state.version + 1 };
      for (const { id: to, response } of listeners) if (to === id) send(response, played.state);
      return played.state;
    },

    /** Cuts all streams off. */
    cut() {
      stage.isBroken = true;
      for (const { response } of listeners) response.destroy();
    },
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "", "http://stage");
    const [, api, name, id, action = ""] = url.pathname.split("/");
    if (api !== "api" || (name !== "campaigns" && name !== "opt-outs")) {
      return passOn(upstream, request, response);
    }
    const text = await readAll(request);
    const isJson = request.headers["content-type"] === "application/json";
    const method = request.method ?? "";
    const asked = { method, path: url.pathname, body: isJson ? JSON.parse(text) : text };
    if (method !== "GET") stage.asked.push(asked);
    if (action === "events") return listenTo(id ?? "", response);
    const { status, body } =
      stage.instead(asked) ??
      (name === "opt-outs" ? optOuts(asked) : answerOf(asked, id, action, url.searchParams));
    response.writeHead(status, { "content-type": "application/json" });
    response.end(status === 204 ? "" : JSON.stringify(body));
  });

  /** @param {string} id @param {import("node:http").ServerResponse} response */
  function listenTo(id, response) {
    const played = campaigns.get(id);
    if (stage.isBroken || !played) return void response.writeHead(503).end();
    response.writeHead(200, { "content-type": "text/event-stream" });
    const listener = { id, response };
    listeners.add(listener);
    response.on("close", () => listeners.delete(listener));
    send(response, played.state);
  }

  /** @param {Asked} asked */
  function optOuts({ method, body }) {
    const before = stage.optOuts.length;
    const others = stage.optOuts.filter((one) => !body?.recipients?.includes(one));
    if (method === "POST") stage.optOuts = [...others, ...body.recipients].sort();
    if (method === "DELETE") stage.optOuts = others;
    if (method === "GET") return { status: 200, body: { recipients: stage.optOuts } };
    return { status: 200, body: { changed: Math.abs(stage.optOuts.length - before) } };
  }

  /**
   * @param {Asked} asked
   * @param {string | undefined} id
   * @param {string} action
   * @param {URLSearchParams} search
   * @returns {{ status: number, body: object }}
   */
  function answerOf({ method, body }, id, action, search) {
    const good = (/** @type {object} */ body, status = 200) => ({ status, body });
    const { account } = stage;
    if (id === undefined && method === "GET") {
      return good({ campaigns: [...campaigns.values()].map(({ state }) => state), account });
    }
    if (id === undefined) {
      const made = campaignOf(`20261130-${"bcdfgh".slice(0, 6)}`, {
        status: "draft",
        settings: body.settings,
      });
      campaigns.set(made.state.id, made);
      return good(made.state, 201);
    }
    const played = campaigns.get(id);
    if (!played) return failure(404, "There is no such campaign.");
    const { state, spans, rows } = played;
    const now = (/** @type {Partial<CampaignState>} */ change) => stage.tell(id, change);
    const { counts } = state;
    const again = /** @type {"unknown" | "dead" | "refused"} */ (body?.state);
    switch (`${method} ${action}`) {
      case "GET ":
        return good({ state, spans, account });
      case "GET rows": {
        const wanted = rows
          .filter((row) => !search.has("state") || row.state === search.get("state"))
          .filter(({ index }) => index > Number(search.get("after") ?? -1));
        return good({ rows: wanted.slice(0, Number(search.get("most"))) });
      }
      case "PUT rows":
        return good({
          summary: {},
          state: now({
            counts: { ...counts, rows: 6, waiting: 4, invalid: 1, duplicate: 1 },
          }),
        });
      case "POST start":
        return good(now({ status: "running", reason: null, startedAt: state.startedAt ?? START }));
      case "POST pause":
        return good(now({ status: "paused" }));
      case "POST cancel":
        return good(
          now({
            status: "cancelled",
            counts: { ...counts, cancelled: counts.waiting, waiting: 0 },
          }),
        );
      case "POST again": {
        const moved = body.indexes?.length ?? counts[again];
        const changed = { [again]: counts[again] - moved, waiting: counts.waiting + moved };
        return good({
          rows: moved,
          state: now({ status: "running", counts: { ...counts, ...changed } }),
        });
      }
      case "POST mark-sent": {
        const moved = body.indexes?.length ?? counts.unknown;
        const changed = { unknown: counts.unknown - moved, sent: counts.sent + moved };
        const status = counts.unknown === moved ? "done" : state.status;
        return good({ rows: moved, state: now({ status, counts: { ...counts, ...changed } }) });
      }
      case "POST test":
        return good({ id: "test" });
      case "DELETE ":
        campaigns.delete(id);
        return good({}, 204);
      default:
        return failure(404, "There is nothing at this address.");
    }
  }

  const { url, close } = await listen(server);
  return Object.assign(stage, { visit: visitor(browser, url), close });
}

/** When campaigns of the stage began: a morning in India. */
export const START = Date.UTC(2026, 10, 30, 4, 30);

/** @type {import("interakt-wasm/edge").CampaignCounts} */
const NONE = {
  rows: 0,
  waiting: 0,
  claimed: 0,
  leaving: 0,
  unknown: 0,
  sent: 0,
  refused: 0,
  dead: 0,
  opted_out: 0,
  cancelled: 0,
  invalid: 0,
  duplicate: 0,
  delivered: 0,
  read: 0,
  failed: 0,
  clicked: 0,
  replied: 0,
};

/**
 * @param {string} id
 * @param {Partial<Omit<CampaignState, "counts">> & { counts?: Partial<CampaignState["counts"]> }} [state]
 * @param {Partial<Played>} [more]
 * @returns {Played}
 */
export function campaignOf(id, { counts, ...state } = {}, more = {}) {
  return {
    state: {
      id,
      settings: { name: "Diwali offer, first wave" },
      status: "running",
      reason: null,
      cost: "0",
      createdAt: START - 600_000,
      startedAt: null,
      endedAt: null,
      version: 1,
      ...state,
      counts: { ...NONE, ...counts },
    },
    spans: [],
    rows: [],
    ...more,
  };
}

/** @param {import("node:http").ServerResponse} response @param {CampaignState} state */
function send(response, state) {
  response.write(`event: state\ndata: ${JSON.stringify(state)}\n\n`);
}

/** @param {number} status @param {string} message */
export function failure(status, message) {
  return { status, body: { error: { name: "ConsoleError", code: `console_${status}`, message } } };
}

/** @param {import("node:http").IncomingMessage} request */
async function readAll(request) {
  const pieces = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/**
 * @param {string} upstream
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 */
function passOn(upstream, request, response) {
  const { host } = new URL(upstream);
  const headers = { ...request.headers, host, ...(request.headers.origin && { origin: upstream }) };
  const onward = ask(
    new URL(request.url ?? "", upstream),
    // A connection that is kept may end just when it is used again.
    { method: request.method, headers, agent: false },
    (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    },
  );
  onward.on("error", () => response.destroy());
  request.pipe(onward);
}
