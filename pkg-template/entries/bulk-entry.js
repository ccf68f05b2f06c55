/** What `interakt-wasm/bulk` exports: files of rows, checked before anything is sent. */
import { clock } from "./clock.js";
import { createPhone } from "./phone.js";
import { createCheckRows } from "./rows.js";
import { initOf } from "./start.js";
import { starter } from "./starter.js";

export { templateBook } from "./book.js";
export {
  ConfigurationError,
  InteraktError,
  InternalError,
  isConfigurationError,
  isInteraktError,
  isInternalError,
} from "./failure.js";
export { flatten, summarize } from "./flatten.js";

export const init = /*#__PURE__*/ initOf(starter);
export const phone = /*#__PURE__*/ createPhone(starter);
export const checkRows = /*#__PURE__*/ createCheckRows(starter, phone, clock, Math.random);
