/** What `interakt-wasm/phone-field` exports. */
export {
  ConfigurationError,
  InteraktError,
  InternalError,
  isConfigurationError,
  isInteraktError,
  isInternalError,
  type Outcome,
} from "./errors.js";
export * from "./flatten.js";
export * from "./issue.js";
export * from "./phone-field.js";
export * from "./phone-format.js";
export type { KnownIssueCode, OperationName } from "./types.js";
