/** The entry for Node, Deno, Bun and bundlers: carries the module as text, compiled at first use. */
import { create } from "./api.js";
import { createClient } from "./client.js";
import base64 from "./core_inline.js";
import { createPhone } from "./phone.js";
import { createStarter } from "./start.js";
import { createWebhooks } from "./webhooks.js";

export * from "./errors.js";

const bytes = () => Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));

const starter = /*#__PURE__*/ createStarter({
  compile: () => new WebAssembly.Module(bytes()),
  compileAsync: () => WebAssembly.compile(bytes()),
});
const take = /*#__PURE__*/ create(starter);

export const init = /*#__PURE__*/ take("init");
export const Interakt = /*#__PURE__*/ createClient(starter);
export const operations = /*#__PURE__*/ take("operations");
export const phone = /*#__PURE__*/ createPhone(starter);
export const smsSegments = /*#__PURE__*/ take("smsSegments");
export const webhooks = /*#__PURE__*/ createWebhooks(starter);
export const withoutKey = /*#__PURE__*/ take("withoutKey");
// The build appends one such line for each operation.
