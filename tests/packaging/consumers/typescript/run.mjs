/** Runs what was compiled: `node run.mjs out/main.js`. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { exercise } from "./exercise.mjs";

const compiled = await import(pathToFileURL(process.argv[2]).href);
await compiled.start(
  await readFile(createRequire(import.meta.url).resolve("interakt-wasm/core.wasm")),
);
const { interakt, createSimulator } = compiled;
console.log(JSON.stringify(await exercise(interakt, createSimulator, process.env.INTERAKT_URL)));
