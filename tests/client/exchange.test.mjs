import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { test } from "node:test";
import vm from "node:vm";
import { Interakt, isApiError, isConnectionError, isTimeoutError } from "interakt-wasm";
import * as undici from "undici";
import { listen } from "../support/listen.mjs";
import { API_KEY, answer, countingSignal, failureOf, MESSAGE } from "./support.mjs";

/**
 * @param {(request: Request) => unknown} fetch
 * @param {object} [options]
 */
const clientOf = (fetch, options) =>
  new Interakt({ apiKey: API_KEY, fetch: /** @type {any} */ (fetch), ...options });

const SENT = { result: true, message: "Message queued", id: "m-1" };

/** Never answers, and does not look at the signal. */
const hang = () => new Promise(() => {});

test("a call sends one Request and resolves with the decoded answer", async () => {
  /** @type {{ self: unknown, request: Request }[]} */
  const calls = [];
  const interakt = clientOf(
    /** @this {unknown} @param {Request} request */
    function (request) {
      calls.push({ self: this, request });
      return answer(201, SENT);
    },
  );
  assert.deepEqual(await interakt.sendMessage(MESSAGE), SENT);
  assert.equal(calls.length, 1);
  const [call] = calls;
  assert.ok(call);
  assert.equal(call.self, undefined);
  assert.equal(call.request.method, "POST");
  assert.equal(call.request.url, "https://api.interakt.ai/v1/public/message/");
  assert.equal(call.request.redirect, "manual");
  assert.equal(call.request.headers.get("authorization"), `Basic ${API_KEY}`);
  assert.equal(await call.request.text(), JSON.stringify(MESSAGE));
});

test("fetch may give a value in place of a promise", async () => {
  assert.deepEqual(await clientOf(() => answer(200, SENT)).sendMessage(MESSAGE), SENT);
});

test("an object that behaves like a Response is enough", async () => {
  const bytes = new TextEncoder().encode(JSON.stringify(SENT));
  for (const mock of [
    { status: 200, headers: new Headers(), arrayBuffer: async () => bytes.buffer },
    { status: 200, headers: new Map(), text: async () => JSON.stringify(SENT) },
    { status: 200, text: () => JSON.stringify(SENT) },
  ]) {
    assert.deepEqual(await clientOf(async () => mock).sendMessage(MESSAGE), SENT);
  }
});

test("what is no response is refused with what is missing", async () => {
  for (const value of [undefined, null, "text", {}, { status: "200" }, { status: 200 }]) {
    const error = await failureOf(clientOf(async () => value).sendMessage(MESSAGE));
    assert.equal(error.name, "ConfigurationError");
    assert.equal(error.code, "fetch_invalid");
    assert.match(error.message, /needs a numeric status, headers, and arrayBuffer\(\) or text\(\)/);
  }
});

test("whatever fetch is rejected with becomes the cause of a ConnectionError", async () => {
  const foreign = vm.runInNewContext("new TypeError('fetch failed')");
  for (const reason of [new TypeError("fetch failed"), foreign, "text", undefined, { a: 1 }]) {
    for (const fetch of [
      () => Promise.reject(reason),
      () => {
        throw reason;
      },
    ]) {
      const error = await failureOf(clientOf(fetch).sendMessage(MESSAGE));
      assert.ok(isConnectionError(error));
      assert.equal(error.cause, reason);
      assert.equal(error.code, "connection_failed");
      assert.equal(error.outcome, "unknown");
      assert.match(error.message, /Interakt may have carried it out anyway/);
    }
  }
});

test("a header that a mock gives as a number is read like its text", async () => {
  const headers = { get: (/** @type {string} */ name) => (name === "retry-after" ? 7 : null) };
  const busy = async () => ({ status: 429, headers, text: () => "{}" });
  const error = await failureOf(clientOf(busy, { maxRetries: 0 }).sendMessage(MESSAGE));
  assert.deepEqual(
    [error.code, error.outcome, error.retryAfterMs],
    ["rate_limited", "refused", 7000],
  );
});

