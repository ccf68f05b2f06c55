/** What holds of every run of `sendAll`, whatever happens when: random fates, orders and ends. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { failures, indexes, sendAll, upTo, watch } from "./bulk-support.mjs";

/**
 * What an attempt meets: Interakt takes it; refuses it for now, for good or because it is invalid;
 * the answer is lost, after Interakt took it or before.
 *
 * @typedef {"taken" | "later" | "never" | "invalid" | "taken and lost" | "lost"} Event
 *
 * @typedef {object} End How a run ends before its time.
 * @property {"abort" | "break" | "return" | "source" | "kill"} way
 * @property {number} after So many steps, results or messages.
 *
 * @typedef {{ isOver: boolean }} Life That of the process in which a run is.
 *
 * @typedef {import("./bulk-support.mjs").Fate} Fate
 * @typedef {import("interakt-wasm").BulkResult} BulkResult
 */

/** @type {fc.Arbitrary<Event[]>} */
const events = fc
  .tuple(
    fc.array(fc.constant(/** @type {Event} */ ("later")), { maxLength: 2 }),
    fc.constantFrom(
      .../** @type {Event[]} */ (["taken", "taken", "never", "invalid", "taken and lost", "lost"]),
    ),
  )
  .map(([before, last]) => [...before, last]);

/** @type {fc.Arbitrary<End>} */
const end = fc.record({
  way: fc.constantFrom("abort", "break", "return", "source", "kill"),
  after: fc.nat(25),
});

const scenario = fc.record({
  fates: fc.array(events, { maxLength: 14 }),
  concurrency: fc.integer({ min: 1, max: 5 }),
  ends: fc.array(end, { maxLength: 4 }),
  lazy: fc.boolean(),
});

/** An Interakt that counts what it took; everything takes as long as the scheduler likes. */
class World {
  /** @type {number[]} */
  taken = [];
  active = 0;
  /** Messages that were pulled less results that were taken. */
  held = 0;
  most = { active: 0, held: 0 };

  /**
   * @param {Event[][]} fates
   * @param {(label: string) => Promise<unknown>} wait
   */
  constructor(fates, wait) {
    this.fates = fates;
    this.wait = wait;
  }

