/** What stands above the editor: what is chosen, where it goes, and what to look at. */
import { byId } from "./dom.js";

/** @param {import("./route.js").Choice} choice */
export function showHeading({ entry, example }) {
  byId("input-title").textContent = entry.title;
  byId("method").textContent = entry.operation.method;
  byId("path").textContent = entry.operation.path;
  const hint = byId("hint");
  hint.textContent = example.hint ?? "";
  hint.hidden = example.hint === undefined;
}
