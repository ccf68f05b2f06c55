/** When the next permission may be given, and who is first in line: decisions, without any waiting. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { INSTALLED } from "../../scripts/project.mjs";

/** @param {string} name Of a module of the entry. */
const inside = (name) => import(pathToFileURL(join(INSTALLED, "dist", "edge", name)).href);

/** @type {typeof import("../../pkg-template/edge/account-line.js")} */
const { createLine } = await inside("account-line.js");
/** @type {typeof import("../../pkg-template/edge/pace.js")} */
const { decide, intervalOf, windowOf } = await inside("pace.js");

/** @typedef {import("../../pkg-template/edge/pace.js").Limit} Limit */

/** @param {number} perMinute @param {number} [slackMs] @returns {Limit} */
const limitOf = (perMinute, slackMs = 1_500) => ({ perMinute, slackMs });

/** Remembers what was permitted as an account does. */
function createLog() {
  /** @type {{ at: number, slot: number }[]} */
  const log = [];
  let pausedUntil = 0;
  return {
    log,
    pause(/** @type {number} */ until) {
      pausedUntil = until;
    },
    /** @param {Limit} limit @param {number} arrival @param {number} now @returns {number} */
    ask(limit, arrival, now) {
      const bound = log.at(-limit.perMinute)?.at;
      const decision = decide(limit, { last: log.at(-1), bound, pausedUntil }, arrival, now);
      if (decision.slot !== undefined) log.push({ at: now, slot: decision.slot });
      return decision.waitMs;
    },
    /** Asks until it may go. @param {Limit} limit @param {number} arrival @param {number} [late] */
    go(limit, arrival, late = 0) {
      let now = arrival;
      for (let tries = 0; ; tries += 1) {
        const waitMs = this.ask(limit, arrival, now);
        if (waitMs === 0) return now;
        assert.ok(tries < 3, "waits again and again");
        now += waitMs + late;
      }
    },
  };
}

/** No window has more than it may. @param {{ at: number }[]} log @param {Limit} limit */
function assertWithin(log, limit) {
  for (const [place, { at }] of log.entries()) {
    const before = log[place - limit.perMinute];
    if (before) assert.ok(at - before.at >= windowOf(limit) - 1e-6, `${place} is one too many`);
  }
}

test("permissions are spread evenly over the minute and its slack", () => {
  const limit = limitOf(300);
  const log = createLog();
  for (let place = 0; place < 900; place += 1) {
    assert.ok(Math.abs(log.go(limit, 0) - place * 205) < 1e-6);
  }
  assert.equal(intervalOf(limit), 205);
});

test("the second window lets as many go as the first, and not one more", () => {
  const limit = limitOf(60, 0);
  const log = createLog();
  for (let place = 0; place < 600; place += 1) log.go(limit, 0, place % 7);
  assertWithin(log.log, limit);
  const perWindow = [0, 1, 2, 3, 4].map(
    (window) => log.log.filter(({ at }) => Math.floor(at / 60_000) === window).length,
  );
  assert.deepEqual(
    perWindow.map((many) => many <= 60 && many >= 58),
    Array(5).fill(true),
  );
});

test("after the limit the next one waits a moment, and not for ever", () => {
  const limit = limitOf(60, 0);
  const log = createLog();
  for (let place = 0; place < 60; place += 1) log.go(limit, 0);
  assert.ok(log.ask(limit, 59_500, 59_500) <= 500);
  assert.equal(log.go(limit, 59_500), 60_000);
  assert.equal(log.go(limit, 10 * 60_000), 10 * 60_000);
});

test("nothing leaves in a pause, and one after another behind it", () => {
  const limit = limitOf(60, 0);
  const log = createLog();
  log.go(limit, 0);
  log.pause(30_000);
  assert.deepEqual(
    [1, 2, 3].map(() => log.go(limit, 100)),
    [30_000, 31_000, 32_000],
  );
});

test("a limit that is lowered counts what left before, one that is raised too", () => {
  const high = limitOf(600, 0);
  const low = limitOf(60, 0);
  const log = createLog();
  for (let place = 0; place < 300; place += 1) log.go(high, 0);
  // 300 left within 30 seconds: the next of 60 may go when all but 59 of them are a minute old.
  const last = /** @type {{ at: number }} */ (log.log.at(-1)).at;
  const next = log.go(low, last);
  assert.equal(next, /** @type {{ at: number }} */ (log.log.at(-61)).at + 60_000);
  assert.equal(log.go(high, next), next + 100);
});

