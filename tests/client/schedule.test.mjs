import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createSchedule, mostInAMinute, play, RECHECK_MS } from "./simulated-queue.mjs";

/** @typedef {import("./simulated-queue.mjs").SimulatedCall} SimulatedCall */

/** Slots are so far apart that a minute and a second hold one less than the limit with bursts. */
const interval = (/** @type {number} */ rpm) => {
  const limit = Math.floor(rpm);
  return 61_000 / (limit - Math.max(1, Math.min(Math.floor(limit / 20), 10)) + 1);
};

/**
 * @param {number} count
 * @param {Partial<SimulatedCall>} [more]
 * @returns {SimulatedCall[]} That come at the same time.
 */
const crowd = (count, more) => Array.from({ length: count }, () => ({ at: 0, ...more }));

/**
 * Departures in whole seconds.
 *
 * @param {Parameters<typeof play>[0]} scenario
 */
const seconds = (scenario) => play(scenario).departures.map((time) => Math.round(time / 1000));

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
  fc
    .array(fc.double({ min: 0, max: most, noNaN: true }), { minLength: 1, maxLength: 20 })
    .map((list) => () => {
      list.push(/** @type {number} */ (list.shift()));
      return Number(list[0]);
    });

/** What timers of a busy program are late; together with RECHECK_MS less than a second. */
const slightlyLate = latenesses(450);

/** With sleeping laptops. */
const anyLateness = fc.oneof(slightlyLate, latenesses(5_000), latenesses(600_000));

test("the first requests leave at once, as many as the burst holds, then one after another", () => {
  for (const [rpm, burst] of /** @type {const} */ ([
    [1, 1],
    [39.9, 1],
    [40, 2],
    [60, 3],
    [200, 10],
    [2_000, 10],
  ])) {
    const { departures } = play({ rpm, calls: crowd(burst + 2) });
    const after = interval(rpm);
    const expected = [...Array(burst).fill(0), after, 2 * after];
    assert.deepEqual(departures.map(Math.round), expected.map(Math.round), `${rpm} a minute`);
  }
});

test("the longest waits are those of a limit of one a minute", () => {
  assert.deepEqual(seconds({ rpm: 1, calls: crowd(3) }), [0, 61, 122]);
});

test("after a pause of the callers the burst is there again", () => {
  const calls = [...crowd(5), ...crowd(3, { at: 30_000 })];
  assert.deepEqual(seconds({ rpm: 60, calls }), [0, 0, 0, 1, 2, 30, 30, 30]);
});

test("those behind a waiter that gives up move up, and so do newcomers", () => {
  const calls = [...crowd(4), { at: 0, abortAt: 10_000 }, ...crowd(2), { at: 20_000 }];
  const { sent } = play({ rpm: 2, calls });
  assert.deepEqual(
    sent.map(({ call, ended }) => [call, Math.round(ended / 1000)]),
    [0, 1, 2, 3, 5, 6, 7].map((call, place) => [call, Math.round(30.5 * place)]),
  );
});

test("a waiter that gives up when its time has come leaves the others where they are", () => {
  const schedule = createSchedule(60);
  for (let count = 0; count < 3; count += 1) schedule.wait(schedule.enter(0), 0);
  const [late, next] = [schedule.enter(0), schedule.enter(0)];
  const after = schedule.wait(next, 0);
  const slot = schedule.wait(late, 0);
  // One that came later went at the late one's time: what it gives back is used up.
  schedule.abandon(late, slot + 1);
  assert.equal(schedule.wait(next, slot + 1), after - slot - 1);
});

test("to give up twice, or after leaving, changes nothing", () => {
  const schedule = createSchedule(1);
  const left = schedule.enter(0);
  assert.equal(schedule.wait(left, 0), 0);
  const [first, second] = [schedule.enter(0), schedule.enter(0)];
  schedule.abandon(first, 0);
  schedule.abandon(first, 0);
  schedule.abandon(left, 0);
  assert.equal(schedule.size, 1);
  assert.equal(schedule.wait(second, 0), 61_000);
});

test("a retry goes before all that arrived later and behind all that arrived earlier", () => {
  const calls = [{ at: 0 }, { at: 0, retriesAfter: [35_000] }, ...crowd(4)];
  const { sent } = play({ rpm: 2, calls });
  assert.deepEqual(
    sent.map(({ call }) => call),
    [0, 1, 2, 1, 3, 4, 5],
  );
  const schedule = createSchedule(1);
  schedule.wait(schedule.enter(0), 0);
  const [one, two, three] = [1, 2, 3].map(() => schedule.enter(0));
  assert.ok(one && two && three);
  const retry = schedule.enter(0, two.arrival);
  const slots = [one, two, retry, three].map((ticket) => schedule.wait(ticket, 0));
  assert.deepEqual(slots, [61_000, 122_000, 183_000, 244_000]);
});

