/** The client: operations that are sent. */
import { buildRequest, settingsText } from "./build.js";
import { sendAll } from "./bulk.js";
import { call } from "./call.js";
import { clock } from "./clock.js";
import { ConfigurationError, InternalError } from "./errors.js";
import { chooseFetch } from "./fetch.js";
import { guardOf, OF_BOOK, ofBook } from "./guard.js";
import { createHooks, HOOKS, warn } from "./hooks.js";
import { readIssues } from "./issues.js";
import { iterate } from "./iterate.js";
import { createLimiter } from "./limiter.js";
import { BASE_URL, OPERATIONS } from "./operations.js";
import {
  checkNames,
  headerList,
  isPage,
  mergeHeaders,
  readBaseUrl,
  readSignal,
  readText,
  refuse,
} from "./options.js";
import { DEFAULTS, readSettings } from "./settings.js";
import { send } from "./texts.js";
import { ask } from "./thrown.js";
import { reasonOf } from "./within.js";

/**
 * @typedef {import("./start.js").Core} Core
 * @typedef {import("./call.js").Fate} Fate
 * @typedef {import("./call.js").Result} Result
 * @typedef {import("./build.js").Settings} Building
 * @typedef {Record<string, any>} Options Of a client or of a call; what they hold is checked.
 */

/** Options of a call; a client takes all but the signal, and more. */
const OF_CALL = [...Object.keys(DEFAULTS), ...OF_BOOK, "headers", "signal"];
const OF_CLIENT = [
  ...["apiKey", "baseUrl", "fetch", "plan", "limiter", "dangerouslyAllowBrowser"],
  ...OF_CALL.slice(0, -1),
  ...HOOKS,
];
const OF_MANY = ["operation", "concurrency", "resumeFrom", "total", "onProgress", ...OF_CALL];