test("who is late makes up for it, but a quiet time does not end in a burst", () => {
  const limit = limitOf(600, 0);
  const log = createLog();
  for (let place = 0; place < 100; place += 1) log.go(limit, 0, place === 50 ? 400 : 0);
  assert.ok(Math.abs(/** @type {{ at: number }} */ (log.log.at(-1)).at - 9_900) < 1e-6);
  const times = [1, 2, 3].map(() => log.go(limit, 60_000));
  assert.deepEqual(times, [60_000, 60_100, 60_200]);
});

test("whoever comes, however late, whatever the limit is then: no window has one too many", () => {
  const step = fc.record({
    gap: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 40_000 })),
    late: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 3_000 })),
    perMinute: fc.option(
      fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 9, max: 900 })),
    ),
    pause: fc.option(fc.integer({ min: 0, max: 90_000 }), { freq: 9 }),
    many: fc.integer({ min: 1, max: 40 }),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 15 }), (steps) => {
      const log = createLog();
      let limit = limitOf(300);
      let arrival = 0;
      for (const { gap, late, perMinute, pause, many } of steps) {
        arrival += gap;
        if (perMinute) limit = limitOf(perMinute, late);
        const last = log.log.at(-1)?.at ?? 0;
        if (pause) log.pause(Math.max(arrival, last) + pause);
        for (let one = 0; one < many; one += 1) {
          const at = log.go(limit, Math.max(arrival, last), late);
          const before = log.log.at(-1 - limit.perMinute);
          if (before) assert.ok(at - before.at >= windowOf(limit) - 1e-6);
          assert.ok(
            at <= Math.max(arrival, last) + (pause ?? 0) + 2 * windowOf(limit) * many + late * 3,
          );
        }
      }
    }),
    { numRuns: 500 },
  );
});

test("who came first is first, and comes back to its place", () => {
  const line = createLine();
  const [ada, bea, cem] = ["a", "b", "c"].map((id) => line.enter(id, undefined, 5));
  assert.ok(ada && bea && cem);
  assert.deepEqual(
    [ada, bea, cem].map((waiter) => line.ahead(waiter, 5)),
    [0, 1, 2],
  );
  line.sendAway(ada, 10);
  assert.equal(line.ahead(bea, 14_000 / 1_000), 1);
  const again = line.enter("a", ada.place, 15);
  assert.equal(line.ahead(again, 15), 0);
  assert.equal(line.has(ada), false);
  line.leave(ada);
  assert.equal(line.size, 3);
});

test("who was told to ask again and does not is waited for some seconds, and no longer", () => {
  const line = createLine();
  const gone = line.enter("gone", undefined, 0);
  const next = line.enter("next", undefined, 0);
  line.sendAway(gone, 1_000);
  assert.equal(line.ahead(next, 6_000), 1);
  assert.equal(line.ahead(next, 6_001), 0);
  // Nor where the clock was set back meanwhile.
  const other = line.enter("other", 0, 7_000);
  line.sendAway(other, 7_000);
  assert.equal(line.ahead(next, 7_000), 1);
  assert.equal(line.ahead(next, 3_000), 0);
});

test("a line keeps its order whoever comes, leaves, goes away and comes back", () => {
  const act = fc.record({
    what: fc.constantFrom("enter", "enter", "leave", "away", "back", "giveUp"),
    who: fc.nat(30),
    passes: fc.integer({ min: 0, max: 400 }),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 120 }), (acts) => {
      const line = createLine();
      /** @type {{ waiter: ReturnType<typeof line.enter>, order: number }[]} */
      let here = [];
      let now = 0;
      for (const [order, { what, who, passes }] of acts.entries()) {
        now += passes;
        const chosen = here[who % Math.max(here.length, 1)];
        if (what === "enter") here.push({ waiter: line.enter(`${order}`, undefined, now), order });
        else if (!chosen) continue;
        else if (what === "leave") line.leave(chosen.waiter);
        else if (what === "giveUp") line.giveUp(chosen.waiter.id);
        else {
          line.sendAway(chosen.waiter, now);
          chosen.waiter = line.enter(chosen.waiter.id, chosen.waiter.place, now);
        }
        if (what === "leave" || what === "giveUp") here = here.filter((one) => one !== chosen);
        here.sort((one, other) => one.order - other.order);
        assert.deepEqual(
          here.map(({ waiter }) => line.ahead(waiter, now)),
          here.map((_, place) => place),
        );
      }
    }),
  );
});
