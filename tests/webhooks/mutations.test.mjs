/**
 * Deliveries that were changed, 100,000 in each runtime when there is time, one runtime after the other.
 * `SEED=…` draws others.
 */
import assert from "node:assert/strict";
import { createHmac } from "node:crypto";
import test from "node:test";
import { fileURLToPath } from "node:url";
import { startBun, startDeno, startNode } from "../support/child.mjs";
import { readWebhookFixtures } from "../support/fixtures.mjs";
import { times } from "../support/long.mjs";
import { startPage, startWorker } from "../support/runtimes.mjs";
import { addTriple, createDigest } from "./digest.mjs";
import { isBroken } from "./mutations/forms.mjs";
import { KINDS, tripleOf } from "./mutations.mjs";
import { deliveriesWith } from "./originals.mjs";

const COUNT = times(10_000, 100_000);

/** How many a runtime is given at a time. */
const TASK = COUNT / 10;

const SEED = Number(process.env.SEED ?? 20_260_115);

/** How often each kind is there at least; the rarest of 100,000 about 80 times. */
const EACH = times(1, 50);

const originals = deliveriesWith(await readWebhookFixtures()).map((delivery) => ({
  ...delivery,
  header: headerOf(delivery),
}));

const tasks = Array.from({ length: COUNT / TASK }, (_, number) => ({
  originals,
  seed: SEED,
  from: number * TASK,
  to: (number + 1) * TASK,
}));

/** What reading a body comes to: an event, or an error by its code. */
const OUTCOMES = ["body_invalid", "known", "not known", "webhook_body_invalid"];

/** @param {string} name */
const beside = (name) => fileURLToPath(new URL(name, import.meta.url));

/** @type {[name: string, start: () => Promise<import("../support/runtimes.mjs").AskedRuntime>][]} */
const RUNTIMES = [
  ["Node", async () => startNode(beside("process.mjs"))],
  ["Deno", () => startDeno(beside("process.mjs"))],
  ["Bun", () => startBun(beside("process.mjs"))],
  ["workerd", () => startWorker(beside("worker.mjs"))],
  ["Chromium", () => startPage(beside("page.mjs"))],
];

const drawn = drawAll();

test(`${COUNT} changed deliveries are changed in every way`, (t) => {
  const times = Object.values(drawn.kinds);
  t.diagnostic(`${times.length} ways, each ${Math.min(...times)} times or more`);
  assert.deepEqual(Object.keys(drawn.kinds).sort(), [...KINDS].sort());
  for (const [kind, times] of Object.entries(drawn.kinds)) assert.ok(times >= EACH, kind);
});

test("HMAC by itself takes those alone that have NULs or half characters in them", (t) => {
  t.diagnostic(`${drawn.taken.length} of them`);
  assert.ok(drawn.taken.length >= EACH);
  for (const { kinds, content = "", secret } of drawn.taken) {
    const why = isBroken(content) || /\0|\p{Surrogate}/u.test(String(secret));
    assert.ok(why, kinds.join());
  }
});

/** @type {object | undefined} */
let elsewhere;

for (const [name, start] of RUNTIMES) {
  test(`none of ${COUNT} changed deliveries verifies, or breaks anything, in ${name}`, async (t) => {
    const runtime = await start();
    const began = performance.now();
    /** @type {import("./suite.mjs").Report[]} */
    const reports = [];
    try {
      for (const task of tasks) {
        const { problem, report } = await runtime.ask(task);
        if (problem !== null) throw new Error(problem);
        reports.push(report);
      }
    } finally {
      await runtime.stop();
    }
    const refused = reports.reduce((sum, report) => sum + report.refused, 0);
    const read = sumOf(reports.map((report) => report.read));
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    t.diagnostic(`${refused} refused in ${seconds} s; ${JSON.stringify(read)}`);
    assert.equal(refused, COUNT);
    assert.deepEqual(sumOf(reports.map(({ kinds }) => kinds)), drawn.kinds);
    assert.deepEqual(
      reports.map(({ triples }) => triples),
      drawn.triples,
    );
    assert.deepEqual(Object.keys(read).sort(), OUTCOMES);
    const found = { read, events: reports.map(({ events }) => events) };
    elsewhere ??= found;
    assert.deepEqual(found, elsewhere, "it was read otherwise in other runtimes");
  });
}

/** The same deliveries here, with what HMAC has to say to them. */
function drawAll() {
  /** @type {Record<string, number>} */
  const kinds = {};
  /** @type {import("./mutations.mjs").Triple[]} */
  const taken = [];
  const triples = tasks.map(({ from, to }) => {
    const digest = createDigest();
    for (let index = from; index < to; index += 1) {
      const triple = tripleOf(originals, SEED, index);
      for (const kind of triple.kinds) kinds[kind] = (kinds[kind] ?? 0) + 1;
      if (isTaken(triple)) taken.push(triple);
      addTriple(digest, triple);
    }
    return digest.mark();
  });
  return { kinds, taken, triples };
}

/** @param {import("./mutations.mjs").Triple} triple */
function isTaken({ content, header, secret }) {
  if (content === undefined || typeof secret !== "string") return false;
  return header === headerOf({ body: content, secret });
}

/**
 * The signature by another implementation.
 * @param {{ body: string | Uint8Array, secret: string }} delivery
 */
function headerOf({ body, secret }) {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** @param {Record<string, number>[]} counts */
function sumOf(counts) {
  /** @type {Record<string, number>} */
  const sums = {};
  for (const [name, times] of counts.flatMap(Object.entries)) {
    sums[name] = (sums[name] ?? 0) + times;
  }
  return sums;
}
