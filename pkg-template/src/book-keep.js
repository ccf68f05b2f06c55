/**
 * Keeps a book of templates fresh. What calls share is data alone: in Workers, no request may wait
 * for a promise or a timer of another one.
 */
import { templateBook } from "./book.js";
import { checkNames, refuse } from "./options.js";
import { within } from "./within.js";

/**
 * @typedef {import("../types/template-book.js").TemplateBook} TemplateBook
 * @typedef {{ get(key: string): any, put(key: string, text: string): any }} Store
 *
 * @typedef {object} State
 * @property {TemplateBook | undefined} book
 * @property {number | undefined} begun When a renewal began that has not ended yet.
 * @property {number | undefined} failed When the last one failed.
 */

const KEY = "interakt-wasm.templates";
/** A renewal that takes longer has ended with the request that began it. */
const LONGEST_MS = 60_000;
/** A store that takes longer is not waited for: it is there to save time. */
const STORE_MS = 2_000;
/** Between a renewal that failed and the next. */
const PAUSE_MS = 30_000;

/**
 * @param {number | null | undefined} ms
 * @param {number} most
 */
const isWithin = (ms, most) => typeof ms === "number" && ms >= 0 && ms < most;

/**
 * Whether the book is old enough to be loaded again, and nobody is at it.
 *
 * @param {State} state
 * @param {number} maxAgeMs
 * @param {number} now
 */
export function isDue({ book, begun = Number.NaN, failed = Number.NaN }, maxAgeMs, now) {
  return !(
    isWithin(book?.ageMs(now), maxAgeMs) ||
    isWithin(now - begun, LONGEST_MS) ||
    isWithin(now - failed, PAUSE_MS)
  );
}

/** @param {any} options */
export const createTemplateBook = (options) => keepBook(options, Date.now);

/**
 * @param {any} options
 * @param {() => number} clock Milliseconds since 1970.
 */
export function keepBook(options, clock) {
  checkNames(options, ["load", "maxAgeMs", "store", "key"], "createTemplateBook");
  const { load, maxAgeMs, store, key = KEY } = options ?? {};
  if (typeof load !== "function") refuse("createTemplateBook: load must be a function.");
  if (!(typeof maxAgeMs === "number" && maxAgeMs > 0)) {
    refuse("createTemplateBook: maxAgeMs must be a number of milliseconds above 0.");
  }
  if (store && (typeof store.get !== "function" || typeof store.put !== "function")) {
    refuse("createTemplateBook: store must have get and put.");
  }
  /** @type {State} */
  const state = { book: undefined, begun: undefined, failed: undefined };

  /** @param {TemplateBook} book Takes its place, unless what is here is newer. */
  function keep(book) {
    const now = clock();
    const [age, own] = [book, state.book].map((each) => {
      const ms = each?.ageMs(now);
      // From the time to come, where a clock was set back, it is as old as can be.
      return isWithin(ms, Infinity) ? ms : Infinity;
    });
    if (Number(age) <= Number(own)) state.book = book;
  }

  /** @param {() => unknown} work */
  const ofStore = async (work) => store && within(undefined, STORE_MS, String, async () => work());

  async function look() {
    try {
      keep(templateBook(await ofStore(() => store.get(key))));
    } catch {
      // There is nothing, or nothing that can be read: a store is there to save requests.
    }
  }

  /** @returns {Promise<TemplateBook>} */
  async function renew() {
    const begun = clock();
    state.begun = begun;
    try {
      const loaded = await load();
      // From a list of templates as well, and then it is from now.
      const loadedAt = loaded?.loadedAt ?? begun;
      const book =
        loaded?.["~guard"] && loaded.loadedAt ? loaded : templateBook(loaded, { loadedAt });
      keep(book);
      state.failed = undefined;
      try {
        await ofStore(() => store.put(key, JSON.stringify(book)));
      } catch {}
      return book;
    } catch (reason) {
      state.failed = clock();
      throw reason;
    } finally {
      // Of a later one that is still at it, this is not the end.
      if (state.begun === begun) state.begun = undefined;
    }
  }

  /** What the store has is tried first: another instance may have renewed it. */
  async function renewIfDue() {
    state.begun = clock();
    await look();
    state.begun = undefined;
    if (isDue(state, maxAgeMs, clock())) await renew();
  }

  return Object.freeze({
    /** @param {any} [given] */
    async get(given) {
      checkNames(given, ["waitUntil"], "get");
      const hasOwn = typeof given?.waitUntil === "function";
      if (!hasOwn && given?.waitUntil) refuse("get: waitUntil must be a function.");
      if (!state.book) await look();
      // The first comers load it each for themselves.
      if (!state.book) return renew();
      const { book } = state;
      if (isDue(state, maxAgeMs, clock())) {
        const renewal = renewIfDue().catch(() => {});
        if (hasOwn) given.waitUntil(renewal);
      }
      return book;
    },

    renew,
  });
}
