/** What the page keeps, says and counts, without the page. */
import assert from "node:assert/strict";
import test from "node:test";
import fc from "fast-check";
import { ageWords, isSame } from "../../www/page/answer-age.js";
import { createDrafts } from "../../www/page/drafts.js";
import { diffOf, shortened } from "../../www/page/history/diff.js";
import { factsOf, LEFT, measuresOf, statusOf } from "../../www/page/history/entry.js";
import { createHistory } from "../../www/page/history/history.js";
import { messagesIn, recipientsOf } from "../../www/page/recipient.js";
import { createShelf } from "../../www/page/shelf.js";
import { inSizes, sizeOf } from "../../www/page/size.js";
import { sentence } from "../../www/page/words.js";

/**
 * As much of a browser's storage as is used, with room for so many characters.
 *
 * @param {number} [room]
 */
function createStore(room = Number.POSITIVE_INFINITY) {
  /** @type {Map<string, string>} */
  const items = new Map();
  return {
    items,
    get length() {
      return items.size;
    },
    key: (/** @type {number} */ index) => [...items.keys()][index] ?? null,
    getItem: (/** @type {string} */ key) => items.get(key) ?? null,
    setItem(/** @type {string} */ key, /** @type {string} */ text) {
      const others = [...items]
        .filter(([other]) => other !== key)
        .flat()
        .join("").length;
      if (others + key.length + text.length > room)
        throw new DOMException("", "QuotaExceededError");
      items.set(key, text);
    },
    removeItem: (/** @type {string} */ key) => void items.delete(key),
  };
}

/** @param {import("../../www/page/shelf.js").Shelf} shelf */
const contents = (shelf) =>
  Object.fromEntries(shelf.names().map((name) => [name, shelf.get(name)]));

test("a shelf is the same after a reload, and the one that was put last is the last", () => {
  const store = createStore();
  const shelf = createShelf("shelf", 1000, () => store);
  for (const name of ["a", "b", "a", "a", "c"]) shelf.put(name, `of ${name}`);
  shelf.remove("c");
  shelf.put("__proto__", "odd");
  const again = createShelf("shelf", 1000, () => store);
  assert.deepEqual(again.names(), ["b", "a", "__proto__"]);
  assert.equal(again.get("a"), "of a");
  assert.equal(again.get("c"), undefined);
  assert.deepEqual(createShelf("another", 1000, () => store).names(), []);
});

test("of what survives a reload the oldest goes first, and nothing goes before", () => {
  const store = createStore();
  const shelf = createShelf("shelf", 10, () => store);
  shelf.put("a", "1234");
  shelf.put("b", "1234");
  shelf.put("c", "123");
  shelf.put("d", "far too long for it");
  assert.deepEqual(shelf.names(), ["a", "b", "c", "d"]);
  assert.deepEqual(contents(createShelf("shelf", 10, () => store)), { b: "1234", c: "123" });
});

test("storage that others have filled takes what fits, the newest first", () => {
  const store = createStore(60);
  const shelf = createShelf("s", 1000, () => store);
  for (const name of ["a", "b", "c", "d", "e"]) shelf.put(name, "12345");
  assert.deepEqual(createShelf("s", 1000, () => store).names(), ["c", "d", "e"]);
  shelf.put("f", "x".repeat(100));
  assert.equal(shelf.get("f"), "x".repeat(100));
  assert.deepEqual(createShelf("s", 1000, () => store).names(), []);
});

test("damage costs what is damaged, and storage that is denied nothing but the reload", () => {
  const store = createStore();
  createShelf("s", 1000, () => store).put("a", "1");
  for (const [place, text] of Object.entries({
    2: "{",
    3: "[1, 2]",
    4: "null",
    5: '"x"',
    x: "[]",
  })) {
    store.items.set(`s:${place}`, text);
  }
  const shelf = createShelf("s", 1000, () => store);
  assert.deepEqual(contents(shelf), { a: "1" });
  shelf.put("b", "2");
  assert.deepEqual(contents(createShelf("s", 1000, () => store)), { a: "1", b: "2" });

  const fails = () => {
    throw new DOMException("denied", "SecurityError");
  };
  const denied = {
    get length() {
      return fails();
    },
    key: fails,
    getItem: fails,
    setItem: fails,
    removeItem: fails,
  };
  for (const open of [fails, () => /** @type {any} */ (denied), () => /** @type {any} */ (null)]) {
    const shelf = createShelf("s", 1000, open);
    shelf.put("a", "1");
    shelf.put("a", "2");
    assert.deepEqual(contents(shelf), { a: "2" });
    shelf.remove("a");
    assert.deepEqual(shelf.names(), []);
  }
});

