/** What the module tells of a row, as people take it. */
import { errorsOf, readIssues, warningsOf } from "./issues.js";
import { keyOf, ROW_WORDS, recordsIn } from "./rows-module.js";
import { nameAt } from "./rows-place.js";

/**
 * @typedef {import("./errors.js").Issue & { column?: string }} Issue
 * @typedef {import("./rows-chunks.js").Checked} Batch
 * @typedef {import("./rows-look.js").Plan} Plan
 * @typedef {import("./rows-tally.js").Status} Status
 *
 * @typedef {object} Found A row of which somebody wants to know.
 * @property {Batch} batch
 * @property {number} at Its place there.
 * @property {number} index
 * @property {number} line
 * @property {Status} status
 * @property {Issue[]} issues With the warnings.
 */

/** Where an input says whom it is for. */
const RECIPIENTS = ["phoneNumber", "countryCode", "fullPhoneNumber", "userId"];

/** Where what is said of a phone is said. */
const OF_PHONE = ["phoneNumber"];

/** @type {TextDecoder | undefined} */
let decoder;

/** @param {Uint8Array} bytes */
function textOf(bytes) {
  decoder ??= new TextDecoder("utf-8", { ignoreBOM: true });
  return decoder.decode(bytes);
}

/**
 * @param {Batch} batch
 * @param {number} at
 * @param {number} index
 */
export const wordAt = ({ table }, at, index) =>
  /** @type {number} */ (table[at * ROW_WORDS + index]);

/**
 * @param {import("./rows-module.js").Module} module
 * @param {Plan} plan
 * @param {import("./issues.js").Messages} [messages]
 */
export function createRowReader(module, plan, messages) {
  const { header, places, delimiter } = plan;
  const isTable = delimiter !== undefined;
  const named = places.map((place) => ({ ...place, name: nameAt(header, place.column) }));
  const phone = named.find(({ to }) => to === "phone");
  const country = named.find(({ to }) => to === "phone.country");
  const whom = phone ?? named.find(({ to }) => RECIPIENTS.includes(to));

  /** @type {(batch: Batch, at: number, word: number) => Uint8Array} */
  const span = (batch, at, word) =>
    batch.output.subarray(wordAt(batch, at, word), wordAt(batch, at, word + 1));

  /** @type {(batch: Batch, at: number) => Uint8Array} */
  const recordOf = (batch, at) => batch.chunk.slice(wordAt(batch, at, 1), wordAt(batch, at, 2));

  /** @type {(batch: Batch, at: number) => Uint8Array} */
  function inputOf(batch, at) {
    const from = isTable ? batch.output : batch.chunk;
    return from.slice(wordAt(batch, at, 8), wordAt(batch, at, 9));
  }

  /** @type {(batch: Batch, at: number) => string} */
  const reportOf = (batch, at) => textOf(span(batch, at, 6));

  /**
   * Says of an issue which column it is about.
   *
   * @param {Issue} issue
   * @returns {Issue}
   */
  function placed(issue) {
    const { code, path } = issue;
    const [first] = path;
    if (!isTable) return issue;
    if (path.length === 1 && typeof first === "number") {
      // What is about a cell as such has its column for a path.
      const place = named.find(({ column }) => column === first);
      const own = place === phone || place === country ? OF_PHONE : place?.path;
      return { ...issue, path: own ?? [], column: nameAt(header, first) };
    }
    const column = columnOf(code, path)?.name;
    return column === undefined ? issue : { ...issue, column };
  }

  /** @type {(code: string, path: Issue["path"]) => { name: string } | undefined} */
  function columnOf(code, path) {
    if (path.length === 0)
      return /^recipient\.|^row\.(duplicate|seen)$/.test(code) ? whom : undefined;
    if (path[0] === "countryCode" && country) return country;
    if (phone && RECIPIENTS.includes(String(path[0]))) return phone;
    return named.find((place) => {
      return place.path.every((step, depth) => String(step) === String(path[depth]));
    });
  }

  /** @param {Uint8Array} record */
  const cellsIn = (record) => recordsIn(module, record, delimiter ?? ",", true)[0]?.[1] ?? [];

  /** @param {Uint8Array} json */
  function parsed(json) {
    try {
      return json.length > 0 ? JSON.parse(textOf(json)) : undefined;
    } catch {
      return undefined;
    }
  }

  return {
    cellsIn,
    inputOf,
    parsed,
    placed,
    recordOf,
    textOf,

    /** @type {(batch: Batch, at: number) => Issue[]} */
    issuesOf: (batch, at) =>
      readIssues(module.catalogue, reportOf(batch, at), messages).map(placed),

    /** Without the words, which take longer. @type {(batch: Batch, at: number) => string[]} */
    codesOf(batch, at) {
      /** @type {import("./issues.js").Found[]} */
      const found = JSON.parse(`[${reportOf(batch, at)}]`);
      return found.map(([number]) => String(module.catalogue()[number >> 1]));
    },

    /** @type {(batch: Batch, at: number) => string} */
    recipientOf: (batch, at) => textOf(span(batch, at, 4)),

    /** The cell that an issue is about. @type {(batch: Batch, at: number, column: string) => string | undefined} */
    cellAt(batch, at, column) {
      const index = named.find(({ name }) => name === column)?.column;
      const own = index ?? (header ?? []).indexOf(column);
      return cellsIn(recordOf(batch, at))[own];
    },

    /** @param {Found} found */
    rowOf({ batch, at, index, line, status, issues }) {
      const json = inputOf(batch, at);
      const input = once(() => parsed(json));
      const key = once(() => (input() === undefined ? undefined : keyOf(module, json)));
      const record = isTable ? recordOf(batch, at) : undefined;
      const cells = once(() => record && cellsIn(record));
      return {
        ...{ index, line, status },
        get input() {
          return input();
        },
        get key() {
          return key();
        },
        issues: errorsOf(issues),
        warnings: warningsOf(issues),
        get cells() {
          return cells();
        },
      };
    },

    /** @param {Found} found */
    readyOf({ batch, at, index, line }) {
      const json = inputOf(batch, at);
      const row = { index, line, key: keyOf(module, json), input: parsed(json) };
      return Object.freeze({ "~row": /** @type {const} */ (true), ...row });
    },
  };
}

/**
 * @param {() => T} make
 * @returns {() => T} Makes it when it is first asked for.
 * @template T
 */
function once(make) {
  /** @type {[T] | undefined} */
  let made;
  return () => {
    made ??= [make()];
    return made[0];
  };
}
