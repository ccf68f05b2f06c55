/** What the simulator keeps of requests whose runtime is not quite as the standards have it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { createSimulator } from "interakt-wasm/simulator";
import { API_KEY, MESSAGE } from "./support.mjs";

/** Keeps names as they were written when asked for all of them, as those of happy-dom do. */
class CasedHeaders extends Headers {
  [Symbol.iterator]() {
    const listed = [
      ["Authorization", `Basic ${API_KEY}`],
      ["Content-Type", "application/json"],
    ];
    return /** @type {HeadersIterator<[string, string]>} */ (listed.values());
  }
}

/** @param {object} [changes] What is other than in a `Request` of Node. */
function requestWith(changes) {
  const request = new Request("https://api.interakt.ai/v1/public/message/", {
    method: "POST",
    headers: { authorization: `Basic ${API_KEY}`, "content-type": "application/json" },
    body: JSON.stringify(MESSAGE),
  });
  for (const [name, value] of Object.entries(changes ?? {})) {
    Object.defineProperty(request, name, { value });
  }
  return request;
}

test("headers are kept under lower-case names, without the key, however a runtime lists them", async () => {
  const simulator = createSimulator();
  const headers = new CasedHeaders({ authorization: `Basic ${API_KEY}` });
  assert.equal((await simulator(requestWith({ headers }))).status, 201);
  assert.deepEqual(simulator.requests[0]?.headers, {
    authorization: "[redacted]",
    "content-type": "application/json",
  });
});

test("a signal may lack what jsdom and Chrome before 100 do not have", async () => {
  const simulator = createSimulator();
  const signal = { aborted: false, addEventListener() {} };
  assert.equal((await simulator(requestWith({ signal }))).status, 201);
  const reason = new Error("enough");
  const aborted = { ...signal, aborted: true, reason };
  await assert.rejects(simulator(requestWith({ signal: aborted })), reason);
  assert.equal(simulator.requests.length, 1);
});
