/**
 * What the lists tell of the package's operations. It stays the same as long as the package does: when
 * the page is bundled its value is written in place of this file, so that the lists need no package.
 */
import { operations } from "interakt-wasm/web";

/** @typedef {Pick<import("./operations.js").Operation, "name" | "method" | "path">} Facts */

/** @type {readonly Facts[]} */
export const FACTS = operations.map(({ name, method, path }) => ({ name, method, path }));
