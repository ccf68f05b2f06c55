/** What the console's Worker keeps of an exchange, without a Worker. */
import assert from "node:assert/strict";
import test from "node:test";
import { Interakt } from "interakt-wasm";
import { LARGEST_ANSWER, recorded } from "../../www/worker/record.js";

/** Well formed, and nobody's. */
const KEY = "fj8+bm9ib2R5cy1rZXktb2YtdGhlLWNvbnNvbGU/fj8+Og==";

const ENCODER = new TextEncoder();

/**
 * Asks for a customer and records it, as the Worker does.
 *
 * @param {(request: Request) => Promise<Response>} fetch
 * @param {object} [options]
 */
async function asked(fetch, options) {
  const { exchange, recordingFetch } = recorded(fetch, KEY);
  const interakt = new Interakt({
    ...{ apiKey: KEY, fetch: recordingFetch, maxRetries: 0, maxResponseBytes: LARGEST_ANSWER },
    ...options,
  });
  /** @type {{ answer?: any, error?: any }} */
  const result = await interakt.getUserById({ userId: "x" }).then(
    (answer) => ({ answer }),
    (error) => ({ error }),
  );
  return { ...result, ...exchange() };
}

test("an answer without an end is read as far as the client reads, and the server is stopped", async () => {
  const piece = ENCODER.encode("x".repeat(2 ** 16));
  let told = 0;
  /** @type {Promise<void>} */
  let stopped = Promise.resolve();
  const { error, response } = await asked(async () => {
    /** @type {() => void} */
    let stop = () => {};
    stopped = new Promise((resolve) => {
      stop = resolve;
    });
    const endless = new ReadableStream({
      pull(controller) {
        told += piece.length;
        controller.enqueue(piece);
      },
      cancel: () => stop(),
    });
    return new Response(endless, { status: 200 });
  });
  await stopped;
  assert.equal(error.outcome, "unknown");
  assert.ok(told < LARGEST_ANSWER + 2 ** 20, String(told));
  assert.equal(response?.cut, true);
  assert.ok(response.size > LARGEST_ANSWER && response.size <= told, String(response.size));
  assert.ok(response.body.length <= 2 ** 20);
});

test("of a long answer that ends its beginning is kept, and all of it is decoded", async () => {
  const long = { result: true, data: { customers: [] }, x: "x".repeat(2 ** 21) };
  const { answer, response } = await asked(async () => Response.json(long));
  assert.equal(answer.x.length, 2 ** 21);
  assert.equal(response?.size, JSON.stringify(long).length);
  assert.equal(response.cut, undefined);
  assert.ok(response.body.length > 2 ** 19 && response.body.length < 2 ** 20);
});

test("where an answer is cut, no half of the key is left", async () => {
  for (const written of [
    KEY,
    btoa(KEY),
    KEY.replaceAll(/./g, (c) => `%${c.charCodeAt(0).toString(16)}`),
  ]) {
    for (const seen of [9, written.length - 1]) {
      const start = "y".repeat(2 ** 20 - seen);
      const { response } = await asked(async () => new Response(start + written + start));
      assert.match(response?.body ?? "", /^y+$/);
    }
  }
});

test("of an answer that breaks off the beginning is kept", async () => {
  const { error, response } = await asked(async () => {
    let pieces = 0;
    const broken = new ReadableStream({
      pull(controller) {
        if (pieces++ === 0) controller.enqueue(ENCODER.encode(`${"z".repeat(2000)}${KEY}`));
        else controller.error(new Error("the connection broke"));
      },
    });
    return new Response(broken);
  });
  assert.equal(error.code, "connection_failed");
  assert.equal(error.outcome, "unknown");
  assert.equal(response?.cut, true);
  assert.match(response.body, /^z+$/);
});

test("an answer without a body is one", async () => {
  const { error, response } = await asked(async () => new Response(null, { status: 204 }));
  assert.equal(error.status ?? 204, 204);
  assert.deepEqual(response, { status: 204, headers: {}, body: "", size: 0 });
});

test("who gives up waiting has what came until then", async () => {
  const { error, response } = await asked(
    async () => {
      const endless = new ReadableStream({
        start: (controller) => controller.enqueue(ENCODER.encode("a".repeat(4000))),
      });
      return new Response(endless);
    },
    { timeoutMs: 50 },
  );
  assert.equal(error.code, "timeout");
  assert.equal(response?.cut, true);
  assert.equal(response.size, 4000);
});
