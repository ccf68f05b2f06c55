/** The suite inside a process of Node, Deno or Bun: each line that comes in is a task. */
import { createInterface } from "node:readline";
import * as api from "interakt-wasm";
import { runTask } from "./suite.mjs";

for await (const line of createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await runTask(api, JSON.parse(line)))}\n`);
}
