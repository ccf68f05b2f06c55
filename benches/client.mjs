/**
 * `npm run bench -- client`: sends through a client, beside a bare `fetch` with the same body and
 * headers that reads the answer as JSON, to a server in another process. With `--check` it fails
 * below the targets.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Interakt, init } from "interakt-wasm";
import { main } from "../scripts/project.mjs";
import { inTurn, ratioOf } from "./alternate.mjs";
import { judge, machine } from "./targets.mjs";

/** Of each, in all rounds together: many short ones meet the same machine. */
const SENDS = 5000;
const CONCURRENCY = 32;
const ROUNDS = 25;

const API_KEY = "c2VjcmV0LWtleTo=";
const MESSAGE = /** @type {const} */ ({
  countryCode: "+91",
  phoneNumber: "9876543210",
  type: "Text",
  data: { message: "Your tea leaves the warehouse today." },
});

/**
 * How many sends a second, and what they take of a processor.
 *
 * @param {() => Promise<unknown>} send
 */
async function rate(send) {
  const sends = SENDS / ROUNDS;
  let left = sends;
  const before = process.cpuUsage();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (left > 0) {
        left -= 1;
        await send();
      }
    }),
  );
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  return { rate: sends / seconds, cpuMicros: (user + system) / sends };
}

/** @param {string} baseUrl */
function bareFetch(baseUrl) {
  const url = `${baseUrl}/v1/public/message/`;
  const headers = { authorization: `Basic ${API_KEY}`, "content-type": "application/json" };
  return async () => {
    const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(MESSAGE) });
    const { result } = await response.json();
    if (response.status !== 201 || result !== true) throw new Error("the server did not serve");
  };
}

/**
 * What is sent, by the name of a row.
 *
 * @param {string} baseUrl
 */
function contests(baseUrl) {
  const client = new Interakt({ apiKey: API_KEY, baseUrl });
  const limited = new Interakt({ apiKey: API_KEY, baseUrl, totalTimeoutMs: 60_000 });
  const { signal } = new AbortController();
  return {
    fetch: bareFetch(baseUrl),
    sendMessage: () => client.sendMessage(MESSAGE),
    "with a signal": () => limited.sendMessage(MESSAGE, { signal }),
  };
}

await main(async () => {
  await init();
  const server = fork(fileURLToPath(new URL("client-server.mjs", import.meta.url)));
  try {
    const [baseUrl] = await once(server, "message");
    const sends = contests(baseUrl);
    const names = /** @type {(keyof typeof sends)[]} */ (Object.keys(sends));
    console.log(`${SENDS} sends, ${CONCURRENCY} at once, ${ROUNDS} rounds; ${machine()}`);
    /** @type {Record<string, number>} */
    const least = {};
    const rates = await inTurn(names, { rounds: ROUNDS, warmUp: 8 }, async (name) => {
      const measured = await rate(sends[name]);
      least[name] = Math.min(least[name] ?? Number.POSITIVE_INFINITY, measured.cpuMicros);
      return measured.rate;
    });
    const rows = names.map((name) => {
      const details = [rates[name].middle.toFixed(0), (least[name] ?? 0).toFixed(0)];
      return { name, details, figure: ratioOf(rates[name], rates.fetch) };
    });
    const columns = ["median a second", "least processor time, µs"];
    judge("client", { columns, unit: "median of ratios" }, rows);
  } finally {
    server.disconnect();
  }
});
