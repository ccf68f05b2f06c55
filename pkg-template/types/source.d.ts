/** A compiled module; any object in projects with only Node's types, which lack `WebAssembly`. */
type CompiledModule = typeof globalThis extends {
  WebAssembly: { Module: { prototype: infer Module } };
}
  ? Module & object
  : object;

/** The WebAssembly module: its URL, a response with it, its bytes, or the compiled module. */
export type ModuleSource =
  | string
  | URL
  | Request
  | Response
  | ArrayBuffer
  | ArrayBufferView
  | CompiledModule;
