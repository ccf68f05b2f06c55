/**
 * Values that nobody hands to a package in earnest. What is drawn is a recipe, plain data that can be
 * printed and made again; each time it is made it is a value of its own, as some can be read but once.
 */
import fc from "fast-check";
import { AROUND, HOWS, TRAPS, trapped } from "./values/around.mjs";
import { HALF, LEAVES } from "./values/leaves.mjs";
import { descriptorsOf, isPlain } from "./values/plain.mjs";

export { untouchable } from "./values/leaves.mjs";
export { imprint } from "./values/plain.mjs";

/** @typedef {any} Recipe A name, or a list of a name and what belongs to it. */

/**
 * @param {Recipe} recipe
 * @returns {any} The value, made anew.
 */
export function make(recipe) {
  const [name, ...rest] = [recipe].flat(1);
  const leaf = LEAVES[name];
  if (leaf && rest.length === 0) return leaf();
  const around = AROUND[name];
  if (around) return around(make(rest[0]));
  if (name === "trap") return trapped(make(rest[2]), rest[0], rest[1]);
  if (name === "entries") {
    const made = {};
    for (const [key, part] of rest[0]) {
      const property = { value: make(part), enumerable: true, configurable: true, writable: true };
      Object.defineProperty(made, key, property);
    }
    return made;
  }
  if (name === "items") return rest[0].map(make);
  throw new Error(`nobody knows how to make ${name}`);
}

/** Keys that mean something to somebody. */
const KEYS = [
  ...["userId", "fullPhoneNumber", "phoneNumber", "countryCode", "type", "data", "template"],
  ...[
    "traits",
    "tags",
    "message",
    "bodyValues",
    "buttonValues",
    "fallback",
    "callbackData",
    "file",
  ],
  ...["name", "path", "code", "outcome", "status", "id", "severity", "params", "headers", "body"],
  ...["__proto__", "constructor", "prototype", "toString", "valueOf", "toJSON", "then", "length"],
  ...["", "0", "-1", "a.b", HALF, "apiKey", "baseUrl", "fetch", "messages", "templates", "issues"],
];

/** @type {fc.Arbitrary<Recipe>} */
const recipes = /** @type {any} */ (
  fc.letrec((/** @type {(name: string) => fc.Arbitrary<any>} */ tie) => ({
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      { weight: 5, arbitrary: fc.constantFrom(...Object.keys(LEAVES)) },
      {
        weight: 3,
        arbitrary: fc.tuple(fc.constantFrom(...Object.keys(AROUND)), tie("value")),
      },
      {
        weight: 2,
        arbitrary: fc.tuple(
          fc.constant("trap"),
          fc.constantFrom(...TRAPS),
          fc.constantFrom(...HOWS),
          tie("value"),
        ),
      },
      {
        weight: 2,
        arbitrary: fc.tuple(
          fc.constant("entries"),
          fc.array(fc.tuple(fc.constantFrom(...KEYS), tie("value")), { maxLength: 5 }),
        ),
      },
      {
        weight: 1,
        arbitrary: fc.tuple(fc.constant("items"), fc.array(tie("value"), { maxLength: 4 })),
      },
    ),
  }))
).value;

/** Of any value. */
export const recipe = recipes;

/**
 * A change of something good: at one of its places stands a value, or it stands in one.
 *
 * @typedef {{ at: number, how: "instead" | "beside" | "trap" | "around", key: string, trap: string,
 *   does: string, recipe: Recipe, around: string }} Spot
 */
export const spot = fc.record({
  at: fc.nat(200),
  how: fc.constantFrom(...["instead", "instead", "beside", "trap", "around"]),
  key: fc.constantFrom(...KEYS),
  trap: fc.constantFrom(...TRAPS),
  does: fc.constantFrom(...HOWS),
  around: fc.constantFrom(...Object.keys(AROUND)),
  recipe: recipes,
});

/**
 * @param {unknown} good Plain data.
 * @param {readonly Spot[]} spots
 */
export function spoil(good, spots) {
  const whole = { root: structuredClone(good) };
  for (const one of spots) {
    /** @type {{ holder: any, key: string }[]} */
    const places = [];
    /** @param {any} holder */
    const walk = (holder) => {
      for (const [key, { value, writable }] of Object.entries(descriptorsOf(holder))) {
        if (!writable || (Array.isArray(holder) && key === "length")) continue;
        places.push({ holder, key });
        if (places.length < 300 && isPlain(value)) walk(value);
      }
    };
    walk(whole);
    const place = places[one.at % places.length];
    if (!place) continue;
    const { holder, key } = place;
    const value = holder[key];
    // Where it has been frozen with what was put into it, it stays as it is.
    if (one.how === "instead") Reflect.set(holder, key, make(one.recipe));
    else if (one.how === "trap") Reflect.set(holder, key, trapped(value, one.trap, one.does));
    else if (one.how === "around") Reflect.set(holder, key, AROUND[one.around]?.(value));
    else if (isPlain(value) && Object.isExtensible(value)) {
      const known = Object.getOwnPropertyDescriptor(value, one.key);
      if (known && !known.configurable) continue;
      const property = { value: make(one.recipe), enumerable: true, configurable: true };
      Object.defineProperty(value, one.key, property);
    }
  }
  return whole.root;
}
