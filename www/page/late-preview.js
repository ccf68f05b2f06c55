/** The preview of a message, which is loaded when the rest works: what is checked needs none. */
import { CHANNELS } from "./channels.js";
import { element } from "./dom.js";
import { loadStyles } from "./later.js";

/**
 * @typedef {object} Shown What a customer sees.
 * @property {string} text
 * @property {() => HTMLElement} draw
 */

/** What is seen until it has loaded. @type {Shown} */
const COMING = { text: "", draw: () => element("p", { class: "empty" }, "Loading the preview…") };

export function createLatePreview() {
  /** @type {typeof import("./preview.js") | undefined} */
  let preview;

  return {
    /**
     * @param {string} operation
     * @param {unknown} input
     * @param {import("interakt-wasm").TemplateBook} [templates]
     * @returns {Shown | undefined} Nothing for an operation that nobody sees.
     */
    of(operation, input, templates) {
      if (CHANNELS[operation] === undefined) return undefined;
      if (preview === undefined) return COMING;
      const { phoneOf, previewsOf } = preview;
      const previews = previewsOf(operation, input, templates) ?? [];
      return {
        text: previews.map(({ text }) => text).join("\n\n"),
        draw: () => phoneOf(previews),
      };
    },

    async load() {
      [preview] = await Promise.all([import("./preview.js"), loadStyles("preview.css")]);
    },
  };
}
