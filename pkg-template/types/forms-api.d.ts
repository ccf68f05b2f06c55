/** What `interakt-wasm/forms` exports. */
export {
  ConfigurationError,
  InteraktError,
  isConfigurationError,
  isInteraktError,
  type Outcome,
} from "./errors.js";
export * from "./issue.js";
export * from "./phone.js";
export * from "./sms.js";
export * from "./types.js";
export * from "./validator.js";
export * from "./validators.js";
