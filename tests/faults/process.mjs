/** The suite inside a process of Node, Deno or Bun: each line that comes in is a case to run. */
import { inspect } from "node:util";
import * as api from "interakt-wasm";
import { answerLines } from "../support/lines.mjs";
import { runCase } from "./suite.mjs";

const runtime = "Deno" in globalThis ? "Deno" : "Bun" in globalThis ? "Bun" : "Node";

/** @param {unknown} value */
const show = (value) => inspect(value, { depth: 10 });

await answerLines(async (task) => ({
  problem: await runCase({ api, runtime, inspect: show }, task),
}));
