/**
 * Values that nobody hands to a package in earnest. What is drawn is a recipe, plain data that can be
 * printed and made again; each time it is made it is a value of its own, as some can be read but once.
 */
import { types } from "node:util";
import vm from "node:vm";
import fc from "fast-check";

/** @typedef {any} Recipe A name, or a list of a name and what belongs to it. */

const HALF = "\ud83d";

/** What changes by itself. @type {WeakSet<object>} */
const CHANGING = new WeakSet();

class Person {
  userId = "1";
  traits = { name: "Asha" };
  get fullPhoneNumber() {
    return "919876543210";
  }
}

const throws = () => {
  throw new Error("mine");
};

/** What everything throws at. */
export const untouchable = () =>
  new Proxy(
    () => {},
    Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, throws])),
  );

/** @param {unknown} [target] */
function revoked(target = {}) {
  const { proxy, revoke } = Proxy.revocable(/** @type {object} */ (target), {});
  revoke();
  return proxy;
}

function detached() {
  const buffer = new ArrayBuffer(8);
  const bytes = new Uint8Array(buffer);
  structuredClone(buffer, { transfer: [buffer] });
  return { buffer, bytes };
}

/** @param {() => void} then */
const thenable = (then) => Object.fromEntries(["then"].map((name) => [name, then]));

/** @param {string} code Of an expression, in a realm of its own. */
const foreign = (code) => vm.runInContext(code, REALM);
const REALM = vm.createContext({});

/** @type {Record<string, () => unknown>} */
const LEAVES = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  zero: () => 0,
  "minus zero": () => -0,
  half: () => 0.5,
  "a great number": () => 1e300,
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  "a bigint": () => 12345678901234567890n,
  "a symbol": () => Symbol("mine"),
  "no text": () => "",
  spaces: () => " \t\r\n\u00a0\u2028",
  "a text": () => "Asha",
  "a phone": () => "+91 98765 43210",
  country: () => "IN",
  "a type": () => "Template",
  __proto__: () => "__proto__",
  "half a character": () => HALF,
  "the other half": () => "\udc00",
  "a NUL": () => "a\u0000b",
  "a mark": () => "\ufeff{}",
  "text of JSON": () => '{"__proto__":{"polluted":1},"userId":"1"}',
  "broken JSON": () => '{"userId":"1"',
  "a long text": () => "x".repeat(20_000),
  "long digits": () => "9".repeat(20_000),
  "a URL": () => "https://example.com/a.jpg",
  "a function": () => () => "mine",
  "a class": () => Person,
  "a generator": () =>
    (function* () {
      yield "mine";
    })(),
  arguments: () =>
    (function () {
      // biome-ignore lint/complexity/noArguments: it is what is wanted
      return arguments;
    })(),
  "a class's own": () => new Person(),
  "a date": () => new Date(0),
  "no date": () => new Date(Number.NaN),
  "a map": () => new Map([["userId", "1"]]),
  "a set": () => new Set(["a"]),
  "a weak map": () => new WeakMap(),
  "a pattern": () => /a/g,
  bytes: () => new Uint8Array([123, 125]),
  "a buffer": () => new ArrayBuffer(4),
  "a shared buffer": () => new SharedArrayBuffer(4),
  "a buffer that is gone": () => detached().buffer,
  "bytes that are gone": () => detached().bytes,
  "a view of data": () => new DataView(new ArrayBuffer(4)),
  floats: () => new Float64Array([Number.NaN, -0]),
  "a Buffer": () => Buffer.from("{}"),
  "a promise": () => Promise.resolve({ userId: "1" }),
  "a promise that never ends": () => new Promise(() => {}),
  "what throws when awaited": () => thenable(throws),
  "what never ends when awaited": () => thenable(() => {}),
  "an error": () => new TypeError("mine"),
  "an error with a getter": () => Object.defineProperty(new Error("mine"), "code", { get: throws }),
  "a boxed text": () => new String("Asha"),
  "a boxed number": () => new Number(Number.NaN),
  "a boxed bigint": () => Object(1n),
  "a boxed symbol": () => Object(Symbol("mine")),
  "an address": () => new URL("https://example.com/"),
  "a query": () => new URLSearchParams("userId=1&traits.name=a&tags=a&tags=b"),
  "a form": () => {
    const form = new FormData();
    form.append("userId", "1");
    form.append("file", new Blob(["a"]), "a.png");
    return form;
  },
  "a blob": () => new Blob(["{}"], { type: "image/png" }),
  "a file": () => new File(["{}"], "a.png", { type: "image/png" }),
  headers: () => new Headers({ "retry-after": "1" }),
  "a request": () => new Request("https://example.com/", { method: "POST", body: "{}" }),
  "a response": () => new Response("{}"),
  "a signal": () => AbortSignal.abort(),
  "a signal that is none": () => ({ aborted: false, addEventListener: throws }),
  revoked: () => revoked(),
  "a revoked list": () => revoked([]),
  "a revoked function": () => revoked(() => {}),
  untouchable,
  "without a prototype": () => Object.assign(Object.create(null), { userId: "1" }),
  "of another realm": () => foreign('({ userId: "1", traits: { a: [1, "b"] } })'),
  "a list of another realm": () => foreign("[1, , 3]"),
  "a date of another realm": () => foreign("new Date(NaN)"),
  "bytes of another realm": () => foreign("new Uint8Array([123, 125])"),
  "an error of another realm": () => foreign('new RangeError("mine")'),
  "a hole": () => new Array(1),
  "many holes": () => new Array(2 ** 32 - 1),
  "a list that has more": () => Object.assign([1], { more: 1, toJSON: undefined }),
  "a list without a prototype": () => Object.setPrototypeOf(["a"], null),
  "no list": () => Object.create(Array.prototype, { length: { value: 2 ** 53 } }),
  "deep lists": () => JSON.parse("[".repeat(3000) + "]".repeat(3000)),
  "deep objects": () => JSON.parse('{"a":'.repeat(3000) + "1".concat("}".repeat(3000))),
  "many parts": () => sharedParts(10),
  "names of objects": () =>
    JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}'),
  "methods of objects": () => ({ hasOwnProperty: 1, toString: 1, valueOf: 1, toJSON: 1 }),
  "no primitive": () => ({ [Symbol.toPrimitive]: throws }),
  "a false tag": () => ({ [Symbol.toStringTag]: "File", size: 0, name: "" }),
  "a tag that throws": () => ({
    get [Symbol.toStringTag]() {
      return throws();
    },
  }),
  "an error of ours": () => ({
    name: "ApiError",
    code: "internal",
    outcome: "refused",
    status: 200,
    message: "mine",
  }),
};

