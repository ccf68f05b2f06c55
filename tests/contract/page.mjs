/** The suite inside a page, with the package as bundlers find it. */
import * as api from "interakt-wasm";
import { createSimulator } from "interakt-wasm/simulator";
import { entries } from "./entries.mjs";
import { runCase } from "./suite.mjs";

Object.assign(globalThis, {
  runCase: (/** @type {any} */ task) => runCase({ api, createSimulator, entries }, task),
});
