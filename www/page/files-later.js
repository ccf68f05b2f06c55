/** The view of files, which is loaded when it is opened: most visits never need it. */
import { element } from "./dom.js";

/** @param {HTMLElement} area */
export function createFilesLater(area) {
  /** @type {Promise<{ focus(): void }> | undefined} */
  let loading;

  async function load() {
    area.replaceChildren(element("p", { class: "empty", role: "status" }, "Loading…"));
    const [{ createFiles }] = await Promise.all([import("./files/view.js"), loadStyles()]);
    return createFiles(area);
  }

  return {
    open() {
      loading ??= load();
      loading.catch(() => {
        loading = undefined;
        const words = "This part of the console could not be loaded: reload the page.";
        area.replaceChildren(element("p", { class: "empty", role: "alert" }, words));
      });
    },

    focus() {
      area.focus();
      loading?.then((view) => view.focus());
    },
  };
}

/** @returns {Promise<void>} Once they hold. */
function loadStyles() {
  return new Promise((fulfil, reject) => {
    const link = element("link", { rel: "stylesheet", href: "files.css" });
    link.addEventListener("load", () => fulfil());
    link.addEventListener("error", () => reject(new Error("files.css is missing")));
    document.head.append(link);
  });
}
