/** The application in workerd, asked over HTTP, and an Interakt that it sends to. */
import assert from "node:assert/strict";
import { request } from "node:http";
import { setTimeout } from "node:timers/promises";
import { createSimulator } from "interakt-wasm/simulator";
import { startConsole } from "../../../scripts/console.mjs";
import { serve } from "../../support/server.mjs";

/** @typedef {import("interakt-wasm/edge").CampaignState} CampaignState */

export const KEY = "a2V5LW9mLXRoZS1hcHBsaWNhdGlvbjo=";
export const SECRET = "secret-of-the-webhook";

/** So fast that nobody has to wait. */
export const FAST = "60000";

/** A message that has a place for each row's name. */
export const TEXT = {
  about: {
    base: { type: "Template", template: { name: "diwali_offer", languageCode: "en" } },
    columns: { Mobile: "phone", Name: "template.bodyValues[0]" },
    defaultCountry: "IN",
  },
};

/**
 * @param {import("node:test").TestContext} t Ends it.
 * @param {import("../../../scripts/console.mjs").ConsoleOptions} [options]
 */
export async function startApplication(t, options = {}) {
  const variables = { INTERAKT_PLAN: FAST, ...options.variables };
  const application = await startConsole({ stepMs: 20, ...options, variables });
  let isStopped = false;
  const stop = async () => {
    if (!isStopped) await application.stop();
    isStopped = true;
  };
  t.after(stop);
  return { ...application, stop, ...pageOf(application.url) };
}

/**
 * What the application's own page does.
 *
 * @param {string} url
 */
export function pageOf(url) {
  /**
   * @param {string} method
   * @param {string} path
   * @param {unknown} [body] A text is a file.
   * @returns {Promise<{ status: number, body: any }>}
   */
  async function ask(method, path, body) {
    /** @type {string | undefined} */
    const text = typeof body === "string" ? body : JSON.stringify(body);
    const headers = {
      origin: url,
      "content-type": body === text ? "text/csv" : "application/json",
    };
    const answer = await raw(`${url}${path}`, { method, headers, ...(text && { body: [text] }) });
    const isJson = answer.headers["content-type"]?.includes("json");
    return { status: answer.status, body: isJson ? JSON.parse(answer.body) : answer.body };
  }

  /** @param {string} method @param {string} path @param {unknown} [body] */
  async function get(method, path, body) {
    const { status, body: answer } = await ask(method, path, body);
    assert.ok(status < 300, `${method} ${path}: ${status} ${JSON.stringify(answer)}`);
    return answer;
  }

  return {
    ask,
    get,
    /**
     * A campaign with its rows.
     *
     * @param {readonly string[]} recipients
     * @param {object} [settings]
     * @returns {Promise<string>} Its id.
     */
    async campaign(recipients, settings) {
      const { id } = await get("POST", "/api/campaigns", {
        settings: { name: "Diwali", ...TEXT, ...settings },
      });
      await get("PUT", `/api/campaigns/${id}/rows`, fileOf(recipients));
      return id;
    },
    /**
     * The state, once it is so.
     *
     * @param {string} id
     * @param {(state: CampaignState) => boolean} isSo
     * @param {number} [patience] How often to look, ten times a second.
     * @returns {Promise<CampaignState>}
     */
    async until(id, isSo, patience = 300) {
      for (let tries = patience; ; tries -= 1) {
        const { state } = await get("GET", `/api/campaigns/${id}`);
        if (isSo(state)) return state;
        assert.ok(tries > 0, `still ${JSON.stringify(state)}`);
        await setTimeout(100);
      }
    },
  };
}

/** @param {readonly string[]} recipients */
export const fileOf = (recipients) =>
  `Mobile,Name\n${recipients.map((number) => `${number},Asha\n`).join("")}`;

/** So many numbers, from one on. @param {number} count @param {number} [first] */
export const numbers = (count, first = 9_876_543_200) =>
  Array.from({ length: count }, (_, index) => String(first + index));

/**
 * An Interakt that is reached over HTTP and tells a webhook what becomes of messages.
 *
 * @param {import("node:test").TestContext} t Ends it.
 * @param {import("interakt-wasm/simulator").WebhookOptions["life"]} [life]
 */
export async function startInterakt(t, life) {
  let webhook = "";
  const simulator = createSimulator({
    apiKey: KEY,
    requestsPerMinute: Number(FAST),
    webhooks: {
      secret: SECRET,
      stepMs: 20,
      to: async (told) => {
        const { method, headers } = told;
        return fetch(webhook, { method, headers, body: await told.text() });
      },
      ...(life && { life }),
    },
  });
  const server = await serve(simulator);
  t.after(() => {
    simulator.reset();
    return server.close();
  });
  return {
    simulator,
    /** The numbers that messages came for, in order. */
    arrived: () => simulator.requests.map(({ body }) => body.phoneNumber ?? body.fullPhoneNumber),
    /** @param {string} url Of the application. */
    tellTo: (url) => {
      webhook = `${url}/webhooks/interakt`;
    },
    /** What the application has to be told of it. */
    settings: {
      apiKey: KEY,
      baseUrl: server.url,
      variables: { INTERAKT_WEBHOOK_SECRET: SECRET },
    },
  };
}

/**
 * Like `fetch`, which would not let a program set these headers, and keeps connections that a server
 * may just be closing.
 *
 * @param {string} url
 * @param {{ method?: string, headers?: Record<string, string>, body?: Iterable<string> }} [options]
 * @returns {Promise<{ status: number, headers: import("node:http").IncomingHttpHeaders, body: string }>}
 */
export function raw(url, { method = "GET", headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    // Node would send a body with DELETE, and not say so.
    const length = body && { "transfer-encoding": "chunked" };
    const sent = request(url, { method, headers: { ...length, ...headers }, agent: false });
    sent.on("error", reject);
    sent.on("response", async (response) => {
      const chunks = [];
      for await (const chunk of response) chunks.push(chunk);
      const text = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text });
    });
    for (const piece of body ?? []) sent.write(piece);
    sent.end();
  });
}
