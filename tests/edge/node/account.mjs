/** One account, whatever happens: its pace, its order, its list of those who want no messages. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createWorld, oneTooMany } from "./account-world.mjs";

/** @typedef {ReturnType<typeof createWorld>} World */

/**
 * Somebody who asks for a turn, and what became of that.
 *
 * @typedef {object} Asker
 * @property {number} since Of the time that has passed.
 * @property {number} order
 * @property {number | undefined} [at] When it got it.
 * @property {unknown} [error]
 * @property {() => void} abort
 * @property {() => void} vanish
 * @property {boolean} gone Whether it has given up, or vanished.
 */

/** @param {World} world */
function createCrowd(world) {
  /** @type {Asker[]} */
  const askers = [];
  let order = 0;
  return {
    askers,
    /**
     * @param {number} many
     * @param {Parameters<World["caller"]>[0]} [plan]
     * @param {number} [slackMs]
     */
    come(many, plan, slackMs) {
      for (let one = 0; one < many; one += 1) {
        const caller = world.caller(plan, slackMs);
        const controller = new AbortController();
        order += 1;
        /** @type {Asker} */
        const asker = {
          since: world.time.passed,
          order,
          gone: false,
          abort() {
            asker.gone = true;
            controller.abort(new Error("given up"));
          },
          vanish() {
            caller.vanish();
            asker.abort();
          },
        };
        askers.push(asker);
        caller.acquire({ signal: controller.signal }).then(
          () => {
            asker.at = world.time.passed;
          },
          (error) => {
            asker.error = error;
          },
        );
      }
    },
    get waiting() {
      return askers.filter(({ at, gone }) => at === undefined && !gone);
    },
  };
}

/** Each got its turn that did not give up, in order. @param {Asker[]} askers */
function assertInOrder(askers) {
  const served = askers.filter(({ gone }) => !gone);
  assert.deepEqual(
    served.filter(({ at }) => at === undefined),
    [],
  );
  const sorted = [...served].sort((one, other) => (one.at ?? 0) - (other.at ?? 0));
  assert.deepEqual(
    sorted.map(({ order }) => order),
    served.map(({ order }) => order),
  );
}

/** @param {Asker[]} askers @param {number} mostMs That any of them may have waited. */
function assertServed(askers, mostMs) {
  for (const { gone, at, since, error } of askers) {
    if (gone) continue;
    assert.ok(at !== undefined, `nobody answers: ${error}`);
    assert.ok(at - since < mostMs, `${at - since} of ${mostMs} ms`);
  }
}

test("the window lets no more go in any window than in the first", async () => {
  const world = createWorld();
  const crowd = createCrowd(world);
  crowd.come(180, { requestsPerMinute: 60 }, 0);
  await world.time.run();
  assertInOrder(crowd.askers);
  assert.equal(world.permissions.length, 180);
  assert.equal(oneTooMany(world.permissions), undefined);
  // Nor is one wasted.
  assert.ok(world.time.passed < 3 * 60_000);
});

test("permissions that were held up on their way do not leave together", async () => {
  const world = createWorld();
  const { time } = world;
  /** @type {number[]} When each message left. */
  const left = [];
  const lane = async () => {
    const { acquire } = world.caller({ requestsPerMinute: 600 });
    while (time.passed < 110_000) {
      await acquire({});
      left.push(time.passed);
      await time.sleep(300);
    }
  };
  for (let one = 0; one < 40; one += 1) lane();
  await time.run(30_000);
  world.holdAnswers(4_000);
  await time.run(120_000);
  assert.ok(left.length > 900, `only ${left.length} have left`);
  const most = Math.max(
    ...left.map((from) => left.filter((at) => at >= from && at < from + 60_000).length),
  );
  assert.ok(most <= 600, `${most} within a minute`);
});