test("the fetch of another copy of undici is told how to be used, and nothing was sent", async (t) => {
  let requests = 0;
  const server = await listen(
    createServer((request, response) => {
      requests += 1;
      request.resume().on("end", () => response.end(JSON.stringify(SENT)));
    }),
  );
  t.after(server.close);
  const baseUrl = server.url;
  /** @type {any} */
  const other = undici.fetch;
  const error = await failureOf(clientOf(other, { baseUrl }).sendMessage(MESSAGE));
  assert.deepEqual([error.name, error.code], ["ConfigurationError", "fetch_invalid"]);
  assert.deepEqual([error.outcome, requests], ["not_sent", 0]);
  assert.match(error.message, /^Nothing was sent: .*docs\/sending\.md, Another fetch/);
  // What the guide says to do there.
  const guide = await readFile(new URL("../../docs/sending.md", import.meta.url), "utf8");
  const [, parts] =
    guide.split("\n## Another fetch\n")[1]?.match(/undiciFetch\((.*?)\)\) as/s) ?? [];
  const recipe = `async (request) => yours(${parts?.replace("dispatcher,", "")})`;
  const fetch = new Function("yours", `return ${recipe}`)(other);
  const interakt = clientOf(fetch, { baseUrl });
  assert.deepEqual(await interakt.sendMessage(MESSAGE), SENT);
  assert.deepEqual(await interakt.getUserById({ userId: "7" }), SENT);
  await interakt.uploadMedia({ file: new File(["abc"], "a.png", { type: "image/png" }) });
  assert.equal(requests, 3);
});

test("an answer whose status is hidden may be that of a message that was sent", async () => {
  for (const [type, code, outcome] of [
    ["opaqueredirect", "redirected", "refused"],
    ["opaque", "unexpected_status", "unknown"],
    ["error", "unexpected_status", "unknown"],
    [undefined, "unexpected_status", "unknown"],
  ]) {
    const hidden = { status: 0, type, headers: new Headers(), text: () => "" };
    const error = await failureOf(clientOf(async () => hidden).sendMessage(MESSAGE));
    assert.deepEqual([error.code, error.outcome, error.status], [code, outcome, 0]);
  }
  const error = await failureOf(clientOf(() => Response.error()).sendMessage(MESSAGE));
  assert.deepEqual([error.code, error.outcome], ["unexpected_status", "unknown"]);
});

test("a header that is given several times goes out with all its values", async () => {
  /** @type {Request[]} */
  const requests = [];
  const interakt = clientOf(
    (request) => {
      requests.push(request);
      return answer(200, SENT);
    },
    {
      headers: [
        ["x-tag", "a"],
        ["X-Tag", "b"],
        ["x-client", "1"],
      ],
    },
  );
  await interakt.sendMessage(MESSAGE);
  await interakt.sendMessage(MESSAGE, { headers: { "X-TAG": "c" } });
  const seen = requests.map(({ headers }) => [headers.get("x-tag"), headers.get("x-client")]);
  assert.deepEqual(seen, [
    ["a, b", "1"],
    ["c", "1"],
  ]);
});

test("headers that are no pairs are refused by name", async () => {
  for (const headers of [[5], [["a"]], ["ab"], [["a", "b", "c"]], new Set(["x"])]) {
    const wrong = /** @type {any} */ (headers);
    const failures = [
      await failureOf(() => clientOf(hang, { headers: wrong })),
      await failureOf(clientOf(hang).sendMessage(MESSAGE, { headers: wrong })),
    ];
    for (const error of failures) {
      assert.deepEqual([error.name, error.code], ["ConfigurationError", "option_invalid"]);
      assert.equal(error.message, "headers: a pair must be [name, value].");
    }
  }
});

test("an aborted signal goes before whatever is wrong with the input", async () => {
  const signal = AbortSignal.abort("before");
  const wrong = /** @type {any} */ ({});
  assert.equal(await failureOf(clientOf(hang).sendMessage(wrong, { signal })), "before");
});

