/**
 * Chooses a country by its name, its letters or its calling code: a combobox with a list, as the
 * ARIA practices describe it.
 */
import { phone } from "interakt-wasm/web";
import { element, icon } from "./dom.js";

/**
 * @typedef {object} Country
 * @property {string} country ISO 3166 letters.
 * @property {string} countryCode With its plus.
 * @property {string} name In the language of the page.
 * @property {boolean} isMain The largest of those that share the code.
 *
 * @typedef {object} Picked
 * @property {string | null} country Nothing for a calling code that belongs to no country.
 * @property {string} countryCode
 */

/** How far a key goes in the open list. @type {Record<string, number>} */
const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

/** Between the field and the list, and around the list, in pixels. */
const GAP = 4;
const TALLEST = 320;
const NARROWEST = 272;

const NONE = "No such country.";

/**
 * The package must be ready: `init()` first.
 *
 * @param {string} id Of the text field, for its label.
 * @param {(picked: Picked) => void} onPick The person chose another country; not called by `show`.
 */
export function createCountryPicker(id, onPick) {
  const countries = listed();
  const field = element("input", {
    id,
    class: "country-name",
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": `${id}-list`,
    "aria-describedby": `${id}-code`,
    "aria-expanded": "false",
    autocomplete: "off",
    autocapitalize: "off",
    spellcheck: "false",
  });
  const code = element("span", { class: "country-code", id: `${id}-code` });
  const list = element("ul", {
    class: "country-list",
    id: `${id}-list`,
    role: "listbox",
    "aria-label": "Countries",
    // In the top layer: no panel around it cuts it off.
    popover: "manual",
  });
  const status = element("p", { class: "visually-hidden", role: "status", id: `${id}-status` });
  const box = element(
    "div",
    { class: "country-picker" },
    field,
    code,
    icon("chevron"),
    list,
    status,
  );

  /** @type {Picked} */
  let picked = { country: null, countryCode: "" };
  /** @type {readonly Country[]} */
  let shown = countries;
  let active = -1;
  /** Something was typed to look for. */
  let isFiltered = false;

  const isOpen = () => field.getAttribute("aria-expanded") === "true";

  /** @param {readonly Country[]} matches @param {number} at */
  function open(matches, at) {
    shown = matches;
    list.replaceChildren(...matches.map((each) => option(id, each)));
    status.textContent = matches.length === 0 ? NONE : "";
    if (matches.length === 0) {
      list.append(
        element("li", { class: "country", role: "option", "aria-disabled": "true" }, NONE),
      );
    }
    if (!isOpen()) {
      field.setAttribute("aria-expanded", "true");
      list.showPopover();
      addEventListener("scroll", place, { capture: true, passive: true });
      visualViewport?.addEventListener("resize", place);
    }
    place();
    activate(at);
  }

  function openAll() {
    const at = countries.findIndex(({ country }) => country === picked.country);
    open(countries, Math.max(0, at));
    // With what is before it and after it.
    const chosen = list.children[active];
    if (chosen instanceof HTMLElement) list.scrollTop = chosen.offsetTop - list.clientHeight / 2;
  }

  /** Whatever was typed and not chosen gives way to what is chosen. */
  function close() {
    isFiltered = false;
    const name = countries.find(({ country }) => country === picked.country)?.name;
    field.value = name ?? (picked.countryCode === "" ? "" : "International");
    code.textContent = picked.countryCode;
    if (!isOpen()) return;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
    status.textContent = "";
    list.hidePopover();
    removeEventListener("scroll", place, { capture: true });
    visualViewport?.removeEventListener("resize", place);
  }

  /** Below the field or above it, wherever there is more room. */
  function place() {
    const { left, top, bottom, width } = box.getBoundingClientRect();
    const { height = innerHeight, offsetTop = 0 } = visualViewport ?? {};
    const above = top - offsetTop - 2 * GAP;
    const below = offsetTop + height - bottom - 2 * GAP;
    const isBelow = below >= Math.min(TALLEST, above);
    const wide = Math.min(Math.max(width, NARROWEST), document.documentElement.clientWidth);
    list.style.width = `${wide}px`;
    list.style.left = `${Math.min(left, document.documentElement.clientWidth - wide)}px`;
    list.style.maxHeight = `${Math.min(TALLEST, isBelow ? below : above)}px`;
    list.style.top = isBelow ? `${bottom + GAP}px` : "auto";
    list.style.bottom = isBelow ? "auto" : `${innerHeight - top + GAP}px`;
  }

  /** @param {number} at */
  function activate(at) {
    list.children[active]?.setAttribute("aria-selected", "false");
    active = Math.min(at, shown.length - 1);
    const chosen = active < 0 ? undefined : list.children[active];
    if (chosen === undefined) return field.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    field.setAttribute("aria-activedescendant", chosen.id);
  }

  /** @param {Country | undefined} chosen */
  function pick(chosen) {
    if (chosen === undefined) return;
    const isOther = chosen.country !== picked.country;
    picked = { country: chosen.country, countryCode: chosen.countryCode };
    close();
    if (isOther) onPick(picked);
  }

  field.addEventListener("input", () => {
    isFiltered = field.value.trim() !== "";
    if (isFiltered) open(matching(countries, field.value), 0);
    else openAll();
  });
  field.addEventListener("focus", () => field.select());
  field.addEventListener("click", () => {
    if (isOpen()) return;
    openAll();
    field.select();
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    // It confirms what is being written in another script.
    if (event.isComposing) return;
    const step = STEPS[event.key];
    if (step !== undefined && isOpen()) activate(Math.max(0, active + step));
    else if (step !== undefined) openAll();
    else if (!isOpen()) return;
    else if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) pick(shown[active]);
    else if (event.key === "Escape") {
      close();
      field.select();
    } else {
      if (event.key === "Tab" && isFiltered) pick(shown[active]);
      return;
    }
    event.preventDefault();
  });
  // The field keeps the focus.
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const target = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    if (target) pick(shown[[...list.children].indexOf(target)]);
  });

  return {
    box,

    picked: () => picked,

    /** @param {Picked} other */
    show(other) {
      picked = other;
      close();
    },
  };
}

