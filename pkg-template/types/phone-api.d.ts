/** What `interakt-wasm/phone` exports. */
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
export * from "./phone.js";
export type { KnownIssueCode, OperationName } from "./types.js";
