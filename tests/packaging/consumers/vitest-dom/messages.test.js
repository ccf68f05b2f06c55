import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { expect, test } from "vitest";
import { exercise } from "./exercise.mjs";

test("everything works", async () => {
  const verdict = await exercise(interakt, createSimulator, import.meta.env.VITE_INTERAKT_URL);
  console.log(JSON.stringify(verdict));
  expect(verdict).not.toHaveProperty("failed");
});
