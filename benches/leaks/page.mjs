/** A page that does what it is asked for. */
import "./watch.mjs";
import * as api from "interakt-wasm/web";
import { work } from "./work.mjs";

const started = api.init("/core_bg.wasm");

Object.assign(globalThis, {
  /** @param {{ what: string, from?: number, to?: number }} task */
  async work(task) {
    await started;
    // It checks and sends as the other entry does.
    return work(/** @type {any} */ (api), task);
  },
});
