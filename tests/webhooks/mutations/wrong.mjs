/** Values of the wrong type, as close to the right one as they can be. */

/** Whatever is done with it throws. */
const HOSTILE = new Proxy(
  {},
  {
    get() {
      return () => {
        throw new Error("nobody may look into this");
      };
    },
  },
);

/** @param {object} target */
const revoked = (target) => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};

/**
 * What is wrong in every place, by what it is.
 * @type {Record<string, (right: string) => unknown>}
 */
export const WRONG = {
  undefined: () => undefined,
  null: () => null,
  true: () => true,
  false: () => false,
  0: () => 0,
  NaN: () => Number.NaN,
  "a bigint": () => 1n,
  "a symbol": (right) => Symbol(right),
  "a function": (right) => () => right,
  "an object": () => ({}),
  "an object that reads the same": (right) => ({ toString: () => right, valueOf: () => right }),
  "a String": (right) => new String(right),
  "a list of it": (right) => [right],
  "an empty list": () => [],
  "a promise of it": (right) => Promise.resolve(right),
  "an object that throws": () => new Proxy({}, HOSTILE),
  "a function that throws": () => new Proxy(() => {}, HOSTILE),
  "a revoked proxy": () => revoked({}),
  "a revoked proxy of a function": () => revoked(() => {}),
};

/**
 * What is wrong as a body, besides.
 * @type {Record<string, (right: string) => unknown>}
 */
export const WRONG_BODIES = {
  ...WRONG,
  "the payload": (right) => JSON.parse(right),
  "a list of bytes": (right) => [...new TextEncoder().encode(right)],
  "a Blob": (right) => new Blob([right]),
  "a proxy of bytes": (right) => new Proxy(new TextEncoder().encode(right), {}),
  "a revoked proxy of bytes": (right) => revoked(new TextEncoder().encode(right)),
  "an object that calls itself bytes": () => ({ [Symbol.toStringTag]: "ArrayBuffer" }),
  "bytes that were given away": (right) => {
    const { buffer } = new TextEncoder().encode(right);
    structuredClone(buffer, { transfer: [buffer] });
    return buffer;
  },
};

/**
 * What is wrong where bytes are not taken.
 * @type {Record<string, (right: string) => unknown>}
 */
export const WRONG_TEXTS = {
  ...WRONG,
  "its bytes": (right) => new TextEncoder().encode(right),
  "a buffer of its bytes": (right) => new TextEncoder().encode(right).buffer,
};
