/** A compiled module: in projects with the types of Node alone any object, as they lack it. */
type CompiledModule = typeof globalThis extends {
  WebAssembly: { Module: { prototype: infer Module } };
}
  ? Module & object
  : object;

/** Where the module is, its bytes, or the module itself. */
export type ModuleSource =
  | string
  | URL
  | Request
  | Response
  | ArrayBuffer
  | ArrayBufferView
  | CompiledModule;
