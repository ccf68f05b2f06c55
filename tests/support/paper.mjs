/** As much of a document as making elements takes, for tests without a page. */

class Paper {
  /** @param {string} name */
  constructor(name) {
    this.name = name;
    /** @type {Record<string, string>} */
    this.attributes = {};
    /** @type {(Paper | string)[]} */
    this.children = [];
  }

  /** @param {string} name @param {unknown} value */
  setAttribute(name, value) {
    this.attributes[name] = String(value);
  }

  /** @param {(Paper | string)[]} children */
  append(...children) {
    this.children.push(...children);
  }

  /** Nothing is known of selectors: whatever is asked for matches. */
  matches() {
    return true;
  }

  /** @returns {string} */
  get textContent() {
    return this.children
      .map((child) => (child instanceof Paper ? child.textContent : child))
      .join("");
  }
}

/** From now on `document` makes elements of paper. */
export function layOutPaper() {
  const createElement = (/** @type {string} */ name) => new Paper(name);
  const createElementNS = (/** @type {string} */ _, /** @type {string} */ name) =>
    createElement(name);
  Object.assign(globalThis, { document: { createElement, createElementNS } });
}
