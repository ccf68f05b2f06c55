/** A book that is kept fresh: when it is loaded, what is given out meanwhile, and who waits. */
import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { createTemplateBook, isConfigurationError, templateBook } from "interakt-wasm";
import { listed } from "./book-support.mjs";
import { DIST, failureOf, unhandledIn } from "./support.mjs";
import { virtualTime } from "./virtual-time.mjs";

const { keepBook } = await import(pathToFileURL(join(DIST, "book-keep.js")).href);

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 1);

/** Everything that has happened goes on as far as it can. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/**
 * A book that is kept for ten minutes, the clock, and every load that has begun.
 *
 * @param {object} [options]
 */
function world(options) {
  const time = { now: START };
  /** @type {{ end: (name?: string) => Promise<unknown>, fail: () => Promise<unknown> }[]} */
  const loads = [];
  const load = () => {
    /** @type {(book: unknown) => void} */
    let resolve = () => {};
    /** @type {(reason: unknown) => void} */
    let reject = () => {};
    const promise = new Promise((...both) => {
      [resolve, reject] = both;
    });
    const loadedAt = time.now;
    loads.push({
      end(name = `load_${loads.length}`) {
        resolve(templateBook(/** @type {any} */ ([listed({ name })]), { loadedAt }));
        return settle();
      },
      fail() {
        reject(new Error("no network"));
        return settle();
      },
    });
    return promise;
  };
  const kept = keepBook({ load, maxAgeMs: 10 * MINUTE, ...options }, () => time.now);
  /** The name of the template in the book that is given out at once. */
  const given = async () => {
    const got = await Promise.race([kept.get(), settle().then(() => undefined)]);
    await settle();
    return got?.templates[0].name;
  };
  return { kept, loads, time, given };
}

/** The same, loaded. @param {object} [options] */
async function loaded(options) {
  const made = world(options);
  const first = made.kept.get();
  await settle();
  await made.loads[0]?.end("first");
  await first;
  return made;
}

test("it is loaded once, and again when it is old", async () => {
  const { loads, time, given } = await loaded();
  time.now += 10 * MINUTE - 1;
  assert.equal(await given(), "first");
  assert.equal(loads.length, 1);
  time.now += 1;
  assert.equal(await given(), "first");
  assert.equal(loads.length, 2);
  await loads[1]?.end("second");
  assert.equal(await given(), "second");
  assert.equal(loads.length, 2);
});

test("the old one is given out while it is loaded, and one load is enough for all", async () => {
  const { loads, time, given } = await loaded();
  time.now += 11 * MINUTE;
  for (let call = 0; call < 5; call += 1) assert.equal(await given(), "first");
  assert.equal(loads.length, 2);
});

test("the old one is given out when loading fails, and it is tried again half a minute later", async (t) => {
  const unhandled = unhandledIn(t);
  const { loads, time, given } = await loaded();
  time.now += 11 * MINUTE;
  await given();
  await loads[1]?.fail();
  assert.equal(await given(), "first");
  time.now += MINUTE / 2 - 1;
  assert.equal(await given(), "first");
  assert.equal(loads.length, 2);
  time.now += 1;
  assert.equal(await given(), "first");
  assert.equal(loads.length, 3);
  await loads[2]?.end("second");
  assert.equal(await given(), "second");
  assert.deepEqual(unhandled, []);
});

test("a load that ends with its request is not waited for: another begins a minute later", async () => {
  const { loads, time, given } = await loaded();
  time.now += 11 * MINUTE;
  await given();
  time.now += MINUTE - 1;
  assert.equal(await given(), "first");
  assert.equal(loads.length, 2);
  time.now += 1;
  assert.equal(await given(), "first");
  assert.equal(loads.length, 3);
  await loads[2]?.end("third");
  await loads[1]?.end("late");
  assert.equal(await given(), "third", "what comes late is older");
});

test("the first calls load each for themselves, and wait for no other", async () => {
  const { kept, loads } = world();
  const [first, second] = [failureOf(kept.get()), kept.get()];
  await settle();
  assert.equal(loads.length, 2);
  await loads[1]?.end("second");
  assert.equal((await second).templates[0].name, "second");
  await loads[0]?.fail();
  assert.match(String(await first), /no network/);
});

test("a first load that fails is told, and the next call tries again", async () => {
  const { kept, loads } = world();
  for (let call = 0; call < 2; call += 1) {
    const got = failureOf(kept.get());
    await settle();
    await loads[call]?.fail();
    assert.match(String(await got), /no network/);
  }
  const got = kept.get();
  await settle();
  await loads[2]?.end("third");
  assert.equal((await got).templates[0].name, "third");
});

test("a Worker's context is told of the load that goes on", async () => {
  const { kept, loads, time } = await loaded();
  /** @type {Promise<unknown>[]} */
  const told = [];
  const waitUntil = (/** @type {Promise<unknown>} */ promise) => told.push(promise);
  await kept.get({ waitUntil });
  assert.equal(told.length, 0);
  time.now += 11 * MINUTE;
  await kept.get({ waitUntil });
  await settle();
  await loads[1]?.fail();
  assert.equal(told.length, 1);
  await told[0];
});

test("a clock that is set back makes it old", async () => {
  const { loads, time, given } = await loaded();
  time.now -= MINUTE;
  assert.equal(await given(), "first");
  assert.equal(loads.length, 2);
  await loads[1]?.end("second");
  assert.equal(await given(), "second");
  assert.equal(loads.length, 2);
});

