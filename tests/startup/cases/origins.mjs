/** Files from another origin, as from a CDN. */
import { assert } from "chai";
import { assertFault, assertWorks, failureOf, MODULE, spyOn } from "../world.mjs";

/** @type {import("../world.mjs").Case[]} */
export const originCases = [
  {
    name: "both entries work from another origin that allows it",
    async run({ copyElsewhere }) {
      const streaming = spyOn(WebAssembly, "compileStreaming");
      const web = await copyElsewhere().load("web.js");
      await web.init();
      await assertWorks(web);
      assert.equal(streaming.calls, 1);
      await assertWorks(await copyElsewhere().load());
    },
  },
  {
    name: "the script may be here and the module elsewhere",
    async run({ copy, copyElsewhere }) {
      const [own, other] = [copy(), copyElsewhere()];
      const web = await own.load("web.js");
      await web.init(new URL(other.url("core_bg.wasm")));
      await assertWorks(web);
      assert.notInclude(await own.asked(), MODULE);
    },
  },
  {
    name: "init says what to do when the other origin does not allow it",
    async run({ copy, copyElsewhere }) {
      const web = await copyElsewhere({ cors: false }).load("web.js");
      assertFault(await failureOf(web.init()), "wasm_not_found", /Another origin .* CORS/);
      await web.init(copy().url("core_bg.wasm"));
      await assertWorks(web);
    },
  },
];
