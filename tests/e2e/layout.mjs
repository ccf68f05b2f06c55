/** What is wrong with where things stand on a page, as it is at this moment. */

/**
 * @param {import("playwright-core").Page} page
 * @param {boolean} isTouched Whether fingers press what is there.
 * @returns {Promise<string[]>} Nothing where all is well.
 */
export function misplaced(page, isTouched) {
  return page.evaluate(find, isTouched);
}

/**
 * In the page.
 *
 * @param {boolean} isTouched
 */
function find(isTouched) {
  /** @param {string} selector */
  const visible = (selector) =>
    [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  /** @param {Element} element */
  const nameOf = ({ localName, id, className, textContent }) =>
    `${localName}${id && `#${id}`}.${className} "${textContent?.trim().slice(0, 30)}"`;

  const root = document.documentElement;
  const aside = root.scrollWidth - root.clientWidth;

  /** Texts that end in "…" are meant to be cut. @param {Element} element */
  function isCut(element) {
    const { left, right, width } = element.getBoundingClientRect();
    // What is hidden from eyes alone.
    if (width <= 1) return false;
    for (let box = element; box !== document.body; ) {
      // Stands above all others, within the window.
      if (getComputedStyle(box).position === "fixed") return right > innerWidth + 1 || left < -1;
      const outer = box.parentElement;
      if (!outer) return false;
      box = outer;
      const { overflowX, textOverflow } = getComputedStyle(box);
      if (overflowX === "auto" || overflowX === "scroll" || textOverflow === "ellipsis")
        return false;
      if (overflowX !== "hidden" && overflowX !== "clip") continue;
      const edge = box.getBoundingClientRect();
      if (edge.width <= 1) return false;
      if (right > edge.right + 1 || left < edge.left - 1) return true;
    }
    return false;
  }

  const { fontFamily } = getComputedStyle(document.body);
  /** Without a style sheet of ours controls have the browser's own type. @param {Element} control */
  function isPlain(control) {
    const family = getComputedStyle(control).fontFamily;
    return family !== fontFamily && !/mono/i.test(family);
  }

  const pressed = ":is(button, select, summary, label.button, a.button, #catalog a, #phone input)";
  const typed = "textarea, input:not([type=checkbox], [type=radio], [type=file])";
  return [
    ...(aside > 0 ? [`the page scrolls sideways by ${aside} pixels`] : []),
    ...visible("body *")
      .filter(isCut)
      .map((element) => `cut off: ${nameOf(element)}`)
      .slice(0, 10),
    ...visible(`button, select, ${typed}`)
      .filter(isPlain)
      .map((control) => `without a style sheet: ${nameOf(control)}`),
    ...visible(isTouched ? pressed : "#nothing")
      .filter((control) => control.getBoundingClientRect().height < 40)
      .map((control) => `too low for fingers: ${nameOf(control)}`),
  ];
}
