/**
 * Whatever is handed to the package, it answers, refuses it, or throws an error of its own, and the
 * next call finds it as it was. A few cases of each target; `node tests/boundary/long.mjs --minutes 30`
 * plays millions.
 */
import { test } from "node:test";
import { playMany, TARGETS } from "./play.mjs";

for (const target of TARGETS) {
  test(`${target.name} takes whatever it is given`, async () => {
    await playMany(target, { runs: 60 });
  });
}
