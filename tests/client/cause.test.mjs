/** Causes that hold the key. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import vm from "node:vm";
import { axiosError, causeOf, errorWith, HEADERS } from "./cause-support.mjs";
import { echoesOf } from "./leaks.mjs";
import { API_KEY } from "./support.mjs";

/** `~?>~??user-one:`: base64 with all that is escaped. */
const MARKED_KEY = "fj8+fj8/dXNlci1vbmU6";

/** An error whose class has what it says in private. */
class PrivateError extends Error {
  #request;
  /** @param {Request} request */
  constructor(request) {
    super("failed in private");
    this.#request = request;
  }
  get name() {
    return "PrivateError";
  }
  get request() {
    return this.#request;
  }
}

/** An error that tells of its headers only when it is written as JSON. */
class WrittenError extends Error {
  #headers = HEADERS;
  toJSON() {
    return { headers: this.#headers };
  }
}

/** @type {Record<string, (request: Request) => unknown>} */
const HOLDING = {
  "an error of axios": axiosError,
  "an error with the Request": (request) => errorWith("failed", { request }),
  "an error with a Request behind a getter of its class": (request) => new PrivateError(request),
  "an error that is written with its headers": () => new WrittenError("failed"),
  "the Request itself": (request) => request,
  "the request's headers": ({ headers }) => headers,
  "an error with Headers": () => errorWith("failed", { sent: new Headers(HEADERS) }),
  "an error with a Response": () =>
    errorWith("failed", { response: new Response("", { headers: { "x-echo": API_KEY } }) }),
  "an error with a Map": () => errorWith("failed", { map: new Map([[1, { a: API_KEY }]]) }),
  "an error with a Set": () => errorWith("failed", { set: new Set([[API_KEY]]) }),
  "an error with URLSearchParams": () =>
    errorWith("failed", { query: new URLSearchParams({ key: API_KEY }) }),
  "an error with a URL": () => errorWith("failed", { url: new URL(`https://a.in/?k=${API_KEY}`) }),
  "an error with bytes": () => errorWith("failed", { raw: Buffer.from(`Basic ${API_KEY}\r\n`) }),
  "an error with a buffer": () =>
    errorWith("failed", { raw: new TextEncoder().encode(API_KEY).buffer }),
  "an error with a buffer of another realm": () => {
    const { buffer } = vm.runInNewContext("Uint8Array.from(bytes)", {
      bytes: [...new TextEncoder().encode(API_KEY)],
    });
    return errorWith("failed", { raw: buffer });
  },
  "a hidden property": () => Object.defineProperty(new Error("failed"), "h", { value: HEADERS }),
  "a property under a symbol": () => errorWith("failed", { [Symbol("headers")]: HEADERS }),
  "a property with the key for a name": () => errorWith("failed", { sent: { [API_KEY]: 1 } }),
  "a symbol with the key for a name": () => errorWith("failed", { sent: Symbol(API_KEY) }),
  "a function with a property": () =>
    errorWith("failed", { again: Object.assign(() => {}, { headers: HEADERS }) }),
  "a message": () => new TypeError(`Headers.append: "Basic ${API_KEY}" is refused`),
  "a name": () => errorWith("failed", { name: `Error of ${API_KEY}` }),
  "a code": () => errorWith("failed", { code: `ERR_${API_KEY}` }),
  "a stack": () => errorWith("failed", { stack: `Error: failed\n    at send (${API_KEY})` }),
  "a text": () => `Basic ${API_KEY} is refused`,
  "a symbol": () => Symbol(API_KEY),
  "a plain object": () => ({ message: "failed", headers: HEADERS }),
  "an object without a prototype": () => Object.assign(Object.create(null), { headers: HEADERS }),
  "an array": () => [1, [HEADERS]],
  "a cause": () => new TypeError("fetch failed", { cause: axiosError() }),
  "a cause of a cause": () =>
    new Error("a", { cause: new Error("b", { cause: { message: "c", key: API_KEY } }) }),
  "an AggregateError": () => new AggregateError([new Error("a"), axiosError()], "all failed"),
  "an error of another realm": () =>
    Object.assign(vm.runInNewContext("new RangeError('failed')"), { headers: HEADERS }),
  "a frozen error": () => Object.freeze(errorWith("failed", { headers: HEADERS })),
};

/** What hides what it holds from whoever looks at its fields, and shows it all the same. */
class Shy {
  #key = API_KEY;
  get [Symbol.for("show")]() {
    return () => this.#key;
  }
}

const inspected = Symbol.for("nodejs.util.inspect.custom");

/** @type {Record<string, () => unknown>} */
const EXOTIC = {
  "a boxed text": () => new String(API_KEY),
  "a boxed symbol": () => Object(Symbol(API_KEY)),
  "a regular expression": () => new RegExp(API_KEY),
  "a promise": () => Promise.resolve(API_KEY),
  "a promise of an object": () => Promise.resolve({ headers: HEADERS }),
  "a function": () => new Function(`return "${API_KEY}"`),
  "a weak map": () => new WeakMap([[HEADERS, API_KEY]]),
  "a weak set": () => new WeakSet([HEADERS]),
  "a reference": () => new WeakRef(HEADERS),
  "an iterator": () => new Map([[API_KEY, API_KEY]]).entries(),
  "a map of its own kind": () => new (class extends Map {})([[1, API_KEY]]),
  "an object with private fields": () => new Shy(),
  "an object that is inspected in its own way": () => ({ [inspected]: () => API_KEY }),
  "an object with a text of its own": () => ({ toString: () => API_KEY }),
  "an object whose class has a text of its own": () =>
    new (class {
      toString() {
        return API_KEY;
      }
    })(),
  "an error that is inspected in its own way": () =>
    new (class extends Error {
      [inspected]() {
        return API_KEY;
      }
    })("failed"),
  "an error with a text of its own": () =>
    new (class extends TypeError {
      toString() {
        return API_KEY;
      }
    })("failed"),
  "an object of another realm": () =>
    vm.runInNewContext("({ toString: () => key })", { key: API_KEY }),
  "a text of another realm": () => vm.runInNewContext("new String(key)", { key: API_KEY }),
};

for (const [what, make] of Object.entries(EXOTIC)) {
  test(`the cause has no key when fetch is rejected with ${what}, or an error that has it`, async () => {
    for (const wrap of [
      (/** @type {unknown} */ held) => held,
      (/** @type {unknown} */ held) => errorWith("failed", { held }),
      (/** @type {unknown} */ held) => new TypeError("failed", { cause: { list: [{ held }] } }),
      (/** @type {unknown} */ held) => new AggregateError([new Error("a"), held], "failed"),
    ]) {
      const rejected = wrap(make());
      const cause = await causeOf(() => rejected);
      assert.notEqual(cause, rejected);
      assert.ok(cause instanceof Error);
      assert.match(cause.message, /^(failed|\[object [\w ]+\]|)$/);
    }
  });
}

test("what is more than plain objects, arrays and errors is described, whatever it holds", async () => {
  for (const [rejected, description] of /** @type {[any, string][]} */ ([
    [new Map([[1, 2]]), "[object Map]"],
    [/a/, "[object RegExp]"],
    [() => {}, "[object Function]"],
    [new Date(0), "[object Date]"],
    [new Headers(), "[object Headers]"],
    [Buffer.from("a"), "[object Uint8Array]"],
    [errorWith("failed", { at: new Date(0) }), "failed"],
    [new TypeError("failed", { cause: { list: [/a/] } }), "failed"],
  ])) {
    const cause = await causeOf(() => rejected);
    assert.deepEqual([cause.name, cause.message], [rejected.name ?? "Error", description]);
  }
});

for (const [what, reject] of Object.entries(HOLDING)) {
  test(`the cause has no key when fetch is rejected with ${what} that holds it`, async () => {
    /** @type {unknown} */
    let rejected;
    const cause = await causeOf((request) => {
      rejected = reject(request);
      return rejected;
    });
    assert.notEqual(cause, rejected);
  });
}

test("every form of the key is found in a cause", async () => {
  for (const [how, echo] of Object.entries(echoesOf(MARKED_KEY))) {
    const message = `failed for ${echo}!`;
    for (const rejected of [
      message,
      new Error(message),
      errorWith("failed", { config: { headers: new Headers({ authorization: echo }) } }),
      new Error("failed", { cause: { message } }),
    ]) {
      assert.notEqual(await causeOf(() => rejected, MARKED_KEY), rejected, how);
    }
    const cause = await causeOf(() => new Error(message), MARKED_KEY);
    assert.match(cause.message, /^failed for (.* )?(\S*)\[API key\](:|%3A)?!$/, how);
  }
});

test("the substitute says what the error said, and holds nothing else", async () => {
  const rejected = axiosError();
  rejected.message = `Network Error for Basic ${API_KEY}.`;
  rejected.stack = "AxiosError: Network Error\n    at send (axios.js:1:1)";
  const cause = await causeOf(() => rejected);
  assert.ok(cause instanceof Error);
  assert.deepEqual(Reflect.ownKeys(cause).sort(), ["code", "message", "name", "stack"]);
  assert.equal(cause.name, "AxiosError");
  assert.equal(/** @type {any} */ (cause).code, "ERR_NETWORK");
  assert.equal(cause.message, "Network Error for Basic [API key].");
  assert.equal(cause.stack, rejected.stack);
  assert.equal(String(cause), "AxiosError: Network Error for Basic [API key].");
  assert.equal(JSON.stringify(cause), "{}");
});

test("the substitute's stack is the error's, without the key", async () => {
  const rejected = new TypeError(`Basic ${API_KEY} is refused`);
  const cause = await causeOf(() => rejected);
  assert.equal(cause.stack, rejected.stack?.replace(API_KEY, "[API key]"));
  const without = await causeOf(() => ({ message: "failed", headers: HEADERS, code: 7 }));
  assert.deepEqual(
    [without.message, without.stack, without.code],
    ["failed", undefined, undefined],
  );
});

test("a text stays a text", async () => {
  assert.equal(await causeOf(() => `no: ${API_KEY}`), "no: [API key]");
});

test("a cause of a substitute is kept where it has no key, and substituted where it has", async () => {
  const clean = new Error("reset", { cause: "a text" });
  const outer = await causeOf(() => new Error(`at ${API_KEY}`, { cause: clean }));
  assert.equal(outer.cause, clean);
  const both = await causeOf(() => new Error("outer", { cause: axiosError() }));
  assert.deepEqual([both.message, both.cause.name], ["outer", "AxiosError"]);
  assert.ok(!("config" in both.cause));
});

test("rings, depths and crowds that hold the key end in a bounded substitute", async () => {
  const ring = errorWith("ring", { headers: HEADERS });
  ring.cause = new Error("half", { cause: ring });
  /** @type {any} */
  let deep = axiosError();
  for (let depth = 0; depth < 3000; depth += 1) deep = new Error(`level ${depth}`, { cause: deep });
  const crowd = Array.from({ length: 50_000 }, (_, index) => ({ index }));
  for (const rejected of [
    ring,
    deep,
    errorWith("crowd", { crowd: [...crowd, HEADERS] }),
    errorWith("long", { text: "a".repeat(2_000_000) + API_KEY }),
  ]) {
    let cause = await causeOf(() => rejected);
    assert.notEqual(cause, rejected);
    for (let depth = 0; cause !== undefined; depth += 1) {
      assert.ok(depth <= 6);
      cause = cause.cause;
    }
  }
});

test("what is too large to be looked through counts as holding the key", async () => {
  const crowd = Array.from({ length: 50_000 }, (_, index) => ({ index }));
  for (const more of [{ crowd }, { text: "a".repeat(200_000) }, { bytes: Buffer.alloc(200_000) }]) {
    const rejected = errorWith("failed", more);
    const cause = await causeOf(() => rejected);
    assert.notEqual(cause, rejected);
    assert.equal(cause.message, "failed");
  }
  const endless = {
    *entries() {
      for (;;) yield 1;
    },
  };
  assert.equal((await causeOf(() => errorWith("endless", { endless }))).message, "endless");
  const fresh = Object.defineProperty({}, "more", { enumerable: true, get: () => ({ ...fresh }) });
  assert.equal((await causeOf(() => errorWith("fresh", { fresh: [fresh] }))).message, "fresh");
});

test("what throws when it is looked at counts as holding the key", async () => {
  const thrower = () => {
    throw new Error(`no, ${API_KEY}`);
  };
  const read = ["name", "message", "stack", "code", "cause"];
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  const getter = Object.defineProperty(new Error("failed"), "config", { get: thrower });
  assert.equal((await causeOf(() => getter)).message, "failed");
  for (const rejected of [
    proxy,
    new Proxy(new Error("failed"), { get: thrower }),
    new Proxy(new Error("failed"), { ownKeys: thrower }),
    errorWith("failed", { inner: proxy }),
    errorWith("failed", { toJSON: thrower }),
    Object.defineProperties({}, Object.fromEntries(read.map((name) => [name, { get: thrower }]))),
  ]) {
    const cause = await causeOf(() => rejected);
    assert.notEqual(cause, rejected);
    assert.ok(cause instanceof Error);
    inspect(cause);
  }
});

test("a proxy that shows the key is seen through", async () => {
  const proxy = new Proxy(new Error("failed"), {
    get: (target, name) => (name === "message" ? API_KEY : Reflect.get(target, name)),
  });
  assert.equal((await causeOf(() => proxy)).message, "[API key]");
});
