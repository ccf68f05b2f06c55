/** A line below the text: which keys help. */
import { showPanel } from "@codemirror/view";
import { element } from "../dom.js";

const isMac = /Mac|iPhone|iPad/.test(navigator.platform);

export const keysPanel = showPanel.of(() => {
  const dom = element(
    "p",
    { class: "editor-keys", id: "editor-keys" },
    element("kbd", {}, "Ctrl Space"),
    " what can go here ",
    element("kbd", {}, isMac ? "⌘ I" : "Ctrl I"),
    " what it means",
  );
  return { dom };
});
