/** The field that finds words in all documents, and what it finds. */
import { counted, element } from "../dom.js";
import { createRoving } from "../roving.js";
import { addressIn } from "./address.js";
import { excerptOf, marked } from "./excerpt.js";

/**
 * @typedef {import("./search.js").Found} Found
 * @typedef {import("./search.js").Search} Search
 */

/** So many are listed. */
const MOST = 30;

/** How long typing must pause before the number of results is read out, in milliseconds. */
const QUIET = 500;

/**
 * @param {object} needs
 * @param {() => Promise<Search>} needs.load Is asked once it is needed, and again after it has failed.
 * @param {(isAsked: boolean) => void} needs.onAsk Whether there are words in the field.
 * @param {(words: string) => void} needs.say
 */
export function createFinder({ load, onAsk, say }) {
  const field = element("input", {
    class: "filter-field",
    id: "docs-field",
    type: "search",
    placeholder: "Search",
    "aria-label": "Search the docs",
    "aria-keyshortcuts": "/",
    spellcheck: "false",
    autocomplete: "off",
    autocapitalize: "off",
  });
  const keys = element("kbd", { class: "docs-key", "aria-hidden": "true" }, "/");
  const told = element("p", { class: "docs-told" });
  const list = element("ol", { class: "docs-found", "aria-label": "Results" });
  const results = element("div", { class: "docs-results", hidden: true }, told, list);
  const stops = createRoving(list);
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** What is being looked for, until it is shown. @type {Promise<void>} */
  let looking = Promise.resolve();

  function ask() {
    clearTimeout(timer);
    looking = look(field.value.trim());
  }

  /** @param {string} asked */
  async function look(asked) {
    results.hidden = asked === "";
    onAsk(asked !== "");
    if (asked === "") return list.replaceChildren();
    if (list.childElementCount === 0) told.textContent = "Searching…";
    try {
      const search = await load();
      if (asked === field.value.trim()) show(asked, search(asked));
    } catch {
      if (asked === field.value.trim()) fail();
    }
  }

  /** @param {string} asked @param {readonly Found[]} found */
  function show(asked, found) {
    const words = wordsFor(asked, found.length);
    told.textContent = words;
    list.replaceChildren(...found.slice(0, MOST).map(itemOf));
    results.scrollTop = 0;
    stops.renew();
    timer = setTimeout(() => say(words), QUIET);
  }

  function fail() {
    const again = element("button", { type: "button", class: "button" }, "Try again");
    again.addEventListener("click", () => {
      field.focus();
      ask();
    });
    list.replaceChildren();
    told.replaceChildren("Not all of the docs could be loaded. ", again);
    say("Not all of the docs could be loaded.");
  }

  function clear() {
    if (field.value === "") return false;
    field.value = "";
    ask();
    return true;
  }

  field.addEventListener("input", ask);
  // While somebody thinks of a word.
  field.addEventListener("focus", () => void load().catch(() => {}), { once: true });
  field.addEventListener("keydown", async (event) => {
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && stops.focus()) event.preventDefault();
    if (event.key !== "Enter") return;
    event.preventDefault();
    await looking;
    list.querySelector("a")?.click();
  });
  for (const part of [field, results]) {
    part.addEventListener("keydown", (event) => {
      if (event.key !== "Escape" || !clear()) return;
      event.preventDefault();
      field.focus();
    });
  }

  return {
    content: [element("div", { class: "docs-search", role: "search" }, field, keys), results],
    clear,

    focus() {
      field.focus();
      field.select();
    },
  };
}

/** @param {string} asked @param {number} count */
function wordsFor(asked, count) {
  if (count === 0) return `No results for “${asked}”. Try fewer words, or others.`;
  return count > MOST ? `The first ${MOST} of ${count} results` : counted(count, "result");
}

/** @param {Found} found */
function itemOf({ section: { doc, anchor, title, trail, text }, words }) {
  return element(
    "li",
    {},
    element(
      "a",
      { class: "docs-result", href: addressIn(doc, anchor) },
      trail.length > 0 && element("span", { class: "docs-trail" }, trail.join(" › ")),
      element("strong", {}, ...marked(title, words)),
      text !== "" &&
        element("span", { class: "docs-excerpt" }, ...marked(excerptOf(text, words), words)),
    ),
  );
}
