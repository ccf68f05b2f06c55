/** Values of JSON of every kind, and what changes them: for tests that draw by chance. */

/** @typedef {(below: number) => number} Random */
/** @typedef {(string | number)[]} Path */

/** @template T @param {Random} random @param {readonly T[]} list @returns {T} */
export const one = (random, list) => /** @type {T} */ (list[random(list.length)]);

export const KEYS = [
  "a",
  "b",
  "type",
  "",
  "0",
  "10",
  "__proto__",
  'q"\\',
  "é🙂",
  "\u2028",
  "constructor",
];
export const PLAIN = [
  0,
  -1.5e30,
  1e-7,
  true,
  false,
  null,
  "",
  "x",
  '"}],{[',
  "\\\n\t\u0000",
  "🙂",
  "__proto__",
];

/** @param {Random} random @param {number} [depth] @returns {any} */
export function anything(random, depth = 3) {
  const kind = random(depth > 0 ? 4 : 2);
  if (kind < 2) return one(random, PLAIN);
  const values = Array.from({ length: random(4) }, () => anything(random, depth - 1));
  if (kind === 2) return values;
  return Object.fromEntries(values.map((value) => [one(random, KEYS), value]));
}

/**
 * @param {unknown} value
 * @param {Path} [path]
 * @returns {[path: Path, value: any][]} All that stands in it, itself first.
 */
export function partsOf(value, path = []) {
  const inner =
    typeof value !== "object" || value === null
      ? []
      : Object.entries(value).flatMap(([key, held]) =>
          partsOf(held, [...path, Array.isArray(value) ? Number(key) : key]),
        );
  return [[path, value], ...inner];
}

/**
 * @param {any} value
 * @param {Path} path
 * @param {(held: any, key: any) => any} change Of the holder: gives what is there instead.
 * @returns {any}
 */
export function withChange(value, path, change) {
  const [step, ...rest] = path;
  if (rest.length === 0) return change(value, step);
  const inner = withChange(
    Object.hasOwn(value, step ?? "") ? value[step ?? ""] : undefined,
    rest,
    change,
  );
  return put(value, step, inner);
}

/** @param {any} holder @param {any} key @param {unknown} value */
export function put(holder, key, value) {
  if (Array.isArray(holder)) return holder.with(key, value);
  return Object.fromEntries([
    ...Object.entries(holder).filter(([other]) => other !== key),
    [key, value],
  ]);
}