test("whatever is put and taken, a reload finds the newest that fit", () => {
  const steps = fc.array(
    fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.option(fc.string({ maxLength: 12 }))),
  );
  fc.assert(
    fc.property(steps, (all) => {
      const store = createStore();
      const shelf = createShelf("s", 30, () => store);
      for (const [name, text] of all) {
        if (text === null) shelf.remove(name);
        else shelf.put(name, text);
      }
      const again = contents(createShelf("s", 30, () => store));
      const expected = contents(shelf);
      const size = Object.entries(again).flat().join("").length;
      assert.ok(size <= 30);
      for (const [name, text] of Object.entries(again)) assert.equal(text, expected[name]);
      const last = shelf.names().at(-1);
      if (last !== undefined) assert.equal(again[last], expected[last]);
    }),
  );
});

/** @param {ReturnType<typeof createStore>} store */
const shelvesIn = (store) => (/** @type {string} */ title, /** @type {number} */ most) =>
  createShelf(title, most, () => store);

test("a draft survives a reload, of its file only the name", () => {
  const store = createStore();
  const drafts = createDrafts(shelvesIn(store));
  const file = new File(["x"], "menu.pdf");
  drafts.write("#a/b", "{}");
  drafts.pick("#upload/x", "{1}", file);
  drafts.write("#upload/x", "{2}");
  assert.equal(drafts.fileAt("#upload/x"), file);
  assert.equal(drafts.lostAt("#upload/x"), undefined);
  const again = createDrafts(shelvesIn(store));
  assert.deepEqual(
    [
      again.textAt("#a/b"),
      again.lostAt("#a/b"),
      again.textAt("#upload/x"),
      again.fileAt("#upload/x"),
    ],
    ["{}", undefined, "{2}", undefined],
  );
  assert.equal(again.lostAt("#upload/x"), "menu.pdf");
  again.drop("#upload/x");
  assert.equal(again.lostAt("#upload/x"), undefined);
  assert.equal(again.textAt("#nothing"), undefined);
});

const ASKED = {
  address: "#sendMessage/text",
  operation: "sendMessage",
  title: "Text",
  text: "{}",
  to: "+91 …3210",
};

/** @type {import("../../www/page/worker-client.js").Result} */
const RESULT = {
  request: { method: "POST", url: "https://x/", headers: {}, body: "é" },
  response: { status: 201, headers: {}, body: "x".repeat(2048), size: 2048 },
  ms: 184,
  answer: { id: "1" },
};

test("what was sent survives a reload, the newest first; what was on its way then is unknown", () => {
  const store = createStore();
  const history = createHistory(shelvesIn(store));
  const file = new File(["x"], "menu.pdf");
  history.end(history.begin({ ...ASKED, at: 1000 }, file), RESULT);
  history.begin({ ...ASKED, at: 1000, title: "another at the same time" });
  assert.equal(history.all().length, 2);
  assert.equal(history.fileOf(history.all()[1]?.id ?? ""), file);
  const [lost, sent] = createHistory(shelvesIn(store)).all();
  assert.deepEqual(lost?.facts, LEFT);
  assert.deepEqual(sent?.result, RESULT);
  assert.deepEqual(sent?.facts, { status: 201, sent: 2, received: 2048, ms: 184 });
  history.clear();
  assert.deepEqual(createHistory(shelvesIn(store)).all(), []);
  assert.equal(store.length, 0);
});

