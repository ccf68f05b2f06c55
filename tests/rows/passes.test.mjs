/** Passes over a file: beside each other, left, aborted, failing. */
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { isConfigurationError } from "interakt-wasm";
import { freshCopy } from "../client/support.mjs";
import { all, check, customers, FILE, failureOf, load, OPTIONS } from "./support.mjs";

const LARGE = customers(30_000);

/**
 * A source that says what becomes of it.
 *
 * @param {string} file
 * @param {number} [size]
 */
function watched(file, size = 4096) {
  const state = { opened: 0, closed: 0, pieces: 0 };
  async function* source() {
    state.opened += 1;
    try {
      for (let at = 0; at < file.length; at += size) {
        state.pieces += 1;
        yield file.slice(at, at + size);
      }
    } finally {
      state.closed += 1;
    }
  }
  return { state, source };
}

test("nothing is read before a pass begins", async () => {
  const { state, source } = watched(FILE);
  const own = check(source);
  own.ready();
  own[Symbol.asyncIterator]();
  await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(state.opened, 0);
});

test("passes run beside each other, and each is whole", async () => {
  const own = check(LARGE);
  const [rows, ready, summary, text] = await Promise.all([
    all(own),
    all(own.ready()),
    own.run(),
    new Response(own.refusedCsv()).text(),
  ]);
  assert.equal(summary.ready, 30_000);
  assert.deepEqual(
    ready,
    rows.map(({ index, line, key, input }) => ({ "~row": true, index, line, key, input })),
  );
  assert.equal(text, "Mobile,Name,line,problem\r\n");
});

test("rows that are kept say the same when passes have gone on", async () => {
  const own = check(LARGE);
  const kept = [];
  for await (const row of own) if (row.index % 5_000 === 3) kept.push(row);
  await own.run();
  for (const { index, input, cells } of kept) {
    assert.deepEqual(cells, [`${9_000_000_000 + index * 7}`, `Customer ${index}`]);
    assert.equal(/** @type {any} */ (input).template.bodyValues[0], `Customer ${index}`);
  }
  assert.equal(kept.length, 6);
});

describe("a loop that is left", () => {
  test("closes its source, and leaves others alone", async () => {
    const { state, source } = watched(LARGE);
    const own = check(source);
    for await (const row of own) if (row.index === 10) break;
    assert.deepEqual([state.opened, state.closed], [1, 1]);
    assert.ok(state.pieces < 40, "it is not read to its end");
    assert.equal(own.summary.complete, false);
    assert.equal((await own.run()).ready, 30_000);
    assert.deepEqual([state.opened, state.closed], [2, 2]);
  });

  test("closes its source when its body throws", async () => {
    const { state, source } = watched(LARGE);
    const failure = await failureOf(
      (async () => {
        for await (const _ of check(source).ready()) throw new RangeError("of the body");
      })(),
    );
    assert.equal(failure.message, "of the body");
    assert.deepEqual([state.opened, state.closed], [1, 1]);
  });

  test("cancels a stream", async () => {
    /** @type {unknown[]} */
    const cancelled = [];
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(LARGE),
      cancel(reason) {
        cancelled.push(reason);
      },
    });
    for await (const _ of check(stream)) break;
    assert.deepEqual(cancelled, [undefined]);
  });
});

describe("an aborted signal", () => {
  test("ends a pass with its own reason, and closes the source", async () => {
    const { state, source } = watched(LARGE);
    const controller = new AbortController();
    const own = check(source, { ...OPTIONS, signal: controller.signal });
    const reason = new Error("the page was left");
    const failure = await failureOf(
      (async () => {
        for await (const { index } of own) if (index === 100) controller.abort(reason);
      })(),
    );
    assert.equal(failure, reason);
    assert.equal(own.summary.rows, 101);
    await new Promise((resolve) => setTimeout(resolve, 5));
    assert.equal(state.closed, 1);
    for (const pass of [own.run(), all(own.ready())]) {
      assert.equal(await failureOf(pass), reason);
    }
  });

  test("ends a pass whose source never gives anything", async () => {
    const controller = new AbortController();
    const silent = new ReadableStream({ pull: () => new Promise(() => {}) });
    const pass = check(silent, { ...OPTIONS, signal: controller.signal }).run();
    setTimeout(() => controller.abort(new Error("too long")), 5);
    assert.match((await failureOf(pass)).message, /too long/);
  });

  test("ends the file of refused rows too", async () => {
    const controller = new AbortController();
    const own = check(LARGE, { ...OPTIONS, signal: controller.signal });
    controller.abort(new Error("gone"));
    assert.match((await failureOf(new Response(own.refusedCsv()).text())).message, /gone/);
  });
});

