/**
 * Makes the package's module trap, from outside of the package: what it instantiates is wrapped, so
 * that a function that is named really traps. Runs in every runtime that the tests run in.
 */

/**
 * What a module does in place of what it was asked for. It has to trap.
 *
 * @callback Way
 * @param {any} exports Of the instance that was asked.
 * @returns {unknown}
 */

/**
 * More memory than there can be: what fails in a module whose memory cannot grow. It ends within
 * the function that gives the room, which the instance then takes to be at work for ever.
 *
 * @type {Way}
 */
export const outOfMemory = (exports) => exports.room(-1);

/**
 * Three functions, of which each traps in its own way:
 *
 *     (func (export "unreachable") unreachable)
 *     (func (export "outside") (drop (i32.load (i32.const -1))))
 *     (func (export "endless") (call 2))
 *
 * @returns {any}
 */
function trapping() {
  const named = (/** @type {string} */ name, /** @type {number} */ index) => [
    name.length,
    ...new TextEncoder().encode(name),
    ...[0, index],
  ];
  const names = [named("unreachable", 0), named("outside", 1), named("endless", 2)].flat();
  const bytes = [
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 4, 1, 0x60, 0, 0],
    ...[3, 4, 3, 0, 0, 0],
    ...[5, 3, 1, 0, 1],
    ...[7, names.length + 1, 3, ...names],
    ...[10, 19, 3],
    ...[3, 0, 0x00, 0x0b],
    ...[8, 0, 0x41, 0x7f, 0x28, 2, 0, 0x1a, 0x0b],
    ...[4, 0, 0x10, 2, 0x0b],
  ];
  const module = new WebAssembly.Module(new Uint8Array(bytes));
  return new WebAssembly.Instance(module).exports;
}

/** Where WebAssembly may be made of bytes. @type {Record<string, Way>} */
export const WAYS = {
  "out of memory": outOfMemory,
  unreachable: () => trapping().unreachable(),
  "outside of the memory": () => trapping().outside(),
  "too much recursion": () => trapping().endless(),
};

/**
 * @typedef {object} Traps
 * @property {number} instances How many the package has made.
 * @property {string[]} late What was called of an instance that had trapped.
 * @property {(name: string, options?: { way?: Way, nth?: number }) => void} set The function with
 *   this name traps, the next time or the nth time that it is called, and then never again.
 * @property {boolean} isSet Whether one is still to come.
 * @property {() => void} end Leaves WebAssembly as it was.
 */

/** @returns {Traps} */
export function createTraps() {
  /** @type {any} */
  const web = WebAssembly;
  const { Instance, instantiate } = web;
  /** @type {{ name: string, way: Way, left: number } | undefined} */
  let plan;
  /** @type {Traps} */
  const traps = {
    instances: 0,
    late: [],
    set(name, { way = outOfMemory, nth = 1 } = {}) {
      plan = { name, way, left: nth };
    },
    get isSet() {
      return plan !== undefined;
    },
    end() {
      Object.assign(web, { Instance, instantiate });
    },
  };

  /** @param {any} instance */
  function wrap(instance) {
    const { exports } = instance;
    // Another's: Node has modules of its own.
    if (typeof exports?.room !== "function") return instance;
    traps.instances += 1;
    let isBroken = false;
    const own = { ...exports };
    for (const [name, call] of Object.entries(exports)) {
      if (typeof call !== "function") continue;
      own[name] = (/** @type {unknown[]} */ ...given) => {
        if (isBroken) traps.late.push(name);
        if (plan?.name === name) plan.left -= 1;
        if (plan?.left === 0) {
          const { way } = plan;
          plan = undefined;
          isBroken = true;
          way(exports);
          throw new Error(`${name} did not trap`);
        }
        return call(...given);
      };
    }
    return { exports: own };
  }

  web.Instance = new Proxy(Instance, {
    construct: (_, given) => wrap(new Instance(...given)),
  });
  web.instantiate = async (/** @type {any[]} */ ...given) => wrap(await instantiate(...given));
  return traps;
}
