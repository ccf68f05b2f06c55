/** Several copies of the package in one page, as when two libraries each bring theirs. */
import { assert } from "chai";
import { assertFault, assertWorks, clientOf, failureOf, MESSAGE } from "../world.mjs";

/** @type {import("../world.mjs").Case[]} */
export const copyCases = [
  {
    name: "each copy starts by itself",
    async run({ copy }) {
      const [first, second] = [await copy().load(), await copy().load()];
      const [web, otherWeb] = [await copy().load("web.js"), await copy().load("web.js")];
      await Promise.all([first.init(), web.init(), assertWorks(second)]);
      await assertWorks(web);
      const failure = await failureOf(() => otherWeb.sendMessage.validate(MESSAGE));
      assertFault(failure, "not_started", /await init\(\)/);
      await otherWeb.init();
      await Promise.all([first, second, web, otherWeb].map(assertWorks));
    },
  },
  {
    name: "a copy that cannot start harms no other",
    async run({ copy }) {
      const broken = await copy({ fault: "missing" }).load("web.js");
      const web = await copy().load("web.js");
      const api = await copy().load();
      const [failure] = await Promise.all([failureOf(broken.init()), web.init(), api.init()]);
      assert.equal(failure.code, "wasm_not_found");
      await Promise.all([assertWorks(web), assertWorks(api)]);
      assertFault(await failureOf(broken.init()), "wasm_not_found", /404/);
      await broken.init(copy().url("core_bg.wasm"));
      await assertWorks(broken);
    },
  },
  {
    name: "both entries of one copy share the module",
    async run({ copy }) {
      const own = copy();
      const web = await own.load("web.js");
      const api = await own.load();
      assert.isTrue(api.sendMessage.validate(MESSAGE).ok);
      await assertWorks(web);
      assert.strictEqual(web.ValidationError, api.ValidationError);
    },
  },
  {
    name: "copies work in turn, each with its own clients and classes",
    async run({ copy }) {
      const copies = [await copy().load(), await copy().load()];
      const sent = await Promise.all(
        Array.from({ length: 20 }, async (_, index) => {
          const api = copies[index % 2];
          const fetch = async (/** @type {Request} */ request) =>
            new Response(JSON.stringify({ result: true, id: (await request.json()).callbackData }));
          const message = { ...MESSAGE, callbackData: `order-${index}` };
          return (await clientOf(api, { fetch }).sendMessage(message)).id;
        }),
      );
      assert.deepEqual(
        sent,
        sent.map((_, index) => `order-${index}`),
      );
    },
  },
  {
    name: "each copy knows the errors of the other, and instanceof those of its own",
    async run({ copy }) {
      const [first, second] = [await copy().load(), await copy().load()];
      const errors = [
        ["ValidationError", await failureOf(() => first.sendMessage.build({}))],
        ["RateLimitError", await failureOf(() => first.sendMessage.parse(429, {}, "{}"))],
        ["ConfigurationError", await failureOf(() => new first.Interakt({}))],
      ];
      for (const [name, error] of errors) {
        assert.instanceOf(error, first[name]);
        assert.notInstanceOf(error, second[name]);
        for (const api of [first, second]) {
          assert.isTrue(api[`is${name}`](error) && api.isInteraktError(error));
          assert.equal(api.isApiError(error), name === "RateLimitError");
          assert.isFalse(api.isTimeoutError(error));
        }
      }
    },
  },
  {
    name: "a copy knows a class of a later version by what it extends",
    async run({ copy }) {
      const [later, api] = [await copy().load(), await copy().load()];
      const kinds = Symbol.for("interakt-wasm.error");
      const QuotaError = /** @type {any} */ (
        class extends later.RateLimitError {
          get [kinds]() {
            return ["QuotaError", ...super[kinds]];
          }
        }
      );
      const error = new QuotaError({ code: "quota", message: "", status: 429, body: "" });
      assert.isTrue(api.isRateLimitError(error) && api.isApiError(error));
      assert.isFalse(api.isServerError(error));
      const plain = structuredClone(error.toJSON());
      assert.equal(plain.name, "QuotaError");
      assert.isTrue(api.isApiError(plain) && api.isInteraktError(plain));
    },
  },
];
