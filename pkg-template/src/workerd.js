/** The entry for Cloudflare Workers, which compiles modules itself and refuses bytes. */
import { create } from "./api.js";
import module from "./core_bg.wasm";

export * from "./errors.js";

const take = /*#__PURE__*/ create({ compile: () => module });

export const init = /*#__PURE__*/ take("init");
export const Interakt = /*#__PURE__*/ take("Interakt");
export const operations = /*#__PURE__*/ take("operations");
export const smsSegments = /*#__PURE__*/ take("smsSegments");
// The build appends one such line for each operation.
