/** The campaign command of a Node that has SQLite, against a simulated account over HTTP. */
import { mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createSimulator } from "interakt-wasm/simulator";
import { createArrivals } from "../support/arrivals.mjs";
import { MEMORY } from "../support/memory.mjs";
import { newestNode } from "../support/newest-node.mjs";
import { serve } from "../support/server.mjs";
import { API_KEY, start } from "./command.mjs";

/** So many requests a minute that the account makes nobody wait. */
const FAST = 60_000;

/** What makes a campaign of the file of `customers`. */
export const OFFER = [
  ...["--name", "Diwali offer", "--template", "diwali", "--language", "en", "--country", "IN"],
  ...["--map", "Mobile=phone", "--map", "Name=template.bodyValues[0]"],
];

/** @param {number} index Of a customer. */
export const numberOf = (index) => `${9_876_500_000 + index}`;

/** @param {number} count @param {string[]} [more] Further lines. */
export function customers(count, more = []) {
  const rows = Array.from({ length: count }, (_, index) => `${numberOf(index)},Customer ${index}`);
  return `${["Mobile,Name", ...rows, ...more].join("\n")}\n`;
}

/** An account and a folder with a file of customers, and whoever is to answer in its place. */
export async function createShop() {
  const node = await newestNode();
  let simulator = createSimulator({ apiKey: API_KEY, requestsPerMinute: FAST });
  /** @type {(request: Request) => Promise<Response>} */
  let answer = simulator;
  const arrivals = createArrivals();
  const server = await serve((request) => {
    arrivals.tell();
    return answer(request);
  });
  const folder = await realpath(await mkdtemp(join(MEMORY, "interakt-wasm-campaign-")));
  /** @param {string[]} args @param {{ key?: string }} [options] */
  const begin = (args, options) => start(["campaign", ...args], { cwd: folder, node, ...options });
  return {
    folder,
    url: server.url,
    /** @param {string} name @param {string} text */
    write: (name, text) => writeFile(join(folder, name), text),
    /** A new account: nothing has arrived. */
    renew() {
      simulator = createSimulator({ apiKey: API_KEY, requestsPerMinute: FAST });
      answer = simulator;
    },
    /** @param {(request: Request, simulator: import("interakt-wasm/simulator").Simulator) => Promise<Response>} next */
    answerBy(next) {
      answer = (request) => next(request, simulator);
    },
    /** How often each message arrived, by its `callbackData`. */
    arrived() {
      /** @type {Map<string, number>} */
      const counts = new Map();
      for (const { body, status } of simulator.requests) {
        if (status === 201) counts.set(body.callbackData, (counts.get(body.callbackData) ?? 0) + 1);
      }
      return counts;
    },
    /** What arrived, in order. */
    bodies: () => simulator.requests.map(({ body }) => body),
    arrive: arrivals.wait,
    begin,
    /** @param {string[]} args Of `campaign`. @param {{ key?: string }} [options] */
    run: (args, options) => begin(args, options).ended,
    /** @param {string} file @param {string[]} args */
    send: (file, ...args) =>
      begin(["run", file, "--base-url", server.url, "--plan", String(FAST), ...args]),
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof createShop>>} Shop */

/** The lines of progress, whose number is a matter of time, left out. @param {string} text */
export const withoutProgress = (text) => text.replace(/^\d+ of \d+ sent.*\n/gm, "");
