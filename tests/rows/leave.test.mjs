/** Passes that are left while their source gives nothing: nothing hangs, and nothing stays open. */
import assert from "node:assert/strict";
import { Readable } from "node:stream";
import { describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { all, COUNTS, check, countsOf, FILE, failureOf, OPTIONS } from "./support.mjs";

function promised() {
  /** @type {(value: any) => void} */
  let resolve = () => {};
  const promise = new Promise((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}

/** A source that gives so many pieces, and then nothing more. @param {readonly string[]} pieces */
function stalled(pieces) {
  const told = { cancelled: 0, asked: promised() };
  const left = [...pieces];
  const stream = new ReadableStream(
    {
      pull(controller) {
        const piece = left.shift();
        if (piece !== undefined) return controller.enqueue(piece);
        told.asked.resolve(undefined);
        return new Promise(() => {});
      },
      cancel() {
        told.cancelled += 1;
      },
    },
    { highWaterMark: 0 },
  );
  return { stream, told };
}

/** More than what is looked at first, and than what the module is given at first. */
const LONG = `${FILE}${"98765 43219,Mira\r\n".repeat(4000)}`;

/** @type {Record<string, (own: any) => { next(): Promise<any>, leave(): Promise<any> }>} */
const WAYS = {
  "all rows": (own) => leaving(own[Symbol.asyncIterator]()),
  "rows that are ready": (own) => leaving(own.ready()[Symbol.asyncIterator]()),
  "the file of refused rows": (own) => {
    const reader = own.refusedCsv().getReader();
    return { next: () => reader.read(), leave: () => reader.cancel() };
  },
};

/** @param {any} iterator */
const leaving = (iterator) => ({ next: () => iterator.next(), leave: () => iterator.return() });

for (const [name, begin] of Object.entries(WAYS)) {
  describe(name, () => {
    for (const [when, pieces] of Object.entries({ "at its start": [], "in the middle": [LONG] })) {
      test(`may be left while the source gives nothing ${when}`, { timeout: 5000 }, async () => {
        const { stream, told } = stalled(pieces);
        const { next, leave } = begin(check(stream));
        const waiting = (async () => {
          while (!(await next()).done);
        })();
        await told.asked.promise;
        await leave();
        await waiting;
        assert.equal(told.cancelled, 1);
      });

      test(`also after the plan, ${when}`, { timeout: 5000 }, async () => {
        const { stream, told } = stalled(pieces);
        const own = check(stream);
        const plan = own.plan();
        if (pieces.length > 0) await plan;
        else await told.asked.promise;
        const { next, leave } = begin(own);
        const waiting = (async () => {
          while (!(await next()).done);
        })();
        await told.asked.promise;
        const failing = pieces.length > 0 ? undefined : failureOf(plan);
        await leave();
        await waiting;
        await failing;
        assert.equal(told.cancelled, 1);
      });
    }

    test("what is opened only after it was left is closed", { timeout: 5000 }, async () => {
      const { stream, told } = stalled([FILE]);
      const opening = promised();
      const { next, leave } = begin(check(() => opening.promise));
      const waiting = next();
      await sleep(0);
      await leave();
      assert.equal((await waiting).done, true);
      opening.resolve(stream);
      await sleep(0);
      assert.equal(told.cancelled, 1);
    });
  });
}

test("who is left waits for nobody, and another pass begins anew", { timeout: 5000 }, async () => {
  const sources = [stalled([]).stream, FILE, FILE];
  const own = check(() => sources.shift());
  const rows = own[Symbol.asyncIterator]();
  const waiting = rows.next();
  await sleep(0);
  await rows.return?.();
  assert.deepEqual(await waiting, { done: true, value: undefined });
  assert.deepEqual((await own.plan()).header, ["Mobile", "Name"]);
  assert.deepEqual(countsOf(await own.run()), COUNTS);
});

test("a stream of Node that gives nothing is destroyed", { timeout: 5000 }, async () => {
  const pieces = [FILE];
  const asked = promised();
  const stream = new Readable({
    read() {
      const piece = pieces.shift();
      if (piece) this.push(piece);
      else asked.resolve(undefined);
    },
  });
  const rows = check(stream)[Symbol.asyncIterator]();
  const waiting = (async () => {
    while (!(await rows.next()).done);
  })();
  await asked.promise;
  await sleep(20);
  await rows.return?.();
  await waiting;
  await sleep(0);
  assert.ok(stream.destroyed);
});

test("what is opened after an abort is closed", { timeout: 5000 }, async () => {
  const { stream, told } = stalled([FILE]);
  const opening = promised();
  const stop = new AbortController();
  const own = check(() => opening.promise, { ...OPTIONS, signal: stop.signal });
  const failing = failureOf(own.run());
  await sleep(0);
  stop.abort(new Error("enough"));
  assert.equal((await failing).message, "enough");
  opening.resolve(stream);
  await sleep(0);
  assert.equal(told.cancelled, 1);
});

test("who leaves between two rows waits until the source is closed", async () => {
  let isClosed = false;
  async function* source() {
    try {
      yield LONG;
      yield LONG;
    } finally {
      await sleep(5);
      isClosed = true;
    }
  }
  for await (const { line } of check(source())) if (line > 2) break;
  assert.ok(isClosed);
});

test("a failure is told to who waits", async () => {
  async function* source() {
    yield LONG;
    throw new Error("the disk is gone");
  }
  assert.equal((await failureOf(all(check(source())))).message, "the disk is gone");
});
