/** The lists of operations, of what else there is, and of the chosen operation's examples. */
import { CATALOG } from "./catalog.js";
import { byId, element, icon } from "./dom.js";
import { examplesOf } from "./examples.js";
import { addressOf, TOOLS } from "./route.js";

/**
 * @typedef {import("./route.js").Choice} Choice
 * @typedef {import("./route.js").Tool} Tool
 */

const operationList = byId("operations");
const exampleList = byId("examples");
const chooser = byId("chooser");

/**
 * All lists are links: the address says what is chosen.
 *
 * @returns {(chosen: Choice | Tool, mode: import("./mode.js").Mode) => void} Shows what is chosen.
 */
export function createSidebar() {
  const links = CATALOG.map(({ operation }) => {
    const link = element(
      "a",
      { class: "choice", href: `#${operation.name}` },
      element("span", { class: "choice-name" }, operation.name),
      element("span", { class: "choice-method" }, operation.method),
    );
    operationList.append(element("li", {}, link));
    return { link, name: operation.name };
  });

  const tools = TOOLS.map((tool) => {
    const link = element(
      "a",
      { class: "choice", href: tool.address },
      element("span", { class: "choice-name" }, tool.title),
    );
    return { link, tool };
  });
  const toolList = byId("tools");
  toolList.append(...tools.map(({ link }) => element("li", {}, link)));

  chooser.addEventListener("click", () => setOpen(!isOpen()));
  for (const list of [exampleList, toolList]) {
    list.addEventListener("click", (event) => {
      if (!(event.target instanceof Element) || event.target.closest("a") === null) return;
      if (!isOpen()) return;
      setOpen(false);
      chooser.focus();
    });
  }

  /** @type {string | undefined} */
  let shown;
  return (chosen, mode) => {
    const isTool = "view" in chosen;
    const name = isTool ? chosen.subject : chosen.entry.operation.name;
    for (const candidate of links) markCurrent(candidate.link, candidate.name === name);
    for (const { link, tool } of tools) markCurrent(link, tool === chosen);
    byId("examples-part").hidden = isTool;
    byId("chooser-operation").textContent = name;
    byId("chooser-example").textContent = isTool ? chosen.title : chosen.example.title;
    if (isTool) return;
    const { example } = chosen;
    if (name !== shown) showExamples(examplesOf(name, mode));
    shown = name;
    for (const link of exampleList.querySelectorAll("a")) {
      markCurrent(link, link.hash === addressOf(example));
    }
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
 * @param {HTMLAnchorElement} link
 * @param {boolean} isCurrent
 */
function markCurrent(link, isCurrent) {
  if (isCurrent) link.setAttribute("aria-current", "true");
  else link.removeAttribute("aria-current");
}

/** @param {readonly import("./examples.js").Example[]} examples */
function showExamples(examples) {
  const groups = [...new Set(examples.map(({ group }) => group))];
  exampleList.replaceChildren(
    ...groups.flatMap((group, index) => {
      const id = `example-group-${index}`;
      const items = examples
        .filter((example) => example.group === group)
        .map((example) =>
          element(
            "li",
            {},
            element(
              "a",
              { class: "choice", href: addressOf(example) },
              element("span", { class: "choice-name" }, example.title),
              example.wrong && icon("warning"),
            ),
          ),
        );
      return [
        element("h3", { class: "group-title", id }, group),
        element("ul", { class: "operations", "aria-labelledby": id }, ...items),
      ];
    }),
  );
  exampleList.scrollTop = 0;
}
