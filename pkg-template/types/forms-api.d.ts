/** What `interakt-wasm/forms` exports. */
export * from "./kinds.js";
export * from "./parts.js";
export * from "./phone-api.js";
export * from "./sms.js";
export * from "./types.js";
export * from "./validator.js";
export * from "./validators.js";
