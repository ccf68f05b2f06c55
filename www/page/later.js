/** A view that is loaded when it is opened: most visits never need it. */
import { element } from "./dom.js";

/**
 * @typedef {object} LateView
 * @property {(hash: string) => void} [open] It is shown, at an address of the page's.
 * @property {() => void} [leave] Another is shown.
 * @property {() => void} focus
 */

/**
 * @template {LateView} View
 * @param {HTMLElement} area What it holds already is not seen before the view works.
 * @param {string} styles The file with its looks.
 * @param {() => Promise<(area: HTMLElement) => View | Promise<View>>} load Gives what puts it
 *   into the area.
 */
export function createLater(area, styles, load) {
  /** @type {Promise<View> | undefined} */
  let loading;
  /** Where it is open; nothing while another is shown. @type {string | undefined} */
  let at;
  /** What stands there until then. @type {HTMLElement | undefined} */
  let note;

  /** @param {HTMLElement} next */
  function tell(next) {
    note?.remove();
    note = next;
    area.prepend(next);
    area.setAttribute("aria-busy", "true");
  }

  async function make() {
    tell(element("p", { class: "empty", role: "status" }, "Loading…"));
    const [create] = await Promise.all([load(), loadStyles(styles)]);
    const view = await create(area);
    note?.remove();
    area.removeAttribute("aria-busy");
    return view;
  }

  function fail() {
    loading = undefined;
    const again = element("button", { type: "button", class: "button" }, "Try again");
    again.addEventListener("click", () => at !== undefined && open(at));
    const words = "This part of the console could not be loaded. ";
    tell(element("p", { class: "empty", role: "alert" }, words, again));
  }

  /** @param {string} hash */
  function open(hash) {
    at = hash;
    loading ??= make();
    loading
      .then((view) => {
        if (at === hash) view.open?.(hash);
      })
      .catch(fail);
  }

  /** @param {(view: View) => void} work What to do with it once it is there, if it comes. */
  function use(work) {
    loading?.then(work, () => {});
  }

  return {
    open,
    use,

    leave() {
      if (at === undefined) return;
      at = undefined;
      use((view) => view.leave?.());
    },

    focus() {
      area.focus();
      use((view) => view.focus());
    },
  };
}

/** @type {Map<string, Promise<void>>} */
const styles = new Map();

/**
 * @param {string} href
 * @returns {Promise<void>} Once they hold.
 */
export function loadStyles(href) {
  const known = styles.get(href);
  if (known) return known;
  const loading = addStyles(href);
  styles.set(href, loading);
  // What failed is tried again.
  loading.catch(() => styles.delete(href));
  return loading;
}

/**
 * @param {string} href
 * @returns {Promise<void>}
 */
function addStyles(href) {
  return new Promise((fulfil, reject) => {
    const link = element("link", { rel: "stylesheet", href });
    link.addEventListener("load", () => fulfil());
    link.addEventListener("error", () => {
      link.remove();
      reject(new Error(`${href} is missing`));
    });
    document.head.append(link);
  });
}
