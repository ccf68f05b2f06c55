/**
 * Which character stands for what in a text that will be compressed.
 *
 * Brotli guesses a character of a text by the two before it, of which it only sees the kind (RFC 7932,
 * 7.1). So it matters which symbols look alike to it: here those are given characters of one kind
 * after which the same things come.
 */

/** What it tells apart of the last character; what is not listed is one more. */
const NEAR = [
  ...[" ", "\"'", "%", "(<[{", ")>]}", ",:;", ".", "=", "0123456789"],
  ...["AEIOU", "BCDFGHJKLMNPQRSTVWXYZ", "aeiou", "bcdfghjklmnpqrstvwxyz"],
];

/** What it tells apart of the one before. */
const FAR = [" ", "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ", "abcdefghijklmnopqrstuvwxyz"];

/** What comes more often in a row is repeated rather than guessed. */
const MOST = 8;

/** Going through all pairs once more brings next to nothing. */
const SWEEPS = 2;

/**
 * @param {number[]} symbols The text, as places in a list that is as long as the alphabet.
 * @param {string} alphabet
 * @returns {string[]} The character for each place.
 */
export function arrange(symbols, alphabet) {
  const near = [...alphabet].map((each) => NEAR.findIndex((kind) => kind.includes(each)) + 1);
  const far = [...alphabet].map((each) => FAR.findIndex((kind) => kind.includes(each)) + 1);
  /** The place in the alphabet of each symbol's character. */
  const places = [...alphabet].map((_, place) => place);
  const rows = rowsOf(symbols, alphabet.length);
  const cost = createCost(near.length * (NEAR.length + 1) * (FAR.length + 1));

  /** @param {Row} row @param {number} count */
  function count({ before, last, next }, count) {
    const kind = near[places[last] ?? 0] ?? 0;
    const context = kind * (FAR.length + 1) + (far[places[before] ?? 0] ?? 0);
    cost.add(context, context * alphabet.length + next, count);
  }

  /** @param {number} one @param {number} other */
  function swap(one, other) {
    const touched = rows.touching(one, other);
    for (const row of touched) count(row, -row.times);
    [places[one], places[other]] = [places[other] ?? 0, places[one] ?? 0];
    for (const row of touched) count(row, row.times);
  }

  /** @param {number} symbol */
  const kindOf = (symbol) => [near, far].map((kinds) => kinds[places[symbol] ?? 0]).join();

  for (const row of rows.all) count(row, row.times);
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let one = 1; one < places.length; one += 1) {
      for (let other = 0; other < one; other += 1) {
        if (kindOf(one) === kindOf(other)) continue;
        const before = cost.sum();
        swap(one, other);
        if (cost.sum() >= before) swap(one, other);
      }
    }
  }
  return places.map((place) => alphabet[place] ?? "");
}

/**
 * @typedef {{ before: number, last: number, next: number, times: number }} Row Three symbols that
 *   stand in a row so many times.
 *
 * @param {number[]} symbols
 * @param {number} size How many there are.
 */
function rowsOf(symbols, size) {
  /** @type {Map<number, Row>} */
  const known = new Map();
  for (let at = 2; at < symbols.length; at += 1) {
    const [before = 0, last = 0, next = 0] = symbols.slice(at - 2, at + 1);
    const key = (before * size + last) * size + next;
    const row = known.get(key) ?? { before, last, next, times: 0 };
    row.times = Math.min(row.times + 1, MOST);
    known.set(key, row);
  }
  const all = [...known.values()];
  /** @param {Row} row @param {number} symbol */
  const has = ({ before, last }, symbol) => before === symbol || last === symbol;
  const bySymbol = Array.from({ length: size }, (_, symbol) =>
    all.filter((row) => has(row, symbol)),
  );
  return {
    all,
    /** Those that one of two symbols decides about. @param {number} one @param {number} other */
    touching(one, other) {
      const [first = [], second = []] = [bySymbol[one], bySymbol[other]];
      return first.concat(second.filter((row) => !has(row, one)));
    },
  };
}

/**
 * How many bits symbols take that are guessed by their context, as entropy has it.
 *
 * @param {number} size
 */
function createCost(size) {
  const [counts, totals] = [new Uint32Array(size), new Uint32Array(size)];
  /** Whole numbers, so that a sum that comes back is the same: a 4,096th of a bit. */
  const bits = (/** @type {number} */ times) =>
    times > 1 ? Math.round(times * Math.log2(times) * 4096) : 0;
  let sum = 0;
  return {
    sum: () => sum,
    /** @param {number} context @param {number} place @param {number} times */
    add(context, place, times) {
      const [total = 0, count = 0] = [totals[context], counts[place]];
      sum += bits(total + times) - bits(total) + bits(count) - bits(count + times);
      totals[context] = total + times;
      counts[place] = count + times;
    },
  };
}
