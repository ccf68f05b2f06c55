/** Files of rows in a Worker, whose clock stands still while it computes. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { COUNTS, countsOf, customers, FILE } from "../rows/support.mjs";
import { workerModules } from "../support/worker.mjs";

/** @param {import("node:test").TestContext} t Ends it. */
async function start(t, compatibilityDate = "2026-01-01") {
  const miniflare = new Miniflare({
    modules: await workerModules(fileURLToPath(new URL("rows-worker.mjs", import.meta.url))),
    compatibilityDate,
  });
  t.after(() => miniflare.dispose());
  return (/** @type {string} */ body, headers = {}) =>
    miniflare.dispatchFetch("http://worker/", { method: "POST", body, headers });
}

test("a Worker checks the body of a request as it comes in", async (t) => {
  const send = await start(t);
  const summary = /** @type {any} */ (await (await send(FILE)).json());
  assert.deepEqual(countsOf(summary), COUNTS);
  const many = await Promise.all([customers(20_000), FILE, customers(3)].map((file) => send(file)));
  const counts = await Promise.all(many.map((response) => response.json()));
  assert.deepEqual(
    counts.map((each) => /** @type {any} */ (each).ready),
    [20_000, COUNTS.ready, 3],
  );
});

// Before 2022-11-30 Workers could make no stream but one that takes what is written to it.
for (const date of ["2026-01-01", "2022-10-31"]) {
  test(`a Worker of ${date} answers with the file of refused rows`, async (t) => {
    const send = await start(t, date);
    const text = await (await send(FILE, { accept: "text/csv" })).text();
    assert.match(text, /^Mobile,Name,line,problem\r\n12345,Mira,4,/);
  });
}
