/** For Vercel's edge runtime, which compiles modules itself when asked with `?module`. */
import * as glue from "./core_bg.js";
import module from "./core_bg.wasm?module";
import { catalogue } from "./core_catalogue.js";
import { createStarter } from "./start.js";

export const starter = /*#__PURE__*/ createStarter(glue, catalogue, "core", {
  compile: () => module,
});
