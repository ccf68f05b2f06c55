/**
 * Who has been met in a file: numbers in typed arrays, 24 bytes a number, and ids in a Map. Exact,
 * not a filter: a message that is held back for a recipient who is none would be lost.
 */

/** Tables that grow one by one: a large one would keep the page waiting while it is copied. */
const TABLES = 64;
const FIRST_SIZE = 16;

/**
 * @typedef {object} Recipients
 * @property {(number: number, line: number) => number} addNumber Gives the line where the number
 *   stood before; 0 where it did not, and then it is kept.
 * @property {(id: string, line: number) => number} addId The same of an id.
 */

/**
 * @param {number} seed Any whole number: who makes a file does not know which numbers collide.
 * @returns {Recipients}
 */
export function createRecipients(seed) {
  const tables = Array.from({ length: TABLES }, () => createTable(FIRST_SIZE));
  /** @type {Map<string, number>} */
  const ids = new Map();
  return {
    addNumber(number, line) {
      const hash = mix(number, seed);
      const at = hash % TABLES;
      const table = /** @type {Table} */ (tables[at]);
      const place = find(table, number, hash);
      const known = table.lines[place] ?? 0;
      if (known > 0) return known;
      put(table, place, number, line);
      if (table.count * 2 > table.lines.length) tables[at] = grown(table, seed);
      return 0;
    },

    addId(id, line) {
      const known = ids.get(id);
      if (known === undefined) ids.set(id, line);
      return known ?? 0;
    },
  };
}

/**
 * @typedef {{ keys: Float64Array, lines: Uint32Array, count: number }} Table Open addressing; the
 *   line 0 is an empty place.
 *
 * @param {number} size A power of two.
 * @returns {Table}
 */
const createTable = (size) => ({
  keys: new Float64Array(size),
  lines: new Uint32Array(size),
  count: 0,
});

/**
 * @param {number} number Up to 2^53.
 * @param {number} seed
 * @returns {number} 32 bits that look like chance.
 */
function mix(number, seed) {
  let hash = (number >>> 0) ^ Math.imul(Math.floor(number / 2 ** 32) + seed, 0x9e3779b1);
  hash = Math.imul(hash ^ (hash >>> 16) ^ seed, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * @param {Table} table
 * @param {number} number
 * @param {number} hash
 * @returns {number} The place of the number, or the empty one for it.
 */
function find({ keys, lines }, number, hash) {
  const last = lines.length - 1;
  let place = Math.floor(hash / TABLES) & last;
  while (lines[place] !== 0 && keys[place] !== number) place = (place + 1) & last;
  return place;
}

/**
 * @param {Table} table
 * @param {number} place
 * @param {number} number
 * @param {number} line
 */
function put(table, place, number, line) {
  table.keys[place] = number;
  table.lines[place] = line;
  table.count += 1;
}

/**
 * @param {Table} table
 * @param {number} seed
 */
function grown({ keys, lines }, seed) {
  const table = createTable(lines.length * 2);
  lines.forEach((line, index) => {
    const number = /** @type {number} */ (keys[index]);
    if (line > 0) put(table, find(table, number, mix(number, seed)), number, line);
  });
  return table;
}
