/**
 * The cuts of the crate: each is a WebAssembly module of its own, with what one kind of page needs.
 * Cargo.toml says what their features hold, pkg-template/entries/ what their entries export.
 */
import { join } from "node:path";
import { BINDGEN } from "./project.mjs";

/**
 * @typedef {object} Cut
 * @property {string} name Of its files: `core_bg.wasm`, `core_bg.js`, `core_inline.js`.
 * @property {string[]} features Of the crate, without its default ones.
 * @property {"small" | "fast"} [purpose] What it is made for: to be downloaded, where nothing is said,
 *   or to go through many inputs.
 */

/** @type {Cut[]} */
export const CUTS = [
  { name: "core", features: ["whole"] },
  { name: "forms", features: ["forms"] },
  { name: "customer", features: ["customer"] },
  { name: "phone", features: ["phone"] },
  { name: "phone-field", features: ["phone-field"] },
  { name: "bulk", features: ["bulk"], purpose: "fast" },
];

/**
 * Where the build leaves a cut's files.
 *
 * @param {string} name Of the cut.
 */
export const folderOf = (name) => join(BINDGEN, name);
