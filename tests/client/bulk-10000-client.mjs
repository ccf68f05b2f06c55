/**
 * The sending end of bulk-10000.test.mjs, a process of its own so that nothing else is in its
 * memory. Run with `--expose-gc` and the server's address; prints what it saw as JSON.
 */
import { Interakt } from "interakt-wasm";
import { COUNT, messages, TIMEOUT_MS } from "./bulk-10000-messages.mjs";
import { API_KEY } from "./support.mjs";

const STATUSES = /** @type {const} */ (["none", "sent", "invalid", "failed", "unknown"]);

const waits = { paced: 0, refused: 0 };

const interakt = new Interakt({
  apiKey: API_KEY,
  baseUrl: process.argv[2],
  plan: { requestsPerMinute: 45_000 },
  onRateLimit: ({ reason }) => {
    waits[reason] += 1;
  },
  timeoutMs: TIMEOUT_MS,
  // Nobody wants to wait for the second that the server asks for.
  maxRetryAfterMs: 20,
});

/** @type {import("interakt-wasm").BulkProgress | undefined} */
let progress;
const run = interakt.sendAll(messages(), {
  concurrency: 50,
  signal: new AbortController().signal,
  total: COUNT,
  onProgress: (latest) => {
    progress = latest;
  },
});

/** Bytes in use when everything has come to rest: until a result is taken, nothing more is sent. */
async function heapUsed() {
  if (!globalThis.gc) throw new Error("run with --expose-gc");
  for (let round = 0; round < 5; round += 1) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    // What this leaves to be finalized goes in the next round.
    globalThis.gc();
  }
  return process.memoryUsage().heapUsed;
}

// Nothing here may grow with the results either.
const status = new Uint8Array(COUNT);
const reports = new Uint8Array(COUNT);
let taken = 0;
let withId = 0;
let middle = 0;
for await (const result of run) {
  status[result.index] = STATUSES.indexOf(result.status);
  reports[result.index] = (reports[result.index] ?? 0) + 1;
  if (result.status === "sent" && result.id !== undefined) withId += 1;
  taken += 1;
  if (taken === COUNT / 2) middle = await heapUsed();
}

console.log(
  JSON.stringify({
    statuses: [...status].map((code) => STATUSES[code]),
    reports: [...reports],
    withId,
    summary: run.summary,
    progress,
    waits,
    growth: (await heapUsed()) - middle,
  }),
);

// A timer or a socket that is left would keep this process.
const late = setTimeout(() => {
  console.error("This process does not end:", process.getActiveResourcesInfo());
  process.exit(1);
}, 20_000);
late.unref();
