/** The smaller entries: each starts its own module, and shares everything else. */
import { assert } from "chai";
import { assertFault, failureOf, spyOn } from "../world.mjs";

const CUTS = /** @type {const} */ (["forms", "customer", "phone", "phone-field", "bulk"]);

/**
 * Asserts that an entry works.
 *
 * @param {any} entry What it exports.
 */
function assertRuns({ phone, trackUser }) {
  assert.equal(phone.parse("+91 98765 43210").value.fullPhoneNumber, "919876543210");
  if (!trackUser) return;
  assert.isTrue(trackUser.validate({ userId: "user-42" }).ok);
  assert.equal(trackUser.validate({}).issues[0].code, "recipient.missing");
}

/** @type {import("../world.mjs").Case[]} */
export const entryCases = [
  {
    name: "the first use of a smaller entry starts its module, once",
    async run({ copy }) {
      const own = copy();
      const compiled = spyOn(WebAssembly, "Module");
      for (const [index, cut] of CUTS.entries()) {
        const entry = await own.load(`${cut}-index.js`);
        assert.equal(compiled.calls, index, `${cut} was only imported`);
        assertRuns(entry);
        await entry.init();
        assertRuns(entry);
        assert.equal(compiled.calls, index + 1, cut);
      }
      assert.notInclude((await own.asked()).join(), ".wasm");
    },
  },
  {
    name: "init of a smaller entry compiles off the main thread",
    async run({ copy }) {
      for (const cut of CUTS) {
        const entry = await copy().load(`${cut}-index.js`);
        const [compile, compiled] = [spyOn(WebAssembly, "compile"), spyOn(WebAssembly, "Module")];
        await Promise.all([entry.init(), entry.init()]);
        assertRuns(entry);
        assert.deepEqual([compile.calls, compiled.calls], [1, 0], cut);
      }
    },
  },
];

/** @type {import("../world.mjs").Case[]} */
export const entryWebCases = [
  {
    name: "entries in one page fetch their own modules, and what they share once",
    async run({ copy }) {
      const own = copy();
      const names = [...CUTS.map((cut) => `${cut}-web.js`), "web.js"];
      const entries = await Promise.all(names.map((name) => own.load(name)));
      await Promise.all(entries.map(({ init }) => init()));
      for (const entry of entries) assertRuns(entry);
      const asked = await own.asked();
      assert.deepEqual(asked, [...new Set(asked)]);
      assert.deepEqual(asked.filter((file) => file.endsWith(".wasm")).sort(), [
        "dist/bulk_bg.wasm",
        "dist/core_bg.wasm",
        "dist/customer_bg.wasm",
        "dist/forms_bg.wasm",
        "dist/phone-field_bg.wasm",
        "dist/phone_bg.wasm",
      ]);
    },
  },
  {
    name: "one entry that was started starts no other",
    async run({ copy }) {
      const own = copy();
      const [phone, customer, web] = await Promise.all(
        ["phone-web.js", "customer-web.js", "web.js"].map((name) => own.load(name)),
      );
      await phone.init();
      assertRuns(phone);
      const early = await failureOf(() => customer.trackUser.validate({}));
      assertFault(
        early,
        "not_started",
        /^interakt-wasm\/customer\/web starts with `await init\(\)`/,
      );
      const whole = await failureOf(() => web.trackUser.validate({}));
      assertFault(whole, "not_started", /^interakt-wasm\/web starts with/);
      await customer.init();
      assertRuns(customer);
      assertRuns(phone);
    },
  },
  {
    name: "an entry that does not get its module names the file, and leaves the others alone",
    async run({ copy }) {
      const [good, bad] = [copy(), copy({ fault: "missing", times: 1 })];
      const phone = await good.load("phone-web.js");
      await phone.init();
      const forms = await bad.load("forms-web.js");
      const failure = await failureOf(forms.init());
      assertFault(
        failure,
        "wasm_not_found",
        /instead of forms_bg\.wasm .*"interakt-wasm\/forms\.wasm"/,
      );
      assertRuns(phone);
      await forms.init();
      assertRuns(forms);
    },
  },
  {
    name: "the module of another entry is refused, and the right one may follow",
    async run({ copy }) {
      const own = copy();
      const customer = await own.load("customer-web.js");
      for (const wrong of ["phone_bg.wasm", "forms_bg.wasm", "core_bg.wasm"]) {
        const failure = await failureOf(customer.init(own.url(wrong)));
        assertFault(failure, "wasm_failed", /customer_bg\.wasm does not belong .* another entry/);
      }
      await customer.init(fetch(own.url("customer_bg.wasm")));
      assertRuns(customer);
    },
  },
];
