/** What was typed and picked, by the address of the example it began with. */

/** How many characters of texts survive a reload. */
const MOST = 1_000_000;

/**
 * @typedef {object} Draft
 * @property {string} text
 * @property {string} [file] The name of the one that was picked: files do not survive a reload.
 */

/**
 * @param {import("./kept.js").Shelves} createShelf
 */
export function createDrafts(createShelf) {
  const shelf = createShelf("drafts", MOST);
  /** @type {Map<string, File>} */
  const files = new Map();

  /** @param {string} address @returns {Draft | undefined} */
  function read(address) {
    try {
      const { text, file } = JSON.parse(shelf.get(address) ?? "");
      if (typeof text !== "string") return undefined;
      return typeof file === "string" ? { text, file } : { text };
    } catch {
      return undefined;
    }
  }

  return {
    /** @param {string} address */
    textAt: (address) => read(address)?.text,

    /** @param {string} address @returns {File | undefined} */
    fileAt: (address) => files.get(address),

    /**
     * @param {string} address
     * @returns {string | undefined} The name of a file that was picked, and was lost on a reload.
     */
    lostAt: (address) => (files.has(address) ? undefined : read(address)?.file),

    /**
     * @param {string} address
     * @param {string} text
     */
    write(address, text) {
      shelf.put(address, JSON.stringify({ ...read(address), text }));
    },

    /**
     * @param {string} address
     * @param {string} text That goes with it.
     * @param {File | { name: string }} file Or its name, where it is lost.
     */
    pick(address, text, file) {
      if (file instanceof File) files.set(address, file);
      else files.delete(address);
      shelf.put(address, JSON.stringify({ text, file: file.name }));
    },

    /** @param {string} address */
    drop(address) {
      files.delete(address);
      shelf.remove(address);
    },
  };
}