test("fifty are kept, and a huge answer only until a reload", () => {
  const store = createStore();
  const history = createHistory(shelvesIn(store));
  for (let at = 0; at < 60; at += 1) history.end(history.begin({ ...ASKED, at }), RESULT);
  assert.deepEqual(
    [history.all().length, history.all()[0]?.at, history.all().at(-1)?.at],
    [50, 59, 10],
  );
  const response = { status: 200, headers: {}, body: "x".repeat(400_000), size: 400_000 };
  history.end(history.begin({ ...ASKED, at: 60 }), { ...RESULT, response });
  assert.equal(history.all()[0]?.result?.response?.body.length, 400_000);
  const [huge] = createHistory(shelvesIn(store)).all();
  assert.deepEqual([huge?.at, huge?.result, huge?.facts?.received], [60, undefined, 400_000]);
});

test("an entry that was damaged is left out", () => {
  const store = createStore();
  const shelf = createShelf("history", 1000, () => store);
  for (const text of ["", "null", "{}", '{"id":"a","at":"x"}', '{"id":"b","at":1}']) {
    shelf.put(`${text.length}`, text);
  }
  assert.deepEqual(createHistory(shelvesIn(store)).all(), []);
});

test("status, outcome, time and sizes are told in a line", () => {
  const entry = (/** @type {any} */ facts) => ({ ...ASKED, at: 1, id: "1", facts });
  for (const [facts, words, kind] of /** @type {const} */ ([
    [undefined, "On its way", "none"],
    [{ status: 201 }, "201", "good"],
    [
      { status: 400, code: "window_closed", outcome: "refused" },
      "400 · window_closed · refused",
      "error",
    ],
    [{ code: "timeout", outcome: "unknown" }, "timeout · unknown: it may have arrived", "warning"],
    [{ code: "invalid_input", outcome: "not_sent" }, "invalid_input · not sent", "error"],
    [{ code: "console_unreachable" }, "console_unreachable", "error"],
    [LEFT, "page_left · unknown: it may have arrived", "warning"],
  ])) {
    assert.deepEqual(statusOf(entry(facts)), { words, kind });
  }
  assert.equal(
    measuresOf({ ms: 184, sent: 412, received: 1229 }),
    "184 ms · 412 bytes sent · 1.2 KB received",
  );
  assert.equal(measuresOf({ ms: 2412, sent: 0, received: 0 }), "2.4 s · 0 bytes received");
  assert.equal(measuresOf({ ms: 0 }), "under 1 ms");
  assert.equal(measuresOf(), "");
  const form = [
    { name: "uploadFile", size: 100 },
    { name: "fileName", size: 8 },
  ];
  assert.equal(
    factsOf({ request: { method: "POST", url: "", headers: {}, body: null, form } }).sent,
    108,
  );
});

test("sizes are in words that people use", () => {
  for (const [bytes, words] of /** @type {const} */ ([
    [0, "0 bytes"],
    [1, "1 byte"],
    [1023, "1023 bytes"],
    [1024, "1 KB"],
    [1229, "1.2 KB"],
    [1024 * 1024 - 1, "1 MB"],
    [5_242_880, "5 MB"],
    [64 * 1024 * 1024, "64 MB"],
    [3 * 1024 ** 3, "3 GB"],
    [5000 * 1024 ** 3, "5000 GB"],
  ])) {
    assert.equal(sizeOf(bytes), words);
  }
});

test("an issue about a file tells its sizes in the same words, unless they would be the same", () => {
  const told = (/** @type {number} */ actual) => {
    const message = `This image is ${actual} bytes; at most 5242880 are allowed.`;
    return inSizes({ message, params: { kind: "image", actual, limit: 5_242_880 } });
  };
  assert.equal(told(6_291_456), "This image is 6 MB; at most 5 MB are allowed.");
  assert.equal(told(5_242_881), "This image is 5242881 bytes; at most 5242880 are allowed.");
  const other = { message: "At most 512 characters are allowed.", params: { limit: 512 } };
  assert.equal(inSizes(other), other.message);
});

