/** For Node, Deno, Bun and bundlers: carries the module as text, compiled at first use. */
import * as glue from "./core_bg.js";
import { catalogue } from "./core_catalogue.js";
import text from "./core_inline.js";
import { decode } from "./inline.js";
import { createStarter } from "./start.js";

export const starter = /*#__PURE__*/ createStarter(glue, catalogue, "core", {
  compile: () => new WebAssembly.Module(decode(text)),
  compileAsync: () => WebAssembly.compile(decode(text)),
  remedy:
    '; on the edge, resolve interakt-wasm with the condition "workerd" or "edge-light", in Next on ' +
    'Cloudflare by serverExternalPackages: ["interakt-wasm"]',
});
