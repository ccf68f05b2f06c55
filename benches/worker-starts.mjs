/** Starts Workers that workerd has not seen before, and says how long each took. */
import { Miniflare } from "miniflare";

const DATE = "2026-01-01";

/** Is handed Workers by name, and then starts so many of one as it is asked to, one after the other. */
const HOST = `
const kept = new Map();
const bytesOf = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)).buffer;
let started = 0;
export default {
  async fetch(request, { LOADER }) {
    const { name, main, modules, url, headers, wanted, batch } = await request.json();
    if (modules) {
      const made = modules.map(([path, { js, wasm }]) => [path, js ? { js } : { wasm: bytesOf(wasm) }]);
      kept.set(name, { mainModule: main, modules: Object.fromEntries(made) });
      return Response.json(null);
    }
    const begin = performance.now();
    for (let time = 0; time < batch; time += 1) {
      started += 1;
      const code = { compatibilityDate: "${DATE}", ...kept.get(name) };
      const worker = LOADER.get(String(started), () => code);
      const answer = await worker.getEntrypoint().fetch(url, { headers });
      const got = answer.status + " " + (await answer.text());
      if (!got.startsWith(wanted)) throw new Error("it answered " + got);
    }
    return Response.json((performance.now() - begin) / batch);
  },
};`;

/**
 * @typedef {[path: string, content: { js: string } | { wasm: string }]} Module Of wasm in base64.
 *
 * @typedef {object} Asked
 * @property {string} url
 * @property {Record<string, string>} [headers]
 * @property {string} wanted How status and body of each answer begin, with a blank between them.
 * @property {number} [batch] How many are started: workerd's clock tells whole milliseconds.
 */

/** @param {Asked} asked Of each Worker. */
export function createStarts({ batch = 1, ...asked }) {
  const miniflare = new Miniflare({
    modules: [{ type: "ESModule", path: "host.mjs", contents: HOST }],
    compatibilityDate: DATE,
    workerLoaders: { LOADER: {} },
  });

  /** @param {object} task @returns {Promise<any>} */
  async function ask(task) {
    const body = JSON.stringify(task);
    const response = await miniflare.dispatchFetch("http://host.example/", {
      ...{ method: "POST", body },
    });
    if (!response.ok) throw new Error(await response.text());
    return response.json();
  }

  return {
    /** @param {string} name @param {string} main The path of its module. @param {Module[]} modules */
    keep: (name, main, modules) => ask({ name, main, modules }),
    /** Milliseconds that a Worker took, until it had answered. @param {string} name */
    start: (name) => ask({ name, batch, ...asked }),
    stop: () => miniflare.dispose(),
  };
}