test("after the limit it goes on, and does not sleep for ever", async () => {
  const world = createWorld();
  const crowd = createCrowd(world);
  crowd.come(60, { requestsPerMinute: 60 });
  await world.time.run();
  crowd.come(1, { requestsPerMinute: 60 });
  const before = world.time.passed;
  await world.time.run();
  assertInOrder(crowd.askers);
  assert.ok(world.time.passed - before <= 1_025);
});

test("it goes on after a pause and a reload", async () => {
  const world = createWorld();
  const crowd = createCrowd(world);
  crowd.come(10, { requestsPerMinute: 60 });
  await world.time.run(2_500);
  await world.caller().pause(30_000);
  await world.time.run(9_000);
  assert.equal(crowd.askers.filter(({ at }) => at !== undefined).length, 3);
  world.restart();
  await world.time.run();
  assertInOrder(crowd.askers);
  assert.deepEqual(
    crowd.askers.slice(3, 5).map(({ at }) => Math.round(at ?? 0)),
    [32_500, 33_525],
  );
  assert.equal(oneTooMany(world.permissions), undefined);
});

test("a limit that is changed while it runs holds at once, for what has left too", async () => {
  const world = createWorld();
  const crowd = createCrowd(world);
  crowd.come(400, { requestsPerMinute: 600 });
  await world.time.run(20_000);
  const before = world.permissions.length;
  assert.ok(before > 150);
  await world.caller({ requestsPerMinute: 60 }).state();
  await world.time.run(40_000);
  assert.equal(world.permissions.length, before);
  await world.caller({ requestsPerMinute: 600 }).state();
  await world.time.run();
  assertInOrder(crowd.askers);
  assert.equal(oneTooMany(world.permissions), undefined);
});

test("a campaign that is paused leaves the pace of another as it is", async () => {
  const world = createWorld();
  const [paused, other] = [createCrowd(world), createCrowd(world)];
  for (let turn = 0; turn < 50; turn += 1) {
    paused.come(1, { requestsPerMinute: 60 });
    other.come(1, { requestsPerMinute: 60 });
  }
  await world.time.run(10_000);
  for (const asker of paused.waiting) asker.abort();
  await world.time.run();
  assertInOrder(other.askers);
  assert.equal(oneTooMany(world.permissions), undefined);
  // Its turns go to the other: nothing is left unused.
  const turns = world.permissions.length;
  assert.ok(world.time.passed <= (turns + 1) * 1_025, `${turns} in ${world.time.passed} ms`);
});

const limits = fc.oneof(fc.integer({ min: 2, max: 20 }), fc.integer({ min: 21, max: 900 }));

/** What happens, and when. */
const event = fc.record({
  after: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 25_000 })),
  what: fc.oneof(
    { weight: 4, arbitrary: fc.record({ come: fc.integer({ min: 1, max: 9 }) }) },
    fc.record({ pause: fc.integer({ min: 0, max: 60_000 }) }),
    fc.record({ plan: limits }),
    { weight: 2, arbitrary: fc.record({ restart: fc.constant(true) }) },
    fc.record({ abort: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ vanish: fc.integer({ min: 1, max: 4 }) }),
  ),
});
const events = fc.array(event, { minLength: 2, maxLength: 12 });

/**
 * Lets it all happen, until nobody waits any more.
 *
 * @param {number} perMinute
 * @param {any[]} happens
 */
