/** A short run of `npm run bench -- leaks`: what is done again and again holds nothing of it. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { RUNTIMES } from "../../benches/leaks/runtimes.mjs";
import { COUNTS } from "../../benches/leaks/work.mjs";

const ROUNDS = 4;

/** So often a round, and before the first one. @param {string} what */
const callsOf = (what) => (what === "send" ? 500 : 3_000);

/** More than a module has of usual inputs, in bytes. */
const USUAL = 8 * 2 ** 20;

/** What a round may leave, in bytes: less than a message of each call. Collectors are not exact. */
const MOST = 90_000;

for (const [name, start] of Object.entries(RUNTIMES)) {
  describe(name, () => {
    /** @type {import("../../benches/leaks/runtimes.mjs").Runtime} */
    let runtime;

    before(async () => {
      runtime = await start();
    });

    after(() => runtime?.stop());

    for (const what of Object.keys(COUNTS)) {
      test(`${what}: nothing is held of thousands of calls`, async () => {
        /** @type {import("../../benches/leaks/runtimes.mjs").Sizes[]} */
        const sizes = [];
        for (let round = 0; round <= ROUNDS; round += 1) {
          const [from = 0, to = 0] = [round, round + 1].map((step) => step * callsOf(what));
          sizes.push(await runtime.measure({ what, from, to }));
        }
        const modules = sizes.map(({ module }) => module);
        assert.deepEqual(modules, modules.fill(modules[0] ?? 0), "the module's memory has grown");
        // What leaks does so in each round.
        const growth = sizes.slice(1).map(({ heap }, at) => heap - (sizes[at]?.heap ?? 0));
        assert.ok(Math.min(...growth) < MOST, `the heap grows by ${growth} bytes`);
      });
    }

    test("20 MB are not held any more when others have come since", async () => {
      const { newest } = await runtime.measure({ what: "large" });
      assert.ok(newest < USUAL, `the module has ${newest} bytes`);
      // The runtime lets go of the one before when it collects, Chromium a little later.
      const look = () => runtime.measure({ what: "validate", from: 0, to: 10 });
      let { module } = await look();
      for (let tries = 5; module > USUAL && tries > 0; tries -= 1) {
        ({ module } = await look());
      }
      assert.ok(module < USUAL, `modules have ${module} bytes`);
    });
  });
}
