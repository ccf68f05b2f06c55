/** A suite in a process of its own, which is given a line for each task and answers with one. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { ensureBun, ensureDeno } from "../../scripts/toolchain.mjs";

/** @typedef {import("./runtimes.mjs").AskedRuntime & { end: () => Promise<void> }} Child */

/** A process that has nothing left to do ends sooner, however busy the machine is. */
const PATIENCE_MS = 20_000;

/** How Deno is run: with the packages that are there, and allowed nothing. */
export const DENO = ["run", "--no-remote", "--no-lock", "--no-prompt", "--node-modules-dir=manual"];

/**
 * @param {string} script Path of what answers each line with a line.
 * @param {string} [program] Another Node than the one that runs this.
 */
export const startNode = (script, program = process.execPath) => startChild(program, [script]);

/**
 * @param {string} script
 * @param {string[]} [permissions]
 */
export const startDeno = async (script, permissions = []) =>
  startChild(await ensureDeno(), [...DENO, ...permissions, script]);

/** @param {string} script */
export const startBun = async (script) =>
  startChild(await ensureBun(), ["run", "--no-install", script]);

/**
 * @param {string} program
 * @param {string[]} args
 * @returns {Child}
 */
function startChild(program, args) {
  const child = spawn(program, args, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ask = async (/** @type {unknown} */ task) => {
    child.stdin.write(`${JSON.stringify(task)}\n`);
    const { value, done } = await lines.next();
    if (done) throw new Error(`${program} ended early`);
    return JSON.parse(value);
  };
  return {
    ask,
    run: async (task) => (await ask(task)).problem,
    async end() {
      child.stdin.end();
      const timer = setTimeout(() => child.kill("SIGKILL"), PATIENCE_MS);
      const [code, signal] = await ended;
      clearTimeout(timer);
      if (code !== 0) throw new Error(`${program} did not end by itself: ${signal ?? code}`);
    },
    async stop() {
      child.kill("SIGKILL");
      await ended;
    },
  };
}
