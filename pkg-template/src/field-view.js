/** What the element shows, and what it says to those who do not see it. */
import { digits, element, mark } from "./field-dom.js";
import { isWrong } from "./field-text.js";

/**
 * @typedef {object} Shown
 * @property {string} label
 * @property {string} country What the button says of it.
 * @property {string} letters
 * @property {string} code
 * @property {string} placeholder
 * @property {string} autocomplete
 * @property {boolean} isRequired
 * @property {boolean} isDisabled
 * @property {boolean} isReadOnly
 * @property {import("./field-text.js").Kind} kind
 * @property {string} words
 * @property {string} number Behind the words.
 */

/** @param {ShadowRoot} root */
export function createView(root) {
  const letters = element("span", { part: "letters" });
  const code = digits("code");
  const button = element(
    "button",
    { type: "button", part: "country", "aria-haspopup": "listbox", "aria-expanded": "false" },
    letters,
    code,
  );
  const input = element("input", {
    part: "input",
    type: "tel",
    inputmode: "tel",
    dir: "ltr",
    "aria-describedby": "verdict",
  });
  const field = element("div", {}, button, input);
  const words = element("span", { dir: "auto" });
  const number = digits("number");
  const verdict = element("p", { id: "verdict", role: "status" }, words, " ", number);
  // What a server has put there is not shown, and told of when it comes.
  const slot = element("slot", { hidden: "" });
  root.append(field, verdict, slot);

  return {
    button,
    input,
    field,
    slot,

    /** @param {Shown} shown */
    draw(shown) {
      const { kind, isDisabled, isReadOnly, isRequired } = shown;
      say(letters, shown.letters);
      say(code, shown.code);
      mark(button, { "aria-label": shown.country });
      button.disabled = isDisabled || isReadOnly;
      mark(input, {
        "aria-label": shown.label,
        "aria-required": isRequired,
        "aria-invalid": isWrong(kind),
        autocomplete: shown.autocomplete,
        placeholder: shown.placeholder,
      });
      input.disabled = isDisabled;
      input.readOnly = isReadOnly;
      // Whoever styles them asks for one word.
      const states = isWrong(kind) && kind !== "invalid" ? `invalid ${kind}` : kind;
      mark(field, { part: `field ${states}` });
      mark(verdict, { part: `verdict ${states}` });
      say(words, shown.words);
      say(number, shown.number);
    },
  };
}

/**
 * What is said already is not said once more.
 *
 * @param {Element} element
 * @param {string} text
 */
function say(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
