// Takes away what a runtime may lack, then imports every entry.
for (const name of [
  ...["TextDecoder", "TextEncoder", "WebAssembly", "FinalizationRegistry", "fetch"],
  ...["Request", "Response", "Headers", "Blob", "URL", "AbortController", "atob"],
]) {
  Reflect.deleteProperty(globalThis, name);
}
for (const entry of ["interakt-wasm", "interakt-wasm/web", "interakt-wasm/simulator"]) {
  console.log(entry, Object.keys(await import(entry)).length > 0);
}