describe("what fails", () => {
  test("in a source is thrown as it is, after the rows before it", async () => {
    const broken = new Error("the disk is gone");
    async function* source() {
      yield LARGE;
      throw broken;
    }
    const own = check(source);
    let count = 0;
    const failure = await failureOf(
      (async () => {
        for await (const _ of own) count += 1;
      })(),
    );
    assert.equal(failure, broken);
    assert.ok(count > 20_000, `${count}`);
    assert.equal(own.summary.complete, false);
    assert.equal(await failureOf(own.run()), broken);
    assert.equal(own.ready().size, undefined);
  });

  test("when a source is opened is thrown as it is, and the next pass opens it anew", async () => {
    let isThere = false;
    const own = check(() => {
      if (isThere) return FILE;
      throw new Error("no such file");
    });
    for (const pass of [own.plan(), own.run(), all(own)]) {
      assert.match((await failureOf(pass)).message, /no such file/);
    }
    isThere = true;
    assert.equal((await own.plan()).header?.length, 2);
    assert.equal((await own.run()).rows, 5);
  });

  test("in a pass is not told again by the plan that comes after it", async () => {
    let isThere = false;
    const own = check(() => {
      if (isThere) return FILE;
      throw new Error("no such file");
    });
    assert.match((await failureOf(own.run())).message, /no such file/);
    isThere = true;
    assert.equal((await own.plan()).header?.length, 2);
    const [one, other] = await Promise.all([own.run(), own.run()]);
    assert.deepEqual([one.rows, other.rows], [5, 5]);
  });

  test("in a plan leaves passes beside each other a reader each", async () => {
    let isThere = false;
    const own = check(() => {
      if (isThere) return FILE;
      throw new Error("no such file");
    });
    assert.match((await failureOf(own.plan())).message, /no such file/);
    isThere = true;
    const passes = await Promise.all([own.run(), own.run(), own.run()]);
    assert.deepEqual(
      passes.map(({ rows }) => rows),
      [5, 5, 5],
    );
  });

  test("in onProgress changes nothing", async () => {
    for (const onProgress of [
      () => {
        throw new Error("of the hook");
      },
      async () => Promise.reject(new Error("of the hook")),
    ]) {
      assert.equal((await check(FILE, { ...OPTIONS, onProgress }).run()).ready, 2);
    }
  });

  test("in seen ends the pass: nobody knows whom it would have named", async () => {
    const seen = {
      has() {
        throw new Error("of the set");
      },
    };
    assert.match((await failureOf(check(FILE, { ...OPTIONS, seen }).run())).message, /of the set/);
  });
});

