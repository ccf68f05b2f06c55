/** Asks before something happens that cannot be taken back. */
import { byId } from "./dom.js";
import { EFFECTS } from "./effects.js";

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {string} text
 * @property {string} [yes] On the button that goes on.
 * @property {string} [no]
 */

/**
 * @param {import("./effects.js").Effect} effect On a real account.
 * @returns {Promise<boolean>} Whether to go on.
 */
export function confirmed(effect) {
  const { question } = EFFECTS[effect];
  return question === undefined ? Promise.resolve(true) : ask(question);
}

/**
 * @param {Question} question
 * @returns {Promise<boolean>}
 */
export function ask({ title, text, yes = "Send for real", no = "Cancel" }) {
  const dialog = byId("confirm", HTMLDialogElement);
  byId("confirm-title").textContent = title;
  byId("confirm-text").textContent = text;
  byId("confirm-send").textContent = yes;
  byId("confirm-cancel").textContent = no;
  // Escape leaves it as it is.
  dialog.returnValue = "cancel";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "send"), { once: true });
  });
}
