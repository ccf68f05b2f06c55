/** The list of all documents, with the headings of the one that is read. */
import { element } from "../dom.js";
import { createRoving } from "../roving.js";
import { addressIn } from "./address.js";
import { anchorOf, depthOf, wordsIn } from "./nodes.js";

/**
 * @param {readonly import("./library.js").DocGroup[]} groups
 * @param {string} id Of the list.
 */
export function createContents(groups, id) {
  /** @type {Map<string, { item: HTMLElement, link: HTMLAnchorElement }>} */
  const entries = new Map();
  const list = element(
    "nav",
    { class: "docs-contents", id, "aria-label": "All docs" },
    ...groups.flatMap(({ title, docs }, index) => [
      element("h3", { class: "group-title", id: `docs-group-${index}` }, title),
      element(
        "ul",
        { "aria-labelledby": `docs-group-${index}` },
        ...docs.map((doc) => {
          const link = linkTo(addressIn(doc.id), doc.title);
          const item = element("li", {}, link);
          entries.set(doc.id, { item, link });
          return item;
        }),
      ),
    ]),
  );
  const stops = createRoving(list);
  stops.renew();

  return {
    list,

    /** @param {import("./library.js").Doc | undefined} doc Is read. */
    mark(doc) {
      for (const { item, link } of entries.values()) {
        link.removeAttribute("aria-current");
        item.querySelector("ul")?.remove();
      }
      const current = doc && entries.get(doc.id);
      if (doc && current) {
        current.link.setAttribute("aria-current", "true");
        const headings = doc.nodes.filter((node) => depthOf(node) === 2);
        const links = headings.map((node) =>
          element("li", {}, linkTo(addressIn(doc.id, anchorOf(node)), wordsIn(node))),
        );
        if (links.length > 0)
          current.item.append(element("ul", { class: "docs-headings" }, ...links));
      }
      stops.renew();
    },
  };
}

/** @param {string} href @param {string} name */
function linkTo(href, name) {
  return element("a", { class: "choice", href }, element("span", { class: "choice-name" }, name));
}
