/** The suite inside a page, with the entry that is given its wasm as a file. */

import { createSimulator } from "interakt-wasm/simulator";
import * as api from "interakt-wasm/web";
import { runCase } from "./suite.mjs";

const started = api.init(new URL("/core_bg.wasm", location.href));

/** @param {any} task */
async function runCaseInPage(task) {
  await started;
  return runCase({ api, createSimulator }, task);
}

Object.assign(globalThis, { runCase: runCaseInPage });
