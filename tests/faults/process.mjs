/** The suite inside a process of Node, Deno or Bun: each line that comes in is a case to run. */
import { createInterface } from "node:readline";
import { inspect } from "node:util";
import * as api from "interakt-wasm";
import { runCase } from "./suite.mjs";

const runtime = "Deno" in globalThis ? "Deno" : "Bun" in globalThis ? "Bun" : "Node";

/** @param {unknown} value */
const show = (value) => inspect(value, { depth: 10 });

for await (const line of createInterface({ input: process.stdin })) {
  const problem = await runCase({ api, runtime, inspect: show }, JSON.parse(line));
  process.stdout.write(`${JSON.stringify({ problem })}\n`);
}
