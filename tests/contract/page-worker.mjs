/** A page that hands each case to a worker; of what kind, the page's fragment says. */

/**
 * @typedef {object} Started
 * @property {string} scope How the worker's global object calls itself.
 * @property {{ postMessage: (task: any, transfer: Transferable[]) => void }} target
 */

const SCRIPT = "/worker.js";

/** Rejects when the script of a worker fails; that of a service worker is not registered then. */
let failed = /** @type {Promise<never>} */ (new Promise(() => {}));

/** @param {EventTarget} worker */
function watch(worker) {
  failed = new Promise((_, reject) => {
    worker.addEventListener("error", (event) =>
      reject(new Error(`the worker failed: ${/** @type {ErrorEvent} */ (event).message}`)),
    );
  });
}

/** @type {Record<string, () => Promise<Started>>} */
const KINDS = {
  async dedicated() {
    const worker = new Worker(SCRIPT, { type: "module" });
    watch(worker);
    return { scope: "[object DedicatedWorkerGlobalScope]", target: worker };
  },
  async shared() {
    const worker = new SharedWorker(SCRIPT, { type: "module" });
    watch(worker);
    return { scope: "[object SharedWorkerGlobalScope]", target: worker.port };
  },
  async service() {
    await navigator.serviceWorker.register(SCRIPT, { type: "module" });
    const { active } = await navigator.serviceWorker.ready;
    if (!active) throw new Error("no service worker is active");
    return { scope: "[object ServiceWorkerGlobalScope]", target: active };
  },
};

const starting = KINDS[location.hash.slice(1)]?.();

/** @param {any} task */
async function runCase(task) {
  if (!starting) throw new Error(`no kind of worker is called ${location.hash}`);
  const { scope, target } = await starting;
  const channel = new MessageChannel();
  /** @type {Promise<any>} */
  const answered = new Promise((resolve) => {
    channel.port1.onmessage = ({ data }) => resolve(data);
  });
  target.postMessage(task, [channel.port2]);
  const answer = await Promise.race([answered, failed]);
  if (answer.scope !== scope) throw new Error(`ran in ${answer.scope}`);
  return answer.problem;
}

Object.assign(globalThis, { runCase });