test("a limit below a millisecond is told as it is", async () => {
  const error = await failureOf(clientOf(hang, { timeoutMs: 0.5 }).sendMessage(MESSAGE));
  assert.match(error.message, /within 0\.5 ms/);
});

test("an answer that throws when it is read is a ConnectionError", async () => {
  const reason = new Error("a mock that is not finished");
  const headers = {
    get() {
      throw reason;
    },
  };
  const error = await failureOf(
    clientOf(async () => ({ status: 200, headers, text: () => "{}" })).sendMessage(MESSAGE),
  );
  assert.ok(isConnectionError(error));
  assert.deepEqual([error.cause, error.outcome, error.attempts], [reason, "unknown", 1]);
});

test("a body that breaks off is a ConnectionError", async () => {
  const reason = new Error("terminated");
  const body = new ReadableStream({ pull: (controller) => controller.error(reason) });
  const error = await failureOf(clientOf(async () => new Response(body)).sendMessage(MESSAGE));
  assert.ok(isConnectionError(error));
  assert.equal(error.cause, reason);
});

test("a connection that is cut in the middle of the body is a ConnectionError", async (t) => {
  const server = await listen(
    createServer((_, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write('{"result"', () => response.destroy());
    }),
  );
  t.after(server.close);
  const interakt = new Interakt({ apiKey: API_KEY, baseUrl: server.url });
  assert.ok(isConnectionError(await failureOf(interakt.sendMessage(MESSAGE))));
});

test("a fetch that never answers ends at the time limit", async () => {
  const error = await failureOf(clientOf(hang, { timeoutMs: 5 }).sendMessage(MESSAGE));
  assert.ok(isTimeoutError(error));
  assert.equal(error.code, "timeout");
  assert.equal(error.outcome, "unknown");
  assert.match(
    error.message,
    /^sendMessage got no complete answer within 5 ms\. Interakt may have/,
  );
});

test("the time limit covers the body", async () => {
  const stuck = { status: 200, headers: new Headers(), arrayBuffer: hang };
  const interakt = clientOf(async () => stuck);
  assert.ok(isTimeoutError(await failureOf(interakt.sendMessage(MESSAGE, { timeoutMs: 5 }))));
});

test("the time limit aborts the request's own signal", async () => {
  /** @type {AbortSignal | undefined} */
  let seen;
  const interakt = clientOf((request) => {
    seen = request.signal;
    return hang();
  });
  await failureOf(interakt.sendMessage(MESSAGE, { timeoutMs: 5 }));
  assert.equal(seen?.aborted, true);
});

test("a call's time limit goes before the client's", async () => {
  const interakt = clientOf(hang, { timeoutMs: 60_000 });
  const error = await failureOf(interakt.sendMessage(MESSAGE, { timeoutMs: 5 }));
  assert.match(error.message, /within 5 ms/);
});

test("a time limit beyond what a timer holds is none", async () => {
  for (const timeoutMs of [Number.POSITIVE_INFINITY, 2 ** 31]) {
    const interakt = clientOf(
      () => new Promise((resolve) => setTimeout(() => resolve(answer(200, SENT)), 5)),
      { timeoutMs },
    );
    assert.deepEqual(await interakt.sendMessage(MESSAGE), SENT);
  }
});

test("an abort rejects with the signal's own reason, whatever it is", async () => {
  for (const reason of [new Error("enough"), "text", 0, null, { because: 1 }]) {
    const controller = new AbortController();
    const call = clientOf(hang).sendMessage(MESSAGE, { signal: controller.signal });
    controller.abort(reason);
    assert.equal(await failureOf(call), reason);
  }
  const controller = new AbortController();
  const call = clientOf(hang).sendMessage(MESSAGE, { signal: controller.signal });
  controller.abort();
  assert.equal((await failureOf(call)).name, "AbortError");
});

