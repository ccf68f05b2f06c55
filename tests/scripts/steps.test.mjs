/** In which order steps run. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { runSteps } from "../../scripts/steps.mjs";

test("a step waits for the one that it needs, also beside others", async (t) => {
  t.mock.method(console, "log", () => {});
  /** @type {string[]} */
  const ended = [];
  const step = (
    /** @type {string} */ name,
    /** @type {number} */ ms,
    /** @type {object} */ more,
  ) => ({
    ...{ name, beside: true, ...more },
    async work() {
      await setTimeout(ms);
      ended.push(name);
    },
  });
  const needs = "build";
  await runSteps([step("build", 50, {}), step("other", 1, {}), step("suite", 1, { needs })]);
  assert.deepEqual(
    ended.filter((name) => name !== "other"),
    ["build", "suite"],
  );
  assert.equal(process.exitCode, undefined);
});
