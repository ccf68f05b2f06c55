import * as interakt from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { exercise } from "./exercise.mjs";

test("everything works that jsdom has the means for", async () => {
  const verdict = await exercise(interakt, createSimulator, process.env.INTERAKT_URL);
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  expect(verdict).not.toHaveProperty("failed");
});