test("a retry does not take the time of a late waiter: somebody after it may have left", () => {
  const schedule = createSchedule(100);
  const after = interval(100);
  const first = Array.from({ length: 5 }, () => schedule.enter(0));
  const [late, other] = [schedule.enter(0), schedule.enter(0)];
  for (const ticket of first) assert.equal(schedule.wait(ticket, 0), 0);
  assert.equal(schedule.wait(other, 2 * after), 0);
  const retry = schedule.enter(2 * after, first[0]?.arrival);
  assert.equal(Math.round(schedule.wait(retry, 2 * after)), Math.round(after));
  assert.equal(schedule.wait(late, 2 * after), 0);
});

test("to ask again after leaving is to come once more", () => {
  const schedule = createSchedule(1);
  const [one, two] = [schedule.enter(0), schedule.enter(0)];
  assert.deepEqual([schedule.wait(one, 0), schedule.wait(two, 0)], [0, 61_000]);
  assert.deepEqual([schedule.wait(one, 0), schedule.wait(two, 0)], [61_000, 122_000]);
});

test("a retry leaves at once where nobody has to wait", () => {
  assert.deepEqual(seconds({ rpm: 600, calls: [{ at: 0, retriesAfter: [1_000] }] }), [0, 1]);
});

test("a refusal holds everything back, and then one leaves after another", () => {
  const calls = [...crowd(5), ...crowd(4, { at: 5_000 })];
  const pause = [{ at: 500, ms: 20_000 }];
  assert.deepEqual(
    seconds({ rpm: 60, calls, pauses: pause }),
    [0, 0, 0, 20.5, 21.6, 22.6, 23.7, 24.7, 25.8].map(Math.round),
  );
});

test("a refusal that several requests report is waited for once", () => {
  const reports = [0, 1, 2, 50, 400].map((at) => ({ at, ms: 20_000 - at }));
  const calls = [{ at: 0 }, ...crowd(3, { at: 10 })];
  const { departures } = play({ rpm: 6, calls, pauses: reports });
  const after = interval(6);
  const expected = [0, 20_000, 20_000 + after, 20_000 + 2 * after];
  assert.deepEqual(departures.map(Math.round), expected.map(Math.round));
});

test("a shorter pause does not shorten a longer one", () => {
  const pauses = [
    { at: 0, ms: 30_000 },
    { at: 1, ms: 10 },
  ];
  assert.deepEqual(seconds({ rpm: 600, calls: crowd(1, { at: 5 }), pauses }), [30]);
});

test("a refusal does not hold back those whose time comes later anyway", () => {
  assert.deepEqual(
    seconds({ rpm: 1, calls: crowd(3), pauses: [{ at: 1_000, ms: 5_000 }] }),
    [0, 61, 122],
  );
});

test("a refusal is not counted from the time of a waiter that does not come any more", () => {
  const schedule = createSchedule(1);
  schedule.wait(schedule.enter(0), 0);
  const [gone, other] = [schedule.enter(0), schedule.enter(0)];
  schedule.wait(gone, 60_900);
  schedule.wait(other, 61_900);
  schedule.pause(62_200, 1_000);
  assert.equal(schedule.wait(other, 62_200), 59_800);
});

test("a waiter may leave up to a second after its time, and then gets a new one", () => {
  for (const [lateMs, expected] of /** @type {const} */ ([
    [1_000, 0],
    [1_001, 59_999],
  ])) {
    const schedule = createSchedule(1);
    schedule.wait(schedule.enter(0), 0);
    const [late, other] = [schedule.enter(0), schedule.enter(0)];
    schedule.wait(late, 60_900);
    schedule.wait(other, 61_900);
    assert.equal(schedule.wait(late, 61_000 + lateMs), expected);
  }
});

test("a waiter that is much too late gets a new time, so that not all leave at once", () => {
  const schedule = createSchedule(60);
  const tickets = Array.from({ length: 40 }, () => schedule.enter(0));
  const waits = () => tickets.map((ticket) => schedule.wait(ticket, 3_600_000));
  assert.equal(waits().filter((ms) => ms === 0).length, 3);
});

test("a dead waiter's place is given to the others soon", () => {
  // Ten minutes' work that nobody waits for any longer.
  const calls = [...crowd(600, { dieAt: 1_000 }), { at: 3_000 }];
  const last = play({ rpm: 60, calls }).departures.at(-1) ?? Infinity;
  assert.ok(last < 10_000, `left at ${last}`);
});

