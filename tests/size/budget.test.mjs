import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { test } from "node:test";
import { ROOT } from "../../scripts/project.mjs";
import { bundle, moduleSize, sizeOf, sum } from "./measure.mjs";

/** @type {Record<string, { limitKiB: number }>} */
const BUDGET = JSON.parse(await readFile(join(ROOT, "size-budget.json"), "utf8"));

const wasm = await moduleSize();
const web = sizeOf(await bundle("./web"));
const formCode = await bundle("./web", { names: "{ init, sendMessage }" });
const form = sizeOf(formCode);
const inlined = sizeOf(await bundle("."));

/** @type {Record<string, import("./measure.mjs").Size>} */
const ROWS = {
  "core_bg.wasm": wasm,
  "./web (JavaScript)": web,
  "./web (JavaScript + wasm)": sum([web, wasm]),
  "./web for a form (+ wasm)": sum([form, wasm]),
  ". (wasm inside)": inlined,
  ". for workerd (JavaScript)": sizeOf(await bundle(".", { condition: "workerd" })),
  ". for edge-light (JavaScript)": sizeOf(await bundle(".", { condition: "edge-light" })),
  "./simulator (with its entry)": sizeOf(await bundle("./simulator")),
};

/** What a page downloads to use an entry, or to validate one kind of form, in bytes after brotli. */
const DOWNLOADS = /** @type {Record<string, number>} */ ({
  "./web": sum([web, wasm]).brotli,
  "./web { init, sendMessage }": sum([form, wasm]).brotli,
  ".": inlined.brotli,
});

console.log(
  `${"bytes".padEnd(30)} ${"raw".padStart(9)} ${"gzip".padStart(9)} ${"brotli".padStart(9)}`,
);
for (const [name, { raw, gzip, brotli }] of Object.entries(ROWS)) {
  const columns = [raw, gzip, brotli].map((bytes) => String(bytes).padStart(9));
  console.log(`${name.padEnd(30)} ${columns.join(" ")}`);
}

for (const [entry, { limitKiB }] of Object.entries(BUDGET)) {
  test(`${entry} is at most ${limitKiB} KiB after brotli`, () => {
    const actual = DOWNLOADS[entry];
    assert.ok(actual !== undefined, `size-budget.json names ${entry}, which is not measured`);
    assert.ok(
      actual <= limitKiB * 1024,
      `${entry} is ${actual} bytes after brotli, the budget is ${limitKiB * 1024}`,
    );
  });
}

test("a budget is set for every entry that pages load", () => {
  assert.deepEqual(Object.keys(BUDGET).sort(), Object.keys(DOWNLOADS).sort());
});

test("a form does not download the client", async () => {
  const holdsClient = (/** @type {Uint8Array} */ code) =>
    new TextDecoder().decode(code).includes("maxRetries");
  assert.ok(holdsClient(await bundle("./web")));
  assert.ok(!holdsClient(formCode));
});

test("an entry that loads the module as a file does not carry it as well", () => {
  for (const condition of ["workerd", "edge-light"]) {
    assert.ok((ROWS[`. for ${condition} (JavaScript)`]?.raw ?? Infinity) < wasm.raw);
  }
  assert.ok(web.raw < wasm.raw);
});
