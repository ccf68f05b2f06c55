import { createSimulator } from "interakt-wasm/simulator";
import * as entry from "interakt-wasm/web";
import { exercise } from "../../exercise.mjs";

// A server can do nothing with the address that a page starts from, and needs nothing of it.
await entry.init(fetch("/core_bg.wasm"));
await entry.init();
console.log(JSON.stringify(await exercise(entry, createSimulator, process.env.INTERAKT_URL)));
