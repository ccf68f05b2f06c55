/** What `interakt-wasm/forms` exports. */
export * from "./bind-form.js";
export * from "./form.js";
export * from "./kinds.js";
export * from "./limit.js";
export * from "./parts.js";
export * from "./phone-api.js";
export * from "./preview.js";
export * from "./sms.js";
export * from "./template-book.js";
export * from "./types.js";
export * from "./validator.js";
export * from "./validators.js";
