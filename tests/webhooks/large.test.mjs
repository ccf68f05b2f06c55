/** Whoever may send bodies cannot keep the reader busy with them. */
import assert from "node:assert/strict";
import test from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startNode } from "../support/child.mjs";
import { LARGE } from "./large-bodies.mjs";

/** Where each piece is looked at once, a body takes less than a second; otherwise many minutes. */
const HUNG_MS = 30_000;

for (const name of Object.keys(LARGE)) {
  test(`a body is read that is full of ${name}`, async (t) => {
    const reader = startNode(fileURLToPath(new URL("large-process.mjs", import.meta.url)));
    t.after(reader.stop);
    const hung = pause(HUNG_MS, "it goes on and on", { ref: false });
    const read = await Promise.race([reader.ask(name), hung]);
    assert.equal(read.known, true, String(read));
  });
}
