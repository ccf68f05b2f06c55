/** A program with all that it starts, none of which outlives the process that started it. */
import { spawn } from "node:child_process";
import { once } from "node:events";

/** Programs that run. @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/**
 * @param {string} program
 * @param {string[]} args
 * @param {Record<string, string>} [env] Added to the environment.
 */
export function startGroup(program, args, env = {}) {
  stopAllAtExit();
  const child = spawn(program, args, {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "ignore"],
    detached: true,
  });
  child.on("error", () => running.delete(child));
  running.add(child);
  const ended = once(child, "close");
  ended.catch(() => {});
  return {
    output: child.stdout,
    /** Rejects when the program could not be started. */
    ended,
    /** Kills the program and all that it has started. */
    async stop() {
      kill(child);
      await ended.catch(() => {});
    },
  };
}

/** @param {import("node:child_process").ChildProcess} child */
function kill(child) {
  running.delete(child);
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, "SIGKILL");
  } catch {
    // All of them have ended already.
  }
}

let isWatching = false;

function stopAllAtExit() {
  if (isWatching) return;
  isWatching = true;
  process.once("exit", () => {
    for (const child of running) kill(child);
  });
  // A group of its own does not get the terminal's signals, and these would skip "exit".
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.once(signal, () => process.exit(1));
  }
}