test("a waiter that was taken for dead and asks again goes by its arrival", () => {
  const schedule = createSchedule(1);
  schedule.wait(schedule.enter(0), 0);
  const [silent, other] = [schedule.enter(0), schedule.enter(0)];
  for (let now = 0; now <= 10_000; now += RECHECK_MS) schedule.wait(other, now);
  assert.equal(schedule.size, 1);
  assert.equal(schedule.wait(other, 10_000), 51_000);
  assert.equal(schedule.wait(silent, 10_000), 51_000);
  assert.equal(schedule.wait(other, 10_000), 112_000);
});

test("a clock that stands still lets a burst out and explains every wait", () => {
  const schedule = createSchedule(60);
  const waits = Array.from({ length: 5 }, () => schedule.wait(schedule.enter(7), 7));
  const after = interval(60);
  assert.deepEqual(waits.map(Math.round), [0, 0, 0, after, 2 * after].map(Math.round));
});

test("a clock that shows an earlier time for a moment changes no wait", () => {
  const schedule = createSchedule(1);
  schedule.wait(schedule.enter(10_000), 10_000);
  const ticket = schedule.enter(10_000);
  assert.equal(schedule.wait(ticket, 9_100), 61_000);
  assert.equal(schedule.wait(ticket, 10_100), 60_900);
});

test("a clock that is set back or ahead makes nobody wait longer", () => {
  const hour = 3_600_000;
  for (const [set, expected] of /** @type {const} */ ([
    [-hour, [0, 61_000, 122_000, 183_000]],
    [hour, [0, 30_000, 91_000, 152_000]],
  ])) {
    const clock = (/** @type {number} */ now) => now + 2 * hour + (now < 29_900 ? 0 : set);
    const { departures } = play({ rpm: 1, calls: crowd(4), clock });
    assert.equal(departures.length, expected.length);
    for (const [index, time] of departures.entries()) {
      // Nobody can tell how much time went by between the last reading and the first new one.
      const lost = time - Number(expected[index]);
      assert.ok(lost >= 0 && lost <= RECHECK_MS, `set by ${set}: ${departures}`);
    }
  }
});

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
    const { departures } = play({ rpm, calls, pauses, lateness: () => random() * 450 });
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

test("nothing leaves during a pause", () => {
  fc.assert(
    fc.property(rates, eventful, pauses, anyLateness, (rpm, calls, pauses, lateness) => {
      assert.deepEqual(play({ rpm, calls, pauses, lateness }).tooEarly, []);
    }),
  );
});

test("everything leaves that is not given up, after no more than the queue and pauses explain", () => {
  fc.assert(
    fc.property(rates, eventful, pauses, slightlyLate, (rpm, calls, pauses, lateness) => {
      const { attempts, sent } = play({ rpm, calls, pauses, lateness });
      const ended = new Set(attempts.map(({ call }) => call));
      for (const [call, { at, abortAt, dieAt }] of calls.entries()) {
        const gaveUp = at === abortAt || at === dieAt;
        assert.equal(ended.has(call), !gaveUp);
      }
      for (const { entered, ended } of sent) {
        // A dead program's place is kept for up to six seconds.
        const others = attempts.filter(
          (other) => other.entered <= ended && other.ended + 6_000 >= entered,
        ).length;
        const paused = pauses
          .filter(({ at, ms }) => at <= ended && at + ms >= entered)
          .reduce((sum, { ms }) => sum + ms, 0);
        assert.ok(ended - entered <= others * interval(rpm) + paused + 1_000);
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
    fc.property(rates, eventful, pauses, slightlyLate, (rpm, calls, pauses, lateness) => {
      assert.ok(play({ rpm, calls, pauses, lateness }).surplus <= 0);
    }),
  );
});

test("under constant pressure at least nine tenths of the limit leave", () => {
  for (const rpm of [60, 66, 70, 79, 100, 199, 300, 600, 2_000]) {
    const random = randomOf(rpm);
    // More than may leave, for three minutes; the first minute also has the burst.
    const calls = Array.from({ length: Math.ceil(rpm * 3.3) }, (_, index) => ({
      at: (index / (rpm * 1.1)) * 60_000,
    }));
    const { departures } = play({ rpm, calls, lateness: () => random() * 40 });
    const counted = departures.filter((time) => time >= 60_000 && time < 180_000).length;
    assert.ok(counted >= 0.9 * 2 * rpm, `${counted / 2} of ${rpm} a minute`);
  }
});
