/** What stands above the editor: what is chosen, where it goes, and what to look at. */
import { byId } from "./dom.js";
import { templateIn } from "./template-values.js";

/** @param {import("./route.js").Choice} choice */
export function showHeading({ entry, example }) {
  byId("input-title").textContent = entry.title;
  byId("method").textContent = entry.operation.method;
  byId("path").textContent = entry.operation.path;
  const hint = byId("hint");
  hint.textContent = example.hint ?? "";
  hint.hidden = example.hint === undefined;
  // Room for what comes later, so that the text stays where it is.
  byId("phone").hidden = !mayHavePhone(example.input);
  byId("template").hidden = templateIn(entry.operation.name, example.input) === undefined;
  byId("upload").hidden = example.file === undefined;
}

/** @param {unknown} input */
function mayHavePhone(input) {
  return /"\w*phone_?number"/i.test(JSON.stringify(input)) && !Array.isArray(input);
}
