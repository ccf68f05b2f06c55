/** The suite in a process of its own, which is given a line for each case and answers with one. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const SCRIPT = fileURLToPath(new URL("process.mjs", import.meta.url));

/** A process that has nothing left to do ends sooner, however busy the machine is. */
const PATIENCE_MS = 20_000;

/**
 * @param {string} program
 * @param {string[]} [args] before the script
 * @returns {import("./runner.mjs").Runtime}
 */
export function startChild(program, args = []) {
  const child = spawn(program, [...args, SCRIPT], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async run(task) {
      child.stdin.write(`${JSON.stringify(task)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error(`${program} ended early`);
      return JSON.parse(value).problem;
    },
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
