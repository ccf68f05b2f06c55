/** What holds of the schedule whatever happens, in simulated time. */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { crowd, interval, mostInAMinute, play, RECHECK_MS } from "./simulated-queue.mjs";

/** @typedef {import("./simulated-queue.mjs").SimulatedCall} SimulatedCall */

/** Numbers that look random and are the same each time. */
function randomOf(/** @type {number} */ seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const rates = fc.oneof(
  fc.integer({ min: 1, max: 20 }),
  fc.double({ min: 1, max: 130, noNaN: true }),
  fc.integer({ min: 60, max: 2_000 }),
);

const time = fc.integer({ min: 0, max: 150_000 });

/** Some come together. */
const arrivals = fc
  .array(fc.record({ at: time, count: fc.integer({ min: 1, max: 12 }) }), {
    minLength: 1,
    maxLength: 6,
  })
  .map((groups) => groups.flatMap(({ at, count }) => crowd(count, { at })));

const pauses = fc.array(fc.record({ at: time, ms: fc.integer({ min: 0, max: 60_000 }) }), {
  maxLength: 3,
});

/** Calls with all that can happen to them. */
const fates = fc.array(
  fc.record(
    {
      abort: fc.integer({ min: 0, max: 90_000 }),
      die: fc.integer({ min: 0, max: 90_000 }),
      retriesAfter: fc.array(fc.integer({ min: 0, max: 20_000 }), { maxLength: 2 }),
    },
    { requiredKeys: [] },
  ),
  { minLength: 1, maxLength: 8 },
);

const eventful = fc.record({ calls: arrivals, fates }).map(({ calls, fates }) =>
  calls.map(({ at }, index) => {
    const { abort, die, retriesAfter } = fates[index % fates.length] ?? {};
    /** @type {SimulatedCall} */
    const call = { at };
    if (abort !== undefined) call.abortAt = at + abort;
    else if (die !== undefined) call.dieAt = at + die;
    if (retriesAfter) call.retriesAfter = retriesAfter;
    return call;
  }),
);

/** @param {number} most */
const latenesses = (most) =>
  fc.array(fc.double({ min: 0, max: most, noNaN: true }), { minLength: 1, maxLength: 20 });

/** That of a busy program's timers, of a hidden page's, of a sleeping laptop's. */
const anyLateness = fc.oneof(
  ...[0, 450, 5_000, 70_000, 600_000].map((most) => latenesses(most)),
  fc.constantFrom(1_000, 5_000, 60_000).map((always) => [always]),
);

test("any minute has at most as many departures as the limit says", () => {
  fc.assert(
    fc.property(rates, eventful, pauses, anyLateness, (rpm, calls, pauses, lateness) => {
      const { departures } = play({ rpm, calls, pauses, lateness });
      assert.ok(mostInAMinute(departures) <= Math.floor(rpm));
    }),
    { numRuns: 400 },
  );
});

test("a crowd larger than the limit fills a minute to the limit, and no further", () => {
  for (const rpm of [1, 7, 60, 99.5, 300, 600, 2_000]) {
    const random = randomOf(rpm);
    const count = Math.floor(rpm * (rpm > 1_000 ? 1.2 : 2.5));
    const calls = Array.from({ length: count }, () => {
      /** @type {SimulatedCall} */
      const call = { at: random() < 0.7 ? 0 : random() * 90_000 };
      if (random() < 0.1) call.abortAt = call.at + random() * 60_000;
      if (random() < 0.1) call.retriesAfter = [random() * 5_000];
      return call;
    });
    const pauses = [{ at: 40_000, ms: random() * 3_000 }];
    const { departures } = play({
      rpm,
      calls,
      pauses,
      lateness: Array.from({ length: 97 }, () => random() * 450),
    });
    assert.ok(mostInAMinute(departures) <= Math.floor(rpm), `${rpm} a minute`);
  }
});

test("requests leave in order of their arrival when nobody is late or gives up", () => {
  fc.assert(
    fc.property(rates, arrivals, pauses, (rpm, calls, pauses) => {
      calls.sort((a, b) => a.at - b.at);
      const { sent } = play({ rpm, calls, pauses });
      assert.deepEqual(
        sent.map(({ call }) => call),
        calls.map((_, index) => index),
      );
    }),
  );
});

/** When the program does nothing, as a laptop that sleeps or a thread that computes. */
const stalls = fc.array(fc.record({ at: time, ms: fc.integer({ min: 0, max: 120_000 }) }), {
  minLength: 1,
  maxLength: 3,
});

test("requests leave in order of their arrival after a stall as well", () => {
  fc.assert(
    fc.property(rates, arrivals, pauses, stalls, (rpm, calls, pauses, stalls) => {
      const { sent, departures } = play({ rpm, calls, pauses, stalls });
      assert.equal(sent.length, calls.length);
      const order = sent.map(({ arrival }) => arrival);
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
      );
      assert.ok(mostInAMinute(departures) <= Math.floor(rpm));
    }),
    { numRuns: 400 },
  );
});

const few = fc.integer({ min: 1, max: 130 });

/** How far and when a clock on the wall is set. */
const steps = fc.array(
  fc.record({ at: time, by: fc.integer({ min: -3_600_000, max: 3_600_000 }) }),
  { maxLength: 20 },
);

/**
 * @param {{ at: number, by: number }[]} steps
 * @returns {(time: number) => number} Milliseconds since 1970.
 */
const wall = (steps) => (time) =>
  steps.reduce((shown, { at, by }) => shown + (time >= at ? by : 0), Date.UTC(2026, 0, 15) + time);

