/** Seed after seed, as a table. */
import { OVER } from "./cloud.mjs";
import { play } from "./play.mjs";
import { createTime } from "./time.mjs";

const HEAD = "seed place rows minutes requests faults peak/60s parked settled dead problems".split(
  " ",
);

/**
 * @param {{ first: number, seeds: number, least: number, most: number, place?: "cloud" | "node",
 *   isHunt?: boolean }} how `isHunt`: the first that fails is enough.
 * @returns {Promise<number>} How many seeds failed.
 */
export async function playAll({ first, seeds, isHunt = false, ...how }) {
  const time = createTime(Date.UTC(2026, 0, 15, 9, 30));
  time.install();
  const { error: say } = console;
  console.error = (...words) => {
    if (!words.join().includes(OVER)) say(...words);
  };
  console.log(HEAD.map((name) => name.padStart(8)).join(" "));
  let failed = 0;
  for (let seed = first; seed < first + seeds; seed += 1) {
    const told = await play(time, seed, how);
    const { place, rows, minutes, requests, faults, peak, parked, still, dead, problems } = told;
    const cells = [
      ...[seed, place, rows, minutes.toFixed(1), requests.length, faults],
      ...[peak, parked, parked - still, dead, problems.length],
    ];
    console.log(cells.map((cell) => String(cell).padStart(8)).join(" "));
    if (problems.length === 0) continue;
    failed += 1;
    console.log(`seed ${seed} (${place}, ${rows} rows):`);
    for (const problem of problems.slice(0, 10)) console.log(`  ${problem}`);
    console.log(`  again: node tests/edge/survive.mjs --seed ${seed}${named(how)}`);
    console.log(`  ${JSON.stringify(told.told)}`);
    for (const error of new Set(told.errors.map(String))) console.log(`  told: ${error}`);
    if (isHunt) break;
  }
  console.log(failed ? `${failed} of ${seeds} seeds failed` : `all ${seeds} seeds hold`);
  return failed;
}

/** @param {{ least: number, most: number, place?: string }} how */
function named({ least, most, place }) {
  return ` --rows ${least}-${most}${place ? ` --place ${place}` : ""}`;
}
