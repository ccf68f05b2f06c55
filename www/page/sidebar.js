/** The lists of operations, of what else there is, and of the chosen operation's examples. */
import { CATALOG } from "./catalog.js";
import { byId, element, icon } from "./dom.js";
import { addressOf, examplesOf, INSPECTOR } from "./route.js";

/** @typedef {import("./route.js").Choice} Choice */

const operationList = byId("operations");
const exampleList = byId("examples");
const chooser = byId("chooser");

/**
 * All lists are links: the address says what is chosen.
 *
 * @returns {(choice: Choice | undefined) => void} Shows what is chosen; without a choice it is the
 *   inspector.
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

  const inspector = element(
    "a",
    { class: "choice", href: INSPECTOR },
    element("span", { class: "choice-name" }, "Inspector"),
  );
  const views = byId("webhook-views");
  views.append(element("li", {}, inspector));

  chooser.addEventListener("click", () => setOpen(!isOpen()));
  for (const list of [exampleList, views]) {
    list.addEventListener("click", (event) => {
      if (!(event.target instanceof Element) || event.target.closest("a") === null) return;
      if (!isOpen()) return;
      setOpen(false);
      chooser.focus();
    });
  }

  /** @type {string | undefined} */
  let shown;
  return (choice) => {
    const name = choice?.entry.operation.name;
    for (const candidate of links) markCurrent(candidate.link, candidate.name === name);
    markCurrent(inspector, choice === undefined);
    byId("examples-part").hidden = choice === undefined;
    byId("chooser-operation").textContent = name ?? "Webhooks";
    byId("chooser-example").textContent = choice?.example.title ?? "Inspector";
    if (choice === undefined || name === undefined) return;
    const { example } = choice;
    if (name !== shown) showExamples(name);
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

/** @param {string} operation */
function showExamples(operation) {
  const examples = examplesOf(operation);
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
