/** What a value can stand in, and what stands between it and who reads it. */
import { HALF, Person, untouchable } from "./leaves.mjs";
import { CHANGING, descriptorsOf, isPlain } from "./plain.mjs";

/** @type {Record<string, (part: any) => unknown>} */
export const AROUND = {
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

export const TRAPS = ["get", "has", "ownKeys", "getPrototypeOf", "getOwnPropertyDescriptor"];
const TRAPS_THAT_CHANGE = ["set", "deleteProperty", "defineProperty", "setPrototypeOf"];
export const HOWS = ["throws", "throws later", "lies", "passes"];

/**
 * @param {any} part
 * @param {string} trap
 * @param {string} how
 */
export function trapped(part, trap, how) {
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
