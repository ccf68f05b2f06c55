import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { test } from "node:test";
import { pathToFileURL } from "node:url";
import vm from "node:vm";
import {
  API_KEY,
  DIST,
  failureOf,
  freshCopy,
  MESSAGE,
  setGlobal,
  unhandledIn,
} from "./support.mjs";

const BYTES = await readFile(join(DIST, "core_bg.wasm"));

/**
 * @param {BodyInit} body
 * @param {string} type
 * @param {number} [status]
 */
const file = (body, type, status = 200) =>
  new Response(body, { status, headers: { "content-type": type } });

/** A file of which only the beginning comes. */
function brokenOff(type = "application/wasm", error = new TypeError("terminated")) {
  const body = new ReadableStream({
    start: (controller) => controller.enqueue(BYTES.subarray(0, 1000)),
    pull: (controller) => controller.error(error),
  });
  return new Response(body, { headers: { "content-type": type } });
}

/** What Bun's `fetch` gives for the `file:` address of a file that is not there. */
const notThere = () => new Error("ENOENT: no such file or directory, open '/core_bg.wasm'");

test("the module starts at first use, not at import", async (t) => {
  const { Module, Instance } = WebAssembly;
  let compiled = 0;
  setGlobal(t, "WebAssembly", {
    Instance,
    Module: class extends Module {
      /** @param {BufferSource} bytes */
      constructor(bytes) {
        super(bytes);
        compiled += 1;
      }
    },
  });
  const copy = await freshCopy(t);
  assert.equal(compiled, 0);
  assert.equal(copy.sendMessage.validate(MESSAGE).ok, true);
  assert.equal(copy.sendMessage.validate(MESSAGE).ok, true);
  assert.equal(compiled, 1);
});

test("init may be called twice, at the same time and after first use", async (t) => {
  const compile = t.mock.method(WebAssembly, "compile");
  const copy = await freshCopy(t);
  await Promise.all([copy.init(), copy.init()]);
  await copy.init();
  assert.equal(compile.mock.callCount(), 1);
  assert.equal(copy.sendMessage.validate(MESSAGE).ok, true);
  await copy.init();
  assert.equal(compile.mock.callCount(), 1);
});

test("what init has no use for may be the promise of something that does not come", async (t) => {
  const unhandled = unhandledIn(t);
  const copy = await freshCopy(t);
  // What a component writes for pages, rendered by a server: first use, then once more.
  await copy.init(Promise.reject(new Error("no such address")));
  await copy.init(Promise.reject(new Error("no such address")));
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(unhandled, []);
});

test("a first use while init is under way does not wait for it", async (t) => {
  const copy = await freshCopy(t);
  const started = copy.init();
  assert.equal(copy.sendMessage.validate(MESSAGE).ok, true);
  await started;
  assert.equal(copy.sendMessage.validate(MESSAGE).ok, true);
});

test("where WebAssembly is forbidden the error names the remedy", async (t) => {
  for (const reason of [
    // Chrome, Firefox, Safari and Workers, in this order.
    "WebAssembly.Module(): Compiling or instantiating WebAssembly module violates the following Content Security policy directive because neither 'wasm-eval' nor 'unsafe-eval' is an allowed source of script",
    "call to WebAssembly.Module() blocked by CSP",
    "Refused to create a WebAssembly object because 'unsafe-eval' or 'wasm-unsafe-eval' is not an allowed source of script in the following Content Security Policy directive",
    "Wasm code generation disallowed by embedder",
  ]) {
    await t.test(reason.slice(0, 40), async (each) => {
      const cause = new WebAssembly.CompileError(reason);
      setGlobal(each, "WebAssembly", {
        compile: () => Promise.reject(cause),
        Module: class {
          constructor() {
            throw cause;
          }
        },
      });
      const copy = await freshCopy(each);
      for (const work of [() => copy.sendMessage.validate(MESSAGE), copy.init]) {
        const error = await failureOf(work);
        assert.deepEqual([error.name, error.code], ["ConfigurationError", "wasm_blocked"]);
        assert.match(error.message, /'wasm-unsafe-eval'.* extension_pages/);
        assert.match(error.message, /"workerd" or "edge-light".* serverExternalPackages/);
        assert.equal(error.cause, cause);
      }
    });
  }
});

