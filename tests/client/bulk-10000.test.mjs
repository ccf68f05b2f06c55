/** Ten thousand messages over real HTTP, one in twenty of which meets a fault. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createSimulator } from "interakt-wasm/simulator";
import { serve } from "../support/server.mjs";
import { COUNT, KINDS, PLAN } from "./bulk-10000-messages.mjs";

/** @typedef {import("./bulk-10000-messages.mjs").Kind} Kind */

const CLIENT = fileURLToPath(new URL("bulk-10000-client.mjs", import.meta.url));

/** Characters of an id, so many that it shows when results are kept. */
const ID_LENGTH = 1_000;

/** Bytes by which the second half may grow: less for each message than its result takes. */
const MOST_GROWTH = (COUNT / 2) * 200;

const kinds = /** @type {[import("./bulk-10000-messages.mjs").KindName, Kind][]} */ (
  Object.entries(KINDS)
);

/** @param {(kind: Kind) => unknown} of What each message has of its kind. */
const planned = (of) => PLAN.map((name) => of(KINDS[name]));

/** Interakt with the faults of the plan; counts what arrives and what it takes. */
async function startServer() {
  const simulator = createSimulator({ plan: "enterprise" });
  const arrived = new Array(COUNT).fill(0);
  const taken = new Array(COUNT).fill(0);
  for (const [name, { fault, share }] of kinds) {
    if (!fault) continue;
    const isFirst = (/** @type {any} */ { body }) =>
      PLAN[body?.callbackData] === name && arrived[body.callbackData] === 1;
    simulator.fault({ ...fault, on: isFirst, times: share });
  }
  const server = await serve(async (request) => {
    const { callbackData } = await request.clone().json();
    arrived[callbackData] += 1;
    const response = await simulator(request);
    if (response.status !== 201) return response;
    const answer = await response.json();
    if (answer.result) taken[callbackData] += 1;
    if (PLAN[callbackData] === "connection cut behind") throw new Error("cut");
    return Response.json({ ...answer, id: answer.id?.padEnd(ID_LENGTH, "x") }, { status: 201 });
  });
  return { server, arrived, taken };
}

describe("ten thousand messages", () => {
  /** @type {Omit<Awaited<ReturnType<typeof startServer>>, "server">} */
  let seen;
  /** @type {any} */
  let told;

  before(async () => {
    const { server, ...counts } = await startServer();
    try {
      const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--expose-gc", CLIENT, server.url],
        { maxBuffer: 2 ** 24 },
      );
      told = JSON.parse(stdout);
      seen = counts;
    } finally {
      await server.close();
    }
  });

  test("the plan has a fault for every twentieth", () => {
    const faults = kinds.filter(([name]) => name !== "ordinary" && name !== "not valid");
    assert.equal(
      faults.reduce((sum, [, { share }]) => sum + share, 0),
      COUNT / 20,
    );
    assert.equal(PLAN.length, COUNT);
  });

  test("each is reported once, as what it became", () => {
    assert.deepEqual(told.reports, new Array(COUNT).fill(1));
    assert.deepEqual(
      told.statuses,
      planned(({ status }) => status),
    );
  });

  test("each arrived as often as its fault wants, and none was taken twice", () => {
    assert.deepEqual(
      seen.arrived,
      planned(({ requests }) => requests),
    );
    assert.deepEqual(
      seen.taken,
      planned(({ taken }) => (taken ? 1 : 0)),
    );
  });

  test("requests waited for the rate, and all of them for each that was refused", () => {
    assert.equal(told.waits.refused, KINDS["refused for now"].share);
    assert.ok(told.waits.paced > 0);
  });

  test("the summary agrees with what was reported", () => {
    const count = (/** @type {string} */ wanted) =>
      kinds.reduce((sum, [, { status, share }]) => sum + (status === wanted ? share : 0), 0);
    const counts = {
      ...{ done: COUNT, sent: count("sent"), invalid: count("invalid") },
      ...{ failed: count("failed"), unknown: count("unknown") },
    };
    assert.deepEqual(told.summary, {
      ...counts,
      ...{ resumeFrom: { index: COUNT, again: [], unknown: [] }, unreported: [] },
    });
    assert.equal(told.withId, counts.sent);
    const { ratePerMinute, ...progress } = told.progress;
    assert.deepEqual(progress, { ...counts, total: COUNT, remainingMs: 0 });
    assert.ok(ratePerMinute > 0);
  });

  test("the memory does not grow with the messages", () => {
    assert.ok(told.growth < MOST_GROWTH, `it grew by ${told.growth} bytes`);
  });
});
