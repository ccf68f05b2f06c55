/** The entry for Node, Deno, Bun and bundlers: carries the module as text, compiled at first use. */
import { create } from "./api.js";
import base64 from "./core_inline.js";

export * from "./errors.js";

const bytes = () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const take = /*#__PURE__*/ create({
  compile: () => new WebAssembly.Module(bytes()),
  compileAsync: () => WebAssembly.compile(bytes()),
});

export const init = /*#__PURE__*/ take("init");
export const Interakt = /*#__PURE__*/ take("Interakt");
export const operations = /*#__PURE__*/ take("operations");
export const smsSegments = /*#__PURE__*/ take("smsSegments");
// The build appends one such line for each operation.
