/** The suite inside a process of Node, Deno or Bun: each line that comes in is a case to run. */
import * as api from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { answerLines } from "../support/lines.mjs";
import { entries } from "./entries.mjs";
import { runCase } from "./suite.mjs";

await answerLines(async (task) => ({
  problem: await runCase({ api, createSimulator, entries }, task),
}));
