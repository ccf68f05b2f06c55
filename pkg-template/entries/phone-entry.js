/** What `interakt-wasm/phone` exports. */
import { createPhone } from "./phone.js";
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
export const phone = /*#__PURE__*/ createPhone(starter);
