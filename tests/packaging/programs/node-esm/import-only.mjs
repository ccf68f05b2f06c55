// Takes away what a runtime may lack, then imports every entry.
for (const name of [
  ...["TextDecoder", "TextEncoder", "WebAssembly", "FinalizationRegistry", "fetch"],
  ...["Request", "Response", "Headers", "Blob", "URL", "AbortController", "atob"],
]) {
  Reflect.deleteProperty(globalThis, name);
}
const smaller = ["/forms", "/customer", "/phone"].flatMap((path) => [path, `${path}/web`]);
for (const path of ["", "/web", ...smaller, "/edge", "/simulator"]) {
  const entry = `interakt-wasm${path}`;
  if (Object.keys(await import(entry)).length === 0) throw new Error(`${entry} exports nothing`);
}
console.log("all were imported");
