import assert from "node:assert/strict";
import { test } from "node:test";
import { createSchedule, crowd, interval, play, RECHECK_MS } from "./simulated-queue.mjs";

/** Milliseconds since 1970, which only a clock on the wall shows. */
const WALL_MS = Date.UTC(2026, 0, 15);

/**
 * Departures in whole seconds.
 *
 * @param {Parameters<typeof play>[0]} scenario
 */
const seconds = (scenario) => play(scenario).departures.map((time) => Math.round(time / 1000));

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

test("a waiter that gives up when its time has come gives it to the next", () => {
  const schedule = createSchedule(1);
  schedule.wait(schedule.enter(0), 0);
  const [first, second] = [schedule.enter(0), schedule.enter(0)];
  schedule.wait(first, 60_500);
  schedule.wait(second, 60_900);
  schedule.abandon(first);
  assert.equal(schedule.wait(second, 61_300), 0);
});

test("to give up twice, or after leaving, changes nothing", () => {
  const schedule = createSchedule(1);
  const left = schedule.enter(0);
  assert.equal(schedule.wait(left, 0), 0);
  const [first, second] = [schedule.enter(0), schedule.enter(0)];
  schedule.abandon(first);
  schedule.abandon(first);
  schedule.abandon(left);
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
  const [one, two, three, four] = [1, 2, 3, 4].map(() => schedule.enter(0));
  assert.ok(one && two && three && four);
  assert.deepEqual([schedule.wait(one, 0), schedule.wait(two, 61_000)], [0, 0]);
  const again = [two, one].map(({ arrival }) => schedule.enter(61_000, arrival)).reverse();
  const waits = [...again, three, four].map((ticket) => schedule.wait(ticket, 61_000));
  assert.deepEqual(waits, [61_000, 122_000, 183_000, 244_000]);
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

test("a waiter that is late leaves when it asks, and the next an interval later", () => {
  const schedule = createSchedule(1);
  schedule.wait(schedule.enter(0), 0);
  const [late, other] = [schedule.enter(0), schedule.enter(0)];
  assert.equal(schedule.wait(late, 60_000), 1_000);
  assert.equal(schedule.wait(other, 64_000), 58_000);
  assert.equal(schedule.wait(late, 64_500), 0);
  assert.equal(schedule.wait(other, 64_500), 61_000);
});

test("the next goes when its own time has come, though the one before it has not asked", () => {
  const schedule = createSchedule(30);
  const after = interval(30);
  schedule.wait(schedule.enter(0), 0);
  const [late, other] = [schedule.enter(0), schedule.enter(0)];
  for (const ticket of [late, other]) schedule.wait(ticket, 0);
  // Each is on time, so the one before it would have asked if it could.
  for (let now = RECHECK_MS; now < 2 * after; now += RECHECK_MS) schedule.wait(other, now);
  assert.equal(schedule.wait(other, 2 * after), 0);
  assert.equal(Math.round(schedule.wait(late, 2 * after + 10)), Math.round(after - 10));
});

test("not all leave at once that a laptop's sleep has made late", () => {
  const schedule = createSchedule(60);
  const tickets = Array.from({ length: 40 }, () => schedule.enter(0));
  for (const ticket of tickets) schedule.wait(ticket, 0);
  const waits = tickets.map((ticket) => schedule.wait(ticket, 3_600_000));
  assert.equal(waits.filter((ms) => ms === 0).length, 3);
});

test("a dead waiter's place is given to the others soon", () => {
  // Ten minutes' work that nobody waits for any longer.
  const calls = [...crowd(600, { dieAt: 1_000 }), { at: 3_000 }];
  const last = play({ rpm: 60, calls }).departures.at(-1) ?? Infinity;
  assert.ok(last < 10_000, `left at ${last}`);
});

test("dead waiters between the others cost their own turns and no more", () => {
  for (const every of [2, 3, 10]) {
    const calls = crowd(120).map((call, index) => (index % every ? call : { ...call, dieAt: 1 }));
    const last = Number(play({ rpm: 1_200, calls }).departures.at(-1));
    assert.ok(last <= 120 * interval(1_200), `left at ${last}`);
  }
});

test("a waiter that was overtaken since it was late is the first once more", () => {
  const schedule = createSchedule(30);
  const after = interval(30);
  schedule.wait(schedule.enter(0), 0);
  const [late, other, third] = [1, 2, 3].map(() => schedule.enter(0));
  assert.ok(late && other && third);
  for (const ticket of [late, other, third]) schedule.wait(ticket, 0);
  for (let now = RECHECK_MS; now < 2 * after; now += RECHECK_MS) schedule.wait(other, now);
  assert.equal(schedule.wait(other, 2 * after), 0);
  const waits = [third, late, third].map((ticket) => schedule.wait(ticket, 2 * after));
  assert.deepEqual(waits.map(Math.round), [after, after, 2 * after].map(Math.round));
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

test("a clock that is set back or ahead changes no turn while somebody waits", () => {
  const hour = 3_600_000;
  for (const set of [-hour, hour]) {
    const clock = (/** @type {number} */ now) => WALL_MS + now + (now < 29_900 ? 0 : set);
    assert.deepEqual(seconds({ rpm: 1, calls: crowd(4), clock }), [0, 61, 122, 183]);
  }
});

test("a clock that is set ahead while nobody waits lets out one more, and no burst", () => {
  const clock = (/** @type {number} */ now) => WALL_MS + now + (now < 5_000 ? 0 : 30_000);
  const calls = [...crowd(10), ...crowd(10, { at: 5_001 })];
  const { departures } = play({ rpm: 60, calls, clock });
  const after = interval(60);
  // Eight have left or wait for their turns by the time it is set, two more come out of turn.
  assert.deepEqual(departures.slice(0, 3), [0, 0, 0]);
  assert.ok(Number(departures[12]) >= 10 * after - 1, `${departures}`);
});

test("where the clock may be set, those who come now and then do not wait", () => {
  const clock = (/** @type {number} */ now) => WALL_MS + now;
  const calls = Array.from({ length: 20 }, (_, index) => ({ at: index * 5_000 }));
  assert.deepEqual(
    play({ rpm: 60, calls, clock }).departures,
    calls.map(({ at }) => at),
  );
  // After a minute, also as many at once as the burst holds.
  const later = [...crowd(3), ...crowd(3, { at: 65_000 })];
  assert.deepEqual(seconds({ rpm: 60, calls: later, clock }), [0, 0, 0, 65, 65, 65]);
});

test("after a stall who came first goes first, whichever timer goes off first", () => {
  const schedule = createSchedule(300);
  const after = interval(300);
  while (schedule.wait(schedule.enter(0), 0) === 0);
  const tickets = Array.from({ length: 20 }, () => schedule.enter(0));
  for (const ticket of tickets) schedule.wait(ticket, 0);
  /** @type {number[]} */
  const left = [];
  for (let asks = 0; asks < 40; asks += 1) {
    for (const ticket of tickets.toReversed()) {
      if (left.includes(ticket.arrival)) continue;
      if (schedule.wait(ticket, 6_000 + asks * after) === 0) left.push(ticket.arrival);
    }
  }
  assert.deepEqual(
    left,
    tickets.map(({ arrival }) => arrival),
  );
});

/**
 * How often tickets are looked at, for each of them.
 *
 * @param {number} count
 * @param {(schedule: ReturnType<typeof createSchedule>, tickets: any[]) => void} work
 */
function looksAt(count, work) {
  const schedule = createSchedule(300);
  let looks = 0;
  const tickets = Array.from({ length: count }, () => {
    const ticket = schedule.enter(0);
    schedule.wait(ticket, 0);
    for (let [name, value] of Object.entries(ticket)) {
      Object.defineProperty(ticket, name, {
        get() {
          looks += 1;
          return value;
        },
        set(other) {
          value = other;
        },
      });
    }
    return ticket;
  });
  work(schedule, tickets);
  return looks / count;
}

test("what giving up costs does not grow with how many wait", () => {
  for (const order of /** @type {const} */ (["first", "last", "mixed"])) {
    const costs = [500, 20_000].map((count) =>
      looksAt(count, (schedule, tickets) => {
        if (order === "last") tickets.reverse();
        if (order === "mixed")
          tickets.sort((a, b) => ((a.arrival * 7) % 11) - ((b.arrival * 7) % 11));
        for (const ticket of tickets) schedule.abandon(ticket);
        assert.equal(schedule.size, 0);
      }),
    );
    const [few, many] = /** @type {[number, number]} */ (costs);
    assert.ok(many < 2 * few + 20, `${order}: ${few} looks each, then ${many}`);
  }
});

test("what asking costs grows as slowly as a search among those who wait", () => {
  const costs = [500, 20_000].map((count) =>
    looksAt(count, (schedule, tickets) => {
      for (let now = RECHECK_MS; now <= 10 * RECHECK_MS; now += RECHECK_MS) {
        for (const ticket of tickets) if (ticket.waits) schedule.wait(ticket, now);
      }
    }),
  );
  const [few, many] = /** @type {[number, number]} */ (costs);
  assert.ok(many < 3 * few, `${few} looks each, then ${many}`);
});
