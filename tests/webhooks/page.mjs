/** The suite inside a page. */
import * as api from "interakt-wasm";
import { runTask } from "./suite.mjs";

Object.assign(globalThis, {
  runCase: (/** @type {any} */ task) => runTask(api, task),
});