describe("a source that has changed when it is opened again", () => {
  /**
   * @param {string[]} files One for each time.
   * @param {any} [options]
   */
  const changing = (files, options) => {
    let at = 0;
    return check(() => files[at++] ?? files.at(-1), { ...OPTIONS, ...options });
  };
  const NAMES = "Mobile,Name\n9876543210,Asha\n";
  const TURNED = "Name,Mobile\nAsha,9876543210\n";

  test("is read by the names of its columns, where they are now", async () => {
    const own = changing([NAMES, TURNED, TURNED.replaceAll(",", ";"), `List of June\n${TURNED}`]);
    const [first, ...others] = [await all(own), await all(own), await all(own), await all(own)];
    assert.equal(first[0]?.status, "ready");
    assert.deepEqual(
      others.map(([row]) => [row?.input, row?.line]),
      [2, 2, 3].map((line) => [first[0]?.input, line]),
    );
  });

  test("has its own header in the file of refused rows", async () => {
    const own = changing([NAMES, "Name,Mobile\nAsha,12\n", TURNED]);
    await own.run();
    const [head, row] = (await new Response(own.refusedCsv()).text()).split("\r\n");
    assert.equal(head, "Name,Mobile,line,problem");
    assert.match(String(row), /^Asha,12,2,"?Mobile: /);
    assert.equal(
      await new Response(own.refusedCsv()).text(),
      "Name,Mobile,line,problem\r\n",
      "without a row too",
    );
  });

  test("is refused where a column that is named has gone", async () => {
    const own = changing([NAMES, "9876543210,Asha\n"]);
    await own.run();
    assert.match((await failureOf(own.run())).message, /no header with "Mobile"/);
  });

  const TOTALS = "Mobile,Total\n9876543210,300\n9876543211,310\n";
  const NUMBERS = { columns: { 1: "phone", 2: "template.bodyValues[0]" } };
  /** @type {[string, string[], any][]} */
  const OTHERS = [
    ["columns by number", [NAMES, TURNED], NUMBERS],
    ["columns by number, and no header", [NAMES, "9876543210,Asha\n"], NUMBERS],
    ["columns by number, and another delimiter", [NAMES, NAMES.replaceAll(",", ";")], NUMBERS],
    ["columns that were proposed", [NAMES, TURNED], { columns: undefined }],
    [
      "columns that were proposed without a header",
      ["9876543210,17\n9876543211,18\n", "17,9876543210\n18,9876543211\n"],
      { columns: undefined },
    ],
    [
      "a type that was proposed",
      [TOTALS, TOTALS.replace("310", "none")],
      { columns: undefined, operation: "trackUser", base: undefined },
    ],
    [
      "lines of JSON that become a table",
      ['{"userId":"7"}\n', TOTALS],
      { columns: undefined, operation: "trackUser", base: undefined },
    ],
  ];
  for (const [name, files, options] of OTHERS) {
    test(`is refused with ${name}`, async () => {
      const own = changing(files, options);
      const { format } = await own.plan();
      for (const pass of [own.run(), all(own.ready())]) {
        const failure = await failureOf(pass);
        assert.ok(isConfigurationError(failure), format);
        assert.match(failure.message, /the file has other columns than before: check it again/);
      }
    });
  }
});

describe("progress", () => {
  test("ends with all bytes and rows, and names what there is", async () => {
    /** @type {import("interakt-wasm/bulk").RowProgress[]} */
    const told = [];
    const onProgress = (/** @type {any} */ progress) => told.push(progress);
    const blob = new Blob([LARGE]);
    await check(blob, { ...OPTIONS, onProgress }).run();
    const last = told.at(-1);
    assert.equal(last?.bytes, blob.size);
    assert.equal(last?.totalBytes, blob.size);
    assert.equal(last?.rows, 30_000);
    assert.equal(last?.remainingMs, 0);
    assert.ok(Number(last?.rowsPerSecond) > 0);
    told.length = 0;
    await check(() => new Blob([LARGE]).stream(), { ...OPTIONS, onProgress }).run();
    assert.equal(told.at(-1)?.bytes, blob.size);
    assert.equal(told.at(-1)?.totalBytes, undefined);
    assert.ok(!("remainingMs" in Object(told.at(-1))));
  });
});

describe("slices of work", () => {
  test("are over after 8 ms, and others get their turn before the next", async () => {
    /** @type {typeof import("../../pkg-template/src/rows-slices.js")} */
    const { createSlices } = await load("rows-slices");
    let now = 100;
    let turns = 0;
    const slices = createSlices(
      () => now,
      async () => {
        turns += 1;
        now += 50;
      },
    );
    now += 7.9;
    assert.ok(!slices.isOver());
    now += 0.1;
    assert.ok(slices.isOver());
    await slices.pause();
    assert.equal(turns, 1);
    assert.ok(!slices.isOver());
  });

  test("leave timers their turn, with every way that a runtime has", async (t) => {
    /** @type {typeof import("../../pkg-template/src/rows-slices.js")} */
    const { nextTurn } = await load("rows-slices");
    const world = /** @type {any} */ (globalThis);
    const { MessageChannel: own } = world;
    t.after(() => {
      world.MessageChannel = own;
    });
    await nextTurn();
    world.MessageChannel = undefined;
    await nextTurn();
    // As in Next's edge runtime.
    world.MessageChannel = class {
      constructor() {
        throw new Error("not supported");
      }
    };
    await nextTurn();
  });

  test("end during a long pass: the event loop turns", async () => {
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const text = customers(100_000);
    for await (const row of check(text)) if (row.index < 0) break;
    clearInterval(timer);
    assert.ok(turns > 3, `${turns}`);
  });
});

test("memory does not grow with the file", async () => {
  /** @type {any} */
  const { memory } = await load("bulk_bg");
  async function* source() {
    yield "Mobile,Name\n";
    for (let piece = 0; piece < 200; piece += 1) {
      yield Array.from({ length: 1000 }, (_, row) => {
        return `${9_000_000_000 + piece * 1000 + row},Customer of the campaign\n`;
      }).join("");
    }
  }
  const { ready } = await check(source, { ...OPTIONS, duplicates: "allow" }).run();
  assert.equal(ready, 200_000);
  assert.ok(memory().buffer.byteLength <= 4 << 20, `${memory().buffer.byteLength}`);
});

test("an entry that waits for init says so when a pass begins", async (t) => {
  const { checkRows } = await freshCopy(t, "bulk-web.js");
  const own = checkRows(FILE, OPTIONS);
  const failure = await failureOf(own.run());
  assert.ok(isConfigurationError(failure));
  assert.match(failure.message, /^interakt-wasm\/bulk\/web starts with/);
});
