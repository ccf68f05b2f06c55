/** What `interakt-wasm/customer` exports: what a form about a customer needs. */
import { createFormOf } from "./form-of.js";
import { createPhone } from "./phone.js";
import { initOf } from "./start.js";
import { starter } from "./starter.js";

export { bindForm } from "./bind-form.js";
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
export const formOf = /*#__PURE__*/ createFormOf(starter, phone);
// The build appends a validator for each of CUSTOMER_INPUTS of the crate.
