// For bundlers that do not read the `exports` of package.json.
export * from "./dist/web.js";
