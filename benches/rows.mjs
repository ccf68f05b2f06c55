/**
 * `npm run bench -- rows`: 100,000 lines of NDJSON, checked as bytes by a module that is built for
 * speed, beside JSON.parse alone. With `--check` it fails where a target is missed.
 */
import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { operations } from "interakt-wasm";
import { buildVariant, FAST } from "../scripts/module.mjs";
import { BUILD, main, TEMPLATE } from "../scripts/project.mjs";
import { ensureBuildTools } from "../scripts/toolchain.mjs";
import { alternate, ratioOf } from "./alternate.mjs";
import { messageSchema } from "./messages.mjs";
import { randomOf } from "./random.mjs";
import { judge, machine } from "./targets.mjs";

const COUNT = 100_000;
const ROUNDS = 11;
const WRONG_IN_100 = 3;

/** Bytes that cross at a time, as a file is read. */
const CHUNK = 1 << 16;
const PLAN = new TextEncoder().encode('{"format":"ndjson"}');

/** Of the table's words of a row (src/rows/check.rs): how many there are, and which has the flags. */
const [ROW_WORDS, FLAGS] = [12, 3];
const REFUSED = 1;

/** @typedef {{ fine: number, wrong: number }} Counts */

/** @returns {{ lines: string[], wrong: number }} */
function campaign() {
  const below = randomOf(7);
  let wrong = 0;
  const lines = Array.from({ length: COUNT }, (_, row) => {
    /** @type {any} */
    const message = {
      countryCode: "+91",
      phoneNumber: `9${100_000_000 + below(899_999_999)}`,
      callbackData: `campaign-${below(1000)}-customer-${row}`,
      type: "Template",
      template: {
        name: `order_update_${below(20)}`,
        languageCode: "en",
        headerValues: [`Order ${row}`],
        bodyValues: [`Customer ${below(10_000)}`, `₹${below(100_000)}`, `${1 + below(28)} March`],
        buttonValues: { 0: [`track/${row}`] },
      },
    };
    if (below(100) < WRONG_IN_100) {
      wrong += 1;
      MISTAKES[below(MISTAKES.length)]?.(message);
    }
    return JSON.stringify(message);
  });
  return { lines, wrong };
}

/** What is wrong with a row. @type {((message: any) => void)[]} */
const MISTAKES = [
  (message) => {
    message.phoneNumber = "98765x";
  },
  (message) => {
    message.phoneNumber = 12345;
  },
  (message) => {
    message.template.name = "Order Update";
  },
  (message) => {
    delete message.template.languageCode;
  },
  (message) => {
    message.template.bodyValues[1] = "";
  },
];

/** @returns {Promise<any>} The glue of a running module that has `rows`. */
async function startBulk() {
  const { bindgen } = await ensureBuildTools();
  const folder = join(BUILD, "rows", "bulk");
  await buildVariant(bindgen, ["forms", "bulk"], folder, FAST);
  await copyFile(join(TEMPLATE, "src", "text.js"), join(folder, "text.js"));
  const glue = await import(pathToFileURL(join(folder, "core_bg.js")).href);
  const module = await readFile(join(folder, "core_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(module, { "./core_bg.js": { ...glue } });
  glue.__wbg_set_wasm(instance.exports);
  /** @type {any} */ (instance.exports).__wbindgen_start?.();
  return glue;
}

/**
 * Hands the file over in chunks.
 *
 * @param {any} core
 * @param {number} root
 * @param {Uint8Array} bytes
 * @returns {Counts}
 */
function checkBytes(core, root, bytes) {
  const counts = { fine: 0, wrong: 0 };
  const at = core.room(PLAN.length + CHUNK);
  let memory = new Uint8Array(core.memory().buffer);
  memory.set(PLAN, at);
  for (let start = 0; start < bytes.length; ) {
    const chunk = bytes.subarray(start, start + CHUNK);
    // Empty once it has grown.
    if (memory.length === 0) memory = new Uint8Array(core.memory().buffer);
    memory.set(chunk, at + PLAN.length);
    const isLast = start + chunk.length === bytes.length;
    const reached = core.rows(root, PLAN.length, PLAN.length + chunk.length, isLast);
    if (reached === 0) throw new Error("a line is longer than a chunk");
    const rows = core.count();
    const table = new Uint32Array(core.memory().buffer, core.table(), rows * ROW_WORDS);
    for (let row = 0; row < table.length; row += ROW_WORDS) {
      if (Number(table[row + FLAGS]) & REFUSED) counts.wrong += 1;
      else counts.fine += 1;
    }
    start += reached;
  }
  return counts;
}

/**
 * @param {string[]} lines
 * @param {(value: unknown) => boolean} check
 * @returns {Counts}
 */
function checkLines(lines, check) {
  const counts = { fine: 0, wrong: 0 };
  for (const line of lines) {
    if (check(JSON.parse(line))) counts.fine += 1;
    else counts.wrong += 1;
  }
  return counts;
}

/** @param {Counts} found @param {Counts} expected */
function expect(found, expected) {
  const [is, shall] = [found, expected].map((counts) => JSON.stringify(counts));
  if (is !== shall) throw new Error(`found were ${is}, there are ${shall}`);
}

await main(async () => {
  const { lines, wrong } = campaign();
  const text = `${lines.join("\n")}\n`;
  const bytes = new TextEncoder().encode(text);
  const core = await startBulk();
  const root = operations.findIndex(({ name }) => name === "sendMessage");
  const works = {
    parse: { run: () => checkLines(lines, (value) => value !== null) },
    split: { run: () => checkLines(new TextDecoder().decode(bytes).trim().split("\n"), Boolean) },
    bulk: { run: () => checkBytes(core, root, bytes) },
    zod: { run: () => checkLines(lines, (value) => messageSchema.safeParse(value).success) },
  };
  expect(works.bulk.run(), { fine: COUNT - wrong, wrong });
  expect(works.zod.run(), { fine: COUNT - wrong, wrong });
  // One line is no UTF-8, and one is none at all.
  const broken = new Uint8Array([...bytes.subarray(0, bytes.indexOf(LINE_END) + 1), 0xff, 10, 10]);
  expect(checkBytes(core, root, broken), { fine: 1, wrong: 1 });
  const length = (bytes.length / COUNT).toFixed(0);
  console.log(`${COUNT} rows of ${length} bytes, ${wrong} of them wrong; ${ROUNDS} rounds`);
  console.log(machine());
  const times = await alternate(works, { rounds: ROUNDS });
  const rows = Object.entries({
    "rows, built for speed": times.bulk,
    "JSON.parse, of bytes": times.split,
    "JSON.parse and zod": times.zod,
  }).map(([name, time]) => {
    const details = [time.middle, (time.middle / COUNT) * 1000, ratioOf(time, times.parse)];
    const [whole = 0, one = 0, ratio = 0] = details;
    const columns = [whole.toFixed(0), one.toFixed(2), ratio.toFixed(2)];
    return { name, details: columns, figure: time.least / times.parse.least };
  });
  console.log(`JSON.parse alone: ${times.parse.middle.toFixed(0)} ms`);
  judge(
    "rows",
    { columns: ["ms", "µs a row", "median of ratios"], unit: "least × JSON.parse" },
    rows,
  );
});
