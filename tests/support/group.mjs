/** A program with all that it starts, none of which outlives the process that started it. */
import { spawn } from "node:child_process";

/** Programs that run. @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** How long a server may take to answer for the first time; some build before they do. */
const PATIENCE_MS = 120_000;

/** @typedef {ReturnType<typeof startGroup>} Group */

/**
 * @param {string} program
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string> }} [options] `env` is added to the
 *   environment.
 */
export function startGroup(program, args, { cwd, env } = {}) {
  stopAllAtExit();
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  running.add(child);
  let printed = "";
  let all = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    printed += text;
    all += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    all += text;
  });
  /** @type {Promise<number | string>} */
  const ended = new Promise((fulfil) => {
    child.on("error", (error) => fulfil(error.message));
    child.on("close", (code, signal) => fulfil(code ?? signal ?? "no exit code"));
  });
  ended.then(() => running.delete(child));
  const group = {
    output: child.stdout,
    /** The exit code, or why there is none. */
    ended,
    /** What it wrote to its standard output. */
    printed: () => printed,
    /** All that it said. */
    all: () => all,
    /** Kills the program and all that it has started. */
    async stop() {
      kill(child);
      await ended;
    },
    /**
     * Waits until an address of the program answers.
     *
     * @param {string} url
     * @param {(response: Response) => boolean} [isReady] By default any answer will do.
     */
    async answers(url, isReady = () => true) {
      let hasEnded = false;
      ended.then(() => {
        hasEnded = true;
      });
      for (const end = Date.now() + PATIENCE_MS; !hasEnded && Date.now() < end; await pause(50)) {
        const response = await fetch(url).catch(() => undefined);
        await response?.body?.cancel();
        if (response && isReady(response)) return;
      }
      await group.stop();
      const what = hasEnded ? "ended" : "does not answer";
      throw new Error(`\`${[program, ...args].join(" ")}\` ${what}\n${all}`);
    },
  };
  return group;
}

/** @param {number} ms */
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

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
