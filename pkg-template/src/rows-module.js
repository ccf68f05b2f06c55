/** What rows ask of the module. */
import { inside } from "./inside.js";
import { readIssues } from "./issues.js";
import { appendBytes, memoryOf, receive, send, sendBytes } from "./texts.js";

/**
 * @typedef {import("./start.js").Starter<typeof import("./bulk_bg.js")>} Starter
 * @typedef {{ core: ReturnType<Starter["core"]>, catalogue: Starter["catalogue"] }} Module Running.
 * @typedef {import("./errors.js").Issue} Issue
 *
 * @typedef {object} Batch Rows that were checked in one go, apart from the module's memory: others
 *   may call it meanwhile.
 * @property {number} count
 * @property {Uint32Array} table ROW_WORDS of each (src/rows/check.rs).
 * @property {Uint8Array} output
 * @property {Uint8Array} chunk
 * @property {number} consumed How much of the chunk need not be handed over again.
 * @property {number} lines How many lines end in it.
 * @property {number} strict What the next plan says.
 */

/** How many words the table has of each row. */
export const ROW_WORDS = 12;

/**
 * @param {Module} module
 * @param {number} root
 * @param {string} plan JSON.
 * @param {Uint8Array} chunk
 * @param {boolean} isLast
 * @returns {Batch}
 */
export const checkChunk = ({ core }, root, plan, chunk, isLast) =>
  inside(() => {
    const planned = send(core, plan);
    const length = appendBytes(core, planned, chunk);
    const consumed = core.rows(root, planned, length, isLast);
    const memory = memoryOf(core);
    const [at, count] = [core.table(), core.count()];
    const start = core.output();
    return {
      ...{ count, chunk, consumed, lines: core.lines(), strict: core.strict() },
      table: new Uint32Array(memory.slice(at, at + count * ROW_WORDS * 4).buffer),
      output: memory.slice(start, start + core.length()),
    };
  });

/**
 * @param {Module} module
 * @param {string | Uint8Array} text Of CSV.
 * @param {string} delimiter
 * @param {boolean} isWhole
 * @returns {[line: number, cells: string[]][]}
 */
export const recordsIn = ({ core }, text, delimiter, isWhole) =>
  inside(() => {
    const length = typeof text === "string" ? send(core, text) : sendBytes(core, text);
    core.records(length, delimiter.charCodeAt(0), isWhole);
    return JSON.parse(receive(core));
  });

/** What bounds the check of a sample. */
const [MOST_ISSUES, MOST_BYTES] = [1000, 1 << 24];

/**
 * @param {Module} module
 * @param {number} root
 * @param {string} json
 * @returns {Issue[]}
 */
export const sampleIssues = ({ core, catalogue }, root, json) =>
  inside(() => {
    const verdict = core.validate(root, send(core, json), MOST_ISSUES, MOST_BYTES);
    return verdict === 0 ? [] : readIssues(catalogue, receive(core));
  });
