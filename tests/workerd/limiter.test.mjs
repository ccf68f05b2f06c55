/**
 * One client with a limit, shared by all requests of a Worker. workerd forbids one request to
 * wait for another's promise or timer, and drops requests whose caller gave them up: nothing of
 * them runs any more, no `finally` either.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { Miniflare } from "miniflare";
import { createRemote } from "../support/remote.mjs";
import { startServer } from "../support/server.mjs";
import { workerModules } from "../support/worker.mjs";

/** @param {string} name */
const modulesOf = (name) => workerModules(fileURLToPath(new URL(name, import.meta.url)));

/**
 * The Workers, the simulator that they send to, and what workerd has written.
 *
 * @param {import("node:test").TestContext} t Ends them.
 * @param {number} requestsPerMinute
 */
async function start(t, requestsPerMinute) {
  const server = await startServer();
  t.after(server.close);
  const remote = createRemote(server.url);
  await remote.setup({ plan: "enterprise" });
  let output = "";
  const compatibilityDate = "2026-01-01";
  const miniflare = new Miniflare({
    workers: [
      {
        name: "caller",
        modules: await modulesOf("caller.mjs"),
        compatibilityDate,
        serviceBindings: { SENDER: "sender" },
      },
      {
        name: "sender",
        modules: await modulesOf("worker.mjs"),
        compatibilityDate,
        bindings: {
          API_KEY: "c2VjcmV0LWtleTo=",
          BASE_URL: server.url,
          REQUESTS_PER_MINUTE: requestsPerMinute,
        },
      },
    ],
    /** @param {import("node:stream").Readable[]} streams */
    handleRuntimeStdio(...streams) {
      for (const stream of streams) {
        stream.on("data", (chunk) => {
          output += chunk;
        });
      }
    },
  });
  t.after(() => miniflare.dispose());

  return {
    /**
     * The status of an incoming request that sends a message of that name.
     *
     * @param {number} name
     * @param {number} [giveUpAfter] Milliseconds. The status is then 499.
     */
    async send(name, giveUpAfter) {
      const message = {
        fullPhoneNumber: "919876543210",
        callbackData: String(name),
        type: "Text",
        data: { message: "Hi" },
      };
      const { status } = await miniflare.dispatchFetch("http://caller/", {
        method: "POST",
        headers: giveUpAfter === undefined ? {} : { "give-up-after": String(giveUpAfter) },
        body: JSON.stringify(message),
      });
      return status;
    },
    /** @returns {Promise<any>} */
    counts: async () => (await miniflare.dispatchFetch("http://caller/")).json(),
    /** The names of the messages that arrived. */
    arrived: async () => {
      const requests = await remote.requests();
      return requests.map(({ body }) => Number(body.callbackData)).sort((a, b) => a - b);
    },
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

test("requests that are dropped while they wait leave the others alone", async (t) => {
  const worker = await start(t, 1_200);
  const names = [...Array(90).keys()];
  const isDropped = (/** @type {number} */ name) => name % 3 === 0;
  const statuses = await Promise.all(
    names.map((name) => worker.send(name, isDropped(name) ? 1_000 : undefined)),
  );
  const others = names.filter((name) => !isDropped(name));
  for (const name of others) assert.equal(statuses[name], 200);
  const arrived = await worker.arrived();
  assert.equal(new Set(arrived).size, arrived.length);
  assert.deepEqual(
    arrived.filter((name) => !isDropped(name)),
    others,
  );
  // Had none been dropped while it waited, this would have shown nothing.
  assert.ok(names.some((name) => statuses[name] === 499 && !arrived.includes(name)));
  const { begun, ended } = await worker.counts();
  assert.ok(ended < begun, `${ended} of ${begun} ended`);
  assert.equal(worker.output(), "");
});

test("nobody waits for long behind requests that were dropped", async (t) => {
  const worker = await start(t, 60);
  // More than a minute's work, and the client's calls have half a minute.
  const dropped = await Promise.all([...Array(90).keys()].map((name) => worker.send(name, 1_000)));
  assert.ok(dropped.includes(499));
  assert.equal(await worker.send(90), 200);
  assert.equal(worker.output(), "");
});
