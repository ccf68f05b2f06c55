/** For Node, Deno, Bun and bundlers: carries the module as text, compiled at first use. */
import * as glue from "./core_bg.js";
import text from "./core_inline.js";
import { decode } from "./inline.js";
import { createStarter } from "./start.js";

export const starter = /*#__PURE__*/ createStarter(glue, "core", {
  compile: () => new WebAssembly.Module(decode(text)),
  compileAsync: () => WebAssembly.compile(decode(text)),
});
