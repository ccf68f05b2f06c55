/**
 * Whatever is handed to the package, it answers, refuses it, or throws an error of its own, and the
 * next call finds it as it was. A few cases of each target, always the same; `SEED=…` draws others, and
 * `node tests/boundary/long.mjs --minutes 30` plays millions.
 */
import { test } from "node:test";
import { playMany, TARGETS } from "./play.mjs";

const seed = Number(process.env.SEED ?? 20_260_115);

for (const target of TARGETS) {
  test(`${target.name} takes whatever it is given`, async () => {
    await playMany(target, { runs: 60, seed });
  });
}
