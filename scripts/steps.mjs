/**
 * Runs named steps one after the other, or two at a time, all of them even when one fails, and
 * closes with what failed, and a table of what passed. Used by `npm test` and `npm run lint`.
 */
import { availableParallelism } from "node:os";
import { failuresOf, tellFailures } from "./failures.mjs";
import { explain, lane } from "./project.mjs";

/**
 * @typedef {object} Step
 * @property {string} name What to call it on the command line and in the table.
 * @property {string} [needs] An earlier step, run whenever this one is chosen, and waited for. When
 *   it fails, this one fails without being run.
 * @property {boolean} [beside] Whether it may run beside its neighbours that may, too.
 * @property {() => Promise<void>} work Rejects when the step fails.
 */

/** So many steps run at a time where they may: a test waits about as long as it works. */
export const LANES = Math.min(2, availableParallelism());

/**
 * Sets the exit code to 1 when a step fails.
 *
 * @param {Step[]} steps
 * @param {string[]} [chosen] Names of the steps to run; all of them when empty.
 */
export async function runSteps(steps, chosen = []) {
  const unknown = chosen.filter((name) => !steps.some((step) => step.name === name));
  if (unknown.length > 0) {
    const names = steps.map(({ name }) => name).join(", ");
    throw new Error(`no step is called ${unknown.join(", ")}; there are: ${names}`);
  }
  const needed = steps.filter(({ name }) => chosen.includes(name)).map(({ needs }) => needs);
  const isSelected = (/** @type {string} */ name) =>
    chosen.length === 0 || chosen.includes(name) || needed.includes(name);

  /** @type {Map<string, { passed: boolean, seconds: number }>} */
  const results = new Map();
  /** @type {import("./failures.mjs").Failure[]} */
  const failures = [];
  /** By name, those that have begun. @type {Map<string, Promise<void>>} */
  const begun = new Map();
  /** @param {Step} step */
  function runStep(step) {
    const run = runAfterNeeds(step);
    begun.set(step.name, run);
    return run;
  }
  /** @param {Step} step */
  async function runAfterNeeds({ name, needs, work }) {
    if (needs) await begun.get(needs);
    const start = performance.now();
    let passed = true;
    try {
      if (needs && !results.get(needs)?.passed) throw new Error(`it needs ${needs}, which failed`);
      await work();
    } catch (error) {
      passed = false;
      console.error(`${name} failed: ${explain(error)}`);
      for (const failure of failuresOf(error)) {
        failures.push({ ...failure, name: `${name}: ${failure.name}` });
      }
    }
    results.set(name, { passed, seconds: (performance.now() - start) / 1000 });
  }

  for (const group of groupsOf(steps.filter((step) => isSelected(step.name)))) {
    heading(group.map(({ name }) => name).join(", "));
    // Taken from by all lanes.
    const left = group.values();
    const inLane = async () => {
      for (const step of left) {
        await (group.length > 1 ? lane.run(step.name, () => runStep(step)) : runStep(step));
      }
    };
    await Promise.all(Array.from({ length: LANES }, inLane));
  }

  // Near the end, which is kept where the whole is too long.
  if (failures.length > 0) {
    heading("what failed");
    console.log(tellFailures(failures));
  }
  heading("summary");
  for (const [name, { passed, seconds }] of results) {
    const time = seconds.toFixed(1).padStart(7);
    console.log(`${passed ? "passed" : "FAILED"}  ${name.padEnd(14)} ${time} s`);
  }
  const failed = [...results.values()].filter(({ passed }) => !passed).length;
  console.log(`${results.size - failed} passed, ${failed} failed`);
  if (failed > 0) process.exitCode = 1;
}

/**
 * Steps that may run at the same time stand together.
 *
 * @param {Step[]} steps
 * @returns {Step[][]}
 */
function groupsOf(steps) {
  /** @type {Step[][]} */
  const groups = [];
  for (const step of steps) {
    const last = groups.at(-1);
    if (step.beside && last?.[0]?.beside) last.push(step);
    else groups.push([step]);
  }
  return groups;
}

/** @param {string} title */
function heading(title) {
  console.log(`\n=== ${title} ${"=".repeat(Math.max(0, 72 - title.length))}`);
}