const language = document.documentElement.lang || "en";
const names = new Intl.DisplayNames([language], { type: "region" });

/**
 * @param {string} country ISO 3166 letters.
 * @returns {string} In the language of the page.
 */
export function nameOf(country) {
  return names.of(country) ?? country;
}

/** @returns {Country[]} By name. */
function listed() {
  const { compare } = new Intl.Collator(language);
  let before = "";
  return phone
    .countries()
    .map(({ country, countryCode }) => {
      // Of those that share a code the main one comes first.
      const isMain = countryCode !== before;
      before = countryCode;
      return { country, countryCode, name: nameOf(country), isMain };
    })
    .sort((one, other) => compare(one.name, other.name));
}

/**
 * @param {string} id
 * @param {Country} country
 */
function option(id, { country, countryCode, name }) {
  return element(
    "li",
    { class: "country", role: "option", id: `${id}-${country}`, "aria-selected": "false" },
    element("span", {}, name),
    element("span", { class: "country-code" }, countryCode),
  );
}

/**
 * @param {readonly Country[]} countries By name.
 * @param {string} query
 * @returns {readonly Country[]} The best first.
 */
export function matching(countries, query) {
  const wanted = folded(query.trim());
  if (wanted === "" || wanted === "+") return countries;
  const ranked = countries
    .map((each) => ({ each, rank: rankOf(each, wanted) }))
    .filter(({ rank }) => rank < NOT_AT_ALL);
  return ranked.sort((one, other) => one.rank - other.rank).map(({ each }) => each);
}

const NOT_AT_ALL = 4;

/**
 * @param {Country} country
 * @param {string} wanted
 */
function rankOf({ country, countryCode, name, isMain }, wanted) {
  const [, digits] = /^(?:\+|00)?(\d+)$/.exec(wanted) ?? [];
  if (digits !== undefined) {
    if (countryCode === `+${digits}`) return isMain ? 0 : 1;
    return countryCode.startsWith(`+${digits}`) ? 2 : NOT_AT_ALL;
  }
  if (country.toLowerCase() === wanted) return 0;
  const words = folded(name);
  if (words.startsWith(wanted)) return 1;
  if (words.includes(` ${wanted}`)) return 2;
  return words.includes(wanted) ? 3 : NOT_AT_ALL;
}

/**
 * Without accents, which few keyboards of others have.
 *
 * @param {string} text
 */
function folded(text) {
  return text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLowerCase();
}
