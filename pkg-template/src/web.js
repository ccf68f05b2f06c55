/** The entry for pages that load the module as a file of its own: `await init()` comes first. */
import { create } from "./api.js";
import { createClient } from "./client.js";
import { load } from "./load.js";
import { createPhone } from "./phone.js";
import { createStarter } from "./start.js";
import { createWebhooks } from "./webhooks.js";

export * from "./errors.js";

const starter = /*#__PURE__*/ createStarter({ compileAsync: load });
const take = /*#__PURE__*/ create(starter);

export const init = /*#__PURE__*/ take("init");
export const Interakt = /*#__PURE__*/ createClient(starter);
export const operations = /*#__PURE__*/ take("operations");
export const phone = /*#__PURE__*/ createPhone(starter);
export const smsSegments = /*#__PURE__*/ take("smsSegments");
export const webhooks = /*#__PURE__*/ createWebhooks(starter);
export const withoutKey = /*#__PURE__*/ take("withoutKey");
// The build appends one such line for each operation.
