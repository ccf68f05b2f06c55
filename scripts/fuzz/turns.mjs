/** Runs libFuzzer with one target after the other, and lists what it did. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { appendFile, mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { BUILD, say } from "../project.mjs";
import { buildProgram, FUZZ } from "./program.mjs";
import { writeCostSeeds, writeSeeds } from "./seeds.mjs";
import { targets } from "./targets.mjs";

export const WORK = join(BUILD, "fuzz");

/** How long inputs become: what is longer says the same once more, and costs more time. */
const LONGEST = 1024;

/**
 * @param {string[]} chosen All when empty.
 * @param {{ minutes: number, secondsOfTurn: number, cost: boolean, log: string }} options
 */
export async function rotate(chosen, { minutes, secondsOfTurn, cost, log }) {
  const all = (await targets()).map(({ name }) => name);
  const unknown = chosen.find((name) => !all.includes(name));
  if (unknown) throw new Error(`no target is called ${unknown}; there are: ${all.join(", ")}`);
  const engine = await buildProgram("engine");
  const dictionary = await writeSeeds(join(WORK, "seeds"));
  if (cost) await writeCostSeeds(join(WORK, "cost-seeds"));
  const names = chosen.length > 0 ? chosen : all;
  const end = Date.now() + minutes * 60_000;
  const found = [];
  while (Date.now() < end) {
    for (const name of names) {
      const left = Math.ceil((end - Date.now()) / 1000);
      if (left < 2) break;
      const run = await turn(engine, name, {
        seconds: Math.min(left, secondsOfTurn),
        dictionary,
        cost,
      });
      await mkdir(dirname(log), { recursive: true });
      await appendFile(log, `${JSON.stringify(run)}\n`);
      say(`${name}: ${run.cases} cases, ${run.seconds} s of processor time, ${run.edges} edges`);
      if (run.failed) found.push(name);
    }
  }
  if (found.length > 0) throw new Error(`something was found: ${[...new Set(found)].join(", ")}`);
}

/**
 * One run of libFuzzer.
 *
 * @param {string} engine
 * @param {string} name
 * @param {{ seconds: number, dictionary: string, cost: boolean }} options
 */
async function turn(engine, name, { seconds, dictionary, cost }) {
  const corpus = join(WORK, cost ? "costs" : "corpus", name);
  const foundPrefix = join(WORK, "found", `${name}-`);
  await mkdir(corpus, { recursive: true });
  await mkdir(dirname(foundPrefix), { recursive: true });
  const args = [
    `-max_total_time=${seconds}`,
    `-max_len=${cost ? 256 : LONGEST}`,
    // A machine that does other things as well is slow.
    ...["-timeout=120", "-rss_limit_mb=4096", "-print_final_stats=1", "-verbosity=1"],
    `-artifact_prefix=${foundPrefix}`,
    `-dict=${dictionary}`,
    corpus,
    ...(cost
      ? []
      : [join(WORK, "seeds", name), join(FUZZ, "corpus", name), join(FUZZ, "found", name)]),
  ];
  const existing = args.filter((arg) => !arg.startsWith(FUZZ) || existsSync(arg));
  const env = { FUZZ_TARGET: name, ...(cost ? { FUZZ_COST: "1" } : {}) };
  const { output, code } = await timedRun(engine, existing, env);
  const number = (/** @type {RegExp} */ pattern) => Number(output.match(pattern)?.[1] ?? 0);
  const edges = Math.max(
    0,
    ...[...output.matchAll(/ cov: (\d+)/g)].map(([, edges]) => Number(edges)),
  );
  const failed = code !== 0;
  if (failed) {
    const said =
      output.match(/panicked at [\s\S]*?(?=stack backtrace|$)/)?.[0] ?? output.slice(-2000);
    const file = output.match(/Test unit written to (.*)/)?.[1];
    say(`${name}: ${said.trim()}\n  FUZZ_TARGET=${name} ${engine} ${file ?? ""}`);
  }
  return {
    at: new Date().toISOString(),
    target: name,
    cost,
    cases: number(/stat::number_of_executed_units:\s*(\d+)/) || lastCase(output),
    seconds: Number(processorSeconds(output).toFixed(1)),
    edges,
    failed,
  };
}

/** Of a run that ended early. @param {string} output */
function lastCase(output) {
  return Math.max(0, ...[...output.matchAll(/^#(\d+)\s/gm)].map(([, cases]) => Number(cases)));
}

/** What the shell says of its children, in its second line. @param {string} output */
function processorSeconds(output) {
  const [user, system] = output.trim().split("\n").at(-1)?.split(" ") ?? [];
  const seconds = (/** @type {string} */ time) => {
    const [, minutes, rest] = time.match(/(\d+)m([\d.]+)s/) ?? [];
    return Number(minutes ?? 0) * 60 + Number(rest ?? 0);
  };
  return seconds(user ?? "") + seconds(system ?? "");
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} env
 * @returns {Promise<{ output: string, code: number }>}
 */
function timedRun(program, args, env) {
  const script = '"$@" 2>&1; code=$?; times; exit $code';
  return new Promise((fulfil, reject) => {
    const child = spawn("sh", ["-c", script, "sh", program, ...args], {
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "inherit"],
    });
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text) => {
      output = (output + text).slice(-200_000);
    });
    child.on("error", reject);
    child.on("close", (code) => fulfil({ output, code: code ?? 1 }));
  });
}