/** A list in a list, twice in each: as a tree it has more ends than there are atoms. @param {number} depth */
function sharedParts(depth) {
  /** @type {unknown} */
  let part = "a";
  for (let level = 0; level < depth; level += 1) part = [part, part];
  return part;
}

/** @type {Record<string, (part: any) => unknown>} */
const AROUND = {
  frozen: deepFrozen,
  "in a list": (part) => [part],
  "in a sparse list": (part) => {
    const list = new Array(5);
    list[3] = part;
    return list;
  },
  "twice in a list": (part) => [part, part],
  "in an object": (part) => ({ userId: part, message: part, traits: part }),
  "under __proto__": (part) =>
    Object.defineProperty({}, "__proto__", { value: part, enumerable: true, writable: true }),
  "under half a character": (part) => ({ [HALF]: part }),
  "as a prototype": (part) => (Object(part) === part ? Object.create(part) : part),
  "where it is hidden": (part) => Object.defineProperty({ userId: "1" }, "traits", { value: part }),
  "what toJSON gives": (part) => ({ toJSON: () => part }),
  "beside what toJSON is": (part) => ({ toJSON: part, userId: "1" }),
  "behind a getter": (part) => ({
    get userId() {
      return part;
    },
    get traits() {
      return part;
    },
  }),
  "only the first time": (part) => {
    let times = 0;
    return Object.defineProperty({}, "userId", {
      enumerable: true,
      get: () => (times++ === 0 ? "1" : part),
    });
  },
  "what a getter throws": (part) => ({
    get userId() {
      throw part;
    },
  }),
  "while its object changes": (part) => {
    /** @type {any} */
    const object = { type: "Text", userId: "1" };
    const change = () => {
      object.type = part;
      object.data = part;
      delete object.userId;
      object[`more${Object.keys(object).length}`] = part;
      return "a";
    };
    CHANGING.add(object);
    return Object.defineProperty(object, "callbackData", { enumerable: true, get: change });
  },
  "in a circle": (part) => {
    /** @type {any} */
    const object = { part };
    object.traits = object;
    object.data = [object];
    return object;
  },
  "in a class": (part) => Object.assign(new Person(), { traits: part }),
  "in a map": (part) => new Map([[part, part]]),
  "a promise of it": (part) => {
    const promise = new Promise((resolve) => resolve(part));
    // Nobody may have asked for it.
    promise.catch(() => {});
    return promise;
  },
  "how it is iterated": (part) => ({ [Symbol.iterator]: () => part }),
  "as a list of its own kind": (part) => {
    class List extends Array {}
    return List.from([part]);
  },
};

