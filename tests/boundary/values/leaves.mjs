/** Values that have no others in them that anybody chose. */
import vm from "node:vm";

export const HALF = "\ud83d";

export class Person {
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
export const LEAVES = {
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
