// For TypeScript's node10 resolution, which does not read the `exports` of package.json.
export * from "./dist/web.js";
