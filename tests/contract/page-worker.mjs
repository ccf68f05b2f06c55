/** A page that hands each case to a worker; of what kind, the page's fragment says. */

/**
 * @typedef {object} Worker
 * @property {string} scope How its global object calls itself.
 * @property {{ postMessage: (task: any, transfer: Transferable[]) => void }} target
 * @property {EventTarget} [source] Where an error of its script is told.
 */

/** @type {Record<string, () => Promise<Worker>>} */
const KINDS = {
  async dedicated() {
    const worker = new Worker("/worker.js", { type: "module" });
    return { scope: "[object DedicatedWorkerGlobalScope]", target: worker, source: worker };
  },
  async shared() {
    const worker = new SharedWorker("/worker.js", { type: "module" });
    worker.port.start();
    return { scope: "[object SharedWorkerGlobalScope]", target: worker.port, source: worker };
  },
  async service() {
    await navigator.serviceWorker.register("/worker.js", { type: "module" });
    const { active } = await navigator.serviceWorker.ready;
    if (!active) throw new Error("no service worker is active");
    return { scope: "[object ServiceWorkerGlobalScope]", target: active };
  },
};

const starting = KINDS[location.hash.slice(1)]?.();

/** @param {any} task */
async function runCase(task) {
  if (!starting) throw new Error(`no kind of worker is called ${location.hash}`);
  const { scope, target, source } = await starting;
  const channel = new MessageChannel();
  /** @type {any} */
  const answer = await new Promise((resolve, reject) => {
    channel.port1.onmessage = ({ data }) => resolve(data);
    source?.addEventListener("error", (event) =>
      reject(new Error(`the worker failed: ${/** @type {ErrorEvent} */ (event).message}`)),
    );
    target.postMessage(task, [channel.port2]);
  });
  if (answer.scope !== scope) throw new Error(`ran in ${answer.scope}`);
  return answer.problem;
}

Object.assign(globalThis, { runCase });
