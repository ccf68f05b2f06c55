/** What stands above a block of code: its language, and a button that copies it. */
import { element } from "../dom.js";

/** How long the button says what it did, in milliseconds. */
const SAID = 1500;

/**
 * @param {HTMLElement} code
 * @param {(words: string) => void} say
 */
export function copyBar(code, say) {
  const language = code.dataset.language ?? "";
  const button = element("button", { type: "button", class: "button docs-copy" }, "Copy");
  button.addEventListener("click", async () => {
    const done = await copied(code.textContent ?? "");
    button.textContent = done ? "Copied" : "Not copied";
    say(done ? "Copied." : "The browser does not let this page copy.");
    setTimeout(() => {
      button.textContent = "Copy";
    }, SAID);
  });
  return element("div", { class: "docs-bar" }, element("span", {}, language), button);
}

/** @param {string} text @returns {Promise<boolean>} Whether it is on the clipboard. */
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
