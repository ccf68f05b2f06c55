/** JSON in colours, outside the editor. */
import { jsonLanguage } from "@codemirror/lang-json";
import { classHighlighter, highlightCode } from "@lezer/highlight";
import { element } from "./dom.js";

/** Longer texts stay plain: nobody reads all of it, and each word would be an element. */
const LONGEST = 50_000;

/**
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function highlighted(text) {
  if (text.length > LONGEST) return [text];
  /** @type {(Node | string)[]} */
  const parts = [];
  highlightCode(
    text,
    jsonLanguage.parser.parse(text),
    classHighlighter,
    (code, classes) => parts.push(classes ? element("span", { class: classes }, code) : code),
    () => parts.push("\n"),
  );
  return parts;
}

/**
 * @param {string} text JSON or not.
 * @returns {string | undefined} Laid out; nothing when it is no JSON.
 */
export function laidOut(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return undefined;
  }
}