test("a runtime without WebAssembly is told so", async (t) => {
  const copy = await freshCopy(t);
  const web = await freshCopy(t, "web.js");
  setGlobal(t, "WebAssembly", undefined);
  for (const work of [
    () => copy.sendMessage.validate(MESSAGE),
    () => copy.init(),
    () => web.init(BYTES),
  ]) {
    const error = await failureOf(work);
    assert.deepEqual([error.name, error.code], ["ConfigurationError", "wasm_missing"]);
  }
});

test("a runtime without performance, such as the edge of Next 13, sends", async (t) => {
  const { Interakt } = await freshCopy(t);
  // Made first, as Node's own Response wants it while it is loaded.
  const answer = Response.json({ result: true, message: "Message created successfully", id: "a1" });
  setGlobal(t, "performance", undefined);
  const client = new Interakt({ apiKey: API_KEY, fetch: async () => answer });
  const { id } = await client.sendMessage(MESSAGE);
  assert.equal(id, "a1");
});

test("init starts where only promises are allowed, and the first use asks for it", async (t) => {
  // Chrome before 115, outside of workers.
  const refused = (/** @type {string} */ what, /** @type {string} */ instead) =>
    class {
      constructor() {
        const advice = `Use WebAssembly.${instead}.`;
        throw new RangeError(
          `WebAssembly.${what} is disallowed on the main thread, if the buffer size is larger than 4KB. ${advice}`,
        );
      }
    };
  const { compile, instantiate } = WebAssembly;
  setGlobal(t, "WebAssembly", {
    ...{ compile, instantiate },
    ...{ Module: refused("Compile", "compile"), Instance: refused("Instance", "instantiate") },
  });
  for (const [entry, source] of /** @type {const} */ ([["index.js"], ["web.js", BYTES]])) {
    const copy = await freshCopy(t, entry);
    if (source === undefined) {
      const error = await failureOf(() => copy.sendMessage.validate(MESSAGE));
      assert.deepEqual([error.name, error.code], ["ConfigurationError", "wasm_failed"]);
      assert.match(error.message, /await init\(\)/);
    }
    await copy.init(source);
    assert.equal(copy.sendMessage.validate(MESSAGE).ok, true);
  }
});

test("./web asks for init before anything else", async (t) => {
  const web = await freshCopy(t, "web.js");
  const interakt = new web.Interakt({
    apiKey: API_KEY,
    fetch: async () => file('{"result":true}', ""),
  });
  for (const work of [
    () => web.sendMessage.validate(MESSAGE),
    () => web.sendMessage.validate(undefined),
    () => web.sendMessage.build(MESSAGE),
    () => web.sendMessage.parse(200, {}, "{}"),
    () => interakt.sendMessage(MESSAGE),
  ]) {
    const error = await failureOf(work);
    assert.deepEqual([error.name, error.code], ["ConfigurationError", "not_started"]);
    assert.match(error.message, /await init\(\)/);
  }
  const schema = await web.sendMessage.schema;
  assert.equal(schema.$defs.TextMessage.type, "object", "that needs no module");
  await web.init(BYTES);
  assert.equal(web.sendMessage.validate(MESSAGE).ok, true);
  assert.deepEqual(await interakt.sendMessage(MESSAGE), { result: true });
});

for (const entry of ["web", "forms-web", "customer-web"]) {
  test(`${entry} loads a JSON Schema when it is read, and it is that of the whole`, async (t) => {
    const whole = await freshCopy(t);
    const web = await freshCopy(t, `${entry}.js`);
    const commonJs = createRequire(import.meta.url)(join(DIST, `${entry}.cjs`));
    const names = whole.operations
      .map((/** @type {{ name: string }} */ { name }) => name)
      .filter((/** @type {string} */ name) => name in web);
    assert.equal(names.length, entry === "customer-web" ? 2 : 12);
    for (const name of names) {
      for (const each of [web, commonJs]) {
        const promise = each[name].schema;
        assert.ok(promise instanceof Promise);
        assert.deepEqual(await promise, whole[name].schema);
        assert.equal(each[name].schema, promise, "it is loaded once");
        // What takes Standard JSON Schema asks whether it is there, and wants it at once.
        assert.ok(!("jsonSchema" in each[name]["~standard"]));
      }
    }
  });
}

