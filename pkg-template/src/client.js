/** The client: operations that are sent. */
import { ConfigurationError } from "./errors.js";
import { send } from "./exchange.js";
import { buildRequest } from "./operation.js";
import { headerList, readTimeout, refuse } from "./options.js";
import { withErrors } from "./thrown.js";

/**
 * @typedef {import("./start.js").Core} Core
 * @typedef {object} ClientOptions
 * @property {string} [apiKey]
 * @property {string} [baseUrl]
 * @property {typeof fetch} [fetch]
 * @property {number} [timeoutMs]
 * @property {unknown} [headers]
 * @property {boolean} [dangerouslyAllowBrowser]
 * @typedef {object} CallOptions
 * @property {AbortSignal | null} [signal]
 * @property {number} [timeoutMs]
 * @property {unknown} [headers]
 */

/** For connection, headers and body together. */
const TIMEOUT_MS = 30_000;

/**
 * @param {{ core: () => Core, coreIfPossible: () => Core | undefined }} starter
 * @param {readonly { name: string }[]} operations
 */
export function createClient({ core, coreIfPossible }, operations) {
  class Interakt {
    /** @type {string | undefined} */
    #apiKey;
    /** @type {string | undefined} */
    #baseUrl;
    /** @type {typeof fetch | undefined} */
    #fetch;
    #timeoutMs;
    #headers;
    /** The settings have been checked and their warnings written. */
    #checked = false;

    /** @param {ClientOptions} [options] */
    constructor(options = {}) {
      const { apiKey, baseUrl, fetch, timeoutMs, headers, dangerouslyAllowBrowser } = options ?? {};
      this.#apiKey = readText("apiKey", apiKey);
      this.#baseUrl = readText("baseUrl", baseUrl);
      if (fetch !== undefined && typeof fetch !== "function") refuse("fetch must be a function.");
      this.#fetch = fetch;
      this.#timeoutMs = readTimeout(timeoutMs) ?? TIMEOUT_MS;
      this.#headers = headerList(headers);
      if (this.#apiKey === undefined && this.#baseUrl === undefined) {
        throw new ConfigurationError({
          code: "api_key_missing",
          message:
            "Interakt needs an apiKey, as its dashboard shows it (Settings, Developer Setting), " +
            "or the baseUrl of a server of your own that adds it.",
        });
      }
      if (this.#apiKey !== undefined && isPage() && dangerouslyAllowBrowser !== true) {
        throw new ConfigurationError({
          code: "api_key_in_page",
          message:
            "This is a web page: everybody who opens it can read the API key and send messages " +
            "on your account. Keep the key on a server and give this client that server's " +
            "baseUrl; for a page that nobody else opens, set dangerouslyAllowBrowser: true.",
        });
      }
      const running = coreIfPossible();
      if (running) this.#check(running);
    }

    static {
      // What the console shows; bundlers rename classes.
      Object.defineProperty(Interakt, "name", { value: "Interakt" });
      operations.forEach(({ name }, index) => {
        /**
         * @this {Interakt}
         * @param {unknown} input
         * @param {CallOptions} [options]
         */
        function method(input, options) {
          return this.#call(index, name, input, options ?? {});
        }
        Object.defineProperty(method, "name", { value: name });
        Object.defineProperty(Interakt.prototype, name, {
          value: method,
          configurable: true,
          writable: true,
        });
      });
    }

    /** @param {Core} running */
    #check(running) {
      if (this.#checked) return;
      const headers = JSON.stringify(this.#headers.flat());
      const warnings = withErrors(() => running.configure(this.#baseUrl, this.#apiKey, headers));
      this.#checked = true;
      for (const { message } of /** @type {{ message: string }[]} */ (warnings)) {
        console.warn(`interakt-wasm: ${message}`);
      }
    }

    /**
     * @param {number} index
     * @param {string} name
     * @param {unknown} input
     * @param {CallOptions} options
     */
    async #call(index, name, input, { signal, timeoutMs, headers }) {
      const running = core();
      this.#check(running);
      const {
        url,
        headers: allHeaders,
        body,
      } = buildRequest(running, index, name, input, {
        apiKey: this.#apiKey,
        baseUrl: this.#baseUrl,
        headers: [...this.#headers, ...headerList(headers)].flat(),
      });
      return send(running, index, {
        name,
        url,
        headers: allHeaders,
        body,
        apiKey: this.#apiKey,
        fetch: requireFetch(this.#fetch ?? globalThis.fetch),
        signal: readSignal(signal),
        timeoutMs: readTimeout(timeoutMs) ?? this.#timeoutMs,
      });
    }
  }
  return Interakt;
}

/** Whether this is a web page, where visitors can read all that the program holds. */
function isPage() {
  const { window } = /** @type {{ window?: { document?: unknown } }} */ (globalThis);
  return window?.document !== undefined;
}

/**
 * @param {string} name
 * @param {unknown} value
 * @returns {string | undefined}
 */
function readText(name, value) {
  if (value === undefined || value === null) return undefined;
  return typeof value === "string" ? value : refuse(`${name} must be a string.`);
}

/**
 * @param {AbortSignal | null | undefined} signal Of any realm.
 * @returns {AbortSignal | undefined}
 */
function readSignal(signal) {
  if (signal === undefined || signal === null) return undefined;
  if (typeof signal.addEventListener === "function") return signal;
  return refuse("signal must be an AbortSignal.");
}

/**
 * @param {typeof globalThis.fetch | undefined} fetch
 * @returns {(request: Request) => unknown}
 */
function requireFetch(fetch) {
  const needed = { fetch, Request: globalThis.Request, Headers: globalThis.Headers, URL };
  const missing = Object.entries(needed).find(([, value]) => typeof value !== "function");
  if (!missing) return /** @type {typeof globalThis.fetch} */ (fetch);
  const message = `This runtime has no ${missing[0]}: interakt-wasm sends with the standard fetch.`;
  throw new ConfigurationError({ code: "fetch_missing", message });
}
