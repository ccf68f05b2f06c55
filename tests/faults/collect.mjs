/** Calls in the middle of which garbage is collected: collect.test.mjs watches. */
import assert from "node:assert/strict";
import * as api from "interakt-wasm";
import { createRemote } from "./remote.mjs";
import { SUCCESS } from "./ways.mjs";
import { assertFailed, call } from "./world.mjs";

/** @typedef {import("./perform.mjs").Fault} Fault */

const { gc } = /** @type {{ gc: () => void }} */ (/** @type {unknown} */ (globalThis));
const remote = createRemote(JSON.parse(process.argv[2] ?? ""));
/** @type {import("./world.mjs").World} */
const world = { api, runtime: "Node", remote };

/** @type {Fault[]} */
const STALLS = [{ stall: "headers" }, { stall: "body", body: SUCCESS }];

// `call` sees to it that the server sees each connection closed.
for (const fault of STALLS) {
  const controller = new AbortController();
  const aborted = await call(world, {
    faults: [fault],
    signal: controller.signal,
    async meanwhile(scene) {
      await scene.until("a request arrives", ({ requests }) => requests[0]?.complete === true);
      gc();
      controller.abort("enough");
    },
  });
  assert.equal(aborted.thrown?.error, "enough");

  const late = await call(world, {
    faults: [fault],
    options: { timeoutMs: 1000 },
    async meanwhile(scene) {
      await scene.until("a request arrives", ({ requests }) => requests[0]?.complete === true);
      gc();
    },
  });
  assertFailed(world, late, "TimeoutError", { code: "timeout", attempts: 1 });
}