test("an abort during the body rejects with the reason", async () => {
  const controller = new AbortController();
  const stuck = {
    status: 200,
    headers: new Headers(),
    arrayBuffer: () => {
      controller.abort("enough");
      return hang();
    },
  };
  const call = clientOf(async () => stuck).sendMessage(MESSAGE, { signal: controller.signal });
  assert.equal(await failureOf(call), "enough");
});

test("nothing is sent when the signal is aborted already", async () => {
  let calls = 0;
  const interakt = clientOf(() => {
    calls += 1;
    return answer(200, SENT);
  });
  const signal = AbortSignal.abort("before");
  assert.equal(await failureOf(interakt.sendMessage(MESSAGE, { signal })), "before");
  assert.equal(calls, 0);
});

test("an abort after the answer changes nothing", async () => {
  const { controller, signal } = countingSignal();
  const interakt = clientOf(async () => answer(200, SENT));
  assert.deepEqual(await interakt.sendMessage(MESSAGE, { signal }), SENT);
  controller.abort("late");
  assert.deepEqual(await interakt.sendMessage(MESSAGE), SENT);
});

test("no listener and no timer stays behind", async (t) => {
  const set = t.mock.method(globalThis, "setTimeout");
  const cleared = t.mock.method(globalThis, "clearTimeout");
  const { controller, signal, listeners } = countingSignal();
  await clientOf(async () => answer(200, SENT)).sendMessage(MESSAGE, { signal });
  await failureOf(clientOf(async () => answer(500, "")).sendMessage(MESSAGE, { signal }));
  await failureOf(clientOf(hang).sendMessage(MESSAGE, { signal, timeoutMs: 5 }));
  const call = clientOf(hang).sendMessage(MESSAGE, { signal });
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(listeners(), 1);
  controller.abort("enough");
  assert.equal(await failureOf(call), "enough");
  assert.equal(listeners(), 0);
  assert.deepEqual(
    cleared.mock.calls.map((call) => call.arguments[0]).filter((timer) => timer !== undefined),
    set.mock.calls.map((call) => call.result),
  );
  assert.equal(set.mock.callCount(), 4);
});

test("many calls can share a signal", async (t) => {
  /** @type {Error[]} */
  const warnings = [];
  const note = (/** @type {Error} */ warning) => warnings.push(warning);
  process.on("warning", note);
  t.after(() => process.off("warning", note));
  const { controller, signal, listeners } = countingSignal();
  const interakt = clientOf(hang);
  const quick = clientOf(async () => answer(200, SENT));
  const calls = Array.from({ length: 20 }, () => interakt.sendMessage(MESSAGE, { signal }));
  assert.deepEqual(await quick.sendMessage(MESSAGE, { signal }), SENT);
  assert.equal(listeners(), 1);
  const failures = Promise.all(calls.map(failureOf));
  controller.abort("enough");
  assert.deepEqual(await failures, Array(20).fill("enough"));
  assert.equal(listeners(), 0);
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(warnings, []);
});

test("calls that run at the same time do not disturb each other", async () => {
  /** @type {((response: Response) => void)[]} */
  const waiting = [];
  const interakt = clientOf(() => new Promise((resolve) => waiting.push(resolve)));
  const calls = [1, 2, 3].map(() => interakt.sendMessage(MESSAGE));
  while (waiting.length < 3) await new Promise((resolve) => setImmediate(resolve));
  for (const [index, resolve] of [...waiting.entries()].reverse()) {
    resolve(answer(200, { ...SENT, id: `m-${index}` }));
  }
  const ids = (await Promise.all(calls)).map(({ id }) => id);
  assert.deepEqual(ids, ["m-0", "m-1", "m-2"]);
});

test("a redirect is not followed", async (t) => {
  let elsewhere = 0;
  const server = await listen(
    createServer((request, response) => {
      if (request.url === "/elsewhere") elsewhere += 1;
      response.writeHead(307, { location: "/elsewhere" }).end();
    }),
  );
  t.after(server.close);
  const interakt = new Interakt({ apiKey: API_KEY, baseUrl: server.url });
  const error = await failureOf(interakt.sendMessage(MESSAGE));
  assert.ok(isApiError(error));
  assert.deepEqual([error.code, error.status], ["redirected", 307]);
  assert.equal(elsewhere, 0);
});

