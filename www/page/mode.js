/** Whom the console talks to, and how it says so. */
import { byId, counted, element } from "./dom.js";
import { EFFECTS } from "./effects.js";
import { pillOf } from "./server.js";

/** @typedef {import("./worker-client.js").AccountInfo["mode"]} Mode */

/** @param {import("./worker-client.js").AccountInfo} account Shows the page, which waits for it. */
export function showMode(account) {
  const { mode } = account;
  const isLive = mode === "live";
  const [name, where] = pillOf(account);
  const server = element("span", { class: "mode-server" }, `: ${where}`);
  const pill = byId("mode");
  pill.replaceChildren(name, server);
  // A long name of a server is cut where there is little room.
  pill.title = `${name}: ${where}`;
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
 * @param {string} [said] What else is to be known. The simulator's own note is not worth as much.
 */
export function showEffect(mode, effect, errors, said) {
  const note = byId("send-note");
  if (errors > 0) {
    note.textContent = `Fix ${counted(errors, "error")} first.`;
    return;
  }
  const usual = mode === "live" ? EFFECTS[effect] : "Nothing reaches Interakt.";
  if (said === undefined) note.textContent = usual;
  else note.replaceChildren(mode === "live" ? `${usual} ` : "", element("strong", {}, said));
}
