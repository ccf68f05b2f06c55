/**
 * What documents are made of: data, which becomes elements.
 *
 * @typedef {string | DocElement} DocNode
 * @typedef {[tag: string, attributes: Record<string, string>, ...children: any[]]} DocElement Its
 *   children are nodes, which its type cannot say.
 */

/** @param {DocNode | undefined} node @returns {DocNode[]} */
export function childrenOf(node) {
  return Array.isArray(node) ? /** @type {DocNode[]} */ (node.slice(2)) : [];
}

/** @param {DocNode} node @returns {string} All that is read of it. */
export function wordsIn(node) {
  return typeof node === "string" ? node : childrenOf(node).map(wordsIn).join("");
}

/** @param {DocNode} node @returns {number} 1 for the title of a document; 0 where it is no heading. */
export function depthOf(node) {
  const [, level] = (Array.isArray(node) && /^h(\d)$/.exec(node[0])) || [];
  return level === undefined ? 0 : Number(level) - 1;
}

/** @param {DocNode} node @returns {string} By which it can be linked to; empty for most. */
export function anchorOf(node) {
  return (Array.isArray(node) && node[1].id) || "";
}