test("recipients are told apart without being told", () => {
  for (const [input, words] of /** @type {[unknown, string][]} */ ([
    [{ countryCode: "+91", phoneNumber: "9876543210" }, "+91 …3210"],
    [{ fullPhoneNumber: "919876543210" }, "…3210"],
    [{ user_phone_number: "919876543210" }, "…3210"],
    [{ userId: "guest-7" }, "guest-7"],
    [{ userId: "x".repeat(40) }, `${"x".repeat(20)}…`],
    [{ limit: 10 }, ""],
    [[{ userId: "a" }, { userId: "b" }, {}], "a and 2 more"],
    [[{ userId: "a" }], "a"],
    [[], ""],
    [null, ""],
    [7, ""],
    [[null, 1], ""],
  ])) {
    assert.equal(recipientsOf(input), words);
  }
  assert.deepEqual(
    messagesIn([{ callbackData: "order-1", userId: "a" }, { callbackData: 1 }, null]),
    ["order-1 · a", "", ""],
  );
});

test("an answer is to the same only with the same example, input and file", () => {
  const file = new File(["x"], "a");
  const sent = { address: "#a/b", input: "{}", file };
  assert.ok(isSame(sent, { ...sent }));
  for (const other of [
    { address: "#a/c" },
    { input: "[]" },
    { file: new File(["x"], "a") },
    { file: undefined },
  ]) {
    assert.ok(!isSame(sent, { ...sent, ...other }));
  }
  const at = new Date(2026, 10, 30, 12, 3, 11).getTime();
  const words = "Answer to an earlier input, sent 12:03:11";
  assert.equal(ageWords({ at, title: "sendMessage: Text", isElsewhere: false }), words);
  assert.equal(
    ageWords({ at, title: "sendMessage: Text", isElsewhere: true }),
    `${words}, sendMessage: Text`,
  );
});

test("a sentence ends once", () => {
  for (const [words, ended] of /** @type {const} */ ([
    ["Message read", "Message read."],
    ["Message replied: Is the first flush in yet?", "Message replied: Is the first flush in yet?"],
    ['He said "no!"', 'He said "no!"'],
    ["Done.", "Done."],
    ["", "."],
  ])) {
    assert.equal(sentence(words), ended);
  }
});

const LINES = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 9 });

test("what differs makes each text of the other, with as few lines as can be", () => {
  fc.assert(
    fc.property(LINES, LINES, (before, after) => {
      const lines = diffOf(before, after);
      const without = (/** @type {string} */ kind) =>
        lines.filter((line) => line.kind !== kind).map(({ text }) => text);
      assert.deepEqual(without("added"), before);
      assert.deepEqual(without("removed"), after);
      const same = lines.filter(({ kind }) => kind === "same").length;
      assert.equal(same, longestInCommon(before, after));
    }),
    { numRuns: 1000 },
  );
});

test("texts that have nothing in common are told as such, however long", () => {
  const before = Array.from({ length: 20_000 }, (_, index) => `before ${index}`);
  const after = Array.from({ length: 20_000 }, (_, index) => `after ${index}`);
  const lines = diffOf(["{", ...before, "}"], ["{", ...after, "}"]);
  assert.equal(lines.length, 40_002);
  assert.deepEqual(lines[1], { kind: "removed", text: "before 0" });
});

test("what is the same is shown only around what is not", () => {
  const numbers = Array.from({ length: 20 }, (_, index) => `${index}`);
  const lines = shortened(diffOf(numbers, numbers.with(10, "x")));
  assert.deepEqual(
    lines.map((line) => ("text" in line ? line.text : line.count)),
    [7, "7", "8", "9", "10", "x", "11", "12", "13", 6],
  );
  // One line takes no more room than saying that it is left out.
  const few = shortened(diffOf(["a", "b", "c", "d", "e"], ["a", "b", "c", "d", "x"]));
  assert.deepEqual(
    few.map((line) => "text" in line && line.text),
    ["a", "b", "c", "d", "e", "x"],
  );
  assert.deepEqual(shortened([]), []);
});

/**
 * @param {readonly string[]} one
 * @param {readonly string[]} other
 * @returns {number} How many lines both have in the same order, at most.
 */
function longestInCommon(one, other) {
  const [first, ...rest] = one;
  if (first === undefined || other.length === 0) return 0;
  const at = other.indexOf(first);
  const without = longestInCommon(rest, other);
  return at < 0 ? without : Math.max(without, 1 + longestInCommon(rest, other.slice(at + 1)));
}
