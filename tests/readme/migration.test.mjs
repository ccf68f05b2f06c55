/** What docs/migration.md tells those who call the API by hand. */
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import * as esbuild from "esbuild";
import { operations, sendMessage } from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { ROOT } from "../../scripts/project.mjs";
import { examplesIn } from "./blocks.mjs";
import { API_KEY } from "./campaign.mjs";
import { readCommands, runInShell } from "./shell.mjs";

const FILE = "docs/migration.md";
const guide = await readFile(join(ROOT, FILE), "utf8");
const failures = await readFile(join(ROOT, "docs", "reference", "failures.md"), "utf8");

const AsyncFunction = Object.getPrototypeOf(async () => {}).constructor;

/** The cells of the table below a heading. @param {string} heading */
function rowsBelow(heading) {
  const [, section = ""] = guide.split(`\n## ${heading}\n`);
  const [, table = ""] = /^(\|.*?)\n(?!\|)/ms.exec(section) ?? [];
  const rows = table.split("\n").slice(2);
  assert.ok(rows.length > 0, heading);
  return rows.map((row) =>
    row
      .split("|")
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
}

/** The code in a cell. @param {string | undefined} cell */
const codesIn = (cell = "") => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);

/** @type {any[]} What goes out, of each program in turn. */
const sent = [];

for (const { place, code, language } of examplesIn(FILE, guide)) {
  test(`${place} sends a request`, async (t) => {
    const simulator = createSimulator({ apiKey: API_KEY });
    t.mock.method(globalThis, "fetch", async (/** @type {any} */ input, /** @type {any} */ init) =>
      simulator(new Request(input, init)),
    );
    t.mock.method(console, "log", () => {});
    const before = process.env.INTERAKT_API_KEY;
    process.env.INTERAKT_API_KEY = API_KEY;
    t.after(() => {
      if (before === undefined) delete process.env.INTERAKT_API_KEY;
      else process.env.INTERAKT_API_KEY = before;
    });
    const { code: script } = await esbuild.transform(code, { loader: language });
    const program = new AsyncFunction("Interakt", script.replace(/^import .*$/gm, ""));
    await program((await import("interakt-wasm")).Interakt);
    const [request] = simulator.requests;
    sent.push(request?.body);
    assert.equal(request?.operation, "sendMessage");
  });
}

test("the same request as the command with curl", async () => {
  const { code = "" } = (await readCommands()).find(({ code }) => code.startsWith("curl ")) ?? {};
  const { method, url, headers, body } = JSON.parse(await runInShell(code, tmpdir()));
  const input = JSON.parse(body);
  const built = sendMessage.build(input, { apiKey: API_KEY });
  assert.deepEqual([method, url], [built.method, built.url]);
  assert.deepEqual(Object.fromEntries(headers), { ...built.headers });
  assert.deepEqual(sent, [input, input]);
});

test("each operation has the method and path that the table says", () => {
  const told = rowsBelow("Endpoints and methods").map(([endpoint, method]) => {
    return [...codesIn(endpoint), ...codesIn(method)].join(" ");
  });
  const all = operations.map(({ method, path, name }) => `${method} ${path} ${name}`);
  assert.deepEqual(told.sort(), all.sort());
});

for (const [cell, code, what = ""] of rowsBelow("Mistakes caught before sending")) {
  test(`${cell} gives ${code}`, () => {
    const [change = ""] = codesIn(cell);
    const input = { ...sent[0], ...JSON.parse(change) };
    const { issues = [], warnings } = /** @type {any} */ (sendMessage.validate(input));
    const [severity = ""] = /^\w+/.exec(what) ?? [];
    assert.deepEqual(
      [...issues, ...warnings].map((issue) => [issue.code, issue.severity]),
      [[codesIn(code)[0], severity]],
    );
  });
}

test("each way to fail is there, with the code that it has", () => {
  const known = [...failures.matchAll(/^\|[^|]*\|[^|]*\| `(\w+)` \|/gm)].map(([, code]) => code);
  const rows = rowsBelow("Errors from Interakt");
  const told = rows.flatMap(([, error]) => codesIn(error).filter((code) => /^[a-z_]+$/.test(code)));
  const own = ["timeout", "connection_failed"];
  assert.deepEqual([...new Set(told)].sort(), [...new Set([...known, ...own])].sort());
});
