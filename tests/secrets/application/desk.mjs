/** The application with marked secrets, whose every answer and word is looked at. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator } from "interakt-wasm/simulator";
import { startConsole } from "../../../scripts/console.mjs";
import { capture } from "../../../scripts/project.mjs";
import { raw } from "../../edge/application/desk.mjs";
import { newestNode } from "../../support/newest-node.mjs";
import { serve } from "../../support/server.mjs";
import { KEY, PASSWORD, SECRET } from "../marks.mjs";
import { echoes } from "../paths/echoes.mjs";

/** @typedef {import("../watch.mjs").Watch} Watch */
/** @typedef {import("node:test").TestContext} Context */

/** A message with this in it is refused in words that repeat all of the request. */
export const REPEAT = "say that again";

const FAST = 60_000;

/**
 * An Interakt over HTTP, which tells a webhook what becomes of messages.
 *
 * @param {Context} t
 */
async function startInterakt(t) {
  let webhook = "";
  const simulator = createSimulator({
    ...{ apiKey: KEY, requestsPerMinute: FAST, windowOpen: () => true },
    webhooks: {
      ...{ secret: SECRET, stepMs: 5 },
      life: ({ input }) =>
        input.type === "Template"
          ? ["sent", "delivered", { replied: "Yes, please" }]
          : [{ failed: { code: "131026", reason: `${input.data?.message}` } }],
      async to(told) {
        const { method, headers } = told;
        return fetch(webhook, { method, headers, body: await told.text() });
      },
    },
  });
  const server = await serve(async (request) => {
    const isRepeated = (await request.clone().text()).includes(REPEAT);
    const echo = echoes["400 that repeats all as it is"];
    return isRepeated && echo ? echo(request) : simulator(request);
  });
  t.after(() => {
    simulator.reset();
    return server.close();
  });
  return {
    url: server.url,
    /** @param {string} url */
    tellTo(url) {
      webhook = `${url}/webhooks/interakt`;
    },
  };
}

/**
 * @param {Context} t
 * @param {Watch} watch
 * @param {"live" | "simulator"} mode
 */
export async function openDesk(t, watch, mode) {
  const folder = await mkdtemp(join(tmpdir(), "interakt-wasm-secrets-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  const interakt = await startInterakt(t);
  const settings = {
    ...(mode === "live" && { apiKey: KEY, baseUrl: interakt.url }),
    ...{ stepMs: 5, keepIn: folder },
    onOutput: (/** @type {string} */ text) => watch.saw("the log", text),
    variables: {
      ...{ INTERAKT_PLAN: String(FAST), ADMIN_TOKEN: PASSWORD, INTERAKT_WEBHOOK_SECRET: SECRET },
      ...{ SHOW_WEBHOOKS: "on", PROXY_ALLOW: '{"sendMessage":{"kinds":["Text"]}}' },
    },
  };
  /** @type {Awaited<ReturnType<typeof startConsole>> | undefined} */
  let application;
  const stop = async () => {
    await application?.stop();
    application = undefined;
  };
  t.after(stop);

  return {
    interakt,
    url: () => application?.url ?? "",

    /** @param {Record<string, string>} [variables] Others than the usual. */
    async start(variables = {}) {
      const all = { ...settings.variables, ...variables };
      application = await startConsole({ ...settings, variables: all });
      interakt.tellTo(application.url);
    },

    stop,

    /** As the clock has it done. */
    sweep: () => application?.sweep(),

    /** Where marks stand in the databases; nothing runs meanwhile. @returns {Promise<Record<string, string[]>>} */
    async kept() {
      const script = join(
        import.meta.dirname ?? new URL(".", import.meta.url).pathname,
        "tables.mjs",
      );
      return JSON.parse(await capture(await newestNode(), [script, folder]));
    },

    /**
     * Asks as somebody who has the password; what comes back is looked at.
     *
     * @param {string} method
     * @param {string} path
     * @param {unknown} [body] A text is a file.
     * @param {Record<string, string>} [more] Headers.
     * @returns {Promise<{ status: number, body: any }>}
     */
    async ask(method, path, body, more = {}) {
      const { url = "" } = application ?? {};
      const text = typeof body === "string" ? body : body && JSON.stringify(body);
      const answer = await raw(`${url}${path}`, {
        method,
        headers: {
          ...{ authorization: `Bearer ${PASSWORD}`, origin: url },
          "content-type": typeof body === "string" ? "text/csv" : "application/json",
          ...more,
        },
        ...(typeof text === "string" && { body: [text] }),
      });
      const what = `${method} ${path} ${answer.status}`;
      watch.saw(`headers of an answer`, answer.headers, what);
      watch.saw(`an answer of ${placeOf(method, path, answer.status)}`, answer.body, what);
      const isJson = answer.headers["content-type"]?.includes("json");
      return { status: answer.status, body: isJson ? JSON.parse(answer.body) : answer.body };
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openDesk>>} Desk */

/**
 * @param {string} method
 * @param {string} path
 * @param {number} status
 */
function placeOf(method, path, status) {
  const [address = ""] = path.split("?");
  if (status === 500) return `${method} ${PROXY}, of a Worker that fails`;
  const named = address
    .replace(/\/campaigns\/[^/]+/, "/campaigns/ID")
    .replace(/\/told\/[^/]+/, "/told/ID")
    .replace(/\/interakt\/.*/, "/interakt/…")
    .replace(/^\/api\/Z%.*/, "/api/…");
  return `${method} ${named}${status >= 400 ? ", refused" : ""}`;
}

const PROXY = "/api/interakt/…";
