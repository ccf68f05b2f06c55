/** What the program does with an event, and what becomes of it when that fails or takes long. */
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import vm from "node:vm";
import { webhooks } from "interakt-wasm";
import { virtualTime } from "./virtual-time.mjs";
import {
  deferred,
  logged,
  NEVER_LATE,
  PRIVATE,
  post,
  RCS_READ,
  READ,
  SECRET,
} from "./webhooks-support.mjs";

/**
 * @param {object} options
 * @param {Request} [request]
 */
const receive = (options, request = post()) =>
  webhooks.receive(request, {
    secret: SECRET,
    answerWithinMs: NEVER_LATE,
    .../** @type {{ onEvent: (event: any) => unknown }} */ (options),
  });

/** A context, and the promises that it was given. */
function contextOf() {
  /** @type {Promise<unknown>[]} */
  const promises = [];
  const context = {
    // As that of Workers, it must be called as a method.
    waitUntil(/** @type {Promise<unknown>} */ promise) {
      assert.equal(this, context);
      promises.push(promise);
    },
  };
  return { context, promises };
}

test("the answer waits for what onEvent promises", async () => {
  const work = deferred();
  const began = deferred();
  let answered = false;
  const onEvent = () => {
    began.resolve();
    return work.promise;
  };
  const answer = receive({ onEvent }).then((response) => {
    answered = true;
    return response;
  });
  await began.promise;
  await new Promise((resolve) => setImmediate(resolve));
  assert.equal(answered, false);
  work.resolve();
  assert.equal((await answer).status, 200);
});

test("work that takes longer goes on after the answer", async () => {
  const work = deferred();
  const done = deferred();
  const onEvent = async () => {
    await work.promise;
    done.resolve();
  };
  const { context, promises } = contextOf();
  const response = await receive({ onEvent, context, answerWithinMs: 5 });
  assert.deepEqual([response.status, await response.text()], [200, "OK"]);
  assert.equal(promises.length, 1);
  work.resolve();
  await done.promise;
  await promises[0];
});

test("the answer leaves two and a half seconds after the request came, unless set otherwise", async (t) => {
  const time = virtualTime(t);
  for (const [answerWithinMs, ms] of /** @type {[number | undefined, number][]} */ ([
    [undefined, 2500],
    [700, 700],
    // Timers that are set for longer go off at once.
    [2 ** 31, 2 ** 31 - 1],
    [Number.POSITIVE_INFINITY, 2 ** 31 - 1],
  ])) {
    const began = deferred();
    const body = new ReadableStream({
      async start(controller) {
        // What it takes to come counts.
        await new Promise((resolve) => setTimeout(() => resolve(undefined), 400));
        controller.enqueue(new TextEncoder().encode(READ));
        controller.close();
      },
    });
    let answered = false;
    const onEvent = () => {
      began.resolve();
      return new Promise(() => {});
    };
    const headers = Object.fromEntries(post().headers);
    const answer = receive({ onEvent, answerWithinMs }, post(body, headers)).then(() => {
      answered = true;
    });
    await time.pass(500);
    await began.promise;
    await time.pass(ms - 500);
    assert.equal(answered, false);
    await time.pass(1);
    await answer;
    assert.equal(time.timers(), 0);
  }
});

test("no timer is left where the answer did not need it", async (t) => {
  const time = virtualTime(t);
  for (const [request, status] of /** @type {[Request, number][]} */ ([
    [post(), 200],
    [post(READ, {}), 401],
    [post(READ, { "interakt-signature": "none" }), 401],
    [post("{"), 400],
  ])) {
    assert.equal((await receive({ onEvent() {} }, request)).status, status);
    assert.equal(time.timers(), 0);
  }
  assert.equal((await receive({ onEvent: () => Promise.reject(7), onError() {} })).status, 200);
  assert.equal(time.timers(), 0);
});

test("all work is handed to the context, and what it is handed never rejects", async (t) => {
  logged(t);
  for (const onEvent of [
    () => {},
    async () => {},
    () => {
      throw new Error("thrown");
    },
    () => Promise.reject(new Error("rejected")),
  ]) {
    for (const onError of [undefined, () => {}, () => Promise.reject(new Error("again"))]) {
      const { context, promises } = contextOf();
      assert.equal((await receive({ onEvent, onError, context })).status, 200);
      assert.equal(promises.length, 1);
      await promises[0];
    }
  }
});

test("a context that fails changes nothing", async () => {
  const events = [];
  const context = {
    waitUntil() {
      throw new TypeError("Illegal invocation");
    },
  };
  const response = await receive({
    onEvent: (/** @type {any} */ event) => events.push(event),
    context,
  });
  assert.deepEqual([response.status, events.length], [200, 1]);
});

test("a failing onEvent is told to onError with its event, and answered 200", async (t) => {
  const lines = logged(t);
  const reason = new Error("no database");
  for (const onEvent of [
    () => {
      throw reason;
    },
    () => Promise.reject(reason),
  ]) {
    /** @type {unknown[][]} */
    const told = [];
    const onError = (/** @type {unknown[]} */ ...args) => void told.push(args);
    const response = await receive({ onEvent, onError });
    assert.deepEqual([response.status, await response.text()], [200, "OK"]);
    assert.deepEqual(told, [[reason, webhooks.parse(READ)]]);
  }
  assert.deepEqual(lines, []);
});

