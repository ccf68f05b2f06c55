/** `interakt-wasm/web`: where its module comes from, and what it says when it does not come. */
import { assert } from "chai";
import { assertFault, assertWorks, failureOf, MODULE, openPage, spyOn } from "../world.mjs";

/** @typedef {import("../world.mjs").Copy} Copy */

/**
 * What `init` takes, from the realm of a window.
 *
 * @type {Record<string, (window: any, url: string) => unknown>}
 */
const SOURCES = {
  "a text": (_, url) => url,
  "a URL": (window, url) => new window.URL(url),
  "a Request": (window, url) => new window.Request(url),
  "a Response": (window, url) => window.fetch(url),
  "an ArrayBuffer": async (window, url) => (await window.fetch(url)).arrayBuffer(),
  "a Uint8Array": async (window, url) =>
    new window.Uint8Array(await (await window.fetch(url)).arrayBuffer()),
  "a WebAssembly.Module": async (window, url) =>
    window.WebAssembly.compile(await (await window.fetch(url)).arrayBuffer()),
};

/**
 * @type {{ fault: import("../site.mjs").Delivery["fault"], message: RegExp }[]}
 */
const FAULTS = [
  {
    fault: "missing",
    message: /got status 404 instead of core_bg\.wasm at http.*Give it the address/,
  },
  {
    fault: "page",
    message: /got an HTML page instead of core_bg\.wasm at http.*Give it the address/,
  },
  { fault: "dead", message: /could not fetch core_bg\.wasm\. Give it the address/ },
  { fault: "cut", message: /could not read all of core_bg\.wasm/ },
];

/** @type {import("../world.mjs").Case[]} */
export const webCases = [
  {
    name: "init compiles the module while it loads",
    async run({ copy }) {
      const own = copy();
      assert.deepEqual(await waysOf(own), { compileStreaming: 1, compile: 0 });
      assert.include(await own.asked(), MODULE);
    },
  },
  {
    name: "a module that is sent with gzip or brotli is compiled while it loads",
    async run({ copy }) {
      for (const encoding of /** @type {const} */ (["gzip", "br"])) {
        const own = copy({ encoding });
        assert.deepEqual(await waysOf(own), { compileStreaming: 1, compile: 0 });
        // Brotli is for HTTPS only in some browsers.
        if (encoding === "gzip") assert.include(await own.asked(), `${MODULE} as gzip`);
      }
    },
  },
  {
    name: "a server that does not know the type of the module will do",
    async run({ copy }) {
      for (const type of [
        "application/octet-stream",
        "application/wasm; charset=utf-8",
        "text/plain",
        "",
      ]) {
        const ways = await waysOf(copy({ type, encoding: "gzip" }));
        assert.deepEqual(ways, { compileStreaming: 0, compile: 1 }, type);
      }
    },
  },
  ...FAULTS.map(({ fault, message }) => ({
    name: `init says what to do when the module is ${fault}`,
    /** @param {import("../world.mjs").World} world */
    async run({ copy }) {
      const web = await copy({ fault }).load("web.js");
      assertFault(await failureOf(web.init()), "wasm_not_found", message);
      await web.init(copy().url("core_bg.wasm"));
      await assertWorks(web);
    },
  })),
  {
    name: "init says that a file is no module",
    async run({ copy }) {
      const web = await copy().load("web.js");
      const failure = await failureOf(web.init(copy().url("web.js")));
      assertFault(failure, "wasm_failed", /failed to start: /);
      await web.init();
      await assertWorks(web);
    },
  },
  {
    name: "init takes every source and the promise of it, of this realm and of another",
    async run({ copy }) {
      const page = await openPage();
      for (const window of [globalThis, page.window]) {
        for (const [what, make] of Object.entries(SOURCES)) {
          const url = copy().url("core_bg.wasm");
          for (const give of [
            (/** @type {any} */ web, /** @type {unknown} */ source) => web.init(source),
            async (/** @type {any} */ web, /** @type {unknown} */ source) => web.init(await source),
          ]) {
            const own = copy();
            const web = await own.load("web.js");
            await give(web, make(window, url));
            await assertWorks(web);
            assert.notInclude(await own.asked(), MODULE, what);
          }
        }
      }
      page.close();
    },
  },
  {
    name: "a module that was sent to a worker starts there",
    async run({ copy }) {
      const own = copy();
      const source = await WebAssembly.compileStreaming(fetch(own.url("core_bg.wasm")));
      const api = await own.load();
      for (const given of [source, undefined]) {
        const answer = await askWorker({ url: copy().url("web.js"), source: given });
        assert.isTrue(answer.ok);
        assert.isTrue(api.isRateLimitError(answer.error));
        assert.equal(answer.error.retryAfterMs, 20_000);
      }
    },
  },
];

/**
 * How a copy's module is compiled.
 *
 * @param {Copy} copy
 */
async function waysOf(copy) {
  const web = await copy.load("web.js");
  const [streaming, whole] = [
    spyOn(WebAssembly, "compileStreaming"),
    spyOn(WebAssembly, "compile"),
  ];
  await web.init();
  await assertWorks(web);
  return { compileStreaming: streaming.calls, compile: whole.calls };
}

/** @param {object} task */
async function askWorker(task) {
  const worker = new Worker("/worker.js", { type: "module" });
  try {
    /** @type {MessageEvent} */
    const { data } = await new Promise((resolve, reject) => {
      worker.addEventListener("message", resolve);
      worker.addEventListener("error", (event) => reject(new Error(event.message)));
      worker.postMessage(task);
    });
    return data;
  } finally {
    worker.terminate();
  }
}
