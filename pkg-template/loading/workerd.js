/** For Cloudflare Workers, which compiles modules itself and refuses bytes. */
import * as glue from "./core_bg.js";
import module from "./core_bg.wasm";
import { catalogue } from "./core_catalogue.js";
import { createStarter } from "./start.js";

export const starter = /*#__PURE__*/ createStarter(glue, catalogue, "core", {
  compile: () => module,
});
