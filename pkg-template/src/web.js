/** The entry for pages that load the module as a file of its own: `await init()` comes first. */
import { create } from "./api.js";
import { load } from "./load.js";

export * from "./errors.js";

const take = /*#__PURE__*/ create({ compileAsync: load });

export const init = /*#__PURE__*/ take("init");
export const Interakt = /*#__PURE__*/ take("Interakt");
export const operations = /*#__PURE__*/ take("operations");
export const smsSegments = /*#__PURE__*/ take("smsSegments");
// The build appends one such line for each operation.
