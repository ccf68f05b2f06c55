/** Fails on purpose, when its tests have passed and are gone. */
import { test } from "node:test";

test("passes", () => {});

process.on("exit", () => {
  console.error("something is left open");
  process.exitCode = 3;
});