/** @param {any} part */
function deepFrozen(part) {
  const found = new Set([part]);
  // Grows while it is walked.
  for (const each of found) {
    if (!isPlain(each)) continue;
    for (const { value } of Object.values(descriptorsOf(each))) found.add(value);
    Object.freeze(each);
  }
  return part;
}

const TRAPS = ["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor"];
const TRAPS_THAT_CHANGE = ["set", "deleteProperty", "defineProperty", "setPrototypeOf"];
const HOWS = ["throws", "throws later", "lies", "passes"];

/**
 * @param {any} part
 * @param {string} trap
 * @param {string} how
 */
function trapped(part, trap, how) {
  if (Object(part) !== part) return part;
  let times = 0;
  /** @type {any} */
  const handler = {};
  for (const name of TRAPS_THAT_CHANGE) {
    handler[name] = () => {
      throw new Error("what is given must not be changed");
    };
  }
  handler[trap] = (/** @type {any[]} */ ...args) => {
    times += 1;
    if (how === "throws" || (how === "throws later" && times > 2)) throw new Error("mine");
    const truth = /** @type {any} */ (Reflect)[trap](...args);
    if (how !== "lies") return truth;
    switch (trap) {
      case "get":
        return times % 3 === 0 ? untouchable() : truth;
      case "has":
        return !truth;
      case "ownKeys":
        return [...truth, "userId", "fullPhoneNumber", "__proto__"].filter(
          (key, at, all) => all.indexOf(key) === at,
        );
      case "getPrototypeOf":
        return times % 2 === 0 ? null : Person.prototype;
      default:
        return { value: times, enumerable: true, configurable: true };
    }
  };
  return new Proxy(part, handler);
}

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

/** @param {object} value */
const descriptorsOf = (value) => Object.getOwnPropertyDescriptors(value);

/** @param {any} value @returns {value is object} An object or a list that does nothing by itself. */
function isPlain(value) {
  if (typeof value !== "object" || value === null) return false;
  if (types.isProxy(value) || CHANGING.has(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || prototype === Array.prototype;
}

/** So many parts are looked at. */
const MOST_PARTS = 1000;

/**
 * What plain parts of a value are, without running any code of it.
 *
 * @param {unknown} value
 */
export function imprint(value) {
  /** @type {string[]} */
  const parts = [];
  const found = new Set([value]);
  // Grows while it is walked.
  for (const part of found) {
    if (parts.length > MOST_PARTS) break;
    if (!isPlain(part)) {
      parts.push(Object(part) === part ? typeof part : `${typeof part} ${String(part)}`);
      continue;
    }
    parts.push(`${Array.isArray(part)} ${Object.isFrozen(part)}`);
    const own = /** @type {any} */ (descriptorsOf(part));
    for (const key of Reflect.ownKeys(own).slice(0, MOST_PARTS)) {
      parts.push(String(key), "value" in own[key] ? "a value" : "a getter");
      found.add(own[key].value);
    }
  }
  return parts.join("\n");
}
