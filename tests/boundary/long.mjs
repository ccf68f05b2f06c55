/**
 * Plays cases for as long as is said, all targets in turn: `node tests/boundary/long.mjs --minutes 30`,
 * with the name of a target or a part of it only those. Prints how many, in how much of the processor's
 * time and of memory, and what was found.
 */
import { parseArgs } from "node:util";
import { playMany, TARGETS } from "./play.mjs";

const { values, positionals } = parseArgs({
  options: { minutes: { type: "string", default: "30" } },
  allowPositionals: true,
});

/** Cases of a target before the next one has its turn. */
const RUNS = 500;

const chosen = TARGETS.filter(({ name }) => positionals.every((word) => name.includes(word)));
const end = performance.now() + Number(values.minutes) * 60_000;
/** @type {Map<string, number>} */
const played = new Map();
/** @type {Set<string>} */
const broken = new Set();

for (let round = 0; performance.now() < end; round += 1) {
  for (const target of chosen) {
    const left = end - performance.now();
    if (left <= 0) break;
    if (broken.has(target.name)) continue;
    try {
      const count = await playMany(target, { runs: RUNS, until: left });
      played.set(target.name, (played.get(target.name) ?? 0) + count);
    } catch (found) {
      broken.add(target.name);
      const { message, cause } = /** @type {Error & { cause?: any }} */ (found);
      console.error(`\n${target.name}: ${message}\n`, cause);
      process.exitCode = 1;
    }
  }
  const all = [...played.values()].reduce((sum, count) => sum + count, 0);
  console.log(`round ${round + 1}: ${all} cases of ${chosen.length} targets, ${spent()}`);
}
for (const [name, count] of played) console.log(`${count}\t${name}`);

/** What grows here and never shrinks is lost: a round of all targets holds what the last one did. */
function spent() {
  const { user, system } = process.cpuUsage();
  const { rss, heapUsed, external } = process.memoryUsage();
  const [all, heap, outside] = [rss, heapUsed, external].map((bytes) => bytes >> 20);
  const seconds = Math.round((user + system) / 1e6);
  return `${seconds} s of the processor, ${all} MiB (heap ${heap}, outside of it ${outside})`;
}
