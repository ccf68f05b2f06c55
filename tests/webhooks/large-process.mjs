/** Reads large bodies in a process of its own: each line that comes in names one. */
import { createInterface } from "node:readline";
import { webhooks } from "interakt-wasm";
import { LARGE } from "./large-bodies.mjs";

for await (const line of createInterface({ input: process.stdin })) {
  const { known, dedupeKey } = webhooks.parse(LARGE[JSON.parse(line)] ?? "");
  process.stdout.write(`${JSON.stringify({ known, dedupeKey })}\n`);
}
