/** A campaign in Node whose processes are killed, again and again, and what must be true of it then. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { MEMORY } from "../../support/memory.mjs";
import { newestNode } from "../../support/newest-node.mjs";
import { createRandom } from "../../webhooks/random.mjs";
import { fastClock } from "./clock.mjs";
import { customers } from "./file.mjs";
import { startTrouble } from "./trouble.mjs";

const SENDER = fileURLToPath(new URL("sender.mjs", import.meta.url));

/** The clock is so much faster, and a busy machine's delays are so much longer on it. */
const SPEED = 40;
const SLACK_MS = 1_000 * SPEED;
/** What a consumer has under way at most when nobody tells it otherwise. */
const CONCURRENCY = 10;

const TIMEOUT_MS = 1_500 * SPEED;

/** @typedef {import("interakt-wasm/edge").LedgerRow} LedgerRow */

/**
 * @param {object} options
 * @param {number} options.seed
 * @param {number} options.rows
 * @param {number} options.kills
 * @param {number} options.requestsPerMinute
 * @param {number} [options.processes] How many work on the database at once.
 * @returns {Promise<{ sent: number, parked: number }>}
 */
export async function survive({ seed, rows, kills, requestsPerMinute, processes = 1 }) {
  const random = createRandom(seed, 0);
  const folder = await mkdtemp(join(MEMORY, "interakt-wasm-survive-"));
  const time = { start: Date.now(), speed: SPEED };
  const { now } = fastClock(time);
  const server = await startTrouble({
    ...{ random: createRandom(seed, 1), percent: 5, now, requestsPerMinute },
  });
  try {
    const file = join(folder, "customers.csv");
    const { text, ...kinds } = customers(random, rows);
    await writeFile(file, text);
    const campaign = {
      ...{ baseUrl: server.url, database: join(folder, "campaigns.db"), file, time },
      ...{ requestsPerMinute, slackMs: SLACK_MS, timeoutMs: TIMEOUT_MS },
    };
    // Some before anything is sent: while the file is read.
    const each = Math.floor(rows / (kills + 1));
    for (let kill = 0; kill < kills; kill += 1) {
      const early = random.below(4) === 0;
      const moment = early ? pass(random.below(400)) : arrived(server, 1 + random.below(each));
      const ends = await live(campaign, processes, moment);
      assert.ok(ends.includes("SIGKILL"), "it ended before it was killed");
    }
    assert.ok(!(await live(campaign, processes)).includes("SIGKILL"));
    const ledger = await rowsOf(campaign.database);
    check({ ledger, kinds, arrivals: server.arrivals, requestsPerMinute });
    const inState = (/** @type {string} */ state) =>
      ledger.filter((row) => row.state === state).length;
    const parked = inState("unknown");
    const troubled = server.arrivals.filter(({ isTroubled }) => isTroubled).length;
    const most = troubled + kills * processes * CONCURRENCY;
    assert.ok(parked <= most, `${parked} parked, though at most ${most} were in danger`);
    return { sent: inState("sent"), parked };
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** @param {number} ms */
const pass = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

/** @param {Awaited<ReturnType<typeof startTrouble>>} server @param {number} count */
const arrived = (server, count) => server.arrive(count).then(() => pass(Math.random() * 20));

/**
 * Processes of a campaign, which are killed at a moment unless they end before.
 *
 * @param {import("./sender.mjs").Campaign} campaign
 * @param {number} processes
 * @param {Promise<unknown>} [moment]
 * @returns {Promise<(NodeJS.Signals | null)[]>} What killed each.
 */
async function live(campaign, processes, moment) {
  const program = await newestNode();
  const children = Array.from({ length: processes }, () =>
    spawn(program, [SENDER, JSON.stringify(campaign)], { stdio: ["ignore", "inherit", "inherit"] }),
  );
  const ends = Promise.all(children.map((child) => once(child, "exit")));
  moment?.then(() => {
    for (const child of children) child.kill("SIGKILL");
  });
  return (await ends).map(([code, signal]) => {
    assert.ok(signal === "SIGKILL" || code === 0, `it ended with ${signal ?? code}`);
    return signal;
  });
}

/** Asks in a process that has SQLite. @param {string} database @returns {Promise<LedgerRow[]>} */
async function rowsOf(database) {
  const script = fileURLToPath(new URL("rows.mjs", import.meta.url));
  const child = spawn(await newestNode(), [script, database], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  for await (const chunk of child.stdout.setEncoding("utf8")) text += chunk;
  return JSON.parse(text);
}

/**
 * @param {object} found
 * @param {LedgerRow[]} found.ledger
 * @param {{ good: number[], bad: number[], twice: number[] }} found.kinds
 * @param {import("./trouble.mjs").Arrival[]} found.arrivals
 * @param {number} found.requestsPerMinute
 */
function check({ ledger, kinds, arrivals, requestsPerMinute }) {
  const inState = (/** @type {string[]} */ ...states) =>
    ledger.filter(({ state }) => states.includes(state)).map(({ index }) => index);
  assert.deepEqual(inState("sent", "unknown"), kinds.good, "each valid row is sent or parked");
  assert.deepEqual(inState("invalid"), kinds.bad, "each bad row is listed");
  assert.deepEqual(inState("duplicate"), kinds.twice, "and who is in the file twice");

  /** @type {Map<string, number>} */
  const taken = new Map();
  for (const { callbackData, isTaken } of arrivals) {
    taken.set(callbackData, (taken.get(callbackData) ?? 0) + Number(isTaken));
  }
  for (const { index, state } of ledger) {
    const count = taken.get(`offer.${index}`) ?? 0;
    if (state === "sent") assert.equal(count, 1, `row ${index} is said to be sent`);
    else
      assert.ok(
        count <= (state === "unknown" ? 1 : 0),
        `row ${index}, ${state}, left ${count} times`,
      );
  }
  assert.ok([...taken.keys()].every((name) => /^offer\.\d+$/.test(name)));

  assert.ok(arrivals.length > 2 * requestsPerMinute, "there is a pace to be kept");
  for (const [at, { at: first }] of arrivals.entries()) {
    const next = arrivals[at + requestsPerMinute];
    if (next) assert.ok(next.at - first >= 60_000, `too many arrived from ${at} on`);
  }
}
