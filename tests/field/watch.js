/**
 * What a page of the suite loads first, as a classic script: what the browser says of its person, what
 * it forbids, what others hear of the field, and how it looks from outside.
 */
(() => {
  const { languages } = document.documentElement.dataset;
  if (languages !== undefined) {
    const told = Object.freeze(languages.split(" ").filter(Boolean));
    for (const [name, value] of Object.entries({ languages: told, language: told[0] ?? "" })) {
      Object.defineProperty(navigator, name, { get: () => value });
    }
  }

  /** What the policy of the page forbade. @type {string[]} */
  const violations = [];
  addEventListener("securitypolicyviolation", ({ violatedDirective, sourceFile, sample }) => {
    violations.push(`${violatedDirective} ${sourceFile} ${sample}`);
  });

  /** What a form or its library heard: "type id", and the value that it read there. @type {string[]} */
  const heard = [];
  for (const type of ["input", "change", "invalid", "focusin", "focusout", "reset", "submit"]) {
    const hear = (/** @type {Event} */ { target }) => {
      const { id, value } = /** @type {HTMLInputElement} */ (target);
      heard.push(
        type === "input" || type === "change" ? `${type} ${id} ${value}` : `${type} ${id}`,
      );
    };
    // Nobody hears on his way up that something is invalid.
    addEventListener(type, hear, type === "invalid");
  }

  /**
   * @param {string} path Selectors, each within the shadow of what the one before it found:
   *   "#phone >>> input".
   * @returns {HTMLElement | null}
   */
  function find(path) {
    /** @type {HTMLElement | null} */
    let found = null;
    for (const selector of path.split(" >>> ")) {
      /** @type {ParentNode | null} */
      const root = found === null ? document : found.shadowRoot;
      found = root?.querySelector(selector) ?? null;
      if (found === null) return null;
    }
    return found;
  }

  /**
   * The middle of an element, as a mouse finds it.
   *
   * @param {string} path
   */
  function middleOf(path) {
    const element = find(path);
    if (element === null) return null;
    element.scrollIntoView({ block: "nearest" });
    const { x, y, width, height } = element.getBoundingClientRect();
    if (width === 0 || height === 0) return null;
    return { x: Math.round(x + width / 2), y: Math.round(y + height / 2) };
  }

  /** A text with its caret as "|", or what is selected within "[" and "]". @param {HTMLInputElement} input */
  function lineOf({ value, selectionStart, selectionEnd }) {
    const [start, end] = [selectionStart ?? 0, selectionEnd ?? 0];
    const [before, within, after] = [
      value.slice(0, start),
      value.slice(start, end),
      value.slice(end),
    ];
    return start === end ? `${before}|${after}` : `${before}[${within}]${after}`;
  }

  /**
   * The words that describe an element, as far as they can be seen.
   *
   * @param {Element} element
   */
  function wordsOf(element) {
    const root = /** @type {ShadowRoot | Document} */ (element.getRootNode());
    const ids = (element.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean);
    const words = ids.map((id) => root.getElementById(id)?.innerText ?? "");
    return words.join(" ").replaceAll(/\s+/g, " ").trim();
  }

  /**
   * All that a field shows and tells.
   *
   * @param {string} id
   */
  function seen(id) {
    const host = /** @type {any} */ (document.getElementById(id));
    const input = /** @type {HTMLInputElement} */ (find(`#${id} >>> input[type="tel"]`));
    return {
      text: input.value,
      line: lineOf(input),
      value: host.value,
      countryCode: host.countryCode,
      phoneNumber: host.phoneNumber,
      country: host.number?.country ?? null,
      isValid: host.validity.valid,
      isWrong: input.getAttribute("aria-invalid") === "true",
      words: wordsOf(input),
    };
  }

  Object.assign(window, { violations, heard, find, middleOf, seen });
})();
