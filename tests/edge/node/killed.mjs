/**
 * The whole of what node.test.mjs does a part of: 5,000 rows for each seed.
 * `node tests/edge/node/killed.mjs [seeds] [first seed]`
 */
import { survive } from "./survive.mjs";

const [seeds = 1, first = 1] = process.argv.slice(2).map(Number);
for (let seed = first; seed < first + seeds; seed += 1) {
  const began = performance.now();
  const processes = 1 + (seed % 2);
  const end = await survive({ seed, rows: 5_000, kills: 5, requestsPerMinute: 600, processes });
  const seconds = ((performance.now() - began) / 1000).toFixed(0);
  console.log(
    `seed ${seed}, ${processes} at once: ${end.sent} sent, ${end.parked} parked, ${seconds} s`,
  );
}