test("a file goes out as a multipart form", async () => {
  /** @type {Request | undefined} */
  let request;
  const interakt = clientOf((sent) => {
    request = sent;
    return answer(200, { result: true, data: {} });
  });
  await interakt.uploadMedia({ file: new File(["abc"], "a.png", { type: "image/png" }) });
  assert.match(request?.headers.get("content-type") ?? "", /^multipart\/form-data; boundary=/);
  const file = /** @type {File} */ ((await request?.formData())?.get("uploadFile"));
  assert.deepEqual([file.name, file.type, await file.text()], ["a.png", "image/png", "abc"]);
});

test("the global fetch is looked up at the time of the call", async (t) => {
  const interakt = new Interakt({ apiKey: API_KEY });
  t.mock.method(globalThis, "fetch", async () => answer(200, SENT));
  assert.deepEqual(await interakt.sendMessage(MESSAGE), SENT);
});

test("calls at the same time each send their own body, and the end of one is not that of the others", async (t) => {
  /** @type {Map<string, unknown>} By the message. */
  const arrived = new Map();
  const server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    const { message } = JSON.parse(Buffer.concat(chunks).toString()).data;
    const { authorization, "content-type": type, "content-length": length } = request.headers;
    arrived.set(message, { method: request.method, authorization, type, length });
    if (message === "0") {
      response.once("close", () => arrived.set("closed", response.writableFinished));
      return;
    }
    response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(SENT));
  });
  const { url, close } = await listen(server);
  t.after(close);
  const interakt = new Interakt({ apiKey: API_KEY, baseUrl: url });
  const controller = new AbortController();
  /** @param {number} index */
  const send = (index) =>
    interakt.sendMessage(
      { ...MESSAGE, data: { message: String(index) } },
      index === 0 ? { signal: controller.signal } : undefined,
    );
  const stopped = failureOf(send(0));
  const others = await Promise.all(Array.from({ length: 50 }, (_, index) => send(index + 1)));
  assert.deepEqual(others, Array(50).fill(SENT));
  controller.abort("enough");
  assert.equal(await stopped, "enough");
  while (!arrived.has("closed")) await new Promise((resolve) => setTimeout(resolve, 5));
  assert.equal(arrived.get("closed"), false);
  for (let index = 0; index <= 50; index += 1) {
    const message = String(index);
    const length = String(JSON.stringify({ ...MESSAGE, data: { message } }).length);
    const authorization = `Basic ${API_KEY}`;
    const headers = { method: "POST", authorization, type: "application/json", length };
    assert.deepEqual(arrived.get(message), headers, message);
  }
});

test("what is put around the global fetch gets the whole request, also after calls without", async (t) => {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(201, { "content-type": "application/json" }).end(JSON.stringify(SENT));
  });
  const { url, close } = await listen(server);
  t.after(close);
  const interakt = new Interakt({ apiKey: API_KEY, baseUrl: url });
  await interakt.sendMessage(MESSAGE);
  await interakt.sendMessage(MESSAGE);
  const { fetch } = globalThis;
  /** @type {unknown[]} */
  const seen = [];
  t.mock.method(
    globalThis,
    "fetch",
    async (/** @type {Request} */ request, /** @type {[]} */ ...rest) => {
      const { method, url } = request;
      seen.push({ method, url, body: await request.clone().json(), rest });
      return fetch(request, ...rest);
    },
  );
  assert.deepEqual(await interakt.sendMessage(MESSAGE), SENT);
  const whole = { method: "POST", url: `${url}/v1/public/message/`, body: MESSAGE, rest: [] };
  assert.deepEqual(seen, [whole]);
  t.mock.restoreAll();
  assert.deepEqual(await interakt.sendMessage(MESSAGE), SENT);
});
