/** When the module is compiled, and how often. */
import { assert } from "chai";
import { assertFault, assertWorks, failureOf, MESSAGE, MODULE, spyOn } from "../world.mjs";

/** What an import has no business with. */
const FUNCTIONS = [
  ...["fetch", "atob", "btoa", "setTimeout", "setInterval", "queueMicrotask", "structuredClone"],
  ...["requestAnimationFrame", "addEventListener", "Function", "XMLHttpRequest", "WebSocket"],
  ...["TextDecoder", "TextEncoder", "Worker", "SharedWorker", "BroadcastChannel", "MessageChannel"],
  ...["Request", "Response", "Headers", "URL", "Blob", "FormData", "AbortController"],
  ...["FinalizationRegistry", "WeakRef"],
];

const COMPILING = [
  ...["compile", "compileStreaming", "instantiate", "instantiateStreaming", "validate"],
  ...["Module", "Instance", "Memory", "Table", "Global"],
];

/** @type {import("../world.mjs").Case[]} */
export const startCases = [
  {
    name: "nothing happens at import",
    async run({ copy }) {
      const spies = [
        ...FUNCTIONS.map((name) => ({ name, ...watch(globalThis, name) })),
        ...COMPILING.map((name) => ({ name: `WebAssembly.${name}`, ...watch(WebAssembly, name) })),
        ...["importKey", "digest"].map((name) => ({
          name,
          ...watch(SubtleCrypto.prototype, name),
        })),
      ];
      const before = new Set(Reflect.ownKeys(globalThis));
      const own = copy();
      for (const cut of ["", "forms-", "customer-", "phone-", "phone-field-", "bulk-"]) {
        for (const way of ["index.js", "web.js"]) await own.load(cut + way);
      }
      assert.deepEqual(
        spies.filter(({ spy }) => spy.calls > 0).map(({ name }) => name),
        [],
      );
      for (const { restore } of spies) restore();
      assert.deepEqual(newGlobals(before), []);
      assert.deepEqual(
        (await own.asked()).filter((file) => !file.endsWith(".js")),
        [],
      );
    },
  },
  {
    name: "the first use compiles, and nothing compiles again",
    async run({ copy }) {
      const api = await copy().load();
      const spies = ["Module", "Instance"].map((name) => spyOn(WebAssembly, name));
      const promised = ["compile", "instantiate"].map((name) => spyOn(WebAssembly, name));
      const before = new Set(Reflect.ownKeys(globalThis));
      await assertWorks(api);
      await api.init();
      await assertWorks(api);
      assert.deepEqual(
        [...spies, ...promised].map(({ calls }) => calls),
        [1, 1, 0, 0],
      );
      assert.deepEqual(newGlobals(before), []);
    },
  },
  {
    name: "init compiles off the main thread, once however often it is called",
    async run({ copy }) {
      const api = await copy().load();
      const atOnce = ["Module", "Instance"].map((name) => spyOn(WebAssembly, name));
      const compile = spyOn(WebAssembly, "compile");
      await Promise.all([api.init(), api.init(), api.init()]);
      await api.init();
      await assertWorks(api);
      assert.deepEqual([compile.calls, ...atOnce.map(({ calls }) => calls)], [1, 0, 0]);
    },
  },
  {
    name: "a use while init is under way does not wait for it",
    async run({ copy }) {
      const api = await copy().load();
      const started = [api.init(), api.init()];
      assert.isTrue(api.sendMessage.validate(MESSAGE).ok);
      await Promise.all(started);
      await assertWorks(api);
    },
  },
  {
    name: "init works after it failed",
    async run({ copy }) {
      const api = await copy().load();
      const { compile } = WebAssembly;
      WebAssembly.compile = () => Promise.reject(new RangeError("out of memory"));
      const failures = await Promise.all([failureOf(api.init()), failureOf(api.init())]);
      for (const failure of failures) assertFault(failure, "wasm_failed", /out of memory/);
      WebAssembly.compile = compile;
      await api.init();
      await assertWorks(api);
    },
  },
  {
    name: "the first use works after it failed",
    async run({ copy }) {
      const api = await copy().load();
      const { Module } = WebAssembly;
      WebAssembly.Module = /** @type {any} */ (
        class {
          constructor() {
            throw new RangeError("out of memory");
          }
        }
      );
      const failure = await failureOf(() => api.sendMessage.validate(MESSAGE));
      assertFault(failure, "wasm_failed", /out of memory/);
      WebAssembly.Module = Module;
      await assertWorks(api);
    },
  },
  {
    name: "init of interakt-wasm/web fetches and compiles once however often it is called",
    async run({ copy }) {
      const own = copy();
      const web = await own.load("web.js");
      const spies = ["compileStreaming", "instantiate"].map((name) => spyOn(WebAssembly, name));
      const started = [web.init(), web.init(), web.init()];
      const early = await failureOf(() => web.sendMessage.validate(MESSAGE));
      assertFault(early, "not_started", /await init\(\)/);
      await Promise.all(started);
      await web.init();
      await assertWorks(web);
      assert.deepEqual(
        spies.map(({ calls }) => calls),
        [1, 1],
      );
      assert.deepEqual(
        (await own.asked()).filter((file) => file === MODULE),
        [MODULE],
      );
    },
  },
  {
    name: "init of interakt-wasm/web works after it failed, with the same address",
    async run({ copy }) {
      for (const fault of /** @type {const} */ (["missing", "page", "cut"])) {
        const web = await copy({ fault, times: 1 }).load("web.js");
        const failures = await Promise.all([failureOf(web.init()), failureOf(web.init())]);
        for (const failure of failures) assertFault(failure, "wasm_not_found", /core_bg\.wasm/);
        await web.init();
        await assertWorks(web);
      }
    },
  },
];

/** @param {Set<string | symbol>} before */
function newGlobals(before) {
  return Reflect.ownKeys(globalThis).filter((name) => !before.has(name));
}

/**
 * @param {any} object
 * @param {string} name
 */
function watch(object, name) {
  const before = object[name];
  if (before === undefined) return { spy: { calls: 0 }, restore: () => {} };
  const restore = () => {
    object[name] = before;
  };
  return { spy: spyOn(object, name), restore };
}
