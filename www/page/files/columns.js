/** Which column goes where: what is proposed, what was chosen instead, and what no column gives. */
import { keyOf, RECIPIENTS, toOf } from "./targets.js";
import { shortened } from "./words.js";

/**
 * @typedef {import("interakt-wasm/bulk").RowPlan} RowPlan
 * @typedef {import("./starts.js").Base} Base
 * @typedef {import("./targets.js").Place} Place
 * @typedef {import("./targets.js").Target} Target
 *
 * @typedef {Record<string, Target>} Columns As `checkRows` takes them.
 *
 * @typedef {object} Column
 * @property {string} key What `checkRows` calls it: its header, or its number from 1 where it has
 *   none of its own.
 * @property {string} title As the file has it, however long.
 * @property {string} name The same, to be shown.
 * @property {string[]} cells The first that hold something.
 * @property {Target | undefined} target
 */

/** Of a long cell the beginning tells enough. */
const LONGEST = 60;

/** How many cells of a column are shown. */
const SHOWN = 2;

/**
 * @param {RowPlan} plan
 * @param {ReadonlyMap<string, Target | undefined>} chosen What a person wants instead, by keys.
 * @returns {Column[]} In the order of the file.
 */
export function columnsOf({ names, header, sample, columns }, chosen) {
  return names.map((key, at) => {
    const title = header?.[at] || `Column ${at + 1}`;
    const target = chosen.has(key) ? chosen.get(key) : columns[key];
    const cells = sample.map((row) => row[at] ?? "").filter((cell) => cell.trim() !== "");
    return {
      key,
      title,
      name: shortened(title, LONGEST),
      cells: cells.slice(0, SHOWN).map((cell) => shortened(cell, LONGEST)),
      target,
    };
  });
}

/**
 * @param {readonly Column[]} columns
 * @returns {Columns}
 */
export function mappingOf(columns) {
  return Object.fromEntries(
    columns.flatMap(({ key, target }) => (target === undefined ? [] : [[key, target]])),
  );
}

/**
 * The same with another place for one column. A place has one column: the one that had it gets none.
 *
 * @param {readonly Column[]} columns
 * @param {string} key
 * @param {Target | undefined} target
 * @returns {Map<string, Target | undefined>} Everything chosen, then.
 */
export function choose(columns, key, target) {
  return new Map(
    columns.map((column) => {
      if (column.key === key) return [key, target];
      const isTaken =
        target !== undefined && column.target !== undefined && toOf(column.target) === toOf(target);
      return [column.key, isTaken ? undefined : column.target];
    }),
  );
}

/**
 * @param {readonly Place[]} places
 * @param {Target | undefined} target Where a column goes now, which may be a place of its own.
 * @returns {Place[]}
 */
export function offeredTo(places, target) {
  const isThere = places.some((place) => target && keyOf(place.target) === keyOf(target));
  if (target === undefined || isThere) return [...places];
  return [...places, { target, label: keyOf(target), group: "Proposed" }];
}

/**
 * @param {readonly Place[]} places
 * @param {readonly Column[]} columns
 * @returns {(Place & { path: import("./targets.js").Path })[]} What no column gives, and all rows have.
 */
export function sharedBy(places, columns) {
  const given = new Set(columns.flatMap(({ target }) => (target ? [toOf(target)] : [])));
  return places.flatMap((place) =>
    place.path && !given.has(toOf(place.target)) ? [{ ...place, path: place.path }] : [],
  );
}

/**
 * @param {readonly Place[]} places
 * @param {readonly Column[]} columns
 * @returns {boolean} Whether no column says whom a row is for, where one could.
 */
export function lacksRecipient(places, columns) {
  const isRecipient = (/** @type {Target} */ target) => RECIPIENTS.includes(toOf(target));
  const isOffered = places.some(({ target }) => isRecipient(target));
  return isOffered && !columns.some(({ target }) => target && isRecipient(target));
}
