/** Causes that are kept as they are, and that of an answer that breaks off. */
import assert from "node:assert/strict";
import { createServer, request as httpRequest } from "node:http";
import { test } from "node:test";
import { Interakt, isConnectionError } from "interakt-wasm";
import { listen } from "../support/listen.mjs";
import { axiosError, causeOf, errorWith, HEADERS } from "./cause-support.mjs";
import { assertFree } from "./leaks.mjs";
import { API_KEY, failureOf, MESSAGE } from "./support.mjs";

test("a cause without the key is the very same", async () => {
  /** @type {any} */
  const ring = new Error("ring");
  ring.more = [ring, { ring }];
  const named = Object.create(null);
  named.message = "failed";
  for (const rejected of [
    undefined,
    null,
    0,
    1n,
    true,
    "failed",
    "\ud800",
    Symbol("failed"),
    {},
    named,
    [],
    { message: "failed", key: API_KEY.slice(0, 7) },
    new Error(),
    new TypeError("fetch failed", {
      cause: errorWith("reset", { code: "ECONNRESET", errno: -104 }),
    }),
    new AggregateError([new Error("a"), new Error("b")], "all failed"),
    new DOMException("aborted", "AbortError"),
    new Error("broken \udc00 character"),
    Object.freeze(errorWith("failed", { list: new Array(9), headers: { a: "b" } })),
    // As undici's are.
    new (class SocketError extends Error {
      name = "SocketError";
      code = "UND_ERR_SOCKET";
      socket = { remoteAddress: "127.0.0.1", bytesRead: 0 };
      get [Symbol.for("undici.error.UND_ERR")]() {
        return true;
      }
    })("other side closed"),
    ring,
  ]) {
    assert.equal(await causeOf(() => rejected), rejected);
  }
});

test("the runtime's own errors are kept", async () => {
  const server = await listen(createServer());
  await server.close();
  /** @type {unknown} */
  let rejected;
  const interakt = new Interakt({
    apiKey: API_KEY,
    baseUrl: server.url,
    maxRetries: 0,
    fetch: async (request) => {
      try {
        return await fetch(request);
      } catch (error) {
        rejected = error;
        throw error;
      }
    },
  });
  const error = await failureOf(interakt.sendMessage(MESSAGE));
  assert.ok(isConnectionError(error));
  assert.ok(rejected instanceof TypeError);
  assert.equal(error.cause, rejected);
  assertFree(error, API_KEY);

  // A client of Node's own, whose error carries its request with the headers.
  const { url } = server;
  const cause = await causeOf(
    await new Promise((resolve) => {
      const sent = httpRequest(url, { headers: HEADERS });
      sent.on("error", (failed) => resolve(() => Object.assign(failed, { request: sent })));
      sent.end();
    }),
  );
  assert.deepEqual([cause.name, cause.code], ["Error", "ECONNREFUSED"]);
});

test("a body that breaks off with an error that holds the key has a cause without it", async () => {
  const rejected = axiosError();
  const body = () => new ReadableStream({ pull: (controller) => controller.error(rejected) });
  const interakt = new Interakt({
    apiKey: API_KEY,
    maxRetries: 0,
    fetch: async () => new Response(body()),
  });
  const error = await failureOf(interakt.sendMessage(MESSAGE));
  assert.ok(isConnectionError(error));
  assert.equal(/** @type {any} */ (error.cause).name, "AxiosError");
  assertFree(error, API_KEY);
});

test("without an API key of ours the cause is not looked at", async () => {
  const rejected = axiosError();
  const interakt = new Interakt({
    baseUrl: "https://example.com/interakt",
    maxRetries: 0,
    fetch: () => Promise.reject(rejected),
  });
  assert.equal((await failureOf(interakt.sendMessage(MESSAGE))).cause, rejected);
});
