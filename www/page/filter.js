/** The field above the lists that shows of them only what has the words that are typed. */
import { byId, counted } from "./dom.js";

/** How long typing must pause before the number of finds is read out, in milliseconds. */
const QUIET = 500;

/**
 * @param {HTMLElement} lists What it is about: Escape in them shows all again.
 * @param {object} listeners
 * @param {(asked: string) => number | undefined} listeners.onAsk Shows what is found, or all, and
 *   tells how much that is; nothing for all.
 * @param {() => void} listeners.onEnter The first find is wanted.
 * @param {() => void} listeners.onDown The keyboard wants to go on to the lists.
 */
export function createFilter(lists, { onAsk, onEnter, onDown }) {
  const field = byId("filter", HTMLInputElement);
  const count = byId("filter-count");
  const status = byId("filter-status");
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  function ask() {
    const found = onAsk(field.value);
    const words = found === undefined ? "" : counted(found, "match", "matches");
    count.textContent = words;
    clearTimeout(timer);
    timer = setTimeout(() => {
      status.textContent = words;
    }, QUIET);
  }

  function clear() {
    if (field.value === "") return false;
    field.value = "";
    ask();
    return true;
  }

  field.addEventListener("input", ask);
  lists.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && clear()) {
      event.preventDefault();
      field.focus();
    }
    if (event.target !== field || event.isComposing) return;
    if (event.key === "ArrowDown") {
      event.preventDefault();
      onDown();
    }
    // With Ctrl it sends what is in the editor.
    if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
      // What gets the focus by it must not be pressed by the same key.
      event.preventDefault();
      onEnter();
    }
  });

  return {
    /** Shows all again. */
    clear,
  };
}