test("a JSON Schema that could not be loaded is loaded again when it is read again", async (t) => {
  const unhandled = unhandledIn(t);
  const { loaded } = await import(pathToFileURL(join(DIST, "schema.js")).href);
  let asked = 0;
  const schema = loaded(async () => {
    asked += 1;
    if (asked === 1) throw new TypeError("Failed to fetch dynamically imported module");
    return { default: '{"type":"object"}' };
  });
  const first = schema.read();
  await assert.rejects(first, /Failed to fetch/);
  assert.deepEqual(await schema.read(), { type: "object" });
  assert.equal(asked, 2);
  assert.deepEqual(await schema.read(), { type: "object" });
  assert.equal(asked, 2);

  // A debugger or a logger that lists properties waits for nothing.
  const unread = loaded(() => Promise.reject(new Error("offline")));
  unread.read();
  await new Promise((resolve) => setTimeout(resolve));
  assert.deepEqual(unhandled, []);
});

test("./web reports a bad setting at the first call when the client was made before init", async (t) => {
  const web = await freshCopy(t, "web.js");
  const interakt = new web.Interakt({ apiKey: "Basic x" });
  await web.init(BYTES);
  assert.equal((await failureOf(interakt.sendMessage(MESSAGE))).code, "api_key_invalid");
  assert.equal(
    (await failureOf(() => new web.Interakt({ apiKey: "Basic x" }))).code,
    "api_key_invalid",
  );
});

test("./web starts with bytes, a Response, the promise of one, or a module", async (t) => {
  const { buffer, byteOffset, byteLength } = BYTES;
  for (const source of [
    BYTES,
    buffer.slice(byteOffset, byteOffset + byteLength),
    file(BYTES, "application/wasm"),
    file(BYTES, "application/wasm; charset=binary"),
    file(BYTES, "application/octet-stream"),
    Promise.resolve(file(BYTES, "application/wasm")),
    new WebAssembly.Module(BYTES),
    vm.runInNewContext("new WebAssembly.Module(bytes)", { bytes: BYTES }),
  ]) {
    const web = await freshCopy(t, "web.js");
    await web.init(source);
    assert.equal(web.sendMessage.validate(MESSAGE).ok, true);
  }
});

test("./web fetches the file beside it, or the one it is given", async (t) => {
  const fetch = t.mock.method(globalThis, "fetch", async () => file(BYTES, "application/wasm"));
  const asked = [];
  for (const source of [
    undefined,
    "https://example.com/a.wasm",
    new URL("https://example.com/b.wasm"),
    new Request("https://example.com/c.wasm"),
  ]) {
    const web = await freshCopy(t, "web.js");
    await web.init(source);
    assert.equal(web.sendMessage.validate(MESSAGE).ok, true);
    const given = fetch.mock.calls.at(-1)?.arguments[0];
    asked.push(given instanceof Request ? given.url : String(given));
  }
  assert.match(asked[0] ?? "", /^file:.*\/core_bg\.wasm$/);
  assert.deepEqual(
    asked.slice(1),
    ["a", "b", "c"].map((name) => `https://example.com/${name}.wasm`),
  );
});

test("./web says what it got in place of the module, and may be started again", async (t) => {
  const web = await freshCopy(t, "web.js");
  t.mock.method(globalThis, "fetch", async () => {
    throw new TypeError("fetch failed");
  });
  for (const [source, code, message] of /** @type {[unknown, string, RegExp][]} */ ([
    [file("", "text/html", 404), "wasm_not_found", /got status 404 instead of core_bg\.wasm/],
    [file("<!doctype html>", "text/html"), "wasm_not_found", /got an HTML page/],
    [
      "https://example.com/",
      "wasm_not_found",
      /could not fetch core_bg\.wasm.*interakt-wasm\/core\.wasm/,
    ],
    [brokenOff(), "wasm_not_found", /could not read all of core_bg\.wasm/],
    [brokenOff("text/plain"), "wasm_not_found", /could not read all of core_bg\.wasm/],
    [brokenOff(undefined, notThere()), "wasm_not_found", /could not fetch.*Give it the address/],
    [brokenOff("text/plain", notThere()), "wasm_not_found", /could not fetch.*Give it the address/],
    [7, "wasm_not_found", /takes a URL, a Response, bytes or a WebAssembly\.Module/],
    [new Uint8Array(8), "wasm_failed", /failed to start: .*Safari 16\.4/],
  ])) {
    const error = await failureOf(web.init(source));
    assert.deepEqual([error.name, error.code], ["ConfigurationError", code]);
    assert.match(error.message, message);
  }
  await Promise.all([web.init(BYTES), web.init(BYTES)]);
  assert.equal(web.sendMessage.validate(MESSAGE).ok, true);
});