test("no minute has more departures than the limit, however a clock is set while somebody waits", () => {
  fc.assert(
    fc.property(few, eventful, pauses, anyLateness, steps, (rpm, some, pauses, late, steps) => {
      // Somebody waits from the beginning to the end of the steps.
      const crowded = crowd(Math.ceil(Math.floor(rpm) * 2.6) + 2);
      const lateness = late.map((ms) => Math.min(ms, 5_000));
      const calls = [...crowded, ...some];
      const { departures, tooEarly } = play({ rpm, calls, pauses, lateness, clock: wall(steps) });
      assert.ok(mostInAMinute(departures) <= Math.floor(rpm));
      assert.deepEqual(tooEarly, []);
    }),
    { numRuns: 50 },
  );
});

test("a clock that is set back or ahead once, whoever waits, does not exceed the limit", () => {
  const busy = fc.integer({ min: 62, max: 2_000 });
  const step = fc.record({ at: time, by: fc.integer({ min: -3_600_000, max: 50_000 }) });
  fc.assert(
    fc.property(busy, eventful, pauses, step, (rpm, calls, pauses, step) => {
      const clock = wall([step]);
      const { departures } = play({ rpm, calls, pauses, clock });
      assert.ok(mostInAMinute(departures) <= Math.floor(rpm));
    }),
  );
});

test("requests leave in order of their arrival by a clock on the wall as well", () => {
  fc.assert(
    fc.property(rates, arrivals, pauses, steps, (rpm, calls, pauses, steps) => {
      const { sent } = play({ rpm, calls, pauses, clock: wall(steps) });
      assert.equal(sent.length, calls.length);
      const order = sent.map(({ arrival }) => arrival);
      assert.deepEqual(
        order,
        order.toSorted((a, b) => a - b),
      );
    }),
    // Their timers tell two of them apart by less than they sleep.
    { examples: [[128, [1, 16_500, 498].map((at) => ({ at })), [{ at: 0, ms: 28_499 }], []]] },
  );
});

test("nothing leaves during a pause", () => {
  fc.assert(
    fc.property(rates, eventful, pauses, anyLateness, (rpm, calls, pauses, lateness) => {
      assert.deepEqual(play({ rpm, calls, pauses, lateness }).tooEarly, []);
    }),
  );
});

test("everything leaves that is not given up, however late timers are", () => {
  fc.assert(
    fc.property(rates, eventful, pauses, anyLateness, (rpm, calls, pauses, lateness) => {
      const { attempts } = play({ rpm, calls, pauses, lateness });
      const ended = new Set(attempts.map(({ call }) => call));
      for (const [call, { at, abortAt, dieAt }] of calls.entries()) {
        const gaveUpAtOnce = at === abortAt || at === dieAt;
        assert.equal(ended.has(call), !gaveUpAtOnce);
      }
    }),
  );
});

test("nobody waits for longer than the queue, the pauses and timers explain", () => {
  fc.assert(
    fc.property(rates, eventful, pauses, anyLateness, (rpm, calls, pauses, lateness) => {
      const { attempts, sent } = play({ rpm, calls, pauses, lateness });
      const late = Math.max(...lateness);
      for (const { entered, ended } of sent) {
        // A dead one's place is kept for some time.
        const others = attempts.filter(
          (other) => other.entered <= ended && other.ended + 6_000 + late >= entered,
        ).length;
        const paused = pauses
          .filter(({ at, ms }) => at <= ended && at + ms >= entered)
          .reduce((sum, { ms }) => sum + ms, 0);
        const most = others * (interval(rpm) + late) + paused + RECHECK_MS + late;
        assert.ok(ended - entered <= most, `${ended - entered} > ${most}`);
      }
    }),
  );
});

test("dead waiters delay the others by no more than their own slots", () => {
  fc.assert(
    fc.property(rates, arrivals, fc.integer({ min: 2, max: 5 }), (rpm, calls, every) => {
      calls.sort((a, b) => a.at - b.at);
      const isDead = (/** @type {number} */ index) => index % every === 1;
      const dying = calls.map((call, index) =>
        isDead(index) ? { ...call, dieAt: call.at + 1 } : call,
      );
      const withDead = play({ rpm, calls: dying }).sent.filter(({ call }) => !isDead(call));
      const living = play({ rpm, calls: calls.filter((_, index) => !isDead(index)) }).sent;
      assert.equal(withDead.length, living.length);
      const dead = calls.length - living.length;
      for (const [index, { ended }] of withDead.entries()) {
        const without = Number(living[index]?.ended);
        assert.ok(ended <= without + dead * interval(rpm) + RECHECK_MS);
      }
    }),
  );
});

test("the queue holds the waiters and who died of late, and is empty in the end", () => {
  fc.assert(
    fc.property(rates, eventful, pauses, latenesses(450), (rpm, calls, pauses, lateness) => {
      assert.ok(play({ rpm, calls, pauses, lateness }).surplus <= 0);
    }),
  );
});

test("under constant pressure at least nine tenths of the limit leave, by any clock", () => {
  for (const clock of [undefined, wall([])])
    for (const rpm of [60, 66, 70, 79, 100, 199, 300, 600, 2_000]) {
      const random = randomOf(rpm);
      // More than may leave, for three minutes; the first minute also has the burst.
      const calls = Array.from({ length: Math.ceil(rpm * 3.3) }, (_, index) => ({
        at: (index / (rpm * 1.1)) * 60_000,
      }));
      const { departures } = play({
        rpm,
        calls,
        lateness: Array.from({ length: 97 }, () => random() * 40),
        clock,
      });
      const counted = departures.filter((time) => time >= 60_000 && time < 180_000).length;
      assert.ok(counted >= 0.9 * 2 * rpm, `${counted / 2} of ${rpm} a minute`);
    }
});
