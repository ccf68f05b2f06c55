/** Asks before something happens that cannot be taken back. */
import { byId } from "./dom.js";
import { questionOf } from "./question.js";

/**
 * @typedef {object} Question
 * @property {string} title
 * @property {string} text
 * @property {string} yes On the button that goes on.
 * @property {string} [no]
 */

/**
 * Asks before a real account is touched, in the words of just what is about to be sent.
 *
 * @param {import("./question.js").Planned} planned
 * @param {string} [hash] The address of the page when somebody wanted it.
 * @returns {Promise<boolean>} Whether to go on. What only reads is not asked about.
 */
export async function confirmed(planned, hash = location.hash) {
  const question = questionOf(planned, await readFormat());
  if (question === undefined) return true;
  // Who has gone elsewhere meanwhile does not mean it any more.
  return location.hash === hash && ask(question);
}

/** @returns {Promise<import("./whom.js").Format>} */
async function readFormat() {
  try {
    const { init, phone } = await import("interakt-wasm/phone-field/web");
    await init();
    return (number) => phone.format(number, "international");
  } catch {
    // All digits without gaps name the same person.
    return (number) => number;
  }
}

/**
 * Who clicks twice on what asks has not read the question, whose yes may stand in the same place.
 *
 * @param {MouseEvent} event
 */
function unlessTwice(event) {
  if (event.detail > 1) event.preventDefault();
}

/**
 * @param {Question} question
 * @returns {Promise<boolean>}
 */
export function ask({ title, text, yes, no = "Cancel" }) {
  const dialog = byId("confirm", HTMLDialogElement);
  byId("confirm-title").textContent = title;
  byId("confirm-text").textContent = text;
  byId("confirm-send").textContent = yes;
  byId("confirm-cancel").textContent = no;
  byId("confirm-send").onclick = unlessTwice;
  // Escape leaves it as it is.
  dialog.returnValue = "cancel";
  dialog.showModal();
  // The view behind it is left: what was asked there is not meant any more.
  const leave = () => dialog.close("cancel");
  window.addEventListener("hashchange", leave);
  return new Promise((resolve) => {
    const onClose = () => {
      window.removeEventListener("hashchange", leave);
      resolve(dialog.returnValue === "send");
    };
    dialog.addEventListener("close", onClose, { once: true });
  });
}