  /**
   * As the client does it: ends at once when it is aborted, whatever becomes of the request.
   *
   * @param {Life} life
   * @param {number} index
   * @param {Fate} fate
   * @param {{ signal: AbortSignal }} options
   */
  async send(life, index, fate, { signal }) {
    if (life.isOver) return new Promise(() => {});
    this.active += 1;
    this.most.active = Math.max(this.most.active, this.active);
    try {
      return await Promise.race([
        new Promise((_, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
        this.#play(life, index, fate, signal),
      ]);
    } finally {
      if (!life.isOver) this.active -= 1;
    }
  }

  /** @param {Life} life After which nothing of it leaves; what has left arrives. */
  kill(life) {
    life.isOver = true;
    this.active = 0;
  }

  /**
   * @param {Life} life
   * @param {number} index
   * @param {Fate} fate
   * @param {AbortSignal} signal
   */
  async #play(life, index, fate, signal) {
    for (const event of this.fates[index] ?? []) {
      if (event === "invalid" && fate.attempts === 0) throw failures.invalid();
      await this.wait(`turn of ${index}`);
      if (signal.aborted || life.isOver) throw signal.reason;
      fate.attempts += 1;
      fate.outcome = "unknown";
      await this.wait(`request ${index}`);
      if (event.startsWith("taken")) this.taken.push(index);
      await this.wait(`answer ${index}`);
      if (signal.aborted) throw signal.reason;
      if (event === "taken") return { result: true, id: `m-${index}` };
      if (event.endsWith("lost")) throw failures.unknown();
      fate.outcome = "refused";
      if (event !== "later") throw failures.refused();
    }
    return undefined;
  }

  /** @param {number} breaksAt */
  async *messages(breaksAt) {
    for (const index of upTo(this.fates.length)) {
      await this.wait(`message ${index}`);
      if (index === breaksAt) throw new Error("disk");
      this.held += 1;
      this.most.held = Math.max(this.most.held, this.held);
      yield index;
    }
  }
}

/**
 * One run from a position, and what was reported in it and kept, together with the position then.
 *
 * @param {World} world
 * @param {{ concurrency: number, lazy: boolean }} how
 * @param {unknown} resumeFrom
 * @param {End} [end]
 */
async function runOnce(world, { concurrency, lazy }, resumeFrom, end) {
  const controller = new AbortController();
  const reason = { because: "enough" };
  const life = { isOver: false };
  const { source, seen } = watch(world.messages(end?.way === "source" ? end.after : -1));
  /** @type {Parameters<typeof sendAll>[0]} */
  const send = (...message) => world.send(life, ...message);
  const run = sendAll(send, source, { concurrency, resumeFrom, signal: controller.signal });
  /** @type {BulkResult[]} */
  const results = [];
  let kept = run.summary.resumeFrom;

  async function consume() {
    try {
      for await (const result of run) {
        const position = run.summary.resumeFrom;
        if (lazy) await world.wait("consumer");
        if (life.isOver) return;
        world.held -= 1;
        results.push(result);
        kept = position;
        if (end?.way === "break" && results.length > end.after) break;
      }
    } catch (error) {
      assert.ok(
        error === reason || (error instanceof Error && error.message === "disk"),
        `${error}`,
      );
    }
    if (!life.isOver) kept = run.summary.resumeFrom;
  }

  const consumed = consume();
  if (end?.way === "abort" || end?.way === "return" || end?.way === "kill") {
    const { way, after } = end;
    const later = async () => {
      for (const step of upTo(after)) await world.wait(`step ${step}`);
      if (way === "abort") controller.abort(reason);
      else if (way === "return") await run.return();
      else world.kill(life);
    };
    if (way === "kill") await Promise.race([consumed, later()]);
    else await Promise.all([consumed, later()]);
  } else {
    await consumed;
  }
  assert.ok(seen.mostPending <= 1);
  const { unreported, ...summary } = run.summary;
  return { results, unreported, summary, kept, wasKilled: life.isOver };
}

/**
 * @param {BulkResult[]} results
 * @param {World} world
 */
function checkTruth(results, world) {
  for (const { index, status } of results) {
    const taken = world.taken.includes(index);
    if (status === "sent") assert.ok(taken, `${index} is sent`);
    if (status === "failed" || status === "invalid") assert.ok(!taken, `${index} is not sent`);
  }
}

test("over a run and those that go on with it, every message is reported once and sent once", async () => {
  const property = fc.asyncProperty(
    scenario,
    fc.scheduler(),
    async ({ fates, ends, ...how }, scheduler) => {
      const world = new World(fates, (label) => scheduler.schedule(Promise.resolve(), label));
      /** @type {BulkResult[]} */
      const reported = [];
      /** @type {unknown} */
      let position;
      for (const end of [...ends, undefined]) {
        const run = await scheduler.waitFor(runOnce(world, how, position, end));
        const { results, unreported, summary, kept, wasKilled } = run;
        reported.push(...results);
        if (!wasKilled) {
          reported.push(...unreported);
          const all = [...results, ...unreported];
          const count = (/** @type {string} */ status) =>
            all.filter((result) => result.status === status).length;
          const { resumeFrom, ...counts } = summary;
          assert.deepEqual(resumeFrom, kept);
          assert.deepEqual(counts, {
            done: all.length,
            ...{ sent: count("sent"), invalid: count("invalid") },
            ...{ failed: count("failed"), unknown: count("unknown") },
          });
        }
        // What was let go of is neither on its way nor has it arrived, not even later.
        await scheduler.waitIdle();
        const surelyNot = new Set(kept.again);
        const begun = kept.index + (kept.ahead ?? 0);
        assert.deepEqual(
          world.taken.filter((index) => surelyNot.has(index) || index >= begun),
          [],
        );
        assert.ok([...kept.again, ...kept.unknown].every((index) => index < kept.index));
        position = JSON.parse(JSON.stringify(kept));
      }
      assert.deepEqual(
        indexes(reported).sort((a, b) => a - b),
        upTo(fates.length),
      );
      assert.deepEqual(position, { index: fates.length, again: [], unknown: [] });
      assert.equal(new Set(world.taken).size, world.taken.length, "nothing is taken twice");
      checkTruth(reported, world);
      assert.ok(world.most.active <= how.concurrency);
      assert.equal(world.active, 0);
    },
  );
  await fc.assert(property, { numRuns: 600 });
});

test("no more messages are held than the concurrency allows", async () => {
  const property = fc.asyncProperty(
    scenario,
    fc.scheduler(),
    async ({ fates, ...how }, scheduler) => {
      const world = new World(fates, (label) => scheduler.schedule(Promise.resolve(), label));
      await scheduler.waitFor(runOnce(world, how, 0));
      assert.ok(world.most.held <= how.concurrency);
      assert.equal(world.most.held >= Math.min(1, fates.length), true);
    },
  );
  await fc.assert(property, { numRuns: 300 });
});
