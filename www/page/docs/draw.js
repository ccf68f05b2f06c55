/** From the data of a document to what is read. */
import { element } from "../dom.js";
import { copyBar } from "./copy.js";

/** @typedef {import("./nodes.js").DocNode} DocNode */

/** Before the names of places in a document: the page has names of its own. */
const PREFIX = "docs-";

/** @param {string} anchor @returns {HTMLElement | null} Where it is, in what is shown. */
export function elementAt(anchor) {
  return document.getElementById(PREFIX + anchor);
}

/**
 * @param {readonly DocNode[]} nodes
 * @param {(words: string) => void} say What has to be read out.
 * @returns {(Node | string)[]}
 */
export function drawn(nodes, say) {
  return nodes.map((node) => draw(node, say));
}

/**
 * @param {DocNode} node
 * @param {(words: string) => void} say
 * @returns {Node | string}
 */
function draw(node, say) {
  if (typeof node === "string") return node;
  const [tag, { id, ...attributes }, ...children] = node;
  const made = element(
    /** @type {keyof HTMLElementTagNameMap} */ (tag),
    {
      ...attributes,
      ...(id && { id: PREFIX + id }),
      // It gets the focus when it is gone to.
      ...(id && { tabindex: "-1" }),
    },
    ...drawn(children, say),
  );
  if (tag === "table") return element("div", { class: "docs-scroll docs-table" }, made);
  if (tag === "a") return asLink(/** @type {HTMLAnchorElement} */ (made));
  if (tag !== "pre") return made;
  made.className = "docs-scroll";
  return element("div", { class: "docs-code" }, copyBar(made, say), made);
}

/** @param {HTMLAnchorElement} link What leaves the page opens beside it. */
function asLink(link) {
  if (link.getAttribute("href")?.startsWith("#")) return link;
  link.target = "_blank";
  link.rel = "noopener noreferrer";
  link.append(element("span", { class: "visually-hidden" }, " (opens in a new tab)"));
  return link;
}
