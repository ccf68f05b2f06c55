/**
 * One client with a limit, shared by all requests of a Worker. workerd forbids one request to
 * wait for another's promise or timer, and drops the requests whose callers have gone: nothing
 * of them runs any more, no `finally` either.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { createRemote } from "../support/remote.mjs";
import { startServer } from "../support/server.mjs";
import { workerModules } from "../support/worker.mjs";

/**
 * The Worker, the simulator that it sends to, and what workerd has written.
 *
 * @param {import("node:test").TestContext} t Ends both.
 * @param {number} requestsPerMinute
 */
async function start(t, requestsPerMinute) {
  const server = await startServer();
  t.after(server.close);
  const remote = createRemote(server.url);
  await remote.setup({ plan: "enterprise" });
  let output = "";
  const miniflare = new Miniflare({
    modules: await workerModules(fileURLToPath(new URL("worker.mjs", import.meta.url))),
    compatibilityDate: "2026-01-01",
    bindings: {
      API_KEY: "c2VjcmV0LWtleTo=",
      BASE_URL: server.url,
      REQUESTS_PER_MINUTE: requestsPerMinute,
    },
    handleRuntimeStdio(stdout, stderr) {
      for (const stream of [stdout, stderr]) {
        stream.on("data", (chunk) => {
          output += chunk;
        });
      }
    },
  });
  t.after(() => miniflare.dispose());
  const address = await miniflare.ready;
  return {
    /**
     * An incoming request that sends a message of that name.
     *
     * @param {number} name
     * @param {AbortSignal} [signal]
     */
    async send(name, signal) {
      const body = JSON.stringify({
        fullPhoneNumber: "919876543210",
        callbackData: String(name),
        type: "Text",
        data: { message: "Hi" },
      });
      const response = await fetch(address, { method: "POST", body, signal: signal ?? null });
      await response.arrayBuffer();
      return response.status;
    },
    /** @returns {Promise<any>} */
    counts: async () => (await fetch(address)).json(),
    /** The names of the messages that arrived. */
    arrived: async () =>
      (await remote.requests()).map(({ body }) => Number(body.callbackData)).sort((a, b) => a - b),
    output: () => output,
  };
}

test("200 requests at once that share a client with a limit all finish", async (t) => {
  const worker = await start(t, 6_000);
  const names = [...Array(200).keys()];
  const statuses = await Promise.all(names.map((name) => worker.send(name)));
  assert.deepEqual(new Set(statuses), new Set([200]));
  assert.deepEqual(await worker.arrived(), names);
  assert.deepEqual(await worker.counts(), { begun: 200, ended: 200 });
  assert.equal(worker.output(), "");
});

test("requests that are cancelled while they wait leave the others alone", async (t) => {
  const worker = await start(t, 1_200);
  const names = [...Array(90).keys()];
  const callers = new AbortController();
  const isCancelled = (/** @type {number} */ name) => name % 3 === 0;
  const answers = names.map((name) =>
    worker.send(name, isCancelled(name) ? callers.signal : undefined),
  );
  const settled = Promise.allSettled(answers);
  while ((await worker.counts()).begun < names.length) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  callers.abort();
  const ends = await settled;
  const others = names.filter((name) => !isCancelled(name));
  for (const name of others) assert.deepEqual(ends[name], { status: "fulfilled", value: 200 });
  const arrived = await worker.arrived();
  assert.equal(new Set(arrived).size, arrived.length);
  assert.deepEqual(
    arrived.filter((name) => !isCancelled(name)),
    others,
  );
  // Some were dropped: else this would have shown nothing.
  const { begun, ended } = await worker.counts();
  assert.equal(begun, names.length);
  assert.ok(ended < begun, `${ended} of ${begun} ended`);
  assert.doesNotMatch(worker.output(), /different request/);
});
