/** The lists of operations, of what else there is, and of the chosen operation's examples. */
import { CATALOG } from "./catalog.js";
import { byId, element, icon } from "./dom.js";
import { examplesOf } from "./examples.js";
import { createFilter } from "./filter.js";
import { find } from "./find.js";
import { addressOf, TOOLS } from "./route.js";
import { createRoving } from "./roving.js";

/**
 * @typedef {import("./route.js").Choice} Choice
 * @typedef {import("./route.js").Example} Example
 * @typedef {import("./route.js").Tool} Tool
 * @typedef {{ title: string, examples: readonly Example[] }} Group
 */

const lists = byId("catalog");
const operationList = byId("operations");
const toolList = byId("tools");
const exampleList = byId("examples");
const chooser = byId("chooser");

/**
 * All lists are links: the address says what is chosen.
 *
 * @returns {(chosen: Choice | Tool, mode: import("./mode.js").Mode) => void} Shows what is chosen.
 */
export function createSidebar() {
  const links = CATALOG.map(({ operation: { name, method } }) => ({
    name,
    link: linkTo(`#${name}`, name, element("span", { class: "choice-method" }, method)),
  }));
  operationList.append(...links.map(({ link }) => element("li", {}, link)));
  const tools = TOOLS.map((tool) => ({ tool, link: linkTo(tool.address, tool.title) }));
  toolList.append(...tools.map(({ link }) => element("li", {}, link)));
  const stops = [operationList, toolList, exampleList].map((list) => createRoving(list));

  /** @type {Choice | Tool | undefined} */
  let chosen;
  /** @type {import("./mode.js").Mode} */
  let mode = "simulator";
  /** What was found, while there are words in the filter. @type {import("./find.js").Found | undefined} */
  let found;
  /** What the list of examples shows: those of an operation, or what was found. @type {unknown} */
  let shown;

  const filter = createFilter(lists, {
    onAsk(asked) {
      found = find(asked, {
        operations: CATALOG,
        tools: TOOLS,
        examplesOf: (name) => examplesOf(name, mode),
      });
      draw(chosen);
      return found?.count;
    },
    onEnter() {
      /** @type {HTMLElement | null} */
      const first = lists.querySelector("section:not([hidden]) li:not([hidden]) a");
      first?.click();
    },
    onDown: () => void stops.find((stop) => stop.focus()),
  });
  chooser.addEventListener("click", () => setOpen(!isOpen()));
  for (const list of [exampleList, toolList]) {
    list.addEventListener("click", (event) => {
      if (!(event.target instanceof Element) || event.target.closest("a") === null) return;
      if (!isOpen()) return;
      setOpen(false);
      filter.clear();
      chooser.focus();
    });
  }

  /** @param {Choice | Tool | undefined} chosen */
  function draw(chosen) {
    if (chosen === undefined) return;
    const isTool = "view" in chosen;
    const name = isTool ? chosen.subject : chosen.entry.operation.name;
    for (const each of links) {
      show(each.link, found?.operations.has(each.name) ?? true, each.name === name);
    }
    for (const { tool, link } of tools) {
      show(link, found?.tools.has(tool.address) ?? true, tool === chosen);
    }
    for (const list of [operationList, toolList]) {
      hide(list, list.querySelector("li:not([hidden])") === null);
    }
    hide(exampleList, found ? found.groups.length === 0 : isTool);
    if (found) list(found, found.groups);
    else if (!isTool) list(`${mode} ${name}`, groupsOf(examplesOf(name, mode)));
    const current = isTool ? "" : addressOf(chosen.example);
    for (const link of exampleList.querySelectorAll("a")) {
      markCurrent(link, link.hash === current);
    }
    for (const stop of stops) stop.renew();
    byId("chooser-operation").textContent = name;
    byId("chooser-example").textContent = isTool ? chosen.title : chosen.example.title;
  }

  /** @param {unknown} what Stays as it is while it is listed already. @param {readonly Group[]} groups */
  function list(what, groups) {
    if (what === shown) return;
    shown = what;
    exampleList.replaceChildren(...groups.flatMap(partsOf));
    exampleList.scrollTop = 0;
  }

  return (next, nextMode) => {
    chosen = next;
    mode = nextMode;
    draw(next);
  };
}

function isOpen() {
  return chooser.getAttribute("aria-expanded") === "true";
}

/** @param {boolean} open Where the lists do not stand beside the input all the time. */
function setOpen(open) {
  chooser.setAttribute("aria-expanded", String(open));
}

/**
 * @param {string} href
 * @param {string} name
 * @param {import("./dom.js").Child} [beside]
 */
function linkTo(href, name, beside) {
  const link = element("a", { class: "choice", href });
  link.append(element("span", { class: "choice-name" }, name), ...(beside ? [beside] : []));
  return link;
}

/**
 * @param {HTMLAnchorElement} link
 * @param {boolean} isShown
 * @param {boolean} isCurrent
 */
function show(link, isShown, isCurrent) {
  const item = link.parentElement;
  if (item) item.hidden = !isShown;
  markCurrent(link, isCurrent);
}

/** @param {HTMLElement} list @param {boolean} isHidden With its title. */
function hide(list, isHidden) {
  const part = list.closest("section");
  if (part) part.hidden = isHidden;
}

/**
 * @param {HTMLAnchorElement} link
 * @param {boolean} isCurrent
 */
function markCurrent(link, isCurrent) {
  if (isCurrent) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}

/** @param {readonly Example[]} examples @returns {Group[]} In the order of their first. */
function groupsOf(examples) {
  return [...new Set(examples.map(({ group }) => group))].map((title) => {
    return { title, examples: examples.filter(({ group }) => group === title) };
  });
}

/**
 * @param {Group} group
 * @param {number} index
 */
function partsOf({ title, examples }, index) {
  const id = `example-group-${index}`;
  const items = examples.map((example) => {
    const sign = example.wrong ? icon("warning") : undefined;
    return element("li", {}, linkTo(addressOf(example), example.title, sign));
  });
  return [
    element("h3", { class: "group-title", id }, title),
    element("ul", { class: "operations", "aria-labelledby": id }, ...items),
  ];
}
