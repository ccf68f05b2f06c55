// Vercel's edge compiles no bytes, only modules that are part of the build. `next start` compiles
// both, so that without this a wrong entry would not be noticed.
Object.assign(WebAssembly, { compile: refuse, Module: refuse });

function refuse() {
  throw new WebAssembly.CompileError("Wasm code generation disallowed");
}
