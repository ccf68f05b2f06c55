/** What is said, and can be done, when the page could not be started. */
import { byId, element } from "./dom.js";

/**
 * What a start needs, each from somewhere else.
 *
 * @typedef {"worker" | "module" | "script" | "styles" | "editor" | "page"} Part
 */

/** Why a start failed: in which part, and with what. */
export class StartError extends Error {
  /**
   * @param {Part} part
   * @param {unknown} cause
   */
  constructor(part, cause) {
    super(`the ${part} could not be had`, { cause });
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

/**
 * @param {unknown} error
 * @returns {{ what: string, remedy: string }} For the person in front of the page.
 */
export function wordsOf(error) {
  const { part, cause } = error instanceof StartError ? error : { part: "page", cause: error };
  const reason = cause instanceof Error ? cause.message : String(cause);
  const { code = "" } = /** @type {{ code?: string }} */ (cause ?? {});
  if (part === "worker") {
    // A browser says of what it could not reach nothing that helps.
    const isReached = cause instanceof Error && cause.name === "WorkerError";
    return {
      what: isReached ? `${reason}.` : "The console's Worker cannot be reached.",
      remedy: isReached
        ? "Look at what it printed, correct that, and try again."
        : "Is “npm start” still running? Start it again, then try again.",
    };
  }
  if (part === "module" && code === "wasm_missing") {
    return {
      what: "This browser has no WebAssembly, or it is switched off.",
      remedy:
        "Switch it on (a strict security mode may have switched it off), or take another browser.",
    };
  }
  if (part === "module" && code === "wasm_blocked") {
    return {
      what: "WebAssembly is blocked in this page.",
      remedy:
        "An extension or a proxy has changed the page's Content-Security-Policy: let it be for this address.",
    };
  }
  if (part === "module") {
    return {
      what: "The WebAssembly module could not be loaded.",
      remedy: `Try again. If that does not help, build the console anew. ${reason}`,
    };
  }
  if (part === "editor") {
    return {
      what: "The editor could not be loaded.",
      remedy: `Everything works without it, in a plain field. ${reason}`,
    };
  }
  if (part === "script" || part === "styles") {
    return {
      what: "A file of the page could not be loaded.",
      remedy: `Try again; if that does not help, reload the page. ${reason}`,
    };
  }
  return { what: "The page failed while it started.", remedy: `Reload the page. ${reason}` };
}

/** Everything that could be used, were the page there. */
const CONTROLS = ".skip-link, .chooser, .catalog, .workbench";

/**
 * Says why, until a start succeeds, and puts everything out of use that would not work.
 *
 * @param {unknown} error
 * @param {() => void} onRetry
 */
export function showFailure(error, onRetry) {
  const { what, remedy } = wordsOf(error);
  const again = element("button", { type: "button", class: "button" }, "Try again");
  again.addEventListener("click", () => {
    again.textContent = "Trying…";
    again.setAttribute("aria-disabled", "true");
    onRetry();
  });
  const isUsable = error instanceof StartError && error.part === "editor";
  if (!isUsable) {
    document.documentElement.dataset.mode = "failed";
    setInert(true);
    byId("mode").textContent = "Not started";
  }
  const area = byId("failure");
  const hadFocus = area.contains(document.activeElement);
  area.replaceChildren(
    element("h2", { class: "panel-title" }, what),
    element("p", {}, remedy, " What you typed is still here."),
    again,
  );
  area.hidden = false;
  if (hadFocus) again.focus();
}

/** The start succeeded after all. */
export function hideFailure() {
  byId("failure").hidden = true;
  setInert(false);
}

/** @param {boolean} isInert */
function setInert(isInert) {
  for (const part of document.querySelectorAll(CONTROLS)) {
    if (part instanceof HTMLElement) part.inert = isInert;
  }
}
