/** The cases inside a page, with the entries that are given their modules as files. */

import * as bulk from "interakt-wasm/bulk/web";
import * as customer from "interakt-wasm/customer/web";
import * as forms from "interakt-wasm/forms/web";
import * as phone from "interakt-wasm/phone/web";
import * as field from "interakt-wasm/phone-field/web";
import * as core from "interakt-wasm/web";
import { runCase } from "./cases.mjs";
import { createTraps } from "./trap.mjs";

const entries = { core, bulk, customer, forms, phone, "phone-field": field };
const traps = createTraps();
const started = Promise.all(
  Object.entries(entries).map(([name, { init }]) => init(`/${name}_bg.wasm`)),
);

Object.assign(globalThis, {
  /** @param {any} task */
  async runCase(task) {
    await started;
    return runCase({ entries, traps }, task);
  },
});
