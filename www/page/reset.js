/** Brings the example back, as an edit that can be undone: by the editor, and for a while by a button. */
import { byId, element } from "./dom.js";

/** How long it is offered to undo it, in milliseconds. */
const OFFERED = 15_000;

/**
 * @typedef {object} Kept What stood there before.
 * @property {string} text
 * @property {File} [file]
 *
 * @param {object} listeners
 * @param {() => Kept} listeners.onReset The example is wanted back.
 * @param {(before: Kept) => void} listeners.onUndo
 */
export function createReset({ onReset, onUndo }) {
  const reset = byId("reset", HTMLButtonElement);
  const undo = element("button", { type: "button", class: "button", hidden: true }, "Undo reset");
  const status = element("p", { class: "visually-hidden", role: "status" });
  reset.after(undo, status);
  /** @type {Kept | undefined} */
  let before;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  reset.addEventListener("click", () => {
    before = onReset();
    reset.hidden = true;
    undo.hidden = false;
    undo.focus();
    status.textContent = "The example is back. Undo brings back what you had.";
    endLater();
  });
  undo.addEventListener("click", () => {
    const kept = before;
    forget();
    if (kept) onUndo(kept);
    reset.focus();
    status.textContent = "What you had is back.";
  });
  undo.addEventListener("blur", endLater);

  function endLater() {
    clearTimeout(timer);
    timer = setTimeout(() => {
      // Nobody's focus is taken away.
      if (!undo.matches(":focus")) forget();
    }, OFFERED);
  }

  /** Nothing is offered any more. */
  function forget() {
    clearTimeout(timer);
    before = undefined;
    undo.hidden = true;
    reset.hidden = false;
    status.textContent = "";
  }

  return {
    /** Another input is opened. */
    forget,

    /**
     * @param {string} text What was typed.
     * @returns {Kept | undefined} What stood there before the reset, where this is the same again.
     */
    undone(text) {
      const kept = before;
      if (kept?.text !== text) return undefined;
      forget();
      return kept;
    },

    /** @param {boolean} differs What stands there is not the example. */
    show(differs) {
      if (differs && !undo.hidden) forget();
      reset.disabled = !differs;
    },
  };
}
