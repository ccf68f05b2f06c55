/**
 * Chooses a country by its name, its letters or its calling code: a button, and behind it a combobox
 * with a list, as the ARIA practices describe it.
 */
import { matching } from "./field-countries.js";
import { digits, element } from "./field-dom.js";

/** @typedef {import("./field-countries.js").Country} Country */

/** How far a key goes in the list. @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Between the field and the panel, and around the panel, in pixels. */
const GAP = 4;
const TALLEST = 360;
const NARROWEST = 280;

/**
 * @param {HTMLElement} field What the panel stands below.
 * @param {HTMLButtonElement} button
 * @param {object} deciding
 * @param {() => readonly Country[]} deciding.countries
 * @param {() => string} deciding.picked Letters.
 * @param {(code: "field.country" | "field.search" | "field.none") => string} deciding.say
 * @param {(country: string) => void} deciding.pick
 */
export function createPicker(field, button, { countries, picked, say, pick }) {
  const search = element("input", {
    part: "search",
    role: "combobox",
    autocomplete: "off",
    spellcheck: "false",
    enterkeyhint: "done",
    "aria-autocomplete": "list",
    "aria-controls": "list",
    "aria-expanded": "true",
  });
  const list = element("div", { part: "list", role: "listbox", id: "list" });
  const none = element("p", { part: "none", role: "status", dir: "auto" });
  // In the top layer: no box around it cuts it off, no dialog hides it.
  const panel = element("div", { part: "panel", popover: "manual" }, search, list, none);

  /** @type {readonly Country[]} */
  let shown = [];
  let active = -1;
  const pushed = new ResizeObserver(place);

  function open() {
    panel.hidden = false;
    panel.showPopover?.();
    button.ariaExpanded = "true";
    search.value = "";
    search.ariaLabel = search.placeholder = say("field.search");
    list.ariaLabel = say("field.country");
    filter();
    addEventListener("scroll", place, true);
    visualViewport?.addEventListener("resize", place);
    // Words that another field tells of may push this one, and make the page longer.
    pushed.observe(document.body);
    search.focus();
  }

  function close() {
    if (panel.hidden) return;
    removeEventListener("scroll", place, true);
    visualViewport?.removeEventListener("resize", place);
    pushed.disconnect();
    panel.hidden = true;
    panel.hidePopover?.();
    button.ariaExpanded = "false";
  }

  function filter() {
    const query = search.value.trim();
    shown = matching(countries(), query);
    list.replaceChildren(
      ...shown.map(({ country, countryCode, name }) =>
        element(
          "div",
          { part: "option", role: "option", id: country },
          element("span", { part: "name" }, name),
          digits("code", countryCode),
        ),
      ),
    );
    none.textContent = shown.length > 0 ? "" : say("field.none");
    place();
    activate(query ? 0 : shown.findIndex(({ country }) => country === picked()), "center");
  }

  /**
   * @param {number} at
   * @param {ScrollLogicalPosition} [block]
   */
  function activate(at, block = "nearest") {
    list.children[active]?.removeAttribute("aria-selected");
    active = Math.max(0, Math.min(at, shown.length - 1));
    const option = list.children[active];
    search.setAttribute("aria-activedescendant", option?.id ?? "");
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block });
  }

  /** Below the field or above it, wherever there is more room. */
  function place() {
    const { left, top, bottom, width } = field.getBoundingClientRect();
    const { offsetTop, height } = visualViewport ?? { offsetTop: 0, height: innerHeight };
    const page = document.documentElement.clientWidth;
    const above = top - offsetTop - 2 * GAP;
    const below = offsetTop + height - bottom - 2 * GAP;
    const isBelow = below >= Math.min(TALLEST, above);
    const wide = Math.min(Math.max(width, NARROWEST), page - 2 * GAP);
    // By properties, which a Content-Security-Policy lets pass.
    Object.assign(panel.style, {
      width: `${wide}px`,
      left: `${Math.max(GAP, Math.min(left, page - wide - GAP))}px`,
      maxHeight: `${Math.min(TALLEST, isBelow ? below : above)}px`,
      top: isBelow ? `${bottom + GAP}px` : "auto",
      bottom: isBelow ? "auto" : `${innerHeight - top + GAP}px`,
    });
  }

  /** @param {number} at */
  function choose(at) {
    const chosen = shown[at];
    if (!chosen) return;
    close();
    pick(chosen.country);
  }

  button.addEventListener("click", () => (panel.hidden ? open() : close()));
  button.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    const isArrow = /^Arrow(Up|Down)/.test(key);
    // What is typed then goes to the search.
    const isLetter = /^\S$/u.test(key) && !ctrlKey && !metaKey && !altKey;
    if (!isLetter && !isArrow) return;
    if (isArrow) event.preventDefault();
    open();
  });
  search.addEventListener("input", filter);
  search.addEventListener("blur", close);
  search.addEventListener("keydown", (event) => {
    const { key, isComposing, shiftKey } = event;
    // It confirms what is being written in another script.
    if (isComposing) return;
    const step = STEPS[key];
    const isTaken = key === "Tab" && !shiftKey && search.value && shown.length > 0;
    if (step) activate(active + step);
    else if (key === "Enter" || isTaken) choose(active);
    else if (key === "Escape") {
      close();
      button.focus();
    } else return;
    event.preventDefault();
    // The page has keys of its own.
    event.stopPropagation();
  });
  // The search keeps the focus.
  for (const kept of [list, none, button]) {
    kept.addEventListener("mousedown", (event) => panel.hidden || event.preventDefault());
  }
  list.addEventListener("click", ({ target }) => {
    const option = /** @type {Element} */ (target).closest("[id]:not([role=listbox])");
    choose([...list.children].indexOf(/** @type {Element} */ (option)));
  });
  // What happens in here is no change of the field.
  for (const type of ["input", "change"]) {
    panel.addEventListener(type, (event) => event.stopPropagation());
  }
  panel.hidden = true;
  return panel;
}
