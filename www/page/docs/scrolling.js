/** How far documents are scrolled, and what in them scrolls by itself. */

/**
 * Remembers how far each address was scrolled, in the page or in its window: whichever scrolls.
 *
 * @param {HTMLElement} page
 * @param {() => string | undefined} address Of what is shown; nothing while another view is.
 */
export function createPositions(page, address) {
  /** @type {Map<string, [page: number, window: number]>} */
  const positions = new Map();
  const keep = () => {
    const at = address();
    if (at !== undefined) positions.set(at, [page.scrollTop, window.scrollY]);
  };
  page.addEventListener("scroll", keep, { passive: true });
  window.addEventListener("scroll", keep, { passive: true });

  return {
    /** @param {string} at @returns {boolean} Whether it was there before. */
    restore(at) {
      const position = positions.get(at);
      if (position === undefined) return false;
      [page.scrollTop] = position;
      window.scrollTo(0, position[1]);
      return true;
    },
  };
}

/**
 * What is wider than its place can be scrolled by keys, and only that gets a stop of the Tab key.
 *
 * @param {HTMLElement} page Of what is in it now, and whenever its width changes.
 * @returns {() => void} For when it holds something else.
 */
export function watchWide(page) {
  const measure = () => {
    for (const part of page.querySelectorAll(".docs-scroll")) {
      const isWide = part.scrollWidth > part.clientWidth;
      if (isWide === part.hasAttribute("tabindex")) continue;
      const attributes = { tabindex: "0", role: "group", "aria-label": nameOf(part) };
      for (const [name, value] of Object.entries(attributes)) {
        if (isWide) part.setAttribute(name, value);
        else part.removeAttribute(name);
      }
    }
  };
  new ResizeObserver(measure).observe(page);
  return measure;
}

/** @param {Element} part */
const nameOf = (part) => (part.matches(".docs-table") ? "Table" : "Code");
