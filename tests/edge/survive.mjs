/**
 * Campaigns that everything happens to: `node tests/edge/survive.mjs --seeds 200` plays as many and
 * prints a line for each; `--seed 17` plays one. `--mutants` puts mistakes into the package, one after
 * the other, and fails when a run does not notice one. `--workerd --seed 1 --rows 5000` plays one in
 * workerd, whose process is killed. Needs SQLite (`node:sqlite`): it starts the newest
 * Node by itself.
 *
 * @module
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { run } from "../../scripts/project.mjs";
import { newestNode } from "../support/newest-node.mjs";

if (process.getBuiltinModule?.("node:sqlite")) {
  await survive();
} else {
  const [, script = "", ...rest] = process.argv;
  await run(await newestNode(), ["--no-warnings", script, ...rest]).catch(() => {
    process.exitCode = 1;
  });
}

async function survive() {
  const { values } = parseArgs({
    options: {
      seeds: { type: "string", default: "20" },
      first: { type: "string", default: "1" },
      seed: { type: "string" },
      rows: { type: "string", default: "300-5000" },
      place: { type: "string" },
      mutant: { type: "string" },
      mutants: { type: "boolean", default: false },
      workerd: { type: "boolean", default: false },
    },
  });
  if (values.mutants) return hunt();
  if (values.workerd) return inWorkerd(values);
  if (values.mutant) (await import("./survive/mutants.mjs")).load(values.mutant);
  const { playAll } = await import("./survive/play-all.mjs");
  const [least = 300, most = least] = values.rows.split("-").map(Number);
  const first = Number(values.seed ?? values.first);
  const seeds = values.seed ? 1 : Number(values.seeds);
  const place = /** @type {any} */ (values.place);
  const failed = await playAll({ first, seeds, least, most, place, isHunt: !!values.mutant });
  if (failed > 0) process.exitCode = 1;
}

/** @param {{ seeds: string, first: string, seed?: string | undefined, rows: string }} values */
async function inWorkerd({ seeds, first, seed, rows }) {
  const { playInWorkerd } = await import("./survive/workerd.mjs");
  const [begin, count] = seed ? [Number(seed), 1] : [Number(first), Number(seeds)];
  for (let next = begin; next < begin + count; next += 1) {
    const { problems, ...told } = await playInWorkerd(next, Number.parseInt(rows, 10));
    console.log(JSON.stringify(told));
    for (const problem of problems) console.log(`  ${problem}`);
    if (problems.length > 0) process.exitCode = 1;
  }
}

/** Each mutant in a process of its own, until a seed notices it. */
async function hunt() {
  const { MUTANTS } = await import("./survive/mutants.mjs");
  const script = fileURLToPath(import.meta.url);
  let missed = 0;
  for (const [name, { place, rows = "200-800" }] of Object.entries(MUTANTS)) {
    const of = ["--mutant", name, "--rows", rows, "--seeds", "12"];
    if (place) of.push("--place", place);
    const { status, stdout } = spawnSync(process.execPath, ["--no-warnings", script, ...of], {
      encoding: "utf8",
    });
    const lines = stdout.split("\n");
    const at = lines.findIndex((line) => line.startsWith("seed "));
    // One that cannot even run shows nothing.
    const isNoticed = status === 1 && at >= 0;
    if (!isNoticed) missed += 1;
    console.log(isNoticed ? `noticed: ${name}: ${lines.slice(at, at + 2)}` : `MISSED: ${name}`);
  }
  if (missed > 0) process.exitCode = 1;
}
