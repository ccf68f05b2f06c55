/** Processes that send many messages are killed at random moments, again and again. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { createArrivals } from "../support/arrivals.mjs";
import { times } from "../support/long.mjs";
import { serve } from "../support/server.mjs";
import { lastLine, linesOf } from "./bulk-kill-journal.mjs";
import { upTo } from "./bulk-support.mjs";

const CLIENT = fileURLToPath(new URL("bulk-kill-client.mjs", import.meta.url));

/** How many processes are killed in all, and how many campaigns they belong to at a time. */
const KILLS = times(40, 200);
const AT_ONCE = 2;

/** What a message meets where it arrives, by its number. @type {Record<number, number[]>} */
const REFUSALS = { 2: [429], 3: [429, 429], 7: [400], 8: [502] };

/** A server that counts what it takes, slowly; it is told whom to kill at which arrival. */
async function startServer() {
  /** @type {number[][]} */
  const arrivals = [];
  const { tell, wait } = createArrivals();
  const server = await serve(async (request) => {
    const index = Number((await request.json()).callbackData);
    const statuses = arrivals[index] ?? [];
    arrivals[index] = statuses;
    const status = REFUSALS[index % 13]?.[statuses.length] ?? 201;
    statuses.push(status);
    tell();
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 4));
    return Response.json({ result: status === 201, message: "", id: `m-${index}` }, { status });
  });
  return {
    ...server,
    /** How often a message was taken; 502 tells nobody whether it was. @param {number} index */
    taken: (index) => (arrivals[index] ?? []).filter((s) => s === 201 || s === 502).length,
    arrive: wait,
  };
}

/**
 * One process of a campaign. It is killed when so many messages have arrived and a moment has
 * passed, unless it ends before.
 *
 * @param {Awaited<ReturnType<typeof startServer>>} server
 * @param {string} journal
 * @param {object} campaign
 * @returns {Promise<boolean>} Whether it was killed.
 */
async function live(server, journal, campaign) {
  const arrived = server.arrive(1 + Math.floor(Math.random() * 12));
  const child = spawn(process.execPath, [CLIENT, server.url, journal, JSON.stringify(campaign)], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  const ended = once(child, "exit");
  const moment = async () => {
    await arrived;
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
    child.kill("SIGKILL");
  };
  moment();
  const [code, signal] = await ended;
  assert.ok(signal === "SIGKILL" || code === 0, `it ended with ${signal ?? code}`);
  return signal === "SIGKILL";
}

/**
 * @param {string} folder
 * @param {{ count: number, concurrency: number }} campaign
 * @returns {Promise<{ kills: number, unknown: number }>}
 */
async function runCampaign(folder, campaign) {
  const server = await startServer();
  const journal = join(folder, `${campaign.count}-${campaign.concurrency}-${Math.random()}`);
  let kills = 0;
  try {
    while (await live(server, journal, campaign)) kills += 1;
  } finally {
    await server.close();
  }
  const told = linesOf(journal).filter(({ index }) => index !== undefined);
  assert.deepEqual(
    told.map(({ index }) => index).sort((a, b) => Number(a) - Number(b)),
    upTo(campaign.count),
    "each message is told of once",
  );
  for (const { index = 0, status } of told) {
    const taken = server.taken(index);
    assert.ok(taken <= 1, `message ${index} was taken ${taken} times`);
    if (status === "sent") assert.equal(taken, 1, `message ${index} is lost`);
    if (status === "failed" || status === "invalid") assert.equal(taken, 0);
    assert.equal(
      status === "invalid" || status === "unknown",
      index % 11 === 5 || status === "unknown",
    );
  }
  // The last is kept with a result: whether another comes is not known yet.
  const { index, again, unknown } = lastLine(journal)?.resumeFrom ?? {};
  assert.deepEqual({ index, again, unknown }, { index: campaign.count, again: [], unknown: [] });
  const unknowns = told.filter(({ status }) => status === "unknown").length;
  // What each process has under way, and what the server answers so.
  const most = kills * campaign.concurrency + campaign.count / 13 + 1;
  assert.ok(unknowns <= most, `${unknowns} of unknown fate after ${kills} kills`);
  return { kills, unknown: unknowns };
}

test("no message of a killed run is sent twice, and none is lost without being told", async (t) => {
  const folder = await mkdtemp(join(tmpdir(), "interakt-wasm-"));
  t.after(() => rm(folder, { recursive: true, force: true }));
  let kills = 0;
  let messages = 0;
  let unknown = 0;
  const campaigns = async () => {
    while (kills < KILLS) {
      const concurrency = 1 + Math.floor(Math.random() * 5);
      const campaign = { count: 60 + Math.floor(Math.random() * 60), concurrency };
      const ended = await runCampaign(folder, campaign);
      kills += ended.kills;
      unknown += ended.unknown;
      messages += campaign.count;
    }
  };
  await Promise.all(upTo(AT_ONCE).map(campaigns));
  t.diagnostic(`${kills} kills, ${messages} messages, ${unknown} of unknown fate`);
  assert.ok(kills >= KILLS);
});
