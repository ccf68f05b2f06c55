const interakt = require("interakt-wasm");
const { createSimulator } = require("interakt-wasm/simulator");
const { exercise } = require("./exercise.js");

test("everything works", async () => {
  const verdict = await exercise(interakt, createSimulator, process.env.INTERAKT_URL);
  process.stdout.write(`${JSON.stringify(verdict)}\n`);
  expect(verdict).not.toHaveProperty("failed");
});
