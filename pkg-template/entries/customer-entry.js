/** What `interakt-wasm/customer` exports: what a form about a customer needs. */
import { createPhone } from "./phone.js";
import recipientSchema from "./schemas/recipient.js";
import trackEventSchema from "./schemas/trackEvent.js";
import trackUserSchema from "./schemas/trackUser.js";
import { initOf } from "./start.js";
import { starter } from "./starter.js";
import { createValidator } from "./validator.js";

export {
  ConfigurationError,
  InteraktError,
  isConfigurationError,
  isInteraktError,
} from "./failure.js";

export const init = /*#__PURE__*/ initOf(starter);
export const phone = /*#__PURE__*/ createPhone(starter);
// By their places in CUSTOMER_INPUTS of the crate.
export const trackUser = /*#__PURE__*/ createValidator(starter, 0, "trackUser", trackUserSchema);
export const trackEvent = /*#__PURE__*/ createValidator(starter, 1, "trackEvent", trackEventSchema);
export const recipient = /*#__PURE__*/ createValidator(starter, 2, "recipient", recipientSchema);