/** @param {import("./start.js").Starter} starter */
export function createClient({ core, coreIfPossible, catalogue }) {
  class Interakt {
    /** @type {string | undefined} */
    #apiKey;
    /** @type {string | undefined} */
    #baseUrl;
    /** @type {typeof fetch | undefined} */
    #fetch;
    #headers;
    /** What requests are built with, where a call has no headers of its own. @type {Building} */
    #building;
    #settings;
    #limiter;
    #tell;
    /** What calls are checked with. @type {import("./guard.js").Given} */
    #book;

    /** @param {Options} [options] */
    constructor(options) {
      const given = options ?? {};
      checkNames(given, OF_CLIENT, "A client");
      this.#apiKey = readText("apiKey", given.apiKey);
      this.#baseUrl = readBaseUrl(given.baseUrl);
      if (given.fetch !== undefined && typeof given.fetch !== "function") {
        refuse("fetch must be a function.");
      }
      this.#fetch = given.fetch;
      this.#book = ofBook(given);
      guardOf(this.#book);
      this.#headers = headerList(given.headers);
      const headers = this.#headers.flat();
      this.#building = { apiKey: this.#apiKey, baseUrl: this.#baseUrl, headers };
      this.#settings = readSettings(given, DEFAULTS);
      this.#limiter = createLimiter(given, this.#settings.maxRetryAfterMs);
      this.#tell = createHooks(given);
      if (this.#apiKey === undefined && this.#baseUrl === undefined) {
        throw new ConfigurationError({
          code: "api_key_missing",
          message:
            "Interakt needs an apiKey, as its dashboard shows it (Settings, Developer Setting), " +
            "or the baseUrl of a server of your own that adds it.",
        });
      }
      if (this.#apiKey !== undefined && isPage() && given.dangerouslyAllowBrowser !== true) {
        throw new ConfigurationError({
          code: "api_key_in_page",
          message:
            "In a web page, everyone can read the API key and send messages on your account. Keep " +
            "it on a server and give this client its baseUrl; for a page that nobody else opens, " +
            "set dangerouslyAllowBrowser: true.",
        });
      }
      const running = coreIfPossible();
      if (running) this.#check(running);
    }

    // What is left private here are fields alone: the Babel of Vue CLI 5 takes no private method
    // and no static block.
    // biome-ignore lint/correctness/noUnusedPrivateClassMembers: it is there for what it does.
    static #methods = (() => {
      // What the console shows; bundlers rename classes.
      Object.defineProperty(Interakt, "name", { value: "Interakt" });
      define(Interakt.prototype, "call", function (name, input, options) {
        return withResponse(this.#call(name, input, options));
      });
      OPERATIONS.forEach(({ name, pages }) => {
        define(Interakt.prototype, name, function (input, options) {
          return withResponse(this.#call(name, input, options));
        });
        if (!pages) return;
        define(Interakt.prototype, pages.method, function (input, options) {
          /** @type {(input: unknown, options: any) => Promise<Result>} */
          const page = (input, options) => this.#call(name, input, options);
          // Every page goes out with what was given for the first.
          const fixed = { ...options, headers: headerList(options?.headers) };
          return iterate(page, { name, ...pages }, input, fixed);
        });
      });
      define(Interakt.prototype, "sendAll", function (messages, options) {
        checkNames(options, OF_MANY, "sendAll");
        const { operation = "sendMessage", ...rest } = options ?? {};
        indexOf(operation);
        guardOf(rest, this.#book);
        const headers = headerList(rest.headers);
        const settings = { ...readSettings(rest, this.#settings), headers, ...ofBook(rest) };
        return sendAll(
          (message, fate, { signal }) =>
            this.#call(operation, message, { ...settings, signal }, fate).then(({ data }) => data),
          messages,
          { ...rest, signal: readSignal(rest.signal) },
          clock,
        );
      });
      define(Interakt.prototype, "loadTemplates", function (options) {
        return import("./book-load.js").then(({ loadBook }) => loadBook(this, options));
      });

      /**
       * @param {object} target
       * @param {string} name
       * @param {(this: Interakt, ...args: any[]) => unknown} value
       */
      function define(target, name, value) {
        Object.defineProperty(value, "name", { value: name });
        Object.defineProperty(target, name, { value, configurable: true, writable: true });
      }
    })();

    /** Checks the settings, once, and writes their warnings. @param {Core} running */
    #check = (running) => {
      if (this.#building.frames) return;
      const settings = settingsText(this.#building);
      const report = ask(running, () => running.configure(send(running, settings)));
      const warnings = readIssues(catalogue, report);
      this.#building.frames = new Map();
      for (const { message } of warnings) {
        warn(message);
      }
    };

    /**
     * @param {string} name
     * @param {unknown} input
     * @param {Options} [options]
     * @param {Fate} [fate] Kept up to date.
     * @returns {Promise<Result>}
     */
    #call = async (name, input, options, fate = createFate()) => {
      try {
        const running = core();
        this.#check(running);
        const index = indexOf(name);
        const operation = /** @type {typeof OPERATIONS[number]} */ (OPERATIONS[index]);
        const given = options ?? {};
        checkNames(given, OF_CALL, name);
        const settings = readSettings(given, this.#settings);
        const signal = readSignal(given.signal);
        if (signal?.aborted) throw reasonOf(signal);
        const headers = headerList(given.headers);
        const building =
          headers.length === 0
            ? this.#building
            : {
                ...this.#building,
                headers: mergeHeaders(this.#headers, headers).flat(),
                frames: undefined,
              };
        const guard = guardOf(given, this.#book);
        const request = buildRequest(running, catalogue, index, name, input, building, guard);
        // Of the key the client has told when it was made.
        fate.warnings = request.warnings.filter(({ code }) => code !== "api_key.encoded_twice");
        if (fate.warnings.length > 0) {
          this.#tell(operation, "onWarning", { warnings: fate.warnings });
        }
        const exchange = {
          index,
          operation,
          request,
          apiKey: this.#apiKey,
          elsewhere: !request.url.startsWith(`${BASE_URL}/`),
          fetch: chooseFetch(this.#fetch, operation.repeatable),
          settings,
          signal,
          limiter: this.#limiter,
          tell: this.#tell,
        };
        return await call(running, exchange, fate);
      } catch (error) {
        // What failed in the module knows nothing of the call.
        if (error instanceof InternalError) {
          Object.assign(error, { operation: name, outcome: fate.outcome });
        }
        throw error;
      }
    };
  }
  return Interakt;
}

/** @param {unknown} operation A name, perhaps. */
function indexOf(operation) {
  const index = OPERATIONS.findIndex(({ name }) => name === operation);
  return index < 0 ? refuse("operation must be the name of an operation.") : index;
}

/** @returns {Fate} */
const createFate = () => ({ attempts: 0, outcome: "not_sent", warnings: [] });

/**
 * The promise of an answer's data, from which the rest of the answer can be had too.
 *
 * @param {Promise<Result>} result
 */
function withResponse(result) {
  const promise = result.then(({ data }) => data);
  return Object.assign(promise, {
    withResponse() {
      // Whoever asks for both waits for `result`, and hears of a failure there.
      promise.catch(() => {});
      return result;
    },
  });
}
