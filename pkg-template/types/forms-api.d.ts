/** What `interakt-wasm/forms` exports. */
export * from "./form.js";
export * from "./phone-api.js";
export * from "./sms.js";
export * from "./types.js";
export * from "./validator.js";
export * from "./validators.js";
