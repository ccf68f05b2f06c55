/** What `interakt-wasm/forms` exports: what a form of any kind needs before it is sent. */
import { createFormOf } from "./form-of.js";
import { createLimitOf } from "./limits.js";
import { createPhone } from "./phone.js";
import { createSmsSegments } from "./sms.js";
import { initOf } from "./start.js";
import { starter } from "./starter.js";

export { bindForm } from "./bind-form.js";
export { templateBook } from "./book.js";
export { createTemplateBook } from "./book-keep.js";
export {
  ConfigurationError,
  InteraktError,
  InternalError,
  isConfigurationError,
  isInteraktError,
  isInternalError,
} from "./failure.js";
export { flatten, summarize } from "./flatten.js";
export { previewMessage } from "./preview.js";
export { sendTemplate } from "./send-template.js";

export const init = /*#__PURE__*/ initOf(starter);
export const phone = /*#__PURE__*/ createPhone(starter);
export const formOf = /*#__PURE__*/ createFormOf(starter, phone);
export const smsSegments = /*#__PURE__*/ createSmsSegments(starter);
export const limitOf = /*#__PURE__*/ createLimitOf(smsSegments);
// The build appends a validator for each operation and each part of an input.
