/** What `interakt-wasm/bulk` exports. */
export * from "./phone-api.js";
export * from "./rows.js";
export { type TemplateBook, type TemplateSource, templateBook } from "./template-book.js";
