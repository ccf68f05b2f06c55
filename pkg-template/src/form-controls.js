/** What a form in a page has: its controls by their names, and what they hold. */
import { readValues } from "./form-values.js";

/**
 * @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control Also elements of
 *   one's own that are associated with the form.
 */

const BUTTONS = /^(submit|button|reset|image|output)$/;

/**
 * @param {HTMLFormElement} form
 * @returns {Map<string, Control[]>} In the order of the page, those outside of the form too.
 */
export function controlsOf(form) {
  /** @type {Map<string, Control[]>} */
  const byName = new Map();
  for (const element of form.elements) {
    const control = /** @type {Control} */ (element);
    const { name = control.getAttribute("name"), type } = control;
    if (!name || BUTTONS.test(type) || !("value" in control)) continue;
    const known = byName.get(name);
    if (known) known.push(control);
    else byName.set(name, [control]);
  }
  return byName;
}

/**
 * @param {readonly Control[] | undefined} controls
 * @returns {boolean} Whether there is something of them to be seen.
 */
export const isShown = (controls = []) => controls.some(({ type }) => type !== "hidden");

/**
 * What would be submitted, as an object: a name that can have several values with the list of them,
 * a box that stands alone and has no `value` with whether it is checked.
 *
 * @param {HTMLFormElement} form
 */
export function valuesOf(form) {
  const data = new FormData(form);
  const values = readValues(data);
  for (const [name, controls] of controlsOf(form)) {
    const [first] = /** @type {[Control, ...Control[]]} */ (controls);
    const { type } = first;
    const isList = type === "select-multiple" || (type === "checkbox" && controls.length > 1);
    if (isList) values.set(name, data.getAll(name));
    else if (type === "checkbox" && !first.matches(":disabled") && !first.hasAttribute("value")) {
      values.set(name, data.has(name));
    }
  }
  // A property of its own, whatever it is called.
  return Object.fromEntries(values);
}