async function play(perMinute, happens) {
  const world = createWorld();
  const crowd = createCrowd(world);
  let plan = { requestsPerMinute: perMinute };
  let slowest = perMinute;
  let pauses = 0;
  let jumped = Number.NEGATIVE_INFINITY;
  /** @type {number[]} */
  const restarts = [];
  for (const { after, what } of happens) {
    await world.time.run(world.time.passed + after);
    if (what.come) crowd.come(what.come, plan);
    if (what.restart && world.time.passed - (restarts.at(-1) ?? -5_000) >= 5_000) {
      world.restart();
      restarts.push(world.time.passed);
    }
    if (what.pause) {
      pauses += what.pause;
      world.caller().pause(what.pause);
    }
    if (what.plan) {
      plan = { requestsPerMinute: what.plan };
      slowest = Math.min(slowest, what.plan);
      world.caller(plan).state();
    }
    if (what.jump && (what.jump < 0 || world.time.passed - jumped > 62_000)) {
      if (what.jump > 0) jumped = world.time.passed;
      world.time.jump(what.jump);
    }
    for (const [how, share] of [
      ["abort", what.abort],
      ["vanish", what.vanish],
    ]) {
      if (!share) continue;
      for (const asker of crowd.waiting) {
        if (asker.order % share === 0) asker[/** @type {"abort"} */ (how)]();
      }
    }
  }
  const mostMs = 61_500 * (2 + crowd.askers.length / slowest) + pauses + 30_000;
  await world.time.run(world.time.passed + mostMs);
  return { world, crowd, mostMs, restarts };
}

test("whatever happens to it, no window has one too many and everybody gets a turn", async () => {
  await fc.assert(
    fc.asyncProperty(limits, events, async (perMinute, happens) => {
      const { world, crowd, mostMs } = await play(perMinute, happens);
      assert.equal(oneTooMany(world.permissions), undefined);
      assertServed(crowd.askers, mostMs);
    }),
    { numRuns: 60 },
  );
});

test("who came first goes first, whatever happens to others", async () => {
  await fc.assert(
    fc.asyncProperty(limits, events, async (perMinute, happens) => {
      const { crowd } = await play(
        perMinute,
        happens.filter(({ what }) => !("restart" in what)),
      );
      assertInOrder(crowd.askers);
    }),
    { numRuns: 40 },
  );
});

test("who came first goes first, also where the object was evicted meanwhile", async () => {
  await fc.assert(
    fc.asyncProperty(limits, events, async (perMinute, happens) => {
      const { crowd, restarts } = await play(perMinute, happens);
      const served = crowd.askers.filter(({ gone }) => !gone);
      for (const [place, { at = 0 }] of served.entries()) {
        // Who is not back yet can be overtaken.
        if (restarts.some((restart) => at >= restart && at < restart + 1_500)) continue;
        const overtaken = served
          .slice(0, place)
          .find((other) => (other.at ?? 0) > at && !restarts.includes(other.since));
        assert.equal(overtaken, undefined);
      }
    }),
    { numRuns: 40 },
  );
});

/** The clock is set, by however much. */
const jump = fc.record({
  jump: fc.oneof(
    fc.integer({ min: -3_000, max: 3_000 }),
    fc.integer({ min: -4_000_000, max: 4_000_000 }),
  ),
});
const jumps = fc.array(
  fc.record({
    after: fc.integer({ min: 0, max: 25_000 }),
    what: fc.oneof(
      fc.record({ come: fc.integer({ min: 20, max: 70 }) }),
      jump,
      fc.record({ restart: fc.constant(true) }),
      fc.record({ pause: fc.integer({ min: 0, max: 20_000 }) }),
    ),
  }),
  { minLength: 4, maxLength: 12 },
);

test("however its clock is set, no real minute has one too many, and nobody waits for ever", async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 82, max: 140 }), jumps, async (perMinute, happens) => {
      const { world, crowd, mostMs } = await play(perMinute, happens);
      const found = oneTooMany(
        world.permissions,
        ({ passed }) => passed,
        () => 60_000,
      );
      assert.equal(found, undefined);
      assertServed(crowd.askers, mostMs);
    }),
    { numRuns: 25 },
  );
});

test("a clock that is set back by a year stops nothing for longer than a minute", async () => {
  const world = createWorld();
  const crowd = createCrowd(world);
  crowd.come(30, { requestsPerMinute: 60 });
  await world.time.run(5_000);
  await world.caller().pause(10_000);
  world.time.jump(-365 * 24 * 3_600_000);
  await world.time.run(60_000);
  assertInOrder(crowd.askers);
});
