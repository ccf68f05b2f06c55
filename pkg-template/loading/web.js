/** For pages that load the module as a file of its own: `await init()` comes first. */
import * as glue from "./core_bg.js";
import { catalogue } from "./core_catalogue.js";
import { load } from "./load.js";
import { createStarter } from "./start.js";

export const starter = /*#__PURE__*/ createStarter(glue, catalogue, "core", {
  // Bundlers look for exactly this expression, to take the file along.
  compileAsync: (source) => load(source, "core", () => new URL("./core_bg.wasm", import.meta.url)),
});
