/** One stop of the Tab key for a list of many; from there arrow keys go on, as the ARIA practices say. */

/** What leads back and on. */
const KEYS = {
  vertical: ["ArrowUp", "ArrowDown"],
  horizontal: ["ArrowLeft", "ArrowRight"],
};

/**
 * Where a key leads in a list, round its ends.
 *
 * @param {string} key
 * @param {number} from -1 where it is at none yet.
 * @param {number} count
 * @param {keyof typeof KEYS} direction
 * @returns {number | undefined} Nothing for another key, or where there is nothing.
 */
export function destination(key, from, count, direction) {
  const [back, on] = KEYS[direction];
  if (count === 0) return undefined;
  if (key === on) return (from + 1) % count;
  if (key === back) return from < 0 ? count - 1 : (from + count - 1) % count;
  if (key === "Home") return 0;
  if (key === "End") return count - 1;
  return undefined;
}

/**
 * Makes one stop of all that a list offers: what is current, else what had the focus last, else the
 * first.
 *
 * @param {HTMLElement} list
 * @param {string} [selector] What can be gone to in it.
 * @returns {{ renew: () => void, focus: () => boolean }} `renew` when the list holds others, hides
 *   some, or another is `aria-current`; `focus` goes to the stop, and tells whether there is one.
 */
export function createRoving(list, selector = "a") {
  /** @type {HTMLElement | undefined} */
  let stop;

  /** @returns {HTMLElement[]} */
  const offered = () =>
    /** @type {HTMLElement[]} */ ([...list.querySelectorAll(selector)]).filter(
      (item) => item.closest("[hidden]") === null,
    );

  /** @param {HTMLElement | undefined} next */
  function stopAt(next) {
    stop = next;
    for (const item of offered()) item.tabIndex = item === next ? 0 : -1;
  }

  list.addEventListener("focusin", ({ target }) => {
    const item = offered().find((each) => each === target);
    if (item) stopAt(item);
  });
  list.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const items = offered();
    const from = items.indexOf(/** @type {HTMLElement} */ (event.target));
    const next = from < 0 ? undefined : destination(event.key, from, items.length, "vertical");
    if (next === undefined) return;
    event.preventDefault();
    items[next]?.focus();
  });

  return {
    renew() {
      const items = offered();
      const current = items.find((item) => item.matches('[aria-current="true"]'));
      stopAt(current ?? items.find((item) => item === stop) ?? items[0]);
    },

    focus() {
      stop?.focus();
      return stop !== undefined;
    },
  };
}
