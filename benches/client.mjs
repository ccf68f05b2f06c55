/**
 * `npm run bench -- client`: sends through a client, beside a bare `fetch` with the same body and
 * headers that reads the answer as JSON, to a server in another process. With `--check` it fails
 * below the targets.
 */
import { fork } from "node:child_process";
import { once } from "node:events";
import { cpus } from "node:os";
import { fileURLToPath } from "node:url";
import { Interakt, init } from "interakt-wasm";
import { main } from "../scripts/project.mjs";
import { median } from "./compare.mjs";

const SENDS = 3000;
const CONCURRENCY = 32;
const ROUNDS = 11;

const API_KEY = "c2VjcmV0LWtleTo=";
const MESSAGE = /** @type {const} */ ({
  countryCode: "+91",
  phoneNumber: "9876543210",
  type: "Text",
  data: { message: "Your tea leaves the warehouse today." },
});

/**
 * How many sends a second.
 *
 * @param {() => Promise<unknown>} send
 */
async function rate(send) {
  let left = SENDS;
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CONCURRENCY }, async () => {
      while (left > 0) {
        left -= 1;
        await send();
      }
    }),
  );
  return SENDS / ((performance.now() - start) / 1000);
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
 * What is sent, with how it is compared.
 *
 * @param {string} baseUrl
 * @returns {{ name: string, send: () => Promise<unknown>, target?: number }[]}
 */
function contests(baseUrl) {
  const client = new Interakt({ apiKey: API_KEY, baseUrl });
  const limited = new Interakt({ apiKey: API_KEY, baseUrl, totalTimeoutMs: 60_000 });
  const { signal } = new AbortController();
  return [
    { name: "sendMessage", send: () => client.sendMessage(MESSAGE), target: 0.75 },
    { name: "with a signal", send: () => limited.sendMessage(MESSAGE, { signal }) },
  ];
}

await main(async () => {
  await init();
  const server = fork(fileURLToPath(new URL("client-server.mjs", import.meta.url)));
  try {
    const [baseUrl] = await once(server, "message");
    const peer = bareFetch(baseUrl);
    const machine = `Node ${process.versions.node}, ${process.arch}, ${cpus()[0]?.model.trim()}`;
    console.log(
      `${SENDS} sends, ${CONCURRENCY} at once, ${ROUNDS} rounds, median a second; ${machine}`,
    );
    /** @type {string[]} */
    const missed = [];
    for (const { name, send, target } of contests(baseUrl)) {
      await rate(peer);
      await rate(send);
      /** @type {{ ours: number, theirs: number }[]} */
      const rounds = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const first = await rate(round % 2 === 0 ? send : peer);
        const second = await rate(round % 2 === 0 ? peer : send);
        rounds.push(
          round % 2 === 0 ? { ours: first, theirs: second } : { ours: second, theirs: first },
        );
      }
      const [ours, theirs, ratio] = [
        median(rounds.map((round) => round.ours)),
        median(rounds.map((round) => round.theirs)),
        median(rounds.map((round) => round.ours / round.theirs)),
      ];
      const goal = target === undefined ? "" : `target ${target}`;
      console.log(
        `${name.padEnd(16)} ${ours.toFixed(0).padStart(8)} fetch ${theirs.toFixed(0).padStart(8)} ratio ${ratio.toFixed(2)} ${goal}`,
      );
      if (target !== undefined && ratio < target) missed.push(`${name}: ${ratio.toFixed(2)}`);
    }
    if (missed.length > 0) {
      console.log(`below the target: ${missed.join(", ")}`);
      if (process.argv.includes("--check")) throw new Error("a target was missed");
    }
  } finally {
    server.disconnect();
  }
});
