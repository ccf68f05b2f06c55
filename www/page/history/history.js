/** What was sent in this tab, the newest first. It survives a reload, and ends with the tab. */
import { factsOf, LEFT } from "./entry.js";

/**
 * @typedef {import("./entry.js").Asked} Asked
 * @typedef {import("./entry.js").Entry} Entry
 * @typedef {import("./entry.js").Result} Result
 */

/** How many are kept. */
const KEPT = 50;

/** How many characters of all of them survive a reload, and of one with its answer. */
const MOST = 2_000_000;
const MOST_OF_ONE = 300_000;

/**
 * @param {import("../kept.js").Shelves} createShelf
 */
export function createHistory(createShelf) {
  const shelf = createShelf("history", MOST);
  /** The oldest first. @type {Map<string, Entry>} */
  const entries = new Map();
  /** @type {Map<string, File>} */
  const files = new Map();
  /** @type {() => void} */
  let onChange = () => {};

  for (const id of shelf.names()) {
    const entry = readEntry(id, shelf.get(id));
    if (entry) entries.set(id, entry);
    else shelf.remove(id);
  }

  /** @param {Entry} entry */
  function keep(entry) {
    entries.set(entry.id, entry);
    const text = JSON.stringify(entry);
    const { result: _, ...rest } = entry;
    shelf.put(entry.id, text.length > MOST_OF_ONE ? JSON.stringify(rest) : text);
    for (const id of [...entries.keys()].slice(0, -KEPT)) drop(id);
    onChange();
    return entry;
  }

  /** @param {string} id */
  function drop(id) {
    entries.delete(id);
    files.delete(id);
    shelf.remove(id);
  }

  return {
    /**
     * Something is about to be sent: should the page be left now, it is remembered.
     *
     * @param {Asked} asked
     * @param {File} [file]
     */
    begin(asked, file) {
      let id = String(asked.at);
      while (entries.has(id)) id += "+";
      if (file) files.set(id, file);
      return keep({ ...asked, id });
    },

    /**
     * @param {Entry} entry
     * @param {Result} result
     */
    end: (entry, result) => keep({ ...entry, facts: factsOf(result), result }),

    /** @returns {Entry[]} */
    all: () => [...entries.values()].reverse(),

    /** @param {string} id @returns {File | undefined} */
    fileOf: (id) => files.get(id),

    clear() {
      for (const id of [...entries.keys()]) drop(id);
      onChange();
    },

    /** @param {() => void} listener */
    watch(listener) {
      onChange = listener;
    },
  };
}

/**
 * @param {string} id
 * @param {string} [text]
 * @returns {Entry | undefined} Nothing for what is damaged.
 */
function readEntry(id, text = "") {
  try {
    const entry = JSON.parse(text);
    const texts = [entry.address, entry.operation, entry.title, entry.text, entry.to];
    const isWhole = entry.id === id && Number.isFinite(entry.at) && texts.every(isText);
    return isWhole ? { ...entry, facts: entry.facts ?? LEFT } : undefined;
  } catch {
    return undefined;
  }
}

/** @param {unknown} value */
const isText = (value) => typeof value === "string";
