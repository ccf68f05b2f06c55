/** Whom the console talks to, and how it says so. */
import { byId, counted, element } from "./dom.js";
import { EFFECTS } from "./effects.js";

/** @typedef {import("./worker-client.js").AccountInfo["mode"]} Mode */

/** @param {Mode} mode Shows the page, which waits for it. */
export function showMode(mode) {
  const isLive = mode === "live";
  const more = element("span", { class: "mode-more" }, ": messages cost money");
  byId("mode").replaceChildren(...(isLive ? ["Live", more] : ["Simulator"]));
  byId("send-label").textContent = isLive ? "Send for real" : "Send to the simulator";
  const isMac = /Mac|iPhone|iPad/.test(navigator.platform);
  byId("send-keys").textContent = isMac ? "⌘ ⏎" : "Ctrl ⏎";
  byId("send").setAttribute("aria-keyshortcuts", isMac ? "Meta+Enter" : "Control+Enter");
  document.documentElement.dataset.mode = mode;
}

/**
 * Says beside the button what it will do, or what is in its way.
 *
 * @param {Mode} mode
 * @param {import("./effects.js").Effect} effect
 * @param {number} errors
 */
export function showEffect(mode, effect, errors) {
  const note = mode === "live" ? EFFECTS[effect].note : "Nothing reaches Interakt.";
  byId("send-note").textContent =
    errors > 0 ? `${counted(errors, "error")} to correct first.` : note;
}
