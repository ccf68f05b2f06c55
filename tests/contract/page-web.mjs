/** The suite inside a page, with the entries that are given their modules as files. */

import * as bulk from "interakt-wasm/bulk/web";
import * as customer from "interakt-wasm/customer/web";
import * as forms from "interakt-wasm/forms/web";
import * as phone from "interakt-wasm/phone/web";
import * as field from "interakt-wasm/phone-field/web";
import { createSimulator } from "interakt-wasm/simulator";
import * as api from "interakt-wasm/web";
import { runCase } from "./suite.mjs";

const entries = { bulk, customer, forms, phone, "phone-field": field };

const started = Promise.all([
  api.init(new URL("/core_bg.wasm", location.href)),
  ...Object.entries(entries).map(([name, { init }]) => init(`/${name}_bg.wasm`)),
]);

/** @param {any} task */
async function runCaseInPage(task) {
  await started;
  return runCase({ api, createSimulator, entries }, task);
}

Object.assign(globalThis, { runCase: runCaseInPage });
