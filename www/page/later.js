/** A view that is loaded when it is opened: most visits never need it. */
import { element } from "./dom.js";

/**
 * @typedef {object} LateView
 * @property {(hash: string) => void} [open] It is shown, at an address of the page's.
 * @property {() => void} [leave] Another is shown.
 * @property {() => void} focus
 */

/**
 * @param {HTMLElement} area
 * @param {string} styles The file with its looks.
 * @param {() => Promise<(area: HTMLElement) => LateView | Promise<LateView>>} load Gives what puts it
 *   into the area.
 */
export function createLater(area, styles, load) {
  /** @type {Promise<LateView> | undefined} */
  let loading;
  /** Where it is open; nothing while another is shown. @type {string | undefined} */
  let at;

  async function make() {
    area.replaceChildren(element("p", { class: "empty", role: "status" }, "Loading…"));
    const [create] = await Promise.all([load(), loadStyles(styles)]);
    return create(area);
  }

  return {
    /** @param {string} hash */
    open(hash) {
      at = hash;
      loading ??= make();
      loading
        .then((view) => {
          if (at === hash) view.open?.(hash);
        })
        .catch(() => {
          loading = undefined;
          const words = "This part of the console could not be loaded: reload the page.";
          area.replaceChildren(element("p", { class: "empty", role: "alert" }, words));
        });
    },

    leave() {
      if (at === undefined) return;
      at = undefined;
      loading?.then((view) => view.leave?.());
    },

    focus() {
      area.focus();
      loading?.then((view) => view.focus());
    },
  };
}

/**
 * @param {string} href
 * @returns {Promise<void>} Once they hold.
 */
export function loadStyles(href) {
  return new Promise((fulfil, reject) => {
    const link = element("link", { rel: "stylesheet", href });
    link.addEventListener("load", () => fulfil());
    link.addEventListener("error", () => reject(new Error(`${href} is missing`)));
    document.head.append(link);
  });
}