test("a Response of onError is the answer, at once or promised", async () => {
  const onEvent = () => Promise.reject(new Error("no database"));
  const other = () => new Response("later, please", { status: 503 });
  for (const onError of [other, async () => other()]) {
    const response = await receive({ onEvent, onError });
    assert.deepEqual([response.status, await response.text()], [503, "later, please"]);
  }
});

test("a Response is known where its class does not name it, as in Workers before 2024-09-26", async () => {
  const onEvent = () => Promise.reject(new Error("no database"));
  const answer = new Response("later, please", { status: 503 });
  Object.defineProperty(answer, Symbol.toStringTag, { value: undefined });
  assert.equal((await receive({ onEvent, onError: () => answer })).status, 503);
});

test("what onError gives besides is no answer, nor what it had from fetch", async () => {
  const onEvent = () => Promise.reject(new Error("no database"));
  const fetched = await fetch("data:,refused");
  assert.notEqual(fetched.url, "");
  for (const value of [undefined, null, 503, "503", { status: 503 }, fetched]) {
    const response = await receive({ onEvent, onError: () => value });
    assert.deepEqual([response.status, await response.text()], [200, "OK"]);
  }
});

test("what fails after the answer is told to onError too, and its Response comes too late", async () => {
  const work = deferred();
  const told = deferred();
  const { context, promises } = contextOf();
  const onError = (/** @type {unknown} */ error) => {
    told.resolve(/** @type {any} */ (error));
    return new Response("too late", { status: 500 });
  };
  const response = await receive({
    onEvent: () => work.promise,
    onError,
    context,
    answerWithinMs: 5,
  });
  assert.equal(response.status, 200);
  work.reject("no database");
  assert.equal(await told.promise, "no database");
  await promises[0];
});

test("an onError that takes its time does not hold up the answer", async () => {
  const onEvent = () => Promise.reject(new Error("no database"));
  const onError = () => new Promise(() => {});
  assert.equal((await receive({ onEvent, onError, answerWithinMs: 5 })).status, 200);
});

test("without onError the console names kind and error, and nothing of either", async (t) => {
  const lines = logged(t);
  class NoDatabase extends TypeError {
    name = "NoDatabase";
  }
  for (const [error, name] of /** @type {[unknown, string][]} */ ([
    [new RangeError(PRIVATE), "RangeError"],
    [new NoDatabase(PRIVATE, { cause: PRIVATE }), "NoDatabase"],
    [vm.runInNewContext("new RangeError(text)", { text: PRIVATE }), "RangeError"],
    [PRIVATE, "what is no Error"],
    [undefined, "what is no Error"],
    [{ name: PRIVATE, message: PRIVATE }, "what is no Error"],
    [
      Object.defineProperty(new Error(PRIVATE), "name", { get: () => assert.fail() }),
      "what is no Error",
    ],
    [Object.assign(Object.create(null), { name: PRIVATE }), "what is no Error"],
    [vm.runInNewContext("new Proxy({}, { getPrototypeOf() { throw 1 } })"), "what is no Error"],
  ])) {
    const response = await receive({ onEvent: () => Promise.reject(error) });
    assert.equal(response.status, 200);
    assert.deepEqual(lines.splice(0), [
      `error: interakt-wasm: onEvent failed at message_api_read with ${name}. Give onError to be told why.`,
    ]);
  }
});

test("the console names kinds that are known, and no word of a stranger", async (t) => {
  const lines = logged(t);
  const onEvent = () => Promise.reject(new Error("no database"));
  for (const [body, kind] of [
    [RCS_READ, "USER_EVENT"],
    [JSON.stringify({ type: `\n${PRIVATE}` }), "an unknown event"],
    [JSON.stringify({ entityType: PRIVATE }), "an unknown event"],
    ["{}", "an unknown event"],
  ]) {
    assert.equal((await receive({ onEvent }, post(body))).status, 200);
    assert.deepEqual(lines.splice(0), [
      `error: interakt-wasm: onEvent failed at ${kind} with Error. Give onError to be told why.`,
    ]);
  }
});

test("a failing onError is named in the console, and changes nothing else", async (t) => {
  const lines = logged(t);
  const onEvent = () => Promise.reject(new Error(PRIVATE));
  for (const onError of [
    () => {
      throw new SyntaxError(PRIVATE);
    },
    () => Promise.reject(new SyntaxError(PRIVATE)),
  ]) {
    assert.equal((await receive({ onEvent, onError })).status, 200);
    assert.deepEqual(lines.splice(0), [
      "error: interakt-wasm: onError failed at message_api_read with SyntaxError.",
    ]);
  }
});

test("nothing is written where all goes well or a sender is refused", async (t) => {
  const lines = logged(t);
  for (const request of [post(), post(READ, {}), post("{"), new Request("https://example.com")]) {
    await receive({ onEvent() {} }, request);
  }
  assert.deepEqual(lines, []);
});

test("work that never ends keeps no request, and no program from ending", async () => {
  const script = fileURLToPath(new URL("webhooks-endless.mjs", import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", script], {
    timeout: 60_000,
  });
  assert.deepEqual(JSON.parse(stdout), { answered: 100, running: 200, kept: 0 });
});
