/** A Worker whose requests share one book of templates, kept in memory and in Workers KV. */
import { createTemplateBook, Interakt, isValidationError } from "interakt-wasm";

/** @type {{ interakt: Interakt, kept: import("interakt-wasm").KeptTemplateBook } | undefined} */
let shared;

/**
 * @typedef {object} Env
 * @property {string} API_KEY
 * @property {string} BASE_URL
 * @property {number} MAX_AGE_MS
 * @property {import("interakt-wasm").TemplateStore} STORE
 */

/** @param {Env} env */
function start({ API_KEY, BASE_URL, MAX_AGE_MS, STORE }) {
  const interakt = new Interakt({ apiKey: API_KEY, baseUrl: BASE_URL, maxRetries: 0 });
  const load = () => interakt.loadTemplates();
  return { interakt, kept: createTemplateBook({ load, maxAgeMs: MAX_AGE_MS, store: STORE }) };
}

export default {
  /**
   * @param {Request} request
   * @param {Env} env
   * @param {{ waitUntil: (promise: Promise<unknown>) => void }} context
   */
  async fetch(request, env, context) {
    shared ??= start(env);
    const { interakt, kept } = shared;
    const templates = await kept.get({ waitUntil: (promise) => context.waitUntil(promise) });
    try {
      return Response.json(await interakt.sendMessage(await request.json(), { templates }));
    } catch (error) {
      if (isValidationError(error)) return Response.json(error.issues, { status: 422 });
      throw error;
    }
  },
};
