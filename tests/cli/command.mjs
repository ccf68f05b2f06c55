/** The package's command in a process of its own, against a simulated account over HTTP. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createSimulator } from "interakt-wasm/simulator";
import { INSTALLED } from "../../scripts/project.mjs";
import { serve } from "../support/server.mjs";

/** @typedef {import("interakt-wasm/simulator").SimulatedTemplate} SimulatedTemplate */

/** The key of the account: nothing that the command prints or writes may hold it. */
export const API_KEY = "c2VjcmV0LWtleS1vZi10aGUtYWNjb3VudDo=";

const PROGRAM = join(INSTALLED, "bin", "interakt-wasm.js");

/**
 * @typedef {object} Outcome
 * @property {number | null} code
 * @property {string} stdout
 * @property {string} stderr
 */

/**
 * @typedef {object} CommandOptions
 * @property {string} [cwd]
 * @property {string} [key]
 * @property {number} [out] Takes its standard output.
 * @property {string} [node] Another Node than the one that runs this.
 */

/**
 * @param {string[]} args
 * @param {CommandOptions} [options]
 * @returns {Promise<Outcome>} What it printed, with `<time>` for each time.
 */
export const command = (args, options) => start(args, options).ended;

/**
 * @param {string[]} args
 * @param {CommandOptions} [options]
 */
export function start(args, { cwd, key = API_KEY, out, node = process.execPath } = {}) {
  const env = { PATH: process.env.PATH, INTERAKT_API_KEY: key };
  /** @type {import("node:child_process").StdioOptions} */
  const stdio = ["ignore", out ?? "pipe", "pipe"];
  const child = spawn(node, [PROGRAM, ...args], { cwd, env, stdio });
  const texts = { stdout: "", stderr: "" };
  for (const name of /** @type {const} */ (["stdout", "stderr"])) {
    child[name]?.setEncoding("utf8").on("data", (text) => {
      texts[name] += text;
    });
  }
  /** @type {Promise<Outcome>} */
  const ended = new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      for (const text of Object.values(texts)) {
        assert.ok(key === "" || !text.includes(key), "the key was printed");
      }
      resolve({ code, stdout: timeless(texts.stdout), stderr: timeless(texts.stderr) });
    });
  });
  return {
    ended,
    kill: (/** @type {NodeJS.Signals} */ signal) => child.kill(signal),
    /** As a terminal that is closed: nobody takes its words any more. */
    hangUp() {
      for (const name of /** @type {const} */ (["stdout", "stderr"])) child[name]?.destroy();
      child.kill("SIGHUP");
    },
  };
}

/** @param {string} text */
export const timeless = (text) => text.replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "<time>");

/** An account whose templates can be exchanged, and a folder for what is written. */
export async function createAccount() {
  /** @type {(request: Request) => Promise<Response>} */
  let answer = createSimulator();
  const server = await serve((request) => answer(request));
  const folder = await realpath(await mkdtemp(join(tmpdir(), "interakt-wasm-cli-")));
  return {
    folder,
    url: server.url,
    /** @param {(request: Request) => Promise<Response>} next */
    answerBy(next) {
      answer = next;
    },
    /** @param {readonly SimulatedTemplate[]} templates */
    hold(templates) {
      answer = createSimulator({ apiKey: API_KEY, plan: "enterprise", templates });
    },
    /** @param {string[]} args Of `templates`, beside the address. @param {string} [key] */
    run: (args, key) =>
      command(["templates", "--base-url", server.url, ...args], { cwd: folder, key }),
    async close() {
      await server.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
