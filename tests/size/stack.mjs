/**
 * A thread with little stack of its own: calls a module with the worst that is known, and says how
 * much of the module's stack that took.
 */
import { readFileSync } from "node:fs";
import { parentPort, workerData } from "node:worker_threads";

/** The stack grows towards address 0, from where the memory of all else begins. */
const STACK = 2 ** 20;

const { path, texts } = /** @type {{ path: string, texts: string[] }} */ (workerData);
const { instance } = await WebAssembly.instantiate(readFileSync(path));
const { memory, room, ...calls } = /** @type {any} */ (instance.exports);

/** @param {Uint8Array} bytes */
function write(bytes) {
  const at = room(bytes.length) >>> 0;
  new Uint8Array(memory.buffer, at, bytes.length).set(bytes);
}

/** How much of the stack was ever used, in bytes. */
function used() {
  const stack = new Uint8Array(memory.buffer, 0, STACK);
  const deepest = stack.findIndex((byte) => byte !== 0);
  return deepest < 0 ? 0 : STACK - deepest;
}

/** How many descriptions a module has at most: one that is not there takes anything. */
const ROOTS = 100;
/** How many operations there are. */
const OPERATIONS = 12;
/** A plan for rows that are inputs. */
const PLAN = JSON.stringify({ format: "ndjson", tokens: [], width: 0, keys: 1, strict: 0 });

/** What calls an export with each of the texts. @type {Record<string, (text: string) => void>} */
const CALLERS = {
  validate: (text) => {
    const bytes = Buffer.from(text);
    for (let root = 0; root < ROOTS; root++) {
      write(bytes);
      calls.validate(root, bytes.length, 1000, 2 ** 24);
    }
  },
  build: (text) => {
    const [input, all] = [Buffer.from(text), Buffer.from(`${text}[null,"key","a","b"]`)];
    for (let op = 0; op < OPERATIONS; op++) {
      write(all);
      calls.build(op, input.length, all.length);
    }
  },
  parse: (text) => {
    const [body, all] = [Buffer.from(text), Buffer.from(`${text}["",null,"c2VjcmV0LWtleTo="]`)];
    for (let op = 0; op < OPERATIONS; op++) {
      for (const status of [200, 400]) {
        write(all);
        calls.parse(op, status, 0, 0, 0, body.length, all.length);
      }
    }
  },
  event: (text) => {
    const bytes = Buffer.from(text);
    write(bytes);
    calls.event(bytes.length);
  },
  redact: (text) => {
    const part = text.slice(0, 10_000);
    const bytes = Buffer.from(`${part}c2VjcmV0LWtleTo=`);
    write(bytes);
    calls.redact(Buffer.byteLength(part), bytes.length);
  },
  phoneParse: (text) => {
    const bytes = Buffer.from(`IN${text}`);
    write(bytes);
    calls.phoneParse(2, bytes.length);
  },
  phoneFormat: (text) => {
    const bytes = Buffer.from(text);
    write(bytes);
    calls.phoneFormat(bytes.length, 0);
    write(bytes);
    calls.phoneType(0, bytes.length, bytes.length);
  },
  rows: (text) => {
    const bytes = Buffer.from(`${PLAN}${text}`);
    for (let root = 0; root < OPERATIONS; root++) {
      write(bytes);
      calls.rows(root, PLAN.length, bytes.length, 1);
    }
  },
  records: (text) => {
    const bytes = Buffer.from(text);
    write(bytes);
    calls.records(bytes.length, 44, 1);
  },
};

/** @type {Record<string, number>} */
const most = {};
for (const [name, call] of Object.entries(CALLERS)) {
  if (!(name in calls)) continue;
  for (const text of texts) call(text);
  most[name] = used();
}
parentPort?.postMessage(most);
