/** The lists, without a page: what words find in them, where keys lead, what a failed start says. */
import assert from "node:assert/strict";
import test from "node:test";
import { CATALOG } from "../../www/page/catalog.js";
import { examplesOf } from "../../www/page/examples.js";
import { StartError, wordsOf } from "../../www/page/failure.js";
import { find } from "../../www/page/find.js";
import { TOOLS } from "../../www/page/route.js";
import { destination } from "../../www/page/roving.js";

/** @param {string} asked */
const found = (asked) =>
  find(asked, {
    operations: CATALOG,
    tools: TOOLS,
    examplesOf: (name) => examplesOf(name, "simulator"),
  });

/** @param {string} asked */
const titles = (asked) =>
  found(asked)?.groups.map(({ title, examples }) => [title, examples.map(({ title }) => title)]);

test("a word finds examples of all operations, in the order of the lists", () => {
  assert.deepEqual(titles("carousel"), [
    ["sendMessage", ["Carousel with buttons", "Carousel", "Order details, carousel"]],
    ["sendRcs", ["Carousel", "Carousel of documents"]],
    ["createTemplate", ["Carousel"]],
  ]);
});

test("all words must be there, in any order and case, as parts of names", () => {
  assert.deepEqual(titles("  DOCU carou "), [["sendRcs", ["Carousel of documents"]]]);
  assert.deepEqual(titles("carousel createT"), [["createTemplate", ["Carousel"]]]);
});

test("operations and tools are found by their names and titles, and counted with the examples", () => {
  const chat = found("chat");
  assert.deepEqual([...(chat?.operations ?? [])], ["assignChat"]);
  assert.equal(chat?.count, 1 + examplesOf("assignChat", "simulator").length);
  assert.deepEqual([...(found("campaigns")?.tools ?? [])], ["#campaigns"]);
});

test("what nobody is called finds nothing, and no word finds all", () => {
  assert.equal(found("xyzzy")?.count, 0);
  assert.equal(found(" "), undefined);
});

test("keys lead round a list, and to its ends", () => {
  const cases = /** @type {const} */ ([
    ["ArrowDown", 0, 3, 1],
    ["ArrowDown", 2, 3, 0],
    ["ArrowDown", -1, 3, 0],
    ["ArrowUp", 0, 3, 2],
    ["ArrowUp", -1, 3, 2],
    ["Home", 2, 3, 0],
    ["End", 0, 3, 2],
    ["ArrowRight", 0, 3, undefined],
    ["a", 0, 3, undefined],
    ["End", -1, 0, undefined],
  ]);
  for (const [key, from, count, to] of cases) {
    assert.equal(destination(key, from, count, "vertical"), to, `${key} from ${from} of ${count}`);
  }
  assert.equal(destination("ArrowLeft", 0, 3, "horizontal"), 2);
  assert.equal(destination("ArrowUp", 0, 3, "horizontal"), undefined);
});

test("a failed start says what is missing and what to do, whatever it failed with", () => {
  const unreachable = new StartError("worker", new TypeError("Failed to fetch"));
  assert.deepEqual(wordsOf(unreachable), {
    what: "The console's Worker cannot be reached.",
    remedy: "Is “npm start” still running? Start it again, then try again.",
  });
  const missing = { code: "wasm_missing", message: "no WebAssembly" };
  assert.match(wordsOf(new StartError("module", missing)).what, /^This browser has no WebAssembly/);
  const blocked = Object.assign(new Error("refused"), { code: "wasm_blocked" });
  assert.match(wordsOf(new StartError("module", blocked)).remedy, /Content-Security-Policy/);
  const script = new StartError("script", new TypeError("no workbench.js"));
  assert.match(wordsOf(script).remedy, /no workbench\.js$/);
  for (const strange of [undefined, null, "text", new Error("")]) {
    assert.equal(wordsOf(strange).what, "Something failed in this page.");
  }
});
