/** What `interakt-wasm/phone-field` exports. */
import { createPhoneField } from "./phone-field.js";
import { createPhoneFormat } from "./phone-format.js";
import { initOf } from "./start.js";
import { starter } from "./starter.js";

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
export const phone = /*#__PURE__*/ createPhoneFormat(starter);
export const definePhoneField = /*#__PURE__*/ createPhoneField(init, phone);
