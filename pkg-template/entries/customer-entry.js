/** What `interakt-wasm/customer` exports: what a form about a customer needs. */
import { createPhone } from "./phone.js";
import { initOf } from "./start.js";
import { starter } from "./starter.js";

export {
  ConfigurationError,
  InteraktError,
  isConfigurationError,
  isInteraktError,
} from "./failure.js";

export const init = /*#__PURE__*/ initOf(starter);
export const phone = /*#__PURE__*/ createPhone(starter);
// The build appends a validator for each of CUSTOMER_INPUTS of the crate.
