/** Makes elements. Text only ever becomes text: nothing is parsed as HTML. */

/**
 * @param {Element} element
 * @param {Record<string, string | boolean>} attributes
 */
export function mark(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  mark(made, attributes);
  made.append(...children);
  return made;
}

/**
 * A calling code or a number: it runs from left to right in every language.
 *
 * @param {string} part
 * @param {string} [text]
 */
export const digits = (part, text = "") => element("bdi", { part, dir: "ltr" }, text);
