/** Knows how large the memories of modules are: import it before the package. */

/** @type {WeakRef<WebAssembly.Memory>[]} */
let memories = [];

/** @param {WebAssembly.Instance} instance */
function noted(instance) {
  const { memory } = instance.exports;
  if (memory instanceof WebAssembly.Memory) memories.push(new WeakRef(memory));
  return instance;
}

const { Instance, instantiate } = WebAssembly;

/** Modules start by this, or by `instantiate`, and nobody else can see their memory. */
class WatchedInstance extends Instance {
  /** @param {WebAssembly.Module} module @param {WebAssembly.Imports} [imports] */
  constructor(module, imports) {
    super(module, imports);
    noted(this);
  }
}

Object.assign(WebAssembly, {
  Instance: WatchedInstance,
  instantiate: async (/** @type {any} */ ...given) => {
    const made = /** @type {any} */ (await Reflect.apply(instantiate, WebAssembly, given));
    noted(made.instance ?? made);
    return made;
  },
});

/** @returns {number} Bytes of all that are not collected yet. */
export function moduleBytes() {
  memories = memories.filter((memory) => memory.deref() !== undefined);
  return memories.reduce((sum, memory) => sum + (memory.deref()?.buffer.byteLength ?? 0), 0);
}

/** @returns {number} Bytes of the one that was started last. */
export const newestBytes = () => memories.at(-1)?.deref()?.buffer.byteLength ?? 0;
