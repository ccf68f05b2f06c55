/** What is said, and can be done, when the page could not be started, or fails later. */
import { byId, element } from "./dom.js";

/**
 * What a start needs, each from somewhere else.
 *
 * @typedef {"worker" | "module" | "script" | "editor" | "page"} Part
 */

/** Why a start failed: in which part, and with what. */
export class StartError extends Error {
  /**
   * @param {Part} part
   * @param {unknown} cause
   */
  constructor(part, cause) {
    super(`the ${part} could not be loaded`, { cause });
    this.part = part;
  }
}

/**
 * @template Value
 * @param {Part} part
 * @param {Promise<Value>} promise
 * @returns {Promise<Value>} Rejected with a {@link StartError}.
 */
export const needed = (part, promise) =>
  promise.catch((cause) => {
    throw new StartError(part, cause);
  });

/** @typedef {{ what: string, remedy: string }} Words For the person in front of the page. */

/** Why WebAssembly may not start, by the package's codes. @type {Record<string, Words>} */
const OF_MODULE = {
  wasm_missing: {
    what: "This browser has no WebAssembly, or it is turned off.",
    remedy: "Turn it on (a strict security mode may have turned it off), or use another browser.",
  },
  wasm_blocked: {
    what: "WebAssembly is blocked in this page.",
    remedy:
      "An extension or a proxy has changed its Content-Security-Policy: make an exception for this address.",
  },
};

/** @type {Record<Part, (reason: string) => Words>} */
const WORDS = {
  worker: () => ({
    what: "The console's Worker cannot be reached.",
    remedy: "Is “npm start” still running? Start it again, then try again.",
  }),
  module: (reason) => ({
    what: "The WebAssembly module could not be loaded.",
    remedy: `Try again. If that does not help, restart the console, which rebuilds it. ${reason}`,
  }),
  script: (reason) => ({
    what: "A file of the page could not be loaded.",
    remedy: `Try again. If that does not help, reload the page. ${reason}`,
  }),
  editor: (reason) => ({
    what: "The editor could not be loaded.",
    remedy: `Everything works without it, in a plain field. ${reason}`,
  }),
  page: (reason) => ({
    what: "Something failed in this page.",
    remedy: `If it no longer works, reload it. ${reason}`,
  }),
};

/**
 * @param {unknown} error
 * @returns {Words}
 */
export function wordsOf(error) {
  const { part, cause } =
    error instanceof StartError ? error : { part: /** @type {const} */ ("page"), cause: error };
  const { code = "", name = "" } = /** @type {{ code?: string, name?: string }} */ (cause ?? {});
  const reason = cause instanceof Error ? cause.message : String(cause);
  // A browser says nothing that helps of what it could not reach: only the Worker itself does.
  if (part === "worker" && name === "WorkerError") {
    const { remedy = "See what it printed, fix that, then try again." } =
      /** @type {{ remedy?: string }} */ (cause);
    return { what: reason, remedy };
  }
  return (part === "module" && OF_MODULE[code]) || WORDS[part](reason);
}

/** Everything that could be used, were the page there. */
const CONTROLS = ".skip-link, .chooser, .catalog, .workbench";

/** Without these, everything else works. @type {Part[]} */
const EXTRAS = ["editor", "page"];

/**
 * Says why a start failed, until one succeeds, and puts everything out of use that would not work.
 *
 * @param {unknown} error
 * @param {() => void} onRetry
 */
export function showFailure(error, onRetry) {
  const isUsable = error instanceof StartError && EXTRAS.includes(error.part);
  if (!isUsable) {
    document.documentElement.dataset.mode = "failed";
    byId("mode").textContent = "Not started";
    setInert(true);
  }
  const again = element("button", { type: "button", class: "button" }, "Try again");
  again.addEventListener("click", () => {
    again.textContent = "Trying…";
    again.setAttribute("aria-disabled", "true");
    onRetry();
  });
  tell(wordsOf(error), again);
  // Then it is all that the page has.
  byId("failure").role = isUsable ? null : "main";
}

/** Says so where something fails that nobody has foreseen. What works goes on. */
export function watchFailures() {
  const close = element("button", { type: "button", class: "button" }, "Close");
  close.addEventListener("click", () => hideFailure());
  const show = (/** @type {unknown} */ cause) => {
    if (byId("failure").hidden) tell(wordsOf(cause), close);
  };
  window.addEventListener("error", ({ error }) => {
    // Browsers complain of what they put off to the next frame, too, without an error.
    if (error) show(error);
  });
  window.addEventListener("unhandledrejection", ({ reason }) => show(reason));
}

/** @param {Words} words @param {HTMLButtonElement} button */
function tell({ what, remedy }, button) {
  const area = byId("failure");
  const hadFocus = area.contains(document.activeElement);
  area.replaceChildren(
    element(
      "div",
      { role: "alert" },
      element("h2", { class: "panel-title" }, what),
      element("p", {}, `${remedy} What you typed is still here.`),
    ),
    button,
  );
  area.hidden = false;
  if (hadFocus) button.focus();
}

/** @returns {boolean} Whether it had the focus, which is nowhere now. */
export function hideFailure() {
  const area = byId("failure");
  const hadFocus = !area.hidden && area.contains(document.activeElement);
  area.hidden = true;
  setInert(false);
  return hadFocus;
}

/** @param {boolean} isInert */
function setInert(isInert) {
  for (const part of document.querySelectorAll(CONTROLS)) {
    if (part instanceof HTMLElement) part.inert = isInert;
  }
}
