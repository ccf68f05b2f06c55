/**
 * The view of an operation from the first moment on: what is chosen, and its text, which can be edited
 * at once. What checks and sends it comes when it has loaded.
 */
import { byId } from "./dom.js";
import { showHeading } from "./heading.js";
import { createLateEditor } from "./late-editor.js";
import { addressOf } from "./route.js";

/** @typedef {import("./route.js").Choice} Choice */

/** What works only with all that is behind it. */
const BUTTONS = ["format", "reset", "send"];

export function createFrame() {
  /** What was typed, by the address of the example it began with. @type {Map<string, string>} */
  const texts = new Map();
  /** @type {Choice | undefined} */
  let choice;
  /** @type {ReturnType<typeof import("./workbench.js").createWorkbench> | undefined} */
  let workbench;

  const editor = createLateEditor(byId("editor"), {
    onEdit(text) {
      if (workbench) workbench.edit(text);
      else if (choice) texts.set(addressOf(choice.example), text);
    },
    onSend: send,
  });

  /** @param {Choice} next */
  function draw(next) {
    const { example } = next;
    showHeading(next);
    editor.open(texts.get(addressOf(example)) ?? JSON.stringify(example.input, null, 2));
  }

  function send() {
    workbench?.send();
  }

  /** @param {Choice} other */
  const isOpen = (other) =>
    choice !== undefined && addressOf(choice.example) === addressOf(other.example);

  return {
    isOpen,
    send,

    /** @param {Choice} next */
    open(next) {
      if (isOpen(next)) return;
      choice = next;
      if (workbench) workbench.open(next);
      else draw(next);
    },

    focus: () => (workbench ?? editor).focus(),

    /**
     * Puts everything behind it, once. The package must be ready.
     *
     * @param {typeof import("./workbench.js").createWorkbench} createWorkbench
     * @param {import("./worker-client.js").AccountInfo} account
     * @param {(webhook: import("./signature-check.js").Pasted) => void} onInspect
     */
    furnish(createWorkbench, account, onInspect) {
      if (workbench) return;
      workbench = createWorkbench(account, onInspect, { editor, texts });
      if (choice) workbench.open(choice);
      for (const id of BUTTONS) byId(id, HTMLButtonElement).disabled = false;
    },

    /** Loads the real editor, and all else that could wait for it. */
    async finish() {
      await Promise.all([editor.load(), workbench?.finish()]);
    },
  };
}
