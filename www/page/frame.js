/**
 * The view of an operation from the first moment on: what is chosen, and its text, which can be edited
 * at once. What checks and sends it comes when it has loaded.
 */
import { byId } from "./dom.js";
import { showHeading } from "./heading.js";
import { createLateEditor } from "./late-editor.js";
import { addressOf } from "./route.js";
import { templateIn } from "./template-values.js";

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
  function draw({ entry, example }) {
    showHeading({ entry, example });
    // Room for what will stand above the text, so that the text stays where it is.
    byId("phone").hidden = !mayHavePhone(example.input);
    byId("template").hidden = templateIn(entry.operation.name, example.input) === undefined;
    byId("upload").hidden = example.file === undefined;
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

    focus: () => editor.focus(),

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

    /** Loads the real editor, and then what is dear and can wait. */
    async finish() {
      await editor.load();
      await workbench?.finish();
    },
  };
}

/** @param {unknown} input */
function mayHavePhone(input) {
  return /"\w*phone_?number"/i.test(JSON.stringify(input)) && !Array.isArray(input);
}
