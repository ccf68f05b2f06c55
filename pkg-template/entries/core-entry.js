/** What `interakt-wasm` and `interakt-wasm/web` export: everything. */
import { createClient } from "./client.js";
import { createPhone } from "./phone.js";
import { createSmsSegments } from "./sms.js";
import { initOf } from "./start.js";
import { starter } from "./starter.js";
import { createWebhooks } from "./webhooks.js";
import { createWithoutKey } from "./without-key.js";

export { templateBook } from "./book.js";
export { createTemplateBook } from "./book-keep.js";
export * from "./errors.js";
export { flatten, summarize } from "./flatten.js";
export { previewMessage } from "./preview.js";

export const init = /*#__PURE__*/ initOf(starter);
export const Interakt = /*#__PURE__*/ createClient(starter);
export const phone = /*#__PURE__*/ createPhone(starter);
export const smsSegments = /*#__PURE__*/ createSmsSegments(starter);
export const webhooks = /*#__PURE__*/ createWebhooks(starter);
export const withoutKey = /*#__PURE__*/ createWithoutKey(starter);
// The build appends `operations` and each of them.
