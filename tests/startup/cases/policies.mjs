/** Pages with a Content-Security-Policy, and pages without WebAssembly. */
import { assert } from "chai";
import { assertFault, assertWorks, failureOf, MESSAGE } from "../world.mjs";

/** @typedef {import("../world.mjs").World} World */

const STRICT = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'";
const TRUSTED = "require-trusted-types-for 'script'; trusted-types 'none'";

/** @type {import("../world.mjs").Case[]} */
export const policyCases = [
  { name: "both entries work under a strict policy", policy: STRICT, run: bothWork },
  { name: "both entries work with Trusted Types", policy: `${STRICT}; ${TRUSTED}`, run: bothWork },
  {
    name: "the default entry needs no connections",
    policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
    async run({ copy, violations }) {
      const api = await copy().load();
      await api.init();
      await assertWorks(api);
      await assertWorks(await copy().load());
      assert.deepEqual(violations, []);
    },
  },
  {
    name: "init says what to do when the policy forbids to fetch the module",
    policy: "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
    async run({ copy }) {
      const web = await copy().load("web.js");
      assertFault(await failureOf(web.init()), "wasm_not_found", /connect-src/);
    },
  },
  {
    name: "both entries say what to do when the policy forbids WebAssembly",
    policy: "default-src 'none'; script-src 'self'; connect-src 'self'",
    run: ({ copy }) =>
      neitherWorks(copy, "wasm_blocked", /'wasm-unsafe-eval' to script-src/, (api) =>
        api.sendMessage.validate(MESSAGE),
      ),
  },
  {
    name: "both entries say that there is no WebAssembly",
    async run({ copy }) {
      Reflect.deleteProperty(globalThis, "WebAssembly");
      await neitherWorks(copy, "wasm_missing", /no WebAssembly/, (_, web) =>
        web.init(new ArrayBuffer(8)),
      );
    },
  },
];

/** @param {World} world */
async function bothWork({ copy, violations }) {
  await assertWorks(await copy().load());
  for (const entry of ["index.js", "web.js"]) {
    const api = await copy().load(entry);
    await api.init();
    await assertWorks(api);
  }
  assert.deepEqual(violations, []);
}

/**
 * @param {World["copy"]} copy
 * @param {string} code
 * @param {RegExp} message
 * @param {(api: any, web: any) => unknown} last What is tried after all else has failed.
 */
async function neitherWorks(copy, code, message, last) {
  const api = await copy().load();
  const web = await copy().load("web.js");
  for (const work of [
    () => api.sendMessage.validate(MESSAGE),
    () => api.init(),
    () => web.init(),
    () => last(api, web),
  ]) {
    assertFault(await failureOf(work), code, message);
  }
}
