/** The suite inside a page. */
import * as api from "interakt-wasm";
import { runCase } from "./suite.mjs";

Object.assign(globalThis, {
  runCase: (/** @type {any} */ task) => runCase({ api, runtime: "Chromium" }, task),
});