test("it can be loaded at any time", async () => {
  const { kept, loads, time, given } = await loaded();
  time.now += MINUTE;
  const renewed = kept.renew();
  await loads[1]?.end("second");
  assert.equal((await renewed).templates[0].name, "second");
  assert.equal(await given(), "second");
  const failing = failureOf(kept.renew());
  await loads[2]?.fail();
  assert.match(String(await failing), /no network/);
  assert.equal(await given(), "second");
});

test("what is loaded may be a list, and then it is from now", async () => {
  const { kept } = world({ load: () => [listed({ name: "a" })] });
  assert.equal((await kept.get()).loadedAt.getTime(), START);
  const wrong = world({ load: () => 5 });
  assert.ok(isConfigurationError(await failureOf(wrong.kept.get())));
});

describe("a store", () => {
  /** @param {unknown} [held] */
  function createStore(held = null) {
    const store = {
      held,
      calls: /** @type {string[]} */ ([]),
      async get(/** @type {string} */ key) {
        store.calls.push(`get ${key}`);
        return store.held;
      },
      async put(/** @type {string} */ key, /** @type {string} */ text) {
        store.calls.push(`put ${key}`);
        store.held = text;
      },
    };
    return store;
  }
  /** @param {number} loadedAt @param {string} [name] */
  const text = (loadedAt, name = "stored") =>
    JSON.stringify(templateBook(/** @type {any} */ ([listed({ name })]), { loadedAt }));

  test("has what was loaded, for other instances", async () => {
    const store = createStore();
    await loaded({ store, key: "own" });
    assert.deepEqual(store.calls, ["get own", "put own"]);
    const other = world({ store, key: "own" });
    assert.equal(await other.given(), "first");
    assert.equal(other.loads.length, 0);
  });

  test("that has an old one gives that out while it is loaded", async () => {
    const store = createStore(text(START - 11 * MINUTE));
    const { loads, given } = world({ store });
    assert.equal(await given(), "stored");
    assert.equal(loads.length, 1);
    await loads[0]?.end("loaded");
    assert.equal(await given(), "loaded");
    assert.match(String(store.held), /"loaded"/);
  });

  test("that another instance has renewed saves the load", async () => {
    const store = createStore();
    const { loads, time, given } = await loaded({ store });
    time.now += 11 * MINUTE;
    store.held = text(time.now - MINUTE);
    assert.equal(await given(), "first");
    assert.equal(await given(), "stored");
    assert.equal(loads.length, 1);
  });

  test("that is older than what is here changes nothing", async () => {
    const store = createStore();
    const { loads, time, given } = await loaded({ store });
    store.held = text(START - MINUTE);
    time.now += 11 * MINUTE;
    assert.equal(await given(), "first");
    assert.equal(await given(), "first");
    assert.equal(loads.length, 2);
  });

  test("that does not answer is not waited for", async (t) => {
    const virtual = virtualTime(t);
    /** @type {string[]} */
    const calls = [];
    const never = (/** @type {string} */ key) => {
      calls.push(key);
      return new Promise(() => {});
    };
    const { kept, loads, time, given } = world({ store: { get: never, put: never } });
    /** @type {string[]} */
    const names = [];
    kept.get().then((/** @type {import("interakt-wasm").TemplateBook} */ book) => {
      names.push(String(book.templates[0]?.name));
    });
    await virtual.pass(2_001);
    assert.equal(loads.length, 1);
    await loads[0]?.end("loaded");
    await virtual.pass(2_001);
    assert.deepEqual(names, ["loaded"]);
    time.now += 11 * MINUTE;
    assert.equal(await given(), "loaded");
    await virtual.pass(2_001);
    await loads[1]?.end("again");
    assert.equal(await given(), "again");
    await virtual.pass(2_001);
    assert.deepEqual([virtual.timers(), calls.length], [0, 4]);
  });

  test("that fails, or has what nobody can read, changes nothing", async (t) => {
    const unhandled = unhandledIn(t);
    const fails = async () => assert.fail("no store");
    for (const store of [
      { get: fails, put: fails },
      { get: () => assert.fail("no store"), put: () => assert.fail("no store") },
      ...["{", "5", {}, [5]].map(createStore),
    ]) {
      const { given } = await loaded({ store });
      assert.equal(await given(), "first");
    }
    assert.deepEqual(unhandled, []);
  });
});

test("options that cannot work are refused", async () => {
  const load = () => [];
  for (const options of /** @type {any[]} */ ([
    undefined,
    {},
    { load },
    { maxAgeMs: 1 },
    { load, maxAgeMs: 0 },
    { load, maxAgeMs: "1" },
    { load, maxAgeMs: 1, store: {} },
    { load, maxAgeMs: 1, maxAge: 1 },
  ])) {
    assert.throws(() => createTemplateBook(options), isConfigurationError);
  }
  const kept = createTemplateBook({ load, maxAgeMs: 1 });
  for (const given of /** @type {any[]} */ ([{ wait: 1 }, { waitUntil: 1 }])) {
    assert.ok(isConfigurationError(await failureOf(kept.get(given))));
  }
  assert.ok(Math.abs(Number((await kept.get()).ageMs())) < MINUTE, "the clock is the real one");
});
