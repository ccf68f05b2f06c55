/** Makes elements. Text only ever becomes text: nothing is parsed as HTML. */

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | boolean | undefined>} [attributes] `true` is an attribute
 *   without a value, `false` and `undefined` none.
 * @param {Child[]} children What is not there is left out.
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined && value !== false)
      made.setAttribute(name, value === true ? "" : value);
  }
  made.append(
    ...children.filter((child) => child !== null && child !== undefined && child !== false),
  );
  return made;
}

/** @returns {Promise<void>} Once the browser has done what waits: nothing may keep it long. */
export const nextTask = () => new Promise((fulfil) => setTimeout(fulfil));

/**
 * The element of an id that index.html has.
 *
 * @template {HTMLElement} [Kind=HTMLElement]
 * @param {string} id
 * @param {{ new (): Kind }} [kind] What it must be.
 * @returns {Kind}
 */
export function byId(id, kind) {
  const found = document.getElementById(id);
  if (found === null || (kind && !(found instanceof kind))) throw new Error(`#${id} is missing`);
  return /** @type {Kind} */ (found);
}

const SVG = "http://www.w3.org/2000/svg";

/** Paths in a square of 16. */
const ICONS = {
  call: "M3 2.5h2.6l1.2 3.2-1.7 1.2a8 8 0 0 0 4 4l1.2-1.7 3.2 1.2V13c0 .8-.7 1.5-1.5 1.5C6.3 14.5 1.5 9.7 1.5 4c0-.8.7-1.5 1.5-1.5z",
  copy: "M5.5 5.5v-4h9v9h-4M1.5 5.5h9v9h-9z",
  film: "M1.5 3h13v10h-13zM6.5 5.7v4.6l4-2.3z",
  link: "M9 2.5h4.5V7M13.5 2.5 7.5 8.5M11 9v4.5H2.5V5H7",
  list: "M5.5 4h8M5.5 8h8M5.5 12h8M2.5 4h.1M2.5 8h.1M2.5 12h.1",
  picture: "M1.5 3h13v10h-13zM1.5 11l3.5-3.5 3 3 2.5-2 4 3.5M10.5 6h.1",
  place:
    "M8 14.5S13 10 13 6.5a5 5 0 0 0-10 0C3 10 8 14.5 8 14.5zM8 8a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3z",
  shop: "M2.5 7v6.5h11V7M1.5 5.5l1.5-3h10l1.5 3a2 2 0 0 1-3.3 1.2 2 2 0 0 1-3.2 0 2 2 0 0 1-3.2 0A2 2 0 0 1 1.5 5.5zM6.5 13.5V10h3v3.5",
  sound: "M2 6.5v3M5 4v8M8 2v12M11 5v6M14 6.5v3",
  error: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 4.5v4.2M8 11.2v.1",
  warning: "M8 2 14.5 13.5h-13zM8 6.4v3.4M8 11.7v.1",
  check: "M3 8.5l3.2 3.2L13 5",
  chevron: "M3.5 6l4.5 4.5L12.5 6",
  clock: "M8 1.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM8 4.5V8l2.3 1.6",
  dot: "M8 7.5a.5.5 0 1 0 0 1 .5.5 0 0 0 0-1z",
  form: "M3.5 1.5h9v13h-9zM6 5h4M6 8h4M6 11h2",
  reply: "M6.5 4 2.5 8l4 4M2.5 8h7c2.5 0 4 1.5 4 4",
  tap: "M4.5 2.5l8 6.5-3.6.5 2 3.7-1.7.9-2-3.8-2.7 2.5z",
  ticks: "M1 8.5l3.2 3.2L11 5M8 10.7l1 1L15.5 5",
};

/**
 * Decoration beside words that say the same.
 *
 * @param {keyof typeof ICONS} name
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("class", `icon icon-${name}`);
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

/**
 * @param {number} count
 * @param {string} one
 * @param {string} [many]
 * @returns {string} The number with its noun: "2 errors".
 */
export function counted(count, one, many = `${one}s`) {
  return `${count} ${count === 1 ? one : many}`;
}
