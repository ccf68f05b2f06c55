/** Does what a line of JSON says, and answers with how much memory there is then. */
import "./watch.mjs";
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import * as api from "interakt-wasm";
import { moduleBytes } from "./watch.mjs";
import { work } from "./work.mjs";

setFlagsFromString("--expose-gc");
/** @type {() => void} */
const collect = runInNewContext("gc");

for await (const line of createInterface({ input: process.stdin })) {
  const { newest } = await work(api, JSON.parse(line));
  // What waits for a turn of the loop is let go of then.
  await new Promise((resolve) => setTimeout(resolve, 1));
  collect();
  collect();
  const module = moduleBytes();
  const { heapUsed, rss } = process.memoryUsage();
  console.log(JSON.stringify({ module, newest, heap: heapUsed, resident: rss }));
}
