/**
 * The view of an operation from the first moment on: what is chosen, and its text, which can be edited
 * at once. What checks and sends it comes when it has loaded.
 */
import { byId, nextTask } from "./dom.js";
import { createDrafts } from "./drafts.js";
import { showHeading } from "./heading.js";
import { createLateEditor } from "./late-editor.js";
import { addressOf } from "./route.js";

/**
 * @typedef {import("./route.js").Choice} Choice
 * @typedef {import("./kept.js").Shelves} Shelves
 * @typedef {ReturnType<typeof createDrafts>} Drafts
 * @typedef {typeof import("./workbench.js").createWorkbench} CreateWorkbench
 */

/** What works only with all that is behind it. */
const BUTTONS = ["format", "send"];

export function createFrame() {
  /** What was typed, once it is known for which account. @type {Drafts | undefined} */
  let drafts;
  /** @type {Choice | undefined} */
  let choice;
  /** @type {ReturnType<typeof import("./workbench.js").createWorkbench> | undefined} */
  let workbench;

  const editor = createLateEditor(byId("editor"), {
    onEdit(text) {
      if (workbench) workbench.edit(text);
      else if (choice) drafts?.write(addressOf(choice.example), text);
    },
    onSend: send,
  });

  /** @param {Choice} next */
  function draw(next) {
    const { example } = next;
    showHeading(next);
    const draft = drafts?.textAt(addressOf(example));
    editor.open(draft ?? JSON.stringify(example.input, null, 2));
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

    /** @param {Shelves} shelves Where what is typed is kept. */
    keep(shelves) {
      drafts ??= createDrafts(shelves);
    },

    /**
     * Puts everything behind it, once. The package must be ready, and it known what is kept.
     *
     * @param {CreateWorkbench} createWorkbench
     * @param {Parameters<CreateWorkbench>[0]} account
     * @param {Shelves} shelves
     * @param {Parameters<CreateWorkbench>[1]} listeners
     */
    async furnish(createWorkbench, account, shelves, listeners) {
      if (workbench) return;
      drafts ??= createDrafts(shelves);
      // On a slow phone to make it, and to check with it, is too much for one task.
      await nextTask();
      const made = createWorkbench(account, listeners, { editor, drafts, shelves });
      await nextTask();
      workbench = made;
      if (choice) workbench.open(choice);
      for (const id of BUTTONS) byId(id, HTMLButtonElement).disabled = false;
    },

    /** What was sent, once there is something that sends. */
    history: () => workbench?.history,

    /** @param {import("./history/entry.js").Entry} entry Is opened as it was. */
    recall(entry) {
      workbench?.recall(entry);
    },

    /** Loads the real editor, and all else that could wait for it. */
    async finish() {
      await Promise.all([editor.load(), workbench?.finish()]);
    },
  };
}
