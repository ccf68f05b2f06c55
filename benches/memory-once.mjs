/**
 * A million rows through `checkRows`, or as one writes it by hand: prints as JSON what the memory of
 * the module and the heap have become. Its arguments are the format, and `hand`, if that is meant.
 */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { OPTIONS, streamOf, wrongOf } from "./stream.mjs";

const COUNT = 1_000_000;
const MEGABYTE = 2 ** 20;

/** The memories of the modules that have started. @type {WebAssembly.Memory[]} */
const memories = [];

/** Modules start by this, and nobody else can see their memory. */
class WatchedInstance extends WebAssembly.Instance {
  /** @param {WebAssembly.Module} module @param {WebAssembly.Imports} [imports] */
  constructor(module, imports) {
    super(module, imports);
    const { memory } = this.exports;
    if (memory instanceof WebAssembly.Memory) memories.push(memory);
  }
}
Object.assign(WebAssembly, { Instance: WatchedInstance });

setFlagsFromString("--expose-gc");
/** @type {() => void} */
const collect = runInNewContext("gc");

/** @returns {number} Bytes that JavaScript holds. */
function held() {
  collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return heapUsed + arrayBuffers;
}

/** @param {"ndjson" | "csv"} format */
async function byPackage(format) {
  const { checkRows } = await import("interakt-wasm/bulk");
  const check = checkRows(streamOf(format, COUNT), OPTIONS[format]);
  let whileReading = 0;
  // Every row is looked at, and kept by nobody.
  for await (const { index } of check) {
    if (index === COUNT / 2) whileReading = held();
  }
  const { rows, refused } = check.summary;
  return { rows, refused, whileReading };
}

/** Lines, JSON.parse, and a Set that finds duplicates. */
async function byHand() {
  const [seen, decoder] = [new Set(), new TextDecoder()];
  let [rest, rows, refused, whileReading] = ["", 0, 0, 0];
  for await (const bytes of streamOf("ndjson", COUNT)) {
    const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      const { countryCode, phoneNumber } = JSON.parse(line);
      if (!/^\d+$/.test(phoneNumber)) refused += 1;
      else seen.add(countryCode + phoneNumber);
      rows += 1;
      if (rows === COUNT / 2) whileReading = held();
    }
  }
  return { rows, refused, whileReading };
}

const [format = "", way] = process.argv.slice(2);
if (format !== "ndjson" && format !== "csv") throw new Error("what format?");
const before = held();
const { rows, refused, whileReading } = await (way === "hand" ? byHand() : byPackage(format));
if (rows !== COUNT || refused !== wrongOf(COUNT)) {
  throw new Error(`${refused} of ${rows} rows were refused`);
}
const modules = memories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0);
console.log(
  JSON.stringify({
    module: modules / MEGABYTE,
    heap: (whileReading - before - modules) / MEGABYTE,
    resident: process.resourceUsage().maxRSS / 1024,
  }),
);
