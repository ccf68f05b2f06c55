/** The suite inside a page, with the entry that is given its wasm as a file. */

import { createSimulator } from "interakt-wasm/simulator";
import * as api from "interakt-wasm/web";
import { runCase } from "./suite.mjs";

await api.init(new URL("/core_bg.wasm", location.href));

Object.assign(globalThis, {
  runCase: (/** @type {any} */ task) => runCase({ api, createSimulator }, task),
});
