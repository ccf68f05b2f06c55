/** Asks before something happens to a real account. */
import { byId } from "./dom.js";
import { EFFECTS } from "./effects.js";

/**
 * @param {import("./effects.js").Effect} effect
 * @returns {Promise<boolean>} Whether to go on.
 */
export function confirmed(effect) {
  const { question } = EFFECTS[effect];
  if (question === undefined) return Promise.resolve(true);
  const dialog = byId("confirm", HTMLDialogElement);
  byId("confirm-title").textContent = question.title;
  byId("confirm-text").textContent = question.text;
  // Escape leaves it as it is.
  dialog.returnValue = "cancel";
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(dialog.returnValue === "send"), { once: true });
  });
}
