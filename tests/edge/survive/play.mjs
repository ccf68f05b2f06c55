/** One seed: a campaign from its file to its end, with everything that may happen to it. */
import { mostInAMinute, problemsOf, unsettledOf } from "./check.mjs";
import { onCloud } from "./on-cloud.mjs";
import { onNode } from "./on-node.mjs";
import { createWorld, KILLS, LATE_MS, PLAN, SETTINGS } from "./world.mjs";

const MOST_MS = 100 * 3_600_000;
const PLACES = { cloud: onCloud, node: onNode };

/**
 * @param {import("./time.mjs").Time} time
 * @param {number} seed
 * @param {{ least: number, most: number, place?: "cloud" | "node" | undefined }} how How many rows,
 *   and where: by turns, if nobody says.
 */
export async function play(time, seed, { least, most, place = seed % 2 ? "node" : "cloud" }) {
  const count = least + ((seed * 7919) % (most - least + 1));
  // Files are read in real time.
  const world = await createWorld(time, seed, count);
  const told = await time.until(playIn(world, place), MOST_MS);
  return { seed, place, rows: count, ...told };
}

/** @param {import("./world.mjs").World} world @param {"cloud" | "node"} place */
async function playIn(world, place) {
  const { time } = world;
  const began = time.now();
  const run = PLACES[place](world);
  try {
    const { ledger, account } = run;
    world.listen(run);
    await ledger.open(SETTINGS);
    await account.optOut([...world.optedOut]);
    for (let at = 0; at < world.rows.length; at += 500) {
      await ledger.add(world.rows.slice(at, at + 500));
    }
    await ledger.start();
    run.begin();
    disturb(world, run);
    let state = await ledger.state();
    const last = time.now() + (5 * world.rows.length * 60_000) / PLAN + 3_600_000;
    while (["running", "paused"].includes(state.status) && time.now() < last) {
      await time.sleep(1_000);
      state = await ledger.state();
    }
    const tookMs = time.now() - began;
    const problems = [...run.problems, ...problemsOf(world, state, await allRows(ledger))];
    let final = state;
    // What does not hold now is not made good by webhooks.
    if (problems.length === 0) {
      await time.sleep(LATE_MS + 3_600_000);
      const after = await allRows(ledger);
      final = await ledger.state();
      problems.push(...problemsOf(world, final, after), ...unsettledOf(world, after, world.untold));
    }
    return {
      ...{ problems, errors: run.errors },
      minutes: tookMs / 60_000,
      parked: state.counts.unknown,
      still: final.counts.unknown,
      dead: state.counts.dead,
      faults: Object.values(world.network.faults).reduce((sum, number) => sum + number, 0),
      peak: mostInAMinute(world.simulator.requests.map(({ at }) => at)),
      told: run.told(),
      requests: world.simulator.requests,
    };
  } finally {
    world.end();
    run.close();
  }
}

/**
 * What happens while it runs: somebody dies or stands still, something fails, people pause it.
 *
 * @param {import("./world.mjs").World} world
 * @param {import("./world.mjs").Run} run
 */
function disturb({ time, chance, rows, pauses }, run) {
  const ms = (rows.length * 60_000) / PLAN;
  const some = (/** @type {number} */ times, /** @type {() => void} */ what) => {
    for (let left = times; left > 0; left -= 1) time.set(what, chance.between(0, ms));
  };
  some(KILLS, () => run.kill());
  some(chance.whole(0, 2), () => run.shake());
  some(chance.whole(0, 3), () => run.stall());
  some(chance.whole(0, 2), async () => {
    if ((await run.ledger.pause()).status !== "paused") return;
    const from = time.now();
    await time.sleep(chance.between(1_000, 120_000));
    // Somebody else has gone on meanwhile.
    if ((await run.ledger.state()).status !== "paused") return;
    pauses.push({ from, to: time.now() });
    await run.ledger.start();
  });
}

/** @param {import("interakt-wasm/edge").Ledger} ledger */
async function allRows(ledger) {
  const rows = [];
  for (;;) {
    const some = await ledger.rows({ after: rows.at(-1)?.index ?? -1, most: 1_000 });
    rows.push(...some);
    if (some.length < 1_000) return rows;
  }
}
